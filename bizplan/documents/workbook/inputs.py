"""The inputs: what may be changed, within which bounds, and on what each number rests; the law beside its sources."""

from __future__ import annotations

from typing import Any

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from financial_models.assumptions.entered import Entered
from financial_models.language import Input, Monthly, Table
from financial_models.readers.layout import FIRST, HEADER, LABEL, UNIT, Sheet, quoted
from financial_models.readers.words_inputs import SOURCES

from .book import Book, Page
from .calculations import write_labels
from .columns import first_day, fit_to_width, head, month_head, states
from .looks import TYPED
from .naming import defined_name

EVIDENCE = FIRST + 1
HIGHEST, NOTES = 1e12, 64.0


def write_inputs(book: Book) -> None:
    """Writes the sheets that take numbers: single ones, by season, and by month."""
    for sheet in book.layout.sheets.values():
        by_month = sheet.columns == "month" and all(isinstance(line, Monthly) for line in sheet.rows.values())
        if sheet.columns not in ("one", "season") and not by_month:
            continue
        page = book.page(sheet.name, TYPED)
        write_labels(book, page, sheet)
        for row, line in sheet.rows.items():
            assert isinstance(line, Input)
            _write_numbers(book, page, sheet, row, line)
        _write_head(book, page, sheet)
        _validate(book, page, sheet)


def current(book: Book, line: Input) -> list[float]:
    """The numbers of an input as they stand in these values."""
    array: list[float] = book.values[line][:, 0].tolist()
    return array if isinstance(line, (Monthly, Table)) else array[:1]


def name_cells(book: Book, sheet: Sheet, line: Input) -> None:
    """Gives the cells of an input a name made from its key, by which they are found again."""
    cells = [
        f"${cell.rstrip('0123456789')}${cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
        for cell in book.layout.numbers(line)
    ]
    place = cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}"
    name = defined_name(line.key)
    book.workbook.defined_names[name] = DefinedName(name, attr_text=f"{quoted(sheet.name)}{place}")


def _write_numbers(book: Book, page: Page, sheet: Sheet, row: int, line: Input) -> None:
    _, style = book.translate, book.looks.style("structure" if line.structure else "typed", input_format(book, line))
    first = book.layout.column(1) if isinstance(line, Monthly) else FIRST
    numbers = current(book, line)
    for i, number in enumerate(numbers):
        page.grid.number(row, first + i, number, style)
    name_cells(book, sheet, line)
    grade, bounds, note = _evidence(book, line)
    if grade or (note and not line.structure):
        said = "\n".join(filter(None, (grade and f"{_('Rests on')}: {grade}", bounds, note)))
        page.note(row, first, said, "bizplan")
    if sheet.columns != "month":
        evidence = EVIDENCE if sheet.columns == "one" else FIRST + 12
        page.texts(row, evidence, (grade, bounds), "soft", indent=1)
        page.wrapped(row, evidence + 2, note, NOTES)


def input_format(book: Book, line: Input) -> str:
    """How an input is written: what is typed with more decimals must show them."""
    return book.looks.numbers(line.unit, whole=True) if line.unit.key != "flag" else "0"


def _evidence(book: Book, line: Input) -> tuple[str, str, str]:
    """On what an input rests, its bounds, and where it comes from."""
    _ = book.translate
    first: Any = line.value[0] if isinstance(line.value, (list, tuple)) and line.value else line.value
    grade = SOURCES[book.language].grades[first.grade - 1] if isinstance(first, Entered) else ""
    note = first.note if isinstance(first, Entered) else ""
    if line.structure:
        note = note or _("Fixed here: another value needs another workbook.")
    source = _(line.source) if line.source else ""
    return grade, _bounds(book, line), " · ".join(part for part in (note, source) if part)


