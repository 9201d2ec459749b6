"""The table of sensitivity: what one number that is off does to the plan, as the engine calculated it."""

from __future__ import annotations

import math

from bizplan.domain.readiness.sentences import N_
from financial_models.language import MONEY, PERCENT, RATIO
from financial_models.readers.numerals import day

from .book import Book, Page
from .columns import fit_to_width, print_on_a4, states
from .contents import Results, Sensitivity, Variation
from .looks import BAD

FIRST_ROW = 7
WIDTHS = (66.0, 24.0, 13.0, 13.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 17.0)
RESULTS = ((N_("Lowest on the account"), MONEY), (N_("Family covered, worst year"), PERCENT),
           (N_("Coverage of the debt after the family, worst year"), RATIO))


def write_sensitivity(book: Book, sensitivity: Sensitivity) -> None:
    """Writes the sheet of sensitivity."""
    _ = book.translate
    page = book.page(book.layout.unique(_("Sensitivity")), BAD)
    page.widths(*WIDTHS)
    page.text(1, 1, page.name, "title")
    page.grid.heights[1] = 26
    states(book, page, 5)
    made = _("not live: calculated on {day}").format(day=day(book.cover.as_of, book.language))
    page.text(2, 1, made, "caution")
    how = _("Each number is moved alone, as far as its evidence leaves it open; the heaviest stands first.")
    page.wrapped(3, 1, how, sum(WIDTHS))
    page.sheet.merge_cells(start_row=3, end_row=3, start_column=1, end_column=len(WIDTHS))
    _write_head(book, page)
    _write_results(book, page, FIRST_ROW, (sensitivity.base, sensitivity.base), "total")
    page.text(FIRST_ROW, 1, _("As planned"), "total_text")
    for row, variation in enumerate(sensitivity.variations, FIRST_ROW + 1):
        _write_variation(book, page, row, variation)
    print_on_a4(page, f"1:{FIRST_ROW - 1}")
    fit_to_width(page)


def _write_head(book: Book, page: Page) -> None:
    _ = book.translate
    row = FIRST_ROW - 2
    page.texts(row, 1, [_("What is varied"), _("Rests on")], "head_text")
    page.texts(row + 1, 1, ["", ""], "head_text")
    page.text(row, 3, _("Moved by"), "head")
    page.grid.empty(row, 4, book.looks.style("head"))
    for i, (label, _unit) in enumerate(RESULTS):
        page.text(row, 5 + 2 * i, _(label), "head_wrapped")
        page.grid.empty(row, 6 + 2 * i, book.looks.style("head_wrapped"))
        page.sheet.merge_cells(start_row=row, end_row=row, start_column=5 + 2 * i, end_column=6 + 2 * i)
    for column in range(3, 11):
        page.text(row + 1, column, _("if less") if column % 2 else _("if more"), "head")
    page.text(row, 11, _("Largest effect on the lowest cash"), "head_wrapped")
    page.grid.empty(row + 1, 11, book.looks.style("head"))
    page.grid.heights[row] = 39


def _write_variation(book: Book, page: Page, row: int, each: Variation) -> None:
    page.text(row, 1, book.label(each.line))
    page.text(row, 2, each.rests_on, "soft")
    moved = book.looks.style("number", _moved(book, each))
    for column, side in enumerate((each.less, each.more), 3):
        if side:
            page.grid.number(row, column, side[0], moved)
    _write_results(book, page, row, tuple(side and side[1] for side in (each.less, each.more)), "number")
    page.grid.number(row, 11, each.weight, book.looks.style("number", book.looks.numbers(MONEY, cents=False)))


def _moved(book: Book, each: Variation) -> str:
    return '+0;-0;0' if each.line.unit.key == "months" else "+0%;-0%;0%"


def _write_results(book: Book, page: Page, row: int, sides: tuple[Results | None, ...], role: str) -> None:
    for side, results in enumerate(sides):
        for i, (_label, unit) in enumerate(RESULTS):
            if results and not math.isnan(results[i]):
                look = book.looks.style(role, book.looks.numbers(unit, cents=False, brief=True))
                page.grid.number(row, 5 + 2 * i + side, results[i], look)
