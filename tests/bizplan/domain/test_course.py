"""The course of the study: its parts and pages in order, how far each is, and what comes next."""

import pytest

from bizplan import examples
from bizplan.domain import course, plan_file
from bizplan.domain.course import PARTS, PROFILE, STOPS, State
from bizplan.domain.plan import Plan
from bizplan.domain.questions import PHASES, QUESTIONS
from bizplan.domain.revisions import Deed, Record, Revision, Said


def record(*said, rows=()):
    """A plan of which this was said: pairs of a question and what was said, in order."""
    steps = [Revision(Deed.ADD, group, row) for group, row in rows]
    steps += [Revision(Deed.ANSWER, key, "", value if isinstance(value, Said) else Said.of(key, value))
              for key, value in said]
    return Record.of("en", steps)


def passed(part, page):
    """That the entrepreneur went past a page."""
    return course.mark(PARTS[part], PARTS[part].page(page)), Said((), True)


def state(found, part, page):
    """How far a page is."""
    return course.state(found, PARTS[part], PARTS[part].page(page))


def test_three_stops_and_the_quick_look_come_before_all_phases_but_the_test_phase():
    assert list(PARTS) == ["stops", "quick", *(each.key for each in PHASES if each.key != "test_phase")]
    assert [each.key for each in STOPS.pages] == ["residence", "debts", "benefits"]


def test_every_question_of_a_phase_has_one_page_that_asks_it():
    for key, question in QUESTIONS.items():
        later = key.startswith("test_phase.")
        assert course.is_on_a_page(key) is not later, key
        if not later:
            part, page = course.page_of(key)
            assert key in page.questions
            assert part not in (STOPS, PROFILE)
            assert page.group == question.group


def test_a_question_that_no_page_asks_has_no_place():
    with pytest.raises(KeyError):
        course.page_of("test_phase.months")


def test_a_page_begins_with_nothing_and_is_done_when_it_is_answered_and_gone_past():
    need = "The bread is far away"
    assert state(record(), "idea", "need") is State.NONE
    assert state(record(("idea.need", need)), "idea", "need") is State.BUSY
    assert state(record(("idea.need", need), passed("idea", "need")), "idea", "need") is State.OK


def test_a_page_that_was_gone_past_without_what_a_dossier_needs_is_not_begun():
    assert state(record(passed("idea", "need")), "idea", "need") is State.NONE


def test_a_page_that_asks_nothing_a_dossier_needs_is_done_once_gone_past():
    assert not any(QUESTIONS[key].required for key in PARTS["market"].page("trials").questions)
    assert state(record(passed("market", "trials")), "market", "trials") is State.OK


def test_what_is_not_known_yet_counts_as_answered():
    found = record(("household.expenses.rent", Said(unknown=True)), ("household.expenses.food", 300.0),
                   ("household.adults", 2), ("household.children", 0), passed("quick", "household"))
    assert state(found, "quick", "household") is State.OK
    assert [(question.key, row) for question, row in course.unknown(found)] == [("household.expenses.rent", "")]


def test_what_cannot_be_read_wants_another_look_on_every_page_that_asks_it():
    found = record(("household.expenses.rent", Said(("much",))), passed("quick", "household"))
    assert state(found, "quick", "household") is State.WARN
    assert state(found, "household", "expenses") is State.WARN
    assert course.state_of_part(found, PROFILE) is State.WARN


def test_a_group_without_rows_is_done_once_gone_past_and_one_with_rows_begins_with_the_first():
    assert state(record(passed("idea", "products")), "idea", "products") is State.OK
    assert state(record(rows=[("products", "bread")]), "idea", "products") is State.BUSY


def test_a_part_is_done_where_all_its_pages_are_and_begun_where_one_is():
    part = PARTS["projection"]
    shown = [page for page in part.pages if course.is_shown(record(), page)]
    marks = [passed("projection", page.key) for page in shown]
    assert course.state_of_part(record(), part) is State.NONE
    assert course.state_of_part(record(*marks[:1]), part) is State.BUSY
    assert course.state_of_part(record(*marks), part) is State.OK


def test_one_goes_on_at_the_first_page_that_is_not_done():
    assert course.first_open(record()) == (STOPS, STOPS.pages[0])
    answered = record(("applicant.residence.status", "recognised_refugee"), ("applicant.residence.card", "b"),
                      ("applicant.residence.until", Said((), "2030-05-01")), passed("stops", "residence"))
    assert course.first_open(answered) == (STOPS, STOPS.page("debts"))


@pytest.mark.parametrize("coach", [True, False])
def test_pages_follow_each_other_to_the_end_of_their_part(coach):
    for part in PARTS.values():
        shown = [page for page in part.pages if course.is_shown(record(), page, coach=coach)]
        assert shown
        for page, following in zip(shown, [*shown[1:], None], strict=True):
            assert course.next_page(record(), part, page, coach=coach) == following


def test_pages_with_questions_for_coaches_only_are_shown_to_coaches_only():
    page = PARTS["planning"].page("opinion")
    assert course.is_shown(record(), page, coach=True)
    assert not course.is_shown(record(), page)
    assert course.asked(record(), page) == ()
    assert [each.key for each in course.asked(record(), page, coach=True)] == list(page.questions)


def test_a_question_is_asked_where_another_answer_makes_it_worth_asking():
    page, asked = PARTS["household"].page("members"), QUESTIONS["household.children_under_three"]
    assert asked not in course.asked(record(), page)
    assert asked in course.asked(record(("household.children", 2)), page)


def test_the_rows_of_a_group_are_added_on_its_first_page_in_a_phase():
    part, page = course.page_adding("products")
    assert (part.key, page.key) == ("idea", "products")
    assert course.is_first_of_group(page)
    assert not course.is_first_of_group(PARTS["idea"].page("prices"))
    assert not course.is_first_of_group(PARTS["idea"].page("need"))


def test_of_a_plan_from_a_file_the_pages_that_it_answers_are_marked():
    assert set(course.marks(Plan("en", {}, {}))) == set()
    bakery = plan_file.read(examples.text("bakery"))
    marks = set(course.marks(bakery))
    assert {"idea/products", "quick/prices", "household/expenses"} <= marks
    assert marks <= {course.mark(part, page) for part, page in course.pages()}
