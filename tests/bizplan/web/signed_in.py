"""Somebody signed in with a plan, and the application that they use, without a network in between."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bizplan.config import Config
from bizplan.domain.revisions import Record, Said
from bizplan.installation import storage_of
from bizplan.storage import Storage, plans
from bizplan.web.application import application
from tests.bizplan.web.conftest import checked
from tests.bizplan.web.loopback import TOKEN, Entrepreneur, entrepreneur

Fields = Mapping[str, str | Sequence[str]]


@dataclass
class SignedIn:
    """A browser of somebody with a plan."""

    config: Config
    storage: Storage
    who: Entrepreneur
    client: FlaskClient
    token: str = ""
    known: Record | None = None

    def study(self, part: str, page: str, row: str = "", language: str = "en") -> str:
        """The address of a page of the study."""
        return f"/{language}/plan/{self.who.plan}/study/{part}/{page}" + (f"/{row}" if row else "")

    def get(self, address: str, **more: object) -> TestResponse:
        """Opens a page."""
        answer = checked(self.client.get(address, **more))      # type: ignore[arg-type]
        found = TOKEN.search(answer.text) if answer.mimetype == "text/html" else None
        self.token = found[1] if found else self.token
        return answer

    def post(self, address: str, fields: Fields, **headers: str) -> TestResponse:
        """Sends a form."""
        return checked(self.client.post(address, data={"csrf_token": self.token, **fields}, headers=headers))

    def save(self, question: str, value: str, base: int = 0, row: str = "") -> TestResponse:
        """Saves one field, as its script does."""
        return self.post(f"/en/plan/{self.who.plan}/save?row={row}", {
            "field": question, "value": value, "base": str(base), "key": ""}, Accept="application/json")

    def record(self) -> Record:
        """The plan as it is kept."""
        with self.storage.reading() as tx:
            kept = plans.plan(tx, self.who.plan)
            assert kept
            self.known = plans.record(tx, kept) if self.known is None else plans.caught_up(tx, kept, self.known)
            return self.known

    def said(self, question: str, row: str = "") -> Said:
        """What stands under a question."""
        return self.record().said(question, row)


@contextmanager
def signed_in(folder: Path, example: str = "", name: str = "Amal") -> Iterator[SignedIn]:
    """An installation with one person in it, who has just opened their plan."""
    config = Config(folder, "http://localhost:8000")
    storage = storage_of(config)
    who = entrepreneur(storage, name, example)
    app = application(config, storage, ask=lambda _job: None)
    client = app.test_client()
    client.set_cookie("bizplan", who.session)
    found = SignedIn(config, storage, who, client)
    found.get(f"/en/plan/{who.plan}/")
    yield found
    storage.database.dispose()


def shown_in(page: str, question: str) -> str:
    """What stands in the field of a question, as a browser reads it."""
    name = re.escape(html.escape(question))
    area = re.search(rf'<textarea[^>]*name="{name}"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    if area:
        return html.unescape(area[1]).removeprefix("\n")
    inputs = re.findall(r"<input\b[^>]*>", page)
    field = next((each for each in inputs if f'name="{html.escape(question)}"' in each), "")
    value = re.search(r'value="([^"]*)"', field)
    return html.unescape(value[1]) if value else ""
