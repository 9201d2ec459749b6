"""Moments of a plan: those that somebody gave a name, and the days on which something changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, String, cast, func, select

from bizplan.domain.revisions import Revision

from . import plans
from .columns import new_id
from .database import Transaction
from .plans import Change
from .tables import REVISIONS, VERSIONS

MOST_NAMES = 200
TO_THE_HOUR = len("2026-11-20 16")


@dataclass(frozen=True)
class Version:
    """A moment with a name; without one, it is where the plan stood before its author went back."""

    id: str
    plan: str
    sequence: int
    name: str
    author: str
    at: datetime


@dataclass(frozen=True)
class Worked:
    """An hour in which somebody changed something: until which sequence."""

    sequence: int
    author: str
    at: datetime


class TooManyNames(Exception):
    """A plan has as many named moments as one can still find one's way in."""


def name(tx: Transaction, plan: str, author: str, sequence: int, called: str, as_id: str = "") -> str:
    """Gives a moment a name; sent twice (``as_id``), it is given once. Raises TooManyNames."""
    known = version(tx, plan, as_id) if as_id else None
    if known is not None:
        return known.id
    if tx.execute(select(func.count()).where(VERSIONS.c.plan_id == plan)).scalar_one() >= MOST_NAMES:
        raise TooManyNames(plan)
    return _kept(tx, plan, author, sequence, called, as_id)


def rename(tx: Transaction, plan: str, version_id: str, called: str) -> None:
    """The moment is called otherwise."""
    tx.execute(VERSIONS.update().where(VERSIONS.c.id == version_id, VERSIONS.c.plan_id == plan)
               .values(name_sealed=_sealed(tx, plan, version_id, called)))


def take_away(tx: Transaction, plan: str, version_id: str) -> None:
    """The moment has no name any more; nothing of the plan goes with it."""
    tx.execute(VERSIONS.delete().where(VERSIONS.c.id == version_id, VERSIONS.c.plan_id == plan))


def version(tx: Transaction, plan: str, version_id: str) -> Version | None:
    """A named moment of a plan, or None."""
    found = tx.execute(select(VERSIONS).where(VERSIONS.c.id == version_id, VERSIONS.c.plan_id == plan)).one_or_none()
    return None if found is None else _version(tx, found)


def versions_of(tx: Transaction, plan: str) -> tuple[Version, ...]:
    """The named moments of a plan, the newest first."""
    found = tx.execute(select(VERSIONS).where(VERSIONS.c.plan_id == plan)
                       .order_by(VERSIONS.c.sequence.desc(), VERSIONS.c.made_at.desc(), VERSIONS.c.id))
    return tuple(_version(tx, each) for each in found.all())


def worked(tx: Transaction, plan: str) -> tuple[Worked, ...]:
    """The hours in which something in a plan changed, with whoever changed it, the newest first."""
    hour = func.substr(cast(REVISIONS.c.made_at, String), 1, TO_THE_HOUR)
    newest = func.max(REVISIONS.c.sequence)
    asked = select(newest.label("sequence"), REVISIONS.c.author_id, func.max(REVISIONS.c.made_at).label("at")).where(
        REVISIONS.c.plan_id == plan, ~REVISIONS.c.proposal)
    found = tx.execute(asked.group_by(hour, REVISIONS.c.author_id).order_by(newest.desc()))
    return tuple(Worked(each.sequence, each.author_id or "", each.at) for each in found)


def go_back(tx: Transaction, plan: str, author: str, revisions: Iterable[Revision]) -> str:
    """Makes a plan as it was, by new revisions of one person; the answer is the moment before, which can be found."""
    stood = plans.plan(tx, plan)
    assert stood is not None
    before = _kept(tx, plan, author, stood.sequence, "")    # there is room for it however many names there are
    plans.save_all(tx, plan, author, (
        Change(each.deed, each.question, each.row, each.said, each.after, base=stood.sequence) for each in revisions))
    return before


def _kept(tx: Transaction, plan: str, author: str, sequence: int, called: str, as_id: str = "") -> str:
    taken = tx.execute(select(VERSIONS.c.id).where(VERSIONS.c.id == as_id)).first()
    made = as_id if as_id and taken is None else new_id()
    tx.execute(VERSIONS.insert().values(
        id=made, plan_id=plan, sequence=sequence, name_sealed=_sealed(tx, plan, made, called), author_id=author,
        made_at=tx.now))
    return made


def _sealed(tx: Transaction, plan: str, version_id: str, called: str) -> bytes:
    return tx.seal.sealed(called, "versions", plan, version_id)


def _version(tx: Transaction, row: Row[Any]) -> Version:
    called = tx.seal.opened(row.name_sealed, "versions", row.plan_id, row.id)
    return Version(row.id, row.plan_id, row.sequence, str(called), row.author_id or "", row.made_at)
