"""A word that stands nowhere else is written into every field; then all files are searched for it."""

import logging
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest

from bizplan import mail
from bizplan.jobs import queue as queue_of
from bizplan.mail import Message
from bizplan.storage import jobs, parked, people, plans
from bizplan.web import calculated
from tests.bizplan.web.loopback import entrepreneur
from tests.bizplan.web.signed_in import signed_in
from tests.bizplan.web.test_abuse import filled, forms

CANARY, EMAIL = "Kanarie7c41e2 قناري", "kanarie7c41e2@example.org"
MARKS = [code for word in ("Kanarie7c41e2", "kanarie7c41e2", "قناري")
         for code in (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode(),
                      word.encode("ascii", "backslashreplace"), normalize("NFD", word).encode())]
FORGED = "0" * 32


class Log(logging.Handler):
    """Everything that is logged, however small."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record):
        """Keeps a line."""
        self.lines.append(self.format(record))


@pytest.fixture(scope="module")
def log():
    """What was logged since the word was written anywhere."""
    kept, root = Log(), logging.getLogger()
    before = root.level
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    yield kept
    root.removeHandler(kept)
    root.setLevel(before)


@pytest.fixture(scope="module")
def someone(tmp_path_factory, log):
    """Somebody in whose plan, name and address the word stands, in every field; the last test erases them."""
    with signed_in(tmp_path_factory.mktemp("canary"), "bakery", CANARY) as found:
        with found.storage.writing() as tx:
            people.add_organisation(tx, "coaching", CANARY)
            tx.execute(people.PEOPLE.update().where(people.PEOPLE.c.id == found.who.person).values(
                email_sealed=tx.seal.sealed(EMAIL, "people", found.who.person, "email"),
                email_digest=tx.seal.digest(EMAIL, "email")))
        write_everywhere(found)
        yield found


@pytest.fixture
def folder(someone):
    """The folder of the installation."""
    return someone.config.folder


def write_everywhere(someone) -> None:
    """The word in every answer, remark and name, in what was set aside, and in what jobs made."""
    for address, questions, row in list(forms(someone, someone.record())):
        someone.client.post(address, data={"csrf_token": someone.token, **filled(
            someone.record(), questions, row, lambda: CANARY, lambda: CANARY)})
    with someone.storage.writing() as tx:
        path = f"/en/plan/{someone.who.plan}/study"
        parked.set_aside(tx, "phone", someone.who.person, path, (("idea.need", CANARY),))
        for sequence, end in enumerate((jobs.finish, jobs.fail)):
            job = jobs.ask(tx, "dossier", someone.who.plan, someone.who.person, "nl", sequence)
            jobs.take(tx, job)
            end(tx, job, CANARY.encode() if end is jobs.finish else CANARY)
    with someone.storage.writing() as tx:
        other = plans.make(tx, someone.who.person, "ar")
        plans.save(tx, other, someone.who.person, plans.Change(
            plans.Deed.ANSWER, "idea.business_name", "", plans.Said((CANARY,), CANARY)))
    mail.send(someone.config, Message(EMAIL, "A link to sign in", "Here it is."))


def found_in(folder: Path) -> set[str]:
    """The files of an installation in which the word stands."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {str(each.relative_to(folder)) for each in files if any(mark in each.read_bytes() for mark in MARKS)}


def test_the_word_stands_in_no_file_but_the_address_of_a_letter_that_waits(someone, folder, log):
    letters = {str(each.relative_to(folder)) for each in mail.outbox(someone.config).iterdir()}
    assert found_in(folder) == letters
    assert (folder / "bizplan.sqlite").stat().st_size > 500_000
    assert log.lines
    assert not any(word in line for line in log.lines for word in ("Kanarie7c41e2", "kanarie7c41e2", "قناري"))


def test_the_word_does_not_stand_in_the_journal_of_a_save_on_its_way(someone, folder):
    with someone.storage.writing() as tx:
        for row in someone.record().rows["products"]:
            plans.save(tx, someone.who.plan, someone.who.person, plans.Change(
                plans.Deed.ANSWER, "products[].name", row, plans.Said((CANARY,), CANARY), base=10_000))
        tx.execute(people.PEOPLE.update().values(language="nl"))
        tx.connection.exec_driver_sql("PRAGMA cache_spill=1")
        tx.connection.exec_driver_sql("PRAGMA cache_size=1")
        tx.connection.exec_driver_sql("UPDATE revisions SET made_at = made_at")
        assert (folder / "bizplan.sqlite-journal").stat().st_size > 50_000
        assert "bizplan.sqlite-journal" not in found_in(folder)
        assert "bizplan.sqlite" not in found_in(folder)


def test_the_queue_carries_nothing_but_ids(someone, folder):
    queue = queue_of(someone.config, someone.storage)
    with someone.storage.writing() as tx:
        job = jobs.ask(tx, "workbook", someone.who.plan, someone.who.person, "nl", 99)
    queue.make(job)
    kept = (folder / "queue.sqlite").read_bytes()
    assert job.encode() in kept
    assert "queue.sqlite" not in found_in(folder)


def test_numbers_that_nobody_can_read_are_as_secret_as_texts(someone):
    assert any(each.said.is_unread and each.said.text[0] == CANARY for each in someone.record().answers.values())


def test_a_plan_of_somebody_else_is_not_there_on_any_of_its_addresses(tmp_path):
    with signed_in(tmp_path, "bakery") as owner:
        stranger = entrepreneur(owner.storage, "Stranger")
        owner.client.set_cookie("bizplan", stranger.session)
        owner.get("/en/plans?all=1")
        rules = [each for each in owner.client.application.url_map.iter_rules() if "plan" in each.arguments]
        assert len(rules) > 25
        row = owner.record().rows["products"][0]
        for rule, plan in chain.from_iterable(((each, owner.who.plan), (each, FORGED)) for each in rules):
            known = {"language": "en", "plan": plan, "part": "idea", "page": "prices", "row": row,
                     "question": "idea.need", "sequence": "1", "job": FORGED, "line": "profit.turnover", "when": "1",
                     "year": "1", "number": "1"}
            values = {name: known.get(name, "profit") for name in rule.arguments}
            address = owner.client.application.url_map.bind("localhost:8000").build(
                rule.endpoint, values, method=next(iter(rule.methods & {"GET", "POST"})))
            for method in rule.methods & {"GET", "POST"}:
                answer = owner.client.open(address, method=method, data={"csrf_token": owner.token}
                                           if method == "POST" else None)
                assert answer.status_code == 404, f"{method} {address}: {answer.status_code}"


def test_whoever_is_erased_is_in_no_file_and_in_no_memory(someone, folder):
    someone.client.get(f"/en/plan/{someone.who.plan}/")
    assert someone.who.plan in calculated.RECORDS._records
    someone.get("/en/me/erase")
    answer = someone.post("/en/me/erase", {"word": "erase"})
    assert answer.headers["Location"] == "/en/erased"
    assert found_in(folder) == set()
    for name in (someone.who.person, someone.who.plan):
        assert name.encode() not in (folder / "bizplan.sqlite").read_bytes()
    assert someone.who.plan not in calculated.RECORDS._records
