"""Contacts about a plan, written down by its coaches; their notes are opened for the coaching side only."""

from typing import Any

from sqlalchemy import Row, select

from bizplan.domain.coaching.contacts import Contact, How

from .columns import new_id
from .database import Transaction
from .tables import CONTACTS


def write_down(tx: Transaction, plan: str, author: str, contact: Contact) -> str:
    """Keeps a contact; one whose id is known already is kept once.  The answer is its id."""
    contact_id = contact.id or new_id()
    known = tx.execute(select(CONTACTS.c.plan_id).where(CONTACTS.c.id == contact_id)).scalar_one_or_none()
    if known == plan:
        return contact_id
    contact_id = contact_id if known is None else new_id()
    tx.execute(CONTACTS.insert().values(
        id=contact_id, plan_id=plan, author_id=author, made_at=tx.now, **_values(tx, contact_id, contact)))
    return contact_id


def correct(tx: Transaction, plan: str, author: str, contact: Contact) -> bool:
    """Mends a contact; False where it is not this author's, or gone."""
    return bool(tx.execute(CONTACTS.update().where(*_own(plan, author, contact.id)).values(
        **_values(tx, contact.id, contact))).rowcount)


def take_away(tx: Transaction, plan: str, author: str, contact: str) -> bool:
    """Takes a contact away; False where it is not this author's, or gone."""
    return bool(tx.execute(CONTACTS.delete().where(*_own(plan, author, contact))).rowcount)


def contacts_of(tx: Transaction, plan: str, *, with_notes: bool) -> tuple[Contact, ...]:
    """The contacts about a plan, the newest first; the notes are opened for the coaching side only."""
    found = tx.execute(select(CONTACTS).where(CONTACTS.c.plan_id == plan)
                       .order_by(CONTACTS.c.held_on.desc(), CONTACTS.c.made_at.desc()))
    return tuple(_contact(tx, each, with_notes=with_notes) for each in found)


def _own(plan: str, author: str, contact: str) -> tuple[Any, ...]:
    return CONTACTS.c.id == contact, CONTACTS.c.plan_id == plan, CONTACTS.c.author_id == author


def _values(tx: Transaction, contact_id: str, contact: Contact) -> dict[str, Any]:
    return {"kind": contact.how.value, "held_on": contact.on, "minutes": contact.minutes,
            "note_sealed": tx.seal.sealed(contact.note, "contacts", contact_id)}


def _contact(tx: Transaction, row: Row[Any], *, with_notes: bool) -> Contact:
    note = tx.seal.opened(row.note_sealed, "contacts", row.id) if with_notes else ""
    return Contact(How(row.kind), row.held_on, row.minutes, note, row.id, row.author_id or "")
