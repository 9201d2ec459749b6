"""Lines that are walked through the months together, over rows of scenarios or over plain floats.

What comes from outside is handed in month by month; what is the same in all months is settled before
the walk begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import count

from ..language import Balance, Line, Pick, Table, Term, references
from .code import Calls, Places, constant, expression, formula, of_constants, seen, whole


class Walk:
    """A function that goes through the months, in each through the lines in order of calculation.

    Of the lines only those in ``kept`` (and those that a later month remembers) are written down.  An
    opening is not: it is the balance of a month ago.
    """

    def __init__(self, lines: list[Line], column: str, places: Places, kept: Set[Line]):
        self.lines, self.column, self.places = lines, column, places
        self.inside = set(lines)
        self.opened = {line: balance for line, balance in openings(lines).items()
                       if line not in places.model.remembered}
        remembered = places.model.remembered
        self.kept = {line for line in self.inside if line in kept or line in remembered} - set(self.opened)
        self.steady = steady(lines) if column == "single" else set()
        self.handed: dict[str, str] = {}            # what is handed in month by month -> its name
        self.settled: dict[str, str] = {}           # what is the same in all months -> its name
        self.names = count()
        self.calls = Calls(self._leaf, self._settled_term)

    def text(self, name: str) -> str:
        """The function as Python."""
        before = [told for line in self.lines if line in self.steady for told in self._steady(line)]
        body = [told for line in self.lines if line not in self.steady for told in self._month(line)]
        rows = [f"{_row(shift)} = t + {shift}" for shift in range(1, self.places.past + 1)]
        months = ["range(n)", *self.handed]
        loop = f"for {', '.join(['t', *self.handed.values()])}, in zip({', '.join(months)}):"
        head = [*self._head(), *(f"{local} = {told}" for told, local in self.settled.items()), *before, loop]
        return "\n    ".join([f"def {name}(v, n, q):", *head, *(f"    {told}" for told in (*rows, *body))])

    def _head(self) -> Iterable[str]:
        at = self.places.of
        yield from (f"a{at[line]} = v[{at[line]}]" for line in self.lines if line in self.kept)
        for balance in dict.fromkeys(self.opened.values()):
            yield f"x{at[balance]} = a{at[balance]}[{self.places.first(balance) - 1}]"
        if self.column == "array":
            yield from (f"q{i} = q[{i}]" for i in range(self.calls.waiting))
            own = [line for line in self.lines if line not in self.kept]
            yield from (f"u{at[line]} = q[{self.calls.waiting + i}]" for i, line in enumerate(own))

    @property
    def rows(self) -> int:
        """How many rows a walk over arrays writes into besides those of its lines."""
        return self.calls.waiting + len(self.inside - self.kept)

    def _month(self, line: Line) -> list[str]:
        at = self.places.of[line]
        if line in self.opened:
            return [f"x{at} = x{self.places.of[self.opened[line]]}"]
        row = f"a{at}[{_row(self.places.first(line))}]"
        if self.column == "single":
            told = expression(formula(line), "single", self._leaf, self.names, self._known)
            return [f"x{at} = {row} = {told}" if line in self.kept else f"x{at} = {told}"]
        target, begun = f"x{at}", len(self.calls.lines)
        held = self.calls.write(formula(line), target)
        written = self.calls.lines[begun:] if held == target else [f"{target}[...] = {held}"]
        return [f"{target} = {row if line in self.kept else f'u{at}'}", *written]

    def _steady(self, line: Line) -> Iterable[str]:
        at, first = self.places.of[line], self.places.first(line)
        yield f"x{at} = {expression(formula(line), 'single', self._leaf, self.names, self._known)}"
        if line in self.kept:
            yield f"a{at}[{first}:{first} + n] = [x{at}] * n"

    def _leaf(self, t: Term) -> str:
        if isinstance(t, Pick):
            return f"{self._leaf(t.table)}[int({self._leaf(t.index)}) - 1]"
        line, back = seen(t)
        at = self.places.of[line]
        if line in self.inside:
            return f"a{at}[{_row(self.places.first(line) - back)}]" if back else f"x{at}"
        if constant(line):
            single = self.column == "array" and not isinstance(line, Table)
            return self._settle(f"v[{at}][0]" if single else f"v[{at}]")
        return self.handed.setdefault(f"v[{at}][{self.places.first(line) - back}:]", f"m{len(self.handed)}")

    def _settle(self, told: str) -> str:
        return self.settled.setdefault(told, f"c{len(self.settled)}")

    def _settled_term(self, t: Term) -> str:
        return self._settle(expression(t, "array", whole(self.places), self.names))

    def _known(self, t: Term) -> str:
        if not of_constants(t):
            return ""
        return self._settle(expression(t, "single", lambda leaf: f"v[{self.places.of[seen(leaf)[0]]}]", self.names))


def openings(lines: Iterable[Line]) -> dict[Line, Line]:
    """The openings of balances that stand among the same lines, each with its balance."""
    inside = dict.fromkeys(lines)
    return {line.opening: line for line in inside if isinstance(line, Balance) and line.opening in inside}


def steady(lines: Iterable[Line]) -> set[Line]:
    """The lines that rest on nothing but inputs with one value, and so are the same in all months."""
    found: set[Line] = set()
    for line in lines:
        if not isinstance(line, Balance) and isinstance(line.formula, Term) and all(
                not back and not isinstance(other, Table) and (constant(other) or other in found)
                for other, back in references(line.formula)):
            found.add(line)
    return found


def _row(shift: int) -> str:
    return f"s{shift}" if shift else "t"
