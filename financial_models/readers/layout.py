"""Where each line stands in the workbook.  Every other module asks; none computes an address.

The sheets have the same columns: label, unit, then the numbers.  On monthly
sheets these are the months before the start, the months of the plan, the year
after it, and the empty months that looking ahead needs; on yearly sheets the
plan years and the calendar years.  A month stands in the same column
everywhere, a year too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..language import Block, Input, Line, Model, Monthly, Seasonal, Table, Yearly
from .reading_order import reading_order

LABEL, UNIT, FIRST = 1, 2, 3  # columns
MONTH_DATE, MONTH_NUMBER, PLAN_YEAR = 2, 3, 4  # rows above the lines of a monthly sheet
YEAR_NAME, FIRST_MONTH, LAST_MONTH = 2, 3, 4  # and of a yearly one
HEADER = 4
INPUTS, SEASONS, MONTHLY, LAW, BY_YEAR = "Inputs", "Seasons", "Inputs by month", "Legal figures", "By year"
SCENARIOS, IN_FORCE = "Scenarios", 8  # the sheet of the switch, and its row of what is in force
YEARLY = "{chapter} by year"  # of a chapter that calculates in years
TITLES = (INPUTS, SEASONS, MONTHLY, LAW, BY_YEAR, YEARLY, SCENARIOS)  # they are translated like chapters


@dataclass(frozen=True)
class Reference:
    """A cell as a formula names it: its sheet (unless at home), its row, its column or how many months back it is.

    ``down`` is the column of a line whose months run down instead: then the row is the one that is counted back.
    """

    sheet: str
    row: int
    back: int = 0
    column: str = ""
    down: str = ""

    def follows(self, other: Reference) -> bool:
        """Whether this is the cell right below the other."""
        return (self.sheet, self.row, self.back, self.column) == (other.sheet, other.row + 1, other.back, other.column)


@dataclass
class Sheet:
    """A sheet of lines: what its columns are ("one", "season", "month", "law", "year") and what stands in which row."""

    title: str
    name: str
    columns: str
    headings: dict[int, Block] = field(default_factory=dict)
    rows: dict[int, Line] = field(default_factory=dict)
    last: int = HEADER

    def add(self, block: Block, lines: Iterable[Line]) -> None:
        """Puts the lines of a block below what stands here; several with space and the block's title above."""
        lines = list(lines)
        apart = (
            len(lines) > 1 or self.rows.get(self.last - 1, lines[0]).block == self.rows.get(self.last, lines[0]).block
        )
        if apart and self.rows:
            self.last += 1
        if len(lines) > 1 and (block.title or block.heading):
            self.last += 1
            self.headings[self.last] = block
        for line in lines:
            self.last += 1
            self.rows[self.last] = line


class Names:
    """Names for sheets that a spreadsheet accepts: no more than 31 characters, none forbidden, none twice."""

    def __init__(self) -> None:
        self._taken = {"history"}

    def __call__(self, title: str) -> str:
        """A free name that is as close as can be to a title."""
        base = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).split()).strip("' ") or "-"
        name, times = _cut(base, ""), 1
        while name.casefold() in self._taken:
            times += 1
            name = _cut(base, f" {times}")
        self._taken.add(name.casefold())
        return name


def _cut(base: str, ending: str) -> str:
    room = 31 - len(ending)
    while len(base.encode("utf-16-le")) // 2 > room:
        base = base[:-1]
    return base.strip("' ") + ending


def quoted(name: str) -> str:
    """The name of a sheet as formulas write it before a cell, with its exclamation mark."""
    plain = re.fullmatch(r"[A-Za-z_]{4,}", name) and name.upper() not in ("TRUE", "FALSE")
    return f"{name}!" if plain else "'{}'!".format(name.replace("'", "''"))


