"""A bakery's plan and a browser in which its entrepreneur is signed in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bizplan import examples
from bizplan.config import Config
from bizplan.domain import plan_file
from bizplan.domain.importing import imported
from bizplan.domain.people import Role
from bizplan.domain.revisions import Record, Revision
from bizplan.installation import storage_of
from bizplan.storage import Storage, consents, participants, people, plans, sessions
from bizplan.web import access
from bizplan.web.application import application
from tests.pages import faults

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
USE = re.compile(r'<form[^>]*action="([^"]*/use[^"]*)"[^>]*>(.*?)</form>', re.S)
Fields = Mapping[str, str | list[str]]


@dataclass
class Desk:
    """Somebody at an aid of a plan: opens it, fills it in, and takes over what it proposes."""

    client: FlaskClient
    storage: Storage
    plan: str

    def address(self, aid: str, row: str = "", language: str = "en", **more: str) -> str:
        """The address of an aid."""
        asked = "&".join(f"{name}={value}" for name, value in {"row": row, **more}.items() if value)
        return f"/{language}/plan/{self.plan}/aid/{aid}" + (f"?{asked}" if asked else "")

    def open(self, aid: str, row: str = "", language: str = "en", **more: str) -> TestResponse:
        """Opens an aid; its page keeps the rules of pages."""
        return _sound(self.client.get(self.address(aid, row, language, **more)))

    def count(self, aid: str, fields: Fields, row: str = "", language: str = "en") -> str:
        """Sends what was filled in, and reads the page that comes back."""
        answer = _sound(self.client.post(self.address(aid, row, language), data={**self.token(), **fields}))
        assert answer.status_code == 200
        return answer.get_data(as_text=True)

    def use(self, page: str, **more: str | list[str]) -> TestResponse:
        """Presses the button that takes over, with all that its form holds."""
        found = USE.search(page)
        assert found, "there is nothing to take over"
        fields: dict[str, list[str]] = {}
        for name, value in HIDDEN.findall(found[2]):
            fields.setdefault(name, []).append(value)
        return self.client.post(found[1].replace("&amp;", "&"), data={**fields, **more})

    def token(self) -> dict[str, str]:
        """The token of the forms of this browser."""
        page = self.client.get(f"/en/plan/{self.plan}/aid/capacity").get_data(as_text=True)
        return {"csrf_token": dict(HIDDEN.findall(page))["csrf_token"]}

    @property
    def record(self) -> Record:
        """The plan as it stands."""
        with self.storage.reading() as tx:
            kept = plans.plan(tx, self.plan)
            assert kept
            return plans.record(tx, kept)

    def history(self, key: str, row: str = "") -> tuple[Revision, ...]:
        """All revisions of an answer, the newest first."""
        with self.storage.reading() as tx:
            return plans.history(tx, self.plan, key, row)

    def row(self, group: str, at: int = 0) -> str:
        """The id of a row."""
        return self.record.rows[group][at]


def _sound(answer: TestResponse) -> TestResponse:
    if answer.mimetype == "text/html":
        assert faults(answer.get_data(as_text=True)) == []
    return answer


@pytest.fixture(scope="session")
def app(tmp_path_factory) -> Iterator[Flask]:
    """An installation on this machine, in which every test has people and a plan of its own."""
    config = Config(tmp_path_factory.mktemp("aids") / "data", "http://localhost:8000")
    storage = storage_of(config)
    yield application(config, storage)
    storage.database.dispose()


@pytest.fixture
def desk(app) -> Desk:
    """The entrepreneur of the bakery."""
    storage = app.extensions["bizplan"][1]
    with storage.writing() as tx:
        owner = people.add_person(tx, "Samira", "en")
        people.give_role(tx, owner, Role.ENTREPRENEUR)
        consents.write_down(tx, owner, access.CONSENT, "en", given=True)
        study = plan_file.read(examples.text("bakery"))
        plan = plans.make(tx, owner, "en")
        plans.fill(tx, plan, owner, imported(study))
    return Desk(signed_in(app, owner), storage, plan)


@pytest.fixture
def coach(app, desk) -> Desk:
    """A coach at the same plan."""
    with desk.storage.writing() as tx:
        person = people.add_person(tx, "Lien", "nl")
        people.give_role(tx, person, Role.COACH, people.add_organisation(tx, "coaching", "De Kade"))
        participants.let_in(tx, desk.plan, person, Role.COACH)
    return Desk(signed_in(app, person, staff=True), desk.storage, desk.plan)


@pytest.fixture
def stranger(app, desk) -> Desk:
    """Another entrepreneur, at the address of this plan."""
    with desk.storage.writing() as tx:
        person = people.add_person(tx, "Omar", "en")
        people.give_role(tx, person, Role.ENTREPRENEUR)
        consents.write_down(tx, person, access.CONSENT, "en", given=True)
    return Desk(signed_in(app, person), desk.storage, desk.plan)


def signed_in(app: Flask, person: str, *, staff: bool = False) -> FlaskClient:
    """A browser in which somebody is signed in."""
    storage = app.extensions["bizplan"][1]
    client = app.test_client()
    with storage.writing() as tx:
        token = sessions.start(tx, person, staff=staff, own_device=not staff, strong=staff)
    client.set_cookie("bizplan", token)
    return client
