"""The numbers of one scenario, month by month or year by year, as an explanation quotes them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from ..language import Apply, Before, Line, Number, Pick, Seasonal, Table, Term, YearColumn
from ..language.operations import Operation
from . import code
from .values import Values

When = int | YearColumn


class Figure(NamedTuple):
    """One number of a line: in a month or a year; of a list the one at a place (1 is the first)."""

    line: Line
    when: When
    place: int = 0


class Figures:
    """What each line and each part of a formula is worth, in one scenario."""

    def __init__(self, values: Values, scenario: int):
        self.values, self.span, self.scenario = values, values.span, scenario

    def of(self, figure: Figure) -> float:
        """The number."""
        line, when, place = figure
        if place or (isinstance(when, YearColumn) and not code.constant(line)):
            array = self.values[line] if place else self.values.by_year(line)
            row = place - 1 if place else self.span.years().index(when)            # type: ignore[arg-type]
            return float(array[row, min(self.scenario, array.shape[1] - 1)])
        month = 1 if isinstance(when, YearColumn) else when
        return 0.0 if month > self.span.length else self.values.at(line, month, self.scenario)

    def read(self, leaf: Term, when: When) -> Figure:
        """Which number a leaf of a formula reads."""
        match leaf:
            case Before():
                assert isinstance(when, int), leaf
                return Figure(leaf.line, when - leaf.months)
            case Pick():
                return Figure(leaf.table, 1, int(self.of(Figure(leaf.index, when))))
        assert isinstance(leaf, Line), leaf
        return self.figure(leaf, when)

    def figure(self, line: Line, when: When) -> Figure:
        """The number of a line at a moment; what is the same in all months stands in the first."""
        if isinstance(line, Table):
            month = when.first if isinstance(when, YearColumn) else when
            seasonal = isinstance(line, Seasonal)
            year = self.span.calendar_year(month) - self.span.year + 1
            return Figure(line, 1, self.span.month_of_year(month) if seasonal else year)
        return Figure(line, 1 if code.constant(line) else when)

    def worth(self, t: Term, when: When) -> float:
        """What a formula or a part of it comes to."""
        if isinstance(t, Number):
            return t.value
        if isinstance(t, Apply):
            return worked_out(t.operation, [self.worth(x, when) for x in t.terms])
        return self.of(self.read(t, when))


def worked_out(operation: Operation, numbers: list[float]) -> float:
    """An operation on numbers, by its column for floats."""
    if operation.name == "total":
        return sum(numbers)
    return float(_function(operation.single)(*numbers))


@lru_cache(maxsize=64)
def _function(pattern: str) -> Any:
    return code.compiled(f"def worked(a, b=0.0):\n    return {pattern.format('a', 'b', 'k', 'l')}", "floats")["worked"]


def parts_of(name: str, t: Term) -> list[Term]:
    """The terms of an operation that repeats itself: a × b × c is three."""
    if not (isinstance(t, Apply) and t.operation.name == name):
        return [t]
    return [part for x in t.terms for part in parts_of(name, x)]


def signed_parts(t: Term) -> list[tuple[bool, Term]]:
    """The terms of a sum, each with whether it is added: a + b − c is three."""
    if isinstance(t, Apply) and t.operation.name in ("add", "sub"):
        first, second = t.terms
        return [*signed_parts(first), (t.operation.name == "add", second)]
    return [(True, t)]


def is_flag(t: Term) -> bool:
    """Whether a term is yes or no by its nature, and so a reason rather than a quantity."""
    match t:
        case Apply():
            name, parts = t.operation.name, t.terms
            if t.operation.money == "flag":
                return True
            known = [x for x in parts if not (isinstance(x, Number) and x.value in (0, 1))]
            return name in ("mul", "add", "sub", "min", "max", "total") and bool(known) and all(map(is_flag, known))
        case Before():
            return t.line.unit.key == "flag"
        case Pick():
            return t.table.unit.key == "flag"
        case Line():
            return t.unit.key == "flag"
    return False


