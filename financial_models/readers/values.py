"""The first reader: every line as numbers, over months × scenarios.

Lines that do not feed back on themselves are one array operation; the others
walk through the months together, all scenarios abreast.  A scenario alone gives
the same bits as among many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..language import Balance, FormulaError, Input, Line, Model, Monthly, Span, Table
from . import code
from .program import Function, Step, program

Array = NDArray[np.float64]
Changes = Mapping[str, Any]
PART = 1000                     # scenarios at a time: wide enough for numpy, few enough for memory


def evaluate(model: Model, changes: Changes | None = None, *, wanted: Iterable[Line] | None = None) -> Values:
    """All lines of a model (or the ``wanted`` ones, forgetting the rest as soon as nobody reads them).

    ``changes`` replaces inputs by key: one number, one per scenario, or (for inputs per month or per
    year) places × scenarios.
    """
    return Values(model, changes or {}, None if wanted is None else frozenset(wanted), Spare())


def evaluate_in_parts(model: Model, changes: Changes, wanted: Iterable[Line], part: int = PART) -> Iterator[Values]:
    """The same over many scenarios, ``part`` at a time, so that memory stays small."""
    wanted, spare, arrays = frozenset(wanted), Spare(), by_scenario(model, changes)
    for first in range(0, number_of_scenarios(arrays), part):
        yield Values(model, share_of(arrays, slice(first, first + part)), wanted, spare)


def by_scenario(model: Model, changes: Changes) -> dict[str, Array]:
    """Each change as places × scenarios."""
    refuse_unknown(model, changes)
    inputs = {key: model.by_key[key] for key in changes}
    return {key: entered(line, changes[key], model.span) for key, line in inputs.items() if isinstance(line, Input)}


def number_of_scenarios(arrays: Mapping[str, Array]) -> int:
    """How many scenarios the changes are for; all that is given for several must be given for as many."""
    widths: dict[int, str] = {}
    for key, array in arrays.items():
        widths.setdefault(array.shape[1], key)
    widths.pop(1, None)
    if len(widths) > 1:
        found = " and ".join(f"{key} for {width}" for width, key in widths.items())
        raise FormulaError(f"the changes are for different numbers of scenarios ({found}): "
                           "give each as many, or one")
    return max(widths, default=1)


def share_of(arrays: Mapping[str, Array], share: slice) -> dict[str, Array]:
    """The changes of some of the scenarios."""
    return {key: array[:, share] if array.shape[1] > 1 else array for key, array in arrays.items()}


class Spare:
    """Arrays that nobody reads any more, to be written over: new memory costs more than what is calculated in it."""

    def __init__(self) -> None:
        self._arrays: dict[tuple[int, int], list[Array]] = {}

    def array(self, rows: int, width: int) -> Array:
        """An array with anything in it."""
        left = self._arrays.get((rows, width))
        return left.pop() if left else np.empty((rows, width))

    def take_back(self, array: Array) -> None:
        """Keeps an array for the next who needs one."""
        self._arrays.setdefault((len(array), array.shape[1]), []).append(array)


class Values:
    """The numbers of a model.  ``values[line]`` is months × scenarios, or years × scenarios for a yearly line."""

    def __init__(self, model: Model, changes: Changes, wanted: frozenset[Line] | None, spare: Spare):
        self.model, self.span, self.months = model, model.span, model.span.length
        self._program, self._spare = program(model, wanted), spare
        self._places = self._program.places
        self._v: list[Any] = [None] * len(model.lines)
        self._starts: dict[Line, Any] = {}
        self._widest = self._enter(changes)
        self._starts = {line: self._start(line) for line in model.lines if isinstance(line, Balance)}
        self._run()

    def _enter(self, changes: Changes) -> int:
        refuse_unknown(self.model, changes)
        arrays = {line.key: entered(line, changes.get(line.key, line.value), self.span)
                  for line in self.model.lines if isinstance(line, Input)}
        for key, array in arrays.items():
            line = self.model.by_key[key]
            self._v[self._places.of[line]] = self._padded(line, array) if isinstance(line, Monthly) else array
        return number_of_scenarios(arrays)

    def _start(self, line: Balance) -> Any:
        return self._v[self._places.of[line.start]][0] if isinstance(line.start, Input) else line.start

    def _run(self) -> None:
        with np.errstate(all="ignore"):
            for step in self._program.steps:
                self._at_once(step, step.at_once) if step.at_once else self._walk(step)
                for line in step.done:
                    self._forget(line)
            for line, function in self._program.years:
                answer = function(self._v, lambda at: self.by_year(self.model.lines[at]))
                self._v[self._places.of[line]] = _as_columns(answer, len(self.span.years()))

    def _forget(self, line: Line) -> None:
        array = self._v[self._places.of[line]]
        self._v[self._places.of[line]] = None
        if array.base is None:                          # else it is a look at the array of another line
            self._spare.take_back(array)

    def _at_once(self, step: Step, function: Function) -> None:
        at = self._places.of[step.lines[0]]
        if step.look:
            self._v[at] = _as_columns(function(self._v, self.months), self.months).view()
            return
        width = self._width(step)
        waiting = [self._spare.array(self.months, width) for _ in range(step.waiting)]
        self._v[at], answer = self._room(step.lines[0], width)
        function(self._v, self.months, answer, waiting)
        for array in waiting:
            self._spare.take_back(array)

    def _width(self, step: Step) -> int:
        """How many scenarios a step tells apart."""
        if self._widest == 1:
            return 1
        widths = [self._v[self._places.of[line]].shape[1] for line in step.reads]
        widths += [np.size(self._starts[line]) for line in step.lines if isinstance(line, Balance)]
        return max(widths, default=1)

    def _room(self, line: Line, width: int) -> tuple[Array, Array]:
        """An array for a line, and its part for the months that are calculated."""
        if line not in self.model.remembered:
            array = self._spare.array(self.months, width)
            return array, array
        past = self._places.first(line)
        array = self._spare.array(past + self.months + self.model.foresight, width)
        array[:past] = self._starts.get(line, 0.0)
        array[past + self.months:] = 0.0
        return array, array[past:past + self.months]

    def _padded(self, line: Line, numbers: Array) -> Array:
        """The numbers of an input by month, with rows for other months where another line looks there."""
        if line not in self.model.remembered:
            return numbers
        array, months = self._room(line, numbers.shape[1])
        months[...] = numbers
        return array

    def _walk(self, step: Step) -> None:
        width = self._width(step)
        for line in step.lines:
            self._v[self._places.of[line]], _ = self._room(line, width)
        if width > 1 and step.rows:
            function, count = step.rows.compiled
            rows = self._spare.array(count, width)
            function(self._v, self.months, rows)
            self._spare.take_back(rows)
        elif step.floats:
            self._walk_floats(step, step.floats)
        for line, balance in step.opened.items():
            first = self._places.first(balance) - 1
            self._v[self._places.of[line]] = self._v[self._places.of[balance]][first:first + self.months]

    def _walk_floats(self, step: Step, function: Function) -> None:
        v: list[Any] = [None] * len(self._v)
        for line in (*step.lines, *step.reads):
            at = self._places.of[line]
            single = code.constant(line) and not isinstance(line, Table)
            v[at] = float(self._v[at][0, 0]) if single else self._v[at][:, 0].tolist()
        function(v, self.months, None)
        for line in step.lines:
            at = self._places.of[line]
            self._v[at][:, 0] = v[at]

    def __getitem__(self, line: Line | str) -> Array:
        line = self.model[line] if isinstance(line, str) else line
        array: Array | None = self._v[self._places.of[line]]
        if array is None:
            raise FormulaError(f"{line.key} is forgotten: name it among the wanted lines")
        if line in self.model.yearly or isinstance(line, Table):
            return array
        if code.constant(line):
            return np.broadcast_to(array, (self.months, array.shape[1]))
        first = self._places.first(line)
        return array[first:first + self.months]

    def series(self, line: Line | str, scenario: int = 0) -> Array:
        """One scenario of a line, through the horizon (or its years)."""
        line = self.model[line] if isinstance(line, str) else line
        array = self[line]
        column = array[:, min(scenario, array.shape[1] - 1)]
        return column if line in self.model.yearly else column[:self.span.horizon]

    def at(self, line: Line | str, month: int, scenario: int = 0) -> float:
        """One number; before the first month a balance has its start, all else is 0."""
        line = self.model[line] if isinstance(line, str) else line
        if month >= 1:
            array = self[line]
            return float(array[month - 1, min(scenario, array.shape[1] - 1)])
        start = np.atleast_1d(self._starts.get(line, 0.0))
        return float(start[min(scenario, len(start) - 1)])

    def by_year(self, line: Line | str) -> Array:
        """A line by year (years × scenarios): a flow sums, a balance takes its last month, an opening its first."""
        line = self.model[line] if isinstance(line, str) else line
        if line in self.model.yearly:
            return self[line]
        if line.yearly == "none":
            raise FormulaError(f"{line.key} is a rate or a flag: it has no value for a year")
        array = self[line]
        reading: dict[str, Callable[[int, int], Array]] = {
            "sum": lambda first, last: _summed(array[first - 1:last]),
            "last": lambda first, last: array[last - 1], "first": lambda first, last: array[first - 1]}
        return np.stack([reading[line.yearly](year.first, year.last) for year in self.span.years()])


def _summed(rows: Array) -> Array:
    """The sum of rows from the first on, in this order for any width; numpy's own sum takes another for one column."""
    answer: Array = np.cumsum(rows, axis=0)[-1] if rows.shape[1] == 1 else rows[0].copy()
    for row in rows[1:] if rows.shape[1] > 1 else ():
        answer += row
    return answer


