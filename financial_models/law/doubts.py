"""Why a figure wants care: the reasons that stand beside it wherever it shows."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from financial_models.law.figures import Rate, Scale, Text


@dataclass(frozen=True, slots=True)
class Unverified:
    """Nobody has read the figure in a source yet."""

    note: Text | None


@dataclass(frozen=True, slots=True)
class DueForRecheck:
    """The day has passed after which the figure should have been looked up again."""

    since: date


@dataclass(frozen=True, slots=True)
class CarriedForward:
    """The figure of an earlier year stands in for a year that is not known yet."""

    year: int


@dataclass(frozen=True, slots=True)
class PendingReform:
    """The figure belongs to a reform that is not yet in force."""

    name: str


Reason = Unverified | DueForRecheck | CarriedForward | PendingReform


def caution(figure: Rate | Scale, today: date) -> tuple[Reason, ...] | None:
    """The reasons to be careful with a figure of law, the weightiest first, or None where there are none."""
    reasons: list[Reason] = []
    if figure.reform is not None:
        reasons.append(PendingReform(figure.reform))
    if _rests_on_nothing(figure):
        reasons.append(Unverified(figure.note))
    if figure.carried_forward_from is not None:
        reasons.append(CarriedForward(figure.carried_forward_from))
    if figure.due_for_recheck(today):
        reasons.append(DueForRecheck(figure.recheck_after))
    return tuple(reasons) or None


def _rests_on_nothing(figure: Rate | Scale) -> bool:
    """Whether the figure, or a step of the scale, was never read in a source."""
    steps = figure.rates if isinstance(figure, Scale) else ()
    return any(part.status == "unverified" for part in (figure, *steps))
