"""Granted terms beside those that the plan assumed."""

from __future__ import annotations

from financial_models.assumptions import Grade

from ..questions import QUESTIONS
from ..revisions import Record, Said
from .compared import Compared
from .summary import asked_loan
from .verdicts import Terms

NAMES = ("amount", "rate", "months", "grace")


def compared(record: Record, lender: str, terms: Terms, note: str = "") -> tuple[Compared, ...]:
    """The granted terms beside those of the loan that was asked for; nothing where the plan has no such loan any more.

    Nothing is firmer than what a lender promised.  Months with interest only are compared where the plan or the
    lender has any.  ``note`` is what is noted beside each.
    """
    row = asked_loan(record.plan, lender)
    if not row:
        return ()
    found = (_compared(record, f"loans[].{name}", row, getattr(terms, name), note) for name in NAMES)
    return tuple(each for each in found
                 if each.becomes.value or each.now.value or not each.question.key.endswith("grace"))


def _compared(record: Record, key: str, row: str, granted: float, note: str) -> Compared:
    return Compared(QUESTIONS[key], row, record.said(key, row), Said.of(key, granted, Grade.CONTRACT, note))
