"""Cost lines: when they are paid, what is charged to a month, and the three shares that are not the same."""

import pytest

from financial_models.assumptions import Cost, Levers, Timeline, VatChoice
from tests.financial_models.blocks.single_blocks import Numbers


def cost(amount: float = 1200, *, levers: Levers | None = None, **more) -> Numbers:
    """One cost line in an ordinary VAT regime."""
    return Numbers.of(timeline=Timeline(2026, 1), costs=(Cost("it", "It", amount, **more),), levers=levers or Levers(),
                      vat=VatChoice("quarterly"))


@pytest.mark.parametrize(("every", "months", "charged"), [
    (1, [1, 2, 3, 4], 1200), (3, [1, 4, 7, 10], 400), (12, [1, 13], 100)])
def test_a_payment_is_charged_over_the_months_that_it_covers(every, months, charged):
    """1,200 a month, a quarter, a year."""
    numbers = cost(every=every)
    assert list(numbers.months_of("cost.it.paid"))[:len(months)] == months
    assert numbers["cost.it.cost"][:24] == pytest.approx(charged)


def test_what_is_paid_ahead_stands_on_the_balance_sheet():
    """A year of insurance paid in January: 1,100 at the end of it, 0 in December."""
    ahead = cost(every=12)["cost.it.ahead"]
    assert (ahead[0], ahead[11]) == (pytest.approx(1100), pytest.approx(0, abs=1e-9))


def test_what_is_paid_once_is_a_cost_at_once():
    """In month 3, and never again."""
    numbers = cost(every=0, from_month=3)
    assert numbers.months_of("cost.it.paid") == {3: 1200}
    assert numbers.months_of("cost.it.cost") == {3: 1200}


def test_an_amount_with_vat_holds_it():
    """121 with 21 %: 100 and 21 that is deducted."""
    numbers = cost(121, includes_vat=True, vat_rate=0.21)
    assert [numbers.first(f"cost.it.{name}") for name in ("cost", "vat_back", "paid")] == [100, 21, 121]


def test_three_shares_are_three_things():
    """A car of 100 and 21: half of the VAT deducted in the 80 % that is not private, 75 % of the cost counts for tax.

    121 − 21 × 50 % × 80 % = 112.60, of which 20 % private: a cost of 90.08, of which 67.56 lowers the taxable profit.
    """
    numbers = cost(100, vat_rate=0.21, vat_deductible=0.5, tax_deductible=0.75, private_share=0.2)
    found = [numbers.first(f"cost.it.{name}") for name in ("vat_back", "private", "cost", "deductible")]
    assert found == [8.4, 22.52, 90.08, 67.56]


def test_costs_rise_each_year_of_the_plan():
    """2 % from month 13 on."""
    paid = cost(growth=0.02)["cost.it.paid"]
    assert (paid[11], paid[12], paid[24]) == (pytest.approx(1200), pytest.approx(1224), pytest.approx(1248.48))


def test_a_cost_may_wait_for_the_business():
    """With two months of delay it begins in month 3; one that does not wait in month 1."""
    assert min(cost(waits=True, levers=Levers(delay=2)).months_of("cost.it.paid")) == 3
    assert min(cost(levers=Levers(delay=2)).months_of("cost.it.paid")) == 1


def test_the_lever_moves_costs():
    """10 % more."""
    assert cost(levers=Levers(cost_factor=1.1)).first("cost.it.paid") == 1320
