"""The verdict of the quick profile: reasons worked out by hand, missing answers named, never a light alone."""

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.plan import Plan
from bizplan.domain.profile import Gate, verdict
from bizplan.domain.questions import QUESTIONS, QUICK
from bizplan.domain.readiness import sentence
from bizplan.domain.readiness.signals import Light
from tests.bizplan.domain.quick_plans import TODAY, answered, place, quick_plan, without_rows


def said(found, key):
    """What the reasons with this key say."""
    return [sentence(reason, "en", str).replace("\u00a0", " ") for reason in found.reasons if reason.key == key]


def lights(found):
    """The light of each kind of reason, the worst of several."""
    order = [Light.STOP, Light.WARN, None, Light.OK]
    return {reason.key: min((other.light for other in found.reasons if other.key == reason.key), key=order.index)
            for reason in found.reasons}


def test_the_reasons_of_a_small_plan_are_those_worked_out_by_hand():
    found = verdict(quick_plan(), TODAY)
    assert found.gate is Gate.GO
    assert said(found, "margin_of_product") == ["Of each Soap, € 6 is left of € 10 without VAT."]
    assert said(found, "margin") == [
        "You sell for € 4,000 a month without VAT. € 2,400 of it is left for all other costs: 60%."]
    assert said(found, "capacity") == [
        "For Soap you use 50% of what you can make or serve: 26 weeks of full work a year."]
    assert said(found, "start") == [
        "What you buy for the start costs € 1,000. You bring in € 1,500 yourself: enough."]
    assert set(lights(found).values()) == {Light.OK}
    assert found.missing == ()


def test_the_quick_questions_are_enough_and_what_was_taken_for_granted_is_said():
    quick = {key for page in QUICK for key in page.questions}
    plan = quick_plan()
    assert {key for key, _ in plan.answers} <= quick
    found = verdict(plan, TODAY)
    assert {reason.key for reason in found.reasons} == {
        "margin_of_product", "margin", "break_even", "family", "capacity", "start", "cash"}
    assert ("products[].vat", "soap") in {(taken.key, taken.row) for taken in found.assumed}
    settled = answered(plan, ("products[].vat", "soap"), "reduced_1")
    assert ("products[].vat", "soap") not in {(taken.key, taken.row) for taken in verdict(settled, TODAY).assumed}


def test_a_price_below_what_it_costs_is_not_yet():
    found = verdict(quick_plan(price=4.0), TODAY)
    assert found.gate is Gate.NOT_YET
    assert lights(found)["margin_of_product"] is Light.STOP
    assert "selling more makes it worse" in said(found, "margin_of_product")[0]
    assert lights(found)["margin"] is Light.STOP


def test_too_few_sales_within_reach_of_enough_is_go_if():
    found = verdict(quick_plan(units=200.0), TODAY)
    assert found.gate is Gate.GO_IF
    assert lights(found)["family"] is Light.STOP
    assert any(condition.is_within_reach for condition in found.conditions)


def test_far_too_few_sales_is_not_yet():
    found = verdict(quick_plan(units=60.0), TODAY)
    assert found.gate is Gate.NOT_YET
    assert not any(condition.is_within_reach for condition in found.conditions)


def test_more_than_can_be_made_is_a_reason_to_stop_and_think():
    found = verdict(quick_plan(units=900.0), TODAY)
    assert said(found, "capacity") == [
        "You plan to sell more Soap than you can make or serve: 1,200 too many in a year."]
    assert found.gate is Gate.GO_IF
    assert lights(verdict(quick_plan(units=760.0), TODAY))["capacity"] is Light.WARN, "95 % leaves no room"


def test_what_nobody_pays_for_yet_is_named():
    found = verdict(quick_plan(kettle=4000.0), TODAY)
    assert said(found, "start") == [
        "What you buy for the start costs € 4,000. You bring in € 1,500 yourself; € 2,500 is still to be found."]
    assert found.gate is Gate.GO_IF
    start = next(reason for reason in found.reasons if reason.key == "start")
    assert [wanted.path for wanted in start.places] == ["equipment[0].price", "own_money[0].amount"]


def test_an_unknown_capacity_is_named_and_leaves_the_verdict_open():
    found = verdict(quick_plan(capacity=None), TODAY)
    assert found.gate is Gate.GO_IF
    assert [wanted.path for wanted in found.missing] == ["products[0].capacity"]


@pytest.mark.parametrize("left_out", ["price", "units", "cost_per_unit", "costs", "rent", "food", "own"])
def test_without_an_answer_it_rests_on_the_verdict_is_not_yet_and_names_it(left_out):
    found = verdict(quick_plan(**{left_out: None}), TODAY)
    assert found.gate is Gate.NOT_YET
    assert place(left_out) in {(wanted.key, wanted.row) for wanted in found.missing}
    label = QUESTIONS[place(left_out)[0]].label
    assert any(label in sentence(reason, "en", str) for reason in found.reasons if reason.light is None)


def test_an_empty_plan_has_reasons_that_name_the_first_questions():
    found = verdict(Plan("nl"), TODAY)
    assert found.gate is Gate.NOT_YET
    assert found.missing[0].key == "products[].name"
    assert {reason.light for reason in found.reasons} == {None}


def test_a_contradiction_is_the_only_reason():
    plan = quick_plan()
    for months in (1, 2):
        plan = answered(plan, (f"products[].paid_after_{months}", "soap"), 0.8)
    found = verdict(plan, TODAY)
    assert found.gate is Gate.NOT_YET
    assert [(reason.key, reason.light) for reason in found.reasons] == [("figures", Light.STOP)]
    assert [wanted.path for wanted in found.reasons[0].places] == ["products[0].paid_after_1"]
    assert found.no_figures is not None


@pytest.mark.parametrize("name", examples.names())
def test_every_example_has_a_verdict_with_reasons_and_places(name):
    study = plan_file.read(examples.text(name).encode())
    found = verdict(study, TODAY)
    assert found.gate is (Gate.GO if set(lights(found).values()) == {Light.OK} else Gate.GO_IF)
    for reason in (*found.reasons, *found.conditions):
        assert sentence(reason, "en", str)
        assert reason.places
        assert all(wanted.key in QUESTIONS for wanted in reason.places)


@pytest.mark.parametrize("key", sorted({key for key, _ in quick_plan().answers}))
def test_whatever_quick_question_is_left_open_there_is_a_verdict(key):
    plan = quick_plan()
    for asked, row in plan.answers:
        if asked == key:
            plan = answered(plan, (asked, row), None)
    found = verdict(plan, TODAY)
    assert found.reasons
    assert all(sentence(reason, "en", str) for reason in (*found.reasons, *found.conditions))


@pytest.mark.parametrize("group", ["products", "costs", "equipment", "own_money"])
def test_whatever_group_is_empty_there_is_a_verdict(group):
    found = verdict(without_rows(quick_plan(), group), TODAY)
    assert found.gate is (Gate.GO if group == "equipment" else Gate.NOT_YET)
    if group != "equipment":
        assert f"{group}[].name" in {wanted.key for wanted in found.missing}
