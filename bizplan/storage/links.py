"""Links to what was handed in, and the visits that come of them.

Only digests of tokens are kept.  A code by another way is asked where a link has one: a try is counted before the
code is looked at, so that trying many at the same time gains nothing.  A link that was taken back, or whose time is
up, or whose plan went, opens nothing at the very next request: each asks here again.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Select, select

from bizplan.domain.coaching import News
from bizplan.domain.lending.links import MOST_WRONG_CODES, Link, Visit

from . import hashing, notices
from .columns import new_id
from .database import Storage, Transaction
from .tables import APPLICATIONS, LINKS, SUBMISSIONS, VISITS

VISIT_LIVES = timedelta(hours=4)
"""So long a browser reads on after the link was opened, if the link lives so long."""
DIGITS = 6


@dataclass(frozen=True)
class Wanted:
    """A link to be made: to which application of which plan, by whom, for whom, and for how long.

    ``key`` is the id under which it is made; ``code`` the hash of the code that it asks for, if it does.
    """

    application: str
    plan: str
    author: str
    label: str
    days: int
    key: str
    code: str | None = None


@dataclass(frozen=True)
class Found:
    """A link that works, as far as whoever opens it may know."""

    id: str
    application: str
    has_code: bool


def new_code() -> str:
    """Six digits that nobody knows before."""
    return f"{secrets.randbelow(10 ** DIGITS):0{DIGITS}}"


def make(tx: Transaction, wanted: Wanted) -> str:
    """A new link; the answer is its token, which is shown once.  Asked for again under one key it gets a new token.

    Entrepreneur and coaches are told that there is one, but for whoever makes it.
    """
    token = secrets.token_urlsafe(32)
    digest = _digest(tx, token)
    same = (LINKS.c.id == wanted.key) & (LINKS.c.plan_id == wanted.plan) & (LINKS.c.author_id == wanted.author) & (
        LINKS.c.ended_at.is_(None))
    if tx.execute(LINKS.update().where(same).values(token_digest=digest, code=wanted.code)).rowcount:
        return token
    taken = tx.execute(select(LINKS.c.id).where(LINKS.c.id == wanted.key)).one_or_none() is not None
    made = new_id() if taken or not wanted.key else wanted.key
    tx.execute(LINKS.insert().values(
        id=made, application_id=wanted.application, plan_id=wanted.plan, token_digest=digest, code=wanted.code,
        label_sealed=tx.seal.sealed(wanted.label, "links", made), author_id=wanted.author, made_at=tx.now,
        ends_at=tx.now + timedelta(days=wanted.days)))
    notices.tell(tx, News.LINK_MADE, wanted.plan, wanted.author, notices.everybody(tx, wanted.plan), made)
    return token


def found(tx: Transaction, token: str) -> Found | None:
    """The link of a token, or None where it opens nothing (any more); looking changes nothing."""
    row = tx.execute(_living(tx).where(LINKS.c.token_digest == _digest(tx, token))).first()
    return None if row is None else Found(row.id, row.application_id, row.code is not None)


def visit_by(storage: Storage, token: str, code: str) -> str | None:
    """Opens a link with its code, if it has one; the answer is the token of the visit, None where they do not fit."""
    with storage.writing() as tx:
        row = tx.execute(_living(tx).where(LINKS.c.token_digest == _digest(tx, token))).first()
        if row is not None and row.code is not None:
            row = tx.execute(LINKS.update().where(
                LINKS.c.id == row.id, LINKS.c.wrong_codes < MOST_WRONG_CODES,
            ).values(wrong_codes=LINKS.c.wrong_codes + 1).returning(LINKS.c.id, LINKS.c.code)).first()
    if row is None or not (row.code is None or hashing.fits(storage.seal, row.code, code)):
        return None
    with storage.writing() as tx:
        if tx.execute(_living(tx, resting=True).where(LINKS.c.id == row.id)).first() is None:
            return None                                     # taken back while the code was looked at
        tx.execute(LINKS.update().where(LINKS.c.id == row.id).values(wrong_codes=0))
        return begin(tx, row.id)


def visit(tx: Transaction, token: str) -> Visit | None:
    """The visit of a token, as long as it lives and its link does."""
    living = _living(tx, resting=True).add_columns(VISITS.c.id.label("visit"), VISITS.c.ends_at.label("until")).join(
        VISITS, VISITS.c.link_id == LINKS.c.id)
    row = tx.execute(living.where(
        VISITS.c.token_digest == tx.seal.digest(token, "visit"), VISITS.c.ends_at > tx.now)).first()
    return None if row is None else Visit(row.visit, row.id, row.application_id, row.plan_id, row.until)


def leave(tx: Transaction, token: str) -> None:
    """The visit is over: its token opens nothing from now on."""
    tx.execute(VISITS.delete().where(VISITS.c.token_digest == tx.seal.digest(token, "visit")))


def links_of(tx: Transaction, plan: str) -> tuple[Link, ...]:
    """All links to what was handed in of a plan, the newest first."""
    rows = tx.execute(select(LINKS).where(LINKS.c.plan_id == plan).order_by(LINKS.c.made_at.desc(), LINKS.c.id))
    return tuple(_link(tx, row) for row in rows)


def end(tx: Transaction, plan: str, link: str) -> bool:
    """A link of a plan opens nothing from now on, and every visit by it is over; False where none works."""
    ended = tx.execute(LINKS.update().where(
        LINKS.c.id == link, LINKS.c.plan_id == plan, LINKS.c.ended_at.is_(None), LINKS.c.ends_at > tx.now,
    ).values(ended_at=tx.now)).rowcount
    tx.execute(VISITS.delete().where(VISITS.c.link_id.in_(
        select(LINKS.c.id).where(LINKS.c.id == link, LINKS.c.plan_id == plan))))
    return bool(ended)


def end_all(tx: Transaction, application: str) -> None:
    """No link to an application opens anything from now on, and every visit by one is over."""
    those = LINKS.c.application_id == application
    tx.execute(LINKS.update().where(those, LINKS.c.ended_at.is_(None), LINKS.c.ends_at > tx.now).values(
        ended_at=tx.now))
    tx.execute(VISITS.delete().where(VISITS.c.link_id.in_(select(LINKS.c.id).where(those))))


def change_code(tx: Transaction, plan: str, link: str, code: str) -> bool:
    """A link asks for another code (given as its hash) and no longer rests; False where it opens nothing any more."""
    return bool(tx.execute(LINKS.update().where(
        LINKS.c.id == link, LINKS.c.plan_id == plan, LINKS.c.code.is_not(None), LINKS.c.ended_at.is_(None),
        LINKS.c.ends_at > tx.now).values(code=code, wrong_codes=0)).rowcount)


def begin(tx: Transaction, link: str) -> str:
    """A visit by a link that was opened; the answer is its token, which only the browser knows."""
    token = secrets.token_urlsafe(32)
    tx.execute(VISITS.delete().where(VISITS.c.ends_at < tx.now))
    tx.execute(VISITS.insert().values(id=new_id(), link_id=link, token_digest=tx.seal.digest(token, "visit"),
                                      made_at=tx.now, ends_at=tx.now + VISIT_LIVES))
    return token


def _living(tx: Transaction, *, resting: bool = False) -> Select[Any]:
    """The links that open something now; those that rest only where a visit began before, or a code fits just now."""
    awake = [] if resting else [LINKS.c.wrong_codes < MOST_WRONG_CODES]
    readable = select(SUBMISSIONS.c.application_id).where(
        SUBMISSIONS.c.frozen_at.is_not(None), SUBMISSIONS.c.withdrawn_at.is_(None))
    return select(LINKS).join(APPLICATIONS, APPLICATIONS.c.id == LINKS.c.application_id).where(
        LINKS.c.ended_at.is_(None), LINKS.c.ends_at > tx.now, *awake, APPLICATIONS.c.ended_at.is_(None),
        LINKS.c.application_id.in_(readable))


def _digest(tx: Transaction, token: str) -> str:
    return tx.seal.digest(token, "link")


def _link(tx: Transaction, row: Row[Any]) -> Link:
    return Link(row.id, row.application_id, str(tx.seal.opened(row.label_sealed, "links", row.id)), row.author_id or "",
                row.code is not None, row.wrong_codes, row.made_at, row.ends_at, row.ended_at)
