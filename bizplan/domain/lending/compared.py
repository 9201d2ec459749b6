"""Answers about a loan beside what a lender says: what differs, what each costs a month, the plan with the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from financial_models.appraisal import loan_schedule
from financial_models.assumptions import Grade

from ..aids.loan_explorer import instalment_of
from ..assumptions import first_month
from ..assumptions.financing import loan
from ..assumptions.incomplete import is_complete
from ..assumptions.taken import Taken
from ..plan import Plan
from ..plan_file_error import PlanFileError
from ..questions import Question
from ..revisions import Deed, Record, Revision, Said

GROUP = "loans"


@dataclass(frozen=True)
class Compared:
    """One answer about a loan: what the plan says now, and what it would say.

    ``follows``: it comes by itself with another answer, or stays, so that nothing is written of it.  ``remark`` is what
    else to know of it.
    """

    question: Question
    row: str
    now: Said
    becomes: Said
    follows: bool = False
    remark: str = ""

    @property
    def is_same(self) -> bool:
        """Whether the plan says it already, and says that it rests on nothing less."""
        now, becomes = (each.evidence or Grade.GUESS for each in (self.now, self.becomes))
        return self.now.value == self.becomes.value and (now >= becomes or not self.question.is_figure)


def differing(those: Iterable[Compared]) -> tuple[Compared, ...]:
    """Those that would change the plan."""
    return tuple(each for each in those if not each.is_same and not each.follows)


def supposing(record: Record, those: Iterable[Compared]) -> Record:
    """The plan as it would be with the others, under a sequence that it does not have yet."""
    return with_answers(record, {(each.question.key, each.row): each.becomes for each in those if not each.follows})


def with_answers(record: Record, answers: dict[tuple[str, str], Said]) -> Record:
    """The plan as it would be with these answers about loans; a loan that it does not have yet comes with them."""
    sequence, rows = record.sequence + 1, record.rows.get(GROUP, ())
    new = dict.fromkeys(row for _key, row in answers if row not in rows)
    return record.after([*(Revision(Deed.ADD, GROUP, row, sequence=sequence) for row in new),
                         *(Revision(Deed.ANSWER, key, row, said, sequence=sequence)
                           for (key, row), said in answers.items())])


def seen_as(those: Iterable[Compared]) -> str:
    """A mark of what would change: who saw it agreed to this, and to nothing that was said since."""
    told = [(each.question.key, each.row, each.becomes.value, each.becomes.evidence) for each in differing(those)]
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def instalment(plan: Plan, row: str, today: date) -> float | None:
    """What is paid on a loan in a month, once it is paid back; None where the plan says too little to tell."""
    if row not in plan.row_ids(GROUP) or not plan.value("loans[].amount", row) or not is_complete(plan, GROUP, row):
        return None
    try:
        found = loan(Taken(plan, first_month(plan, today)), row)
    except PlanFileError:
        return None
    return instalment_of(found, loan_schedule(found))
