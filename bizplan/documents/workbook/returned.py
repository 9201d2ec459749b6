"""A workbook that came back: the numbers in the cells of its inputs, found by their names, and nothing else.

Only the sheets on which inputs stand are read; no formula is calculated and no text is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bizplan.documents.received import Fault, Limits, Package, opened
from bizplan.domain.readiness.sentences import N_
from bizplan.domain.returned import Cells, Trouble

from .named import Named, Spot, named
from .typed_cells import Found, day_styles, typed_cells

LARGEST = 8_000_000
LIMITS = Limits(LARGEST, parts=400, unpacked=64_000_000)
"""Far above the largest example: three megabytes, unpacked twenty-one."""
MOST_READ = 16_000_000
"""How much of the sheets with inputs is read; those of the largest example are less than one megabyte."""
REASONS = {
    Fault.NO_WORKBOOK: N_("This is no Excel workbook (.xlsx). Save the Excel model as .xlsx, without a password, and "
                          "send it again."),
    Fault.TOO_LARGE: N_("This workbook is too large. Take out the sheets and pictures that you added, and send it "
                        "again."),
    Fault.MACROS: N_("This workbook holds programs (macros). Save it as .xlsx, without them, and send it again."),
    Fault.LINKED: N_("This workbook holds links to other files, or packed files. Take them out and send it again."),
    Fault.DAMAGED: N_("This workbook is damaged. Open it in Excel or LibreOffice, save it again and send that."),
}


@dataclass(frozen=True)
class Returned:
    """What came back: the line that says where it comes from ("" where it says nothing), and the cells of inputs."""

    origin: str
    inputs: Mapping[str, Cells]


def read_workbook(content: bytes) -> Returned:
    """The inputs of a workbook by their keys; raises Unsafe for what cannot be opened."""
    with opened(content, LIMITS) as package:
        contents = named(package)
        origin = contents.origins[0] if len(contents.origins) == 1 else ""
        return Returned(origin, _inputs(package, contents) if origin else {})


def _inputs(package: Package, contents: Named) -> dict[str, Cells]:
    days, shared = day_styles(package), contents.shared()
    wanted: dict[str, set[str]] = {}
    for spot in contents.inputs.values():
        if spot and contents.sheets.get(spot.sheet) in package.names:
            wanted.setdefault(spot.sheet, set()).update(spot.cells)
    read: dict[str, dict[str, Found]] = {}
    room = MOST_READ
    for sheet, cells in wanted.items():
        part = package.part(contents.sheets[sheet], room)
        room -= len(part)
        read[sheet] = typed_cells(part, cells, days)
    return {key: _cells(spot, read, contents, shared) for key, spot in contents.inputs.items()}


def _cells(spot: Spot | None, read: Mapping[str, Mapping[str, Found]], contents: Named,
           shared: set[tuple[str, str]]) -> Cells:
    """What stands in the cells of an input."""
    if spot is None or spot.sheet not in read:
        return Cells(trouble=Trouble.MOVED)
    if spot.sheet in contents.hidden:
        return Cells(trouble=Trouble.HIDDEN, place=spot.words)
    if any((spot.sheet, cell) in shared for cell in spot.cells):
        return Cells(trouble=Trouble.SHARED, place=spot.words)
    found = [read[spot.sheet][cell] for cell in spot.cells]
    trouble = next((each for each in found if isinstance(each, Trouble)), None)
    if trouble:
        return Cells(trouble=trouble, place=spot.words)
    return Cells(tuple(each for each in found if not isinstance(each, Trouble)), place=spot.words)

