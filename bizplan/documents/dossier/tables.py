"""The tables of the dossier: no upright rules, figures under figures, a head that repeats on every page.

A table is measured before it is drawn, so that no amount is ever broken or cut: where the figures of all
columns need more room than there is, the whole table is set smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, TypeAlias

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable

from bizplan.documents.dossier.cells import LONG, FigureCell, FlowableCell, Laid, TextCell
from bizplan.documents.style import HAIRLINE, HEAVY, INK, LINE, SOFT, SUNK, Styles
from bizplan.documents.text import Paragraph, Words
from bizplan.documents.text.setting import Setting

Cell: TypeAlias = Words | Flowable | None
Kind = Literal["plain", "total", "part"]

GAP = 9  # between a column and the next
FIGURE_GAP = 6
SMALLEST = 1.0
FOOT_GAP = 5
NEXT_PAGE = 10_000  # more room than a page has
LONE_ROWS = 2  # go to the next page with a remark
MOST_OF_ROOM = 0.4  # what one column of words may claim for its widest word
ABOVE, BELOW = 0.6, 1.4  # room in a row over and under its words
INDENT = 8


@dataclass(frozen=True)
class Column:
    """A column: its head, and whether it holds figures (as wide as the widest) or words (a share of what is left)."""

    head: str = ""
    figures: bool = False
    weight: float = 1
    width: float | None = None
    sunk: bool = False
    bold: bool = False
    soft: bool = False
    least: float = 0  # the narrowest that a column of figures may be


@dataclass(frozen=True)
class Row:
    """A row: plain, a total under a heavy rule, or the heading of a part of the table."""

    cells: Sequence[Cell]
    kind: Kind = "plain"
    indent: int = 0
    colour: Color = INK


@dataclass(frozen=True)
class Look:
    """How large a table is set, and how high its rows are at least."""

    size: float = 8.2
    leading: float = 11
    row: float = 13.2
    colour: Color = INK
    head: Color = INK


PLAIN = Look()
ROOMY = Look(8.6, 11.4, 15.2)
DENSE = Look(7.4, 9.6, 12)
NARROW = Look(7.1, 9.2, 12.4)


@lru_cache(maxsize=8192)
def set_figure(words: str, bold: bool) -> Setting:
    """A figure, shaped once for all tables that show it."""
    return Setting(words, bold, "ltr")


@lru_cache(maxsize=8192)
def set_words(words: str, bold: bool) -> Setting:
    """Words of a cell, shaped once for all tables that show them."""
    return Setting(words, bold)


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
        self.has_head = any(column.head for column in columns)
        self.foot: Paragraph | None = None  # a remark that stays with the last rows
        self.spaceAfter = 8
        self.laid_for: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measures columns, then rows; answers the size taken."""
        if self.laid_for != width:
            self.widths, self.size = self.column_widths(width)
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

    def column_widths(self, width: float) -> tuple[list[float], float]:
        """How wide each column is, and at which size of type they all fit."""
        places = range(len(self.columns))
        em = [self.widest_figure(place) if self.columns[place].figures else 0.0 for place in places]
        fixed = sum(column.width or 0 for column in self.columns if not column.figures)
        figures = [place for place in places if self.columns[place].figures]
        texts = [place for place in places if not self.columns[place].figures and self.columns[place].width is None]
        least = min(width * 0.2, 92) * bool(texts) + fixed
        size = self.look.size
        if sum(em) * size + FIGURE_GAP * len(figures) + least > width:
            size = max((width - least - FIGURE_GAP * len(figures)) / sum(em), SMALLEST)
        wide = {place: max(em[place] * size + FIGURE_GAP, self.columns[place].least) for place in figures}
        if sum(wide.values()) + least > width:
            wide = {place: em[place] * size + FIGURE_GAP for place in figures}
        left = max(width - fixed - sum(wide.values()), 0)
        if texts:
            wide |= self.text_widths(texts, left, size)
        elif figures:
            wide = {place: room + left / len(figures) for place, room in wide.items()}
        return [wide[place] if place in wide else self.columns[place].width or 0 for place in places], size

    def text_widths(self, texts: list[int], room: float, size: float) -> dict[int, float]:
        """The room for words shared by weight, each column as wide as its widest word where all can be."""
        longest = {place: self.widest_word(place) * size + GAP + self.before(place) + 0.5 for place in texts}
        if texts and sum(longest.values()) >= room > 0:
            longest = {place: min(need, room * MOST_OF_ROOM) for place, need in longest.items()}
            scale = room / max(sum(longest.values()), room)
            longest = {place: need * scale for place, need in longest.items()}
        shares = dict.fromkeys(texts, 0.0)
        free, waiting = room, list(texts)
        while waiting:
            whole = sum(self.columns[place].weight for place in waiting)
            tight = [place for place in waiting if free * self.columns[place].weight / whole < longest[place]]
            for place in tight or waiting:
                shares[place] = longest[place] if tight else free * self.columns[place].weight / whole
            free -= sum(shares[place] for place in tight or waiting)
            waiting = [place for place in waiting if tight and place not in tight]
        return shares

    def before(self, place: int) -> float:
        """The room that a column of words keeps from the figures before it."""
        return GAP if place and self.columns[place - 1].figures else 0

    def widest_word(self, place: int) -> float:
        """The widest word of a column, in em."""
        column = self.columns[place]
        words = [row.cells[place] for row in self.rows if row.kind != "part" and len(row.cells) > place]
        bold = column.bold or any(row.kind == "total" for row in self.rows)
        found = [set_words(cell, bold).widest_word for cell in words if isinstance(cell, str) and cell]
        return max([*found, set_words(column.head, True).widest_word if column.head else 0], default=0.0)

    def widest_figure(self, place: int) -> float:
        """The width of the widest figure of a column, in em; its head, too, never breaks inside a word."""
        column = self.columns[place]
        figures = [
            set_figure(cell, column.bold or row.kind == "total").natural_width
            for row in self.rows
            if len(row.cells) > place and isinstance(cell := row.cells[place], str) and cell
        ]
        heads = [set_figure(column.head, True).widest_word] if column.head else []
        return max(figures + heads, default=0.0)

    def laid(self, row: Row, head: bool = False) -> Laid:
        """A row with its cells measured."""
        bold = head or row.kind != "plain"
        cells: list[TextCell | FigureCell | FlowableCell | None] = []
        left = 0.0
        for place, column in enumerate(self.columns):
            cell = row.cells[place] if place < len(row.cells) else None
            indent = row.indent * INDENT if place == 0 else 0
            before = 0 if column.figures else self.before(place)
            gap = 0 if column.figures or place == len(self.columns) - 1 else GAP
            wide = self.widths[place] - gap - indent - before
            if row.kind == "part" and place == 0:
                wide = sum(self.widths)
            cells.append(self.laid_cell(cell, column, row, left + indent + before, wide, bold, head))
            left += self.widths[place]
        return Laid(tuple(cells), row.kind, head, self.look.row * self.scale, ABOVE, BELOW)

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
            return FigureCell(set_figure(cell, bold), left + width, self.size, colour)
        style = replace(
            self.styles.number_head if column.figures else self.styles.cell,
            size=self.size,
            leading=self.look.leading * self.scale,
            bold=bold,
            colour=colour,
            direction="ltr" if column.figures else None,
        )
        setting = set_words(cell, bold) if isinstance(cell, str) and not column.figures else None
        return TextCell(cell, style, left, width, setting)

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many rows as fit, and the rest under a repeated head; a row higher than a page goes on over the end."""
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        room = height - (self.head.height if self.head else 0)
        fitting, used = 0, 0.0
        while fitting < len(self.body) and used + self.body[fitting].height <= room + 0.001:
            used += self.body[fitting].height
            fitting += 1
        while 0 < fitting < len(self.body) and (
            self.body[fitting - 1].kind == "part" or self.body[fitting].kind == "total"
        ):
            fitting -= 1
        if fitting == len(self.body) > LONE_ROWS:  # only the remark does not fit
            parts = self.body[:-LONE_ROWS], self.body[-LONE_ROWS:]
            return [self.part(parts[0]), CondPageBreak(NEXT_PAGE), self.part(parts[1], last=True)]
        if fitting == 0 or (fitting == 1 and len(self.body) > 2 and not self.body[0].is_long):
            return self.split_row(room)
        return [self.part(self.body[:fitting]), self.part(self.body[fitting:], last=True)]

    def split_row(self, room: float) -> list[Flowable]:
        """The first row cut over a page end, where it is a long one; nothing fits otherwise."""
        if not self.body[0].is_long:
            return []
        parts = self.body[0].split(room)
        return [self.part([parts[0]]), self.part([parts[1], *self.body[1:]], last=True)] if parts else []

    def part(self, body: list[Laid], last: bool = False) -> Table:
        """A table with the same columns and some of the rows; the remark goes with the last."""
        other = Table(self.columns, (), self.styles, self.look)
        other.has_head, other.widths, other.size, other.scale = self.has_head, self.widths, self.size, self.scale
        other.head, other.body, other.laid_for = self.head, body, self.laid_for
        other.spaceAfter, other.foot = self.spaceAfter, self.foot if last else None
        return other

    def draw(self) -> None:
        """Draws the columns that matter on their ground, then rules and cells from the top."""
        self.draw_sunk()
        y = self.height
        for place, row in enumerate(self.all_rows()):
            heavy = row.kind == "total" and place > 0
            if heavy:
                self.rule(y, HEAVY, INK)
            row.draw(self.canv, y)
            y -= row.height
            if row.is_head:
                self.rule(y, HEAVY, INK)
            elif row.kind == "part":
                self.rule(y, HAIRLINE, INK)
            else:
                self.rule(y, HAIRLINE, LINE)
        if self.foot:
            self.foot.drawOn(self.canv, 0, 0)

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
