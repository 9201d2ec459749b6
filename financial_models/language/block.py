"""Blocks: a group of lines written once in a class body, used as often as a plan needs.

    class Rent(Block):
        month_rent = Input("Rent a month", MONEY)
        paid       = Line("Rent paid", MONEY, month_rent * 1)

    Rent("rent.shop", month_rent=900.0)

An input is given as a number, as numbers per month, or as a term of another block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Self

import numpy as np

from .casting import being_cast
from .lines import Balance, Input, Line, Monthly, Table
from .terms import Apply, Before, FormulaError, Number, Pick, Term, is_number
from .units import UnitError


class Block:
    """A topic of the plan.  ``chapter`` is the sheet it is shown on, ``axis`` "month" or "year".

    ``title`` is what the user called it, ``heading`` what the plan calls it where the same block is used
    more than once (and is translated); both stand before the labels of its lines.
    """

    chapter: ClassVar[str] = ""
    axis: ClassVar[str] = "month"
    template: ClassVar[dict[str, Line]] = {}
    replaced: ClassVar[dict[Line, str]] = {}
    inputs: ClassVar[dict[str, Input]] = {}

    def __init_subclass__(cls) -> None:
        """Gather the lines of a class: those it inherits, then its own, which replace lines of the same name."""
        own = {name: line for name, line in vars(cls).items() if isinstance(line, Line)}
        for name, line in own.items():
            _refuse_name(cls, name, line)
        cls.template, cls.replaced = {}, {}
        for base in cls.__bases__:
            cls._add(getattr(base, "template", {}).values())
            cls.replaced |= getattr(base, "replaced", {})
        for line in own.values():
            cls._add(line.rows())
        cls.inputs = {name: line for name, line in cls.template.items() if isinstance(line, Input)}

    @classmethod
    def _add(cls, rows: Iterable[Line]) -> None:
        for row in rows:
            old = cls.template.get(row.name)
            if old is not None and old is not row:
                cls.replaced[old] = row.name
            cls.template[row.name] = row

    def __new__(cls, name: str, title: str = "", *, heading: str = "", **given: Any) -> Self:
        """A block of its own, or that of the mould in which a model is being cast."""
        casting = being_cast()
        return casting.block(cls, name, given) if casting else super().__new__(cls)

    def __init__(self, name: str, title: str = "", *, heading: str = "", **given: Any):
        if being_cast():
            return                                          # the block of the mould is whole already
        self.name, self.title, self.heading = name, title, heading
        self.lines: list[Line] = []
        if unknown := set(given) - set(self.inputs):
            raise FormulaError(f"{name}: no input is called {', '.join(sorted(unknown))}; "
                               f"there are {', '.join(self.inputs)}")
        own = {line: self._twin(line, given.get(n)) for n, line in self.template.items()}
        own.update({old: own[self.template[n]] for old, n in self.replaced.items()})
        for twin in self.lines:
            _settle(twin, own)
        for n, line in self.template.items():
            setattr(self, n, own[line])

    def _twin(self, line: Line, value: Any) -> Line:
        if isinstance(line, Input) and isinstance(value, Line):
            return value                                    # a line of another block: no row of its own
        twin: Line = object.__new__(type(line))
        vars(twin).update(vars(line), block=self.name)
        if isinstance(line, Input):
            twin = _filled(twin, value, self.name)          # type: ignore[arg-type]
        self.lines.append(twin)
        return twin

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"


def _refuse_name(block: type[Block], name: str, line: Line) -> None:
    if name in RESERVED:
        raise FormulaError(f"{block.__name__}: a line cannot be called {name}, which blocks themselves have: rename it")
    if line.name != name:
        raise FormulaError(f"{block.__name__}: “{line.label}” already has the name {line.name}: "
                           f"write a new Line for {name}")


RESERVED = {*vars(Block), "name", "title", "heading", "lines"}


def _filled(twin: Input, value: Any, name: str) -> Line:
    if isinstance(value, Term):                             # a calculation on other blocks is a row like any other
        line = Line(twin.label, twin.unit, value, yearly=twin.as_line, source=twin.source, said=twin.said)
        line.name, line.block = twin.name, name
        return line
    if value is None and twin.value is None:
        raise FormulaError(f"{name}: “{twin.label}” is missing: give {twin.name}=…")
    if value is not None:
        twin.value = value
    several = not np.isscalar(twin.value)
    if isinstance(twin, Table) and not several:
        raise FormulaError(f"{name}: {twin.name} takes a list of numbers, not {twin.value!r}")
    if several and not isinstance(twin, (Monthly, Table)):
        raise FormulaError(f"{name}: {twin.name} takes one number, not {twin.value!r}: "
                           "declare it Monthly to give one per month")
    if not all(map(is_number, np.asarray(twin.value, object).ravel())):
        raise FormulaError(f"{name}: {twin.name} takes numbers, not {twin.value!r}")
    twin.formula = None
    return twin


def _settle(twin: Line, own: dict[Line, Line]) -> None:
    if isinstance(twin, Balance):
        twin.opening = own[twin.opening]
        if isinstance(twin.start, Input):
            start = own[twin.start]
            if not isinstance(start, Input) or isinstance(start, (Monthly, Table)):
                raise FormulaError(f"{twin.key} must start from a single number, not from {start!r}")
            if start.money != twin.money:
                raise UnitError(f"{twin.key} starts from {start!r}: both must be amounts of money, or neither")
            twin.start = start
        twin.movements = [rebound(t, own) for t in twin.movements]
    if twin.formula is not None:
        twin.formula = rebound(twin.formula, own)
    twin.check()


def rebound(t: Term, own: dict[Line, Line]) -> Term:
    """A formula with the lines of a template replaced by those of one use of it."""
    match t:
        case Line():
            return own.get(t, t)
        case Before():
            return Before(own.get(t.line, t.line), t.months)
        case Pick():
            table = own.get(t.table, t.table)
            return Pick(table, own.get(t.index, t.index)) if isinstance(table, Table) else table
        case Apply():
            return Apply(t.operation, *(rebound(x, own) for x in t.terms))
    return t


__all__ = ["Block", "Number", "rebound"]
