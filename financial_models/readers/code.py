"""Lines as Python code: over arrays (months × scenarios) or over plain floats, one month at a time.

Both come from the one table of operations and give the same bits; floats are
about ten times faster for one plan at a time.  What is generated depends on a
model's structure alone, so the compiled code is kept by its text.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import lru_cache
from itertools import count
from typing import Any

import numpy as np

from ..language import Apply, Before, Input, Line, Model, Monthly, Number, Pick, Table, Term, references
from ..language.operations import SNAP, divide, flag, pick, rounded, to_15_digits

Leaf = Callable[[Term], str]
# The usual case of rounding to the cent, without a call.
CENTS = ("({3} // 1.0 / 100.0 if ({2} := {0}) >= 0.0 and "
         f"({{3}} := {{2}} * 100.0 + 0.5) // 1.0 == {{3}} * {SNAP!r} // 1.0 else rounded({{2}}, 2.0))")


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
    """A formula as Python; every operation in brackets, so that none is left to precedence.

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
    pattern: str = getattr(t.operation, column)
    if t.operation.name == "total":
        return f"({pattern.join(parts)})"
    if column == "single" and t.operation.name == "round" and _is_two(t.terms[1]):
        pattern = CENTS
    return pattern.format(*parts, f"k{next(names)}", f"k{next(names)}")


def _is_two(t: Term) -> bool:
    return isinstance(t, Number) and t.value == 2


def constant(line: Line) -> bool:
    """An input with one value for all months (a table of such values included)."""
    return isinstance(line, Input) and not isinstance(line, Monthly)


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


def at_once(name: str, line: Line, places: Places) -> str:
    """A function that answers all months of a line as one array operation."""
    return f"def {name}(v, n):\n    return {expression(formula(line), 'array', whole(places), count())}"


def whole(places: Places) -> Leaf:
    """Leaves as arrays over all months."""
    def leaf(t: Term) -> str:
        if isinstance(t, Pick):
            return f"pick(v[{places.of[t.table]}], {leaf(t.index)})"
        line, back = seen(t)
        array = f"v[{places.of[line]}]"
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


class Walk:
    """A function that goes through the months, in each through the lines in order of calculation.

    What comes from outside is handed in month by month, and so is, over arrays, every part of a formula
    that reads nothing from inside: it is calculated for all months before the walk begins.  Of the lines
    inside only those in ``kept`` (and those that a later month remembers) are written down.
    """

    def __init__(self, lines: list[Line], column: str, places: Places, kept: Set[Line]):
        self.lines, self.column, self.places = lines, column, places
        self.inside = set(lines)
        self.kept = {line for line in lines if line in kept or line in places.model.remembered}
        self.handed: dict[str, str] = {}            # what is handed in month by month -> its name
        self.settled: dict[str, str] = {}           # what is the same in all months -> its name
        self.names = count()

    def text(self, name: str) -> str:
        """The function as Python."""
        at, known = self.places.of, self._known if self.column == "array" else lambda t: ""
        said = [expression(formula(line), self.column, self._leaf, self.names, known) for line in self.lines]
        body = [f"        {self._target(line)} = {told}" for line, told in zip(self.lines, said, strict=True)]
        head = [f"    a{at[line]} = v[{at[line]}]" for line in self.lines if line in self.kept]
        head += [f"    {local} = {told}" for told, local in self.settled.items()]
        rows = [f"        {_row(shift)} = t + {shift}" for shift in range(1, self.places.past + 1)]
        loop = f"    for {', '.join(['t', *self.handed.values()])}, in zip({', '.join(['range(n)', *self.handed])}):"
        return "\n".join([f"def {name}(v, n):", *head, loop, *rows, *body])

    def _target(self, line: Line) -> str:
        at = self.places.of[line]
        return f"x{at} = a{at}[{_row(self.places.first(line))}]" if line in self.kept else f"x{at}"

    def _leaf(self, t: Term) -> str:
        if isinstance(t, Pick):
            return f"pick_one({self._settle(t.table)}, {self._leaf(t.index)})"
        line, back = seen(t)
        at = self.places.of[line]
        if line in self.inside:
            return f"a{at}[{_row(self.places.first(line) - back)}]" if back else f"x{at}"
        if constant(line):
            return self._settle(line)
        return self.handed.setdefault(f"v[{at}][{self.places.first(line) - back}:]", f"m{len(self.handed)}")

    def _settle(self, line: Line) -> str:
        at = self.places.of[line]
        single = self.column == "array" and not isinstance(line, Table)
        return self.settled.setdefault(f"v[{at}][0]" if single else f"v[{at}]", f"c{len(self.settled)}")

    def _known(self, t: Term) -> str:
        """The name of what reads nothing from inside."""
        if not isinstance(t, (Apply, Pick)) or any(line in self.inside for line, _ in references(t)):
            return ""
        told = expression(t, "array", whole(self.places), self.names)
        if all(constant(line) for line, _ in references(t)):
            return self.settled.setdefault(told, f"c{len(self.settled)}")
        return self.handed.setdefault(told, f"m{len(self.handed)}")


def _row(shift: int) -> str:
    return f"s{shift}" if shift else "t"


def pick_row(values: Any, place: Any) -> Any:
    """The numbers of a list at one month's places, a row of scenarios."""
    return pick(values, place.reshape(1, -1))[0]


def pick_float(values: list[float], place: float) -> float:
    """The number of a list at a place (1 is the first)."""
    return values[int(place) - 1]


def rounded_float(x: float, digits: float) -> float:
    """``rounded`` over one number."""
    scale = _SCALES[digits]
    raised = abs(x) * scale + 0.5
    whole = raised // 1.0
    if whole != raised * SNAP // 1.0:
        whole = to_15_digits(raised) // 1.0
    return -whole / scale if x < 0 else whole / scale


def power_float(a: float, b: float) -> float:
    """``numpy.power`` over one number, for the same last digit."""
    return float(np.power(a, b))


_SCALES = {float(d): float(np.power(10.0, float(d))) for d in range(10)}
NAMES: dict[str, dict[str, Any]] = {
    "arrays": {"minimum": np.minimum, "maximum": np.maximum, "mod": np.mod, "power": np.power, "divide": divide,
               "rounded": rounded, "flag": flag, "pick": pick, "pick_one": pick_row},
    "floats": {"power": power_float, "rounded": rounded_float, "pick_one": pick_float}}


@lru_cache(maxsize=128)
def compiled(text: str, names: str) -> dict[str, Callable[..., Any]]:
    """The functions that a text defines, over "arrays" or "floats"."""
    found: dict[str, Any] = dict(NAMES[names])
    exec(compile(text, f"<lines over {names}>", "exec"), found)  # noqa: S102 (made of the table of operations alone)
    return found
