"""Contributions and taxes of generated businesses, against sums year by year in plain loops."""

import numpy as np
import pytest
from hypothesis import given

from financial_models import Assumptions, Plan, Values, build, evaluate
from tests.financial_models.blocks.tax_oracle import Company, Household
from tests.financial_models.blocks.year_oracle import Fund, Year
from tests.properties.plans import plans

A_FEW_CENTS = 0.05 + 1e-9    # five cents and the noise of floats: a half cent may fall either way, in four quarters
sole_traders, companies = (plans(legal_forms=(form,)) for form in ("sole_trader", "company"))


class Calendar:
    """The calendar years of a plan in which the own business runs to December, with what they earned."""

    def __init__(self, a: Assumptions):
        self.a = a
        self.plan: Plan = build(a)
        self.values: Values = evaluate(self.plan.model)
        span = self.plan.model.span
        first = int(a.levers.delay) + (a.test_phase.months if a.test_phase else 0)
        self.of = [(span.calendar_year(m + 1), m, m >= first) for m in range(span.length)]
        self.start = next((year for year, m, trading in self.of if trading), 9999)
        self.partial = first < span.length and span.month_of_year(first + 1) != 1

    def __getitem__(self, key: str) -> np.ndarray:
        return self.values[key][:, 0]

    def years(self) -> list[Year]:
        """Whole calendar years, from the first of the plan."""
        found = []
        for year in sorted({year for year, _, _ in self.of}):
            months = [m for y, m, _ in self.of if y == year]
            if self.plan.model.span.month_of_year(months[-1] + 1) == 12:
                found.append(self._year(year, months, sum(t for y, _, t in self.of if y == year)))
        return found

    def _year(self, year: int, months: list[int], trading: int) -> Year:
        t, first = self.a.income_tax, year == self.of[0][0] and len(months) < 12
        own, partner = (sum(self._income(i, months) for i in self.a.household.incomes if i.whose == who)
                        for who in ("own", "partner"))
        return Year(
            year, months, trading, gross=self["taxable.gross"][months].sum(), costs=self["taxable.costs"][months].sum(),
            own_other=own + (t.own_earned_before if first else 0),
            granted=self["investment_deduction.granted"][months].sum(),
            partner=partner + (t.partner_earned_before if first else 0))

    def _income(self, income, months: list[int]) -> float:
        return sum(income.taxable_after if self.of[m][2] else income.taxable_before for m in months)


@given(sole_traders)
def test_contributions_and_income_tax_of_a_sole_trader(a):
    """Exact in December: what each year owes to the fund and the state; and what is paid of it years later."""
    calendar = Calendar(a)
    fund, home = Fund(a), Household(a, a.income_tax.losses_brought)
    bills, assessments = {}, {}
    for now in calendar.years():
        started = max(now.year - calendar.start + 1, 0)
        fund.add(now, started, calendar.partial)
        home.add(now, started)
        december = now.months[-1]
        if not now.trading:
            continue
        assert calendar["professional_income.expected"][december] == pytest.approx(now.income, abs=A_FEW_CENTS)
        provisional = calendar["contributions.provisional.paid"][now.months].sum()
        assert provisional == pytest.approx(now.provisional, abs=A_FEW_CENTS)
        assert calendar["contributions.year.whole"][december] == pytest.approx(now.contributions, abs=A_FEW_CENTS)
        assert calendar["business_tax.caused"][december] == pytest.approx(now.tax, abs=A_FEW_CENTS)
        bills[now.year] = now.contributions - now.provisional
        assessments[now.year] = now.tax - calendar["prepayments.paid"][now.months].sum()
    own, tax = a.self_employment, a.income_tax
    assert_paid_later(calendar, "contributions.settlement.paid", bills, own.settled_after, own.settled_month)
    assert_paid_later(calendar, "income_tax.settlement.paid", assessments, tax.assessed_after, tax.assessed_month)


def assert_paid_later(calendar: Calendar, key: str, owed: dict[int, float], after: int, month: int) -> None:
    """Each year's debt is paid so many years later, in that month, and nothing else is."""
    span, paid = calendar.plan.model.span, calendar[key]
    for m in range(span.length):
        due = owed.get(span.calendar_year(m + 1) - after, 0.0) if span.month_of_year(m + 1) == month else 0.0
        assert paid[m] == pytest.approx(due, abs=A_FEW_CENTS), (key, m)


@given(companies)
def test_corporate_tax(a):
    """Exact in December: the tax of each year on the result after the director's pay, and what is paid of it later."""
    calendar = Calendar(a)
    company, assessments = Company(a, a.company.losses_brought), {}
    result = calendar["taxable.profit"] - calendar["director.gross"] - calendar["company_contribution.paid"]
    for now in calendar.years():
        now.income = result[now.months].sum()
        company.add(now, calendar["director.gross"][now.months].sum(), max(now.year - calendar.start + 1, 0))
        if now.trading:
            assert calendar["business_tax.caused"][now.months[-1]] == pytest.approx(now.tax, abs=A_FEW_CENTS)
            assessments[now.year] = now.tax - calendar["prepayments.paid"][now.months].sum()
    assert_paid_later(calendar, "corporate_tax.settlement.paid", assessments, a.company.assessed_after,
                      a.company.assessed_month)


@given(companies)
def test_the_net_of_the_directors_pay_is_what_the_family_needs(a):
    """The scale forwards, on the pay that was found backwards: within a cent of the need, in every month.

    Before the company runs it pays nobody: what the family needs is drawn.
    """
    calendar = Calendar(a)
    home, needs = Household(a, 0.0), calendar["household.need"] * calendar["timeline.trading"]
    assert calendar[calendar.plan.statements.cash_flow.draw] == pytest.approx(calendar["household.need"] - needs)
    living = calendar["director.living"]
    for m, (year, _, _) in enumerate(calendar.of):
        assert living[m] - home.of_a_director(year, living[m] * 12) / 12 == pytest.approx(needs[m], abs=0.011)
    assert calendar["director.net_paid"] == pytest.approx(needs, abs=0.0051)
    fund = calendar["contributions.provisional.paid"] + calendar["contributions.settlement.paid"]
    assert calendar["director.gross"] == pytest.approx(living + fund)
