"""A database in which an entrepreneur and a coach left a trace in every table, and a canary in every text."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import insert

from bizplan.domain.coaching.summary import Summary
from bizplan.domain.people import Role
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import (
    Storage,
    attempts,
    consents,
    factors,
    hashing,
    parked,
    participants,
    passkeys,
    people,
    plans,
    readings,
    return_cards,
    sessions,
    sign_ins,
    summaries,
)
from bizplan.storage.attempts import Limit
from bizplan.storage.columns import new_id
from bizplan.storage.plans import Change
from bizplan.storage.tables import JOBS, SESSIONS

CANARY = "CANARY-7c41e2"
EMAIL, COACH_EMAIL = "canary-7c41e2@example.org", "lien@example.org"
ASK = Limit("ask", 3, timedelta(hours=1))


@dataclass(frozen=True)
class Full:
    """Who and what is in it: the entrepreneur, the coach, the plan of each."""

    person: str
    coach: str
    plan: str
    plan_of_coach: str


def fill(storage: Storage) -> Full:
    """Rows in every table, written by the functions that write them."""
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", "De Kade")
        person, coach = people.add_person(tx, CANARY, "ar", EMAIL), people.add_person(tx, "Lien", "nl", COACH_EMAIL)
        people.give_role(tx, person, Role.ENTREPRENEUR)
        people.give_role(tx, coach, Role.COACH, organisation)
        made = Full(person, coach, plans.make(tx, person, "ar", organisation), plans.make(tx, coach, "nl"))
    for who in (person, coach):
        _ways_in(storage, who, coach)
        _work(storage, who, made)
    return made


def _ways_in(storage: Storage, person: str, coach: str) -> None:
    hashed = hashing.hashed(storage.seal, "7391")
    factors.set_password(storage, person, f"{CANARY} trein lepel wolk")
    with storage.writing() as tx:
        consents.write_down(tx, person, "study-1", "ar", given=True)
        sign_ins.ask(tx, person, f"{CANARY} {person}")
        return_cards.make(tx, person, coach, hashed)
        factors.new_recovery_codes(tx, person)
        passkeys.add(tx, person, person.encode(), CANARY.encode(), 1)
        parked.set_aside(tx, f"device of {person}", person, "/nl/plans/1", (("note", CANARY),))
        attempts.count(tx, ASK, EMAIL)
        attempts.count(tx, ASK, person)
        sessions.start(tx, person, staff=False, own_device=True, strong=False)


def _work(storage: Storage, person: str, made: Full) -> None:
    with storage.writing() as tx:
        for plan, role in ((made.plan, Role.COACH), (made.plan_of_coach, Role.ENTREPRENEUR)):
            participants.let_in(tx, plan, person, role)
            summaries.keep(tx, plan, 1, tx.now.date(), Summary(CANARY, "ar", 1, "idea", 2, 15))
            said = Said((f"{CANARY} {person}",), f"{CANARY} {person}", None, CANARY)
            plans.save(tx, plan, person, Change(Deed.ANSWER, "idea.need", "", said, base=1))
            session = tx.execute(SESSIONS.select().where(SESSIONS.c.person_id == person)).one().id
            readings.note(tx, plan, person, session, role, "study page")
            tx.execute(insert(JOBS).values(
                id=new_id(), kind="dossier", plan_id=plan, person_id=person, language="nl", sequence=1, state="done",
                progress=100, tries=1, made_at=tx.now, result_sealed=tx.seal.sealed(CANARY, "jobs", plan)))
