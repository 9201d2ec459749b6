"""Terms: what has a value in every month, and how terms are combined.

Python's operators build a tree of *operations* on *lines*; nothing is
calculated here.  The readers (values, formulas, words) walk the tree.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NoReturn, Union

import numpy as np

from .operations import OPERATIONS, Operation
from .units import UnitError, money_power

if TYPE_CHECKING:
    from .lines import Line, Table

Termlike = Union["Term", float, int]


class FormulaError(TypeError):
    """A formula that cannot be a row of a spreadsheet; the message says what to write instead."""


class Term:
    """Something with a value in every month; the operators combine it into formulas."""

    money: int | None = 0
    __hash__ = object.__hash__

    def __add__(self, other: Termlike) -> Term:
        return apply("add", self, other)

    def __radd__(self, other: Termlike) -> Term:
        return self if _is_zero(other) else apply("add", other, self)

    def __sub__(self, other: Termlike) -> Term:
        return apply("sub", self, other)

    def __rsub__(self, other: Termlike) -> Term:
        return apply("sub", other, self)

    def __mul__(self, other: Termlike) -> Term:
        return apply("mul", self, other)

    def __rmul__(self, other: Termlike) -> Term:
        return apply("mul", other, self)

    def __truediv__(self, other: Termlike) -> Term:
        """By a line: 0 where the line is 0.  By a literal: plain."""
        if _is_zero(other):
            raise FormulaError(f"{self!r} is divided by 0, which has no answer in any month")
        return apply("ratio" if isinstance(other, Term) else "div", self, other)

    def __rtruediv__(self, other: Termlike) -> Term:
        return apply("ratio", other, self)

    def __pow__(self, other: Termlike) -> Term:
        return apply("power", self, other)

    def __rpow__(self, other: Termlike) -> Term:
        return apply("power", other, self)

    def __neg__(self) -> Term:
        return apply("neg", self)

    def __pos__(self) -> Term:
        return self

    def __mod__(self, other: Termlike) -> Term:
        """The remainder; of whole numbers only, since spreadsheets snap nearly equal numbers and numpy does not."""
        return apply("mod", self, other)

    def __ge__(self, other: Termlike) -> Term:
        return apply("at_least", self, other)

    def __le__(self, other: Termlike) -> Term:
        return apply("at_most", self, other)

    def __round__(self, digits: Termlike = 0) -> Term:
        return apply("round", self, digits)

    def equals(self, other: Termlike) -> Term:
        """1 where both are the same whole number, else 0."""
        return apply("equals", self, other)

    def between(self, low: Termlike, high: Termlike) -> Term:
        """1 from low to high, both included, else 0."""
        return (self >= low) * (self <= high)

    def reaches(self, other: Termlike) -> Term:
        """1 where an amount is at least the other, to the cent, else 0."""
        return apply("reaches", self, other)

    def passes(self, other: Termlike) -> Term:
        """1 where an amount is more than the other, to the cent, else 0."""
        return apply("passes", self, other)

    def _no_truth(self, *_: object) -> NoReturn:
        raise FormulaError(
            f"{self!r} has one value per month, so Python cannot test it with if, and, or, not, min(), max() or a "
            "chained comparison: use larger(a, b), smaller(a, b), a.between(low, high), or multiply by a flag")

    __bool__ = _no_truth

    def __gt__(self, other: Termlike) -> NoReturn:
        raise FormulaError("write a.passes(b) for amounts, a >= b + 1 for whole numbers: "
                           "a > b differs between readers in the last digit")

    def __lt__(self, other: Termlike) -> NoReturn:
        raise FormulaError("write b.passes(a) for amounts, a <= b - 1 for whole numbers: "
                           "a < b differs between readers in the last digit")


def _is_zero(other: object) -> bool:
    return not isinstance(other, Term) and other == 0


class Number(Term):
    """A literal inside a formula: a number without a unit, or an amount said with ``euros``."""

    def __init__(self, value: float, money: int | None = 0):
        self.value = float(value)
        self.money = None if value == 0 else money      # 0 is 0 euros as well as 0 %

    def __repr__(self) -> str:
        return f"{self.value:g}"


DEEPEST = 60
LONGEST_SUM = 250               # a spreadsheet adds at most 255 cells at a time


class Apply(Term):
    """An operation on terms."""

    def __init__(self, operation: Operation, *terms: Term):
        self.operation, self.terms = operation, terms
        self.depth = 1 + max(getattr(t, "depth", 0) for t in terms)
        if self.depth > DEEPEST:
            raise FormulaError(f"a formula is nested {self.depth} deep: write long sums as total(a, b, …), "
                               "and give its parts lines of their own")
        try:
            self.money = money_power(operation.money, operation.name, [t.money for t in terms])
        except UnitError as error:
            raise UnitError(f"{error}; this is in {self!r:.200}") from None

    def __repr__(self) -> str:
        return f"<{self.operation.name} of {', '.join(map(repr, self.terms))}>"


class Before(Term):
    """A line, some months earlier (``months`` > 0) or later (< 0)."""

    def __init__(self, line: Line, months: int):
        self.line, self.months = line, months

    @property
    def money(self) -> int | None:                      # type: ignore[override]
        return self.line.money

    def __repr__(self) -> str:
        return f"{self.line!r}, {abs(self.months)} months {'before' if self.months > 0 else 'after'}"


class Pick(Term):
    """The number of a list that belongs to this month: by month of the year, or by calendar year."""

    def __init__(self, table: Table, index: Line):
        self.table, self.index = table, index
        self.money = table.money

    def __repr__(self) -> str:
        return f"{self.table!r} by {self.index!r}"


def term(value: Termlike) -> Term:
    """A literal as a term; a term as it is."""
    if isinstance(value, Term):
        return value
    if not is_number(value):
        raise FormulaError(f"a formula is made of lines and numbers, not of {value!r}")
    return Number(value)


def is_number(value: object) -> bool:
    """Whether this is a finite number (and no text that looks like one)."""
    return isinstance(value, (int, float, np.number)) and math.isfinite(value)


def apply(name: str, *values: Termlike) -> Term:
    """An operation of the vocabulary, applied."""
    return Apply(OPERATIONS[name], *map(term, values))


def smaller(a: Termlike, b: Termlike) -> Term:
    """The smaller of two in every month."""
    return apply("min", a, b)


def larger(a: Termlike, b: Termlike) -> Term:
    """The larger of two in every month."""
    return apply("max", a, b)


def total(*terms: Termlike) -> Term:
    """The sum of any number of terms, as one SUM (of sums, where they are very many); of none at all: zero."""
    if len(terms) > LONGEST_SUM:
        return total(*(total(*terms[n:n + LONGEST_SUM]) for n in range(0, len(terms), LONGEST_SUM)))
    if len(terms) > 1:
        return apply("total", *terms)
    return term(terms[0]) if terms else Number(0)


def euros(value: float) -> Number:
    """A literal amount of money, such as the euro that a tax is rounded to."""
    return Number(value, 1)
