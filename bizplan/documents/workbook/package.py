"""The file: the sheets' cells put into what openpyxl wrote, with the same bytes for the same plan."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import IO

from openpyxl.workbook import Workbook

from .cells import Grid

_ROWS = re.compile(r"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_EXTENT = re.compile(r'<dimension ref="[^"]*"')
_CHANGED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*")


def save(workbook: Workbook, grids: list[Grid], made: datetime, target: str | Path | IO[bytes]) -> None:
    """Writes a workbook whose cells stand in grids, one for each of its sheets."""
    bare = io.BytesIO()
    workbook.save(bare)
    parts = {f"xl/worksheets/sheet{i}.xml": grid for i, grid in enumerate(grids, 1)}
    with zipfile.ZipFile(bare) as written, zipfile.ZipFile(target, "w") as package:
        for name in written.namelist():
            content = written.read(name)
            if name in parts:
                content = _with_cells(content.decode("utf-8"), parts[name]).encode("utf-8")
            elif name == "docProps/core.xml":
                content = _CHANGED.sub(rf"\g<1>{made:%Y-%m-%dT%H:%M:%SZ}", content.decode("utf-8")).encode("utf-8")
            # The time in the archive is fixed, so that the same plan gives the same bytes.
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content, zipfile.ZIP_DEFLATED, 3)


def _with_cells(sheet: str, grid: Grid) -> str:
    rows = f"<sheetData>{grid.xml()}</sheetData>"
    sheet = _EXTENT.sub(f'<dimension ref="{grid.extent}"', sheet, count=1)
    return _ROWS.sub(lambda _: rows, sheet, count=1)
