"""Tokens with which a lender's own computer system reads what was handed in to its organisation.

A token is 256 random bits, shown once; only its digest is kept.  It works until a manager of the organisation ends
it, and no longer than to the next request.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, or_, select

from .columns import new_id
from .database import Transaction
from .tables import API_TOKENS

PREFIX = "bp1_"
FORM = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
MOST = 10
"""So many tokens of an organisation may work at a time."""
USE_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Token:
    """A token as a manager sees it; nobody sees its letters again."""

    id: str
    organisation: str
    label: str
    author: str
    made_at: datetime
    used_at: datetime | None = None


class TooMany(Exception):
    """An organisation has as many tokens as it may have."""


def make(tx: Transaction, organisation: str, author: str, label: str, key: str = "") -> str:
    """A new token under the id ``key``, as it is shown once; raises TooMany.

    Asked for again under the same key before it was ever used, it stays one, with other letters.
    """
    token = PREFIX + secrets.token_urlsafe(32)
    same = (API_TOKENS.c.id == key, API_TOKENS.c.organisation_id == organisation, API_TOKENS.c.author_id == author,
            API_TOKENS.c.used_at.is_(None), API_TOKENS.c.ended_at.is_(None))
    if tx.execute(API_TOKENS.update().where(*same).values(token_digest=_digest(tx, token))).rowcount:
        return token
    if len(tokens_of(tx, organisation)) >= MOST:
        raise TooMany(organisation)
    taken = tx.execute(select(API_TOKENS.c.id).where(API_TOKENS.c.id == key)).first()
    made = new_id() if taken or not key else key
    tx.execute(API_TOKENS.insert().values(
        id=made, organisation_id=organisation, token_digest=_digest(tx, token), author_id=author, made_at=tx.now,
        label_sealed=tx.seal.sealed(label, "api_tokens", made)))
    return token


def tokens_of(tx: Transaction, organisation: str) -> tuple[Token, ...]:
    """Those of an organisation that work, the newest first."""
    found = tx.execute(select(API_TOKENS).where(
        API_TOKENS.c.organisation_id == organisation, API_TOKENS.c.ended_at.is_(None),
    ).order_by(API_TOKENS.c.made_at.desc(), API_TOKENS.c.id))
    return tuple(_token(tx, each) for each in found)


def found(tx: Transaction, token: str) -> Token | None:
    """The token with these letters; None where it is none or works no longer."""
    if not FORM.fullmatch(token):
        return None
    row = tx.execute(select(API_TOKENS).where(
        API_TOKENS.c.token_digest == _digest(tx, token), API_TOKENS.c.ended_at.is_(None))).one_or_none()
    return None if row is None else _token(tx, row)


def note_use(tx: Transaction, token: str) -> None:
    """It was used now; said once a minute is enough."""
    tx.execute(API_TOKENS.update().where(
        API_TOKENS.c.id == token,
        or_(API_TOKENS.c.used_at.is_(None), API_TOKENS.c.used_at < tx.now - USE_NOTED_EVERY)).values(used_at=tx.now))


def end(tx: Transaction, organisation: str, token: str) -> bool:
    """It works no longer; False where there is none that works."""
    return bool(tx.execute(API_TOKENS.update().where(
        API_TOKENS.c.id == token, API_TOKENS.c.organisation_id == organisation, API_TOKENS.c.ended_at.is_(None),
    ).values(ended_at=tx.now)).rowcount)


def _digest(tx: Transaction, token: str) -> str:
    return tx.seal.digest(token, "token of a system")


def _token(tx: Transaction, row: Row[Any]) -> Token:
    return Token(row.id, row.organisation_id, tx.seal.opened(row.label_sealed, "api_tokens", row.id),
                 row.author_id or "", row.made_at, row.used_at)
