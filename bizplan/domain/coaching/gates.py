"""The four gates of a study: go, go if, not yet, each decided by a coach with reasons; the checks only advise.

A decision names the sequence of the plan that its page showed.  Where an answer of its parts changed since, it was
"decided on earlier answers" and still stands until somebody decides again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ..course import PARTS, Part
from ..profile import Gate
from ..readiness.sentences import N_
from .reviews import Changes, newest

MOST_CONDITIONS = 10


@dataclass(frozen=True)
class Place:
    """A gate of the study: what is asked there, after which stage it stands, and the parts that it looks at."""

    key: str
    title: str
    asks: str
    stage: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Met:
    """Who said that a condition is met, and when; ``name`` is what the coach is called."""

    author: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Condition:
    """What has to happen, and by when; and that it happened, once a coach said so."""

    text: str
    by: date
    met: Met | None = None


@dataclass(frozen=True)
class Decision:
    """What a coach decided at a gate, having seen the plan at a sequence; ``name`` is what the coach is called."""

    id: str
    gate: str
    outcome: Gate
    reasons: str
    conditions: tuple[Condition, ...]
    sequence: int
    author: str
    name: str
    at: datetime


@dataclass(frozen=True)
class Decided:
    """How a gate stands: its decisions, the newest first, and the sequence of the newest change in its parts."""

    gate: Place
    decisions: tuple[Decision, ...] = ()
    newest: int = 0

    @property
    def decision(self) -> Decision | None:
        """The decision that stands."""
        return next(iter(self.decisions), None)

    @property
    def is_on_earlier_answers(self) -> bool:
        """Whether an answer changed since it was decided."""
        return self.decision is not None and self.newest > self.decision.sequence

    @property
    def open_conditions(self) -> tuple[Condition, ...]:
        """What has to happen still."""
        if self.decision is None or self.decision.outcome is Gate.GO:
            return ()
        return tuple(each for each in self.decision.conditions if each.met is None)

    @property
    def is_fulfilled(self) -> bool:
        """Whether there were conditions and all are met: a coach can decide anew."""
        return bool(self.decision and self.decision.conditions) and not self.open_conditions


def _parts(*keys: str) -> tuple[Part, ...]:
    return tuple(PARTS[key] for key in keys)


GATES = {each.key: each for each in (
    Place("profile", N_("Is the idea worth working out?"),
          N_("The quick look says whether the idea can feed a family. You decide together whether to go on."),
          1, _parts("stops", "quick")),
    Place("market_and_person", N_("Do the person and the market fit?"),
          N_("Who you are, what you can, and whether customers want this."),
          3, _parts("inform", "competences", "idea", "market", "marketing")),
    Place("figures", N_("Do the figures hold?"),
          N_("Whether the business feeds the family and repays the loan, and what that rests on."),
          5, _parts("operations", "rules", "team", "financing", "household", "projection")),
    Place("dossier", N_("Is the dossier complete?"),
          N_("Whether everything is there that a lender wants to read."),
          6, tuple(PARTS.values())),
)}
"""The gates in the order of the study."""


def decided(decisions: Iterable[Decision], changes: Changes) -> dict[str, Decided]:
    """How every gate stands; the decisions come in the order in which they were taken."""
    told = tuple(decisions)
    return {key: Decided(gate, tuple(each for each in reversed(told) if each.gate == key),
                         newest(changes, *gate.parts)) for key, gate in GATES.items()}


def gate_after(stage: int) -> Place | None:
    """The gate that stands after a stage of the study, counted from 1."""
    return next((gate for gate in GATES.values() if gate.stage == stage), None)
