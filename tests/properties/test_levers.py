"""The levers: neutral ones change nothing, a delay shifts what begins with the business, a credit is cut alone."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models import build, evaluate
from financial_models.assumptions import Levers
from tests.properties.plans import NEUTRAL, plans

unmoved = plans(levers=st.just(NEUTRAL))


def everything(plan, changes=None):
    """Every line's numbers, to the bit."""
    values = evaluate(plan.model, changes)
    return {line.key: values[line] for line in plan.model.lines}


@given(unmoved)
def test_neutral_levers_change_nothing(assumptions):
    """Written out or left out, in the plan or as a change: the same bits."""
    plan = build(assumptions)
    as_it_is = everything(plan)
    neutral = {"levers.sales_factor": 1.0, "levers.cost_factor": 1.0, "levers.delay": 0.0, "levers.credit_share": 1.0}
    moved = everything(plan, neutral)
    assert [key for key, numbers in as_it_is.items() if not np.array_equal(numbers, moved[key])] == []


@given(unmoved, st.builds(Levers, st.sampled_from((0.0, 0.8, 1.3)), st.sampled_from((0.9, 1.2)), st.integers(0, 24),
                          st.sampled_from((0.0, 0.6))))
def test_a_lever_in_the_plan_is_the_same_as_a_lever_moved(assumptions, levers):
    """What the assumptions say and what a scenario changes lead to the same bits."""
    moved = everything(build(assumptions), {
        "levers.sales_factor": levers.sales_factor, "levers.cost_factor": levers.cost_factor,
        "levers.delay": levers.delay, "levers.credit_share": levers.credit_share})
    written = everything(build(replace(assumptions, levers=levers)))
    assert [key for key, numbers in written.items() if not np.array_equal(numbers, moved[key])] == []


@given(unmoved, st.integers(1, 24))
def test_a_delay_shifts_the_start(assumptions, delay):
    """The own business starts so many months later; what is sold before growth and season shifts along."""
    plan = build(assumptions)
    on_time, late = evaluate(plan.model), evaluate(plan.model, {"levers.delay": delay})
    start, later = (np.flatnonzero(values["timeline.starting"][:, 0]) for values in (on_time, late))
    assert list(later) == [month + delay for month in start if month + delay < plan.model.span.length]
    for product, demand in zip(assumptions.products, plan.parts.trade.demands, strict=True):
        assert late[demand.ramp][delay:] == pytest.approx(on_time[demand.ramp][:-delay]), product.id
        assert not late[demand.units][:delay].any()
    assert late["timeline.months_so_far"].max() <= 12


@given(unmoved, st.integers(1, 24))
def test_costs_that_wait_wait_and_others_do_not(assumptions, delay):
    """Payments of a waiting line fall due the months of delay later; of any other in the same months."""
    plan = build(assumptions)
    on_time, late = evaluate(plan.model), evaluate(plan.model, {"levers.delay": delay})
    for cost, block in zip(assumptions.costs, plan.parts.spent.costs, strict=True):
        due, then = on_time[block.due][:, 0], late[block.due][:, 0]
        assert list(then) == (list(due) if not cost.waits else [0.0] * delay + list(due[:-delay]))


@given(unmoved, st.sampled_from((0.0, 0.25, 0.5)))
def test_less_credit_is_less_of_what_is_asked_alone(assumptions, share):
    """A loan that is asked for with this plan shrinks; every other stays as it was."""
    plan = build(assumptions)
    whole, part = evaluate(plan.model), evaluate(plan.model, {"levers.credit_share": share})
    for loan, block in zip(assumptions.loans, plan.parts.money.loans, strict=True):
        if loan.asked and not loan.existing:
            drawn = sum(part_of_it for month, part_of_it in loan.drawings or ((loan.month, 1.0),)
                        if month <= plan.model.span.length)
            assert part[block.drawn].sum() == pytest.approx(loan.amount * share * drawn, abs=0.02)
        else:
            assert np.array_equal(part[block.debt], whole[block.debt])
