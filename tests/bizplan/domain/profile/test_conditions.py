"""What would have to be true: at that price, quantity or cost the family is covered, and a little short of it not."""

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.living import living
from bizplan.domain.profile import verdict
from bizplan.domain.readiness import sentence
from tests.bizplan.domain.quick_plans import TODAY, answered, quick_plan


def condition(plan, key):
    """The condition of a lever."""
    return next(found for found in verdict(plan, TODAY).conditions if found.key == key)


def with_answers(plan, answers, factor=1.0):
    """The plan with these answers, times a factor."""
    for at, number in answers.items():
        plan = answered(plan, at, number * factor)
    return plan


def said(found):
    """What a condition says."""
    return sentence(found, "en", str).replace("\u00a0", " ")


def is_covered(plan):
    """Whether the family is covered every year."""
    return living(plan, TODAY).family.value >= 1


def test_a_price_at_which_the_family_becomes_covered_really_covers_it():
    plan = quick_plan(units=200.0)
    assert not is_covered(plan)
    found = condition(plan, "price")
    (price,) = found.answers.values()
    assert price == round(price, 2) > 12.1
    assert is_covered(with_answers(plan, found.answers))
    assert not is_covered(with_answers(plan, {at: number - 0.02 for at, number in found.answers.items()}))
    assert said(found).startswith(f"Your family is covered every year at these prices: Soap € {price:.2f}.")


def test_a_quantity_at_which_the_family_becomes_covered_really_covers_it():
    plan = quick_plan(units=200.0)
    found = condition(plan, "quantity")
    (units,) = found.answers.values()
    assert units == int(units) > 200
    assert is_covered(with_answers(plan, found.answers))
    assert not is_covered(quick_plan(units=units - 1))


def test_fixed_costs_at_which_the_family_becomes_covered_really_cover_it():
    plan = quick_plan(units=240.0, costs=400.0)
    found = condition(plan, "fixed_costs")
    (amount,) = found.answers.values()
    assert 0 < amount < 400
    assert is_covered(with_answers(plan, found.answers))
    assert not is_covered(quick_plan(units=240.0, costs=amount + 1))
    assert f"€ {amount:,.0f} a month. Now they are € 400." in said(found)


def test_a_family_that_is_covered_hears_how_far_each_may_fall():
    found = condition(quick_plan(), "price")
    (price,) = found.answers.values()
    assert price < 12.1
    assert is_covered(quick_plan(price=price))
    assert not is_covered(quick_plan(price=price - 0.02))
    assert said(found).startswith("Your family stays covered down to these prices: Soap")


def test_no_fixed_costs_at_all_may_still_be_too_much():
    found = condition(quick_plan(units=60.0), "fixed_costs")
    assert found.factor is None and not found.answers and not found.is_within_reach
    assert said(found) == "Even without fixed costs your family is not covered every year."
    assert not is_covered(quick_plan(units=60.0, costs=0.0))


def test_more_than_can_be_made_covers_nobody():
    found = condition(quick_plan(units=200.0, capacity=210.0), "quantity")
    assert found.factor is None
    assert [wanted.path for wanted in found.places] == ["products[0].units"]


@pytest.mark.parametrize("name", examples.names())
def test_of_every_example_the_family_is_covered_just_where_it_is_said(name):
    plan = plan_file.read(examples.text(name).encode())
    found = verdict(plan, TODAY).conditions
    assert {"price", "quantity"} <= {each.key for each in found}
    for each in found:
        beyond = each.factor * (1.02 if each.key == "fixed_costs" else 0.98)
        now = {at: plan.value(*at) for at in each.answers}
        assert is_covered(with_answers(plan, each.answers)), each.key
        assert not is_covered(with_answers(plan, now, beyond)), each.key
