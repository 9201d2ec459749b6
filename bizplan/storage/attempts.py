"""How often somebody tried lately: counted in the database, so that all workers count together.

A limit delays and never locks out for good: what is refused is not counted, and what was counted is forgotten
after a while.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from .database import Transaction
from .tables import ATTEMPTS

STEPS = 12
"""Into so many parts a span of time is divided; a try is forgotten with its part."""
FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most so many tries of a kind within a span of time, for one subject (an address, a network, a person)."""

    kind: str
    most: int
    within: timedelta


@dataclass(frozen=True)
class Wait:
    """Too often: nothing was counted, and after this time it goes again."""

    seconds: int


def count(tx: Transaction, limit: Limit, subject: str) -> Wait | None:
    """Counts one more try, or answers how long to wait."""
    if wait := to_wait(tx, limit, subject):
        return wait
    _add(tx, limit.kind, tx.seal.digest(subject, "attempts"), _beginning(tx.now, limit.within / STEPS))
    tx.execute(ATTEMPTS.delete().where(ATTEMPTS.c.window_from < tx.now - FORGOTTEN_AFTER))
    return None


def to_wait(tx: Transaction, limit: Limit, subject: str) -> Wait | None:
    """How long to wait before the next try, without counting one; None where it goes now."""
    tried, oldest = _lately(tx, limit, tx.seal.digest(subject, "attempts"))
    if tried < limit.most or oldest is None:
        return None
    left = oldest + limit.within - tx.now
    return Wait(max(1, int(left.total_seconds()) + 1))


def forget(tx: Transaction, subject: str, *limits: Limit) -> None:
    """What was tried for a subject no longer counts: for these limits, or for all of them."""
    condition = ATTEMPTS.c.subject_digest == tx.seal.digest(subject, "attempts")
    if limits:
        condition &= ATTEMPTS.c.kind.in_([limit.kind for limit in limits])
    tx.execute(ATTEMPTS.delete().where(condition))


def _lately(tx: Transaction, limit: Limit, digest: str) -> tuple[int, datetime | None]:
    found: Any = tx.execute(select(func.sum(ATTEMPTS.c.tries), func.min(ATTEMPTS.c.window_from)).where(
        ATTEMPTS.c.kind == limit.kind, ATTEMPTS.c.subject_digest == digest,
        ATTEMPTS.c.window_from > tx.now - limit.within)).one()
    return found[0] or 0, found[1]


def _add(tx: Transaction, kind: str, digest: str, window: datetime) -> None:
    insert = (sqlite if tx.connection.dialect.name == "sqlite" else postgresql).insert
    row = insert(ATTEMPTS).values(kind=kind, subject_digest=digest, window_from=window, tries=1)
    tx.execute(row.on_conflict_do_update(
        index_elements=["kind", "subject_digest", "window_from"], set_={"tries": ATTEMPTS.c.tries + 1}))


def _beginning(now: datetime, step: timedelta) -> datetime:
    """The part of time in which a moment lies."""
    whole = int(now.timestamp() // step.total_seconds() * step.total_seconds())
    return datetime.fromtimestamp(whole, now.tzinfo)
