"""Numbers over months and scenarios: one or many, all lines or the wanted ones, arrays or floats: the same bits."""

from collections.abc import Set
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from financial_models.language import (
    MONEY,
    NUMBER,
    Balance,
    Block,
    FormulaError,
    Input,
    Line,
    Model,
    Monthly,
    Number,
    Seasonal,
    Span,
    Term,
    larger,
    smaller,
    total,
)
from financial_models.readers import floats
from financial_models.readers.code import Places
from financial_models.readers.cores import evaluate_on_cores
from financial_models.readers.values import evaluate, evaluate_in_parts
from financial_models.readers.walks import Walk
from tests.financial_models.readers.businesses import market

SPAN = Span(2027, 11, 36)


class Stall(Block):
    price = Input("Price", MONEY)
    pieces = Monthly("Pieces", NUMBER)
    share = Input("Share", NUMBER, 0.5)
    sales = Line("Sales", MONEY, price * pieces)
    owed = Balance("Owed", MONEY)
    paid = Line("Paid", MONEY, owed.opening * share)
    owed.moves(+sales, -paid)


STALL = Model(SPAN, Stall("stall", price=2.0, pieces=10.0))


def test_a_change_is_one_number_or_one_for_each_scenario():
    values = evaluate(STALL, {"stall.price": [1.0, 2.0, 3.0], "stall.share": 1.0})
    assert values["stall.sales"][:2].tolist() == [[10, 20, 30]] * 2
    assert values["stall.owed"].shape == (48, 3)
    assert values["stall.share"].shape == (48, 1)
    assert [values.at("stall.paid", 2, scenario) for scenario in range(3)] == [10, 20, 30]


def test_what_is_given_by_the_month_changes_by_month_and_scenario():
    rising = np.arange(48.0)
    assert evaluate(STALL, {"stall.pieces": rising})["stall.sales"][:3, 0].tolist() == [0, 2, 4]
    values = evaluate(STALL, {"stall.pieces": np.column_stack([rising, rising * 2])})
    assert values["stall.sales"][:3].tolist() == [[0, 0], [2, 4], [4, 8]]


def test_a_scenario_beyond_the_last_is_the_only_one():
    values = evaluate(STALL, {"stall.share": [0.5, 1.0]})
    assert values.series("stall.sales", 1).tolist() == values.series("stall.sales", 0).tolist() == [20.0] * 36


REFUSED = [
    ({"stall.prise": 1.0}, "no input is called stall.prise; near it: stall.price"),
    ({"stall.sales": 1.0}, "no input is called stall.sales"),
    ({"stall.price": "much"}, "stall.price takes numbers, not 'much'"),
    ({"stall.pieces": [1.0] * 36}, "stall.pieces needs 48 numbers, not 36"),
    ({"stall.price": []}, "stall.price is given for no scenario: give one number, or one for each scenario"),
]


@pytest.mark.parametrize(("changes", "message"), REFUSED)
def test_a_change_that_cannot_be_made_is_refused_by_both_readers(changes, message):
    for reader in (lambda: evaluate(STALL, changes), lambda: floats.Plan(STALL).evaluate(changes)):
        with pytest.raises(FormulaError) as error:
            reader()
        assert message in str(error.value)


def test_changes_for_different_numbers_of_scenarios_are_refused():
    with pytest.raises(FormulaError, match=r"stall\.price for 2 and stall\.share for 3"):
        evaluate(STALL, {"stall.price": [1.0, 2.0], "stall.share": [0.1, 0.2, 0.3]})


@pytest.mark.parametrize("reader", [lambda *asked: list(evaluate_in_parts(*asked, part=2)), evaluate_on_cores])
def test_they_are_refused_before_any_part_is_calculated(reader):
    with pytest.raises(FormulaError, match=r"stall\.price for 2 and stall\.share for 3"):
        reader(STALL, {"stall.price": [1.0, 2.0], "stall.share": [0.1, 0.2, 0.3]}, [STALL["stall.owed"]])


def test_what_is_not_wanted_is_forgotten_and_says_so():
    values = evaluate(STALL, wanted=[STALL["stall.paid"]])
    assert np.array_equal(values["stall.paid"], evaluate(STALL)["stall.paid"])
    with pytest.raises(FormulaError, match=r"stall\.sales is forgotten: name it among the wanted lines"):
        values["stall.sales"]