def letters(column: int) -> str:
    """A column as a spreadsheet calls it: 1 is A, 27 is AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def spread(line: Input) -> str:
    """How the numbers of an input lie: "one", "season", "month", or by year ("law"), as what the law gives does too."""
    match line:
        case Monthly():
            return "month"
        case Seasonal():
            return "season"
        case Yearly():
            return "law"
    return "law" if legal(line.value) else "one"


def legal(value: Any) -> bool:
    """Whether a number comes from the law: it then knows its provenance."""
    return hasattr(value, "provenance")


class Layout:
    """The sheets of a model in their order, with the place of every line.

    ``switched`` are inputs that a scenario moves: each is typed where all inputs are, and formulas read what is in
    force instead, on the sheet of scenarios.
    """

    def __init__(self, model: Model, translate: Callable[[str], str] = str, switched: Sequence[Input] = ()):
        self.model, self.span, self.translate = model, model.span, translate
        self.past = model.memory
        self.unique = Names()
        self.sheets: dict[tuple[str, str], Sheet] = {}
        self.letters = [""] + [
            letters(c) for c in range(1, FIRST + self.past + self.span.length + model.foresight + 60)
        ]
        self.in_force: dict[Line, tuple[Sheet, str]] = {}
        self._place_switch(switched)
        self._place_inputs()
        self._place_chapters()
        self.place = {
            line: (sheet, row)
            for sheet in self.sheets.values()
            for row, line in sheet.rows.items()
            if sheet.title != BY_YEAR
        }
        self.yearly_place = {
            line: (sheet, row)
            for sheet in self.sheets.values()
            if sheet.columns == "year"
            for row, line in sheet.rows.items()
        }

    def _sheet(self, title: str, columns: str, named: str = "") -> Sheet:
        if (title, columns) not in self.sheets:
            self.sheets[title, columns] = Sheet(title, self.unique(named or self.translate(title)), columns)
        return self.sheets[title, columns]

    def _place_switch(self, switched: Sequence[Input]) -> None:
        for column, line in enumerate(switched, UNIT):
            self.in_force[line] = self._sheet(SCENARIOS, "switch"), self.letters[column]

    def _place_inputs(self) -> None:
        for title, columns in ((INPUTS, "one"), (SEASONS, "season"), (MONTHLY, "month"), (LAW, "law")):
            for block in self.model.blocks:
                lines = [line for line in block.lines if isinstance(line, Input) and spread(line) == columns]
                if lines:
                    self._sheet(title, columns).add(block, lines)

    def _place_chapters(self) -> None:
        monthly = [block for block in self.model.blocks if block.axis == "month"]
        for block in monthly:
            lines = reading_order(block.lines, self.model.reads)
            if lines:
                self._sheet(block.chapter or "Model", "month").add(block, lines)
        for block in monthly:
            lines = [line for line in reading_order(block.lines, self.model.reads) if has_year(line)]
            if lines:
                self._sheet(BY_YEAR, "year").add(block, lines)
        for block in self.model.blocks:
            lines = reading_order(block.lines, self.model.reads)
            if block.axis == "year" and lines:
                chapter = self.translate(block.chapter or "Model")
                self._sheet(f"{block.chapter} by year", "year", self.translate(YEARLY).format(chapter=chapter)).add(
                    block, lines
                )

    def column(self, month: int) -> int:
        """The column of a month, on every monthly sheet; month 0 is the one before the plan."""
        return FIRST + self.past - 1 + month

    @property
    def last_column(self) -> int:
        """The last column of the monthly sheets."""
        return self.column(self.span.length + self.model.foresight)

    def year_column(self, place: int) -> int:
        """The column of a year (0 is the first of ``span.years()``), on every yearly sheet."""
        return FIRST + place

    def law_column(self, place: int) -> int:
        """The column of a calendar year (0 is the first) among the legal figures; what always holds stands before."""
        return FIRST + 1 + place

    def numbers(self, line: Input) -> list[str]:
        """The cells in which the numbers of an input stand, on its sheet."""
        row = self.place[line][1]
        if isinstance(line, Monthly):
            columns = [self.column(m) for m in range(1, self.span.length + 1)]
        elif isinstance(line, Table):
            first = self.law_column(0) if isinstance(line, Yearly) else FIRST
            columns = [first + i for i in range(line.size(self.span.calendar_years))]
        else:
            columns = [FIRST]
        return [f"{self.letters[c]}{row}" for c in columns]

    def typed(self, line: Input, home: Sheet) -> str:
        """The cell in which an input of one number is typed, whatever scenario is in force."""
        sheet, row = self.place[line]
        return f"{'' if sheet is home else quoted(sheet.name)}${self.letters[FIRST]}${row}"

    def reference(self, line: Line, home: Sheet, back: int = 0) -> Reference:
        """How a formula on a sheet names a line, some months back (ahead: negative)."""
        if line in self.in_force:
            sheet, column = self.in_force[line]
            return Reference("" if sheet is home else quoted(sheet.name), IN_FORCE, back, column)
        in_years = home.columns == "year" and line in self.yearly_place
        sheet, row = self.yearly_place[line] if in_years else self.place[line]
        prefix = "" if sheet is home else quoted(sheet.name)
        constant = isinstance(line, Input) and not isinstance(line, Monthly)
        return Reference(prefix, row, back, self.letters[FIRST] if constant else "")

    def range_of(self, table: Line, home: Sheet) -> str:
        """All numbers of a list, or of a line over the months of the plan, as one fixed range."""
        sheet, row = self.place[table]
        if isinstance(table, Table):
            cells = self.numbers(table)
            first, last = cells[0].rstrip("0123456789"), cells[-1].rstrip("0123456789")
        elif sheet.columns == "year":
            first, last = self.letters[self.year_column(0)], self.letters[self.year_column(len(self.span.years()) - 1)]
        else:
            first, last = self.letters[self.column(1)], self.letters[self.column(self.span.horizon)]
        return f"{'' if sheet is home else quoted(sheet.name)}${first}${row}:${last}${row}"


def has_year(line: Line) -> bool:
    """Whether a monthly line has a value for a year."""
    return not isinstance(line, Input) and line.yearly != "none"
