"""A bakery that was handed in to a lender and frozen, and a link to it."""

import re
from dataclasses import dataclass, replace
from datetime import date

import pytest

from bizplan import delivery, examples
from bizplan.domain import plan_file
from bizplan.domain.figures import as_json, figures
from bizplan.domain.fingerprint import dated, fingerprint
from bizplan.domain.importing import imported
from bizplan.domain.lending.applications import Frozen
from bizplan.domain.people import Role
from bizplan.domain.plan import Answer
from bizplan.domain.recipients import Recipient
from bizplan.domain.released import released
from bizplan.domain.revisions import Record
from bizplan.storage import applications, hashing, links, people, submissions
from bizplan.storage.columns import new_id
from bizplan.storage.submissions import Agreed
from bizplan.workshop import Workshop
from tests.bizplan.web.conftest import Browser, signed_in

DAY = date(2026, 11, 28)
CODE = "480213"
LABEL = "Labelofalink93d1"
TOWN, INCOME = "Gent", "Household63e9"
"""What the cut shows, and what it does not: the name of an income of the household."""


@dataclass(frozen=True)
class Bakery:
    """The two versions of the bakery that are handed in: the second one sells dearer."""

    first: Frozen
    second: Frozen


@pytest.fixture(scope="session")
def frozen() -> Bakery:
    """Both, with the documents of the first."""
    plan = Record.of("nl", imported(plan_file.read(examples.text("bakery")))).plan
    income = plan.row_ids("household.incomes")[0]
    plan = replace(plan, answers={**plan.answers, ("household.incomes[].name", income): Answer(INCOME)})
    row = plan.row_ids("products")[0]
    dearer = replace(plan, answers={**plan.answers, ("products[].price", row): Answer(9.0)})
    first, second = (dated(released(each, Recipient.LENDER), DAY, revision=1) for each in (plan, dearer))
    made = delivery.together(Workshop.on(first, DAY), "nl", DAY, None, delivery.House())
    work = Workshop.on(second, DAY)
    told = as_json(figures(work.engine, work.values, scenario="base", today=DAY)).encode()
    return Bakery(Frozen(DAY, fingerprint(first), plan_file.write(first).encode(), made.figures, made.dossier,
                         made.workbook),
                  Frozen(DAY, fingerprint(second), plan_file.write(second).encode(), told, b"%PDF second",
                         b"PK second"))


@pytest.fixture
def lender(storage) -> str:
    """An organisation that lends."""
    with storage.writing() as tx:
        return people.add_organisation(tx, "lending", "Krediet")


@pytest.fixture
def handed_in(storage, bakery, amal, lender, frozen) -> str:
    """The application, with its first version submitted and frozen."""
    with storage.writing() as tx:
        made = applications.begin(tx, bakery, amal, "microstart", lender)
    hand_in(storage, made, frozen.first)
    return made


def hand_in(storage, application: str, what: Frozen) -> str:
    """The next version of an application is signed by both, and frozen."""
    with storage.writing() as tx:
        asked = applications.application(tx, application)
        made = submissions.prepare(tx, application, asked.plan, asked.author, 1, "nl")
        submissions.sign_as_coach(tx, made, asked.author)
        submissions.sign_as_owner(tx, made, Agreed("lender-1", "en"))
        assert submissions.freeze(tx, made, what)
    return made


@pytest.fixture
def officer(app, storage, lender) -> Browser:
    """The browser of an officer of that organisation."""
    return officer_of(app, storage, lender)


def officer_of(app, storage, organisation: str) -> Browser:
    """The browser of an officer who works there."""
    with storage.writing() as tx:
        who = people.add_person(tx, "Omar", "en", f"omar.{new_id()}@example.org")
        people.give_role(tx, who, Role.OFFICER, organisation)
    return signed_in(app, storage, who)


@pytest.fixture
def token(storage, handed_in, bakery, amal) -> str:
    """The token of a link to it."""
    return link_to(storage, handed_in, bakery, amal)


def link_to(storage, application: str, plan: str, author: str, *, days: int = 30, code: str = "") -> str:
    """The token of a new link."""
    hashed = hashing.hashed(storage.seal, code) if code else None
    with storage.writing() as tx:
        return links.make(tx, links.Wanted(application, plan, author, LABEL, days, "", hashed))


@pytest.fixture
def visitor(browser, token) -> Browser:
    """The browser of somebody who came by it."""
    answer = browser.post(f"/en/s/{token}")
    assert answer.status_code == 303
    return browser


@pytest.fixture
def address(handed_in) -> str:
    """Where what was handed in is read."""
    return f"/en/lending/{handed_in}/dossier/"


def text_of(page) -> str:
    """The words of a page without tags and marks of direction."""
    return re.sub(r"[\u2066-\u2069]", "", re.sub(r"<[^>]+>", " ", page.text)).replace("\u00a0", " ")
