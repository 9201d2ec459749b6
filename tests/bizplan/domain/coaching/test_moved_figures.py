"""What answers did to the figures that decide: sentences with both values, also where one moment has no figures."""

from dataclasses import replace
from datetime import date

import pytest

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.coaching.moved_figures import Standing, Way, movements, standing
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.readiness.sentences import Month, sentence
from tests.pages import plain

TODAY = date(2026, 11, 28)
PRICE = "products[].price"


@pytest.fixture(scope="module")
def bakery():
    """The example, whose flat bread costs € 3.40."""
    return plan_file.read(examples.text("bakery"))


@pytest.fixture(scope="module")
def stands(bakery):
    """Its figures."""
    return standing(bakery, TODAY)


def with_answer(plan, key, value, row=""):
    """The plan with one other answer."""
    return Plan(plan.language, {**plan.answers, (key, row): Answer(value)}, plan.rows)


def told(before, after):
    """The sentences, by figure, and which way each went."""
    return {each.key: (each.way, plain(sentence(each, "en", str))) for each in movements(before, after)}


def test_a_cheaper_flat_bread_makes_everything_worse_by_what_is_said(bakery, stands):
    row = next(row for key, row in bakery.answers if key == "products[].name" and bakery.value(key, row) and
               "lat" in str(bakery.value(key, row)))
    cheaper = standing(with_answer(bakery, PRICE, 3.2, row), TODAY)
    found = told(stands, cheaper)
    assert found["lowest_cash"] == (Way.WORSE, "The lowest cash falls from € 2,967 to € 2,833, in March 2027.")
    assert found["family"] == (
        Way.WORSE, "The part of what the family needs that is earned falls from 105.5% to 101.7%.")
    assert {way for way, _text in found.values()} == {Way.WORSE, Way.SAME}
    back = told(cheaper, stands)
    assert back["lowest_cash"][0] is Way.BETTER
    assert " rises from " in back["lowest_cash"][1]


def test_the_same_plan_moves_nothing(stands):
    assert {way for way, _text in told(stands, stands).values()} == {Way.SAME}


def test_an_empty_plan_says_what_each_figure_waits_for(stands):
    empty = standing(Plan("nl", {}, {}), TODAY)
    for each in movements(empty, stands):
        assert (each.way, bool(each.waits_before), each.waits_after) == (Way.UNKNOWN, True, ())
        assert "{" not in sentence(each, "en", str)
    for each in movements(stands, empty):
        assert (each.waits_before, bool(each.waits_after)) == ((), True)
        assert "cannot be calculated" in sentence(each, "en", str)
    for each in movements(empty, empty):
        assert sentence(each, "en", str) == "It could not be calculated at either moment."


@pytest.mark.parametrize(("old", "new", "way", "words"), [
    (3, 5, Way.WORSE, "Sales cover the costs only from May 2027 on, later than before: it was March 2027."),
    (5, 3, Way.BETTER, "Sales cover the costs from March 2027 on, earlier than before: it was May 2027."),
    (3, 3, Way.SAME, "Sales cover the costs from March 2027 on, as before."),
    (0, 3, Way.BETTER, "Sales cover the costs from March 2027 on. Before, they never did within the plan."),
    (3, 0, Way.WORSE, "Sales no longer cover the costs within the plan. Before, they did from March 2027 on."),
    (0, 0, Way.SAME, "Sales never cover the costs within the plan, as before."),
])
def test_the_month_from_which_sales_cover_the_costs(stands, old, new, way, words):
    before, after = (replace(stands, covers=Month(date(2027, month, 1)) if month else None) for month in (old, new))
    found = told(before, after)["break_even"]
    assert found == (way, words)


def test_another_month_of_the_lowest_cash_is_named(stands):
    low = stands.living.lowest_cash
    later = replace(low, value=low.value - 100, month=Month(date(2028, 1, 1)))
    moved = Standing(replace(stands.living, lowest_cash=later), stands.is_calculated, stands.covers)
    text = told(stands, moved)["lowest_cash"][1]
    assert "in March 2027" in text
    assert "in January 2028" in text


def test_without_debt_nothing_is_said_to_fall(stands):
    none = replace(stands.living.instalment, value=None, why=(), year=0)
    debtless = Standing(replace(stands.living, instalment=none), stands.is_calculated, stands.covers)
    assert told(stands, debtless)["instalment"] == (Way.SAME, "There is nothing to cover at one of the two moments.")
