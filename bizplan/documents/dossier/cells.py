"""The cells of a table, measured: words in lines, a figure that ends at the right, a small drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from bizplan.documents.structure import Place, Role, tagged
from bizplan.documents.text import Paragraph, TextStyle, Words, upright
from bizplan.documents.text.painting import Said, paint
from bizplan.documents.text.paragraph import CAP_HEIGHT
from bizplan.documents.text.setting import Setting

LONG = 160  # a row higher than this may go on over a page end


class TextCell:
    """Words in as many lines as they need."""

    def __init__(
        self, words: Words, style: TextStyle, left: float, width: float, setting: Setting | None = None
    ) -> None:
        self.left, self.width = left, width
        self.paragraph = Paragraph(words, style)
        if setting is not None:
            self.paragraph.setting = setting
        self.height = self.paragraph.wrap(width, 0)[1]

    def draw(self, canvas: Canvas, top: float, row: float) -> None:
        """Draws the lines below the top of the row."""
        self.paragraph.drawOn(canvas, self.left, top - self.height)

    def split(self, height: float) -> tuple[TextCell | None, TextCell | None]:
        """The lines that fit, and the others."""
        parts = self.paragraph.split(self.width, height)
        if len(parts) < 2:
            return (self, None) if parts else (None, self)
        return self.of(parts[0]), self.of(parts[1])

    def of(self, paragraph: Paragraph) -> TextCell:
        """The same cell with a part of its lines."""
        other = object.__new__(TextCell)
        other.left, other.width, other.paragraph = self.left, self.width, paragraph
        other.height = paragraph.wrap(self.width, 0)[1]
        return other


@dataclass(frozen=True)
class FigureCell:
    """A figure on one line, ending where its column ends."""

    setting: Setting
    left: float
    right: float
    size: float
    colour: Color
    height: float = 0

    def draw(self, canvas: Canvas, top: float, row: float) -> None:
        """Draws the figure on the first line of the row."""
        line = self.setting.lines(float("inf"))[0]
        baseline = top - (row + CAP_HEIGHT * self.size) / 2
        start, text = self.right - line.width * self.size, self.setting.text
        said = Said(text, self.setting.from_the_right(0, len(text)))
        with upright(canvas, (self.left + self.right) / 2):
            paint(canvas, text, [(line, start, baseline, 0)], self.size, self.colour, said)


class FlowableCell:
    """A mark, a bar: something small that is drawn."""

    def __init__(self, flowable: Flowable, left: float, width: float) -> None:
        self.flowable, self.left = flowable, left
        self.height = flowable.wrap(width, 0)[1]

    def draw(self, canvas: Canvas, top: float, row: float) -> None:
        """Draws it in the middle of the first line."""
        self.flowable.drawOn(canvas, self.left, top - (row + self.height) / 2)


Measured = TextCell | FigureCell | FlowableCell


@dataclass(frozen=True)
class CellRole:
    """What a cell is: a head of its column or its row, or what stands under it."""

    role: Role
    scope: Literal["", "Row", "Column"] = ""
    columns: int = 1


@dataclass(frozen=True)
class RowRoles:
    """What a row and its cells are, and where they stand in the structure, also where a page end cuts them."""

    row: Role
    cells: Sequence[CellRole | None]

    @cached_property
    def places(self) -> list[Place]:
        """A place for each cell, and at the end that of the row."""
        return [Place() for _ in range(len(self.cells) + 1)]


@dataclass(frozen=True)
class Laid:
    """A row whose cells are measured."""

    cells: tuple[Measured | None, ...]
    kind: str
    is_head: bool
    least: float
    above: float
    below: float
    roles: RowRoles

    @cached_property
    def height(self) -> float:
        """As high as its highest cell, and never lower than a row is."""
        return max(max((cell.height for cell in self.cells if cell), default=0) + self.padding, self.least)

    @property
    def padding(self) -> float:
        """The room over and under the words; rows of several lines want a little more."""
        lines = [cell for cell in self.cells if isinstance(cell, TextCell) and len(cell.paragraph.broken) > 1]
        return self.above + self.below + (2 if lines else 0)

    @property
    def is_long(self) -> bool:
        """Whether the row may go on over a page end."""
        return self.height > LONG

    @property
    def stays_with_next(self) -> bool:
        """Whether a page may not end after the row: it names what stands below, unless it takes half a page itself."""
        return self.kind == "part" and not self.is_long

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draws the cells below the top of the row; figures and marks stand on its first line."""
        with tagged(canvas, self.roles.row, self.roles.places[-1]):
            for cell, role, place in zip(self.cells, self.roles.cells, self.roles.places, strict=False):
                if role:
                    with tagged(canvas, role.role, place, scope=role.scope, columns=role.columns):
                        self.draw_cell(canvas, cell, top)

    def draw_cell(self, canvas: Canvas, cell: Measured | None, top: float) -> None:
        """Draws one cell."""
        one_line = self.height <= self.least + 0.01
        if isinstance(cell, TextCell):
            inset = (self.height - cell.height) / 2 if one_line else self.padding / 2
            if self.is_head and not one_line:
                inset = self.height - cell.height - self.padding / 2
            cell.draw(canvas, top - inset, 0)
        elif cell:
            cell.draw(canvas, top - (self.padding / 2 - 1 if not one_line else 0), self.first_line(one_line))

    def first_line(self, one_line: bool) -> float:
        """How high the line is on which figures and marks stand."""
        if one_line:
            return self.height
        return max((c.paragraph.style.leading for c in self.cells if isinstance(c, TextCell)), default=self.least) + 2

    def split(self, height: float) -> tuple[Laid, Laid] | None:
        """The lines of each cell that fit, and the others; None where too few fit."""
        room = height - self.padding
        parts = [cell.split(room) if isinstance(cell, TextCell) else (cell, None) for cell in self.cells]
        if not any(isinstance(first, TextCell) for first, _ in parts):
            return None
        upper, lower = (tuple(part[place] for part in parts) for place in (0, 1))
        if not any(lower):
            return None
        return replace(self, cells=upper), replace(self, cells=lower)
