"""The head of a sheet and its columns: months or years, what is outside the plan greyed, and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from financial_models.readers.layout import (
    FIRST,
    FIRST_MONTH,
    HEADER,
    LABEL,
    LAST_MONTH,
    MONTH_DATE,
    MONTH_NUMBER,
    PLAN_YEAR,
    UNIT,
    YEAR_NAME,
    letters,
    quoted,
)
from financial_models.readers.numerals import day

from .book import Book, Page
from .cells import plain
from .looks import words

DAY_ZERO = date(1899, 12, 30)  # from which spreadsheets count days
NUMBER_WIDTH, WIDEST_LABEL = 11.3, 70
LONGEST_NAME = 80  # of a plan at the foot of a page; a spreadsheet takes 255 characters in all
SWITCH = "B3"  # the cell of the switch, on the sheet of scenarios


def head(book: Book, page: Page, title: str, texts: Sequence[str], last: int) -> None:
    """Writes the title, the state of the checks, and the names of the first two columns."""
    page.text(1, LABEL, title, "title")
    page.grid.heights[1] = 26
    for row, text in zip((MONTH_DATE, MONTH_NUMBER, PLAN_YEAR), texts, strict=True):
        page.text(row, LABEL, text, "head_text" if row == MONTH_DATE else "head_soft_text")
        page.text(row, UNIT, "", "head_soft_text")
    page.sheet.freeze_panes = page.sheet.cell(HEADER + 1, FIRST).coordinate
    page.width(LABEL, min(WIDEST_LABEL, max(40, 1.05 * page.longest)))
    page.width(UNIT, 8)
    print_on_a4(page, f"1:{HEADER}")


def states(book: Book, page: Page, column: int) -> None:
    """Shows in the first row, which is repeated in print, whether the checks hold and which scenario is on."""
    state_of_checks(book, page, column)
    state_of_scenario(book, page, column + 2)


def state_of_scenario(book: Book, page: Page, column: int, row: int = 1) -> None:
    """Shows which scenario is switched on, in amber unless it is the plan itself."""
    _ = book.translate
    if book.what_if:
        planned, cell = plain(book.what_if.setbacks[0].name), f"{letters(column + 1)}{row}"
        page.text(row, column, _("Scenario"), "right")
        page.grid.said(row, column + 1, f"={switch(book)}", planned, book.looks.style("text"))
        page.warn(cell, '{}<>"{}"'.format(cell, planned.replace('"', '""')))


def switch(book: Book) -> str:
    """The cell that says which scenario is on."""
    return f"{quoted(next(iter(book.layout.in_force.values()))[0].name)}${SWITCH[0]}${SWITCH[1:]}"


def state_of_checks(book: Book, page: Page, column: int, row: int = 1) -> None:
    """Shows beside each other, in the first row unless told, that there are checks and whether they hold."""
    _ = book.translate
    if book.status:
        style = book.looks.style("right", words(_("look there"), _("OK")))
        page.text(row, column, _("Checks"), "right")
        page.grid.formula(row, column + 1, f"={book.status}", book.failing, style)
        page.paint(f"{letters(column + 1)}{row}", f"{letters(column + 1)}{row}>0")


def month_head(book: Book, page: Page, title: str, *, outside: bool = True) -> None:
    """The head of a monthly sheet; without what is outside, its columns are there but hidden."""
    _ = book.translate
    layout, span, looks = book.layout, book.model.span, book.looks
    texts = [_("Month"), _("Number of the month"), _("Year of the plan")]
    head(book, page, title, texts, layout.last_column)
    for month in range(1 - layout.past, span.length + book.model.foresight + 1):
        column, inside = layout.column(month), 1 <= month <= span.horizon
        page.grid.number(
            MONTH_DATE,
            column,
            first_day(span.calendar_year(month), span.month_of_year(month)),
            looks.style("head" if inside else "head_outside", looks.dated()),
        )
        page.grid.number(MONTH_NUMBER, column, month, looks.style("head_soft" if inside else "head_outside"))
        if inside:
            page.grid.number(PLAN_YEAR, column, (month - 1) // 12 + 1, looks.style("head_soft"))
        else:
            page.text(
                PLAN_YEAR, column, _("before") if month < 1 else _("after"), "head_outside"
            )
        page.width(column, NUMBER_WIDTH)
    _hide(book, page, outside)
    states(book, page, layout.column(1))
    page.sheet.print_area = f"A1:{letters(layout.column(span.horizon))}{page_end(page)}"
    page.sheet.print_title_cols = "A:B"
    for month in range(12, span.horizon, 12):
        page.sheet.col_breaks.append(Break(id=layout.column(month)))


def page_end(page: Page) -> int:
    """The last row that has a cell."""
    return max(page.grid.rows)


def first_day(year: int, month: int) -> int:
    """The first day of a month as spreadsheets count days."""
    return (date(year, month, 1) - DAY_ZERO).days


def _hide(book: Book, page: Page, outside: bool) -> None:
    """Folds away the months that are only there so that each row can have one formula."""
    layout, span = book.layout, book.model.span
    groups = [
        (layout.column(1 - layout.past), layout.column(-1 if outside else 0)),
        (layout.column(span.length + 1 if outside else span.horizon + 1), layout.last_column),
    ]
    for first, last in groups:
        if first <= last:
            page.sheet.column_dimensions.group(letters(first), letters(last), outline_level=1, hidden=True)


def year_head(book: Book, page: Page, title: str) -> None:
    """The head of a yearly sheet: plan years, then calendar years, each with its first and last month."""
    _ = book.translate
    looks, years = book.looks, book.model.span.years()
    texts = [_("Year"), _("First month"), _("Last month")]
    head(book, page, title, texts, book.layout.year_column(len(years) - 1))
    for i, year in enumerate(years):
        column = book.layout.year_column(i)
        name = _("Year {number}").format(number=year.number) if year.kind == "plan" else str(year.number)
        page.text(YEAR_NAME, column, name, "head")
        page.grid.number(FIRST_MONTH, column, year.first, looks.style("head_soft"))
        page.grid.number(LAST_MONTH, column, year.last, looks.style("head_soft"))
        page.width(column, 13)
    states(book, page, book.layout.year_column(0))
    fit_to_width(page)


def print_on_a4(page: Page, rows: str = "") -> None:
    """Sets a page up for A4 landscape, with its head repeated; ``sign`` puts names at the foot."""
    sheet = page.sheet
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.scale = "landscape", 9, 60
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    if rows:
        sheet.print_title_rows = rows


def sign(book: Book, page: Page) -> None:
    """Prints at the foot of each page whose plan it is and as of which day, the sheet, and the number of the page."""
    name = plain(book.cover.title).replace("\n", " ")[:LONGEST_NAME].replace("&", "&&")
    made = day(book.cover.as_of, book.language)
    left, middle, right = (f"{name} · {made}", "&A", "&P / &N")
    if book.right_to_left:
        left, right = right, left
    parts = {"left": left, "center": middle, "right": right}
    page.sheet.oddFooter = HeaderFooterItem(**{at: _HeaderFooterPart(each, size=8) for at, each in parts.items()})


def fit_to_width(page: Page, pages: int = 0) -> None:
    """Prints a page as wide as the paper, on so many pages (0: as many as it takes)."""
    page.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.sheet.page_setup.fitToWidth, page.sheet.page_setup.fitToHeight = 1, pages
