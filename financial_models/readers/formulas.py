"""The second reader: every line as a spreadsheet formula, one to a row, the same in every column.

    >>> formulas = Formulas(model)
    >>> formulas.of(model["loan.bank.interest"], month=1)
    "=ROUND(O18 * Inputs!$C$9 / 12, 2)"

What a line is over a year has one formula too: the header of each year's column
says with which month it begins and ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..language import Balance, Before, FormulaError, Input, Line, Model, Pick, Table, Term
from .downward import Downward
from .layout import BY_YEAR, FIRST_MONTH, LAST_MONTH, Layout, Reference, Sheet
from .rendering import rendered

LONGEST = 8192  # characters that a spreadsheet takes in a cell


@dataclass(frozen=True)
class RowFormula:
    """The one formula of a row: a text in which the columns are left open, and how far back each of them lies."""

    pattern: str
    back: tuple[int, ...]

    def at(self, column: int, letters: Sequence[str]) -> str:
        """The formula as it stands in one column."""
        return self.pattern.format(*[letters[column - n] for n in self.back])


class Formulas:
    """The formulas of a model in a layout."""

    def __init__(self, model: Model, layout: Layout | Downward | None = None):
        self.model = model
        self.layout: Any = layout or Layout(model)

    @cached_property
    def rows(self) -> dict[Line, RowFormula]:
        """The formula of every line that has one, where it is calculated: by month, or by year for a yearly line."""
        shown = self.layout.place
        return {line: self._of_line(line) for line in self.model.lines if not isinstance(line, Input) and line in shown}

    @cached_property
    def years(self) -> dict[Line, RowFormula]:
        """The formula of every monthly line that has a value for a year, on the sheet of years."""
        sheet = self.layout.sheets.get((BY_YEAR, "year"))
        return {line: self._by_year(line, sheet) for line in sheet.rows.values()} if sheet else {}

    def of(self, line: Line, month: int) -> str:
        """The formula of a line in a month, as the cell has it."""
        return self.rows[line].at(self.layout.column(month), self.layout.letters)

    def start(self, balance: Balance, home: Sheet) -> RowFormula | None:
        """What stands before the first month of a balance that starts from an input."""
        return self.link(balance.start, home) if isinstance(balance.start, Input) else None

    def link(self, line: Line, home: Sheet) -> RowFormula:
        """The formula that shows a line on another sheet."""
        return self._row(lambda w: w.leaf(line), line, home)

    def _of_line(self, line: Line) -> RowFormula:
        formula = line.formula
        assert formula is not None, line
        return self._row(lambda w: rendered(formula, w.leaf, w.summed), line, self.layout.place[line][0])

    def _by_year(self, line: Line, home: Sheet) -> RowFormula:
        months = self.layout.range_of(line, home).replace("{", "{{").replace("}", "}}")
        first, last = f"INDEX({months}, {{0}}${FIRST_MONTH})", f"INDEX({months}, {{0}}${LAST_MONTH})"
        patterns = {"sum": f"SUM({first}:{last})", "last": last, "first": first}
        return RowFormula("=" + patterns[line.yearly], (0,))

    def _row(self, said: Callable[[Writer], str], line: Line, home: Sheet) -> RowFormula:
        writer = Writer(self.layout, home)
        pattern = "=" + said(writer)
        if len(pattern) > LONGEST:
            raise FormulaError(
                f"the formula of {line.key} has {len(pattern)} characters, more than a spreadsheet takes: "
                "sum its terms in groups that have lines of their own"
            )
        return RowFormula(pattern, tuple(writer.back))


class Writer:
    """Writes the formula of one row, on its sheet, and keeps which columns it looks at."""

    def __init__(self, layout: Layout | Downward, home: Sheet):
        self.layout, self.home = layout, home
        self.back: dict[int, int] = {}

    def leaf(self, t: Term) -> str:
        """A line, a line of another month, or a number of a list."""
        if isinstance(t, Pick):
            return f"INDEX({_open(self.layout.range_of(t.table, self.home))}, {self.leaf(t.index)})"
        return self._text(self._reference(t))

    def summed(self, terms: Sequence[Term]) -> list[str]:
        """The terms of a sum; cells right below each other as one range."""
        runs: list[list[Reference]] = []
        texts: list[str] = []
        for t in terms:
            if not isinstance(t, (Line, Before)):
                texts.append(rendered(t, self.leaf, self.summed))
                runs.append([])
                continue
            reference = self._reference(t)
            if runs and runs[-1] and reference.follows(runs[-1][-1]):
                runs[-1].append(reference)
            else:
                runs.append([reference])
                texts.append("")
        return [self._range(run) if run else text for run, text in zip(runs, texts, strict=True)]

    def _reference(self, t: Term) -> Reference:
        line, months = (t.line, t.months) if isinstance(t, Before) else (t, 0)
        assert isinstance(line, Line) and not isinstance(line, Table), line
        return self.layout.reference(line, self.home, months)

    def _range(self, run: list[Reference]) -> str:
        first = self._text(run[0])
        return first if len(run) == 1 else f"{first}:{self._cell(run[-1])}"

    def _text(self, reference: Reference) -> str:
        return _open(reference.sheet) + self._cell(reference)

    def _cell(self, reference: Reference) -> str:
        if reference.column:
            return f"${reference.column}${reference.row}"
        if reference.down:
            return f"{reference.down}{{{self.back.setdefault(reference.back, len(self.back))}}}"
        return f"{{{self.back.setdefault(reference.back, len(self.back))}}}{reference.row}"


def _open(text: str) -> str:
    """A text that is not a place to fill in, whatever brackets the name of a sheet has."""
    return text.replace("{", "{{").replace("}", "}}")
