"""A list that comes back: the lines of the first visible sheet that has keys, as text and nothing else."""

from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from bizplan.domain.coaching.bilingual import MOST_LINES, Line
from bizplan.domain.readiness.sentences import N_

from .columns import KEY, KEY_HEAD, LAST, REMARK, TRANSLATION
from .package import DAMAGED, NotAList, checked

NO_LINES = N_("This workbook holds no list of texts from bizplan. Take the list from here, fill it in and send that.")
TOO_MANY = N_("This list has more lines than a list can have. Send it in parts.")
HEADS_WITHIN, MOST_SHEETS = 10, 20


def read_list(content: bytes) -> tuple[Line, ...]:
    """The lines of a list; raises NotAList with the reason where it is none, or not safe to open."""
    package = checked(content)
    try:
        workbook = load_workbook(package, read_only=True, data_only=False, keep_links=False)
        found = next((lines for lines in map(_lines, _visible(workbook)) if lines is not None), None)
    except NotAList:
        raise
    except Exception as error:                              # openpyxl raises whatever a damaged file makes it raise
        raise NotAList(DAMAGED) from error
    if found is None:
        raise NotAList(NO_LINES)
    return found


def _visible(workbook: Any) -> list[Any]:
    return [each for each in workbook.worksheets if each.sheet_state == "visible"][:MOST_SHEETS]


def _lines(sheet: Any) -> tuple[Line, ...] | None:
    """The lines of a sheet; None where it has no column of keys."""
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=MOST_LINES + HEADS_WITHIN, max_col=LAST)
    for _number, head in zip(range(HEADS_WITHIN), rows, strict=False):
        if _text(head, KEY).strip() == KEY_HEAD:
            break
    else:
        return None
    found = tuple(_line(cells) for cells in rows if any(cell.value is not None for cell in cells))
    if len(found) >= MOST_LINES:
        raise NotAList(TOO_MANY)
    return tuple(line for line in found if line.key or line.text)


def _line(cells: tuple[Any, ...]) -> Line:
    number = next(cell.row for cell in cells if cell.value is not None)
    unread = len(cells) >= TRANSLATION and cells[TRANSLATION - 1].data_type in ("f", "e", "d", "b")
    return Line(number, _text(cells, KEY).strip(), _text(cells, TRANSLATION), _text(cells, REMARK), unread)


def _text(cells: tuple[Any, ...], column: int) -> str:
    """What stands in a cell as text: a number in its digits, of anything else nothing."""
    cell = cells[column - 1] if column <= len(cells) else None
    if cell is None or cell.value is None or cell.data_type not in ("s", "n", "inlineStr", "str"):
        return ""
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return unescape(value) if isinstance(value, str) else str(value)