def test_parts_put_together_are_the_whole():
    prices = np.linspace(1, 3, 23)
    wanted = [STALL["stall.owed"]]
    parts = evaluate_in_parts(STALL, {"stall.price": prices, "stall.share": 0.7}, wanted, part=5)
    together = np.hstack([part["stall.owed"] for part in parts])
    assert np.array_equal(together, evaluate(STALL, {"stall.price": prices, "stall.share": 0.7})["stall.owed"])


def test_what_is_given_by_the_month_is_no_scenario():
    (values,) = evaluate_in_parts(STALL, {"stall.pieces": np.arange(48.0)}, [STALL["stall.sales"]], part=5)
    assert values["stall.sales"][:3].tolist() == [[0], [2], [4]]


@pytest.mark.parametrize("cores", [1, 2, 3, None])
def test_scenarios_on_several_cores_are_the_same(cores, monkeypatch):
    monkeypatch.setattr("financial_models.readers.cores.PART", 7)
    changes = {"stall.price": np.linspace(1, 3, 40)}
    answers = evaluate_on_cores(STALL, changes, [STALL["stall.owed"], STALL["stall.pieces"]], cores)
    whole = evaluate(STALL, changes)
    assert np.array_equal(answers[STALL["stall.owed"]], whole["stall.owed"])
    assert np.array_equal(answers[STALL["stall.pieces"]], np.repeat(whole["stall.pieces"], 40, axis=1))


class Fair(Block):
    """Takings of one month of the season, all year round."""

    season = Seasonal("Season", NUMBER)
    like = Input("Like the month", NUMBER, 3.0)
    sales = Line("Sales", NUMBER, season.at(like))


FAIR = Model(SPAN, Fair("fair", season=[float(month) for month in range(1, 13)]))
SEASONS = np.outer(np.arange(1.0, 13.0), [1.0, 10.0, 100.0])


@pytest.mark.parametrize(("changes", "expected"), [
    ({"fair.season": SEASONS}, [3.0, 30.0, 300.0]),
    ({"fair.like": [1.0, 2.0, 3.0]}, [1.0, 2.0, 3.0]),
    ({"fair.season": SEASONS, "fair.like": [1.0, 2.0, 3.0]}, [1.0, 20.0, 300.0]),
])
def test_a_list_and_its_place_may_both_differ_by_scenario(changes, expected):
    assert evaluate(FAIR, changes)["fair.sales"].tolist() == [expected] * 48


def test_a_list_may_be_wanted_of_several_cores():
    season = FAIR["fair.season"]
    assert np.array_equal(evaluate_on_cores(FAIR, {"fair.season": SEASONS}, [season], 2)[season], SEASONS)


def test_a_change_that_cannot_be_made_starts_no_copies():
    with pytest.raises(FormulaError, match=r"no input is called stall\.prise"):
        evaluate_on_cores(STALL, {"stall.prise": [1.0, 2.0]}, [STALL["stall.owed"]], 2)


NUMBERS = st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda x: round(x, 3))
OPERATIONS = [
    lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b / 1000, lambda a, b: a / b, lambda a, b: a / 7,
    smaller, larger, lambda a, b: total(a, b, a), lambda a, b: round(a, 2), lambda a, b: a.reaches(b),
    lambda a, b: a.passes(b), lambda a, b: round(a, 0) >= round(b, 0), lambda a, b: round(a, 0) <= round(b, 0),
    lambda a, b: round(a, 0).equals(round(b, 0)), lambda a, b: round(a, 0) % 7, lambda a, b: -a]


@dataclass
class Business:
    """A model at random, and changes of its inputs for five scenarios."""

    model: Model
    changes: dict[str, object]


