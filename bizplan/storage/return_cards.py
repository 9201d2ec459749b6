"""Return cards: a printed code for somebody without steady e-mail, which opens nothing without its PIN.

The card works until it is revoked; ten wrong PINs in a row end it, and whoever made it sees that.  A try is
counted before the PIN is looked at, so that trying many at the same time gains nothing.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from . import hashing
from .columns import new_id
from .database import Storage, Transaction
from .tables import RETURN_CARDS

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0 and O, 1, I and L, and U, which look or sound like another."""
LENGTH = 8
MOST_WRONG_PINS = 10
SHORTEST_PIN, LONGEST_PIN = 4, 8
TOO_EASY = ("01234567890", "09876543210")


@dataclass(frozen=True)
class Card:
    """A return card as its maker sees it; nobody sees its code again."""

    id: str
    person: str
    made_by: str | None
    wrong_pins: int
    made_at: datetime
    ended_at: datetime | None

    @property
    def ended_by_wrong_pins(self) -> bool:
        """Whether somebody tried too many PINs."""
        return self.ended_at is not None and self.wrong_pins >= MOST_WRONG_PINS


@dataclass(frozen=True)
class Tried:
    """What came of a card and a PIN: the person, or nothing; ``ended`` is the card that this try ended."""

    person: str | None
    ended: Card | None = None


def make(tx: Transaction, person: str, made_by: str, pin_hash: str) -> str:
    """A new card; older ones of this person end.  The answer is its code, shown once."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    revoke_all(tx, person)
    tx.execute(RETURN_CARDS.insert().values(
        id=new_id(), person_id=person, made_by=made_by, code_digest=tx.seal.digest(code, "return card"),
        pin=pin_hash, wrong_pins=0, made_at=tx.now))
    return code


def enter(storage: Storage, code: str, pin: str) -> Tried:
    """Tries a card with a PIN."""
    with storage.writing() as tx:
        row = _counted(tx, RETURN_CARDS.c.code_digest == tx.seal.digest(plain_code(code), "return card"))
    return _tried(storage, row, pin)


def show_pin(storage: Storage, person: str, pin: str) -> Tried:
    """Tries the PIN of somebody who sits here without their card; a wrong one counts as it does with the card."""
    with storage.writing() as tx:
        row = _counted(tx, RETURN_CARDS.c.person_id == person)
    return _tried(storage, row, pin)


def has_card(tx: Transaction, person: str) -> bool:
    """Whether somebody has a card that works, and so a PIN."""
    asked = select(RETURN_CARDS.c.id).where(RETURN_CARDS.c.person_id == person, RETURN_CARDS.c.ended_at.is_(None))
    return tx.execute(asked.limit(1)).one_or_none() is not None


def _tried(storage: Storage, row: Row[Any] | None, pin: str) -> Tried:
    fits = hashing.fits(storage.seal, row.pin if row else None, pin)
    if row is None:
        return Tried(None)
    with storage.writing() as tx:
        if fits and _living(tx, row.id):
            tx.execute(RETURN_CARDS.update().where(RETURN_CARDS.c.id == row.id).values(wrong_pins=0))
            return Tried(row.person_id)
        return Tried(None, _ended_by_this(tx, row.id))


def revoke(tx: Transaction, card: str) -> None:
    """The card opens nothing from now on."""
    tx.execute(RETURN_CARDS.update().where(
        RETURN_CARDS.c.id == card, RETURN_CARDS.c.ended_at.is_(None)).values(ended_at=tx.now))


def revoke_all(tx: Transaction, person: str) -> None:
    """No card of this person opens anything from now on."""
    tx.execute(RETURN_CARDS.update().where(
        RETURN_CARDS.c.person_id == person, RETURN_CARDS.c.ended_at.is_(None)).values(ended_at=tx.now))


def cards_of(tx: Transaction, person: str) -> tuple[Card, ...]:
    """The cards of a person, the newest first."""
    asked = select(RETURN_CARDS).where(RETURN_CARDS.c.person_id == person).order_by(RETURN_CARDS.c.made_at.desc())
    return tuple(_card(each) for each in tx.execute(asked))


def plain_code(code: str) -> str:
    """A code as it is kept, however it was typed."""
    return "".join(code.split()).replace("-", "").upper()


def is_fair_pin(pin: str) -> bool:
    """Whether a PIN is four to eight digits that nobody tries first."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        return False
    return len(set(pin)) > 1 and not any(pin in easy for easy in TOO_EASY)


def _counted(tx: Transaction, which: ColumnElement[bool]) -> Row[Any] | None:
    """The living card of a code or a person, one try further."""
    return tx.execute(RETURN_CARDS.update().where(
        which, RETURN_CARDS.c.ended_at.is_(None), RETURN_CARDS.c.wrong_pins < MOST_WRONG_PINS,
    ).values(wrong_pins=RETURN_CARDS.c.wrong_pins + 1).returning(RETURN_CARDS)).first()


def _living(tx: Transaction, card: str) -> bool:
    asked = select(RETURN_CARDS.c.id).where(RETURN_CARDS.c.id == card, RETURN_CARDS.c.ended_at.is_(None))
    return tx.execute(asked).one_or_none() is not None


def _ended_by_this(tx: Transaction, card: str) -> Card | None:
    found = tx.execute(RETURN_CARDS.update().where(
        RETURN_CARDS.c.id == card, RETURN_CARDS.c.ended_at.is_(None), RETURN_CARDS.c.wrong_pins >= MOST_WRONG_PINS,
    ).values(ended_at=tx.now).returning(RETURN_CARDS)).one_or_none()
    return None if found is None else _card(found)


def _card(row: Row[Any]) -> Card:
    return Card(row.id, row.person_id, row.made_by, row.wrong_pins, row.made_at, row.ended_at)
