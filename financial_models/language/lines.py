"""Lines: a term with a name, a label and a unit, which is one row of the spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from .casting import being_cast
from .terms import Apply, Before, FormulaError, Number, Pick, Term, Termlike, is_number, term
from .units import Unit, UnitError

LONGEST_MEMORY = 12
YEARLY = ("sum", "last", "first", "none")
Typed = float | int | Sequence[float]


class Line(Term):
    """One row: a label, a unit, and a formula that holds in every month.

    ``yearly`` says what the row is over a year: "sum" (a flow), "last" (a balance), "first" (an
    opening), "none" (a rate or a flag); amounts are summed unless it says otherwise.  ``said`` is a
    sentence for explanations where a formula in words would be stiff: of a flag the pair (when 1,
    when 0), of another line one sentence with ``{}`` for its value.  ``source`` is the rule it follows.
    """

    kind = "line"

    def __init__(self, label: str, unit: Unit, formula: Termlike | None = None, *, yearly: str = "", source: str = "",
                 said: str | tuple[str, str] = ""):
        self.label, self.unit, self.source, self.said = label, unit, source, said
        self.yearly = yearly or unit.yearly
        if self.yearly not in YEARLY:
            raise FormulaError(f"“{label}” is {yearly!r} over a year: write one of {', '.join(YEARLY)}")
        self.formula: Term | None = None if formula is None else term(formula)
        self.money = 1 if unit.key == "money" else 0
        self.name = self.block = ""
        self.check()

    def check(self) -> None:
        """Refuse a formula that is not in the line's unit."""
        found = self.formula.money if self.formula is not None else None
        if found is not None and found != self.money:
            want, have = ("an amount of money", "a number") if self.money else ("a number", "an amount of money")
            raise UnitError(f"“{self.label}” must be {want}, but its formula gives {have}: {self.formula!r}")

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.name or name           # a second name is refused by the block

    def before(self, months: int = 1) -> Before:
        """This line some months earlier (at most 12); before the plan a balance has its start, all else is 0."""
        return Before(self, _distance(months))

    def after(self, months: int = 1) -> Before:
        """This line some months later (at most 12); only for lines that do not depend on the one that looks."""
        return Before(self, -_distance(months))

    def rows(self) -> list[Line]:
        """The rows this line is made of."""
        return [self]

    @property
    def key(self) -> str:
        """Where the line stands: block and name, such as ``loan.bank.instalment``."""
        return f"{self.block}.{self.name}"

    def __repr__(self) -> str:
        return f"<{self.key}>" if self.block else f"“{self.label}”"


def _distance(months: int) -> int:
    if not isinstance(months, int) or not 1 <= months <= LONGEST_MEMORY:
        raise FormulaError(f"before() and after() look 1 to {LONGEST_MEMORY} months away, not {months!r}: "
                           "for what is paid years later, let a balance age each January")
    return months


class Input(Line):
    """A number from outside, the same in all months: typed by the user, given by law, or a line of another block.

    ``low`` and ``high`` bound what may be typed into the workbook; ``structure`` locks it there, since
    another value would want other rows.  ``yearly`` is what it is over a year where it is given as a
    calculation on other blocks, and so becomes a line.
    """

    kind = "input"

    def __init__(self, label: str, unit: Unit, default: float | None = None, *, low: float | None = None,
                 high: float | None = None, structure: bool = False, yearly: str = "", source: str = "",
                 said: str | tuple[str, str] = ""):
        formula = None if default is None else Number(default)
        super().__init__(label, unit, formula, yearly="none", source=source, said=said)
        self.low, self.high, self.structure, self.as_line = low, high, structure, yearly or unit.yearly
        self.value: Typed | None = default

    def check(self) -> None:
        """Inputs take numbers in their own unit; nothing to refuse."""


class Monthly(Input):
    """An input with one number for each month of the plan (and of the year after it)."""

    kind = "monthly"


class Table(Input):
    """A list of numbers, of which each month takes one by its place (1 is the first)."""

    kind = "table"

    def at(self, index: Line) -> Pick:
        """The number at the place that ``index`` gives in each month."""
        if not isinstance(index, Line):
            raise FormulaError(f"“{self.label}”.at() wants a line that counts from 1, not {index!r}: "
                               "give that calculation a line of its own")
        return Pick(self, index)

    def before(self, months: int = 1) -> Before:
        """A list has no months: refused."""
        raise FormulaError(f"“{self.label}” is a list, which has no months: "
                           "make a line with .at(index), and look back at that")

    after = before

    def size(self, calendar_years: int) -> int:
        """How many numbers the list has."""
        raise NotImplementedError


class Seasonal(Table):
    """Twelve numbers, January first: ``season.at(of_year)``."""

    kind = "seasonal"

    def size(self, calendar_years: int) -> int:
        """Twelve."""
        return 12


class Yearly(Table):
    """One number for each calendar year of the plan, as the law dates its amounts: ``rate.at(year)``."""

    kind = "yearly"

    def size(self, calendar_years: int) -> int:
        """As many as calendar years."""
        return calendar_years


class Balance(Line):
    """An amount carried from month to month: closing = opening + what moves it (a *corkscrew*).

    ``start`` is what stands there before the first month: a literal or an input.
    """

    kind = "balance"

    def __init__(self, label: str, unit: Unit, start: float | Input = 0.0, *, source: str = "",
                 said: str | tuple[str, str] = ""):
        super().__init__(label, unit, yearly="last", source=source, said=said)
        if not isinstance(start, Input) and not is_number(start):
            raise FormulaError(f"“{label}” starts from {start!r}: give a number or an input")
        self.start = start
        self.opening = Line(label, unit, Before(self, 1), yearly="first")
        self.opening.kind = "opening"
        self.movements: list[Term] = []

    def __set_name__(self, owner: type, name: str) -> None:
        super().__set_name__(owner, name)
        self.opening.name = name + "_opening"

    def moves(self, *terms: Termlike) -> None:
        """Closing = opening + these; ``-x`` takes off.  The one thing that may be said after the line was used."""
        movements = [term(t) for t in terms]
        if casting := being_cast():
            casting.compare(self.movements, movements)
            return
        if self.formula is not None:
            raise FormulaError(f"{self!r} is moved already: say all that moves it in one call of moves()")
        formula: Term = self.opening
        for movement in movements:
            negative = isinstance(movement, Apply) and movement.operation.name == "neg"
            formula = formula - movement.terms[0] if negative else formula + movement   # type: ignore[attr-defined]
        self.formula, self.movements = formula, movements
        self.check()

    def rows(self) -> list[Line]:
        """The opening and the closing."""
        return [self.opening, self]
