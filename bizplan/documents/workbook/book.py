"""A workbook in the making: its pages, and what every page needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import IO

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from financial_models.language import Line, Model
from financial_models.readers.formulas import Formulas
from financial_models.readers.labels import Translate, label, titles_of
from financial_models.readers.layout import HEADER, Layout, letters, quoted
from financial_models.readers.numerals import NOTATIONS
from financial_models.readers.values import Values

from .cells import Grid, plain
from .contents import Cover, WhatIf
from .looks import BAD, CAUTION, GOOD, RULE, WARM, Looks
from .package import save

LONGEST_NOTE, NOTE_CHARACTERS, NOTE_WIDTH = 1_000, 40, 280  # of a note: in all, on a line, and its width in pixels
LINE, TALLEST, CHARACTERS = 13.0, 400.0, 1.05  # points of a line and of a row; how many fit in a unit of width


@dataclass
class Page:
    """One sheet: openpyxl's side of it (widths, names, printing) and its cells."""

    sheet: Worksheet
    looks: Looks
    grid: Grid = field(default_factory=Grid)
    longest: int = 0  # characters of the longest name of a row

    @property
    def name(self) -> str:
        """What the tab says."""
        return self.sheet.title

    def text(self, row: int, column: int, text: str, role: str = "text", indent: int = 0) -> None:
        """Writes a text."""
        if column == 1 and row > HEADER:
            self.longest = max(self.longest, len(text))
        self.grid.text(row, column, text, self.looks.style(role, indent=indent))

    def texts(self, row: int, column: int, texts: Sequence[str], role: str = "text", indent: int = 0) -> None:
        """Writes texts beside each other."""
        for i, text in enumerate(texts):
            self.text(row, column + i, text, role, indent)

    def wrapped(self, row: int, column: int, text: str, width: float, role: str = "wrapped_soft") -> None:
        """Writes a text over as many lines as it takes; spreadsheets do not fit the row to it by themselves."""
        self.text(row, column, text, role)
        lines = sum(1 + int(len(part) / (CHARACTERS * width)) for part in text.split("\n"))
        if lines > 1:
            self.grid.heights[row] = max(self.grid.heights.get(row, 0), min(LINE * lines, TALLEST))

    def link(self, row: int, column: int, text: str, to: Page) -> None:
        """Writes a text that leads to another page."""
        self.text(row, column, text, "link")
        cell = self.sheet.cell(row, column)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quoted(to.name)}A1", display=plain(text))

    def note(self, row: int, column: int, text: str, author: str) -> None:
        """Puts a note on a cell: it opens where one points at it."""
        said = plain(text)[:LONGEST_NOTE]
        lines = sum(1 + len(part) // NOTE_CHARACTERS for part in said.split("\n"))
        self.sheet.cell(row, column).comment = Comment(said, author, height=min(24 + 16 * lines, 400), width=NOTE_WIDTH)

    def widths(self, *widths: float) -> None:
        """Sets the widths of the first columns, in characters."""
        for column, width in enumerate(widths, 1):
            self.width(column, width)

    def width(self, column: int, width: float) -> None:
        """Sets the width of a column, in characters."""
        self.sheet.column_dimensions[letters(column)].width = width

    def paint(self, cells: str, bad: str) -> None:
        """Shows cells in red where a condition holds, in green elsewhere."""
        for colour, formula in ((BAD, bad), (GOOD, f"NOT({bad})")):
            style = DifferentialStyle(
                font=Font(color=colour, bold=True), fill=PatternFill(bgColor="FBE3E1" if colour == BAD else "E3F1E5")
            )
            self.sheet.conditional_formatting.add(cells, Rule(type="expression", dxf=style, formula=[formula]))

    def warn(self, cells: str, where: str) -> None:
        """Shows cells in amber where a condition holds."""
        style = DifferentialStyle(font=Font(color=CAUTION, bold=True), fill=PatternFill(bgColor=WARM))
        self.sheet.conditional_formatting.add(cells, Rule(type="expression", dxf=style, formula=[where]))

    def fade(self, cells: str, where: str) -> None:
        """Writes cells in a pale ink where a condition holds: they are there and say nothing."""
        style = DifferentialStyle(font=Font(color=RULE))
        self.sheet.conditional_formatting.add(cells, Rule(type="expression", dxf=style, formula=[where]))


class Book:
    """A workbook in the making; pages are kept in the order in which they are made."""

    def __init__(
        self,
        model: Model,
        values: Values,
        language: str,
        translate: Translate,
        cover: Cover,
        what_if: WhatIf | None = None,
    ):
        self.model, self.values, self.language, self.cover, self.what_if = model, values, language, cover, what_if
        # gettext answers an empty text with the head of its catalogue
        self.translate: Translate = lambda text: translate(text) if text else ""
        self.layout = Layout(model, self.translate, what_if.levers if what_if else ())
        self.formulas = Formulas(model, self.layout)
        self.titles = titles_of(model, self.translate)
        self.workbook = Workbook()
        self.looks = Looks(self.workbook, language, self.right_to_left)
        self.pages: list[Page] = []
        self.status, self.failing = "", 0  # the cell that counts the checks that fail, and what it says

    def page(self, name: str, colour: str = "") -> Page:
        """A new page; its name must have come from the layout, which gives none twice."""
        sheet = self.workbook.create_sheet(name)
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.rightToLeft = self.right_to_left or None
        sheet.sheet_properties.outlinePr = Outline(summaryBelow=True, summaryRight=False)
        if colour:
            sheet.sheet_properties.tabColor = colour
        protection = sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = protection.formatCells = False
        page = Page(sheet, self.looks)
        self.pages.append(page)
        return page

    @property
    def right_to_left(self) -> bool:
        """Whether the language runs from right to left: column A then stands at the right."""
        return NOTATIONS[self.language].right_to_left

    def label(self, line: Line) -> str:
        """The full name of a line."""
        return label(line, self.translate, self.titles)

    def months(self, line: Line) -> list[float]:
        """The numbers of a line, month by month, with the year after the plan."""
        column: list[float] = self.values[line][:, 0].tolist()
        return column if len(column) == self.model.span.length else column * self.model.span.length

    def years(self, line: Line) -> list[float]:
        """The numbers of a line by year."""
        numbers: list[float] = self.values.by_year(line)[:, 0].tolist()
        return numbers

    def save(self, target: str | Path | IO[bytes]) -> None:
        """Writes the file."""
        self.workbook.remove(self.workbook.worksheets[0])
        self.workbook.active = 0
        self._describe()
        save(self.workbook, [page.grid for page in self.pages], self._made, target)

    @property
    def _made(self) -> datetime:
        as_of: date = self.cover.as_of
        return datetime.combine(as_of, time())

    def _describe(self) -> None:
        about = self.workbook.properties
        about.title, about.creator = plain(self.cover.title), plain(self.cover.author) or "bizplan"
        about.subject, about.language = plain(self.cover.subtitle), self.language
        about.created = about.modified = self._made
        self.workbook.calculation.fullCalcOnLoad = True
