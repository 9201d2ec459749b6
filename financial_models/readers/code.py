"""Lines as Python code: over arrays (months × scenarios) or over plain floats, one month at a time.

Both come from the one table of operations and give the same bits; floats are
about ten times faster for one plan at a time.  What is generated depends on a
model's structure alone, so the compiled code is kept by its text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import count
from typing import Any

import numpy as np

from ..language import Apply, Before, Input, Line, Model, Monthly, Number, Pick, Table, Term, references
from ..language.arrays import SCALES, SNAP, pick, powers, to_15_digits
from ..language.operations import OPERATIONS

Leaf = Callable[[Term], str]
# The usual case of rounding to the cent, without a call.
CENTS = ("({3} // 1.0 / 100.0 if ({2} := {0}) >= 0.0 and "
         f"({{3}} := {{2}} * 100.0 + 0.5) // 1.0 == {{3}} * {SNAP!r} // 1.0 else round({{2}}, 2.0))")


class Places:
    """Where each line stands in the list of values, and where its first month stands in its array.

    A line that another remembers (or looks ahead at) has rows for the months before the plan in front.
    """

    def __init__(self, model: Model):
        self.model, self.past = model, model.memory
        self.of = {line: i for i, line in enumerate(model.lines)}

    def first(self, line: Line) -> int:
        """The row of the first month."""
        return self.past if line in self.model.remembered else 0


def expression(t: Term, column: str, leaf: Leaf, names: count[int], known: Callable[[Term], str] = lambda t: "") -> str:
    """A formula as Python, over "array"s or a "single" number; every operation in brackets.

    ``names`` numbers the names under which a pattern keeps a term that it reads twice; ``known`` gives the
    name of a term that has been calculated already, or "".
    """
    if name := known(t):
        return name
    if isinstance(t, Number):
        return f"({t.value!r})"
    if not isinstance(t, Apply):
        return leaf(t)
    parts = [expression(x, column, leaf, names, known) for x in t.terms]
    operation = t.operation
    if operation.name == "total":
        return f"({operation.single.join(parts)})"
    if column == "array":
        return f"{operation.name}({', '.join(parts)})"
    pattern = CENTS if operation.name == "round" and _is_two(t.terms[1]) else operation.single
    return pattern.format(*parts, f"k{next(names)}", f"k{next(names)}")


def _is_two(t: Term) -> bool:
    return isinstance(t, Number) and t.value == 2


def constant(line: Line) -> bool:
    """An input with one value for all months (a table of such values included)."""
    return isinstance(line, Input) and not isinstance(line, Monthly)


def of_constants(t: Term) -> bool:
    """Whether a term is calculated from such inputs alone, and so is the same in all months."""
    return isinstance(t, Apply) and all(constant(line) and not isinstance(line, Table) for line, _ in references(t))


def formula(line: Line) -> Term:
    """The formula of a line that has one."""
    assert line.formula is not None, line
    return line.formula


def seen(t: Term) -> tuple[Line, int]:
    """The line that a leaf reads, and how many months back."""
    if isinstance(t, Before):
        return t.line, t.months
    assert isinstance(t, Line), t
    return t, 0


def source(line: Line) -> Line | None:
    """The line whose numbers this one only shows in other months, or as they are: none where it calculates."""
    shown = line.formula if isinstance(line.formula, (Line, Before)) and not isinstance(line, Input) else None
    return None if shown is None else seen(shown)[0]


class Calls:
    """Formulas as calls that each write into an array: ``write`` answers what holds the result.

    Terms that must wait for others do so in the arrays q0, q1, …, of which ``waiting`` are needed.
    """

    def __init__(self, leaf: Leaf, settled: Callable[[Term], str]):
        self.leaf, self.settled = leaf, settled
        self.lines: list[str] = []
        self.waiting = 0

    def write(self, t: Term, place: str, free: int = 0) -> str:
        """Calls that calculate a term into a place; a term that stands somewhere already stays there."""
        if isinstance(t, Number):
            return repr(t.value)
        if isinstance(t, Pick):
            self.lines.append(f"pick({self.leaf(t.table)}, {self.leaf(t.index)}, {place})")
            return place
        if not isinstance(t, Apply):
            return self.leaf(t)
        if of_constants(t):
            return self.settled(t)
        first, *others = t.terms
        held = self.write(first, place, free)
        if not others:
            self.lines.append(f"{t.operation.name}({held}, {place})")
        for other in others:
            at, after = (f"q{free}", free + 1) if held == place else (place, free)
            value = self.write(other, at, after)
            self.waiting = max(self.waiting, after if value == at else free)
            self.lines.append(f"{t.operation.name}({held}, {value}, {place})")
            held = place
        return place


class AtOnce:
    """A function that calculates all months of a line into ``o`` as array operations; a mere look is a view."""

    def __init__(self, line: Line, places: Places):
        self.line, self.leaf = line, whole(places)
        self.look = source(line) is not None and line not in places.model.remembered
        self.calls = Calls(self.leaf, lambda t: expression(t, "array", self.leaf, count()))
        self.held = self.leaf(formula(line)) if self.look else self.calls.write(formula(line), "o")

    def text(self, name: str) -> str:
        """The function as Python."""
        if self.look:
            return f"def {name}(v, n):\n    return {self.held}"
        waiting = [f"q{i} = q[{i}]" for i in range(self.calls.waiting)]
        copied = [f"o[...] = {self.held}"] if self.held != "o" else []
        return "\n    ".join([f"def {name}(v, n, o, q):", *waiting, *self.calls.lines, *copied])


def whole(places: Places) -> Leaf:
    """Leaves as arrays over all months."""
    def leaf(t: Term) -> str:
        if isinstance(t, Pick):
            return f"pick(v[{places.of[t.table]}], {leaf(t.index)})"
        line, back = seen(t)
        array = f"v[{places.of[line]}]"
        if isinstance(line, Table):
            return array
        if constant(line):
            return f"{array}[0]"
        first = places.first(line) - back
        return f"{array}[{first}:{first} + n]" if line in places.model.remembered else array
    return leaf


def of_years(name: str, line: Line, places: Places) -> str:
    """A function that answers a yearly line; ``year(i)`` is a monthly line made yearly."""
    def leaf(t: Term) -> str:
        other, _ = seen(t)
        if constant(other):
            return f"v[{places.of[other]}][0]"
        return f"v[{places.of[other]}]" if other in places.model.yearly else f"year({places.of[other]})"
    return f"def {name}(v, year):\n    return {expression(formula(line), 'array', leaf, count())}"


def pick_row(values: Any, place: Any, out: Any) -> Any:
    """The numbers of a list at one month's places, a row of scenarios."""
    out[...] = pick(values, place.reshape(1, -1))[0]


