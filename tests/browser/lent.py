"""One application, three people on three devices, and somebody at the lender who comes by a link on a phone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from bizplan.domain.lending.applications import Application
from bizplan.domain.plan import Plan, Value
from bizplan.storage import applications, plans, submissions
from tests.browser.coached import press
from tests.browser.installation import Installation
from tests.browser.papers import saved
from tests.browser.visitor import Visitor

LINK = re.compile(r"https?://\S+/s/\S+")
MADE_WITHIN = 180
"""Seconds that a worker may take on a machine that does much else."""


@dataclass
class Lent:
    """A plan that is handed in: its owner's phone, its coach's desk, an officer's desk, and the phone of a guest."""

    installation: Installation
    phone: Visitor
    desk: Visitor
    office: Visitor
    guest: Visitor
    plan: str
    lender: str
    link: str = ""
    code: str = ""

    def on_phone(self, page: str = "") -> Page:
        """The entrepreneur opens a page of the plan."""
        self.phone.open(f"/ar/plan/{self.plan}/{page}")
        return self.phone.page

    def at_desk(self, page: str = "") -> Page:
        """The coach opens a page of the plan."""
        self.desk.open(f"/nl/plan/{self.plan}/{page}")
        return self.desk.page

    def at_office(self, page: str = "") -> Page:
        """The officer opens a page of the application."""
        self.office.open(f"/nl/lending/{self.application.id}/{page}")
        return self.office.page

    def by_link(self, page: str = "") -> Page:
        """The guest opens a page of what was handed in."""
        self.guest.open(self.handed_in(page))
        return self.guest.page

    def handed_in(self, page: str = "") -> str:
        """Where the guest reads a page of what was handed in."""
        return f"/nl/lending/{self.application.id}/dossier/{page}"

    @property
    def application(self) -> Application:
        """The application as it is kept."""
        with self.installation.storage.reading() as tx:
            found, = applications.applications_of(tx, self.plan)
        return found

    def frozen(self, number: int) -> tuple[dict[str, Any], bytes]:
        """The figures that were frozen of a version, and its dossier."""
        version = next(each for each in self.application.submissions if each.number == number)
        with self.installation.storage.reading() as tx:
            told, document = submissions.told(tx, version.id), submissions.document(tx, version.id, "dossier")
        assert told and document
        return json.loads(told["figures"]), document

    def first(self, group: str) -> str:
        """The first row of a group."""
        return self._now().row_ids(group)[0]

    def said(self, key: str, row: str = "") -> Value | None:
        """What the plan says now."""
        return self._now().value(key, row)

    def _now(self) -> Plan:
        with self.installation.storage.reading() as tx:
            kept = plans.plan(tx, self.plan)
            assert kept
            return plans.record(tx, kept).plan

    def sign(self) -> None:
        """The coach signs the version on the page, the entrepreneur finds it among the tasks and agrees to it."""
        press(self.desk, 'form[action$="/sign-as-coach"] button')
        waits = self.application.prepared
        assert waits and waits.coach_at
        self.on_phone()
        press(self.phone, f'main a[href$="/versions/{waits.id}"]')
        self.phone.page.check("[name=agree]")
        self.phone.submit()
        self.wait_for(waits.number)

    def wait_for(self, number: int) -> None:
        """The entrepreneur's page, which comes anew by itself, says that the version can be read."""
        expect(self.phone.page.locator("[data-job]")).to_have_count(0, timeout=MADE_WITHIN * 1000)
        newest = self.application.newest
        assert newest and newest.number == number
        self.phone.page.wait_for_load_state()

    def take(self, visitor: Visitor, folder: Path) -> bytes:
        """The dossier that a reader downloads from the page that is open."""
        link = visitor.page.locator('main a[href$="dossier.pdf"]').first
        return saved(visitor, link, folder / "dossier").read_bytes()
