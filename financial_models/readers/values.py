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

Array = NDArray[np.float64]
Changes = Mapping[str, Any]


def evaluate(model: Model, changes: Changes | None = None, *, wanted: Iterable[Line] | None = None) -> Values:
    """All lines of a model (or the ``wanted`` ones, forgetting the rest as soon as nobody reads them).

    ``changes`` replaces inputs by key: one number, one per scenario, or (for inputs per month or per
    year) places × scenarios.
    """
    return Values(model, changes or {}, None if wanted is None else frozenset(wanted))


def evaluate_in_parts(model: Model, changes: Changes, wanted: Iterable[Line], part: int = 2000) -> Iterator[Values]:
    """The same over many scenarios, ``part`` at a time, so that they stay in the processor's cache."""
    wanted = list(wanted)
    arrays = {key: np.asarray(value, float) for key, value in changes.items()}
    count = max((a.shape[-1] for a in arrays.values() if a.ndim), default=1)
    for first in range(0, count, part):
        cut = {key: a[..., first:first + part] if a.ndim and a.shape[-1] > 1 else a for key, a in arrays.items()}
        yield evaluate(model, cut, wanted=wanted)


class Program:
    """A model as functions: the groups of lines in order, each at once or walked.

    Where only some lines are ``wanted``, a walk writes down no more than they and later steps need.
    """

    def __init__(self, model: Model, wanted: frozenset[Line] | None):
        self.model, self.places = model, code.Places(model)
        needed = set(model.lines) if wanted is None else _needed(model, wanted)
        groups = [g for g in model.groups if not isinstance(g[0], Input) and not needed.isdisjoint(g)]
        yearly = [g[0] for g in groups if g[0] in model.yearly]
        groups = [g for g in groups if g[0] not in model.yearly]
        kept = self._kept(groups, yearly, wanted)
        walked = [(i, g) for i, g in enumerate(groups) if model.feeds_back(g)]
        text = [code.at_once(f"f{i}", g[0], self.places) for i, g in enumerate(groups) if not model.feeds_back(g)]
        text += [code.of_years(f"y{i}", line, self.places) for i, line in enumerate(yearly)]
        text += [code.Walk(g, "array", self.places, kept).text(f"w{i}") for i, g in walked]
        arrays = code.compiled("\n".join(text), "arrays")
        single = [code.Walk(g, "single", self.places, kept).text(f"f{i}") for i, g in walked]
        floats = code.compiled("\n".join(single), "floats")
        self.steps = [Step(g, arrays.get(f"f{i}"), arrays.get(f"w{i}"), floats.get(f"f{i}"), model, kept)
                      for i, g in enumerate(groups)]
        self.years = [(line, arrays[f"y{i}"]) for i, line in enumerate(yearly)]
        self.last_use = self._last_use()

    def _kept(self, groups: list[list[Line]], yearly: list[Line], wanted: frozenset[Line] | None) -> set[Line]:
        """The lines that somebody outside their own group reads."""
        if wanted is None:
            return set(self.model.lines)
        read = {other for line in yearly for other, _ in self.model.reads[line]}
        for group in groups:
            read |= {other for line in group for other, _ in self.model.reads[line]} - set(group)
        return read | wanted

    def _last_use(self) -> list[set[Line]]:
        """After each step, the lines that nothing reads any more."""
        last: dict[Line, int] = {}
        for i, step in enumerate(self.steps):
            last.update(dict.fromkeys((*step.lines, *step.reads), i))
        for line, _ in self.years:
            last.update({other: len(self.steps) for other, _ in self.model.reads[line]})
        done: list[set[Line]] = [set() for _ in range(len(self.steps) + 1)]
        for line, i in last.items():
            done[i].add(line)
        return done


def _needed(model: Model, wanted: frozenset[Line]) -> set[Line]:
    """The wanted lines, and all that they rest on."""
    needed, waiting = set(wanted), list(wanted)
    while waiting:
        new = {other for other, _ in model.reads[waiting.pop()]} - needed
        needed |= new
        waiting += new
    return needed


class Step:
    """One group of lines: a function over arrays, or one that walks over rows and one that walks over floats."""

    def __init__(self, lines: list[Line], array: Any, rows: Any, floats: Any, model: Model, kept: set[Line]):
        self.array, self.rows, self.floats = array, rows, floats
        self.lines = [line for line in lines if array or line in kept or line in model.remembered]
        self.reads = {other for line in lines for other, _ in model.reads[line]} - set(lines)


