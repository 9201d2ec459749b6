"""Where an application stands, as the lender's own system is told."""

from dataclasses import replace
from datetime import UTC, datetime

from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.standing import Standing, changed_at, shown, standing, submitted_at


def at(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


READY = Submission("1", "a", "p", 1, 4, "nl", (), "", at(1))
SUBMITTED = replace(READY, submitted_at=at(2))
FROZEN = replace(SUBMITTED, frozen_at=at(3))
TAKEN_BACK = replace(FROZEN, withdrawn_at=at(4))


def application(*submissions: Submission, ended: datetime | None = None,
                decided: datetime | None = None) -> Application:
    return Application("a", "p", "microstart", "o", "", "", at(1), ended, submissions, decided_at=decided)


def test_it_is_submitted_readable_decided_or_ended():
    assert standing(application(SUBMITTED)) is Standing.SUBMITTED
    assert standing(application(FROZEN)) is Standing.READABLE
    assert standing(application(FROZEN, decided=at(5))) is Standing.DECIDED
    assert standing(application(FROZEN, replace(SUBMITTED, number=2), decided=at(5))) is Standing.DECIDED
    assert standing(application(FROZEN, ended=at(5))) is Standing.ENDED
    assert standing(application(FROZEN, ended=at(5), decided=at(5))) is Standing.ENDED
    assert standing(application(FROZEN, replace(READY, number=2))) is Standing.READABLE


def test_what_was_never_handed_in_or_was_taken_back_does_not_exist():
    assert standing(application()) is standing(application(READY)) is standing(application(TAKEN_BACK)) is None
    assert standing(application(TAKEN_BACK, decided=at(5))) is None
    assert shown(application(TAKEN_BACK, replace(FROZEN, number=2), replace(READY, number=3))) == (
        replace(FROZEN, number=2),)


def test_that_it_ended_is_told_also_where_nothing_of_it_is_left_to_read():
    ended = application(TAKEN_BACK, ended=at(5))
    assert standing(ended) is Standing.ENDED and shown(ended) == () and submitted_at(ended) == at(2)
    assert standing(application(READY, ended=at(5))) is None
    assert standing(replace(ended, is_agreed=False)) is None


def test_it_changed_when_the_lender_could_last_see_something_change():
    assert changed_at(application(SUBMITTED)) == at(2)
    assert changed_at(application(FROZEN, replace(READY, made_at=at(20)))) == at(3)
    assert changed_at(application(FROZEN, replace(TAKEN_BACK, number=2))) == at(4)
    assert changed_at(application(FROZEN, ended=at(6))) == at(6)
    assert changed_at(application(FROZEN, decided=at(7))) == at(7)
