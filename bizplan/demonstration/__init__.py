"""A demo: organisations, a person in each role and the example plans, in a folder of its own.

Whatever it holds is plainly invented.  A file in the folder says that it is a demo and who stands behind which door.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from bizplan import examples
from bizplan.domain.importing import imported
from bizplan.domain.people import CONSENT, Role
from bizplan.storage import Storage, Transaction, consents, opened, participants, people, plans
from bizplan.storage.sealing import key_in
from bizplan.summing_up import refresh

from . import bakery, handed_in, other_plans, own_lender
from .example_plans import bestseller, so_far, whole
from .two import Two

SIGN = "demo.json"
SECOND, ALONE = "cleaning", "it_service"
"""The plan that the second coach of the demo accompanies, and the one that nobody does."""
LAST_WEEK = 6
BEGUN = {"bakery": 36, "bicycle_repair": 24, "grocery": 75, "hairdresser": 120, "tailor": 45}
"""How many days ago a plan was begun; the others in the last week."""


@dataclass(frozen=True)
class Door:
    """Who stands behind a door of the demo, and the page on which their work waits."""

    person: str
    endpoint: str
    values: Mapping[str, str] = field(default_factory=dict)


def doors(folder: Path) -> dict[str, Door]:
    """The doors of a demo folder; none in a folder that is no demo."""
    sign = folder / SIGN
    if not sign.exists():
        return {}
    return {key: Door(**told) for key, told in json.loads(sign.read_text("utf-8")).items()}


def is_demo(folder: Path) -> bool:
    """Whether a folder was made by a demo."""
    return (folder / SIGN).exists()


def furnish(folder: Path) -> Storage:
    """A demo in a folder; one that is there already is opened as it was left."""
    storage = opened(folder, key_in(folder))
    if not is_demo(folder):
        found = _furnished(storage)
        sign = json.dumps({key: asdict(door) for key, door in found.items()}, indent=1)
        (folder / SIGN).write_text(sign + "\n", "utf-8")
    return storage


def _furnished(storage: Storage) -> dict[str, Door]:
    with storage.writing() as tx:
        guiding = people.add_organisation(tx, "coaching", "Voorbeeld Startersbegeleiding")
        lending = people.add_organisation(tx, "lending", "Voorbeeld Kredieten")
        coach = _person(tx, "Coach Voorbeeld", "nl", Role.COACH, guiding)
        second = _person(tx, "Tweede Coach Voorbeeld", "nl", Role.COACH, guiding)
        officer = _person(tx, "Kredietadviseur Voorbeeld", "nl", Role.OFFICER, lending)
        manager = _person(tx, "Projectcoördinator Voorbeeld", "nl", Role.MANAGER, guiding)
        coached = dict.fromkeys(examples.names(), coach) | {SECOND: second, ALONE: ""}
        own_lender.tell(tx, lending, _person(tx, "Kredietmanager Voorbeeld", "nl", Role.MANAGER, lending))
        made = {name: _plan(tx, name, coached[name], guiding) for name in coached}
        dear = _dearest(tx, made["bakery"].plan)
        bakery.tell(made["bakery"], dear)
        for name, tell in other_plans.STORIES.items():
            tell(made[name])
        handed_in.tell(made["grocery"], lending)
    refresh(storage, len(made))
    asks = {"plan": made["bakery"].plan, "part": "idea", "page": "prices", "row": dear}
    return {"entrepreneur": Door(made["bakery"].owner, "study.row", asks),
            "coach": Door(coach, "desk.overview"),
            "manager": Door(manager, "team.overview"),
            "officer": Door(officer, "lending.desk")}


def _person(tx: Transaction, name: str, language: str, role: Role, organisation: str | None = None) -> str:
    person = people.add_person(tx, name, language)
    people.give_role(tx, person, role, organisation)
    return person


def _plan(tx: Transaction, name: str, coach: str, organisation: str) -> Two:
    """An example plan with an owner of its own, and a coach unless nobody coaches it yet."""
    study = whole(name)
    owner = _person(tx, str(study.value("applicant.name") or name), "nl", Role.ENTREPRENEUR)
    consents.write_down(tx, owner, CONSENT, "nl", given=True)
    then = replace(tx, now=tx.now - timedelta(days=BEGUN.get(name, LAST_WEEK)))
    plan = plans.make(then, owner, study.language, organisation)
    if coach:
        participants.let_in(then, plan, coach, Role.COACH)
    plans.fill(then, plan, owner, imported(so_far(name, study)))
    return Two(tx, plan, owner, coach)


def _dearest(tx: Transaction, plan: str) -> str:
    kept = plans.plan(tx, plan)
    assert kept is not None
    return bestseller(plans.record(tx, kept).plan)
