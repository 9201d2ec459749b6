"""To what somebody agreed, in which words and language, and whether they took it back."""

from typing import Any

from sqlalchemy import ColumnElement, false, func, select

from .columns import new_id
from .database import Transaction
from .tables import CONSENTS, PLANS


def write_down(tx: Transaction, person: str, text: str, language: str, *, given: bool) -> None:
    """The person agreed to a text, or took that back."""
    tx.execute(CONSENTS.insert().values(
        id=new_id(), person_id=person, text=text, language=language, given=given, made_at=tx.now))


def stands(tx: Transaction, person: str, text: str) -> bool:
    """Whether the person agrees to a text now."""
    return bool(tx.execute(select(standing(person, text))).scalar_one())


def owner_agrees(tx: Transaction, plan: str, text: str) -> bool:
    """Whether the entrepreneur whose plan it is agrees to a text now; nobody does for a plan that went."""
    return bool(tx.execute(select(standing(PLANS.c.owner_id, text)).where(PLANS.c.id == plan)).scalar())


def standing(person: Any, text: str) -> ColumnElement[bool]:
    """The same for each row of a larger question: ``person`` is the column that says whom it is about."""
    newest = select(CONSENTS.c.given).where(CONSENTS.c.person_id == person, CONSENTS.c.text == text).order_by(
        CONSENTS.c.made_at.desc(), CONSENTS.c.id).limit(1)
    return func.coalesce(newest.scalar_subquery(), false())
