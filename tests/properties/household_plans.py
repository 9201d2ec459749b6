"""Who stands behind a business, drawn at random: contributions, taxes, the company and the household."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from financial_models.assumptions import (
    Company,
    Household,
    HouseholdDebt,
    HouseholdExpense,
    HouseholdIncome,
    IncomeTax,
    SelfEmployment,
)
from financial_models.assumptions.person import CATEGORIES, REGIONS
from tests.properties.drawing import listed, money, months, of, perhaps, rates


def self_employments() -> SearchStrategy[SelfEmployment]:
    """Every category, settled after one to three years."""
    return st.builds(SelfEmployment, of(*CATEGORIES), st.booleans(), rates(0.05), st.integers(1, 3), st.integers(1, 12),
                     of(1.0, 1.07))


@st.composite
def income_taxes(draw: DrawFn) -> IncomeTax:
    """Every situation that the tax knows."""
    children = draw(st.integers(0, 6))
    return draw(st.builds(
        IncomeTax, of(*REGIONS), rates(0.09), married=st.booleans(), children=st.just(children),
        children_under_three=st.integers(0, children), single_parent=st.booleans(), disabled=st.booleans(),
        other_dependants=st.integers(0, 2), lump_sum=st.booleans(), investment_deduction=st.booleans(),
        prepayment=perhaps(2000), assessed_after=st.integers(1, 3), assessed_month=st.integers(1, 12),
        own_earned_before=perhaps(30_000), partner_earned_before=perhaps(30_000), losses_brought=perhaps(20_000)))


def companies() -> SearchStrategy[Company]:
    """A company, new or some years old."""
    return st.builds(
        Company, st.booleans(), st.integers(0, 5), st.booleans(), prepayment=perhaps(2000),
        assessed_after=st.integers(1, 3), assessed_month=st.integers(1, 12), losses_brought=perhaps(20_000))


def households(most: int) -> SearchStrategy[Household]:
    """Incomes, expenses and debts."""
    return st.builds(Household, listed(incomes, most), listed(expenses, most), listed(debts, 1), of(0.0, 0.02))


def incomes(id: str) -> SearchStrategy[HouseholdIncome]:
    """An income that may change when the business starts."""
    return st.builds(HouseholdIncome, st.just(id), st.just("An income"), money(3000), money(3000),
                     of("family", "own", "partner"), money(4000), money(4000))


def expenses(id: str) -> SearchStrategy[HouseholdExpense]:
    """A living expense."""
    return st.builds(HouseholdExpense, st.just(id), st.just("An expense"), money(3000))


def debts(id: str) -> SearchStrategy[HouseholdDebt]:
    """A private debt."""
    return st.builds(HouseholdDebt, st.just(id), st.just("A debt"), money(500), st.just(0) | months(), money(10_000))
