"""A model as functions: its lines in groups, in an order of calculation, each at once or walked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..language import Input, Line, Model
from . import code
from .walks import Walk

Function = Callable[..., Any]


class Rows:
    """A walk over rows of scenarios, compiled when there are many for the first time."""

    def __init__(self, walk: Walk):
        self._walk = walk

    @cached_property
    def compiled(self) -> tuple[Function, int]:
        """The function, and how many rows it writes into besides those of its lines."""
        text = self._walk.text("walk")
        return code.compiled(text, "rows")["walk"], self._walk.rows


@dataclass
class Step:
    """One group of lines: at once over arrays, or walked over floats or (many scenarios abreast) over rows.

    ``look`` shows another line's array; ``waiting`` counts the arrays that ``at_once`` needs besides;
    ``opened`` are openings, which are their balance a month ago.
    """

    lines: list[Line]
    reads: set[Line]
    at_once: Function | None = None
    look: bool = False
    waiting: int = 0
    floats: Function | None = None
    rows: Rows | None = None
    opened: dict[Line, Line] = field(default_factory=dict)
    done: list[Line] = field(default_factory=list)          # whose arrays nobody reads any more after this step


class Program:
    """The steps of a model, and its yearly lines after them.

    Where only some lines are ``wanted``, a walk writes down no more than they and later steps need.
    """

    def __init__(self, model: Model, wanted: frozenset[Line] | None):
        self.model, self.places = model, code.Places(model)
        needed = set(model.lines) if wanted is None else _needed(model, wanted)
        groups = [g for g in model.groups if not isinstance(g[0], Input) and not needed.isdisjoint(g)]
        self.yearly = [g[0] for g in groups if g[0] in model.yearly]
        groups = [g for g in groups if g[0] not in model.yearly]
        self.steps = self._steps(groups, self._kept(groups, wanted))
        text = [code.of_years(f"y{i}", line, self.places) for i, line in enumerate(self.yearly)]
        found = code.compiled("\n".join(text), "arrays")
        self.years = [(line, found[f"y{i}"]) for i, line in enumerate(self.yearly)]
        if wanted is not None:
            self._let_go(wanted)

    def _kept(self, groups: list[list[Line]], wanted: frozenset[Line] | None) -> set[Line]:
        """The lines that somebody outside their own group reads."""
        if wanted is None:
            return set(self.model.lines)
        read = {other for line in self.yearly for other, _ in self.model.reads[line]}
        for group in groups:
            read |= {other for line in group for other, _ in self.model.reads[line]} - set(group)
        return read | wanted

    def _steps(self, groups: list[list[Line]], kept: set[Line]) -> list[Step]:
        walks = {i: Walk(g, "array", self.places, kept) for i, g in enumerate(groups) if self.model.feeds_back(g)}
        single = {i: Walk(groups[i], "single", self.places, kept) for i in walks}
        once = {i: code.AtOnce(g[0], self.places) for i, g in enumerate(groups) if i not in walks}
        arrays = code.compiled("\n".join(line.text(f"f{i}") for i, line in once.items()), "arrays")
        floats = code.compiled("\n".join(walk.text(f"f{i}") for i, walk in single.items()), "floats")
        return [self._walked(g, walks[i], floats[f"f{i}"]) if i in walks
                else self._at_once(once[i], arrays[f"f{i}"]) for i, g in enumerate(groups)]

    def _at_once(self, once: code.AtOnce, function: Function) -> Step:
        return Step([once.line], self._read_by([once.line]), function, once.look, once.calls.waiting)

    def _walked(self, group: list[Line], walk: Walk, floats: Function) -> Step:
        lines = [line for line in group if line in walk.kept]
        return Step(lines, self._read_by(group), floats=floats, rows=Rows(walk), opened=walk.opened)

    def _read_by(self, lines: list[Line]) -> set[Line]:
        return {other for line in lines for other, _ in self.model.reads[line]} - set(lines)

    def _let_go(self, wanted: frozenset[Line]) -> None:
        """Says of each step whose arrays nobody reads any more after it; a look at a line keeps that line."""
        looked_at = {line: source for step in self.steps for line, source in _looks(step)}
        last: dict[Line, Step] = {}
        for step in self.steps:
            for line in {*step.lines, *step.opened, *step.reads}:
                last.update(dict.fromkeys(_with_sources(line, looked_at), step))
        read_by_years = (other for line in self.yearly for other, _ in self.model.reads[line])
        kept = {shown for line in (*wanted, *read_by_years) for shown in _with_sources(line, looked_at)}
        for line, step in last.items():
            if line not in kept and not isinstance(line, Input):
                step.done.append(line)


def _needed(model: Model, wanted: frozenset[Line]) -> set[Line]:
    """The wanted lines, and all that they rest on."""
    needed, waiting = set(wanted), list(wanted)
    while waiting:
        new = {other for other, _ in model.reads[waiting.pop()]} - needed
        needed |= new
        waiting += new
    return needed


def _looks(step: Step) -> Iterable[tuple[Line, Line]]:
    """The lines of a step that have no array of their own, each with the line whose array it shows."""
    yield from step.opened.items()
    source = code.source(step.lines[0]) if step.look else None
    if source is not None:
        yield step.lines[0], source


def _with_sources(line: Line, looked_at: dict[Line, Line]) -> Iterable[Line]:
    """A line, and the lines whose array it shows."""
    yield line
    while line in looked_at:
        line = looked_at[line]
        yield line


def program(model: Model, wanted: frozenset[Line] | None = None) -> Program:
    """The program of a model, made once for each choice of wanted lines."""
    made: dict[frozenset[Line] | None, Program] = vars(model).setdefault("_programs", {})
    if wanted not in made:
        made[wanted] = Program(model, wanted)
    return made[wanted]
