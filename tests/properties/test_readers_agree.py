"""One scenario alone or among many, arrays or plain floats: always the same bits."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from financial_models import build, evaluate, evaluate_in_parts
from financial_models.language import Input
from financial_models.readers import floats
from financial_models.readers.values import by_scenario
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


@given(plans(), st.data())
def test_any_input_may_differ_by_scenario(assumptions, data):
    """Rates, months, seasons, what stands on the bank at the start: alone, in parts and as floats, bit for bit."""
    plan = build(assumptions)
    free = [line for line in plan.model.lines if isinstance(line, Input) and not line.structure]
    chosen = data.draw(st.lists(st.sampled_from(free), min_size=1, max_size=9, unique=True))
    factors = [data.draw(st.lists(st.sampled_from([1.0, 0.0, 0.5, 1.37]), min_size=2, max_size=2)) for _ in chosen]
    changes = {line.key: by_scenario(plan.model, {line.key: line.value})[line.key] * factor
               for line, factor in zip(chosen, factors, strict=True)}
    openings = [line for line in plan.model.lines if line.kind == "opening"]
    wanted = [plan.statements.year_ratios.dscr_family, *openings[::5], *plan.model.lines[::40]]
    many, single = evaluate(plan.model, changes), floats.Plan(plan.model)
    for place, part in enumerate(evaluate_in_parts(plan.model, changes, wanted, part=1)):
        own = {key: column[:, place] for key, column in changes.items()}
        alone, numbers = evaluate(plan.model, own), single.evaluate(own)
        assert [line.key for line in plan.model.lines if not same(many[line], alone[line], place)] == []
        assert [line.key for line in wanted if not same(many[line], part[line], place)] == []
        assert [line.key for line, found in numbers.items() if not np.all(np.array(found) == alone[line][:, 0])] == []


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
