"""VAT: the exemption and how it ends, returns by quarter and month, credits, and VAT that is a cost."""

import pytest

from financial_models.assumptions import (
    Cost,
    Equipment,
    OwnMoney,
    Product,
    Supply,
    TestPhase,
    Timeline,
    UnitsSold,
    VatChoice,
)
from tests.financial_models.blocks.single_blocks import Numbers

EXEMPT = VatChoice("exempt")


def shop(a_month: float, *, start: tuple[int, int] = (2026, 1), vat: VatChoice = EXEMPT, includes_vat: bool = True,
         **more) -> Numbers:
    """A shop that sells so much a month at 21 %, the price with VAT unless said otherwise."""
    product = Product("goods", "Goods", UnitsSold(100), a_month / 100, includes_vat, 0.21)
    return Numbers.of(timeline=Timeline(*start), products=(product,), vat=vat, **more)


class TestThreshold:
    """VAT Code art. 56bis: 25,000 a calendar year, in the first one in proportion to the days that are left."""

    def test_a_whole_year(self):
        """25,000 from 1 January on."""
        assert shop(100)["vat_status.limit"][:24] == pytest.approx(25_000)

    def test_a_start_in_july(self):
        """25,000 × 184 ÷ 365 = 12,602.74 in the first year, 25,000 after it."""
        limit = shop(100, start=(2026, 7))["vat_status.limit"]
        assert limit[:6] == pytest.approx(12_602.74)
        assert limit[6:18] == pytest.approx(25_000)

    def test_a_test_phase_does_not_count(self):
        """Three months in a cooperative from April: the own start is in July."""
        numbers = shop(2000, start=(2026, 4), test_phase=TestPhase(3))
        assert numbers["vat_status.limit"][3:9] == pytest.approx(12_602.74)
        assert numbers["vat_status.year"][8] == pytest.approx(12_000)


class TestPassingByMoreThanATenth:
    """4,000 a month passes 27,500 in July: VAT from that month, and the price that customers pay stays."""

    numbers = shop(4000)

    def test_vat_is_charged_from_that_month(self):
        """4,000 ÷ 1.21 = 3,305.79, of which 694.21 is VAT."""
        assert self.numbers["vat_status.charges"][:8] == pytest.approx([0, 0, 0, 0, 0, 0, 1, 1])
        assert self.numbers["sales.goods.vat"][:8] == pytest.approx([0] * 6 + [694.21] * 2, abs=0.005)

    def test_the_revenue_falls(self):
        """Customers go on paying 4,000."""
        assert self.numbers["sales.goods.revenue"][:8] == pytest.approx([4000] * 6 + [3305.79] * 2, abs=0.005)
        assert self.numbers["sales.goods.received"][:8] == pytest.approx(4000)

    def test_it_does_not_come_back(self):
        """Also in a year that stays below the threshold."""
        assert self.numbers["vat_status.liable"][6:].min() == 1


def test_a_price_without_vat_is_raised():
    """A business customer pays 4,000 and, from the month of passing, 840 of VAT on top."""
    numbers = shop(4000, includes_vat=False)
    assert numbers["sales.goods.revenue"][:8] == pytest.approx(4000)
    assert numbers["sales.goods.received"][:8] == pytest.approx([4000] * 6 + [4840] * 2)


def test_passing_by_less_ends_the_exemption_in_january():
    """2,200 a month is 26,400 a year: above 25,000, within 27,500."""
    numbers = shop(2200)
    assert numbers["vat_status.charges"][:12].max() == 0
    assert numbers["vat_status.charges"][12:].min() == 1


def test_staying_below_keeps_it():
    """2,083 a month is 24,996 a year, and without tax the same every year."""
    assert shop(2083)["vat_status.charges"].max() == 0


def test_passing_the_prorated_threshold():
    """From July 2,311 a month is 13,866 in December: above 12,602.74 by more than a tenth (13,863.01)."""
    assert shop(2311, start=(2026, 7))["vat_status.charges"][:6] == pytest.approx([0, 0, 0, 0, 0, 1])
    assert shop(2310, start=(2026, 7))["vat_status.charges"][:7] == pytest.approx([0, 0, 0, 0, 0, 0, 1])


class TestReturns:
    """1,210 a month with VAT: 210 of VAT a month."""

    def test_quarters_are_paid_in_the_month_after(self):
        """630 in April, July, October and January."""
        paid = shop(1210, vat=VatChoice("quarterly")).months_of("vat.paid")
        assert {month: paid[month] for month in list(paid)[:4]} == {4: 630, 7: 630, 10: 630, 13: 630}

    def test_months_are_paid_in_the_month_after(self):
        """210 in each month from the second."""
        paid = shop(1210, vat=VatChoice("monthly")).months_of("vat.paid")
        assert paid == dict.fromkeys(range(2, 49), 210)


