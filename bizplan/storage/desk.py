"""The desk of a coach: all their plans at once, in as many statements for two hundred as for one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, select

from bizplan.domain.coaching.desk import NOTHING_WAITS, Accompanied, Waiting
from bizplan.domain.coaching.summary import Deadline, Due, Summary, nearest
from bizplan.domain.people import CONSENT, Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed

from . import conditions, consents, summaries
from .database import Transaction
from .tables import (
    APPOINTMENTS,
    COMMENTS,
    CONTACTS,
    GATES,
    PARTICIPANTS,
    PEOPLE,
    PLANS,
    READINGS,
    REVISIONS,
    SUMMARIES,
    THREADS,
)
from .waiting import waiting

REQUEST = "request"


@dataclass(frozen=True)
class Decided:
    """The newest decision on a plan, and the days by which its gates want something done."""

    gate: Gate
    conditions: tuple[Deadline, ...]


@dataclass(frozen=True)
class Beside:
    """What is known beside the plans themselves, each by the id of the plan."""

    waits: Mapping[str, Waiting]
    changed: Mapping[str, int]
    requests: Mapping[str, Row[Any]]
    decided: Mapping[str, Decided]
    said: Mapping[str, datetime]
    meets: Mapping[str, datetime]
    contacts: Mapping[str, date]


def desk(tx: Transaction, coach: str, day: date) -> tuple[Accompanied, ...]:
    """All plans that somebody coaches, those in the archive too."""
    those = select(PARTICIPANTS.c.plan_id).where(
        PARTICIPANTS.c.person_id == coach, PARTICIPANTS.c.role == Role.COACH.value, PARTICIPANTS.c.until.is_(None))
    beside = Beside(
        waiting(tx, those), _by_plan(tx, _changed(those, coach)),
        {row.plan_id: row for row in tx.execute(_requests(those, day))}, _decided(tx, those),
        _by_plan(tx, _said(those)), _by_plan(tx, _meets(those, tx.now)), _by_plan(tx, _contacts(those)))
    return tuple(_accompanied(tx, row, beside, day) for row in tx.execute(_plans(those, coach)))


def _accompanied(tx: Transaction, row: Row[Any], beside: Beside, day: date) -> Accompanied:
    name, archived = tx.seal.opened(row.name_sealed, "people", row.owner_id, "name"), row.archived_at is not None
    if not row.agreed:
        return Accompanied(row.plan_id, name, agreed=False, archived=archived)
    plan, made = row.plan_id, summaries.read(tx, row)
    asks, decided = beside.requests.get(plan), beside.decided.get(plan)
    return Accompanied(
        plan, name, archived=archived, summary=made, is_fresh=row.summed == row.sequence,
        active_at=max(row.active_at, beside.said.get(plan, row.active_at)), read_at=row.read_at,
        changed=beside.changed.get(plan, 0), waiting=beside.waits.get(plan, NOTHING_WAITS),
        overdue=asks.overdue if asks else 0, gate=decided.gate if decided else None, meets_at=beside.meets.get(plan),
        contact_on=beside.contacts.get(plan), deadline=nearest(_deadlines(made, asks, decided), day))


def _deadlines(made: Summary | None, asks: Row[Any] | None, decided: Decided | None) -> Iterator[Deadline]:
    yield from made.deadlines if made else ()
    yield from decided.conditions if decided else ()
    if asks and asks.due_on:
        yield Deadline(Due.REQUEST, asks.due_on)


def _plans(those: Select[Any], coach: str) -> Select[Any]:
    read_at = select(func.max(READINGS.c.made_at)).where(
        READINGS.c.person_id == coach, READINGS.c.plan_id == PLANS.c.id).scalar_subquery()
    return select(
        PLANS.c.id.label("plan_id"), PLANS.c.owner_id, PLANS.c.sequence, PLANS.c.active_at, PLANS.c.archived_at,
        PEOPLE.c.name_sealed, SUMMARIES.c.sequence.label("summed"), SUMMARIES.c.summary_sealed,
        consents.standing(PLANS.c.owner_id, CONSENT).label("agreed"), read_at.label("read_at"),
    ).join(PEOPLE, PEOPLE.c.id == PLANS.c.owner_id).outerjoin(
        SUMMARIES, SUMMARIES.c.plan_id == PLANS.c.id).where(PLANS.c.id.in_(those))


def _changed(those: Select[Any], coach: str) -> Select[Any]:
    """How many answers others changed since the coach last read each plan; keys with a slash are no answers."""
    seen = select(READINGS.c.plan_id, func.max(READINGS.c.made_at).label("at")).where(
        READINGS.c.person_id == coach, READINGS.c.plan_id.in_(those)).group_by(READINGS.c.plan_id).cte()
    answers = select(REVISIONS.c.plan_id, REVISIONS.c.question, REVISIONS.c.row).join(
        seen, and_(seen.c.plan_id == REVISIONS.c.plan_id, REVISIONS.c.made_at > seen.c.at),
    ).where(REVISIONS.c.kind == Deed.ANSWER.value, ~REVISIONS.c.proposal,
            REVISIONS.c.author_id.is_distinct_from(coach), ~REVISIONS.c.question.contains("/")).distinct().subquery()
    return select(answers.c.plan_id, func.count().label("value")).group_by(answers.c.plan_id)


def _requests(those: Select[Any], day: date) -> Select[Any]:
    """How many open requests are past their day, and the next day on which one falls due."""
    is_late = THREADS.c.due_on < day
    return select(
        THREADS.c.plan_id, func.sum(case((is_late, 1), else_=0)).label("overdue"),
        func.min(case((is_late, None), else_=THREADS.c.due_on)).label("due_on"),
    ).where(THREADS.c.plan_id.in_(those), THREADS.c.kind == REQUEST, THREADS.c.settled_at.is_(None),
            THREADS.c.due_on.is_not(None)).group_by(THREADS.c.plan_id)


def _said(those: Select[Any]) -> Select[Any]:
    """When each entrepreneur last said something about their plan."""
    return select(COMMENTS.c.plan_id, func.max(COMMENTS.c.made_at).label("value")).join(
        PLANS, and_(PLANS.c.id == COMMENTS.c.plan_id, PLANS.c.owner_id == COMMENTS.c.author_id),
    ).where(COMMENTS.c.plan_id.in_(those)).group_by(COMMENTS.c.plan_id)


def _meets(those: Select[Any], now: datetime) -> Select[Any]:
    """When they meet next."""
    return select(APPOINTMENTS.c.plan_id, func.min(APPOINTMENTS.c.begins_at).label("value")).where(
        APPOINTMENTS.c.plan_id.in_(those), APPOINTMENTS.c.begins_at > now, APPOINTMENTS.c.cancelled_at.is_(None),
    ).group_by(APPOINTMENTS.c.plan_id)


def _contacts(those: Select[Any]) -> Select[Any]:
    """On which day they last had contact."""
    return select(CONTACTS.c.plan_id, func.max(CONTACTS.c.held_on).label("value")).where(
        CONTACTS.c.plan_id.in_(those)).group_by(CONTACTS.c.plan_id)


def _decided(tx: Transaction, those: Select[Any]) -> dict[str, Decided]:
    """What was decided last on each plan; only the newest decision at each of its gates counts."""
    later = GATES.alias()
    is_newer = and_(later.c.plan_id == GATES.c.plan_id, later.c.gate == GATES.c.gate,
                    later.c.made_at > GATES.c.made_at)
    met = conditions.met_in(those).subquery()
    asked = select(GATES, met.c.number).outerjoin(met, met.c.gate_id == GATES.c.id).where(
        GATES.c.plan_id.in_(those), ~select(later.c.id).where(is_newer).exists())
    found: dict[str, Decided] = {}
    for _id, rows in groupby(tx.execute(asked.order_by(GATES.c.made_at, GATES.c.id)), key=lambda row: row.id):
        decision = list(rows)                               # a row for each of its conditions that is met, at least one
        row, gate = decision[0], Gate(decision[0].outcome)
        wanted = () if gate is Gate.GO else _conditions(tx, row, {each.number for each in decision})
        known = found[row.plan_id].conditions if row.plan_id in found else ()
        found[row.plan_id] = Decided(gate, (*known, *wanted))
    return found


def _conditions(tx: Transaction, row: Row[Any], met: set[int | None]) -> Iterable[Deadline]:
    """The days of the conditions of a decision, but for those with these numbers, which are met."""
    told = tx.seal.opened(row.words_sealed, "gates", row.id)["conditions"]
    return tuple(Deadline(Due.CONDITION, date.fromisoformat(each["by"])) for number, each in enumerate(told)
                 if number not in met)


def _by_plan(tx: Transaction, asked: Select[Any]) -> dict[str, Any]:
    """One value for each plan."""
    return {row.plan_id: row.value for row in tx.execute(asked)}
