"""Work that was asked for is done once, taken up again where a worker died, and forgotten after a week."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bizplan.domain.recipients import Recipient
from bizplan.storage import jobs, letterheads, people, plans
from bizplan.storage.jobs import ASKED, DONE, FAILED, RUNNING, TooMany
from bizplan.storage.sealing import SealBroken
from bizplan.storage.tables import JOBS


@pytest.fixture
def plan(storage, amal):
    with storage.writing() as tx:
        return plans.make(tx, amal, "ar")


@pytest.fixture
def later(storage):
    """A transaction so much later."""
    def do(work, **time):
        with storage.writing() as tx:
            return work(replace(tx, now=tx.now + timedelta(**time)))
    return do


@pytest.fixture
def asked(storage, amal, plan):
    with storage.writing() as tx:
        return jobs.ask(tx, "dossier", plan, amal, "nl", 0)


def now(storage, plan, job):
    with storage.reading() as tx:
        return jobs.job(tx, plan, job)


def test_what_is_asked_for_waits_and_is_found_under_its_plan_only(storage, plan, asked):
    assert (now(storage, plan, asked).state, now(storage, plan, asked).progress) == (ASKED, 0)
    assert now(storage, "0" * 32, asked) is None


def test_the_same_document_asked_for_twice_is_one_job(storage, amal, lien, plan, asked):
    with storage.writing() as tx:
        assert jobs.ask(tx, "dossier", plan, amal, "nl", 0) == asked
        assert jobs.ask(tx, "dossier", plan, lien, "nl", 0) == asked
        assert jobs.ask(tx, "dossier", plan, amal, "fr", 0) != asked
        assert jobs.ask(tx, "dossier", plan, amal, "nl", 1) != asked
        assert jobs.ask(tx, "workbook", plan, amal, "nl", 0) != asked


def test_another_logo_of_the_organisation_makes_the_document_another(storage, amal):
    with storage.writing() as tx:
        ours, theirs = (people.add_organisation(tx, "coaching", name) for name in ("De Kade", "Elders"))
        plan = plans.make(tx, amal, "nl", ours)
        first = jobs.ask(tx, "dossier", plan, amal, "nl", 0)
    for organisation, is_same in ((theirs, True), (ours, False)):
        with storage.writing() as tx:
            letterheads.set_logo(tx, organisation, b"a logo")
        with storage.writing() as tx:
            again = jobs.ask(tx, "dossier", plan, amal, "nl", 0)
            assert (again == first) is is_same
            assert jobs.ask(tx, "dossier", plan, amal, "nl", 0) == again
    with storage.writing() as tx:
        letterheads.set_logo(tx, ours, None)
    with storage.writing() as tx:
        assert jobs.ask(tx, "dossier", plan, amal, "nl", 0) not in (first, again)


def test_a_document_that_failed_may_be_asked_for_again(storage, amal, plan, asked):
    with storage.writing() as tx:
        jobs.fail(tx, asked, "")
        assert jobs.ask(tx, "dossier", plan, amal, "nl", 0) != asked


def test_only_four_documents_are_made_for_one_person_at_a_time(storage, amal, lien, plan):
    with storage.writing() as tx:
        for sequence in range(4):
            jobs.ask(tx, "dossier", plan, amal, "nl", sequence)
        with pytest.raises(TooMany):
            jobs.ask(tx, "dossier", plan, amal, "nl", 4)
        assert jobs.ask(tx, "dossier", plan, lien, "nl", 4)


def test_one_worker_takes_a_job_and_another_does_not_get_it(storage, asked):
    with storage.writing() as tx:
        taken = jobs.take(tx, asked)
        assert (taken.state, taken.progress, taken.tries) == (RUNNING, 5, 1)
        assert jobs.take(tx, asked) is None


def test_a_worker_that_was_silent_for_two_minutes_is_replaced_once(storage, plan, asked, later):
    later(lambda tx: jobs.take(tx, asked))
    assert later(jobs.left_behind, seconds=90) == ()
    assert later(jobs.left_behind, seconds=130) == (asked,)
    assert later(lambda tx: jobs.take(tx, asked), seconds=130).tries == 2
    assert later(jobs.left_behind, seconds=300) == ()
    later(jobs.clear, seconds=300)
    assert now(storage, plan, asked).state == FAILED


def test_a_beat_keeps_a_job_with_its_worker(storage, plan, asked, later):
    later(lambda tx: jobs.take(tx, asked))
    assert later(lambda tx: jobs.beat(tx, asked, 40), seconds=100)
    assert later(jobs.left_behind, seconds=200) == ()
    assert now(storage, plan, asked).progress == 40


def test_a_job_whose_message_was_lost_is_found_after_ten_seconds(asked, later):
    assert later(jobs.left_behind) == ()
    assert later(jobs.left_behind, seconds=11) == (asked,)


def test_a_finished_job_gives_its_document_and_is_not_taken_again(storage, plan, asked, later):
    later(lambda tx: jobs.take(tx, asked))
    later(lambda tx: jobs.finish(tx, asked, b"%PDF-1.7"))
    found = now(storage, plan, asked)
    assert (found.state, found.progress, found.is_over) == (DONE, 100, True)
    with storage.reading() as tx:
        assert jobs.result(tx, asked) == b"%PDF-1.7"
    assert later(lambda tx: jobs.take(tx, asked), minutes=5) is None


def test_a_result_that_nobody_asked_to_be_made_is_dropped(storage, plan, asked, later):
    later(lambda tx: jobs.finish(tx, asked, b"%PDF-1.7"))
    assert now(storage, plan, asked).state == ASKED
    with storage.reading() as tx:
        assert jobs.result(tx, asked) is None


def test_a_document_moved_to_another_job_does_not_open(storage, amal, plan, asked, later):
    with storage.writing() as tx:
        other = jobs.ask(tx, "workbook", plan, amal, "nl", 0)
    for each, content in ((asked, b"mine"), (other, b"theirs")):
        later(lambda tx, each=each: jobs.take(tx, each))
        later(lambda tx, each=each, content=content: jobs.finish(tx, each, content))
    with storage.writing() as tx:
        theirs = tx.execute(JOBS.select().where(JOBS.c.id == other)).one().result_sealed
        tx.execute(JOBS.update().where(JOBS.c.id == asked).values(result_sealed=theirs))
    with storage.reading() as tx, pytest.raises(SealBroken):
        jobs.result(tx, asked)


def test_why_a_job_failed_is_told_and_a_failed_job_has_no_document(storage, plan, asked, later):
    later(lambda tx: jobs.take(tx, asked))
    later(lambda tx: jobs.fail(tx, asked, "the loan has no length"))
    assert (now(storage, plan, asked).state, now(storage, plan, asked).reason) == (FAILED, "the loan has no length")
    with storage.reading() as tx:
        assert jobs.result(tx, asked) is None


def test_documents_are_forgotten_after_a_week(storage, plan, asked, later):
    later(jobs.clear, days=6)
    assert now(storage, plan, asked)
    later(jobs.clear, days=8)
    assert now(storage, plan, asked) is None


def test_a_plan_that_goes_takes_its_jobs_along(storage, plan, asked, later):
    from bizplan.storage.tables import PLANS
    later(lambda tx: jobs.take(tx, asked))
    with storage.writing() as tx:
        tx.execute(PLANS.delete().where(PLANS.c.id == plan))
    assert now(storage, plan, asked) is None
    assert later(lambda tx: jobs.beat(tx, asked, 50)) is False


def test_the_jobs_of_a_plan_come_the_newest_first(storage, amal, plan, asked, later):
    newer = later(lambda tx: jobs.ask(tx, "workbook", plan, amal, "nl", 0), minutes=1)
    with storage.reading() as tx:
        assert [each.id for each in jobs.jobs_of(tx, plan)] == [newer, asked]


def test_the_same_document_for_another_reader_is_another_job(storage, plan, amal):
    with storage.writing() as tx:
        asked = [jobs.ask(tx, "dossier", plan, amal, "nl", 0, each) for each in (*Recipient, *Recipient)]
        assert [jobs.job(tx, plan, each).recipient for each in asked] == [*Recipient, *Recipient]
    assert asked[:2] == asked[2:] and len(set(asked)) == 2
