"""Which answers move the lowest cash most, worked out by calculating each change on its own."""

from dataclasses import replace

import pytest

from bizplan.domain.plan import Plan
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.sensitivity import DECIDED, VARIED, movers
from bizplan.workshop import Workshop
from tests.bizplan.domain.quick_plans import TODAY, answered, place, quick_plan


def case(plan):
    """A plan with its figures."""
    work = Workshop.on(plan, TODAY)
    return Calculated(plan, TODAY, work.engine, work.values)


def lowest(plan) -> float:
    """The lowest cash of a plan."""
    found = case(plan)
    return float(found.series(found.engine.statements.position.cash).min())


def with_factor(plan, at, factor):
    """The plan with one number more or less."""
    old = plan.answers[at]
    return Plan(plan.language, {**plan.answers, at: replace(old, value=old.value * factor)}, plan.rows)


def test_each_effect_is_that_of_the_answer_changed_on_its_own():
    plan = quick_plan()
    base = lowest(plan)
    found = movers(case(plan))
    assert len(found) >= 5
    for each in found:
        less, more = (lowest(with_factor(plan, each.place, factor)) for factor in (0.9, 1.1))
        assert each.effect == pytest.approx(max(abs(less - base), abs(more - base)), abs=0.02), each.place


def test_the_strongest_stand_first_and_what_moves_nothing_is_left_out():
    found = movers(case(quick_plan()))
    assert [each.effect for each in found] == sorted((each.effect for each in found), reverse=True)
    assert all(each.effect >= 1 for each in found)
    assert len({each.place for each in found}) == len(found)


def test_the_own_money_moves_the_lowest_cash_by_a_tenth_of_itself():
    """€ 1,500 of savings comes in the first month: a tenth is € 150."""
    effects = {each.place: each.effect for each in movers(case(quick_plan()), most=50)}
    assert effects[place("own")] == pytest.approx(150, abs=0.01)


def test_only_so_many_are_named():
    assert len(movers(case(quick_plan()), most=3)) == 3
    assert movers(case(quick_plan()), most=3) == movers(case(quick_plan()))[:3]


def test_only_what_can_be_a_tenth_more_is_varied_and_nothing_that_is_decided():
    for each in movers(case(quick_plan()), most=100):
        assert QUESTIONS[each.place[0]].kind in VARIED
        assert each.place[0] not in DECIDED


def test_a_number_that_was_not_answered_is_not_named():
    plan = answered(quick_plan(), place("kettle"), None)
    assert place("kettle") not in {each.place for each in movers(case(plan), most=100)}
