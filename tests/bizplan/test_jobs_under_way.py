"""Jobs while they are done: how far they are, and what becomes of one whose worker is killed in the middle."""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bizplan import examples, serving
from bizplan import jobs as making
from bizplan.config import Config, environment
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.installation import storage_of
from bizplan.storage import jobs, people, plans
from bizplan.storage.tables import JOBS

PATIENCE = 120.0


@pytest.fixture
def config(tmp_path):
    """An installation."""
    return Config(tmp_path / "data", "http://localhost:8123")


@pytest.fixture
def storage(config):
    """What is kept in it."""
    made = storage_of(config)
    yield made
    made.database.dispose()


@pytest.fixture
def asked(config, storage):
    """A plan, a dossier of it that was asked for, and the queue that was told."""
    with storage.writing() as tx:
        amal = people.add_person(tx, "Amal", "nl")
        people.give_role(tx, amal, Role.ENTREPRENEUR)
        plan = plans.make(tx, amal, "nl")
        plans.fill(tx, plan, amal, imported(plan_file.read(examples.text("bakery"))))
        job = jobs.ask(tx, "dossier", plan, amal, "nl", plans.plan(tx, plan).sequence)
    queue = making.queue(config, storage)
    queue.make(job)
    yield plan, job, queue
    queue.storage.close()


@contextmanager
def worker(config, tmp_path):
    """A worker as it runs beside the web, whose temporary files have a folder of their own."""
    place = tmp_path / "temporary"
    place.mkdir(exist_ok=True)
    process = subprocess.Popen(serving.WORKER, env={**os.environ, **environment(config), "TMPDIR": str(place)},
                               stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def found(storage, plan, job):
    """A job as it is now."""
    with storage.reading() as tx:
        return jobs.job(tx, plan, job)


def until(storage, plan, job, tries, *states):
    """The job once it was taken up so often and is in one of these states."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        now = found(storage, plan, job)
        if now.tries == tries and now.state in states:
            return now
        time.sleep(0.005)
    raise AssertionError(f"the job is {now.state} after {PATIENCE:.0f} seconds")


def fallen_silent(storage, job):
    """Lets as much time pass since the worker was last heard of as it takes to give it up."""
    with storage.writing() as tx:
        tx.execute(JOBS.update().where(JOBS.c.id == job).values(
            beaten_at=tx.now - jobs.SILENT_AFTER - timedelta(seconds=1)))


def kill_at_work(config, storage, tmp_path, plan, job, tries):
    """Starts a worker and kills it as soon as it has the job in hand."""
    with worker(config, tmp_path) as process:
        until(storage, plan, job, tries, jobs.RUNNING)
        process.kill()
        process.wait()
    fallen_silent(storage, job)


def files(folder):
    """Every file below a folder in which anything stands."""
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file() and each.stat().st_size}


def test_a_job_whose_worker_is_killed_is_taken_up_again_and_leaves_no_file(config, storage, asked, tmp_path):
    plan, job, queue = asked
    before = files(tmp_path)
    kill_at_work(config, storage, tmp_path, plan, job, 1)
    again = making.swept(storage)
    assert again == (job,)
    with worker(config, tmp_path) as process:
        queue.make(*again)
        assert until(storage, plan, job, 2, jobs.DONE, jobs.FAILED).state == jobs.DONE
        process.terminate()
        process.wait()
    with storage.reading() as tx:
        assert jobs.result(tx, job).startswith(b"%PDF-")
        assert [each.id for each in jobs.jobs_of(tx, plan)] == [job]
    assert making.swept(storage) == ()
    queue.pending()                                         # whoever opens it next takes back what was half written
    assert files(tmp_path) == before


def test_a_job_whose_worker_is_killed_twice_is_given_up_and_may_be_asked_for_again(config, storage, asked, tmp_path):
    plan, job, queue = asked
    before = files(tmp_path)
    for tries in (1, 2):
        kill_at_work(config, storage, tmp_path, plan, job, tries)
        for each in making.swept(storage):
            queue.make(each)
    with storage.reading() as tx:
        given_up = jobs.job(tx, plan, job)
        assert (given_up.state, given_up.reason, jobs.result(tx, job)) == (jobs.FAILED, "", None)
    assert making.swept(storage) == ()
    queue.pending()                                         # whoever opens it next takes back what was half written
    with storage.writing() as tx:
        assert jobs.ask(tx, given_up.kind, plan, given_up.person, given_up.language, given_up.sequence) != job
    assert files(tmp_path) == before


def test_how_far_a_document_is_grows_step_by_step(storage, asked, monkeypatch):
    plan, job, _queue = asked
    heard, beat = [], jobs.beat

    def hear(tx, job, progress):
        heard.append(progress)
        return beat(tx, job, progress)
    monkeypatch.setattr(jobs, "beat", hear)
    making.do(storage, job)
    assert heard == sorted(heard) and len(set(heard)) > 8
    assert heard[0] == making.CALCULATED and heard[-1] == making.LAID_OUT
    done = found(storage, plan, job)
    assert (done.state, done.progress, done.reason) == (jobs.DONE, 100, "")


def test_a_document_that_nobody_wants_any_more_is_left_off_half_made(storage, asked, monkeypatch):
    plan, job, _queue = asked
    beat = jobs.beat

    def dropped(tx, job, progress):
        if making.CALCULATED < progress < making.LAID_OUT:
            tx.execute(JOBS.delete())
        return beat(tx, job, progress)
    monkeypatch.setattr(jobs, "beat", dropped)
    monkeypatch.setattr("bizplan.documents.dossier.writing.write_pages", lambda *_: pytest.fail("it was laid out"))
    making.do(storage, job)
    assert found(storage, plan, job) is None


def test_one_document_asked_for_by_many_at_the_same_moment_is_one_job(storage, asked):
    plan, job, _queue = asked
    first = found(storage, plan, job)

    def ask(language):
        with storage.writing() as tx:
            return jobs.ask(tx, first.kind, plan, first.person, language, first.sequence)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, ["nl"] * 16)) == {job}
        assert len(set(pool.map(ask, ["fr"] * 16)) - {job}) == 1
