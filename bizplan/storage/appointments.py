"""Appointments about a plan: made, moved, called off, and what came of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, select

from bizplan.domain.clock import day_of
from bizplan.domain.coaching import About, News, Subject, ThreadKind
from bizplan.domain.coaching.appointments import AS_CONTACT, Agreed, Appointment, Way
from bizplan.domain.coaching.contacts import Contact

from . import contacts, notices, threads
from .columns import new_id
from .database import Transaction
from .tables import APPOINTMENTS, PLANS
from .threads import Beginning

SEVERAL = 200
_LONGEST = timedelta(minutes=600)


def make(tx: Transaction, plan: str, author: str, made: Appointment) -> str:
    """Makes an appointment and tells the others; one whose id is known is made once.  The answer is its id."""
    known = tx.execute(select(APPOINTMENTS.c.plan_id).where(APPOINTMENTS.c.id == made.id)).scalar_one_or_none()
    if known == plan:
        return made.id
    appointment = made.id if made.id and known is None else new_id()
    tx.execute(APPOINTMENTS.insert().values(
        id=appointment, plan_id=plan, author_id=author, made_at=tx.now, step=0, **_values(tx, appointment, made)))
    _tell(tx, News.APPOINTMENT, plan, author, appointment)
    return appointment


def change(tx: Transaction, plan: str, author: str, wanted: Appointment) -> bool:
    """Moves an appointment and tells the others; False where somebody changed it since, or it is over or called off.

    The same change sent again, or one that changes nothing, is done already.
    """
    now = appointment(tx, plan, wanted.id)
    if now is None or now.cancelled_at or now.held_at:
        return False
    if _is_same(now, wanted):
        return True
    if now.step != wanted.step:
        return False
    tx.execute(APPOINTMENTS.update().where(APPOINTMENTS.c.id == now.id).values(
        step=now.step + 1, **_values(tx, now.id, wanted)))
    _tell(tx, News.APPOINTMENT, plan, author, now.id)
    return True


def call_off(tx: Transaction, plan: str, author: str, appointment_id: str) -> bool:
    """Calls an appointment off and tells the others; False where there is none that is still to be held."""
    found = tx.execute(APPOINTMENTS.update().where(
        APPOINTMENTS.c.id == appointment_id, APPOINTMENTS.c.plan_id == plan, APPOINTMENTS.c.held_at.is_(None),
        APPOINTMENTS.c.cancelled_at.is_(None)).values(cancelled_at=tx.now, step=APPOINTMENTS.c.step + 1))
    if found.rowcount:
        _tell(tx, News.CALLED_OFF, plan, author, appointment_id)
    return bool(found.rowcount)


def hold(tx: Transaction, plan: str, author: str, held: Appointment, tasks: Iterable[Agreed] = (), key: str = "",
         *, as_contact: bool = False) -> bool:
    """Keeps what was said at an appointment; what was agreed becomes requests, and the contact is written down.

    False where somebody else wrote it meanwhile.  Under one ``key`` requests are made once, and so is the contact.
    """
    now = appointment(tx, plan, held.id)
    if now is None or now.cancelled_at or (now.step != held.step and now.report != held.report):
        return False
    if now.report != held.report or now.held_at is None:
        tx.execute(APPOINTMENTS.update().where(APPOINTMENTS.c.id == now.id).values(
            step=now.step + 1, held_at=now.held_at or tx.now,
            told_sealed=_told(tx, now.id, now.where, now.agenda, held.report)))
    for number, each in enumerate(tasks):
        in_order = replace(tx, now=tx.now + timedelta(microseconds=number))
        _request(in_order, plan, author, each, _derived(held.id, key, number))
    if as_contact:
        contacts.write_down(tx, plan, author, Contact(
            AS_CONTACT[now.way], day_of(now.begins_at), now.minutes, id=_derived(held.id, "contact")))
    return True


def appointment(tx: Transaction, plan: str, appointment_id: str) -> Appointment | None:
    """An appointment about a plan."""
    found = tx.execute(_of(plan).where(APPOINTMENTS.c.id == appointment_id)).one_or_none()
    return None if found is None else _appointment(tx, found)


def appointments_of(tx: Transaction, plan: str) -> tuple[Appointment, ...]:
    """The appointments about a plan, the last one first."""
    found = tx.execute(_of(plan).order_by(APPOINTMENTS.c.begins_at.desc(), APPOINTMENTS.c.id).limit(SEVERAL))
    return tuple(_appointment(tx, each) for each in found)


def next_of(tx: Transaction, plan: str) -> Appointment | None:
    """The appointment about a plan that comes next."""
    asked = _of(plan).where(APPOINTMENTS.c.cancelled_at.is_(None), APPOINTMENTS.c.held_at.is_(None),
                            APPOINTMENTS.c.begins_at > tx.now - _LONGEST).order_by(APPOINTMENTS.c.begins_at)
    coming = (_appointment(tx, each) for each in tx.execute(asked.limit(SEVERAL)))
    return next((each for each in coming if each.is_coming(tx.now)), None)


def _request(tx: Transaction, plan: str, author: str, agreed: Agreed, key: str) -> None:
    """What was agreed, as a request about the plan; made once under a key."""
    sequence = tx.execute(select(PLANS.c.sequence).where(PLANS.c.id == plan)).scalar_one()
    threads.begin(tx, plan, author, Beginning(ThreadKind.REQUEST, Subject(About.PLAN), agreed.text, agreed.due_on,
                                              sequence=sequence), key=key)


def _derived(appointment_id: str, *parts: object) -> str:
    """An id that follows from these parts, so that what is sent twice is made once."""
    told = "/".join(map(str, (appointment_id, *parts)))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def _tell(tx: Transaction, news: News, plan: str, author: str, appointment_id: str) -> None:
    notices.tell(tx, news, plan, author, notices.everybody(tx, plan), appointment_id)


def _of(plan: str) -> Select[Any]:
    return select(APPOINTMENTS).where(APPOINTMENTS.c.plan_id == plan)


def _values(tx: Transaction, appointment_id: str, made: Appointment) -> dict[str, Any]:
    return {"kind": made.way.value, "begins_at": made.begins_at, "minutes": made.minutes,
            "told_sealed": _told(tx, appointment_id, made.where, made.agenda, made.report)}


def _told(tx: Transaction, appointment_id: str, where: str, agenda: str, report: str) -> bytes:
    return tx.seal.sealed({"where": where, "agenda": agenda, "report": report}, "appointments", appointment_id)


def _appointment(tx: Transaction, row: Row[Any]) -> Appointment:
    told = tx.seal.opened(row.told_sealed, "appointments", row.id)
    return Appointment(Way(row.kind), row.begins_at, row.minutes, told["where"], told["agenda"], told["report"],
                       row.id, row.step, row.author_id or "", row.cancelled_at, row.held_at)


def _is_same(one: Appointment, other: Appointment) -> bool:
    return (one.way, one.begins_at, one.minutes, one.where, one.agenda) == (
        other.way, other.begins_at, other.minutes, other.where, other.agenda)
