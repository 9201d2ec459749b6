"""Granted terms beside those that the plan assumed: what differs, what each costs a month, the plan with the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from financial_models.assumptions import Grade

from ..aids.loan_explorer import Terms as Explored
from ..aids.loan_explorer import explored
from ..aids.slip import DoesNotFit
from ..plan import Plan
from ..questions import QUESTIONS, Question
from ..revisions import Deed, Record, Revision, Said
from .summary import asked_loan
from .verdicts import Terms

NAMES = ("amount", "rate", "months", "grace")


@dataclass(frozen=True)
class Compared:
    """One of the terms: what the plan says now, and what was granted."""

    question: Question
    row: str
    now: Said
    granted: float

    @property
    def is_same(self) -> bool:
        """Whether the plan says it already, and says that it rests on a contract."""
        return self.now.value == self.granted and self.now.evidence is Grade.CONTRACT

    def said(self, note: str) -> Said:
        """The granted term as an answer: nothing is firmer than what a lender promised."""
        return Said.of(self.question.key, self.granted, Grade.CONTRACT, note)


def compared(record: Record, lender: str, terms: Terms) -> tuple[Compared, ...]:
    """The granted terms beside those of the loan that was asked for; nothing where the plan has no such loan any more.

    Months with interest only are compared where the plan or the lender has any.
    """
    row = asked_loan(record.plan, lender)
    if not row:
        return ()
    found = (Compared(QUESTIONS[f"loans[].{name}"], row, record.said(f"loans[].{name}", row), getattr(terms, name))
             for name in NAMES)
    return tuple(each for each in found if each.granted or each.now.value or not each.question.key.endswith("grace"))


def differing(those: Iterable[Compared]) -> tuple[Compared, ...]:
    """Those that would change the plan."""
    return tuple(each for each in those if not each.is_same)


def supposing(record: Record, those: Iterable[Compared]) -> Record:
    """The plan as it would be with the granted terms, under a sequence that it does not have yet."""
    changes = [Revision(Deed.ANSWER, each.question.key, each.row, each.said(""), sequence=record.sequence + 1)
               for each in those]
    return record.after(changes)


def instalment(plan: Plan, row: str, today: date) -> float | None:
    """What is paid on a loan in a month, once it is paid back; None where the plan says too little to tell."""
    said = {name: plan.value(f"loans[].{name}", row) for name in NAMES}
    if not all(isinstance(said[name], int | float) for name in NAMES[:3]):
        return None
    kind = plan.value("loans[].kind", row)
    try:
        terms = Explored(float(str(said["amount"])), int(float(str(said["months"]))), float(str(said["rate"])),
                         int(float(str(said["grace"] or 0))), kind=str(kind or "annuity"),
                         actuarial=plan.value("loans[].monthly_rate", row) == "actuarial")
        return explored(terms, today).instalment
    except DoesNotFit:
        return None
