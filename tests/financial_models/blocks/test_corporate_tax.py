"""A company: its tax at two rates, the minimum pay of its director, and pay found backwards from what is needed."""

import pytest

from financial_models.assumptions import Household, HouseholdExpense, IncomeTax, Timeline
from financial_models.blocks.corporate_tax import CorporateTax
from tests.financial_models.blocks.single_blocks import Numbers
from tests.financial_models.blocks.tax_oracle import Household as TaxOfHousehold


def tax(profit: float, *, pay: float = 50_000, started: float = 5, may_reduce: float = 1, losses: float = 0,
        granted: float = 0) -> float:
    """The tax of a year on a profit after the director's pay."""
    block = CorporateTax(
        "tax", expected=profit, pay=pay, brought=losses, granted=granted, may_reduce=may_reduce, minimum_pay=50_000.0,
        exempt_years=4.0, earlier_years=0.0, years_started=started, standard=0.25, reduced=0.20,
        reduced_up_to=100_000.0, december=0.0)
    return Numbers(block).first(block.tax)


def test_the_reduced_rate_holds_for_the_first_hundred_thousand():
    """20 % of 100,000 and 25 % of 50,000 (art. 215 of the Income Tax Code)."""
    assert tax(150_000) == 32_500
    assert tax(150_000, may_reduce=0) == 37_500


def test_who_pays_the_director_too_little_loses_the_reduced_rate():
    """At least 50,000, or as much as the taxable profit; starters are free of it in four financial years."""
    assert tax(40_000, pay=30_000) == 10_000
    assert tax(40_000, pay=30_000, started=4) == 8000
    assert tax(30_000, pay=30_000) == 6000


def test_losses_and_the_investment_deduction_come_first():
    """(60,000 − 25,000 − 5,000) × 20 % = 6,000; a loss costs nothing."""
    assert tax(60_000, losses=25_000, granted=5000) == 6000
    assert tax(-10_000) == 0


@pytest.mark.parametrize("need", [0, 500, 1500, 2500, 4000, 6000, 9000, 15_000])
@pytest.mark.parametrize("children", [0, 2, 8, 12])
def test_the_net_of_the_pay_is_the_need(need, children):
    """For large families too, whose tax-free sum reaches the top steps, and beyond the largest lump sum of costs."""
    household = Household(expenses=(HouseholdExpense("living", "Living", need),))
    numbers = Numbers.of(timeline=Timeline(2026, 1), legal_form="company", household=household,
                         income_tax=IncomeTax(children=children, municipal_rate=0.07))
    living = numbers["director.living"][0]
    home = TaxOfHousehold(numbers.plan.assumptions, 0.0)
    assert living - home.of_a_director(2026, living * 12) / 12 == pytest.approx(need, abs=0.011)
