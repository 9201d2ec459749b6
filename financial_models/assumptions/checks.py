"""Checks on assumptions: an error names the place, the value and what to write instead."""

import math
from collections.abc import Iterable


class AssumptionError(ValueError):
    """An assumption that no plan can be calculated with; ``place`` says which."""

    def __init__(self, place: str, value: object, advice: str):
        self.place, self.value, self.advice = place, value, advice
        super().__init__(f"{place} is {value!r}: {advice}")


def number(place: str, value: float, low: float = -math.inf, high: float = math.inf) -> None:
    """A finite number within bounds."""
    if not isinstance(value, (int, float)) or not math.isfinite(value) or not low <= value <= high:
        raise AssumptionError(place, value, f"write a number {_range(low, high)}")


def amount(place: str, value: float) -> None:
    """An amount of money of zero or more, below a billion."""
    number(place, value, 0, 1e9)


def share(place: str, value: float) -> None:
    """A share between 0 and 1."""
    number(place, value, 0, 1)


def growth(place: str, value: float) -> None:
    """A yearly change, from minus 90 % to plus 200 %."""
    number(place, value, -0.9, 2)


def whole(place: str, value: float, low: int, high: int) -> None:
    """A whole number within bounds."""
    number(place, value, low, high)
    if value != int(value):
        raise AssumptionError(place, value, "write a whole number")


def one_of(place: str, value: object, choices: Iterable[object]) -> None:
    """One of a few choices."""
    known = list(choices)
    if value not in known:
        raise AssumptionError(place, value, "choose one of " + ", ".join(map(str, known)))


def _range(low: float, high: float) -> str:
    if low == -math.inf:
        return "that is finite" if high == math.inf else f"of at most {high:.12g}"
    return f"of at least {low:.12g}" if high == math.inf else f"from {low:.12g} to {high:.12g}"
