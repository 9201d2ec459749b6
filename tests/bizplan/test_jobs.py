"""Documents made beside the web: the table of jobs is the truth, the queue only carries ids as JSON."""

import json
import pickle
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from huey.registry import Message

from bizplan import delivery, mail
from bizplan import jobs as making
from bizplan.config import Config
from bizplan.domain.clock import today
from bizplan.domain.coaching import News
from bizplan.domain.fingerprint import fingerprint
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.revisions import Said
from bizplan.storage import consents, daily_mail, jobs, notices, participants, people, plans, releases
from bizplan.storage.plans import Change, Deed
from financial_models import AssumptionError


@pytest.fixture
def plan(bakery):
    """The plan that these documents are of."""
    return bakery


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

    def make(kind, work, language, as_of, sign_off, house, origin, told):
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


def test_a_document_is_made_from_the_cut_for_its_reader_and_known_by_its_fingerprint(storage, plan, ask, document):
    making.do(storage, ask())
    (_kind, cut, _language), = document
    assert cut.is_in_totals and cut.release.day == today() and cut.release.revision > 0
    with storage.reading() as tx:
        assert releases.released(tx, fingerprint(cut)).on == today()


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

    def withdrawn(_kind, work, *_):
        document.append(work.study)
        with storage.writing() as tx:
            jobs.fail(tx, job, "")
        return b"a document"
    monkeypatch.setattr(delivery, "document", withdrawn)
    making.do(storage, job)
    with storage.reading() as tx:
        assert jobs.result(tx, job) is None
        assert releases.released(tx, fingerprint(document[0])) is None, "and is no version that was released"
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


@pytest.fixture
def news(storage, plan, amal):
    """A coach who wants messages, and news for them."""
    with storage.writing() as tx:
        coach = people.add_person(tx, "Lien Geheim", "nl", "lien@example.org")
        people.give_role(tx, coach, Role.COACH)
        participants.let_in(tx, plan, coach, Role.COACH)
        consents.write_down(tx, amal, CONSENT, "nl", given=True)
        daily_mail.choose(tx, coach, wanted=True)
        notices.tell(tx, News.COMMENT, plan, amal, [coach], "a" * 32)
    return coach


@pytest.fixture
def a_day_later(storage):
    """A moment at which the news goes."""
    with storage.reading() as tx:
        moment = tx.now + timedelta(hours=25)
    with time_machine.travel(moment, tick=False):
        yield


def letters(config):
    """The messages that wait."""
    return [mail._read(path) for path in sorted(mail.outbox(config).glob("*.eml"))]


def test_the_message_of_the_day_says_nothing_personal_in_subject_or_text(storage, plan, tmp_path, news, a_day_later):
    config = Config(tmp_path, "https://plan.example.org")
    assert making.tell_of_news(config, storage) == 1
    letter, = letters(config)
    assert letter["To"] == "lien@example.org"
    text = f"{letter['Subject']} {letter.get_content()}"
    assert "https://plan.example.org/nl/sign-in" in text
    assert ": 1." in text
    for told in ("Lien", "Geheim", "Amal", "lien@", plan, news, "a" * 32, "Oven"):
        assert told not in text
    assert text.count("http") == 1


def test_the_message_of_the_day_is_written_once(storage, tmp_path, news, a_day_later):
    config = Config(tmp_path)
    assert [making.tell_of_news(config, storage) for _again in range(3)] == [1, 0, 0]


def test_a_worker_that_dies_before_the_message_is_written_sends_it_never_rather_than_twice(
        storage, tmp_path, news, a_day_later, monkeypatch):
    def die(*_):
        raise SystemExit
    with monkeypatch.context() as dying:
        dying.setattr(mail, "leave", die)
        with pytest.raises(SystemExit):
            making.tell_of_news(Config(tmp_path), storage)
    assert making.tell_of_news(Config(tmp_path), storage) == 0
    with storage.reading() as tx:
        assert notices.unseen(tx, news) == 1


def test_a_full_disk_holds_up_nobody_else(storage, tmp_path, plan, news, amal, a_day_later, monkeypatch):
    with storage.writing() as tx:
        other = people.add_person(tx, "An", "fr", "an@example.org")
        people.give_role(tx, other, Role.COACH)
        participants.let_in(tx, plan, other, Role.COACH)
        daily_mail.choose(tx, other, wanted=True)
        tx.execute(notices.NOTICES.update().values(made_at=tx.now - timedelta(hours=25)))
        notices.tell(replace(tx, now=tx.now - timedelta(hours=25)), News.JOINED, plan, amal, [other])
    whole = mail.leave

    def full(config, message):
        if message.to == "lien@example.org":
            raise OSError(28, "No space left on device")
        return whole(config, message)
    monkeypatch.setattr(mail, "leave", full)
    assert making.tell_of_news(Config(tmp_path), storage) == 1
    letter, = letters(Config(tmp_path))
    assert letter["To"] == "an@example.org"


def test_the_sweep_of_the_worker_tells_of_news_and_forgets_old_news(storage, tmp_path, news):
    config = Config(tmp_path)
    with storage.reading() as tx:
        begin = tx.now
    with time_machine.travel(begin + timedelta(hours=25), tick=False):
        making.queue(config, storage).sweep.call_local()
    assert len(letters(config)) == 1
    with time_machine.travel(begin + timedelta(days=91), tick=False):
        making.queue(config, storage).sweep.call_local()
    with storage.reading() as tx:
        assert notices.notices_of(tx, news) == ()
