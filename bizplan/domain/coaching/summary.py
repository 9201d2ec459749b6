"""What a desk knows of a plan without opening it: how far it is, what blocks it, its cash and its deadlines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from .. import course
from ..assumptions.start import first_month
from ..course import PARTS, STAGES, State
from ..living import knows_cash
from ..plan import Plan
from ..questions import QUESTIONS
from ..readiness import Finding, Readiness
from ..readiness.case import Calculated
from ..readiness.rules import NOT_CALCULABLE, RULES
from ..revisions import Record

FORMAT = 1
LONGEST_TITLE = 120
A_YEAR = 12
ON_FIGURES = {NOT_CALCULABLE, *(rule.key for rule in RULES if rule.on_figures)}


class Due(Enum):
    """What ends, or has to be there, on a day."""

    RESIDENCE = "residence"
    PROFESSIONAL_CARD = "professional card"
    PERMIT = "permit"
    QUOTE = "quote"
    TEST_PHASE = "test phase"
    CONDITION = "condition"
    REQUEST = "request"


DATED = {
    Due.RESIDENCE: "applicant.residence.until",
    Due.PROFESSIONAL_CARD: "applicant.residence.professional_card_until",
    Due.PERMIT: "rules.permits[].until",
    Due.QUOTE: "equipment[].quote_until",
}
"""The questions that say until when a paper is valid, or a price."""


@dataclass(frozen=True)
class Deadline:
    """A day to keep in mind."""

    due: Due
    on: date


@dataclass(frozen=True)
class Summary:
    """A plan at a glance.

    ``stage`` (counted from 1) and ``part`` are where the entrepreneur is, 0 and "" where every part is done.
    ``blocked_in`` is the phase of the first of the findings that block.  ``lowest_cash``, in euros, is None as long
    as too little is known.
    """

    title: str
    language: str
    stage: int
    part: str
    done: int
    of: int
    blockers: int = 0
    blocked_in: str = ""
    lowest_cash: float | None = None
    deadlines: tuple[Deadline, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every part is done and nothing blocks: a dossier can be made."""
        return self.done == self.of > 0 and not self.blockers

    def as_document(self) -> dict[str, Any]:
        """As it is kept."""
        deadlines = [[each.due.value, each.on.isoformat()] for each in self.deadlines]
        return {"format": FORMAT, **vars(self), "deadlines": deadlines}

    @classmethod
    def from_document(cls, told: Mapping[str, Any]) -> "Summary | None":
        """As it was kept; None where another version of the study kept it, which is soon made anew."""
        if told.get("format") != FORMAT:
            return None
        named = {key: value for key, value in told.items() if key != "format"}
        deadlines = tuple(Deadline(Due(due), date.fromisoformat(on)) for due, on in told["deadlines"])
        return cls(**{**named, "deadlines": deadlines})


def summary(record: Record, ready: Readiness) -> Summary:
    """A plan at a glance, from what stands in it and what the checks found."""
    part = _part(record)
    blocking = _blocking(record, ready)
    states = [course.state_of_part(record, each) for each in PARTS.values()]
    return Summary(
        record.title.strip()[:LONGEST_TITLE], record.language, _stage(part), part, states.count(State.OK), len(states),
        len(blocking), blocking[0].subject if blocking else "", _lowest_cash(ready),
        tuple(sorted(_deadlines(record.plan, ready.case.today), key=lambda each: each.on)))


def _part(record: Record) -> str:
    """The part in which the entrepreneur is, "" where all are done."""
    found = course.first_open(record)
    return found[0].key if found else ""


def _stage(part: str) -> int:
    return next((at for at, stage in enumerate(STAGES, 1) if part in {each.key for each in stage.parts}), 0)


def _blocking(record: Record, ready: Readiness) -> tuple[Finding, ...]:
    """What blocks, but for what is only not answered yet: no part that nobody began, no figure that nobody knows."""
    known = knows_cash(ready.case)
    return tuple(each for each in ready.blockers
                 if (known or each.rule not in ON_FIGURES) and _is_begun(record, each.subject))


def _is_begun(record: Record, part: str) -> bool:
    return part not in PARTS or course.state_of_part(record, PARTS[part]) is not State.NONE


def _lowest_cash(ready: Readiness) -> float | None:
    case = ready.case
    return float(case.outcome.lowest_cash) if isinstance(case, Calculated) and knows_cash(case) else None


def _deadlines(plan: Plan, today: date) -> Iterator[Deadline]:
    """The days that the study knows of."""
    for due, key in DATED.items():
        for question, row in ((QUESTIONS[key], row) for row in plan.places(QUESTIONS[key])):
            until = plan.value(key, row) if plan.is_asked(question, row) else None
            if isinstance(until, date):
                yield Deadline(due, until)
    months = plan.value("test_phase.months")
    if plan.value("test_phase.planned") is True and isinstance(months, int | float):
        yield Deadline(Due.TEST_PHASE, _later(first_month(plan, today), int(months)) - timedelta(days=1))


def _later(day: date, months: int) -> date:
    """The first day of the month that comes so many months later."""
    year, month = divmod(day.year * A_YEAR + day.month - 1 + months, A_YEAR)
    return date(year, month + 1, 1)


def nearest(deadlines: Iterable[Deadline], today: date) -> Deadline | None:
    """The deadline that comes first, or was missed; a test phase that is over needs nothing any more."""
    kept = (each for each in deadlines if each.on >= today or each.due is not Due.TEST_PHASE)
    return min(kept, key=lambda each: each.on, default=None)
