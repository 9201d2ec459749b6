"""What people at a lender say about an application: an adviser's advice, when a committee meets, what was decided.

A verdict is always given by a person, in words or with reasons, and never by the machine.  Nothing is overwritten: a
later verdict stands beside the earlier ones and counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ..coaching.gates import Condition
from ..readiness.sentences import N_
from .reasons import OTHER, REASONS, Reason, known


class Kind(Enum):
    """What somebody can say about an application."""

    ADVICE = "advice"
    COMMITTEE = "committee"
    DECISION = "decision"


class Outcome(Enum):
    """How an advice or a decision comes out."""

    POSITIVE = "positive"
    POSITIVE_IF = "positive if"
    NEGATIVE = "negative"
    GRANTED = "granted"
    GRANTED_IF = "granted if"
    NOT_YET = "not yet"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def is_granted(self) -> bool:
        """Whether there is money, if only under conditions."""
        return self in (Outcome.GRANTED, Outcome.GRANTED_IF)


ADVICES = (Outcome.POSITIVE, Outcome.POSITIVE_IF, Outcome.NEGATIVE)
DECISIONS = (Outcome.GRANTED, Outcome.GRANTED_IF, Outcome.NOT_YET, Outcome.DECLINED)
"""What an officer can decide; withdrawing is for whoever asked."""
NO_REASON = N_("Choose at least one reason. The person reads it in plain words.")
NO_WORDS = N_("Say it in a sentence or two.")
NO_CONDITION = N_("Write at least one condition, and by which day it has to be met.")
NO_AMOUNT = N_("Write how much is granted.")
NO_RATE = N_("Write the yearly interest rate; 0 where there is none.")
NO_MONTHS = N_("Write in how many months it is paid back.")
LONG_GRACE = N_("The months with interest only have to be fewer than all months of the loan.")


@dataclass(frozen=True)
class Terms:
    """On which terms a credit is granted: the amount, the yearly rate, the months, and how many only bear interest."""

    amount: float
    rate: float
    months: int
    grace: int = 0


@dataclass(frozen=True)
class Given:
    """What somebody says about an application; ``key`` makes sending it twice once.

    ``before`` is the id of the verdict of this kind that stood on their page, ``submission`` the version they read.
    ``worded`` are the reasons in the words that they had on that day: what somebody was told never changes.
    """

    kind: Kind
    outcome: Outcome | None = None
    words: str = ""
    reasons: tuple[str, ...] = ()
    terms: Terms | None = None
    conditions: tuple[Condition, ...] = ()
    meets_on: date | None = None
    submission: str = ""
    key: str = ""
    before: str = ""
    worded: tuple[Reason, ...] = ()

    @property
    def why(self) -> tuple[Reason, ...]:
        """The reasons as they were told; where no words were kept, in those of the list."""
        told = {each.key: each for each in self.worded}
        return tuple(dict.fromkeys(told.get(key) or known((key,))[0] for key in self.reasons))


@dataclass(frozen=True)
class Verdict:
    """A verdict as it stands; ``name`` is what whoever gave it is called."""

    id: str
    application: str
    given: Given
    author: str
    name: str
    at: datetime

    @property
    def outcome(self) -> Outcome:
        """How it comes out; only an advice and a decision do."""
        assert self.given.outcome is not None
        return self.given.outcome


@dataclass(frozen=True)
class Judged:
    """All that was said about an application, the newest first."""

    verdicts: tuple[Verdict, ...] = ()

    @property
    def decision(self) -> Verdict | None:
        """The decision that counts."""
        return self.newest(Kind.DECISION)

    @property
    def is_withdrawn(self) -> bool:
        """Whether whoever asked withdrew the application: then nothing of it is read any more."""
        return any(each.given.outcome is Outcome.WITHDRAWN for each in self.verdicts)

    @property
    def advice(self) -> Verdict | None:
        """The advice that counts."""
        return self.newest(Kind.ADVICE)

    @property
    def meets_on(self) -> date | None:
        """The day on which a committee meets about it, as it was said last."""
        said = self.newest(Kind.COMMITTEE)
        return said.given.meets_on if said else None

    def newest(self, kind: Kind) -> Verdict | None:
        """What was said last, of one kind."""
        return next(self.of(kind), None)

    def of(self, kind: Kind) -> Iterator[Verdict]:
        """All of one kind, the newest first."""
        return (each for each in self.verdicts if each.given.kind is kind)


NOTHING_SAID = Judged()


def missing(given: Given) -> Mapping[str, str]:
    """What is still wanted before it can be given, by the name of the field."""
    outcome, found = given.outcome, {}
    if given.kind is Kind.ADVICE and not given.words:
        found["words"] = NO_WORDS
    if outcome in (Outcome.POSITIVE_IF, Outcome.GRANTED_IF) and not given.conditions:
        found["condition-0"] = NO_CONDITION
    if outcome in (Outcome.NOT_YET, Outcome.DECLINED):
        if not set(given.reasons) & {*REASONS, *(each.key for each in given.worded)}:
            found["reasons"] = NO_REASON
        if OTHER in given.reasons and not given.words:
            found["words"] = NO_WORDS
    if outcome and outcome.is_granted:
        found |= _of_terms(given.terms)
    return found


def _of_terms(terms: Terms | None) -> dict[str, str]:
    if terms is None:
        return {"amount": NO_AMOUNT, "rate": NO_RATE, "months": NO_MONTHS}
    return {"grace": LONG_GRACE} if terms.grace >= terms.months else {}
