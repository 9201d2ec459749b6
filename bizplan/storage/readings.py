"""Who read which plan, and when: one row for a session, a plan and a part of it in ten minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from bizplan.domain.people import Role

from .columns import new_id
from .database import Transaction
from .tables import READINGS

AT_MOST_EVERY = timedelta(minutes=10)


@dataclass(frozen=True)
class Reading:
    """Somebody opened a part of a plan."""

    plan: str
    person: str
    role: Role
    what: str
    at: datetime


def is_noted(tx: Transaction, plan: str, session: str, what: str) -> bool:
    """Whether this session was seen at this part of the plan a moment ago."""
    asked = select(READINGS.c.id).where(
        READINGS.c.plan_id == plan, READINGS.c.session_id == session, READINGS.c.what == what,
        READINGS.c.made_at > tx.now - AT_MOST_EVERY)
    return tx.execute(asked.limit(1)).one_or_none() is not None


def note(tx: Transaction, plan: str, person: str, session: str, role: Role, what: str) -> None:
    """Somebody opened a part of a plan."""
    tx.execute(READINGS.insert().values(
        id=new_id(), plan_id=plan, person_id=person, session_id=session, role=role.value, what=what, made_at=tx.now))


def readings(tx: Transaction, plan: str) -> tuple[Reading, ...]:
    """Who read a plan, the newest first."""
    found = tx.execute(select(READINGS).where(READINGS.c.plan_id == plan).order_by(READINGS.c.made_at.desc()))
    return tuple(Reading(each.plan_id, each.person_id or "", Role(each.role), each.what, each.made_at)
                 for each in found)
