"""The sheets of the model: a chapter each, one row for each line, and what each line is over a year."""

from __future__ import annotations

from functools import partial
from itertools import repeat
from xml.sax.saxutils import escape

from financial_models.language import Balance, Line, Yearly
from financial_models.readers.formulas import RowFormula
from financial_models.readers.labels import short_label
from financial_models.readers.layout import BY_YEAR, FIRST, LABEL, UNIT, Sheet

from .book import Book, Page
from .columns import month_head, year_head

SMALL = 100  # amounts below it keep their cents over a year


def write_calculations(book: Book) -> None:
    """Writes every sheet on which something is calculated."""
    for sheet in book.layout.sheets.values():
        if sheet.columns in ("month", "year") and any(line in book.formulas.rows for line in sheet.rows.values()):
            page = book.page(sheet.name)
            write_labels(book, page, sheet)
            for row, line in sheet.rows.items():
                if sheet.columns == "month":
                    _write_months(book, page, sheet, row, line)
                else:
                    _write_years(book, page, sheet, row, line)
            (month_head if sheet.columns == "month" else year_head)(book, page, sheet.name)


def write_labels(book: Book, page: Page, sheet: Sheet) -> None:
    """Writes what each row is called and its unit; a block that the user named stands under its name."""
    _ = book.translate
    for row, block in sheet.headings.items():
        page.text(row, LABEL, book.titles[block.name], "heading")
        page.grid.empty(row, UNIT, page.looks.style("heading"))
    under = {block.name for block in sheet.headings.values()}
    for row, line in sheet.rows.items():
        name = short_label(line, book.translate) if line.block in under else _named(book, line)
        role = "total_text" if isinstance(line, Balance) else "text"
        page.text(row, LABEL, name, role, indent=int(line.block in under))
        page.text(
            row,
            UNIT,
            _(line.unit.symbol) if line.unit.symbol else "",
            "total_text" if role == "total_text" else "soft",
        )


def _named(book: Book, line: Line) -> str:
    """The full name of a line; what the law gives by year stands under the years, so its own name is enough."""
    title = book.titles.get(line.block, "") if isinstance(line, Yearly) else ""
    return title or book.label(line)


def _write_months(book: Book, page: Page, sheet: Sheet, row: int, line: Line) -> None:
    layout, span = book.layout, book.model.span
    values, formula = book.months(line), book.formulas.rows[line]
    style = partial(book.looks.style, number_format=book.looks.numbers(line.unit, whole=whole(values)))
    total = isinstance(line, Balance)
    inside, outside = style("total" if total else "number"), style("outside_total" if total else "outside")
    _write_start(book, page, sheet, row, line, outside)
    write_formulas(
        book,
        page,
        row,
        formula,
        values,
        layout.column(1),
        [inside] * span.horizon + [outside] * (span.length - span.horizon),
    )
    if line in book.model.remembered:
        for month in range(span.length + 1, span.length + book.model.foresight + 1):
            page.grid.number(row, layout.column(month), 0, outside)


def _write_start(book: Book, page: Page, sheet: Sheet, row: int, line: Line, style: int) -> None:
    """Writes what stands before the first month, of a line that a later month looks back at."""
    if line not in book.model.remembered:
        return
    layout, value = book.layout, book.values.at(line, 0)
    link = book.formulas.start(line, sheet) if isinstance(line, Balance) else None
    first = layout.column(1 - layout.past)
    if link is not None:
        write_formulas(book, page, row, link, [value] * layout.past, first, [style] * layout.past)
        return
    for column in range(first, first + layout.past):
        page.grid.number(row, column, value, style)


def _write_years(book: Book, page: Page, sheet: Sheet, row: int, line: Line) -> None:
    values = book.years(line)
    formula = book.formulas.years[line] if sheet.title == BY_YEAR else book.formulas.rows[line]
    role = "total" if isinstance(line, Balance) else "number"
    numbers = book.looks.numbers(line.unit, cents=max(map(abs, values)) < SMALL, whole=whole(values), brief=True)
    style = book.looks.style(role, numbers)
    write_formulas(book, page, row, formula, values, FIRST, repeat(style))  # type: ignore[arg-type]


def write_formulas(
    book: Book, page: Page, row: int, formula: RowFormula, values: list[float], first: int, styles: list[int]
) -> None:
    """Writes the one formula of a row into all its columns, from the first on."""
    escaped = RowFormula(escape(formula.pattern[1:]), formula.back)  # escaped once: letters of columns need not be
    texts = (escaped.at(column, book.layout.letters) for column in range(first, first + len(values)))
    page.grid.formulas(row, first, texts, values, styles)


def whole(values: list[float]) -> bool:
    """Whether all numbers are whole: then none needs decimals."""
    return all(value == value // 1 for value in values)