class TestCredits:
    """A machine of 10,000 with 2,100 of VAT in January, and 210 of VAT on sales a month."""

    machine = (Equipment("machine", "Machine", 10_000, vat_rate=0.21),)
    money = (OwnMoney("own", "Savings", 15_000),)

    def test_a_credit_is_carried(self):
        """630 − 2,100 = −1,470 in April; then −840, −210, and 420 to pay in January."""
        numbers = shop(1210, vat=VatChoice("quarterly"), equipment=self.machine, own_money=self.money)
        assert numbers["vat.due"][[2, 5, 8, 11]] == pytest.approx([-1470, -840, -210, 420])
        assert next(iter(numbers.months_of("vat.paid").items())) == (13, 420)
        assert numbers.months_of("vat.received") == {}

    def test_a_credit_is_refunded(self):
        """1,470 is asked back in April and arrives in June; July pays 630 again."""
        numbers = shop(1210, vat=VatChoice("quarterly", refunded=True), equipment=self.machine, own_money=self.money)
        assert numbers.months_of("vat.received") == {6: 1470}
        assert next(iter(numbers.months_of("vat.paid").items())) == (7, 630)
        assert numbers["vat.claim"][[2, 4, 5]] == pytest.approx([1470, 1470, 0])


class TestVatThatIsNotDeducted:
    """An exempt business pays VAT and deducts none: it belongs to the cost, the stock or the asset."""

    def test_in_a_cost(self):
        """Rent of 100 and 21 of VAT cost 121; half of it deductible in an ordinary business: 110.50."""
        rent = Cost("rent", "Rent", 100, vat_rate=0.21)
        car = Cost("car", "Car", 100, vat_rate=0.21, vat_deductible=0.5)
        assert shop(100, costs=(rent,))["cost.rent.cost"][:3] == pytest.approx(121)
        ordinary = shop(100, vat=VatChoice("quarterly"), costs=(rent, car))
        assert ordinary["cost.rent.cost"][:3] == pytest.approx(100)
        assert ordinary["cost.car.cost"][:3] == pytest.approx(110.5)

    def test_in_the_stock(self):
        """Goods for 1,000 and 60 of VAT bought in the first month stand in stock for 1,060."""
        supply = Supply(cost_per_unit=1, vat_rate=0.06, first_stock=1000)
        product = Product("goods", "Goods", UnitsSold(0), 1, supply=supply)
        numbers = Numbers.of(timeline=Timeline(2026, 1), products=(product,), vat=EXEMPT)
        assert numbers["purchases.goods.value"][:3] == pytest.approx(1060)

    def test_in_what_is_sold(self):
        """100 units at 5.00 with 6 % of VAT cost 530 a month."""
        product = Product("goods", "Goods", UnitsSold(100), 10, supply=Supply(cost_per_unit=5, vat_rate=0.06))
        numbers = Numbers.of(timeline=Timeline(2026, 1), products=(product,), vat=EXEMPT)
        assert numbers["purchases.goods.cost"][:3] == pytest.approx(530)

    def test_in_the_asset(self):
        """A machine of 10,000 and 2,100 of VAT stands for 12,100, written off over 60 months at 201.67."""
        numbers = shop(100, equipment=(Equipment("machine", "Machine", 10_000, vat_rate=0.21),))
        assert numbers["equipment.machine.cost"][0] == pytest.approx(12_100)
        assert numbers["equipment.machine.written_off"][0] == pytest.approx(12_100 / 60)


def test_a_private_share_takes_its_vat_along():
    """A telephone of 100 and 21, a third private: 14 of the VAT is deducted, 66.67 is a cost, 40.33 is private."""
    phone = Cost("phone", "Telephone", 100, vat_rate=0.21, private_share=1 / 3)
    numbers = shop(100, vat=VatChoice("quarterly"), costs=(phone,))
    assert numbers["cost.phone.vat_back"][0] == pytest.approx(14)
    assert numbers["cost.phone.cost"][0] == pytest.approx(100 * 2 / 3)
    assert numbers["cost.phone.private"][0] == pytest.approx(121 / 3)


@pytest.mark.parametrize(("exempt", "returned"), [((True,), 0), ((True, False), 21 * 3), ((), 21 * 3)])
def test_who_sells_only_what_is_exempt_by_its_nature_deducts_no_vat(exempt, returned):
    """A physiotherapist pays 121 of rent for a machine: no VAT comes back, for any return that was chosen."""
    products = tuple(Product(f"p{n}", "Care", UnitsSold(40), 30, vat_exempt=each) for n, each in enumerate(exempt))
    numbers = Numbers.of(timeline=Timeline(2026, 1), products=products, vat=VatChoice("quarterly", True),
                         costs=(Cost("machine", "Machine", 100, vat_rate=0.21),))
    assert numbers["vat.asked"][3] == pytest.approx(returned)
    assert numbers["cost.machine.cost"][0] == pytest.approx(100 if returned else 121)