def _bounds(book: Book, line: Input) -> str:
    _ = book.translate
    if line.structure or (line.low is None and line.high is None):
        return ""
    low, high = (_bound(line, bound) for bound in (line.low, line.high))
    if line.high is None:
        return _("at least {low}").format(low=low)
    if line.low is None:
        return _("at most {high}").format(high=high)
    return _("{low} to {high}").format(low=low, high=high)


def _bound(line: Input, bound: float | None) -> str:
    if bound is None:
        return ""
    return f"{100 * bound:g} %" if line.unit.key == "percent" else f"{bound:g}"


def _write_head(book: Book, page: Page, sheet: Sheet) -> None:
    _ = book.translate
    if sheet.columns == "month":
        month_head(book, page, sheet.name)
        return
    season = sheet.columns == "season"
    last = FIRST + (14 if season else 3)
    head(book, page, sheet.name, [_("Input"), "", ""], last)
    for column in range(FIRST, last + 1):
        for row in (HEADER - 1, HEADER):
            page.text(row, column, "", "head_soft_text")
    page.text(HEADER - 1, LABEL, _("Change the yellow cells; everything else follows."), "head_soft_text")
    page.text(HEADER - 2, UNIT, _("Unit"), "head_text")
    names = [_("Rests on"), _("Bounds"), _("Note and source")]
    page.texts(HEADER - 2, last - 2, names[:2], "head_text", indent=1)
    page.text(HEADER - 2, last, names[2], "head_text")
    if season:
        _write_season_head(book, page)
    else:
        page.text(HEADER - 2, FIRST, _("Value"), "head")
        page.width(FIRST, 14)
    for column, width in zip(range(last - 2, last + 1), (14.0, 16.0, NOTES), strict=True):
        page.width(column, width)
    states(book, page, FIRST)
    fit_to_width(page)


def _write_season_head(book: Book, page: Page) -> None:
    for i in range(12):
        page.grid.number(
            HEADER - 2, FIRST + i, first_day(2001, i + 1), book.looks.style("head", f"{book.looks.months}mmm")
        )
        page.width(FIRST + i, 8)


def _validate(book: Book, page: Page, sheet: Sheet) -> None:
    """Lets each yellow cell take only what it can mean, with a sentence that says so."""
    rules: dict[tuple[str, float, float], list[str]] = {}
    for line in sheet.rows.values():
        if isinstance(line, Input) and not line.structure:
            low = line.low if line.low is not None else -HIGHEST
            high = line.high if line.high is not None else HIGHEST
            kind = "list" if line.unit.key == "flag" else "whole" if line.unit.key == "months" else "decimal"
            cells = book.layout.numbers(line)
            rules.setdefault((kind, low, high), []).append(cells[0] if len(cells) == 1 else f"{cells[0]}:{cells[-1]}")
    for (kind, low, high), places in rules.items():
        page.sheet.add_data_validation(_validation(book, kind, low, high, places))


def _validation(book: Book, kind: str, low: float, high: float, places: list[str]) -> DataValidation:
    _ = book.translate
    if kind == "list":
        rule = DataValidation(type="list", formula1='"0,1"', allow_blank=False)
    else:
        rule = DataValidation(type="whole" if kind == "whole" else "decimal", operator="between", allow_blank=False)
        rule.formula1, rule.formula2 = f"{low:.15g}", f"{high:.15g}"
    rule.error, rule.showErrorMessage = _advice(book, kind, low, high), True
    rule.errorTitle = _("Another number is needed")
    rule.sqref = " ".join(places)
    return rule


def _advice(book: Book, kind: str, low: float, high: float) -> str:
    _ = book.translate
    if kind == "list":
        return _("Type 1 for yes or 0 for no.")
    if -low == high == HIGHEST:
        return _("Type a number.")
    sentence = (
        _("Type a whole number from {low} to {high}.")
        if kind == "whole"
        else _("Type a number from {low} to {high}.")
    )
    return sentence.format(low=f"{low:,.15g}".replace(",", " "), high=f"{high:,.15g}".replace(",", " "))
