"""One scenario alone or among many, arrays or plain floats: always the same bits."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from financial_models import build, evaluate, evaluate_in_parts
from financial_models.language import Input
from financial_models.readers import floats
from tests.properties.plans import plans

LEVERS = ("levers.sales_factor", "levers.cost_factor", "levers.delay", "levers.credit_share")
scenarios = st.lists(st.tuples(
    st.integers(0, 200).map(lambda p: p / 100), st.integers(0, 200).map(lambda p: p / 100), st.integers(0, 24),
    st.integers(0, 100).map(lambda p: p / 100)), min_size=2, max_size=6)


@given(plans(), scenarios)
def test_a_scenario_is_the_same_alone_and_among_many(assumptions, rows):
    """Bit for bit, in every line."""
    model = build(assumptions).model
    columns = np.array(rows, float).T
    many = evaluate(model, dict(zip(LEVERS, columns, strict=True)))
    for place, row in enumerate(rows):
        alone = evaluate(model, dict(zip(LEVERS, map(float, row), strict=True)))
        assert [line.key for line in model.lines if not same(many[line], alone[line], place)] == []


@given(plans(), scenarios)
def test_scenarios_in_parts_are_the_whole(assumptions, rows):
    """Also where the arrays of lines that nobody reads any more are written over."""
    plan = build(assumptions)
    wanted = [plan.statements.position.cash, plan.statements.profit.result, plan.statements.year_ratios.dscr_family,
              *plan.model.lines[::40]]
    changes = dict(zip(LEVERS, np.array(rows, float).T, strict=True))
    whole = evaluate(plan.model, changes)
    for first, part in enumerate(evaluate_in_parts(plan.model, changes, wanted, part=1)):
        assert [line.key for line in wanted if not same(whole[line], part[line], first)] == []


def same(many: np.ndarray, alone: np.ndarray, place: int) -> bool:
    """Whether a scenario's column is the one that it has alone."""
    return np.array_equal(many[:, min(place, many.shape[1] - 1)], alone[:, 0])


@given(plans())
def test_floats_give_the_bits_of_arrays(assumptions):
    """Every monthly line of the compiled floats is that of the arrays."""
    model = build(assumptions).model
    arrays, numbers = evaluate(model), floats.Plan(model).evaluate()
    monthly = [line for line in model.lines if line not in model.yearly and not isinstance(line, Input)]
    assert [line.key for line in monthly if not np.array_equal(np.array(numbers[line]), arrays[line][:, 0])] == []
