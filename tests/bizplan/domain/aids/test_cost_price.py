"""The cost price of one item: worked by hand from a batch of flat bread."""

import pytest

from bizplan.domain.aids.cost_price import Batch, Material, cost_price
from bizplan.domain.aids.slip import DoesNotFit
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

FLOUR = Material("Flour", pack_price=24.0, pack_size=25, used=10)         # 9.60
YEAST = Material("Yeast", pack_price=4.0, pack_size=500, used=100)        # 0.80
OIL = Material("Oil", pack_price=30.0, pack_size=5, used=0.2)             # 1.20
BREAD = Batch(items=40, materials=(FLOUR, YEAST, OIL), packaging=0.05, waste=0.05, minutes=60, hour=20,
              commission=0.02, price=3.40)


def test_a_pack_counts_for_what_is_used_of_it():
    assert [material.cost for material in (FLOUR, YEAST, OIL)] == pytest.approx([9.60, 0.80, 1.20])


def test_forty_breads_cost_34_cents_each_in_flour_and_bags():
    assert cost_price(BREAD).bought == pytest.approx((11.60 + 2.00) / 40)


def test_waste_time_and_commission_come_on_top():
    waste, time, commission = 0.34 / 0.95 - 0.34, 20 / 40, 0.02 * 3.40
    found = cost_price(BREAD)
    assert found.whole == pytest.approx(0.34 + waste + time + commission)
    assert said(found)[-1] == ("Cost price of one", "€ 0.93")


def test_what_has_a_question_of_its_own_is_not_counted_twice():
    found = cost_price(BREAD)
    assert dict(found.proposes) == {
        "products[].cost_by": "unit", "products[].cost_per_unit": 0.34, "products[].waste": 0.05,
        "products[].commission": 0.02, "operations.minutes_a_unit": 1.5,
    }
    assert "Your own time is not in the plan's cost: it is paid from what is left over." in remarked(found)
    assert is_whole(found)


def test_every_material_stands_on_the_slip():
    assert said(cost_price(BREAD))[0] == ("Flour: 10 of a pack of 25 for € 24.00", "€ 9.60")


def test_without_material_nothing_is_proposed():
    found = cost_price(Batch(items=1, minutes=30))
    assert dict(found.proposes) == {}
    assert remarked(found) == ["Write down what goes into it, and what you pay for it."]


def test_what_costs_nothing_is_left_out_of_the_slip():
    labels = [label for label, _ in said(cost_price(Batch(items=1, materials=(FLOUR,))))]
    assert labels == ["Flour: 10 of a pack of 25 for € 24.00", "Packaging of 1", "Bought for one, without VAT",
                      "Cost price of one"]


@pytest.mark.parametrize(("field", "values"), [
    ("items", {"items": 0}), ("waste", {"items": 1, "waste": 1.0}), ("price", {"items": 1, "price": -1}),
    ("minutes", {"items": 1, "minutes": float("nan")})])
def test_a_number_that_does_not_fit_is_named(field, values):
    with pytest.raises(DoesNotFit) as refused:
        Batch(**values)
    assert refused.value.field == field
