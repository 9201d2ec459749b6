"""A plan file taken into the application says the same, in rows with ids of their own."""

from dataclasses import replace
from itertools import count

import pytest

from bizplan import examples
from bizplan.domain import course, plan_file
from bizplan.domain.importing import imported
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.revisions import Deed, Record
from financial_models.assumptions import Grade
from tests.bizplan.domain.renumbered import renumbered


def taken(plan):
    """The plan that the revisions of an import add up to."""
    numbers = count(1)
    return Record.of(plan.language, [replace(each, sequence=next(numbers)) for each in imported(plan)])


@pytest.mark.parametrize("name", examples.names())
def test_every_example_says_the_same_after_it_was_taken_in(name):
    original = plan_file.read(examples.text(name))
    assert renumbered(taken(original).plan) == renumbered(original)


def test_rows_get_ids_of_their_own_each_time():
    original = plan_file.read(examples.text("bakery"))
    first, second = taken(original), taken(original)
    for group, rows in original.rows.items():
        assert set(rows).isdisjoint(first.rows[group])
        assert set(first.rows[group]).isdisjoint(second.rows[group])
        assert len(rows) == len(first.rows[group])


def test_what_points_at_a_row_follows_it():
    """A drawing of a loan points at the loan by its id."""
    plan = Plan("en", {("loans[].name", "bank"): Answer("Bank"), ("drawings[].loan", "part"): Answer("bank")},
                {"loans": ("bank",), "drawings": ("part",)})
    record = taken(plan)
    loan, = record.rows["loans"]
    drawing, = record.rows["drawings"]
    assert record.plan.value("drawings[].loan", drawing) == loan


def test_evidence_and_notes_come_along():
    plan = Plan("en", {("household.expenses.rent", ""): Answer(650.0, Grade.CONTRACT, "The lease")}, {})
    assert taken(plan).plan == plan


def test_the_pages_of_which_something_is_answered_count_as_passed():
    plan = Plan("en", {("idea.need", ""): Answer("Bread")}, {})
    marks = [each.question for each in imported(plan) if each.deed is Deed.ANSWER and "/" in each.question]
    assert marks == ["quick/need", "idea/need"]
    record = taken(plan)
    assert course.state(record, course.PARTS["quick"], course.PARTS["quick"].page("need")) is course.State.OK


def test_an_empty_plan_brings_nothing():
    assert list(imported(Plan("nl", {}, {}))) == []
