"""The statements: rows that show what the chapters calculate, under the codes of the chart of accounts."""

from __future__ import annotations

from collections.abc import Sequence

from financial_models.readers.layout import FIRST, HEADER, LABEL, UNIT, Sheet, has_year

from .book import Book, Page
from .calculations import whole, write_formulas
from .columns import month_head, year_head
from .contents import Statement, StatementRow
from .looks import BRAND


def write_statements(book: Book, statements: Sequence[Statement]) -> None:
    """Writes each statement by month, and all of them by year."""
    _ = book.translate
    for statement in statements:
        title = _(statement.title)
        if statement.yearly:
            named = _("{chapter} by year").format(chapter=title)
            _write(book, statement, Sheet(named, book.layout.unique(named), "year"))
        if statement.monthly:
            named = _("{chapter} by month").format(chapter=title)
            _write(book, statement, Sheet(named, book.layout.unique(named), "month"))


def _write(book: Book, statement: Statement, sheet: Sheet) -> None:
    page = book.page(sheet.name, BRAND)
    for row, entry in enumerate(statement.rows, HEADER + 1):
        _write_row(book, page, sheet, row, entry)
    (
        year_head(book, page, sheet.title)
        if sheet.columns == "year"
        else month_head(book, page, sheet.title, outside=False)
    )


def _write_row(book: Book, page: Page, sheet: Sheet, row: int, entry: StatementRow) -> None:
    _ = book.translate
    line = entry.line
    name = _(entry.label) if entry.label else book.label(line) if line is not None else ""
    role = "heading" if line is None else "total_text" if entry.total else "text"
    page.text(row, LABEL, name, role, indent=entry.level)
    page.text(row, UNIT, entry.code, role if entry.total or line is None else "soft")
    if line is None or not _shown(book, sheet, entry):
        return
    values = book.years(line) if sheet.columns == "year" else book.months(line)[: book.model.span.horizon]
    numbers = book.looks.numbers(line.unit, cents=False, whole=whole(values))
    style = book.looks.style("total" if entry.total else "number", numbers)
    first = FIRST if sheet.columns == "year" else book.layout.column(1)
    write_formulas(book, page, row, book.formulas.link(line, sheet), values, first, [style] * len(values))


def _shown(book: Book, sheet: Sheet, entry: StatementRow) -> bool:
    assert entry.line is not None
    yearly = entry.line in book.model.yearly
    return (yearly or has_year(entry.line)) if sheet.columns == "year" else not yearly
