"""Documents made beside the web: the table of jobs is the truth, the queue only carries ids as JSON."""

import json
import pickle
import sqlite3
from datetime import timedelta

import pytest
import time_machine
from huey.registry import Message

from bizplan import delivery, examples
from bizplan import jobs as making
from bizplan.config import Config
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.domain.revisions import Said
from bizplan.storage import jobs, opened, people, plans
from bizplan.storage.plans import Change, Deed
from financial_models import AssumptionError


@pytest.fixture
def storage(tmp_path):
    """An installation."""
    made = opened(tmp_path, bytes(32))
    yield made
    made.database.dispose()


@pytest.fixture
def amal(storage):
    """An entrepreneur."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Amal", "nl")
        people.give_role(tx, person, Role.ENTREPRENEUR)
    return person


@pytest.fixture
def plan(storage, amal):
    """Her bakery."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        plans.fill(tx, made, amal, imported(plan_file.read(examples.text("bakery"))))
    return made


@pytest.fixture
def ask(storage, amal, plan):
    """Asks for a document of the plan as it stands."""
    def asked(kind="dossier", language="nl"):
        with storage.writing() as tx:
            return jobs.ask(tx, kind, plan, amal, language, plans.plan(tx, plan).sequence)
    return asked


@pytest.fixture
def document(monkeypatch):
    """Stands in for the making of a document; keeps what it was asked to make."""
    made = []

    def make(kind, work, language, as_of, sign_off):
        made.append((kind, work.study, language))
        return b"a document"
    monkeypatch.setattr(delivery, "document", make)
    return made


def state(storage, plan, job):
    """How far a job is."""
    with storage.reading() as tx:
        found = jobs.job(tx, plan, job)
        return found and (found.state, found.progress, found.reason)


def test_a_document_is_made_in_the_language_that_was_asked_for(storage, plan, ask, document):
    job = ask("workbook", "fr")
    making.do(storage, job)
    assert state(storage, plan, job) == (jobs.DONE, 100, "")
    assert [(kind, language) for kind, _study, language in document] == [("workbook", "fr")]
    with storage.reading() as tx:
        assert jobs.result(tx, job) == b"a document"


def test_a_document_is_of_the_answers_as_they_were_when_it_was_asked_for(storage, plan, amal, ask, document):
    job = ask()
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need", "", Said.of("idea.need", "Cake"), base=10**6))
    making.do(storage, job)
    assert document[0][1].value("idea.need") != "Cake"


def test_a_document_has_what_its_texts_say_in_other_languages(storage, plan, amal, ask, document):
    with storage.writing() as tx:
        plans.save(tx, plan, amal, Change(Deed.ANSWER, "idea.need/fr", "", Said(("Du pain",), "Du pain"), base=10**6))
    making.do(storage, ask(language="fr"))
    assert document[0][1].translations["idea.need", "", "fr"].text == "Du pain"


def test_a_job_that_is_carried_twice_is_done_once(storage, ask, document):
    job = ask()
    making.do(storage, job)
    making.do(storage, job)
    making.do(storage, "no such job")
    assert len(document) == 1


@pytest.mark.parametrize("error", [AssertionError, OSError])
def test_what_goes_wrong_is_raised_for_the_log_and_told_without_its_details(
        storage, plan, ask, document, monkeypatch, error):
    def fail(*_):
        raise error("secret detail")
    monkeypatch.setattr(delivery, "document", fail)
    job = ask()
    with pytest.raises(error, match="secret detail"):
        making.do(storage, job)
    assert state(storage, plan, job)[::2] == (jobs.FAILED, "")


def test_what_the_plan_itself_makes_impossible_is_told_in_words(storage, plan, ask, monkeypatch):
    def refuse(*_):
        raise AssumptionError("loans[0].months", 0, "write 1 or more")
    monkeypatch.setattr(delivery, "document", refuse)
    job = ask()
    making.do(storage, job)
    how, _progress, reason = state(storage, plan, job)
    assert how == jobs.FAILED
    assert "loans[0].months" in reason
    assert "write 1 or more" in reason


def test_a_document_that_nobody_wants_any_more_is_not_kept(storage, plan, ask, document, monkeypatch):
    job = ask()

    def withdrawn(*_):
        with storage.writing() as tx:
            jobs.fail(tx, job, "")
        return b"a document"
    monkeypatch.setattr(delivery, "document", withdrawn)
    making.do(storage, job)
    with storage.reading() as tx:
        assert jobs.result(tx, job) is None
    assert state(storage, plan, job)[0] == jobs.FAILED


def test_what_a_worker_left_behind_is_found_and_what_is_old_is_forgotten(storage, plan, ask):
    job = ask()
    assert making.swept(storage) == ()
    with storage.reading() as tx:
        begin = tx.now
    with time_machine.travel(begin + timedelta(seconds=11), tick=False):
        assert making.swept(storage) == (job,)
    with time_machine.travel(begin + timedelta(days=8), tick=False):
        assert making.swept(storage) == ()
        assert state(storage, plan, job) is None


def test_the_queue_carries_the_id_of_a_job_as_json_and_does_it(storage, tmp_path, plan, ask, document):
    queue = making.queue(Config(tmp_path), storage)
    job = ask()
    queue.make(job)
    with sqlite3.connect(tmp_path / "queue.sqlite") as file:
        (content,), = file.execute("select data from task").fetchall()
    file.close()
    assert job in json.dumps(json.loads(content))
    queue.execute(queue.dequeue())
    assert state(storage, plan, job)[0] == jobs.DONE
    queue.storage.close()


def test_a_message_comes_back_as_it_was_sent():
    told = Message("id", "make", None, 0, 0, 0, ("job",), {}, None, None, None, *[None] * (len(Message._fields) - 11))
    again = making.Json().deserialize(making.Json().serialize(told))
    assert again.id == "id"
    assert list(again.args) == ["job"]
    assert making.Json().deserialize(making.Json().serialize({"a": 1})) == {"a": 1}


def test_a_message_that_is_no_json_is_refused_and_never_run():
    with pytest.raises(ValueError, match=r"utf-8|Expecting"):
        making.Json().deserialize(pickle.dumps(print))