def program(model: Model, wanted: frozenset[Line] | None = None) -> Program:
    """The program of a model, made once for each choice of wanted lines."""
    made: dict[frozenset[Line] | None, Program] = vars(model).setdefault("_programs", {})
    if wanted not in made:
        made[wanted] = Program(model, wanted)
    return made[wanted]


class Values:
    """The numbers of a model.  ``values[line]`` is months × scenarios, or years × scenarios for a yearly line."""

    def __init__(self, model: Model, changes: Changes, wanted: frozenset[Line] | None):
        self.model, self.span, self.months = model, model.span, model.span.length
        self._program = program(model, wanted)
        self._places = self._program.places
        self._v: list[Any] = [None] * len(model.lines)
        self._enter(changes)
        self._starts = {line: self._start(line) for line in model.lines if isinstance(line, Balance)}
        self._run(wanted)

    def _enter(self, changes: Changes) -> None:
        refuse_unknown(self.model, changes)
        widths: dict[int, str] = {}
        for line in self.model.lines:
            if isinstance(line, Input):
                array = entered(line, changes.get(line.key, line.value), self.span)
                self._v[self._places.of[line]] = self._padded(line, array) if isinstance(line, Monthly) else array
                widths.setdefault(array.shape[1], line.key)
        widths.pop(1, None)
        if len(widths) > 1:
            found = " and ".join(f"{key} for {width}" for width, key in widths.items())
            raise FormulaError(f"the changes are for different numbers of scenarios ({found}): "
                               "give each as many, or one")

    def _start(self, line: Balance) -> Any:
        return self._v[self._places.of[line.start]][0] if isinstance(line.start, Input) else line.start

    def _run(self, wanted: frozenset[Line] | None) -> None:
        with np.errstate(all="ignore"):
            for i, step in enumerate(self._program.steps):
                self._at_once(step) if step.array else self._walk(step)
                if wanted is not None:
                    self._forget(self._program.last_use[i] - wanted)
            for line, function in self._program.years:
                answer = function(self._v, lambda at: self.by_year(self.model.lines[at]))
                self._v[self._places.of[line]] = _as_columns(answer, len(self.span.years()))

    def _forget(self, lines: set[Line]) -> None:
        for line in lines:
            if not isinstance(line, Input):
                self._v[self._places.of[line]] = None

    def _at_once(self, step: Step) -> None:
        line = step.lines[0]
        self._v[self._places.of[line]] = self._padded(line, step.array(self._v, self.months))

    def _padded(self, line: Line, answer: Any) -> Array:
        array = _as_columns(answer, self.months)
        if line not in self.model.remembered:
            return array
        rows = self._rows(line, array.shape[1])
        rows[self._places.past:self._places.past + self.months] = array
        return rows

    def _rows(self, line: Line, width: int) -> Array:
        past = self._places.first(line)
        rows = np.zeros((past + self.months + (self.model.foresight if past else 0), width))
        if isinstance(line, Balance):
            rows[:past] = self._starts[line]
        return rows

    def _walk(self, step: Step) -> None:
        widths = [self._v[self._places.of[line]].shape[1] for line in step.reads]
        widths += [np.size(self._starts[line]) for line in step.lines if isinstance(line, Balance)]
        width = max(widths, default=1)
        for line in step.lines:
            self._v[self._places.of[line]] = self._rows(line, width)
        if width > 1:
            step.rows(self._v, self.months)
        else:
            self._walk_floats(step)

    def _walk_floats(self, step: Step) -> None:
        v: list[Any] = [None] * len(self._v)
        for line in (*step.lines, *step.reads):
            at = self._places.of[line]
            single = code.constant(line) and not isinstance(line, Table)
            v[at] = float(self._v[at][0, 0]) if single else self._v[at][:, 0].tolist()
        step.floats(v, self.months)
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
        start = np.atleast_1d(self._starts.get(line, 0.0))                          # type: ignore[call-overload]
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
            "sum": lambda first, last: np.cumsum(array[first - 1:last], axis=0)[-1],
            "last": lambda first, last: array[last - 1], "first": lambda first, last: array[first - 1]}
        return np.stack([reading[line.yearly](year.first, year.last) for year in self.span.years()])


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
