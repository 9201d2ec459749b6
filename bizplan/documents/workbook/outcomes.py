"""What comes of each scenario: the one that is switched on by formula, all of them as the engine calculated them."""

from __future__ import annotations

import math

from financial_models.language import Line
from financial_models.readers.layout import MONTH_DATE, Sheet, letters, quoted
from financial_models.readers.numerals import day

from .book import Book, Page
from .columns import first_day
from .contents import Measure, WhatIf

NEVER = 1e9  # above any ratio: a year in which nothing is owed or needed is never the worst


def write_outcomes(book: Book, page: Page, home: Sheet, what_if: WhatIf, row: int) -> None:
    """Writes the table of scenarios side by side, the live one first."""
    _ = book.translate
    known = [setback for setback in what_if.setbacks if setback.results]
    page.text(row, 1, _("What comes of it"), "head_text")
    page.text(row, 2, _("Live: the scenario that is on"), "head_wrapped")
    for column, setback in enumerate(known, 3):
        page.text(row, column, setback.name, "head_wrapped")
    page.grid.heights[row] = 39
    page.text(row + 1, 1, "", "soft")
    not_live = _("not live: calculated on {day}").format(day=day(book.cover.as_of, book.language))
    page.text(row + 1, 3, not_live, "caution")
    for i, measure in enumerate(what_if.measures):
        at = row + 2 + i
        page.text(at, 1, _(measure.label))
        look = _look(book, measure)
        live = _shown(book, measure, known[0].results[i])
        page.grid.formula(at, 2, f"={_formula(book, home, measure)}", live, book.looks.style("strong", look))
        for column, setback in enumerate(known, 3):
            value = _shown(book, measure, setback.results[i])
            page.grid.number(at, column, value, book.looks.style("number", look))


def _look(book: Book, measure: Measure) -> str:
    if measure.kind in ("lowest month", "first month"):
        return f'{book.looks.dated()};;"–"'
    if measure.kind == "below zero":
        return '0;-0;"–"'
    return book.looks.numbers(measure.unit, cents=False, brief=True)


def _shown(book: Book, measure: Measure, value: float) -> float:
    """A result as its cell has it: a month as its first day, nothing where there is none."""
    if measure.kind in ("lowest month", "first month"):
        span = book.model.span
        return first_day(span.calendar_year(int(value)), span.month_of_year(int(value))) if value else 0
    return 0.0 if math.isnan(value) else value


def _formula(book: Book, home: Sheet, measure: Measure) -> str:
    line = measure.lines[0]
    cells = _years(book, line) if measure.kind == "worst year" else book.layout.range_of(line, home)
    match measure.kind:
        case "lowest":
            return f"MIN({cells})"
        case "lowest month":
            return f"INDEX({months_of(book, line)}, MATCH(MIN({cells}), {cells}, 0))"
        case "below zero":
            return f"SUMPRODUCT((ROUND({cells}, 2) < 0) * 1)"
        case "worst year":
            return _worst(cells, _years(book, measure.lines[1]))
        case "first month":
            last = cells.rpartition(":")[2]
            place = f"{cells.rpartition('!')[0]}!{last}"
            return f"IF({place} = 0, 0, INDEX({months_of(book, line)}, {place}))"


def _worst(ratios: str, divisors: str) -> str:
    """The lowest ratio of the years in which it is divided by something; SUMPRODUCT reads lists in any spreadsheet."""
    nothing = f"(ROUND({divisors}, 2) <= 0)"
    lowest = f"SUMPRODUCT(MIN({ratios} + {nothing} * {NEVER:.0f}))"
    return f"IF({lowest} > {NEVER / 2:.0f}, 0, {lowest})"


def _years(book: Book, line: Line) -> str:
    """A yearly line over the plan years, which stand before the calendar years."""
    sheet, row = book.layout.yearly_place[line]
    plan = [i for i, year in enumerate(book.model.span.years()) if year.kind == "plan"]
    first, last = (letters(book.layout.year_column(i)) for i in (plan[0], plan[-1]))
    return f"{quoted(sheet.name)}${first}${row}:${last}${row}"


def months_of(book: Book, line: Line) -> str:
    """The months of the plan above a line, on its sheet."""
    sheet, _ = book.layout.place[line]
    first, last = (letters(book.layout.column(m)) for m in (1, book.model.span.horizon))
    return f"{quoted(sheet.name)}${first}${MONTH_DATE}:${last}${MONTH_DATE}"
