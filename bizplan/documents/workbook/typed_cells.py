"""What stands in some cells of a sheet: numbers as they were typed, and what is none by its kind."""

from __future__ import annotations

import math
import re
from collections.abc import Set

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.cell import column_index_from_string

from bizplan.documents.received import Package
from bizplan.domain.returned import Trouble

from .elements import Attributes, pass_by
from .named import LARGEST_PART

STYLES = "xl/styles.xml"
KINDS = {"s": Trouble.TEXT, "str": Trouble.TEXT, "inlineStr": Trouble.TEXT, "b": Trouble.YES_NO, "d": Trouble.DAY,
         "e": Trouble.ERROR}
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,4})?", re.ASCII)
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RANGE = re.compile(rf"{_CELL.pattern}(?::{_CELL.pattern})?")
Found = float | Trouble


def typed_cells(sheet: bytes, wanted: Set[str], days: Set[str]) -> dict[str, Found]:
    """The numbers in the wanted cells of a sheet, and why there is none; ``days`` are the styles that show days."""
    found: dict[str, Found] = {}
    together: list[str] = []                                # ranges that one formula fills
    cell = kind = style = value = ""
    formula = False

    def started(element: str, attributes: Attributes) -> None:
        nonlocal cell, kind, style, value, formula
        if element == "c":
            cell, kind, style = attributes.get("r", ""), attributes.get("t", "n"), attributes.get("s", "0")
            value, formula = "", False
        elif element == "f":
            formula = True
            if attributes.get("t") in ("array", "dataTable"):
                together.append(attributes.get("ref", ""))

    def ended(element: str, text: str) -> None:
        nonlocal value
        if element == "v":
            value = text.strip()
        elif element == "c" and cell in wanted:
            read = Trouble.FORMULA if formula else _read(kind, value, is_day=style in days)
            found[cell] = Trouble.SHARED if cell in found else read

    pass_by(sheet, started, ended)
    filled = {each for each in wanted if any(_within(each, place) for place in together)}
    return {each: Trouble.FORMULA if each in filled else found.get(each, Trouble.EMPTY) for each in wanted}


def day_styles(package: Package) -> frozenset[str]:
    """The styles of a workbook that show a number as a day or an hour."""
    formats: dict[str, str] = {str(number): text for number, text in BUILTIN_FORMATS.items()}
    days: list[str] = []
    inside = False
    count = 0

    def started(element: str, attributes: Attributes) -> None:
        nonlocal inside, count
        inside = inside or element == "cellXfs"
        if element == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:200]
        elif element == "xf" and inside:
            if is_date_format(formats.get(attributes.get("numFmtId", "0"), "General")):
                days.append(str(count))
            count += 1

    def ended(element: str, _text: str) -> None:
        nonlocal inside
        inside = inside and element != "cellXfs"

    if STYLES in package.names:
        pass_by(package.part(STYLES, LARGEST_PART), started, ended)
    return frozenset(days)


def _read(kind: str, value: str, *, is_day: bool) -> Found:
    if kind != "n":
        return KINDS.get(kind, Trouble.NO_NUMBER)
    if not value:
        return Trouble.EMPTY
    if not _NUMBER.fullmatch(value) or not math.isfinite(float(value)):
        return Trouble.NO_NUMBER
    return Trouble.DAY if is_day else float(value)


def _within(cell: str, place: str) -> bool:
    """Whether a cell lies in a range."""
    here, range_ = _CELL.fullmatch(cell), _RANGE.fullmatch(place)
    if here is None or range_ is None:
        return False
    first, top, last, bottom = range_.groups()
    columns = [column_index_from_string(each) for each in (first, here[1], last or first)]
    rows = [int(each) for each in (top, here[2], bottom or top)]
    return columns == sorted(columns) and rows == sorted(rows)
