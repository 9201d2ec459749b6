"""Signing in by e-mail: a link, and a six-digit code for the browser that asked.

The link lives fifteen minutes, the code ten minutes and five tries; either works once.  An address that nobody
has goes through the same motions, so that nobody learns who has an account.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, select

from .columns import new_id
from .database import Transaction
from .tables import SIGN_INS

LINK_LIVES = timedelta(minutes=15)
CODE_LIVES = timedelta(minutes=10)
MOST_TRIES = 5
DIGITS = 6
ANY_BROWSER = ""
"""The link was handed over by hand: it works in whichever browser opens it."""


@dataclass(frozen=True)
class Asked:
    """What the message to the person says."""

    token: str
    code: str


@dataclass(frozen=True)
class Link:
    """A link that still works: in the browser that asked it signs in, in any other it shows the code."""

    in_its_browser: bool
    code: str


def ask(tx: Transaction, person: str | None, browser: str) -> Asked:
    """Somebody asks to sign in; older links of this person and of this browser no longer work."""
    token, asking = secrets.token_urlsafe(32), _browser(tx, browser)
    older = SIGN_INS.c.person_id == person if person else SIGN_INS.c.browser_digest == asking
    if browser:
        older |= SIGN_INS.c.browser_digest == asking
    tx.execute(SIGN_INS.delete().where(older | (SIGN_INS.c.link_ends_at < tx.now)))
    code = _code(tx, token)
    tx.execute(SIGN_INS.insert().values(
        id=new_id(), token_digest=tx.seal.digest(token, "sign-in"), code_digest=_code_digest(tx, code, asking),
        browser_digest=asking, person_id=person, tries=0, made_at=tx.now, link_ends_at=tx.now + LINK_LIVES,
        code_ends_at=tx.now + CODE_LIVES))
    return Asked(token, code)


def link(tx: Transaction, token: str, browser: str) -> Link | None:
    """What a link is good for here, or None where it works no longer; looking changes nothing."""
    found = _with_token(tx, token)
    return None if found is None else Link(_is_its_browser(tx, found, browser), _code(tx, token))


def use_link(tx: Transaction, token: str, browser: str) -> str | None:
    """Uses a link up; the answer is the person, or None where it works no longer, or not in this browser."""
    found = _with_token(tx, token)
    if found is None or not _is_its_browser(tx, found, browser):
        return None
    return _used(tx, found)


def use_code(tx: Transaction, code: str, browser: str) -> str | None:
    """Tries a code in the browser that asked for it; the answer is the person, or None."""
    if not browser:
        return None
    asking = _browser(tx, browser)
    found = tx.execute(select(SIGN_INS).where(
        SIGN_INS.c.browser_digest == asking, SIGN_INS.c.used_at.is_(None), SIGN_INS.c.code_ends_at > tx.now,
        SIGN_INS.c.tries < MOST_TRIES).order_by(SIGN_INS.c.made_at.desc()).limit(1)).one_or_none()
    if found is None:
        return None
    counted = tx.execute(SIGN_INS.update().where(
        SIGN_INS.c.id == found.id, SIGN_INS.c.tries < MOST_TRIES).values(tries=SIGN_INS.c.tries + 1)).rowcount
    fits = hmac.compare_digest(found.code_digest, _code_digest(tx, code, asking))
    return _used(tx, found) if counted and fits else None


def tries_left(tx: Transaction, browser: str) -> int:
    """How often a code may still be tried in this browser; 0 where a new one is needed."""
    tried = tx.execute(select(SIGN_INS.c.tries).where(
        SIGN_INS.c.browser_digest == _browser(tx, browser), SIGN_INS.c.used_at.is_(None),
        SIGN_INS.c.code_ends_at > tx.now)).scalars().first()
    return 0 if tried is None or not browser else MOST_TRIES - tried


def _with_token(tx: Transaction, token: str) -> Row[Any] | None:
    return tx.execute(select(SIGN_INS).where(
        SIGN_INS.c.token_digest == tx.seal.digest(token, "sign-in"), SIGN_INS.c.used_at.is_(None),
        SIGN_INS.c.link_ends_at > tx.now)).one_or_none()


def _used(tx: Transaction, row: Row[Any]) -> str | None:
    """The person, if nobody used it up between looking and now."""
    person: str | None = row.person_id
    used = tx.execute(SIGN_INS.update().where(SIGN_INS.c.id == row.id, SIGN_INS.c.used_at.is_(None)).values(
        used_at=tx.now)).rowcount
    return person if used else None


def _is_its_browser(tx: Transaction, row: Row[Any], browser: str) -> bool:
    return any(hmac.compare_digest(row.browser_digest, _browser(tx, each)) for each in {browser, ANY_BROWSER})


def _browser(tx: Transaction, browser: str) -> str:
    return tx.seal.digest(browser, "asking browser")


def _code(tx: Transaction, token: str) -> str:
    """The code that goes with a link: it follows from the link, so that the link's page can show it."""
    return f"{int(tx.seal.digest(token, 'code'), 16) % 10**DIGITS:0{DIGITS}}"


def _code_digest(tx: Transaction, code: str, asking: str) -> str:
    return tx.seal.digest(f"{asking} {code}", "typed code")