def refuse_unknown(model: Model, changes: Changes) -> None:
    """Refuse a change of what is not an input of this model."""
    for key in changes:
        if not isinstance(model.by_key.get(key), Input):
            raise FormulaError(f"no input is called {key}; near it: {', '.join(model.near(key)) or 'nothing'}")


def entered(line: Input, value: Any, span: Span) -> Array:
    """What was entered as places × scenarios; one number stands for all places, a month past the calculated is cut."""
    try:
        array = np.asarray(value, float)
    except (TypeError, ValueError):
        raise FormulaError(f"{line.key} takes numbers, not {value!r}") from None
    if not array.size:
        raise FormulaError(f"{line.key} is given for no scenario: give one number, or one for each scenario")
    if not isinstance(line, (Monthly, Table)):
        return array.reshape(1, -1)
    size = line.size(span.calendar_years) if isinstance(line, Table) else span.length
    array = array.reshape(-1, 1) if array.ndim == 1 else array
    array = np.broadcast_to(array, (size, 1)) if array.ndim == 0 else array
    if len(array) < size or (isinstance(line, Table) and len(array) > size):
        raise FormulaError(f"{line.key} needs {size} numbers, not {len(array)}")
    return array[:size]


def _as_columns(answer: Any, rows: int) -> Array:
    array = np.asarray(answer, float)
    if array.ndim < 2:
        array = array.reshape(1, -1)
    return array if len(array) == rows else np.broadcast_to(array, (rows, array.shape[1]))
