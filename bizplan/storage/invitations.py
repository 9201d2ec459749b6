"""Invitations: a link that lets one person into a plan, once and within seven days.

Only the digest of the token in the link is kept, and it says whom the link is for: one for a coach opens nothing
as one for an entrepreneur.

A coach is let into the plan.  For the entrepreneur the link is the first way into their account, for somebody
without e-mail: a key that lies in a message on a phone.  So it works only while there is nothing behind it.  Once
somebody signed in to the account, agreed or wrote anything, it would be a key to answers, and it works no more,
used or not.  Whoever holds it before can do no more than its maker, who could as well choose the PIN of a card; and
it ends when its maker leaves the plan.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, select

from bizplan.domain.people import Person, Role

from .columns import new_id
from .database import Transaction
from .tables import CONSENTS, INVITATIONS, PARTICIPANTS, PEOPLE, PLANS

LIVES = timedelta(days=7)
KEPT_FOR = timedelta(days=30)
"""So long after its end an invitation is remembered, with the address to which it went."""


@dataclass(frozen=True)
class Invitation:
    """Somebody may take part in a plan; where it went to an address it is for the person with that address."""

    id: str
    plan: str
    owner: str
    role: Role
    email: str
    author: str
    made_at: datetime
    ends_at: datetime

    def is_for(self, person: Person) -> bool:
        """Whether the person may take it up: in that role, and with that address where it names one."""
        return self.role in person.roles and self.email in ("", person.email)


@dataclass(frozen=True)
class Made:
    """An invitation with the token of its link, which is shown once; "" where it is on its way already."""

    id: str
    token: str


def invite(tx: Transaction, plan: str, role: Role, author: str, email: str = "", key: str = "") -> Made:
    """A new invitation, under the id ``key``; asked for again under the same, it stays one.

    One that went to an address then stays as it was sent, one that is shown gets a new token.  Older ones to the same
    address end, and all older ones to an entrepreneur.
    """
    tx.execute(INVITATIONS.delete().where(INVITATIONS.c.ends_at < tx.now - KEPT_FOR))
    token, digest = secrets.token_urlsafe(32), None if not email else tx.seal.digest(email, "email")
    same = (INVITATIONS.c.id == key, INVITATIONS.c.plan_id == plan, INVITATIONS.c.role == role.value,
            INVITATIONS.c.author_id == author, INVITATIONS.c.email_digest == digest, *_open(tx))
    if digest and tx.execute(select(INVITATIONS.c.id).where(*same)).one_or_none():
        return Made(key, "")
    if tx.execute(INVITATIONS.update().where(*same).values(token_digest=_digest(tx, token, role))).rowcount:
        return Made(key, token)
    if role is Role.ENTREPRENEUR or digest:
        older = INVITATIONS.c.role == role.value if digest is None else INVITATIONS.c.email_digest == digest
        tx.execute(INVITATIONS.update().where(INVITATIONS.c.plan_id == plan, older, *_open(tx)).values(
            ended_at=tx.now))
    made = new_id() if not key or _is_there(tx, key) else key
    tx.execute(INVITATIONS.insert().values(
        id=made, plan_id=plan, role=role.value, token_digest=_digest(tx, token, role), email_digest=digest,
        email_sealed=None if not email else tx.seal.sealed(email, "invitations", made), author_id=author,
        made_at=tx.now, ends_at=tx.now + LIVES))
    return Made(made, token)


def found(tx: Transaction, token: str, role: Role) -> Invitation | None:
    """The invitation of a link, or None where it works no longer; looking changes nothing."""
    row = tx.execute(_asked().join(PEOPLE, PEOPLE.c.id == PLANS.c.owner_id).where(
        INVITATIONS.c.token_digest == _digest(tx, token, role), INVITATIONS.c.role == role.value,
        PLANS.c.archived_at.is_(None), PEOPLE.c.closed_at.is_(None), *_open(tx))).one_or_none()
    if row is None or (role is Role.ENTREPRENEUR and not untouched(tx, (row.owner_id,))):
        return None
    return _invitation(tx, row)


def use(tx: Transaction, invitation: Invitation, person: str) -> bool:
    """The person takes it up; False where somebody else did before them, or it ended meanwhile."""
    return bool(tx.execute(INVITATIONS.update().where(INVITATIONS.c.id == invitation.id, *_open(tx)).values(
        used_at=tx.now, used_by=person)).rowcount)


def open_in(tx: Transaction, plan: str, role: Role) -> tuple[Invitation, ...]:
    """The invitations into a plan that still work, the newest first."""
    asked = _asked().where(INVITATIONS.c.plan_id == plan, INVITATIONS.c.role == role.value, *_open(tx))
    return tuple(_invitation(tx, row) for row in tx.execute(asked.order_by(INVITATIONS.c.made_at.desc())))


def links_of(tx: Transaction, coach: str) -> dict[str, Invitation]:
    """The first ways in that still work for the entrepreneurs of a coach, by the ids of those people."""
    theirs = select(PARTICIPANTS.c.plan_id).where(
        PARTICIPANTS.c.person_id == coach, PARTICIPANTS.c.role == Role.COACH.value, PARTICIPANTS.c.until.is_(None))
    rows = tx.execute(_asked().where(
        INVITATIONS.c.plan_id.in_(theirs), INVITATIONS.c.role == Role.ENTREPRENEUR.value, *_open(tx))).all()
    still = untouched(tx, (row.owner_id for row in rows))
    return {row.owner_id: _invitation(tx, row) for row in rows if row.owner_id in still}


def end(tx: Transaction, plan: str, invitation: str) -> bool:
    """An invitation of a plan works no longer; False where there is none that works."""
    return bool(tx.execute(INVITATIONS.update().where(
        INVITATIONS.c.id == invitation, INVITATIONS.c.plan_id == plan, *_open(tx)).values(ended_at=tx.now)).rowcount)


def untouched(tx: Transaction, people: Iterable[str]) -> frozenset[str]:
    """Those people whose account nobody ever used: no sign-in, nothing agreed to, nothing written."""
    asked = select(PEOPLE.c.id).where(
        PEOPLE.c.id.in_(tuple(people)), PEOPLE.c.seen_at.is_(None), PEOPLE.c.closed_at.is_(None),
        PEOPLE.c.id.not_in(select(CONSENTS.c.person_id)),
        PEOPLE.c.id.not_in(select(PLANS.c.owner_id).where(PLANS.c.sequence > 0)))
    return frozenset(tx.execute(asked).scalars())


def _is_there(tx: Transaction, invitation: str) -> bool:
    return tx.execute(select(INVITATIONS.c.id).where(INVITATIONS.c.id == invitation)).one_or_none() is not None


def _open(tx: Transaction) -> tuple[Any, ...]:
    return INVITATIONS.c.used_at.is_(None), INVITATIONS.c.ended_at.is_(None), INVITATIONS.c.ends_at > tx.now


def _asked() -> Select[Any]:
    return select(INVITATIONS, PLANS.c.owner_id).join(PLANS, PLANS.c.id == INVITATIONS.c.plan_id)


def _digest(tx: Transaction, token: str, role: Role) -> str:
    return tx.seal.digest(token, f"invitation of a {role.value}")


def _invitation(tx: Transaction, row: Row[Any]) -> Invitation:
    email = "" if row.email_sealed is None else str(tx.seal.opened(row.email_sealed, "invitations", row.id))
    return Invitation(row.id, row.plan_id, row.owner_id, Role(row.role), email, row.author_id or "", row.made_at,
                      row.ends_at)
