"""An installation with a few people, and browsers that keep their cookies."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from bizplan import examples, mail
from bizplan.config import Config
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.installation import storage_of
from bizplan.storage import Database, Seal, Storage, consents, participants, people, plans
from bizplan.web import access
from bizplan.web.application import application
from bizplan.web.signing import sign_in_as
from tests.pages import faults

KEY = "5c" * 32
AMAL, LIEN, NOBODY = "amal@example.org", "lien@example.org", "nobody@example.org"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass
class Browser:
    """Somebody's browser: fills in the form of a page as people do, with the page's own token."""

    client: FlaskClient

    def get(self, address: str, **more: object) -> TestResponse:
        """Opens a page."""
        return checked(self.client.get(address, **more))

    def post(self, address: str, fields: dict[str, str] | None = None, *, form: str = "",
             **more: object) -> TestResponse:
        """Sends the form of a page (``form``, else the address itself)."""
        page = self.client.get(form or address).get_data(as_text=True)
        found = TOKEN.search(page) or TOKEN.search(self.client.get("/en/sign-in").get_data(as_text=True))
        assert found, f"no form on {form or address}"
        return checked(self.client.post(address, data={"csrf_token": found[1], **(fields or {})}, **more))

    def cookie(self, name: str = "bizplan") -> str | None:
        """The value of a cookie that this browser keeps."""
        kept = self.client.get_cookie(name)
        return None if kept is None else kept.value


def checked(answer: TestResponse) -> TestResponse:
    """An answer; a page keeps the rules of pages, the fragment with the living figures is none."""
    is_page = answer.mimetype == "text/html" and not answer.request.path.endswith("/figures/living")
    if is_page and not 300 <= answer.status_code < 400:
        assert faults(answer.text) == []
    return answer


@pytest.fixture(scope="session")
def first(tmp_path_factory) -> Config:
    """An installation with an entrepreneur who agreed to the study, and a coach; each test gets a copy."""
    config = Config(tmp_path_factory.mktemp("first") / "data", "http://localhost:8000", key=KEY)
    made = storage_of(config)
    with made.writing() as tx:
        amal = people.add_person(tx, "Amal", "en", AMAL)
        people.give_role(tx, amal, Role.ENTREPRENEUR)
        consents.write_down(tx, amal, access.CONSENT, "en", given=True)
        lien = people.add_person(tx, "Lien", "nl", LIEN)
        people.give_role(tx, lien, Role.COACH, people.add_organisation(tx, "coaching", "De Kade"))
    made.database.dispose()
    return config


@pytest.fixture(scope="session")
def served(first) -> Flask:
    """The application, whose templates are read once."""
    return application(first)


@pytest.fixture(scope="session")
def database(tmp_path_factory) -> Iterator[Database]:
    """The database of whichever test runs: statements that one of them prepared need not be prepared again."""
    made = Database(f"sqlite:///{tmp_path_factory.mktemp('running') / 'data' / 'bizplan.sqlite'}")
    event.listen(made.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    yield made
    made.dispose()


@pytest.fixture
def config(first, database) -> Config:
    """The copy of this test, without a mail server."""
    copied = replace(first, folder=Path(database.engine.url.database).parent)
    shutil.rmtree(copied.folder, ignore_errors=True)
    shutil.copytree(first.folder, copied.folder)
    return copied


@pytest.fixture
def storage(config, database) -> Iterator[Storage]:
    """Its storage."""
    yield Storage(database, Seal(bytes.fromhex(KEY)))
    database.dispose()


@pytest.fixture
def app(served, config, storage) -> Flask:
    """The application over that storage."""
    served.extensions["bizplan"] = (config, storage)
    return served


@pytest.fixture
def browser(app) -> Browser:
    """A browser that was never here before."""
    return Browser(app.test_client())


@pytest.fixture
def other(app) -> Browser:
    """Another browser."""
    return Browser(app.test_client())


@pytest.fixture
def amal(storage) -> str:
    """The id of the entrepreneur."""
    return id_of(storage, AMAL)


@pytest.fixture
def lien(storage) -> str:
    """The id of the coach."""
    return id_of(storage, LIEN)


@pytest.fixture
def plan(storage, amal, lien) -> str:
    """The plan of the entrepreneur, in which the coach takes part."""
    with storage.writing() as tx:
        made = plans.make(tx, amal, "nl")
        participants.let_in(tx, made, lien, Role.COACH)
    return made


@pytest.fixture
def bakery(storage, amal, plan) -> str:
    """The same plan, filled with the example of the bakery."""
    with storage.writing() as tx:
        plans.fill(tx, plan, amal, imported(plan_file.read(examples.text("bakery"))))
    return plan


@pytest.fixture
def coach_writes(storage, plan) -> None:
    """The entrepreneur lets the coach of the plan write its answers."""
    with storage.writing() as tx:
        plans.let_coach_write(tx, plan, may=True)


@pytest.fixture
def amals(app, storage, amal) -> Browser:
    """The browser of the entrepreneur, signed in."""
    return signed_in(app, storage, amal)


@pytest.fixture
def liens(app, storage, lien) -> Browser:
    """The browser of the coach, signed in with two factors."""
    return signed_in(app, storage, lien)


def signed_in(app: Flask, storage: Storage, who: str) -> Browser:
    """A browser in which somebody is signed in, as strongly as they need to be."""
    made = Browser(app.test_client())
    with storage.writing() as tx, app.test_request_context("/en/"):
        found = people.person(tx, who)
        assert found
        answer = sign_in_as(tx, Response(), found, own_device=False, strong=True)
    for each in answer.headers.getlist("Set-Cookie"):
        name, _, value = each.partition(";")[0].partition("=")
        made.client.set_cookie(name, value)
    return made


def id_of(storage: Storage, email: str) -> str:
    """The id of the person with an address."""
    with storage.reading() as tx:
        found = people.person_with_email(tx, email)
    assert found
    return found.id


@dataclass(frozen=True)
class Letter:
    """A message from the outbox, with what is in it to sign in."""

    to: str
    subject: str
    text: str

    @property
    def code(self) -> str:
        """The six digits."""
        found = re.search(r"^ {4}(\d{6})\s*$", self.text, re.M)
        assert found
        return found[1]

    @property
    def link(self) -> str:
        """The path of the link."""
        found = re.search(r"http://localhost:8000(/\S+)", self.text)
        assert found
        return found[1]


@pytest.fixture
def letters(config) -> Callable[[], list[Letter]]:
    """The messages in the outbox, the newest first."""
    return lambda: [_letter(path) for path in sorted(mail.outbox(config).glob("*.eml"), reverse=True)]


def _letter(path: Path) -> Letter:
    read = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
    return Letter(str(read["To"]), str(read["Subject"]), read.get_content().replace("\r\n", "\n"))
