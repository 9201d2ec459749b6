"""Who takes part in a plan: its owner, and the coaches who were let in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select

from bizplan.domain.people import Role

from . import jobs
from .columns import new_id
from .database import Transaction
from .tables import INVITATIONS, ORGANISATIONS, PARTICIPANTS, PEOPLE, PLANS, READINGS, ROLES


@dataclass(frozen=True)
class Part:
    """Somebody who takes part in a plan, or did ``until`` a moment; ``opened_at`` is when they opened it last."""

    person: str
    name: str
    role: Role
    organisation: str
    since: datetime
    until: datetime | None = None
    opened_at: datetime | None = None


@dataclass(frozen=True)
class Known:
    """What somebody is called who takes part in a plan; ``former`` where they coached it and no longer do."""

    name: str
    role: Role
    former: bool = False


def let_in(tx: Transaction, plan: str, person: str, role: Role) -> None:
    """From now on the person takes part in this plan."""
    tx.execute(PARTICIPANTS.insert().values(
        id=new_id(), plan_id=plan, person_id=person, role=role.value, since=tx.now))


def show_out(tx: Transaction, plan: str, person: str, *, by_owner: bool = False) -> bool:
    """From the next request on the person no longer takes part; False where they did not.

    Where the entrepreneur ends it, only the entrepreneur lets them in again.

    What they asked for and is not made yet is dropped, the invitations that they made end; what they wrote stays.
    """
    return _ended(tx, PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.person_id == person, by_owner=by_owner)


def is_shut_out(tx: Transaction, plan: str, person: str) -> bool:
    """Whether the entrepreneur ended the part of somebody, and nobody let them in since."""
    newest = select(PARTICIPANTS.c.ended_by_owner).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.person_id == person).order_by(PARTICIPANTS.c.since.desc())
    return bool(tx.execute(newest.limit(1)).scalar_one_or_none())


def show_out_of_all(tx: Transaction, person: str, role: Role | None = None, organisation: str | None = None) -> None:
    """The person no longer takes part in any plan: in this role, where one is named, and of this organisation."""
    those = [PARTICIPANTS.c.person_id == person]
    if role is not None:
        those.append(PARTICIPANTS.c.role == role.value)
    if organisation is not None:
        those.append(PARTICIPANTS.c.plan_id.in_(select(PLANS.c.id).where(PLANS.c.organisation_id == organisation)))
    _ended(tx, *those)


def role_in(tx: Transaction, plan: str, person: str) -> Role | None:
    """In which role somebody takes part in a plan, or None; who lost a role with their organisation is out."""
    owner = tx.execute(select(PLANS.c.owner_id).where(PLANS.c.id == plan)).scalar_one_or_none()
    if owner == person:
        return Role.ENTREPRENEUR
    found = tx.execute(select(PARTICIPANTS.c.role).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.until.is_(None),
        PARTICIPANTS.c.role.in_(select(ROLES.c.role).where(ROLES.c.person_id == person, ROLES.c.until.is_(None))),
    )).scalars().first()
    return None if found is None else Role(found)


def plans_shared_with(tx: Transaction, person: str) -> tuple[str, ...]:
    """The ids of the plans in which somebody takes part without owning them, the newest activity first."""
    asked = select(PLANS.c.id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.until.is_(None)).order_by(PLANS.c.active_at.desc())
    return tuple(tx.execute(asked).scalars())


def coaches_of(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The ids of the people who coach a plan."""
    asked = select(PARTICIPANTS.c.person_id).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.role == Role.COACH.value)
    return tuple(tx.execute(asked).scalars())


def names(tx: Transaction, plan: str) -> dict[str, str]:
    """What the entrepreneur of a plan and its coaches are called, by their ids, the entrepreneur first."""
    owner = select(PLANS.c.owner_id).where(PLANS.c.id == plan).scalar_subquery()
    coaches = select(PARTICIPANTS.c.person_id).where(
        PARTICIPANTS.c.plan_id == plan, PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.role == Role.COACH.value)
    found = tx.execute(select(PEOPLE.c.id, PEOPLE.c.name_sealed).where(
        or_(PEOPLE.c.id == owner, PEOPLE.c.id.in_(coaches))).order_by(PEOPLE.c.id != owner, PEOPLE.c.made_at))
    return {row.id: tx.seal.opened(row.name_sealed, "people", row.id, "name") for row in found}


def entrepreneurs_of(tx: Transaction, coach: str) -> tuple[str, ...]:
    """The ids of the entrepreneurs whose plans somebody coaches."""
    asked = select(PLANS.c.owner_id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == coach, PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.role == Role.COACH.value)
    return tuple(dict.fromkeys(tx.execute(asked.order_by(PLANS.c.active_at.desc())).scalars()))


