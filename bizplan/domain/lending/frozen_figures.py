"""Figures that were frozen when a version was handed in, held against what is calculated from it today.

A later edition of the engine may calculate otherwise.  What was handed in is what counts: it is shown, and that it
differs is said.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from financial_models import Outcome
from financial_models.appraisal import NotDefined

CENT, PART = 0.005, 0.00005
"""By how much a figure may be off before it is another one: half a cent, and half a hundredth of a per cent."""
NOT_FROZEN = NotDefined("it was not defined when this was handed in")


def lines_that_differ(frozen: Mapping[str, Any], today: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of the lines, and of the figures that decide, which are calculated otherwise today."""
    return tuple(dict.fromkeys(_differing(frozen, today)))


def outcome_of(frozen: Mapping[str, Any]) -> Outcome:
    """The figures that decide as they were frozen; one without value is not a number."""
    told = frozen["outcome"]
    return Outcome(**{each.name: _value(each.name, told.get(each.name)) for each in fields(Outcome)})


def _differing(frozen: Mapping[str, Any], today: Mapping[str, Any]) -> Iterator[str]:
    for key, line in frozen["lines"].items():
        now = today["lines"].get(key)
        by = CENT if line["unit"] == "money" else PART
        if now is not None and any(_differ(line.get(when), now.get(when), by) for when in ("by_month", "by_year")):
            yield key
    for key, value in frozen["outcome"].items():
        by = CENT if key in ("lowest_cash", "closing_cash", "working_capital", "family_need") else PART
        if _differ(value, today["outcome"].get(key), by):
            yield key


def _differ(one: Any, other: Any, by: float) -> bool:
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one) != len(other) or any(_differ(*pair, by) for pair in zip(one, other, strict=True))
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) > max(by, 1e-9 * abs(one))
    return bool(one != other)


def _value(name: str, told: Any) -> Any:
    if name in ("irr", "payback"):
        return NOT_FROZEN if told is None else told
    if isinstance(told, Sequence):
        return tuple(math.nan if each is None else each for each in told)
    return math.nan if told is None else told
