"""What a workbook that came back names: its sheets with their parts, and the cells behind the names of inputs."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field

from openpyxl.utils.cell import column_index_from_string, get_column_letter

from bizplan.documents.received import BOOK, Fault, Package, Unsafe

from .elements import Attributes, attribute, pass_by
from .naming import key_of
from .origin import NAME

RELATIONS = "xl/_rels/workbook.xml.rels"
LARGEST_PART = 4_000_000
MOST_CELLS = 100
"""The months of the longest plan, and more."""
_CELL = r"\$?([A-Z]{1,3})\$?(\d{1,7})"
_PLACE = re.compile(rf"(?:'((?:[^'\[\]]|'')+)'|([^'!\[\]]+))!{_CELL}(?::{_CELL})?")


@dataclass(frozen=True)
class Spot:
    """The cells of an input: the name of their sheet, and each cell on it."""

    sheet: str
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        """Where that is, as a spreadsheet says it."""
        return f"{self.sheet}!{self.cells[0]}"


@dataclass
class Named:
    """The contents of a workbook: the part of each visible sheet, where each input is, and the lines of its origin.

    An input that is named twice, or whose name leads to no cells, is nowhere.
    """

    sheets: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    inputs: dict[str, Spot | None] = field(default_factory=dict)
    origins: list[str] = field(default_factory=list)

    def shared(self) -> set[tuple[str, str]]:
        """Cells in which two inputs stand."""
        spots = [spot for spot in self.inputs.values() if spot]
        counted = Counter((spot.sheet, cell) for spot in spots for cell in spot.cells)
        return {place for place, times in counted.items() if times > 1}


def named(package: Package) -> Named:
    """What the contents of a workbook name; raises Unsafe."""
    found, parts = Named(), _parts(package)
    name = ""

    def started(element: str, attributes: Attributes) -> None:
        nonlocal name
        if element == "sheet":
            sheet = attributes.get("name", "")
            if attributes.get("state", "visible") != "visible":
                found.hidden.add(sheet)
            found.sheets[sheet] = parts.get(attribute(attributes, "id"), "")
        elif element == "definedName":
            name = "" if "localSheetId" in attributes else attributes.get("name", "")

    def ended(element: str, text: str) -> None:
        if element == "definedName" and name == NAME:
            found.origins.append(text.strip().strip('"'))
        elif element == "definedName" and key_of(name):
            key = key_of(name)
            found.inputs[key] = None if key in found.inputs else _spot(text.strip())

    pass_by(package.part(BOOK, LARGEST_PART), started, ended)
    return found


def _parts(package: Package) -> dict[str, str]:
    """The part that each relation of the workbook leads to."""
    found: dict[str, str] = {}

    def started(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            if attributes.get("TargetMode", "Internal") != "Internal":
                raise Unsafe(Fault.LINKED)
            target = attributes.get("Target", "")
            found[attributes.get("Id", "")] = target[1:] if target.startswith("/") else posixpath.join("xl", target)

    if RELATIONS not in package.names:
        raise Unsafe(Fault.DAMAGED)
    pass_by(package.part(RELATIONS, LARGEST_PART), started, lambda _element, _text: None)
    return found


def _spot(place: str) -> Spot | None:
    """The cells that a name leads to, beside each other on one sheet of this workbook; None for anything else."""
    match = _PLACE.fullmatch(place)
    if match is None:
        return None
    quoted, plain, first, row, last, last_row = match.groups()
    columns = range(column_index_from_string(first), column_index_from_string(last or first) + 1)
    if (last_row or row) != row or not 0 < len(columns) <= MOST_CELLS:
        return None
    sheet = quoted.replace("''", "'") if quoted else plain
    return Spot(sheet, tuple(f"{get_column_letter(column)}{row}" for column in columns))
