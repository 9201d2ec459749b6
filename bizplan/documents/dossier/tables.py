"""The tables of the dossier: no upright rules, figures under figures, a head that repeats on every page.

A table is measured before it is drawn, so that no amount is ever broken or cut: where the figures of all
columns need more room than there is, the whole table is set smaller.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable

from bizplan.documents.dossier.cells import LONG, FigureCell, FlowableCell, Laid, TextCell
from bizplan.documents.dossier.columns import (
    DENSE,
    FIGURE_GAP,
    GAP,
    NARROW,
    PLAIN,
    ROOMY,
    Cell,
    Column,
    Look,
    Measures,
    Row,
    set_figure,
    set_words,
)
from bizplan.documents.dossier.roles import TableRoles
from bizplan.documents.structure import tagged
from bizplan.documents.style import HAIRLINE, HEAVY, INK, LINE, SOFT, SUNK, Styles
from bizplan.documents.text import Direction, Paragraph, Words
from bizplan.documents.text.bidi import first_direction

FOOT_GAP = 5
NEXT_PAGE = 10_000  # more room than a page has
LONE_ROWS = 2  # go to the next page together, or with a remark
ABOVE, BELOW = 0.6, 1.4  # room in a row over and under its words
INDENT = 8


class Table(Flowable):
    """Rows under heads; goes on over page ends with its head repeated."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        styles: Styles,
        look: Look = PLAIN,
    ) -> None:
        super().__init__()
        self.columns, self.rows, self.styles, self.look = list(columns), list(rows), styles, look
        self.measures = Measures(self.columns, self.rows, look)
        self.has_head = any(column.head for column in columns)
        self.foot: Paragraph | None = None  # a remark that stays with the last rows
        self.stays_whole = False  # begins on another page rather than going on over the end of this one
        self.spaceAfter = 8
        self.laid_for: float | None = None
        self.roles = TableRoles(self.columns, self.rows)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measures columns, then rows; answers the size taken."""
        if self.laid_for != width:
            self.widths, self.size = self.measures.column_widths(width)
            self.scale = self.size / self.look.size
            self.head = self.laid(Row([column.head for column in self.columns]), head=True) if self.has_head else None
            self.body = [self.laid(row) for row in self.rows]
            self.laid_for = width
        self.width = width
        self.foot_height = self.foot.wrap(width, height)[1] + FOOT_GAP if self.foot else 0.0
        self.height = sum(row.height for row in self.all_rows()) + self.foot_height
        return width, self.height

    def least_height(self, width: float) -> float:
        """The room for the head and the first rows, below which the table had better begin on another page."""
        self.wrap(width, 0)
        if self.stays_whole:
            return self.height
        head = self.head.height if self.head else 0
        first = 0.0
        for place, row in enumerate(self.body):
            first += min(row.height, LONG)
            if place >= 1 and row.kind != "part":
                break
        return min(head + first, self.height)

    def all_rows(self) -> list[Laid]:
        """The head, where there is one, and the rows."""
        return [self.head, *self.body] if self.head else self.body

    def laid(self, row: Row, head: bool = False) -> Laid:
        """A row with its cells measured."""
        bold = head or row.kind != "plain"
        cells: list[TextCell | FigureCell | FlowableCell | None] = []
        left = 0.0
        for place, column in enumerate(self.columns):
            cell = row.cells[place] if place < len(row.cells) else None
            indent = row.indent * INDENT if place == 0 else 0
            before = FIGURE_GAP if column.figures else self.measures.before(place)
            gap = 0 if column.figures or place == len(self.columns) - 1 else GAP
            wide = self.widths[place] - gap - indent - before
            if row.kind == "part" and place == 0:
                wide = sum(self.widths)
            cells.append(self.laid_cell(cell, column, row, left + indent + before, wide, bold, head))
            left += self.widths[place]
        roles = self.roles.of_row(row, head)
        return Laid(tuple(cells), row.kind, head, self.look.row * self.scale, ABOVE, BELOW, roles)

    def laid_cell(
        self, cell: Cell, column: Column, row: Row, left: float, width: float, bold: bool, head: bool
    ) -> TextCell | FigureCell | FlowableCell | None:
        """One cell, measured for its column."""
        if cell is None or cell == "":
            return None
        if isinstance(cell, Flowable):
            return FlowableCell(cell, left, width)
        bold = bold or column.bold
        colour = self.look.head if head else SOFT if column.soft else row.colour
        if column.figures and isinstance(cell, str) and not head:
            return FigureCell(set_figure(cell, bold), left, left + width, self.size, colour)
        style = replace(
            self.styles.number_head if column.figures else self.styles.cell,
            size=self.size,
            leading=self.look.leading * self.scale,
            bold=bold,
            colour=colour,
            direction="ltr" if column.figures else self.direction_of(cell),
        )
        setting = None
        if isinstance(cell, (str, tuple)) and not column.figures:
            setting = set_words(cell, bold, style.direction)
        return TextCell(cell, style, left, width, setting)

    def direction_of(self, cell: Words) -> Direction | None:
        """That of its first letter; what has no letter runs as the document does."""
        has_letters = not isinstance(cell, str) or first_direction(cell)
        return None if has_letters else self.styles.cell.direction

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many rows as fit, and the rest under a repeated head; a row higher than a page goes on over the end."""
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        room = height - (self.head.height if self.head else 0)
        reached = fitting = self.rows_within(room)
        if fitting > LONE_ROWS and 0 < len(self.body) - fitting < LONE_ROWS:  # no row stands alone on a page
            fitting = len(self.body) - LONE_ROWS
        while 0 < fitting < len(self.body) and (
            self.body[fitting - 1].stays_with_next or self.body[fitting].kind == "total"
        ):
            fitting -= 1
        if fitting == len(self.body) > LONE_ROWS:  # only the remark does not fit
            parts = self.body[:-LONE_ROWS], self.body[-LONE_ROWS:]
            return [self.part(parts[0]), CondPageBreak(NEXT_PAGE), self.part(parts[1], last=True)]
        if fitting == 0 or (fitting == 1 and len(self.body) > 2 and not self.body[0].is_long):
            return self.split_row(reached, room)
        return [self.part(self.body[:fitting]), self.part(self.body[fitting:], last=True)]

    def rows_within(self, room: float) -> int:
        """How many rows fit."""
        reached = list(accumulate(row.height for row in self.body))
        return bisect_right(reached, room + 0.001)

    def split_row(self, place: int, room: float) -> list[Flowable]:
        """The first row that does not fit, cut over a page end where it is a long one; nothing fits otherwise."""
        above, others = self.body[:place], self.body[place + 1:]
        if place == len(self.body) or not self.body[place].is_long:
            return []
        parts = self.body[place].split(room - sum(row.height for row in above))
        return [self.part([*above, parts[0]]), self.part([parts[1], *others], last=True)] if parts else []

    def part(self, body: list[Laid], last: bool = False) -> Table:
        """A table with the same columns and some of the rows; the remark goes with the last."""
        other = Table(self.columns, (), self.styles, self.look)
        other.has_head, other.widths, other.size, other.scale = self.has_head, self.widths, self.size, self.scale
        other.head, other.body, other.laid_for = self.head, body, self.laid_for
        other.spaceAfter, other.foot = self.spaceAfter, self.foot if last else None
        other.roles = self.roles
        return other

    def draw(self) -> None:
        """Draws the columns that matter on their ground, then rules and cells from the top."""
        self.draw_sunk()
        y = self.height
        with tagged(self.canv, self.roles.table, self.roles.place):
            if self.head:
                with self.roles.drawn_head(self.canv):
                    y = self.draw_row(self.head, y)
            with self.roles.drawn_body(self.canv):
                for place, row in enumerate(self.body):
                    if row.kind == "total" and (place or self.head):
                        self.rule(y, HEAVY, INK)
                    y = self.draw_row(row, y)
        if self.foot:
            self.foot.drawOn(self.canv, 0, 0)

    def draw_row(self, row: Laid, y: float) -> float:
        """Draws a row and the rule below it; answers where the next one begins."""
        row.draw(self.canv, y)
        y -= row.height
        if row.is_head:
            self.rule(y, HEAVY, INK)
        else:
            self.rule(y, HAIRLINE, INK if row.kind == "part" else LINE)
        return y

    def rule(self, y: float, weight: float, colour: Color) -> None:
        """A rule over the whole width."""
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(weight)
        self.canv.line(0, y, self.width, y)

    def draw_sunk(self) -> None:
        """The ground of the columns that matter."""
        left = 0.0
        foot = self.foot_height
        top = self.height - (self.head.height if self.head else 0)
        self.canv.setFillColor(SUNK)
        for column, width in zip(self.columns, self.widths, strict=True):
            if column.sunk:
                self.canv.rect(left + 2, foot, width, top - foot, stroke=0, fill=1)
            left += width


__all__ = ["DENSE", "NARROW", "PLAIN", "ROOMY", "Cell", "Column", "Look", "Row", "Table"]
