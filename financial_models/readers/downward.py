"""A small model on one sheet, its months running down: its inputs in one column, each line in a column of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..language import Input, Line, Model, Monthly, Table
from .layout import Reference, Sheet, letters


class Downward:
    """Where the lines of a model stand that is read from top to bottom, like the table of a loan.

    ``inputs`` gives each input of one number its cell (column and row), ``columns`` the lines by month from the first
    column on, and ``first`` is the row of the first month; the rows above it hold what stands before.
    """

    def __init__(self, model: Model, home: Sheet, inputs: Mapping[Input, tuple[int, int]], columns: Sequence[Line],
                 first: int):
        self.model, self.home, self.first, self.past = model, home, first, model.memory
        self.inputs: dict[Line, tuple[str, int]] = {}
        self.inputs.update((line, (letters(column), row)) for line, (column, row) in inputs.items())
        self.columns = {line: letters(column) for column, line in enumerate(columns, 1)}
        self.place = dict.fromkeys((*self.inputs, *self.columns), (home, first))

    def row(self, month: int) -> int:
        """The row of a month; month 0 is the one before the first."""
        return self.first + month - 1

    def reference(self, line: Line, home: Sheet, back: int = 0) -> Reference:
        """How a formula names a line, some months back."""
        if line in self.inputs:
            column, row = self.inputs[line]
            return Reference("", row, back, column)
        return Reference("", 0, back, down=self.columns[line])

    def range_of(self, line: Line, home: Sheet | None = None) -> str:
        """A line over all its months, as one fixed range."""
        last = self.row(self.model.span.horizon)
        return f"${self.columns[line]}${self.first}:${self.columns[line]}${last}"


def needed(model: Model, wanted: Sequence[Line]) -> list[Line]:
    """These lines, then all by month that they are calculated from, in the order of the model."""
    found, waiting = set(wanted), list(wanted)
    while waiting:
        for line, _months in model.reads[waiting.pop()]:
            if line not in found:
                found.add(line)
                waiting.append(line)
    rest = [line for line in model.lines if line in found and line not in wanted and monthly(line)]
    return [*wanted, *rest]


def single_inputs(model: Model, lines: Sequence[Line]) -> list[Input]:
    """The inputs of one number that lines are calculated from, in the order of the model."""
    read = {line for each in lines for line, _months in model.reads[each]}
    read |= {line.start for line in lines if isinstance(getattr(line, "start", None), Input)}   # type: ignore[attr-defined]
    return [line for line in model.lines if line in read and isinstance(line, Input) and not monthly(line)]


def monthly(line: Line) -> bool:
    """Whether a line has a number for each month."""
    return not isinstance(line, (Input, Table)) or isinstance(line, Monthly)
