"""The look of the dossier: its colours, its sizes of type, its grid. Measures in points.

Every page is set from these, so that a change of look is a change here. The colours are those of
the screens in their paper version; each state has a shape besides (`charts/marks.py`), because a
dossier is often copied in black and white.
"""

from dataclasses import dataclass, replace
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from bizplan.documents.text import Direction, TextStyle

INK, SOFT, LINE, SUNK, WHITE = (HexColor(colour) for colour in ("#1e1b16", "#5b554a", "#cfc6b6", "#f5f1e9", "#ffffff"))
BRAND, WASH, GOLD = (HexColor(colour) for colour in ("#0b4d5a", "#e2eeef", "#ffc53d"))
BAR, BAR2, BAND, BAND2 = (HexColor(colour) for colour in ("#0b6b7a", "#c0700f", "#b9d6d8", "#dcebeb"))
STATES: dict[str, Color] = {"ok": HexColor("#1c6632"), "warn": HexColor("#854a00"), "stop": HexColor("#a3231a")}

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 18 * mm
HEAD_LINE, FIRST_BASELINE, FOOT_LINE = PAGE_HEIGHT - 17 * mm, PAGE_HEIGHT - 30 * mm, 17 * mm
TOP_BAND = 4
COLUMNS, GUTTER = 12, 4 * mm
COLUMN = (PAGE_WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS

HAIRLINE, THIN, HEAVY = 0.3, 0.4, 0.9  # rules: between rows, on charts, under heads and over totals
DASH = (4, 2.5)
ARABIC_LEADING = 1.14  # letters with marks above and below need more room between lines


@dataclass(frozen=True)
class Grid:
    """The twelve columns of a page; column 1 stands where reading starts."""

    def span(self, first: int, last: int) -> tuple[float, float]:
        """The left edge and the width from one column up to and including another."""
        if not 1 <= first <= last <= COLUMNS:
            raise ValueError(f"A page has columns 1 to {COLUMNS}, asked for {first} to {last}.")
        count = last - first + 1
        return MARGIN + (first - 1) * (COLUMN + GUTTER), count * COLUMN + (count - 1) * GUTTER


@dataclass(frozen=True)
class Styles:
    """The ways in which the dossier sets text."""

    title: TextStyle  # states the conclusion of the page
    small_title: TextStyle
    subtitle: TextStyle
    headline: TextStyle  # a headline figure
    headline_label: TextStyle
    headline_note: TextStyle
    heading: TextStyle  # of a section, under a rule
    text: TextStyle
    told: TextStyle  # what somebody wrote, in its own direction
    reason: TextStyle  # beside a signal
    strong: TextStyle  # a signal's question, and its answer
    cell: TextStyle
    number: TextStyle  # figures run left to right in every language, so that units stand below units
    cell_head: TextStyle
    number_head: TextStyle
    dense: TextStyle
    dense_number: TextStyle
    note: TextStyle


@cache
def styles(language: str = "nl", right_to_left: bool = False) -> Styles:
    """The text styles of a dossier in a language."""
    direction: Direction = "rtl" if right_to_left else "ltr"

    def style(size: float, leading: float, colour: Color = INK, bold: bool = False, after: float = 0) -> TextStyle:
        leading *= ARABIC_LEADING if right_to_left else 1
        return TextStyle(size, leading, bold, colour, direction=direction, language=language, space_after=after)

    cell, dense, heading = style(8.2, 12.4), style(7.5, 10.4), style(10.5, 14, bold=True, after=4)
    return Styles(
        title=style(24, 29, bold=True),
        small_title=style(20, 25, bold=True),
        subtitle=style(10, 14, SOFT, after=6),
        headline=style(17, 21, bold=True),
        headline_label=style(8.5, 12, SOFT),
        headline_note=style(8, 11, SOFT),
        heading=replace(heading, space_before=12, keep_with_next=True),
        text=style(9, 12.5, after=4),
        told=replace(style(9, 12.5, after=4), direction=None, language=None),
        reason=style(8.5, 12),
        strong=style(9.5, 12.5, bold=True),
        cell=cell,
        number=figures(cell),
        cell_head=replace(cell, bold=True),
        number_head=replace(cell, bold=True, align="end" if not right_to_left else "right"),
        dense=dense,
        dense_number=figures(dense),
        note=style(7.5, 10.5, SOFT),
    )


def figures(style: TextStyle) -> TextStyle:
    """The same style for amounts: left to right, and ending at the right."""
    return replace(style, align="right", direction="ltr", leading=style.leading)