def rounded_float(x: float, digits: float) -> float:
    """``rounded`` over one number."""
    scale = SCALES[digits]
    raised = abs(x) * scale + 0.5
    whole = raised // 1.0
    if whole != raised * SNAP // 1.0:
        whole = to_15_digits(raised) // 1.0
    return -whole / scale if x < 0 else whole / scale


@lru_cache(maxsize=4096)
def power_float(a: float, b: float) -> float:
    """``power`` over one number, for the same last digit."""
    return float(powers(a, int(b), int(b))[0] if b == int(b) else np.power([a, a], [b, b])[0])


NAMES: dict[str, dict[str, Any]] = {
    "arrays": {**{name: operation.array for name, operation in OPERATIONS.items()}, "pick": pick},
    "rows": {**{name: operation.array for name, operation in OPERATIONS.items()}, "pick": pick_row},
    "floats": {"power": power_float, "round": rounded_float}}


@lru_cache(maxsize=128)
def compiled(text: str, names: str) -> dict[str, Callable[..., Any]]:
    """The functions that a text defines, over "arrays", "rows" of them or "floats"."""
    found: dict[str, Any] = dict(NAMES[names])
    exec(compile(text, f"<lines over {names}>", "exec"), found)  # noqa: S102 (made of the table of operations alone)
    return found
