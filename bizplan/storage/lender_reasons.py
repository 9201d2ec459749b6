"""The lists of reasons of lenders: rows are only added, and what was said last of a reason holds."""

from typing import Any

from sqlalchemy import Row, func, select

from bizplan.domain.lending.reason_list import Change, ReasonList, Worded

from .columns import new_id
from .database import Transaction
from .tables import LENDER_REASONS


def say(tx: Transaction, organisation: str, author: str, worded: Worded) -> None:
    """Keeps what somebody says of a reason, unless it holds already."""
    if reasons_of(tx, organisation).stands(worded.reason) == worded:
        return
    of_list = LENDER_REASONS.c.organisation_id == organisation
    newest = tx.execute(select(func.max(LENDER_REASONS.c.number)).where(of_list)).scalar() or 0
    made = new_id()
    tx.execute(LENDER_REASONS.insert().values(
        id=made, organisation_id=organisation, reason=worded.reason, number=newest + 1, author_id=author,
        made_at=tx.now, words_sealed=tx.seal.sealed(_document(worded), "lender_reasons", made)))


def reasons_of(tx: Transaction, organisation: str) -> ReasonList:
    """The list of a lender with its whole history."""
    rows = tx.execute(select(LENDER_REASONS).where(LENDER_REASONS.c.organisation_id == organisation)
                      .order_by(LENDER_REASONS.c.number))
    return ReasonList(tuple(_change(tx, row) for row in rows))


def _document(worded: Worded) -> dict[str, Any]:
    return {"label": worded.label, "told": worded.told, "part": worded.part, "offered": worded.is_offered}


def _change(tx: Transaction, row: Row[Any]) -> Change:
    kept = tx.seal.opened(row.words_sealed, "lender_reasons", row.id)
    worded = Worded(row.reason, kept["label"], kept["told"], kept["part"], kept["offered"])
    return Change(row.number, worded, row.author_id or "", row.made_at)
