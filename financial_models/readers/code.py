"""Lines as Python code: over arrays (months × scenarios) or over plain floats, one month at a time.

Both come from the one table of operations and give the same bits; floats are
about ten times faster for one plan at a time.  What is generated depends on a
model's structure alone, so the compiled code is kept by its text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from ..language import Apply, Before, Input, Line, Model, Monthly, Number, Pick, Term
from ..language.operations import SNAP, divide, pick, rounded, to_15_digits

Leaf = Callable[[Term], str]


def expression(t: Term, column: str, leaf: Leaf) -> str:
    """A formula as Python; every operation in brackets, so that none is left to precedence."""
    if isinstance(t, Number):
        return f"({t.value!r})"
    if not isinstance(t, Apply):
        return leaf(t)
    parts = [expression(x, column, leaf) for x in t.terms]
    pattern: str = getattr(t.operation, column)
    return f"({pattern.join(parts)})" if t.operation.name == "total" else pattern.format(*parts)


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


def constant(line: Line) -> bool:
    """An input with one value for all months."""
    return isinstance(line, Input) and not isinstance(line, Monthly)


def formula(line: Line) -> Term:
    """The formula of a line that has one."""
    assert line.formula is not None, line
    return line.formula


def at_once(name: str, line: Line, places: Places) -> str:
    """A function that answers all months of a line as one array operation."""
    def leaf(t: Term) -> str:
        if isinstance(t, Pick):
            return f"pick(v[{places.of[t.table]}], {leaf(t.index)})"
        seen, back = (t.line, t.months) if isinstance(t, Before) else (t, 0)
        assert isinstance(seen, Line)
        array = f"v[{places.of[seen]}]"
        if constant(seen):
            return f"{array}[0]"
        first = places.first(seen) - back
        return f"{array}[{first}:{first} + n]" if seen in places.model.remembered else array
    return f"def {name}(v, n):\n    return {expression(formula(line), 'array', leaf)}"


def of_years(name: str, line: Line, places: Places) -> str:
    """A function that answers a yearly line; ``year(i)`` is a monthly line made yearly."""
    def leaf(t: Term) -> str:
        assert isinstance(t, Line)
        if t in places.model.yearly and not constant(t):
            return f"v[{places.of[t]}]"
        return f"v[{places.of[t]}][0]" if constant(t) else f"year({places.of[t]})"
    return f"def {name}(v, year):\n    return {expression(formula(line), 'array', leaf)}"


def walk(name: str, lines: list[Line], column: str, places: Places) -> str:
    """A function that goes through the months, in each through the lines in order of calculation."""
    inside, used = set(lines), dict[Line, None]()

    def leaf(t: Term) -> str:
        if isinstance(t, Pick):
            used[t.table] = None
            return f"pick(a{places.of[t.table]}, {leaf(t.index)})"
        seen, back = (t.line, t.months) if isinstance(t, Before) else (t, 0)
        assert isinstance(seen, Line)
        at = places.of[seen]
        if seen in inside and not back:
            return f"x{at}"
        used[seen] = None
        shift = places.first(seen) - back
        return f"a{at}" if constant(seen) else f"a{at}[t + {shift}]"

    body = []
    for line in lines:
        at = places.of[line]
        body.append(f"        x{at} = a{at}[t + {places.first(line)}] = {expression(formula(line), column, leaf)}")
    head = [f"    a{places.of[line]} = v[{places.of[line]}]" for line in dict.fromkeys([*lines, *used])]
    return "\n".join([f"def {name}(v, n):", *head, "    for t in range(n):", *body])


def _pick_row(values: Any, place: Any) -> Any:
    return pick(values, place.reshape(1, -1))[0]


def _pick_float(values: list[float], place: float) -> float:
    return values[int(place) - 1]


def _rounded_float(x: float, digits: float) -> float:
    scale = _SCALES[digits]
    raised = abs(x) * scale + 0.5
    whole = raised // 1.0
    if whole != raised * SNAP // 1.0:
        whole = to_15_digits(raised) // 1.0
    return -whole / scale if x < 0 else whole / scale


def _power_float(a: float, b: float) -> float:
    return float(np.power(a, b))


_SCALES = {float(d): float(np.power(10.0, float(d))) for d in range(10)}
_OVER_ARRAYS = {"minimum": np.minimum, "maximum": np.maximum, "mod": np.mod, "power": np.power, "divide": divide, "rounded": rounded}
_OVER_FLOATS = {"power": _power_float, "rounded": _rounded_float, "pick": _pick_float}
NAMES: dict[str, dict[str, Any]] = {"arrays": {**_OVER_ARRAYS, "pick": pick}, "rows": {**_OVER_ARRAYS, "pick": _pick_row},
                                    "floats": _OVER_FLOATS}


@lru_cache(maxsize=128)
def compiled(text: str, names: str) -> dict[str, Callable[..., Any]]:
    """The functions that a text defines, over "arrays", "rows" or "floats"."""
    found: dict[str, Any] = dict(NAMES[names])
    exec(compile(text, f"<lines over {names}>", "exec"), found)
    return found
