"""Cells as a spreadsheet's file has them: each formula with its value beside it, each text as text.

The rows are written in one pass; that costs a quarter of making an object of
each cell and then opening the file again to put the values in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from financial_models.readers.layout import letters

LONGEST_TEXT = 32_767
LETTERS = [letters(column) for column in range(400)]
# Controls, halves of surrogate pairs and non-characters cannot stand in XML; _x0041_ would be read as the letter A.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def plain(text: str) -> str:
    """A text as a cell can hold it: without control characters, and cut where a spreadsheet would cut it."""
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) * 2 > LONGEST_TEXT:
        units = text.encode("utf-16-le")
        if len(units) > 2 * LONGEST_TEXT:
            text = units[: 2 * LONGEST_TEXT - 2].decode("utf-16-le", "ignore") + "…"
    return text


class Grid:
    """The cells of one sheet."""

    def __init__(self) -> None:
        self.rows: dict[int, list[tuple[int, str]]] = {}
        self.heights: dict[int, float] = {}

    def text(self, row: int, column: int, text: str, style: int) -> None:
        """A text: whatever it begins with, it is no formula."""
        said = _ESCAPED.sub("_x005F_", escape(plain(text)))
        self._put(
            row,
            column,
            f'<c r="{LETTERS[column]}{row}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>',
        )

    def number(self, row: int, column: int, value: float, style: int) -> None:
        """A number."""
        self._put(row, column, f'<c r="{LETTERS[column]}{row}" s="{style}"{_value(value)}</c>')

    def empty(self, row: int, column: int, style: int) -> None:
        """An empty cell that has a look."""
        self._put(row, column, f'<c r="{LETTERS[column]}{row}" s="{style}"/>')

    def formula(self, row: int, column: int, formula: str, value: float, style: int) -> None:
        """A formula (it begins with "=") and its value."""
        self.formulas(row, column, [escape(formula[1:])], [value], [style])

    def said(self, row: int, column: int, formula: str, text: str, style: int) -> None:
        """A formula that gives a text, and that text."""
        place = f'r="{LETTERS[column]}{row}" s="{style}" t="str"'
        self._put(row, column, f"<c {place}><f>{escape(formula[1:])}</f><v>{escape(plain(text))}</v></c>")

    def formulas(
        self, row: int, column: int, formulas: Iterable[str], values: Iterable[float], styles: Iterable[int]
    ) -> None:
        """Formulas (as the file has them: escaped, without "=") in cells beside each other, from a column on."""
        cells = self.rows.setdefault(row, [])
        for at, (formula, value, style) in enumerate(zip(formulas, values, styles, strict=False), column):
            kind, number = ("", repr(value + 0.0)) if math.isfinite(value) else (' t="e"', "#NUM!")
            cell = f'<c r="{LETTERS[at]}{row}" s="{style}"{kind}><f>{formula}</f><v>{number}</v></c>'
            cells.append((at, cell))

    def _put(self, row: int, column: int, cell: str) -> None:
        self.rows.setdefault(row, []).append((column, cell))

    def xml(self) -> str:
        """All rows, from top to bottom, as the file has them."""
        return "".join(self._row(row) for row in sorted(self.rows.keys() | self.heights.keys()))

    def _row(self, row: int) -> str:
        height = f' ht="{self.heights[row]:g}" customHeight="1"' if row in self.heights else ""
        cells = dict(self.rows.get(row, []))  # of what is written twice into a cell, the later stands
        return f'<row r="{row}"{height}>{"".join(cells[column] for column in sorted(cells))}</row>'

    @property
    def extent(self) -> str:
        """The range that holds all cells."""
        last = max((column for cells in self.rows.values() for column, _ in cells), default=1)
        return f"A1:{LETTERS[last]}{max(self.rows, default=1)}"


def _value(value: float) -> str:
    """The rest of a cell's tag and its value; what is not a number is said as the spreadsheet says it."""
    if math.isfinite(value):
        return f"><v>{value + 0.0!r}</v>"
    return ' t="e"><v>#NUM!</v>'
