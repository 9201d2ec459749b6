"""What somebody is told: that something happened in a plan, and never what; the page it leads to says that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, or_, select, true

from bizplan.domain.coaching import News
from bizplan.domain.people import CONSENT

from . import participants
from .columns import new_id
from .database import Transaction
from .tables import CONSENTS, NOTICES, PARTICIPANTS, PLANS, ROLES

KEPT_FOR = timedelta(days=90)
MOST = 100


@dataclass(frozen=True)
class Notice:
    """One piece of news for one person; ``subject`` is what it is about, as its kind says."""

    id: str
    person: str
    plan: str
    kind: News
    subject: str
    author: str
    at: datetime
    seen_at: datetime | None = None


def tell(tx: Transaction, kind: News, plan: str, author: str, to: Iterable[str], subject: str = "") -> None:
    """Tells people, but for the author, once for each subject that they have not looked at yet.

    Whoever says something about a subject has looked at it: what they were told of it before is no news any more.
    """
    if subject:
        see(tx, author, plan, subject)
    for person in dict.fromkeys(to):
        if person != author and not _is_told(tx, kind, plan, person, subject):
            tx.execute(NOTICES.insert().values(id=new_id(), person_id=person, plan_id=plan, kind=kind.value,
                                               subject=subject, author_id=author or None, made_at=tx.now))


def everybody(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The entrepreneur of a plan and its coaches."""
    owner = tx.execute(select(PLANS.c.owner_id).where(PLANS.c.id == plan)).scalar_one()
    return (owner, *participants.coaches_of(tx, plan))


def notices_of(tx: Transaction, person: str) -> tuple[Notice, ...]:
    """The news of somebody from the plans that are open to them, the newest first."""
    found = tx.execute(select(NOTICES).where(NOTICES.c.person_id == person, is_of_open_plan())
                       .order_by(NOTICES.c.made_at.desc(), NOTICES.c.id).limit(MOST))
    return tuple(_notice(each) for each in found)


def notice(tx: Transaction, person: str, notice_id: str) -> Notice | None:
    """A piece of news of somebody, or None where there is none that is open to them."""
    found = tx.execute(select(NOTICES).where(
        NOTICES.c.id == notice_id, NOTICES.c.person_id == person, is_of_open_plan())).one_or_none()
    return None if found is None else _notice(found)


def unseen(tx: Transaction, person: str) -> int:
    """How many pieces of news somebody has not looked at, in the plans that are open to them."""
    asked = select(func.count()).where(NOTICES.c.person_id == person, NOTICES.c.seen_at.is_(None), is_of_open_plan())
    return int(tx.execute(asked).scalar_one())


def is_of_open_plan() -> ColumnElement[bool]:
    """Whether the plan of a notice is its reader's own, or one that they coach and whose owner agrees."""
    own = select(PLANS.c.id).where(PLANS.c.owner_id == NOTICES.c.person_id)
    newest = select(CONSENTS.c.given).where(CONSENTS.c.person_id == PLANS.c.owner_id, CONSENTS.c.text == CONSENT)
    agreed = newest.order_by(CONSENTS.c.made_at.desc(), CONSENTS.c.id).limit(1).correlate(PLANS).scalar_subquery()
    holds = select(ROLES.c.role).where(ROLES.c.person_id == NOTICES.c.person_id, ROLES.c.until.is_(None))
    coached = select(PLANS.c.id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == NOTICES.c.person_id, PARTICIPANTS.c.until.is_(None),
        PARTICIPANTS.c.role.in_(holds.correlate(NOTICES)), agreed.is_(true()))
    return or_(NOTICES.c.plan_id.in_(own.correlate(NOTICES)), NOTICES.c.plan_id.in_(coached.correlate(NOTICES)))


def see(tx: Transaction, person: str, plan: str = "", subject: str = "") -> None:
    """Somebody has looked: at everything, at everything of a plan, or at one subject in it."""
    those = [NOTICES.c.person_id == person, NOTICES.c.seen_at.is_(None)]
    those += [NOTICES.c.plan_id == plan] if plan else []
    those += [NOTICES.c.subject == subject] if subject else []
    tx.execute(NOTICES.update().where(*those).values(seen_at=tx.now))


def see_one(tx: Transaction, told: Notice) -> None:
    """Somebody has looked at one piece of news, and at all else that is about the same."""
    if told.subject:
        see(tx, told.person, told.plan, told.subject)
    else:
        tx.execute(NOTICES.update().where(NOTICES.c.id == told.id, NOTICES.c.seen_at.is_(None)).values(seen_at=tx.now))


def clear(tx: Transaction) -> None:
    """Forgets what is old."""
    tx.execute(delete(NOTICES).where(NOTICES.c.made_at < tx.now - KEPT_FOR))


def _is_told(tx: Transaction, kind: News, plan: str, person: str, subject: str) -> bool:
    asked = select(NOTICES.c.id).where(
        NOTICES.c.person_id == person, NOTICES.c.plan_id == plan, NOTICES.c.kind == kind.value,
        NOTICES.c.subject == subject, NOTICES.c.seen_at.is_(None))
    return tx.execute(asked.limit(1)).one_or_none() is not None


def _notice(row: Row[Any]) -> Notice:
    return Notice(row.id, row.person_id, row.plan_id, News(row.kind), row.subject, row.author_id or "", row.made_at,
                  row.seen_at)
