"""The sign-off of a plan: what stands in its dossier of what coaches approved and decided.

It is what stood when the dossier was asked for.  Words that went between coach and entrepreneur about a part stay
between them; the reasons at a gate are written for the dossier.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ..clock import day_of
from ..course import PARTS
from ..profile import Gate
from ..questions import PHASES
from .gates import Condition
from .judged import Judged
from .reviews import State

_TITLES = {key: part.title for key, part in PARTS.items()} | {
    phase.key: phase.title for phase in PHASES if phase.key in PARTS}


@dataclass(frozen=True)
class Signature:
    """Who said it, for which organisation, and on which day; the name is "" where the account is gone."""

    name: str
    organisation: str
    on: date


@dataclass(frozen=True)
class SignedPart:
    """A part of the study by the title that the dossier gives it, and who approved it, if anybody."""

    title: str
    approved: Signature | None = None
    is_changed: bool = False


@dataclass(frozen=True)
class SignedCondition:
    """What has to happen, and by when; and who said that it is met, if anybody did by then."""

    text: str
    by: date
    met: Signature | None = None


@dataclass(frozen=True)
class SignedGate:
    """A gate with what was decided; without an outcome nobody decided yet."""

    title: str
    outcome: Gate | None = None
    signed: Signature | None = None
    reasons: str = ""
    conditions: tuple[SignedCondition, ...] = ()
    is_on_earlier_answers: bool = False


@dataclass(frozen=True)
class SignOff:
    """All parts and all gates, in the order of the study."""

    parts: tuple[SignedPart, ...]
    gates: tuple[SignedGate, ...]

    @property
    def approved(self) -> tuple[SignedPart, ...]:
        """The parts that are approved as they are."""
        return tuple(part for part in self.parts if part.approved and not part.is_changed)

    @property
    def approved_on(self) -> date | None:
        """The day of the last of these approvals."""
        return max((part.approved.on for part in self.approved if part.approved), default=None)


def sign_off(judged: Judged, organisations: Mapping[str, str]) -> SignOff | None:
    """The sign-off, with the organisations of coaches by their ids; None where nothing was approved or decided."""
    made = SignOff(tuple(_parts(judged, organisations)), tuple(_gates(judged, organisations)))
    is_signed = any(part.approved for part in made.parts) or any(gate.outcome for gate in made.gates)
    return made if is_signed else None


def _parts(judged: Judged, organisations: Mapping[str, str]) -> Iterator[SignedPart]:
    for key, standing in judged.parts.items():
        review = standing.review
        if review is None or standing.state not in (State.APPROVED, State.CHANGED):
            yield SignedPart(_TITLES[key])
            continue
        signature = _signature(review.name, review.author, review.at, organisations)
        yield SignedPart(_TITLES[key], signature, standing.state is State.CHANGED)


def _gates(judged: Judged, organisations: Mapping[str, str]) -> Iterator[SignedGate]:
    for decided in judged.gates.values():
        last = decided.decision
        if last is None:
            yield SignedGate(decided.gate.title)
            continue
        signature = _signature(last.name, last.author, last.at, organisations)
        yield SignedGate(decided.gate.title, last.outcome, signature, last.reasons,
                         tuple(_condition(each, organisations) for each in last.conditions),
                         decided.is_on_earlier_answers)


def _condition(condition: Condition, organisations: Mapping[str, str]) -> SignedCondition:
    met = condition.met
    signature = _signature(met.name, met.author, met.at, organisations) if met else None
    return SignedCondition(condition.text, condition.by, signature)


def _signature(name: str, author: str, at: datetime, organisations: Mapping[str, str]) -> Signature:
    return Signature(name, organisations.get(author, ""), day_of(at))
