"""The statements of a business that is simple enough to draw up by hand."""

import pytest

from financial_models.assumptions import (
    Bank,
    Cost,
    Equipment,
    Household,
    HouseholdExpense,
    Loan,
    OwnMoney,
    Product,
    SelfEmployment,
    Supply,
    Timeline,
    UnitsSold,
)
from tests.financial_models.blocks.single_blocks import Numbers


class TestAYear:
    """Sales 3,000 a month of which 1,000 goods; rent 500; an oven of 6,000 over five years; the family draws 700.

    A loan of 12,000 without interest over 24 months; 2,000 of savings, 100 on the account.
    """

    numbers = Numbers.of(
        timeline=Timeline(2026, 1), self_employment=SelfEmployment("student", fee=0.0425), bank=Bank(100, 0.0),
        products=(Product("meals", "Meals", UnitsSold(300), 10, False, 0.0, supply=Supply(cost_share=1 / 3)),),
        costs=(Cost("rent", "Rent", 500),), equipment=(Equipment("oven", "Oven", 6000),),
        loans=(Loan("loan", "Loan", 12_000, 0.0, 24),), own_money=(OwnMoney("own", "Savings", 2000),),
        household=Household(expenses=(HouseholdExpense("living", "Living", 700),)))

    def of_the_first_year(self, key: str) -> float:
        """A line of the year, to the cent."""
        return round(float(self.numbers.values.by_year(key)[0, 0]), 2)

    def test_profit_and_loss(self):
        """36,000 − 12,000 − 6,000 = 18,000; depreciation 1,200."""
        names = ("turnover", "purchases", "gross_margin", "services")
        found = [self.of_the_first_year(f"profit.{name}") for name in names]
        assert found == [36_000, 12_000, 24_000, 6000]
        assert self.of_the_first_year("profit.before_contributions") == 18_000
        assert self.of_the_first_year("profit.written_off") == 1200

    def test_contributions_of_a_student(self):
        """Nothing is paid yet: (16,800 − 8,687.04) × 20.5 % with 4.25 % fee, charged now and paid two years later."""
        contribution = 4 * round(round((16_800 - 8687.04) * 0.205 / 4, 2) * 1.0425, 2)
        assert self.of_the_first_year("contributions.charge.cost") == pytest.approx(contribution, abs=0.02)
        assert self.numbers["balance_sheet.taxes_and_wages"][11] > contribution

    def test_cash_flow(self):
        """Operations 18,000; the oven 6,000; the loan 12,000 less 11 × 500 repaid; 8,400 for the family."""
        names = ("operating", "investing", "debt_service", "financing")
        found = [self.of_the_first_year(f"cash_flow.{name}") for name in names]
        assert found == [18_000, -6000, 5500, 8500]
        assert self.of_the_first_year("bank.cash") == 100 + 18_000 - 6000 + 8500 - 8400

    def test_balance_sheet(self):
        """Oven 4,800 and cash 12,200 against a debt of 6,500, all of it due within the next year but 500."""
        assert self.of_the_first_year("balance_sheet.fixed") == 4800
        assert self.of_the_first_year("balance_sheet.assets") == 17_000
        assert self.of_the_first_year("balance_sheet.long_debt") == 500
        result = self.of_the_first_year("profit.result")
        assert self.of_the_first_year("balance_sheet.equity") == pytest.approx(2100 + result - 8400, abs=0.011)
