"""The difference between two moments, and going back to one: whatever happened between, the plan is as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bizplan.domain import course
from bizplan.domain.coaching.differences import Turn, difference, moved
from bizplan.domain.coaching.going_back import backwards
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Record, Revision, Said
from financial_models.assumptions import Grade

PRICE, NAME, NEED, RENT = "products[].price", "products[].name", "idea.need", "household.expenses.rent"
OPINION, TASK = "planning.coach.opinion", "competences.actions[].what"
ROWS = st.lists(st.sampled_from("abcdefg"), unique=True)
VALUES = {NAME: ["Bread", "Cake"], PRICE: [2, 3.4], NEED: ["Bread", "مرحبا"], RENT: [500, 600], OPINION: ["Go", "Wait"],
          TASK: ["Call", "Write"], f"{NEED}/nl": ["Brood", "Koek"], "idea/need": [True]}


def record(*revisions):
    """A plan after revisions, one after the other, each made of what stood before it."""
    return Record.of("nl", [replace(each, sequence=at, base=at - 1) for at, each in enumerate(revisions, 1)])


def gone_back(now, then, *, coach=True):
    """The plan after going back, as it is kept: every revision is made of what stood when somebody went back."""
    return now.after(replace(each, sequence=now.sequence + at, base=now.sequence)
                     for at, each in enumerate(backwards(now, then, coach=coach), 1))


def said_plainly(plan):
    """A plan without what wants looking at again."""
    return replace(plan, translations={
        place: replace(each, stale=False) for place, each in plan.translations.items()})


def is_up_to_date(plan):
    """Whether no version of a text is older than the text."""
    return not any(each.stale for each in plan.translations.values())


def answered(question, value, row="", **more):
    """Somebody answered."""
    said = Said.of(question, value, **more) if question in QUESTIONS else Said((), value)
    return Revision(Deed.ANSWER, question, row, said)


def added(row, group="products"):
    """A row at the end."""
    return Revision(Deed.ADD, group, row)


@st.composite
def _revision(draw):
    group = draw(st.sampled_from(["products", "competences.actions"]))
    deed = draw(st.sampled_from([Deed.ANSWER, Deed.ANSWER, Deed.ADD, Deed.MOVE, Deed.REMOVE]))
    row = draw(st.sampled_from("abcd"))
    if deed is not Deed.ANSWER:
        return Revision(deed, group, row, after=draw(st.sampled_from(["", *"abcd"])))
    key = draw(st.sampled_from(list(VALUES)))
    value = draw(st.sampled_from([*VALUES[key], None]))
    return Revision(Deed.ANSWER, key, row if "[]" in key else "", Said() if value is None else Said((), value))


REVISIONS = st.lists(_revision(), max_size=25)


def test_the_parts_stand_in_the_order_of_the_study_and_the_answers_in_that_of_their_pages():
    before = record()
    after = record(answered(RENT, 500), answered(NEED, "Bread"), answered("idea.offer", "Cake"))
    told = difference(before, after)
    assert [each.part.key for each in told] == ["idea", "household"]
    keys = [page_key for page in course.PARTS["idea"].pages for page_key in page.questions]
    shown = [each.question.key for each in told[0].rows[0].answers]
    assert shown == sorted(shown, key=keys.index)
    assert {each.turn for each in told[0].rows[0].answers} == {Turn.ADDED}


def test_nothing_that_is_the_same_is_told_however_it_was_typed():
    before, after = record(answered(RENT, 500)), record(answered(RENT, 500, text=("500,00",)))
    assert difference(before, after) == ()


@pytest.mark.parametrize(("old", "new", "turn"), [
    (None, 500, Turn.ADDED), (500, None, Turn.GONE), (500, 600, Turn.CHANGED)])
def test_an_answer_comes_goes_or_changes(old, new, turn):
    told, = difference(record(answered(RENT, old)), record(answered(RENT, new)))
    assert [each.turn for each in told.rows[0].answers] == [turn]


def test_better_evidence_for_the_same_number_is_a_change():
    told, = difference(record(answered(RENT, 500)), record(answered(RENT, 500, evidence=Grade(6))))
    assert told.rows[0].answers[0].new.evidence is Grade(6)


def test_a_row_that_came_is_told_once_with_all_its_answers_whatever_part_asks_them():
    stands = (added("a"), answered(NAME, "Bread", "a"))
    after = record(*stands, answered("products[].capacity", 20, "a"))
    told, = difference(record(), after)
    row, = told.rows
    assert (told.part.key, row.turn, len(row.answers)) == ("idea", Turn.ADDED, 2)
    told, = difference(record(*stands), after)
    assert (told.part.key, told.rows[0].turn) == ("operations", Turn.STAYED)


def test_a_row_that_went_is_told_with_what_stood_in_it():
    before = (added("a"), answered(NAME, "Bread", "a"))
    told, = difference(record(*before), record(*before, Revision(Deed.REMOVE, "products", "a")))
    row, = told.rows
    assert (row.turn, [each.turn for each in row.answers]) == (Turn.GONE, [Turn.GONE])


def test_an_answer_in_a_row_that_does_not_stand_is_no_difference():
    before = (added("a"), Revision(Deed.REMOVE, "products", "a"))
    assert difference(record(*before), record(*before, answered(NAME, "Bread", "a"))) == ()


def test_what_only_coaches_are_asked_is_told_to_coaches():
    before, after = record(), record(answered(OPINION, "Go"), added("a", "competences.actions"))
    assert difference(before, after) == ()
    assert {each.part.key for each in difference(before, after, coach=True)} == {"competences", "planning"}


def test_a_version_in_another_language_is_told_with_its_language():
    told, = difference(record(answered(NEED, "خبز")), record(answered(NEED, "خبز"), answered(f"{NEED}/nl", "Brood")))
    change, = told.rows[0].answers
    assert (change.language, change.question.key, change.new.value) == ("nl", NEED, "Brood")


@given(ROWS, ROWS)
def test_as_few_rows_as_possible_are_called_moved(before, after):
    found = moved(before, after)
    common = [row for row in after if row in before]
    assert found <= set(common)
    assert [row for row in before if row in common and row not in found] == [row for row in common if row not in found]
    if len(common) > 1:
        assert len(found) < len(common)


def test_one_row_put_first_is_one_row_that_moved():
    assert moved("abcd", "dabc") == {"d"}


@given(REVISIONS, REVISIONS)
def test_whatever_happened_a_coach_who_goes_back_finds_the_plan_as_it_was(first, later):
    then, now = record(*first), record(*first, *later)
    back = gone_back(now, then)
    assert dict(back.rows) == dict(then.rows)
    assert (back.plan.answers, back.plan.rows) == (then.plan.answers, then.plan.rows)
    if not is_up_to_date(then.plan):
        return                                              # what was out of date then does not come back
    assert said_plainly(back.plan) == then.plan
    assert difference(back, then, coach=True) == ()
    assert backwards(back, then, coach=True) == ()


def test_a_version_that_was_out_of_date_does_not_come_back_and_one_that_does_wants_looking_at():
    text, version = answered("idea.need", "Bread"), Revision(Deed.ANSWER, "idea.need/nl", "", Said((), "Brood"))
    newer = answered("idea.need", "Fresh bread")
    again = replace(version, said=Said((), "Vers brood"))
    then, now = record(text, version, newer), record(text, version, newer, again)
    assert not is_up_to_date(then.plan) and is_up_to_date(now.plan)
    assert gone_back(now, then).said("idea.need/nl").value == "Vers brood"
    early = record(text, version)
    back = gone_back(now, early)
    assert back.said("idea.need/nl").value == "Brood" and not is_up_to_date(back.plan)


@given(REVISIONS, REVISIONS)
def test_an_entrepreneur_who_goes_back_changes_nothing_of_what_only_coaches_are_asked(first, later):
    then, now = record(*first), record(*first, *later)
    back = now.after(backwards(now, then, coach=False))
    assert difference(back, then) == ()
    assert back.rows.get("competences.actions") == now.rows.get("competences.actions")
    assert {row: back.said(TASK, row) for row in "abcd"} == {row: now.said(TASK, row) for row in "abcd"}
    assert back.said(OPINION) == now.said(OPINION)


@given(REVISIONS, REVISIONS)
def test_that_somebody_went_past_a_page_stays(first, later):
    then, now = record(*first), record(*first, *later)
    assert now.after(backwards(now, then, coach=True)).said("idea/need") == now.said("idea/need")


def test_a_row_that_came_since_keeps_its_answers_for_when_it_comes_back():
    then = (added("a"), answered(NAME, "Bread", "a"))
    now = record(*then, added("b"), answered(NAME, "Cake", "b"))
    back = now.after(backwards(now, record(*then), coach=False))
    assert back.rows["products"] == ("a",)
    assert back.said(NAME, "b").value == "Cake"
