"""The household, the test phase and the owner: what the family needs, and where it comes from."""

import pytest

from financial_models.assumptions import (
    Household,
    HouseholdDebt,
    HouseholdExpense,
    HouseholdIncome,
    Product,
    Supply,
    TestPhase,
    Timeline,
    UnitsSold,
)
from tests.financial_models.blocks.single_blocks import Numbers

FAMILY = Household(
    incomes=(HouseholdIncome("benefit", "Benefit", 1300, 0, "own", 1300, 0),
             HouseholdIncome("wage", "Wage", 1500, 1500, "partner")),
    expenses=(HouseholdExpense("rent", "Rent", 900), HouseholdExpense("food", "Food", 1500)),
    debts=(HouseholdDebt("car", "Car", 150, 20, 2500),), expense_growth=0.02)
GOODS = Product("goods", "Goods", UnitsSold(100), 10, False, 0.0, commission=0.05, supply=Supply(cost_share=0.4))


def test_what_the_family_needs_once_the_benefit_stops():
    """900 + 1,500 + 150 − 1,500 = 1,050 a month; from month 13 2 % more expenses, from month 21 no car any more."""
    need = Numbers.of(timeline=Timeline(2026, 1), household=FAMILY)["household.need"]
    assert (need[0], need[12], need[20]) == (pytest.approx(1050), pytest.approx(1098), pytest.approx(948))


def test_a_family_that_has_enough_needs_nothing():
    """More income than expenses is nothing drawn, and not a negative draw."""
    home = Household(incomes=(HouseholdIncome("wage", "Wage", 3000, 3000),),
                     expenses=(HouseholdExpense("all", "All", 2000),))
    assert Numbers.of(timeline=Timeline(2026, 1), household=home)["household.need"].max() == 0


class TestTestPhase:
    """Three months in a cooperative that keeps 10 %: 1,000 − 400 of goods − 50 of commission is 550 a month."""

    numbers = Numbers.of(timeline=Timeline(2026, 1), household=FAMILY, products=(GOODS,), test_phase=TestPhase(3, 0.1))

    def test_the_benefit_goes_on(self):
        """1,300 until the own start in April."""
        assert self.numbers["household.income.benefit.income"][:5] == pytest.approx([1300, 1300, 1300, 0, 0])

    def test_the_margin_is_paid_out_at_the_own_start(self):
        """3 × 550 × 90 % = 1,485 in April."""
        assert self.numbers.months_of("test_phase.paid_out") == {4: 1485}

    def test_nothing_of_it_is_turnover(self):
        """The cooperative invoices: no own sales, purchases, contributions or VAT before April."""
        for key in ("sales.goods.revenue", "purchases.goods.used", "contributions.provisional.paid", "vat.due"):
            assert self.numbers[key][:3].max() == 0, key
        assert self.numbers["sales.goods.revenue"][3] == pytest.approx(1000)

    def test_the_commission_is_on_what_customers_pay(self):
        """A card takes 2 % of 1,210 with VAT: 24.20 of the 1,000 is gone, and 975.80 is paid out for a month."""
        goods = Product("goods", "Goods", UnitsSold(100), 12.1, True, 0.21, commission=0.02)
        numbers = Numbers.of(timeline=Timeline(2026, 1), products=(goods,), test_phase=TestPhase(1))
        assert numbers.months_of("test_phase.paid_out") == {2: 975.8}
