"""What somebody is told: that something happened in a plan, and never what; the page it leads to says that."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, or_, select, true

from bizplan.domain.coaching.news import Ended, Line, News, Notice, folded
from bizplan.domain.people import CONSENT

from . import participants
from .columns import new_id
from .database import Transaction
from .tables import CONSENTS, NOTICES, PARTICIPANTS, PLANS, ROLES

KEPT_FOR = timedelta(days=90)
MOST = 100


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


def tell_of_end(tx: Transaction, plan: str, coach: str, author: str, how: Ended) -> None:
    """Somebody coaches a plan no longer: whoever stays is told who, and they are told that, and of which plan not.

    What they were told of the plan before is no news any more.
    """
    see(tx, coach, plan)
    tell(tx, News.LEFT, plan, author, everybody(tx, plan), coach)
    tell(tx, News.ENDED, plan, "", (coach,), how.value)


def everybody(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The entrepreneur of a plan and its coaches."""
    owner = tx.execute(select(PLANS.c.owner_id).where(PLANS.c.id == plan)).scalar_one()
    return (owner, *participants.coaches_of(tx, plan))


def notices_of(tx: Transaction, person: str) -> tuple[Notice, ...]:
    """The news of somebody that is open to them, the newest first."""
    return tuple(_notice(each) for each in tx.execute(_open_to(person).limit(MOST)))


def line_of(tx: Transaction, person: str, notice_id: str) -> Line | None:
    """A piece of news of somebody with all that is told in one line with it, as far as it is not newer.

    None where there is none that is open to them.
    """
    found = tx.execute(_open_to(person).where(NOTICES.c.id == notice_id)).one_or_none()
    if found is None:
        return None
    told = _notice(found)
    line = next((each.notices for each in folded(notices_of(tx, person)) if told in each.notices), (told,))
    return Line(line[line.index(told):])


def unseen(tx: Transaction, person: str) -> int:
    """How many lines of news somebody has not looked at."""
    found = tx.execute(_open_to(person).where(NOTICES.c.seen_at.is_(None)).limit(MOST))
    return len(folded(_notice(each) for each in found))


def _open_to(person: str) -> Select[Any]:
    """What somebody is told of plans that are open to them, and that one is so no longer; the newest first."""
    return select(NOTICES).where(NOTICES.c.person_id == person, is_open()).order_by(
        NOTICES.c.made_at.desc(), NOTICES.c.plan_id, NOTICES.c.kind, NOTICES.c.id)


def is_open() -> ColumnElement[bool]:
    """Whether the plan of a notice is its reader's own, or one that they coach and whose owner agrees.

    That somebody coaches a plan no longer is told to them all the same: it names neither plan nor entrepreneur.
    """
    own = select(PLANS.c.id).where(PLANS.c.owner_id == NOTICES.c.person_id)
    newest = select(CONSENTS.c.given).where(CONSENTS.c.person_id == PLANS.c.owner_id, CONSENTS.c.text == CONSENT)
    agreed = newest.order_by(CONSENTS.c.made_at.desc(), CONSENTS.c.id).limit(1).correlate(PLANS).scalar_subquery()
    holds = select(ROLES.c.role).where(ROLES.c.person_id == NOTICES.c.person_id, ROLES.c.until.is_(None))
    coached = select(PLANS.c.id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == NOTICES.c.person_id, PARTICIPANTS.c.until.is_(None),
        PARTICIPANTS.c.role.in_(holds.correlate(NOTICES)), agreed.is_(true()))
    return or_(NOTICES.c.kind == News.ENDED.value, NOTICES.c.plan_id.in_(own.correlate(NOTICES)),
               NOTICES.c.plan_id.in_(coached.correlate(NOTICES)))


def see(tx: Transaction, person: str, plan: str = "", subject: str = "") -> None:
    """Somebody has looked: at everything, at everything of a plan, or at one subject in it."""
    those = [NOTICES.c.person_id == person, NOTICES.c.seen_at.is_(None)]
    those += [NOTICES.c.plan_id == plan] if plan else []
    those += [NOTICES.c.subject == subject] if subject else []
    tx.execute(NOTICES.update().where(*those).values(seen_at=tx.now))


def see_line(tx: Transaction, line: Line) -> None:
    """Somebody has looked at a line of news, and at all else that is about the same."""
    for told in line.notices:
        if told.subject:
            see(tx, told.person, told.plan, told.subject)
    those = NOTICES.c.id.in_([each.id for each in line.notices]), NOTICES.c.seen_at.is_(None)
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
    return Notice(row.id, row.person_id, row.plan_id, News(row.kind), row.subject, row.author_id or "", row.made_at,
                  row.seen_at)
