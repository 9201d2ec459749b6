"""Excel models that came back: what was changed in each is kept sealed until somebody decided, a day at most."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select

from .columns import new_id
from .database import Transaction
from .tables import RETURNED

LIVES = timedelta(days=1)
MOST = 3
"""How many of a plan wait for one person; a newer one takes the place of the oldest."""


@dataclass(frozen=True)
class Waiting:
    """A workbook that came back and what was changed in it, as JSON knows it."""

    id: str
    review: Any
    made_at: datetime


def keep(tx: Transaction, plan: str, person: str, review: Any) -> str:
    """Keeps what was changed, for the person who sent it."""
    clear(tx)
    mine = select(RETURNED.c.id).where(RETURNED.c.plan_id == plan, RETURNED.c.person_id == person)
    there = tx.execute(mine.order_by(RETURNED.c.made_at.desc(), RETURNED.c.id)).scalars().all()
    tx.execute(RETURNED.delete().where(RETURNED.c.id.in_(there[MOST - 1:])))
    made = new_id()
    tx.execute(RETURNED.insert().values(
        id=made, plan_id=plan, person_id=person, made_at=tx.now, ends_at=tx.now + LIVES,
        review_sealed=tx.seal.sealed(review, "returned_workbooks", made)))
    return made


def waiting(tx: Transaction, plan: str, person: str, returned: str) -> Waiting | None:
    """A workbook about which its sender still decides."""
    found = tx.execute(select(RETURNED).where(
        RETURNED.c.id == returned, RETURNED.c.plan_id == plan, RETURNED.c.person_id == person,
        RETURNED.c.ends_at > tx.now)).one_or_none()
    return None if found is None else _opened(tx, found)


def change(tx: Transaction, returned: str, review: Any) -> None:
    """What is left to decide."""
    tx.execute(RETURNED.update().where(RETURNED.c.id == returned).values(
        review_sealed=tx.seal.sealed(review, "returned_workbooks", returned)))


def discard(tx: Transaction, returned: str) -> None:
    """It is decided, or no longer wanted."""
    tx.execute(RETURNED.delete().where(RETURNED.c.id == returned))


def clear(tx: Transaction) -> None:
    """Forgets what nobody decided about within a day."""
    tx.execute(RETURNED.delete().where(RETURNED.c.ends_at < tx.now))


def _opened(tx: Transaction, row: Row[Any]) -> Waiting:
    return Waiting(row.id, tx.seal.opened(row.review_sealed, "returned_workbooks", row.id), row.made_at)
