"""One plan, many times: all lines as functions over plain floats, for living figures and solvers.

The same lines and the same bits as the arrays, about ten times faster for a
single plan; what is compiled is kept by the model's structure.
"""

from __future__ import annotations

from typing import Any

from ..language import Balance, Input, Line, Model, Monthly, Table
from . import code
from .values import entered, refuse_unknown
from .walks import Walk


class Plan:
    """A model ready to be evaluated for one scenario at a time."""

    def __init__(self, model: Model):
        self.model, self.places = model, code.Places(model)
        self.walks = [Walk(lines, "single", self.places, set(lines)) for lines in segments(model)]
        found = code.compiled("\n".join(walk.text(f"s{i}") for i, walk in enumerate(self.walks)), "floats")
        self.functions = [found[f"s{i}"] for i in range(len(self.walks))]
        self.as_given = [self._entered(line, line.value) if isinstance(line, Input) else None for line in model.lines]
        self.monthly = [(line, at, self.places.first(line)) for line, at in self.places.of.items()
                        if line not in model.yearly]

    def evaluate(self, changes: dict[str, Any] | None = None) -> dict[Line, list[float]]:
        """Each monthly line's numbers from the first month on (an input with one number: a list of one)."""
        refuse_unknown(self.model, changes or {})
        v: list[Any] = [x.copy() if isinstance(x, list) else x for x in self.as_given]
        n = self.model.span.length
        for key, value in (changes or {}).items():
            line = self.model.by_key[key]
            v[self.places.of[line]] = self._entered(line, value)
        self._make_room(v)
        for walk, function in zip(self.walks, self.functions, strict=True):
            function(v, n, None)
            for line, balance in walk.opened.items():
                first = self.places.first(balance) - 1
                v[self.places.of[line]] = v[self.places.of[balance]][first:first + n]
        return {line: _months(v[at], first, n) for line, at, first in self.monthly}

    def _entered(self, line: Line, value: Any) -> Any:
        """An input as floats; by month with rows for other months, where another line looks there."""
        assert isinstance(line, Input)
        numbers = entered(line, value, self.model.span)[:, 0].tolist()
        if not isinstance(line, (Monthly, Table)):
            return numbers[0]
        if line not in self.model.remembered:
            return numbers
        return [0.0] * self.places.first(line) + numbers + [0.0] * self.model.foresight

    def _make_room(self, v: list[Any]) -> None:
        """Lists for all that is calculated, a balance with its start before the first month."""
        months = [0.0] * self.model.span.length
        remembered = [0.0] * self.places.past + months + [0.0] * self.model.foresight
        for line, at, first in self.monthly:
            if isinstance(line, Balance):
                start = v[self.places.of[line.start]] if isinstance(line.start, Input) else float(line.start)
                v[at] = [start] * first + remembered[first:]
            elif v[at] is None:
                v[at] = (remembered if first else months).copy()


def _months(value: Any, first: int, n: int) -> list[float]:
    if not isinstance(value, list):
        return [value]
    return value[first:first + n] if first else value


def segments(model: Model) -> list[list[Line]]:
    """Monthly lines that can share one walk: a new one begins where a line looks ahead at the walk it would be in."""
    found: list[list[Line]] = [[]]
    inside: set[Line] = set()
    for group in model.groups:
        if isinstance(group[0], Input) or group[0] in model.yearly:
            continue
        if any(n < 0 and other in inside for line in group for other, n in model.reads[line]):
            found.append([])
            inside = set()
        found[-1] += group
        inside |= set(group)
    return found
