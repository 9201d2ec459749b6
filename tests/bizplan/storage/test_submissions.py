"""What is handed in to a lender: signed by both, frozen once, read until it is taken back."""

from datetime import date

import pytest

from bizplan.domain.lending.applications import Frozen
from bizplan.domain.people import Role
from bizplan.storage import applications, jobs, participants, people, plans, submissions
from bizplan.storage.submissions import Agreed

AGREED = Agreed("lender-1", "ar")
MADE = Frozen(date(2026, 11, 28), "A" * 30, b"plan", b"figures", b"dossier", b"workbook")
pytestmark = pytest.mark.usefixtures("agreed")


@pytest.fixture
def plan(storage, amal, lien):
    """A plan with a coach."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        participants.let_in(tx, made, lien, Role.COACH)
    return made


@pytest.fixture
def application(storage, plan, amal):
    """An application for it at a lender."""
    with storage.writing() as tx:
        return applications.begin(tx, plan, amal, "microstart")


@pytest.fixture
def submission(storage, application, plan, lien):
    """A version that is made ready."""
    with storage.writing() as tx:
        return submissions.prepare(tx, application, plan, lien, 4, "nl", ("household", "residence"))


def write(storage, deed, *given):
    with storage.writing() as tx:
        return deed(tx, *given)


def read(storage, of, *given):
    with storage.reading() as tx:
        return of(tx, *given)


def waiting(storage, plan):
    return [each for each in read(storage, jobs.jobs_of, plan) if each.kind == submissions.JOB]


def submitted(storage, submission, lien):
    write(storage, submissions.sign_as_coach, submission, lien)
    write(storage, submissions.sign_as_owner, submission, AGREED)


def test_a_lender_is_asked_once_at_a_time(storage, plan, amal, application):
    assert write(storage, applications.begin, plan, amal, "microstart") == application
    assert write(storage, applications.begin, plan, amal, "credal") != application
    write(storage, applications.end, application)
    assert write(storage, applications.begin, plan, amal, "microstart") != application


@pytest.mark.parametrize("owner_first", [True, False])
def test_it_is_handed_in_when_both_have_signed(storage, plan, submission, lien, owner_first):
    deeds = [(submissions.sign_as_owner, AGREED), (submissions.sign_as_coach, lien)]
    first, second = deeds if owner_first else reversed(deeds)
    assert write(storage, first[0], submission, first[1])
    assert read(storage, submissions.submission, submission).submitted_at is None and not waiting(storage, plan)
    assert write(storage, second[0], submission, second[1])
    assert read(storage, submissions.submission, submission).submitted_at
    job, = waiting(storage, plan)
    assert (job.subject, job.sequence, job.language) == (submission, 4, "nl")


def test_nobody_signs_twice_or_what_is_gone(storage, plan, submission, lien):
    submitted(storage, submission, lien)
    assert not write(storage, submissions.sign_as_coach, submission, lien)
    assert not write(storage, submissions.sign_as_owner, submission, AGREED)
    assert not write(storage, submissions.sign_as_owner, "0" * 32, AGREED)
    assert len(waiting(storage, plan)) == 1


def test_without_a_coach_the_entrepreneur_hands_it_in_alone(storage, plan, submission, lien):
    write(storage, participants.show_out, plan, lien)
    write(storage, submissions.sign_as_owner, submission, AGREED)
    assert read(storage, submissions.submission, submission).submitted_at


def test_what_is_made_ready_anew_takes_the_place_of_what_was(storage, plan, application, submission, lien):
    write(storage, submissions.sign_as_coach, submission, lien)
    newer = write(storage, submissions.prepare, application, plan, lien, 5, "fr")
    found = read(storage, applications.application, application)
    assert [(each.id, each.number, each.coach_at) for each in found.submissions] == [(newer, 1, None)]
    assert found.prepared.id == newer and found.newest is None and not found.was_submitted


def test_what_was_handed_in_stays_when_the_next_is_made_ready(storage, plan, application, submission, lien):
    submitted(storage, submission, lien)
    write(storage, submissions.freeze, submission, MADE)
    newer = write(storage, submissions.prepare, application, plan, lien, 5, "fr")
    found = read(storage, applications.application, application)
    assert (found.newest.id, found.newest.more) == (submission, ("household", "residence"))
    assert (found.prepared.id, found.prepared.number) == (newer, 2)


def test_what_is_frozen_is_read_as_it_was_and_never_changes(storage, submission, lien):
    submitted(storage, submission, lien)
    assert write(storage, submissions.freeze, submission, MADE)
    assert not write(storage, submissions.freeze, submission, Frozen(MADE.day, "B" * 30, b"", b"", b"", b""))
    assert read(storage, submissions.told, submission) == {
        "day": "2026-11-28", "fingerprint": "A" * 30, "plan": "plan", "figures": "figures"}
    assert read(storage, submissions.document, submission, "dossier") == b"dossier"
    assert read(storage, submissions.document, submission, "workbook") == b"workbook"


def test_what_is_taken_back_is_gone_at_once(storage, application, submission, lien):
    submitted(storage, submission, lien)
    write(storage, submissions.freeze, submission, MADE)
    write(storage, submissions.withdraw, submission)
    assert read(storage, submissions.told, submission) is None
    assert read(storage, submissions.document, submission, "dossier") is None
    assert read(storage, applications.application, application).newest is None


def test_what_was_taken_back_while_it_was_made_is_not_kept(storage, submission, lien):
    submitted(storage, submission, lien)
    write(storage, submissions.withdraw, submission)
    assert not write(storage, submissions.freeze, submission, MADE)
    assert read(storage, submissions.document, submission, "dossier") is None


def test_an_organisation_sees_what_was_handed_in_there_and_nothing_else(storage, plan, amal, lien):
    with storage.writing() as tx:
        ours, theirs = (people.add_organisation(tx, "lending", name) for name in ("Krediet", "Elders"))
        made = applications.begin(tx, plan, amal, "microstart", ours)
        ready = submissions.prepare(tx, made, plan, lien, 4, "nl")
    assert read(storage, applications.applications_at, ours) == ()
    submitted(storage, ready, lien)
    assert [each.id for each in read(storage, applications.applications_at, ours)] == [made]
    assert read(storage, applications.applications_at, theirs) == ()
