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

    The private 20 % of 121 is 24.20, of which no VAT comes back; the business has 80 + 16.80, of which 8.40 does: a
    cost of 88.40, of which 66.30 lowers the taxable profit.
    """
    numbers = cost(100, vat_rate=0.21, vat_deductible=0.5, tax_deductible=0.75, private_share=0.2)
    found = [numbers.first(f"cost.it.{name}") for name in ("vat_back", "private", "cost", "deductible")]
    assert found == [8.4, 24.2, 88.4, 66.3]


def test_what_is_half_private_is_half_of_the_price_without_vat():
    """A telephone of 121 with VAT, half private: a cost of 50, 10.50 of VAT deducted, 60.50 taken out by the owner."""
    numbers = cost(121, includes_vat=True, vat_rate=0.21, private_share=0.5)
    assert [numbers.first(f"cost.it.{name}") for name in ("cost", "vat_back", "private")] == [50, 10.5, 60.5]


def test_the_private_part_of_a_year_is_taken_out_when_it_is_paid():
    """A year of insurance of 1,200, a quarter private: 300 in January, 75 a month is cost, 825 is paid ahead."""
    numbers = cost(every=12, private_share=0.25)
    assert list(numbers.months_of("cost.it.private"))[:2] == [1, 13]
    assert [numbers.first(f"cost.it.{name}") for name in ("private", "cost", "ahead")] == [300, 75, 825]


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
