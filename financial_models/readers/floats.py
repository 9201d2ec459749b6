"""One plan, many times: all lines as one function over plain floats, for living figures and solvers.

The same lines and the same bits as the arrays, about ten times faster for a
single plan; what is compiled is kept by the model's structure.
"""

from __future__ import annotations

from typing import Any

from ..language import Balance, Input, Line, Model, Monthly, Table
from . import code
from .values import entered, refuse_unknown


class Plan:
    """A model ready to be evaluated for one scenario at a time."""

    def __init__(self, model: Model):
        self.model, self.places = model, code.Places(model)
        self.segments = segments(model)
        walks = [code.Walk(lines, "single", self.places, set(lines)).text(f"s{i}")
                 for i, lines in enumerate(self.segments)]
        found = code.compiled("\n".join(walks), "floats")
        self.functions = [found[f"s{i}"] for i in range(len(self.segments))]

    def evaluate(self, changes: dict[str, Any] | None = None) -> dict[Line, list[float]]:
        """Each monthly line's numbers from the first month on (an input with one number: a list of one)."""
        v = self._entered(changes or {})
        for function in self.functions:
            function(v, self.model.span.length)
        n, answer = self.model.span.length, {}
        for line in self.model.lines:
            if line not in self.model.yearly:
                value, first = v[self.places.of[line]], self.places.first(line)
                answer[line] = value[first:first + n] if isinstance(value, list) else [value]
        return answer

    def _entered(self, changes: dict[str, Any]) -> list[Any]:
        refuse_unknown(self.model, changes)
        v: list[Any] = [None] * len(self.model.lines)
        for line in self.model.lines:
            if isinstance(line, Input):
                numbers = entered(line, changes.get(line.key, line.value), self.model.span)[:, 0].tolist()
                several = isinstance(line, (Monthly, Table))
                v[self.places.of[line]] = self._padded(line, numbers) if several else numbers[0]
        for line in self.model.lines:
            if not isinstance(line, Input):
                v[self.places.of[line]] = self._room(line, v)
        return v

    def _padded(self, line: Line, numbers: list[float]) -> list[float]:
        """With rows for the months before the plan and after it, where another line looks there."""
        if line not in self.model.remembered:
            return numbers
        return [0.0] * self.places.first(line) + numbers + [0.0] * self.model.foresight

    def _room(self, line: Line, v: list[Any]) -> list[float]:
        start = 0.0
        if isinstance(line, Balance):
            start = v[self.places.of[line.start]] if isinstance(line.start, Input) else float(line.start)
        return [start] * self.places.first(line) + [0.0] * (self.model.span.length + self.model.foresight)


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
