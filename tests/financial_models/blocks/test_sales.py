"""Sales: how much is sold, at which price, and when it is paid."""

import pytest

from financial_models.assumptions import (
    CustomersServed,
    HoursBilled,
    Levers,
    Product,
    Subscriptions,
    Timeline,
    UnitsSold,
    VatChoice,
)
from tests.financial_models.blocks.single_blocks import Numbers


def sold(demand=None, price: float = 10, *, levers: Levers | None = None, start: tuple[int, int] = (2026, 1),
         **more) -> Numbers:
    """A product without VAT."""
    given = {"vat_rate": 0.0, "price_includes_vat": False, **more}
    product = Product("goods", "Goods", demand or UnitsSold(100), price, **given)
    return Numbers.of(timeline=Timeline(*start), products=(product,), levers=levers or Levers(),
                      vat=VatChoice("quarterly"))


def test_units_times_price():
    """100 × 10 = 1,000."""
    assert sold()["sales.goods.revenue"][:36] == pytest.approx(1000)


def test_customers_times_days_times_ticket():
    """60 customers on 24 days at 5.30: 7,632."""
    assert sold(CustomersServed(60, 24), 5.3)["sales.goods.revenue"][0] == pytest.approx(7632)


def test_hours_times_share_billed_times_rate():
    """160 hours of which 60 % are billed at 45: 4,320."""
    assert sold(HoursBilled(160, 0.6), 45)["sales.goods.revenue"][0] == pytest.approx(4320)


def test_subscribers_come_and_go():
    """20 at the start, 5 more a month, 10 % leave: 25, 27.5, 29.75."""
    assert sold(Subscriptions(20, 5, 0.1), 30)["demand.goods.units"][:3] == pytest.approx([25, 27.5, 29.75])


def test_the_ramp_up_rises_evenly():
    """From 40 % in the first month to all of it in the fourth: 40, 60, 80, 100."""
    numbers = sold(ramp_first=0.4, ramp_months=4)
    assert numbers["demand.goods.units"][:5] == pytest.approx([40, 60, 80, 100, 100])
    assert sold(ramp_first=0.4, ramp_months=1)["demand.goods.units"][0] == pytest.approx(100)


def test_the_season_follows_the_calendar():
    """A plan that begins in November takes the factors of November, December and January."""
    season = tuple(n / 10 for n in range(1, 13))
    assert sold(start=(2026, 11), season=season)["demand.goods.units"][:3] == pytest.approx([110, 120, 10])


def test_capacity_limits_what_is_sold():
    """120 are asked for, 90 can be made: 30 are turned away."""
    numbers = sold(UnitsSold(120), capacity=90)
    assert (numbers.first("demand.goods.units"), numbers.first("demand.goods.turned_away")) == (90, 30)


def test_prices_and_volumes_change_each_year_of_the_plan():
    """2 % on the price and 5 % on the volume in month 13: 1,000 × 1.02 × 1.05 = 1,071."""
    revenue = sold(price_growth=0.02, volume_growth=0.05)["sales.goods.revenue"]
    assert (revenue[11], revenue[12]) == (pytest.approx(1000), pytest.approx(1071))


def test_a_price_with_vat_holds_the_vat():
    """12.10 with 21 % is 10 and 2.10 of VAT."""
    numbers = sold(price=12.1, price_includes_vat=True, vat_rate=0.21)
    assert (numbers.first("sales.goods.revenue"), numbers.first("sales.goods.vat")) == (1000, 210)
    assert numbers.first("sales.goods.received") == 1210


def test_customers_pay_in_shares():
    """Of 1,000: 500 at once, 20 %, 15 % and 10 % after one to three months, 5 % never, written off after three."""
    numbers = sold(paid_after_1=0.2, paid_after_2=0.15, paid_after_3=0.1, never_paid=0.05)
    assert numbers["sales.goods.received"][:5] == pytest.approx([500, 700, 850, 950, 950])
    assert numbers["sales.goods.written_off"][:4] == pytest.approx([0, 0, 0, 50])
    assert numbers["sales.goods.owed"][:5] == pytest.approx([500, 800, 950, 950, 950])


def test_a_commission_is_taken_from_what_is_paid():
    """2 % of 1,210 is 24.20; its VAT of 5.08 is deducted."""
    numbers = sold(price=12.1, price_includes_vat=True, vat_rate=0.21, commission=0.02, commission_vat_rate=0.21)
    assert numbers.first("sales.goods.commission_paid") == 29.28
    assert numbers.first("sales.goods.commission_cost") == 24.2


def test_the_levers_move_sales_and_their_start():
    """20 % less, two months later."""
    assert sold(levers=Levers(sales_factor=0.8, delay=2))["sales.goods.revenue"][:4] == pytest.approx([0, 0, 800, 800])
