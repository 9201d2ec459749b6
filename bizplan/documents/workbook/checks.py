"""The checks: live formulas that must all hold, then what was found in the plan, then what is not live."""

from __future__ import annotations

from collections.abc import Sequence

from financial_models.language import Line
from financial_models.readers.layout import Sheet, quoted

from .book import Book, Page
from .columns import fit_to_width, print_on_a4
from .contents import Check, Finding, Reading
from .looks import words

TOLERANCE = 0.005  # half a cent
FIRST_ROW = 8
WIDTHS = (72.0, 20.0, 32.0, 26.0)
SEVERITIES = {"blocks": ("Blocks", "bad"), "attention": ("Attention", "caution"), "note": ("Note", "soft")}


def write_checks(
    book: Book, page: Page, checks: Sequence[Check], findings: Sequence[Finding], readings: Sequence[Reading]
) -> None:
    """Writes the sheet of checks; every other sheet shows its total."""
    page.text(1, 1, book.translate("Checks"), "title")
    page.grid.heights[1] = 26
    page.widths(*WIDTHS)
    row = _write_live(book, page, checks)
    row = _write_findings(book, page, row, findings)
    _write_readings(book, page, row, readings)
    print_on_a4(page)
    fit_to_width(page)


def _write_live(book: Book, page: Page, checks: Sequence[Check]) -> int:
    heads = ("These must hold in every month, whatever is changed", "Largest deviation", "Allowed", "State")
    page.texts(FIRST_ROW - 1, 1, [book.translate(t) for t in heads], "head_text")
    home = Sheet("", page.name, "one")
    failing = 0
    for row, check in enumerate(checks, FIRST_ROW):
        failing += _write_check(book, page, home, row, check)
    last = max(FIRST_ROW, FIRST_ROW + len(checks) - 1)
    _write_total(book, page, last, failing)
    page.paint(f"D{FIRST_ROW}:D{last}", f"D{FIRST_ROW}>0")
    return last + 3


def _write_check(book: Book, page: Page, home: Sheet, row: int, check: Check) -> int:
    numbers = book.looks.numbers(check.line.unit)
    deviation = _deviation(book, check)
    cells = book.layout.range_of(check.line, home)
    formula = f"=MAX(MAX({cells}), -1 * MIN({cells}))" if check.rule == "zero" else f"=MAX(0, -1 * MIN({cells}))"
    fails = int(deviation > TOLERANCE)
    page.text(row, 1, book.translate(check.label))
    page.grid.formula(row, 2, formula, deviation, book.looks.style("number", numbers))
    page.grid.number(row, 3, TOLERANCE, book.looks.style("soft", f"{book.looks.locale}0.000"))
    page.grid.formula(
        row,
        4,
        f"=IF(B{row} > C{row}, 1, 0)",
        fails,
        book.looks.style("text", words(book.translate("Does not hold"), book.translate("Holds"))),
    )
    return fails


def _deviation(book: Book, check: Check) -> float:
    values = _judged(book, check.line)
    return max(0.0, -min(values)) if check.rule == "not negative" else max(max(values), -min(values))


def _judged(book: Book, line: Line) -> list[float]:
    numbers: list[float] = book.values.series(line).tolist()
    return numbers


def _write_total(book: Book, page: Page, last: int, failing: int) -> None:
    state = words(book.translate("Not all checks hold"), book.translate("All checks hold"))
    page.text(3, 1, book.translate("State of the workbook"), "total_text")
    page.grid.formula(3, 2, f"=SUM(D{FIRST_ROW}:D{last})", failing, book.looks.style("text", state))
    page.paint("B3", "B3>0")
    page.text(
        4,
        1,
        book.translate(
            "The checks recalculate with every change. The findings below were made when the workbook was written."
        ),
        "soft",
    )
    book.status, book.failing = f"{quoted(page.name)}$B$3", failing


def _write_findings(book: Book, page: Page, row: int, findings: Sequence[Finding]) -> int:
    page.texts(
        row, 1, [book.translate(t) for t in ("Findings in the plan (not live)", "Weight", "Where", "")], "head_text"
    )
    if not findings:
        page.text(row + 1, 1, book.translate("Nothing was found."), "soft")
    for finding in findings:
        row += 1
        word, role = SEVERITIES[finding.severity]
        page.wrapped(row, 1, finding.text, WIDTHS[0], "wrapped")
        page.text(row, 2, book.translate(word), role)
        page.wrapped(row, 3, finding.where, WIDTHS[2])
    return row + 3


def _write_readings(book: Book, page: Page, row: int, readings: Sequence[Reading]) -> None:
    if not readings:
        return
    page.texts(
        row, 1, [book.translate(t) for t in ("Figures that no formula can say", "Value", "", "State")], "head_text"
    )
    for reading in readings:
        row += 1
        page.text(row, 1, book.translate(reading.label))
        if isinstance(reading.value, str):
            page.text(row, 2, book.translate(reading.value), "soft")
        else:
            page.grid.number(row, 2, reading.value, book.looks.style("number", book.looks.numbers(reading.unit)))
        page.text(row, 4, book.translate("not live: as of {day}").format(day=book.cover.as_of.isoformat()), "caution")
