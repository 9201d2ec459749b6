"""What somebody is told: that something happened in a plan, and never what; the page it leads to says that."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, or_, select

from bizplan.domain.coaching.news import AT_LENDER, OVER, Ended, Line, News, Notice, folded
from bizplan.domain.people import CONSENT, Role

from . import consents, participants
from .columns import new_id
from .database import Transaction
from .tables import APPLICATIONS, NOTICES, PARTICIPANTS, PLANS, ROLES, SUBMISSIONS

KEPT_FOR = timedelta(days=90)
MOST = 100


def tell(tx: Transaction, kind: News, plan: str, author: str, to: Iterable[str], subject: str = "") -> None:
    """Tells people, but for the author, once for each subject that they have not looked at yet.

    Whoever says something about a subject has looked at it: what they were told of it before is no news any more.
    Whoever tells a lender something has not looked at what the lender tells them.
    """
    if author and subject:
        see(tx, author, plan, subject, AT_LENDER if kind in AT_LENDER else ())
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

    What is told at a lender has a rule of its own.  That somebody coaches a plan no longer is told to them all the
    same: it names neither plan nor entrepreneur.
    """
    own = select(PLANS.c.id).where(PLANS.c.owner_id == NOTICES.c.person_id)
    holds = select(ROLES.c.role).where(ROLES.c.person_id == NOTICES.c.person_id, ROLES.c.until.is_(None))
    coached = select(PLANS.c.id).join(PARTICIPANTS, PARTICIPANTS.c.plan_id == PLANS.c.id).where(
        PARTICIPANTS.c.person_id == NOTICES.c.person_id, PARTICIPANTS.c.until.is_(None),
        PARTICIPANTS.c.role.in_(holds.correlate(NOTICES)), consents.standing(PLANS.c.owner_id, CONSENT))
    takes_part = or_(NOTICES.c.plan_id.in_(own.correlate(NOTICES)), NOTICES.c.plan_id.in_(coached.correlate(NOTICES)))
    is_for_lender = _is_of(AT_LENDER)
    return or_(NOTICES.c.kind == News.ENDED.value, and_(is_for_lender, _is_at_their_lender()),
               and_(~is_for_lender, takes_part))


def _is_at_their_lender() -> ColumnElement[bool]:
    """Whether the reader of a notice works as an officer where its application can be read, and its owner agrees.

    That it is over is told as long as anything could be read once.
    """
    read = select(SUBMISSIONS.c.id).where(
        SUBMISSIONS.c.application_id == APPLICATIONS.c.id, SUBMISSIONS.c.frozen_at.is_not(None),
        or_(SUBMISSIONS.c.withdrawn_at.is_(None), _is_of(OVER)))
    works = select(ROLES.c.id).where(
        ROLES.c.person_id == NOTICES.c.person_id, ROLES.c.role == Role.OFFICER.value, ROLES.c.until.is_(None),
        ROLES.c.organisation_id == APPLICATIONS.c.organisation_id)
    return select(APPLICATIONS.c.id).join(PLANS, PLANS.c.id == APPLICATIONS.c.plan_id).where(
        APPLICATIONS.c.id == NOTICES.c.subject, consents.standing(PLANS.c.owner_id, CONSENT),
        works.correlate(NOTICES, APPLICATIONS).exists(), read.correlate(NOTICES, APPLICATIONS).exists(),
    ).correlate(NOTICES).exists()


def is_unseen(tx: Transaction, person: str, subject: str, kinds: Collection[News]) -> bool:
    """Whether somebody was told something of these kinds about a subject, and has not looked."""
    return _is_there(tx, *_unseen(person, "", subject, kinds))


def see(tx: Transaction, person: str, plan: str = "", subject: str = "", kinds: Collection[News] = ()) -> None:
    """Somebody has looked: at everything, at everything of a plan, or at one subject in it, of some kinds or of all."""
    those = _unseen(person, plan, subject, kinds)
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
    return _is_there(tx, *_unseen(person, plan, "", (kind,)), NOTICES.c.subject == subject)


def _unseen(person: str, plan: str, subject: str, kinds: Collection[News]) -> list[ColumnElement[bool]]:
    """What somebody has not looked at: of any plan, subject and kind where none is named."""
    those = [NOTICES.c.person_id == person, NOTICES.c.seen_at.is_(None)]
    those += [NOTICES.c.plan_id == plan] if plan else []
    those += [NOTICES.c.subject == subject] if subject else []
    return those + ([_is_of(kinds)] if kinds else [])


def _is_of(kinds: Iterable[News]) -> ColumnElement[bool]:
    return NOTICES.c.kind.in_([each.value for each in kinds])


def _is_there(tx: Transaction, *those: ColumnElement[bool]) -> bool:
    return tx.execute(select(NOTICES.c.id).where(*those).limit(1)).one_or_none() is not None


def _notice(row: Row[Any]) -> Notice:
    return Notice(row.id, row.person_id, row.plan_id, News(row.kind), row.subject, row.author_id or "", row.made_at,
                  row.seen_at)
