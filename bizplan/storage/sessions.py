"""Sessions, kept on the server: what ends here ends everywhere, at once.

Thirty days on a device declared one's own, else thirty minutes without a request; staff one hour without a
request and twelve in all.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from .columns import new_id
from .database import Transaction
from .tables import PEOPLE, SESSIONS, SITTINGS

OWN_DEVICE = timedelta(days=30)
IDLE = timedelta(minutes=30)
IDLE_OF_STAFF = timedelta(hours=1)
WHOLE_OF_STAFF = timedelta(hours=12)
HALFWAY = timedelta(minutes=15)
"""So long staff may take for their second factor."""
SEEN_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Session:
    """Somebody is signed in on one device; ``strong`` with two factors."""

    id: str
    person: str
    own_device: bool
    strong: bool
    made_at: datetime
    seen_at: datetime
    ends_at: datetime


def start(tx: Transaction, person: str, *, staff: bool, own_device: bool, strong: bool) -> str:
    """A new session; the answer is its token, which only the browser knows. Sessions that are over are swept away."""
    token = secrets.token_urlsafe(32)
    whole = WHOLE_OF_STAFF if staff else OWN_DEVICE
    tx.execute(SESSIONS.delete().where(SESSIONS.c.ends_at < tx.now))
    tx.execute(SESSIONS.insert().values(
        id=new_id(), token_digest=tx.seal.digest(token, "session"), person_id=person, own_device=own_device,
        strong=strong, made_at=tx.now, seen_at=tx.now, ends_at=tx.now + whole))
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person).values(seen_at=tx.now))
    return token


def session(tx: Transaction, token: str, *, staff: bool | None = None) -> Session | None:
    """The session of a token, as long as it lives; ``staff`` where the person's role is known already."""
    asked = select(SESSIONS).where(SESSIONS.c.token_digest == tx.seal.digest(token, "session"))
    found = tx.execute(asked).one_or_none()
    return None if found is None else _living(_session(found), tx.now, staff)


def touch(tx: Transaction, session_id: str) -> None:
    """The person was here just now."""
    tx.execute(SESSIONS.update().where(SESSIONS.c.id == session_id).values(seen_at=tx.now))


def end(tx: Transaction, session_id: str) -> None:
    """Signed out: the token is worth nothing from now on, and who sat together there sits there no more."""
    _end_sittings(tx, SITTINGS.c.session_id == session_id)
    tx.execute(SESSIONS.delete().where(SESSIONS.c.id == session_id))


def end_all(tx: Transaction, person: str, but: str = "") -> None:
    """Signed out everywhere, except in one session."""
    _end_sittings(tx, (SITTINGS.c.coach_id == person) & (SITTINGS.c.session_id != but))
    tx.execute(SESSIONS.delete().where(SESSIONS.c.person_id == person, SESSIONS.c.id != but))


def sessions_of(tx: Transaction, person: str) -> tuple[Session, ...]:
    """The sessions of a person, the newest first."""
    found = tx.execute(select(SESSIONS).where(SESSIONS.c.person_id == person).order_by(SESSIONS.c.made_at.desc()))
    return tuple(_session(each) for each in found)


def is_living(session: Session, now: datetime, *, staff: bool) -> bool:
    """Whether a session still counts for somebody who is staff, or is not."""
    return _living(session, now, staff) is not None


def _end_sittings(tx: Transaction, which: ColumnElement[bool]) -> None:
    tx.execute(SITTINGS.update().where(which, SITTINGS.c.ended_at.is_(None), SITTINGS.c.ends_at > tx.now).values(
        ended_at=tx.now))


def _living(session: Session, now: datetime, staff: bool | None) -> Session | None:
    idle = IDLE_OF_STAFF if staff else OWN_DEVICE if session.own_device or staff is None else IDLE
    whole = WHOLE_OF_STAFF if staff else OWN_DEVICE
    alive = now < min(session.ends_at, session.made_at + whole) and now - session.seen_at < idle
    return session if alive else None


def _session(row: Row[Any]) -> Session:
    return Session(row.id, row.person_id, row.own_device, row.strong, row.made_at, row.seen_at, row.ends_at)
