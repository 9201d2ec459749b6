"""A lender with a token, and what entrepreneurs handed in to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from bizplan import examples
from bizplan.domain import plan_file
from bizplan.domain.clock import today
from bizplan.domain.figures import as_json, figures
from bizplan.domain.fingerprint import dated, fingerprint
from bizplan.domain.lending.applications import Frozen
from bizplan.domain.lending.papers import Reader
from bizplan.domain.lending.verdicts import Given
from bizplan.domain.people import Role
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.storage import Storage, api_tokens, applications, papers, people, plans, submissions, verdicts
from bizplan.storage.columns import new_id
from bizplan.storage.papers import New
from bizplan.storage.submissions import Agreed
from bizplan.workshop import Workshop
from tests.bizplan.web.conftest import Browser, signed_in

HERE = "/api/v1"
PDF, XLSX = b"%PDF-1.7 frozen \x00\xff", b"PK\x03\x04 frozen \x00\xff"


@dataclass(frozen=True)
class System:
    """A lender's own computer system, with a token."""

    app: Flask
    token: str

    def get(self, address: str, method: str = "GET", **more: object) -> TestResponse:
        """Asks for an address of the API; it keeps no cookies."""
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}     # type: ignore[dict-item]
        return self.app.test_client().open(f"{HERE}{address}", method=method, headers=headers, **more)


@pytest.fixture
def krediet(storage) -> str:
    """A lender."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Krediet")


@pytest.fixture
def elders(storage) -> str:
    """Another lender."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Elders")


@pytest.fixture
def mila(storage, krediet) -> str:
    """The manager of the lender."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Mila", "nl", "mila@example.org")
        people.give_role(tx, person, Role.MANAGER, krediet)
    return person


@pytest.fixture
def milas(app, storage, mila) -> Browser:
    """Her browser."""
    return signed_in(app, storage, mila)


@pytest.fixture
def system(app, storage, krediet, lien) -> System:
    """The system of the lender."""
    return system_of(app, storage, krediet, lien)


@pytest.fixture
def theirs(app, storage, elders, lien) -> System:
    """The system of the other lender."""
    return system_of(app, storage, elders, lien)


def system_of(app: Flask, storage: Storage, lender: str, author: str) -> System:
    """A system of a lender."""
    with storage.writing() as tx:
        return System(app, api_tokens.make(tx, lender, author, "credit system"))


@pytest.fixture(scope="session")
def frozen() -> Frozen:
    """The bakery as a lender reads it, but for its documents, which are no documents here."""
    cut = dated(released(plan_file.read(examples.text("bakery")), Recipient.LENDER), today(), revision=1)
    work = Workshop.on(cut, today())
    told = as_json(figures(work.engine, work.values, scenario="base", today=today()))
    return Frozen(today(), fingerprint(cut), plan_file.write(cut).encode(), told.encode(), PDF, XLSX)


@pytest.fixture
def hand_in(storage, amal, frozen) -> Callable[..., str]:
    """Something is handed in at a lender, and frozen; the id of its application."""
    def make(lender: str, *, freeze: bool = True, more: tuple[str, ...] = (), application: str = "") -> str:
        with storage.writing() as tx:
            known = applications.application(tx, application) if application else None
            plan = known.plan if known else plans.make(tx, amal, "nl")
            made = application or applications.begin(tx, plan, amal, "microstart", lender)
            ready = submissions.prepare(tx, made, plan, amal, 0, "nl", more)
            submissions.sign_as_owner(tx, ready, Agreed("lender-1", "nl"))
            if freeze:
                submissions.freeze(tx, ready, frozen)
        return made
    return make


@pytest.fixture
def withdraw(storage) -> Callable[[str, int], None]:
    """A submission of an application is taken back."""
    def take(application: str, number: int) -> None:
        with storage.writing() as tx:
            found = applications.application(tx, application)
            assert found
            submissions.withdraw(tx, next(each.id for each in found.submissions if each.number == number))
    return take


@pytest.fixture
def omar(storage, krediet) -> str:
    """An officer of the lender."""
    with storage.writing() as tx:
        person = people.add_person(tx, "Omar Kredietadviseur", "nl")
        people.give_role(tx, person, Role.OFFICER, krediet)
    return person


@pytest.fixture
def give(storage, omar) -> Callable[..., None]:
    """Somebody says something about an application, the officer unless somebody else is named."""
    def say(application: str, given: Given, author: str = omar) -> None:
        with storage.writing() as tx:
            stood = verdicts.verdicts_of(tx, application).newest(given.kind)
            asked = applications.application(tx, application)
            assert asked and verdicts.give(tx, asked, author, replace(given, before=stood.id if stood else ""))
    return say


@pytest.fixture
def send_paper(storage, amal) -> Callable[..., str]:
    """The entrepreneur sends a file, before the application was handed in unless it is later; the id of the file."""
    def send(application: str, paper: str, reader: Reader = Reader.LENDER, *, later: bool = False, kind: str = "pdf",
             **more: object) -> str:
        with storage.writing() as tx:
            asked = applications.application(tx, application)
            assert asked
            then = tx if later else replace(tx, now=asked.made_at)
            new = New(paper, kind, b"%PDF paper \x00\xff", 1, f"my {paper}", reader, **more)     # type: ignore[arg-type]
            return papers.keep(then, asked.plan, amal, new, new_id())
    return send