def taking_part(tx: Transaction, plan: str) -> tuple[Part, ...]:
    """Everybody who takes part in a plan or did: its owner first, then in the order in which they came.

    A few queries, however many they are; an open part of somebody who lost the role counts as ended.
    """
    owner = tx.execute(select(PEOPLE, PLANS.c.made_at.label("since")).join(
        PLANS, PLANS.c.owner_id == PEOPLE.c.id).where(PLANS.c.id == plan)).one_or_none()
    came = tx.execute(select(PEOPLE, PARTICIPANTS.c.role, PARTICIPANTS.c.since, PARTICIPANTS.c.until).join(
        PARTICIPANTS, PARTICIPANTS.c.person_id == PEOPLE.c.id).where(PARTICIPANTS.c.plan_id == plan)
        .order_by(PARTICIPANTS.c.since, PARTICIPANTS.c.id)).all()
    working, opened = _working(tx, {each.id for each in came}), _opened(tx, plan)
    parts = [_part(tx, each, working.get((each.id, each.role)), opened.get(each.id)) for each in came]
    if owner is None:
        return tuple(parts)
    return (Part(owner.id, _name(tx, owner), Role.ENTREPRENEUR, "", owner.since, None, opened.get(owner.id)), *parts)


def known_in(tx: Transaction, plan: str) -> dict[str, Known]:
    """What the people are called who take part in a plan or did, by their ids, in one query.

    Whoever no longer coaches it is ``former``, also when their account is closed; who was erased is missing.
    """
    found = tx.execute(select(
        PEOPLE.c.id, PEOPLE.c.name_sealed, PLANS.c.owner_id, PARTICIPANTS.c.role, PARTICIPANTS.c.until,
    ).select_from(PLANS).outerjoin(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).join(
        PEOPLE, or_(PEOPLE.c.id == PLANS.c.owner_id, PEOPLE.c.id == PARTICIPANTS.c.person_id),
    ).where(PLANS.c.id == plan)).all()
    known: dict[str, Known] = {}
    for row in found:
        if row.id == row.owner_id:
            known[row.id] = Known(_name(tx, row), Role.ENTREPRENEUR)
        elif row.id not in known or known[row.id].former:
            known[row.id] = Known(_name(tx, row), Role(row.role), former=row.until is not None)
    return known


def _ended(tx: Transaction, *those: ColumnElement[bool], by_owner: bool = False) -> bool:
    open_parts = [*those, PARTICIPANTS.c.until.is_(None)]
    for person in tx.execute(select(PARTICIPANTS.c.person_id).where(*open_parts).distinct()).scalars().all():
        left = select(PARTICIPANTS.c.plan_id).where(*open_parts, PARTICIPANTS.c.person_id == person)
        jobs.drop(tx, person, left)
        tx.execute(INVITATIONS.update().where(
            INVITATIONS.c.author_id == person, INVITATIONS.c.plan_id.in_(left), INVITATIONS.c.ended_at.is_(None),
        ).values(ended_at=tx.now))
    return bool(tx.execute(PARTICIPANTS.update().where(*open_parts).values(
        until=tx.now, ended_by_owner=by_owner)).rowcount)


def _part(tx: Transaction, row: Row[Any], work: tuple[str, datetime | None] | None, opened: datetime | None) -> Part:
    organisation, lost = work or ("", row.since)
    return Part(row.id, _name(tx, row), Role(row.role), organisation, row.since, row.until or lost, opened)


def _working(tx: Transaction, people: set[str]) -> dict[tuple[str, str], tuple[str, datetime | None]]:
    """For whom people act in each of their roles, and until when; an open role counts before one that ended."""
    asked = select(ROLES.c.person_id, ROLES.c.role, ROLES.c.until, ORGANISATIONS.c.id, ORGANISATIONS.c.name_sealed) \
        .outerjoin(ORGANISATIONS, ORGANISATIONS.c.id == ROLES.c.organisation_id) \
        .where(ROLES.c.person_id.in_(people)).order_by(ROLES.c.until.is_(None), ROLES.c.until, ROLES.c.since.desc())
    return {(row.person_id, row.role): (
        "" if row.id is None else str(tx.seal.opened(row.name_sealed, "organisations", row.id)), row.until)
        for row in tx.execute(asked)}


def _opened(tx: Transaction, plan: str) -> dict[str, datetime]:
    """When each person opened a plan last."""
    asked = select(READINGS.c.person_id, func.max(READINGS.c.made_at).label("at")).where(
        READINGS.c.plan_id == plan, READINGS.c.person_id.is_not(None)).group_by(READINGS.c.person_id)
    return {row.person_id: row.at for row in tx.execute(asked)}


def _name(tx: Transaction, row: Row[Any]) -> str:
    return str(tx.seal.opened(row.name_sealed, "people", row.id, "name"))