@st.composite
def businesses(draw) -> Business:
    """Lines of two inputs, a series and a list, over earlier lines, other months, and balances that feed back."""
    body: dict[str, object] = {
        "a": Input("a", NUMBER, draw(NUMBERS)), "b": Input("b", NUMBER, draw(NUMBERS)), "c": Monthly("c", NUMBER),
        "season": Seasonal("s", NUMBER), "of_year": Balance("m", NUMBER)}
    of_year = body["of_year"]
    closed = body["closed"] = Line("closed", NUMBER, of_year.opening.equals(12) * 12)
    of_year.moves(Number(1), -closed)
    stock = body["stock"] = Balance("stock", NUMBER, start=body["a"])
    known: list[Term] = [body["a"], body["b"], body["c"], body["season"].at(of_year), stock.opening,
                         body["c"].before(2), body["c"].after(1), Number(draw(st.integers(1, 9)))]
    for n in range(draw(st.integers(1, 12))):
        operation, x, y = draw(st.tuples(st.sampled_from(OPERATIONS), st.sampled_from(known), st.sampled_from(known)))
        line = body[f"x{n}"] = Line(f"x{n}", NUMBER, operation(x, y))
        known += [line, line.before(draw(st.integers(1, 12)))]
    stock.moves(smaller(larger(known[-2], -1000), 1000))
    months, year = (draw(st.lists(NUMBERS, min_size=size, max_size=size)) for size in (48, 12))
    block = type("Random", (Block,), body)("r", c=months, season=year)
    five = st.lists(NUMBERS, min_size=5, max_size=5)
    return Business(Model(SPAN, block), {"r.a": draw(five), "r.b": draw(five)})


@pytest.mark.parametrize("operation", [smaller, larger])
def test_what_is_no_number_stays_so_in_every_reader(operation):
    a, b = Input("a", NUMBER, 1.0), Input("b", NUMBER, 1.0)
    model = Model(SPAN, type("Pair", (Block,), {"a": a, "b": b, "x": Line("x", NUMBER, operation(a, b))})("r"))
    for key in ("r.a", "r.b"):
        single = floats.Plan(model).evaluate({key: np.nan})[model["r.x"]]
        assert same(np.array(single), evaluate(model, {key: np.nan})["r.x"][:, 0])


def same(a: np.ndarray, b: np.ndarray) -> bool:
    """Equal in every bit, the sign of a zero apart."""
    return np.array_equal(a, b, equal_nan=True)


@given(businesses())
def test_a_scenario_alone_is_the_same_as_among_many(business):
    many = evaluate(business.model, business.changes)
    for scenario in (0, 3):
        alone = evaluate(business.model, {key: column[scenario] for key, column in business.changes.items()})
        for line in business.model.lines:
            assert same(alone[line][:, 0], many[line][:, min(scenario, many[line].shape[1] - 1)]), line


@given(businesses())
def test_floats_are_the_same_as_arrays(business):
    changes = {key: column[0] for key, column in business.changes.items()}
    arrays, single = evaluate(business.model, changes), floats.Plan(business.model).evaluate(changes)
    for line in business.model.lines:
        assert same(arrays[line][:, 0], np.broadcast_to(single[line], len(arrays[line]))), line


@given(businesses(), st.data())
def test_the_wanted_lines_are_the_same_as_among_all(business, data):
    lines = [line for line in business.model.lines if not isinstance(line, Input)]
    wanted = data.draw(st.lists(st.sampled_from(lines), min_size=1, unique=True))
    everything = evaluate(business.model, business.changes)
    some = evaluate(business.model, business.changes, wanted=wanted)
    for line in wanted:
        assert same(np.broadcast_to(some[line], everything[line].shape), everything[line]), line


def test_a_whole_market_stall_gives_the_same_bits_both_ways():
    values = market()
    single = floats.Plan(values.model).evaluate()
    for line, numbers in single.items():
        assert same(values[line][:, 0], np.broadcast_to(numbers, len(values[line]))), line


class OnlyAsked(Set):
    """Lines of which one may ask whether a line is among them; going through them all fails."""

    def __init__(self, lines):
        self.lines = set(lines)

    def __contains__(self, line):
        return line in self.lines

    def __iter__(self):
        raise AssertionError("all lines of the model are gone through for a walk over a few")

    __len__ = None


def test_a_walk_over_a_few_lines_does_not_go_through_all_lines_of_the_model():
    model = market().model
    few = next(group for group in model.groups if model.feeds_back(group))
    places = Places(model)
    assert Walk(few, "single", places, OnlyAsked(model.lines)).text("f") == Walk(
        few, "single", places, set(model.lines)).text("f")
