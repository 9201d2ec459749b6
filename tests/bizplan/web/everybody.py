"""An installation with somebody in every role, inside a plan and outside it, and plans in every state."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from bizplan import examples
from bizplan.config import Config
from bizplan.domain import course, plan_file
from bizplan.domain.coaching.gates import GATES
from bizplan.domain.coaching.reviews import State
from bizplan.domain.importing import imported
from bizplan.domain.lending.applications import Frozen
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.profile import Gate
from bizplan.installation import storage_of
from bizplan.storage import (
    Storage,
    Transaction,
    applications,
    consents,
    gates,
    links,
    participants,
    people,
    plans,
    reviews,
    submissions,
)
from bizplan.storage.submissions import Agreed
from bizplan.web.application import application
from bizplan.web.signing import sign_in_as
from tests.bizplan.web.loopback import TOKEN

NOBODY, UNDECIDED = "nobody", "undecided"
ROLES: Mapping[str, Role] = {
    "owner": Role.ENTREPRENEUR, "its coach": Role.COACH, "colleague": Role.COACH, "coach elsewhere": Role.COACH,
    "former coach": Role.COACH, "manager": Role.MANAGER, "manager elsewhere": Role.MANAGER, "officer": Role.OFFICER,
    "officer elsewhere": Role.OFFICER,
    "administrator": Role.ADMINISTRATOR, "other entrepreneur": Role.ENTREPRENEUR, UNDECIDED: Role.ENTREPRENEUR,
}
"""Everybody by what they are to the plans of the owner; ``undecided`` has not agreed to the study."""
ELSEWHERE = {"coach elsewhere", "manager elsewhere", "officer elsewhere"}
VISITOR = "visitor"
"""Somebody without an account who came by a link to what was handed in of the owner's plan."""
PLANS = {"own": "owner", "archived": "owner", "approved": "owner", "other's": "other entrepreneur",
         "unagreed": UNDECIDED}
"""The plans, each with whose it is."""
COACHED_BY = {"own": "its coach", "archived": "its coach", "approved": "its coach", "other's": "colleague",
              "unagreed": "its coach"}
PLACES = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")


@dataclass
class Everybody:
    """The application with all these people, each in a browser of their own, and all these plans."""

    app: Flask
    storage: Storage
    ids: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    browsers: dict[str, FlaskClient] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    applications: dict[str, str] = field(default_factory=dict)


def everybody(folder: Path) -> Everybody:
    """All of them, signed in."""
    config = Config(folder, "http://localhost:8000")
    storage = storage_of(config)
    made = Everybody(application(config, storage, ask=lambda _job: None), storage)
    with storage.writing() as tx:
        _people(tx, made)
        for name in PLANS:
            _plan(tx, made, name)
            _application(tx, made, name)
    for who in (NOBODY, *ROLES):
        _browser(made, who)
    _visitor(made)
    return made


def address(rule: Rule, known: Mapping[str, str]) -> str:
    """An address with something in each of its places: what is known, else an id that nothing has."""
    def filled(place: re.Match[str]) -> str:
        return known.get(place[2], "1" if place[1] in ("int", "float") else "0" * 32)
    return PLACES.sub(filled, rule.rule)


def _people(tx: Transaction, made: Everybody) -> None:
    ours, theirs = (people.add_organisation(tx, "coaching", name) for name in ("De Kade", "Elders"))
    for who, role in ROLES.items():
        made.ids[who] = people.add_person(tx, who.capitalize(), "en", f"{who.replace(' ', '.')}@example.org")
        organisation = None if role is Role.ADMINISTRATOR else theirs if who in ELSEWHERE else ours
        people.give_role(tx, made.ids[who], role, organisation)
        if role is Role.ENTREPRENEUR and who != UNDECIDED:
            consents.write_down(tx, made.ids[who], CONSENT, "en", given=True)
    made.plans["organisation"] = ours


def _plan(tx: Transaction, made: Everybody, name: str) -> None:
    owner = made.ids[PLANS[name]]
    plan = made.plans[name] = plans.make(tx, owner, "nl", made.plans["organisation"])
    plans.fill(tx, plan, owner, imported(plan_file.read(examples.text("bakery"))))
    participants.let_in(tx, plan, made.ids[COACHED_BY[name]], Role.COACH)
    participants.let_in(tx, plan, made.ids["former coach"], Role.COACH)
    participants.show_out(tx, plan, made.ids["former coach"])
    if name == "archived":
        plans.put_away(tx, plan)
    if name == "approved":
        _approve(tx, plan, made.ids["its coach"])


def _application(tx: Transaction, made: Everybody, name: str) -> None:
    """The plan is handed in where the officer works, and frozen; what stands in it is asked elsewhere."""
    plan, owner = made.plans[name], made.ids[PLANS[name]]
    asked = made.applications[name] = applications.begin(tx, plan, owner, "microstart", made.plans["organisation"])
    submission = submissions.prepare(tx, asked, plan, owner, 1, "nl")
    submissions.sign_as_coach(tx, submission, made.ids[COACHED_BY[name]])
    submissions.sign_as_owner(tx, submission, Agreed("lender-1", "en"))
    submissions.freeze(tx, submission, Frozen(tx.now.date(), "A" * 30, b"{}", b"{}", b"%PDF", b"PK"))


def _visitor(made: Everybody) -> None:
    """Somebody who came by a link to the application of the owner's plan."""
    wanted = links.Wanted(made.applications["own"], made.plans["own"], made.ids["owner"], "Somebody", 30, "")
    with made.storage.writing() as tx:
        found = links.found(tx, links.make(tx, wanted))
        assert found
        token = links.begin(tx, found.id)
    client = made.browsers[VISITOR] = made.app.test_client()
    client.set_cookie("bizplan-visit", token)
    form = TOKEN.search(client.get("/en/sign-in").text)
    assert form
    made.tokens[VISITOR] = form[1]


def _approve(tx: Transaction, plan: str, coach: str) -> None:
    """Every part is approved, every gate open."""
    kept = plans.plan(tx, plan)
    assert kept
    for part in course.PARTS:
        reviews.give(tx, plan, coach, reviews.Given(part, State.APPROVED, kept.sequence, key=part))
    for gate in GATES:
        gates.decide(tx, plan, coach, gates.Given(gate, Gate.GO, "It holds.", (), kept.sequence, gate))


def _browser(made: Everybody, who: str) -> None:
    """Signed in as strongly as they need to be, with the token of a form."""
    client = made.browsers[who] = made.app.test_client()
    if who != NOBODY:
        with made.storage.writing() as tx, made.app.test_request_context("/en/"):
            found = people.person(tx, made.ids[who])
            assert found
            answer = sign_in_as(tx, Response(), replace(found), own_device=False, strong=True)
        for each in answer.headers.getlist("Set-Cookie"):
            name, _, value = each.partition(";")[0].partition("=")
            client.set_cookie(name, value)
    token = TOKEN.search(client.get("/en/sign-in" if who == NOBODY else "/en/me").text)
    assert token
    made.tokens[who] = token[1]
