"""What somebody is told: that something happened in a plan, and never what; the page it leads to says that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, func, select

from bizplan.domain.coaching import News

from . import participants
from .columns import new_id
from .database import Transaction
from .tables import NOTICES, PLANS

KEPT_FOR = timedelta(days=90)
MOST = 100


@dataclass(frozen=True)
class Notice:
    """One piece of news for one person; ``subject`` is what it is about, as its kind says."""

    id: str
    plan: str
    kind: News
    subject: str
    author: str
    at: datetime
    seen_at: datetime | None = None


def tell(tx: Transaction, kind: News, plan: str, author: str, to: Iterable[str], subject: str = "") -> None:
    """Tells people, but for the author, once for each subject that they have not looked at yet."""
    for person in dict.fromkeys(to):
        if person != author and not _is_told(tx, kind, plan, person, subject):
            tx.execute(NOTICES.insert().values(id=new_id(), person_id=person, plan_id=plan, kind=kind.value,
                                               subject=subject, author_id=author or None, made_at=tx.now))


def everybody(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The entrepreneur of a plan and its coaches."""
    owner = tx.execute(select(PLANS.c.owner_id).where(PLANS.c.id == plan)).scalar_one()
    return (owner, *participants.coaches_of(tx, plan))


def notices_of(tx: Transaction, person: str) -> tuple[Notice, ...]:
    """The news of somebody, the newest first."""
    found = tx.execute(select(NOTICES).where(NOTICES.c.person_id == person)
                       .order_by(NOTICES.c.made_at.desc(), NOTICES.c.id).limit(MOST))
    return tuple(_notice(each) for each in found)


def unseen(tx: Transaction, person: str) -> int:
    """How many pieces of news somebody has not looked at."""
    asked = select(func.count()).where(NOTICES.c.person_id == person, NOTICES.c.seen_at.is_(None))
    return int(tx.execute(asked).scalar_one())


def see(tx: Transaction, person: str, plan: str = "", subject: str = "") -> None:
    """Somebody has looked: at everything, at everything of a plan, or at one subject in it."""
    those = [NOTICES.c.person_id == person, NOTICES.c.seen_at.is_(None)]
    those += [NOTICES.c.plan_id == plan] if plan else []
    those += [NOTICES.c.subject == subject] if subject else []
    tx.execute(NOTICES.update().where(*those).values(seen_at=tx.now))


def clear(tx: Transaction) -> None:
    """Forgets what is old."""
    tx.execute(delete(NOTICES).where(NOTICES.c.made_at < tx.now - KEPT_FOR))


def _is_told(tx: Transaction, kind: News, plan: str, person: str, subject: str) -> bool:
    asked = select(NOTICES.c.id).where(
        NOTICES.c.person_id == person, NOTICES.c.plan_id == plan, NOTICES.c.kind == kind.value,
        NOTICES.c.subject == subject, NOTICES.c.seen_at.is_(None))
    return tx.execute(asked.limit(1)).one_or_none() is not None


def _notice(row: Row[Any]) -> Notice:
    return Notice(row.id, row.plan_id, News(row.kind), row.subject, row.author_id or "", row.made_at, row.seen_at)
