"""Who wants a message when there is news, and who gets one now: written down before it is sent, so it is sent once.

Where a worker stops between the two, that day's message is lost; the news itself still waits in the application.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from bizplan.domain.coaching.daily_message import A_DAY, is_due

from . import notices
from .database import Transaction
from .tables import NOTICES, PEOPLE


@dataclass(frozen=True)
class Due:
    """Somebody who gets a message now: where, in which language, and how many pieces of news there are."""

    person: str
    email: str
    language: str
    count: int


def is_wanted(tx: Transaction, person: str) -> bool:
    """Whether somebody asked for a message when there is news."""
    return bool(tx.execute(select(PEOPLE.c.daily_mail).where(PEOPLE.c.id == person)).scalar_one_or_none())


def choose(tx: Transaction, person: str, *, wanted: bool) -> None:
    """From now on somebody gets a message when there is news, or gets none."""
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person).values(daily_mail=wanted))


def are_waiting(tx: Transaction) -> bool:
    """Whether anybody might get a message: asked every minute, without keeping anybody from writing."""
    return tx.execute(_waiting(tx).limit(1)).first() is not None


def take(tx: Transaction) -> tuple[Due, ...]:
    """Those who get a message now; it is written down that they got it."""
    found = [row for row in tx.execute(_waiting(tx)).all() if is_due(tx.now, row.oldest, row.mailed_at)]
    for row in found:
        tx.execute(PEOPLE.update().where(PEOPLE.c.id == row.id).values(mailed_at=tx.now))
        tx.execute(NOTICES.update().where(NOTICES.c.person_id == row.id, *_unmailed()).values(mailed_at=tx.now))
    return tuple(_due(tx, row) for row in found)


def _waiting(tx: Transaction) -> Any:
    """Those who asked for messages, got none for a day and have news of which no message has spoken."""
    rested = PEOPLE.c.mailed_at.is_(None) | (PEOPLE.c.mailed_at <= tx.now - A_DAY)
    asked = select(PEOPLE.c.id, PEOPLE.c.language, PEOPLE.c.email_sealed, PEOPLE.c.mailed_at,
                   func.min(NOTICES.c.made_at).label("oldest"), func.count().label("pieces"))
    return asked.join(NOTICES, NOTICES.c.person_id == PEOPLE.c.id).where(
        PEOPLE.c.daily_mail, PEOPLE.c.closed_at.is_(None), PEOPLE.c.email_sealed.is_not(None), rested, *_unmailed(),
    ).group_by(PEOPLE.c.id, PEOPLE.c.language, PEOPLE.c.email_sealed, PEOPLE.c.mailed_at)


def _unmailed() -> tuple[ColumnElement[bool], ...]:
    return NOTICES.c.seen_at.is_(None), NOTICES.c.mailed_at.is_(None), notices.is_open()


def _due(tx: Transaction, row: Row[Any]) -> Due:
    return Due(row.id, tx.seal.opened(row.email_sealed, "people", row.id, "email"), row.language, row.pieces)
