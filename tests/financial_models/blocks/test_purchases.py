"""Purchases: goods are bought ahead, kept at cost, and paid for when the supplier says."""

import pytest

from financial_models.assumptions import Product, Supply, Timeline, UnitsSold, VatChoice
from tests.financial_models.blocks.single_blocks import Numbers


def bought(units: float = 100, *, season: tuple[float, ...] = (1.0,) * 12, price: float = 10, **supply) -> Numbers:
    """A shop without VAT on its sales, and what its goods cost."""
    product = Product("goods", "Goods", UnitsSold(units), price, False, 0.0, season=season, supply=Supply(**supply))
    return Numbers.of(timeline=Timeline(2026, 1), products=(product,), vat=VatChoice("quarterly"))


def test_goods_by_the_unit_and_as_a_share():
    """100 at 4.00 is 400; 40 % of 1,000 is the same."""
    assert bought(cost_per_unit=4).first("purchases.goods.cost") == 400
    assert bought(cost_share=0.4).first("purchases.goods.cost") == 400


def test_what_is_thrown_away_is_bought_too():
    """Of 500 bought 20 % is wasted: 400 are sold."""
    assert bought(cost_per_unit=4, waste=0.2).first("purchases.goods.cost") == 500


def test_stock_covers_the_months_to_come():
    """45 days: next month's 400 and half of the month after; the first month buys 1,000, every later one 400."""
    numbers = bought(cost_per_unit=4, stock_days=45)
    assert numbers["purchases.goods.stock"][:3] == pytest.approx(600)
    assert numbers["purchases.goods.bought"][:3] == pytest.approx([1000, 400, 400])


def test_stock_looks_ahead_at_the_season():
    """Twice as much is sold in March: February buys for it."""
    season = (1, 1, 2, *[1] * 9)
    numbers = bought(cost_per_unit=4, stock_days=30, season=season)
    assert numbers["purchases.goods.bought"][:4] == pytest.approx([800, 800, 400, 400])


def test_stock_brought_in_is_used_first():
    """With 1,000 in stock, 400 a month: bought is 0, 0, 200, 400."""
    assert bought(cost_per_unit=4, opening_stock=1000)["purchases.goods.bought"][:4] == pytest.approx([0, 0, 200, 400])


def test_suppliers_give_credit():
    """Two months: what is bought in January is paid in March, and 800 is owed from February on."""
    numbers = bought(cost_per_unit=4, credit_months=2)
    assert numbers["purchases.goods.paid"][:4] == pytest.approx([0, 0, 400, 400])
    assert numbers["purchases.goods.owed"][:4] == pytest.approx([400, 800, 800, 800])


class TestImports:
    """400 a month from abroad: 10 % duty, 21 % VAT at the border on 440, two months on the way, 30 % paid ahead."""

    numbers = bought(cost_per_unit=4, imported=True, duty=0.1, vat_rate=0.21, transit_months=2, prepaid_share=0.3)

    def test_duty_is_part_of_the_cost(self):
        """440 for what is sold; the VAT comes back."""
        assert self.numbers["purchases.goods.cost"][:3] == pytest.approx(440)
        assert self.numbers["purchases.goods.vat_back"][:3] == pytest.approx(92.4)

    def test_what_is_paid_when(self):
        """January and February pay on arrival what would have been paid before the plan; from March 30 % is ahead."""
        assert self.numbers["purchases.goods.customs"][:3] == pytest.approx(132.4)
        assert self.numbers["purchases.goods.prepaid"][:4] == pytest.approx(120)
        assert self.numbers["purchases.goods.paid_soon"][:4] == pytest.approx([400, 400, 280, 280])

    def test_advances_stand_on_the_balance_sheet(self):
        """120, then 240 as long as it lasts."""
        assert self.numbers["purchases.goods.advances"][:4] == pytest.approx([120, 240, 240, 240])
