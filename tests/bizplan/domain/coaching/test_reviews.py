"""How a part stands follows from what was said of it, and from what changed since."""

from datetime import UTC, datetime, timedelta

import pytest

from bizplan.domain.coaching import About
from bizplan.domain.coaching.reviews import (
    Review,
    State,
    blockers,
    is_begun,
    newest,
    open_in,
    places,
    standings,
)
from bizplan.domain.course import PARTS, PROFILE
from bizplan.domain.readiness import Finding, Place, Severity
from bizplan.domain.revisions import Deed, Record, Revision, Said

BEGIN = datetime(2026, 11, 20, 15, tzinfo=UTC)
SENT, BACK, OK, UNDONE = State.WITH_COACH, State.RETURNED, State.APPROVED, State.DRAFT


def told(*states, part="idea"):
    """Reviews one after the other: a state, or a state and the sequence that was seen (else 10)."""
    pairs = [each if isinstance(each, tuple) else (each, 10) for each in states]
    return [Review(str(at), part, state, sequence, "", "lien", "Lien", BEGIN + timedelta(hours=at))
            for at, (state, sequence) in enumerate(pairs)]


def state(*states, changes=None):
    """How the idea stands after these reviews."""
    return standings(told(*states), changes or {"idea.need": 10})["idea"].state


@pytest.mark.parametrize(("said", "comes_to"), [
    ((), State.DRAFT),
    ((SENT,), State.WITH_COACH),
    ((SENT, UNDONE), State.DRAFT),
    ((SENT, BACK), State.RETURNED),
    ((SENT, BACK, SENT), State.WITH_COACH),
    ((SENT, OK), State.APPROVED),
    ((OK, BACK), State.RETURNED),
    ((OK, SENT, UNDONE), State.APPROVED),
    ((UNDONE,), State.DRAFT),
])
def test_what_was_said_last_counts_and_what_was_taken_back_does_not(said, comes_to):
    assert state(*said) is comes_to


@pytest.mark.parametrize(("said", "looked", "newer"), [
    ((SENT,), None, False),
    ((SENT, BACK), 10, True),
    (((BACK, 8), (SENT, 9)), 8, True),
    (((BACK, 11), (SENT, 11)), 11, False),
    (((BACK, 8), (SENT, 9), UNDONE), 8, True),
    (((OK, 8), (OK, 9), SENT), 9, True),
    (((OK, 8), (BACK, 9), SENT), 9, True),
])
def test_what_is_newer_than_the_last_look_of_a_coach_is_known_whatever_was_asked_since(said, looked, newer):
    stands = standings(told(*said), {"idea.need": 11})["idea"]
    assert (stands.looked and stands.looked.sequence, stands.is_newer) == (looked, newer)


@pytest.mark.parametrize(("place", "comes_to"), [
    ({"idea.need": 11}, State.CHANGED),
    ({"products": 11}, State.CHANGED),
    ({"idea.need": 10}, State.APPROVED),
    ({"idea/name": 99, "idea.need/nl": 99}, State.APPROVED),
    ({"household.adults": 99}, State.APPROVED),
], ids=["an answer", "a row", "as it was seen", "a page passed or a translation", "another part"])
def test_an_approval_falls_to_changed_since_when_something_of_the_part_is_newer(place, comes_to):
    assert state(OK, changes=place) is comes_to


def test_nothing_but_an_approval_is_changed_since():
    for said in (SENT, BACK):
        assert state(said, changes={"idea.need": 99}) is said


def test_of_two_coaches_who_approve_the_one_who_saw_more_counts_whoever_was_last():
    assert state((OK, 12), (OK, 10), changes={"idea.need": 12}) is State.APPROVED
    assert state((OK, 12), SENT, (OK, 10), changes={"idea.need": 12}) is State.CHANGED


def test_of_two_coaches_who_saw_the_same_the_first_is_named():
    assert standings(told(OK, OK), {})["idea"].review.id == "0"


def test_a_part_that_the_study_does_not_know_any_more_is_left_aside():
    assert set(standings(told(OK, part="former"), {})) == set(PARTS)


def test_questions_for_coaches_alone_belong_to_their_part():
    assert "competences.entrecomp.vision.first_coach" in places(PARTS["competences"])
    assert newest({"planning.coach.opinion": 7, "idea.need": 9}, PARTS["planning"]) == 7


def record(*revisions):
    return Record.of("nl", revisions)


def test_a_part_is_begun_with_an_answer_a_row_or_a_page_that_was_passed():
    assert not is_begun(record(), PARTS["team"])
    assert is_begun(record(Revision(Deed.ANSWER, "idea.need", "", Said(("Brood",), "Brood"))), PARTS["idea"])
    assert is_begun(record(Revision(Deed.ADD, "products", "a")), PARTS["idea"])
    page = PARTS["team"].pages[0]
    assert is_begun(record(Revision(Deed.ANSWER, f"team/{page.key}", "", Said((), True))), PARTS["team"])


def test_an_answer_that_was_emptied_begins_nothing():
    assert not is_begun(record(Revision(Deed.ANSWER, "idea.need", "", Said())), PARTS["idea"])


def test_what_blocks_is_found_in_its_part_and_by_its_answers_in_the_quick_look():
    found = Finding("r", Severity.BLOCKER, "idea", "x", places=(Place("products[].price", "a", ""),))
    warning = Finding("w", Severity.WARNING, "idea", "x")
    assert blockers((found, warning), PARTS["idea"]) == (found,)
    assert blockers((found, warning), PROFILE) == (found,)
    assert blockers((found, warning), PARTS["market"]) == ()


def test_open_requests_are_counted_on_the_part_its_answers_and_its_rows():
    requests = {(About.PART, "idea"): 1, (About.ANSWER, "idea.need"): 2, (About.ROW, "products"): 3,
                (About.ANSWER, "household.adults"): 9, (About.FIGURE, "idea.need"): 9}
    assert open_in(requests, PARTS["idea"]) == 6
