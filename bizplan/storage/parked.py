"""What somebody sent after their session had ended: kept sealed for an hour, for them and on this device only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select

from .columns import new_id
from .database import Transaction
from .tables import PARKED, PEOPLE

LIVES = timedelta(hours=1)
MOST = 5
Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Parked:
    """A form that was sent: to which path of the application, and what stood in it."""

    id: str
    path: str
    fields: Fields
    made_at: datetime


def set_aside(tx: Transaction, device: str, person: str, path: str, fields: Fields) -> None:
    """Keeps what was sent; beyond a few the oldest makes room, and what is too old goes."""
    tx.execute(PARKED.delete().where(PARKED.c.ends_at < tx.now))
    if tx.execute(select(PEOPLE.c.id).where(PEOPLE.c.id == person)).one_or_none() is None:
        return
    there = tx.execute(select(PARKED.c.id).where(PARKED.c.device_digest == _digest(tx, device)).order_by(
        PARKED.c.made_at.desc())).scalars().all()
    tx.execute(PARKED.delete().where(PARKED.c.id.in_(there[MOST - 1:])))
    parked = new_id()
    tx.execute(PARKED.insert().values(
        id=parked, device_digest=_digest(tx, device), person_id=person, made_at=tx.now, ends_at=tx.now + LIVES,
        post_sealed=tx.seal.sealed({"path": path, "fields": fields}, "parked_posts", parked)))


def parked_by(tx: Transaction, device: str, person: str) -> tuple[Parked, ...]:
    """What this person sent from this device in vain, the newest first."""
    found = tx.execute(select(PARKED).where(
        PARKED.c.device_digest == _digest(tx, device), PARKED.c.person_id == person, PARKED.c.ends_at > tx.now,
    ).order_by(PARKED.c.made_at.desc()))
    return tuple(_opened(tx, each) for each in found)


def discard(tx: Transaction, device: str, person: str, parked: str) -> None:
    """It was sent again, or is no longer wanted."""
    tx.execute(PARKED.delete().where(
        PARKED.c.id == parked, PARKED.c.person_id == person, PARKED.c.device_digest == _digest(tx, device)))


def _digest(tx: Transaction, device: str) -> str:
    return tx.seal.digest(device, "device")


def _opened(tx: Transaction, row: Row[Any]) -> Parked:
    post = tx.seal.opened(row.post_sealed, "parked_posts", row.id)
    return Parked(row.id, post["path"], tuple((name, value) for name, value in post["fields"]), row.made_at)
