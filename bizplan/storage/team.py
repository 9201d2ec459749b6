"""The team of an organisation: its coaches with their load, its plans, and who coaches whom.

A manager sees of a plan whose it is and how far it is, never an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from bizplan.domain.coaching.news import Ended, News
from bizplan.domain.people import CONSENT, Role

from . import consents, notices, participants, people, summaries
from .database import Transaction
from .people import GivenRole
from .tables import PARTICIPANTS, PEOPLE, PLANS, ROLES, SUMMARIES
from .waiting import waiting


@dataclass(frozen=True)
class Seat:
    """A plan of the organisation, with the ids of its coaches; how far it is stays unsaid until the owner agrees."""

    plan: str
    name: str
    agreed: bool
    archived: bool
    coaches: tuple[str, ...] = ()
    stage: int | None = None
    done: int = 0
    of: int = 0
    waits_since: datetime | None = None


@dataclass(frozen=True)
class Colleague:
    """A coach of the organisation and the plans of it that they coach."""

    id: str
    name: str
    seats: tuple[Seat, ...] = ()

    @property
    def load(self) -> tuple[Seat, ...]:
        """The plans that ask for work: what is in the archive does not."""
        return tuple(each for each in self.seats if not each.archived)

    @property
    def waits(self) -> int:
        """How many of them wait for their coach."""
        return sum(each.waits_since is not None for each in self.load)

    @property
    def waits_since(self) -> datetime | None:
        """Since when the first of them waits."""
        return min((each.waits_since for each in self.load if each.waits_since), default=None)


@dataclass(frozen=True)
class Team:
    """The coaches of an organisation, and its plans that nobody of them coaches."""

    coaches: tuple[Colleague, ...]
    alone: tuple[Seat, ...]

    def coach(self, person: str) -> Colleague | None:
        """The coach with this id."""
        return next((each for each in self.coaches if each.id == person), None)

    def seat(self, plan: str) -> Seat | None:
        """The plan with this id."""
        return next((each for each in (*self.alone, *(seat for one in self.coaches for seat in one.seats))
                     if each.plan == plan), None)


def organisations_of(tx: Transaction, manager: str) -> tuple[str, ...]:
    """The ids of the organisations that somebody manages."""
    managed = (each.organisation for each in people.roles_of(tx, manager) if each.role is Role.MANAGER)
    return tuple(dict.fromkeys(each for each in managed if each))


def team(tx: Transaction, organisation: str) -> Team:
    """The whole team, in as many statements for a large one as for a small one."""
    seats = _seats(tx, organisation)
    coaches = [Colleague(person, name, tuple(each for each in seats if person in each.coaches))
               for person, name in _coaches(tx, organisation)]
    ids = {each.id for each in coaches}
    return Team(tuple(coaches), tuple(each for each in seats if not ids & set(each.coaches)))


def assign(tx: Transaction, plan: str, coach: str, by: str) -> bool:
    """From now on somebody coaches a plan, and all who are in it know; False where they did so already."""
    if coach in participants.coaches_of(tx, plan):
        return False
    participants.let_in(tx, plan, coach, Role.COACH)
    notices.tell(tx, News.JOINED, plan, by, notices.everybody(tx, plan), coach)
    return True


def replace(tx: Transaction, chosen: Iterable[str], absent: str, other: str, by: str, *, stays: bool) -> int:
    """Another coach comes into plans, and the absent one goes unless they stay beside; how many plans that was."""
    moved = [plan for plan in chosen if absent in participants.coaches_of(tx, plan)]
    for plan in moved:
        assign(tx, plan, other, by)
        if not stays:
            participants.show_out(tx, plan, absent)
            notices.tell_of_end(tx, plan, absent, by, Ended.BY_ORGANISATION)
    return len(moved)


def leave(tx: Transaction, given: GivenRole, by: str) -> None:
    """A coach no longer works here: no plan opens for them from the next request on; what they wrote stays."""
    before = _coached(tx, given.person)
    people.take_role(tx, given)
    for plan in sorted(before - _coached(tx, given.person)):
        notices.tell_of_end(tx, plan, given.person, by, Ended.BY_ORGANISATION)


def given_role(tx: Transaction, organisation: str, coach: str) -> GivenRole | None:
    """The role in which somebody coaches for an organisation now."""
    return next((each for each in people.roles_of(tx, coach)
                 if (each.role, each.organisation) == (Role.COACH, organisation)), None)


def has_left(tx: Transaction, organisation: str, person: str) -> bool:
    """Whether somebody coached for an organisation once."""
    return tx.execute(select(ROLES.c.id).where(
        ROLES.c.person_id == person, ROLES.c.organisation_id == organisation, ROLES.c.role == Role.COACH.value,
        ROLES.c.until.is_not(None))).first() is not None


def _coached(tx: Transaction, person: str) -> set[str]:
    return set(tx.execute(select(PARTICIPANTS.c.plan_id).where(
        PARTICIPANTS.c.person_id == person, PARTICIPANTS.c.role == Role.COACH.value,
        PARTICIPANTS.c.until.is_(None))).scalars())


def _coaches(tx: Transaction, organisation: str) -> list[tuple[str, str]]:
    """The ids and names of the coaches, in the order of their names."""
    asked = select(PEOPLE.c.id, PEOPLE.c.name_sealed).where(PEOPLE.c.closed_at.is_(None), PEOPLE.c.id.in_(
        select(ROLES.c.person_id).where(ROLES.c.organisation_id == organisation, ROLES.c.role == Role.COACH.value,
                                        ROLES.c.until.is_(None))))
    found = ((row.id, str(tx.seal.opened(row.name_sealed, "people", row.id, "name"))) for row in tx.execute(asked))
    return sorted(found, key=lambda each: (each[1].casefold(), each[0]))


def _seats(tx: Transaction, organisation: str) -> tuple[Seat, ...]:
    """The plans of the organisation, in the order of the entrepreneurs' names."""
    those = select(PLANS.c.id).where(PLANS.c.organisation_id == organisation)
    coaches: dict[str, list[str]] = {}
    for row in tx.execute(select(PARTICIPANTS.c.plan_id, PARTICIPANTS.c.person_id).where(
            PARTICIPANTS.c.plan_id.in_(those), PARTICIPANTS.c.role == Role.COACH.value,
            PARTICIPANTS.c.until.is_(None))):
        coaches.setdefault(row.plan_id, []).append(row.person_id)
    waits = waiting(tx, those)
    asked = select(
        PLANS.c.id.label("plan_id"), PLANS.c.owner_id, PLANS.c.archived_at, PEOPLE.c.name_sealed,
        SUMMARIES.c.summary_sealed, consents.standing(PLANS.c.owner_id, CONSENT).label("agreed"),
    ).join(PEOPLE, PEOPLE.c.id == PLANS.c.owner_id).outerjoin(
        SUMMARIES, SUMMARIES.c.plan_id == PLANS.c.id).where(PLANS.c.id.in_(those))
    found = (_seat(tx, row, tuple(coaches.get(row.plan_id, ())), waits[row.plan_id].since if row.plan_id in waits
                   else None) for row in tx.execute(asked).all())
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.plan)))


def _seat(tx: Transaction, row: Row[Any], coaches: tuple[str, ...], since: datetime | None) -> Seat:
    name = str(tx.seal.opened(row.name_sealed, "people", row.owner_id, "name"))
    archived = row.archived_at is not None
    if not row.agreed:
        return Seat(row.plan_id, name, agreed=False, archived=archived, coaches=coaches)
    made = summaries.read(tx, row)
    stage, done, of = (made.stage, made.done, made.of) if made else (None, 0, 0)
    return Seat(row.plan_id, name, agreed=True, archived=archived, coaches=coaches, stage=stage, done=done, of=of,
                waits_since=since)
