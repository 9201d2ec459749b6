"""The columns of a table: how wide each one is, and at which size of type all of them fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from bizplan.documents.style import INK
from bizplan.documents.text import Direction, Span, Words
from bizplan.documents.text.setting import Setting

Cell: TypeAlias = Words | Flowable | None
Kind = Literal["plain", "total", "part"]

GAP = 9  # between a column and the next
FIGURE_GAP = 6
SMALLEST = 1.0
MOST_OF_ROOM = 0.4  # what one column of words may claim for its widest word


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
    names: bool = False  # its words name the figures that follow, as the first column of words does


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
def set_words(words: str | tuple[str | Span, ...], bold: bool, direction: Direction | None = None) -> Setting:
    """Words of a cell, shaped once for all tables that show them; in several languages they are a tuple."""
    return Setting(words, bold, direction)


class Measures:
    """The columns of a table with the rows that stand in them."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], look: Look) -> None:
        self.columns, self.rows, self.look = columns, rows, look

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
        found = [set_words(cell, bold).widest_word for cell in words if isinstance(cell, (str, tuple)) and cell]
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
