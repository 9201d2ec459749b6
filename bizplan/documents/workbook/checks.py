"""The checks: live formulas that must all hold, then what was found in the plan, then what is not live."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.pagebreak import Break

from bizplan.domain.figures import HALF_A_CENT, NOISE, allowed
from bizplan.domain.readiness.sentences import N_
from financial_models.language import MONEY
from financial_models.readers.layout import Sheet, quoted
from financial_models.readers.numerals import day

from .book import Book, Page
from .calculations import whole
from .columns import fit_to_width, print_on_a4, state_of_scenario
from .contents import Amount, Check, Finding, Funding, Reading
from .looks import words

ALLOWED_ROW, FIRST_ROW = 5, 8
WIDTHS = (72.0, 20.0, 32.0, 38.0)
BOLD = 1.15  # of a column's width for each letter
SEVERITIES = {"blocks": (N_("Blocks"), "bad"), "attention": (N_("Attention"), "caution"), "note": (N_("Note"), "soft")}


def write_checks(
    book: Book,
    page: Page,
    checks: Sequence[Check],
    funding: Funding | None,
    findings: Sequence[Finding],
    readings: Sequence[Reading],
) -> None:
    """Writes the sheet of checks; every other sheet shows its total."""
    _ = book.translate
    page.text(1, 1, _("Checks"), "title")
    page.grid.heights[1] = 26
    page.widths(*WIDTHS)
    state_of_scenario(book, page, 1, 2)
    row = _write_live(book, page, checks)
    row = _write_funding(book, page, row, funding)
    row = _write_findings(book, page, row, findings)
    _write_readings(book, page, row, readings)
    print_on_a4(page, "1:3")
    fit_to_width(page)


def _write_live(book: Book, page: Page, checks: Sequence[Check]) -> int:
    _ = book.translate
    heads = [_("These must hold in every month, whatever is changed"), _("Deviation"), _("Allowed"), _("State")]
    _write_heads(page, FIRST_ROW - 1, heads, "head", "head", "head")
    home = Sheet("", page.name, "one")
    _write_allowed(book, page)
    failing = 0
    for row, check in enumerate(checks, FIRST_ROW):
        failing += _write_check(book, page, home, row, check)
    last = max(FIRST_ROW, FIRST_ROW + len(checks) - 1)
    _write_total(book, page, last, failing)
    page.paint(f"D{FIRST_ROW}:D{last}", f"D{FIRST_ROW}>0")
    return last + 3


def _write_heads(page: Page, row: int, texts: Sequence[str], *roles: str) -> None:
    """The heads of a table: above the names as text, above figures as the roles say."""
    for column, text in enumerate(texts, 1):
        page.text(row, column, text, ("head_text", *roles, "head_text", "head_text")[column - 1])


def _write_check(book: Book, page: Page, home: Sheet, row: int, check: Check) -> int:
    _ = book.translate
    numbers = book.looks.numbers(check.line.unit)
    deviation, most = _deviation(book, check), allowed(book.values, check.size)
    formula = _formula(check.rule, [book.layout.range_of(line, home) for line in (check.line, *check.others)])
    fails = int(deviation > most)
    page.text(row, 1, _(check.label))
    page.grid.formula(row, 2, formula, deviation, book.looks.style("number", numbers))
    page.grid.formula(row, 3, _most(book, check, home), most, book.looks.style("soft", f"{book.looks.locale}0.000"))
    page.grid.formula(
        row,
        4,
        f"=IF(B{row} > C{row}, 1, 0)",
        fails,
        book.looks.style("text", words(_("Does not hold"), _("Holds"))),
    )
    return fails


def _write_allowed(book: Book, page: Page) -> None:
    """What may deviate in any check: half a cent, or the share of the largest amount that floats cannot tell."""
    _ = book.translate
    rows = ((_("A check may deviate by this amount"), HALF_A_CENT, f"{book.looks.locale}0.000"),
            (_("or, where amounts are very large, by this share of the largest amount"), NOISE, "0E+00"))
    for row, (text, number, look) in enumerate(rows, ALLOWED_ROW):
        page.text(row, 1, text, "soft")
        page.grid.number(row, 3, number, book.looks.style("soft", look))


def _most(book: Book, check: Check, home: Sheet) -> str:
    """The formula of what may deviate in a check."""
    cells = ", ".join(book.layout.range_of(line, home) for line in check.size)
    share = f", $C${ALLOWED_ROW + 1} * MAX({cells}), -$C${ALLOWED_ROW + 1} * MIN({cells})" if cells else ""
    return f"=MAX($C${ALLOWED_ROW}{share})"


def _formula(rule: str, places: Sequence[str]) -> str:
    cells = ", ".join(places)
    if rule == "sum":
        return f"=SUMPRODUCT(ABS({' - '.join(places)}))"
    return f"=MAX(MAX({cells}), -1 * MIN({cells}))" if rule == "zero" else f"=MAX(0, -1 * MIN({cells}))"


def _deviation(book: Book, check: Check) -> float:
    """What the formula comes to: the largest deviation of a month, or what all months are off by."""
    line, *others = (book.values.series(each) for each in (check.line, *check.others))
    if check.rule == "sum":
        return float(abs(line - sum(others)).sum())
    lowest, highest = min(each.min() for each in (line, *others)), max(each.max() for each in (line, *others))
    return float(max(0.0, -lowest) if check.rule == "not negative" else max(highest, -lowest))


def _write_total(book: Book, page: Page, last: int, failing: int) -> None:
    _ = book.translate
    states = _("Not all checks hold"), _("All checks hold")
    page.width(2, max(WIDTHS[1], BOLD * max(map(len, states))))  # a state that does not fit would be printed as ###
    page.text(3, 1, _("State of the workbook"), "total_text")
    page.grid.formula(3, 2, f"=SUM(D{FIRST_ROW}:D{last})", failing, book.looks.style("text", words(*states)))
    page.paint("B3", "B3>0")
    page.text(
        4,
        1,
        _(
            "The checks recalculate with every change. The findings below were made when the workbook was written."
        ),
        "soft",
    )
    book.status, book.failing = f"{quoted(page.name)}$B$3", failing


def _write_funding(book: Book, page: Page, row: int, funding: Funding | None) -> int:
    _ = book.translate
    if funding is None:
        return row
    _write_heads(page, row, [_("Uses and sources (not live)"), _("Amount"), "", _("State")], "head")
    row = _write_amounts(book, page, row + 1, _("All uses"), funding.uses) + 1
    row = _write_amounts(book, page, row, _("All sources"), funding.sources)
    covered = funding.left > -HALF_A_CENT
    page.text(row, 1, _("Sources cover uses"))
    page.grid.number(row, 2, funding.left, _amounts(book, "number"))
    page.text(row, 4, _("Holds") if covered else _("Does not hold"), "good" if covered else "bad")
    page.text(row + 1, 4, _not_live(book), "caution")
    return row + 3


def _write_amounts(book: Book, page: Page, row: int, total: str, amounts: Sequence[Amount]) -> int:
    for each in amounts:
        page.text(row, 1, each.label, indent=1)
        page.grid.number(row, 2, each.amount, _amounts(book, "number"))
        row += 1
    page.text(row, 1, total, "total_text")
    page.grid.number(row, 2, sum(each.amount for each in amounts), _amounts(book, "total"))
    return row + 1


def _amounts(book: Book, role: str) -> int:
    return book.looks.style(role, book.looks.numbers(MONEY))


def _not_live(book: Book) -> str:
    _ = book.translate
    return _("not live: as of {day}").format(day=day(book.cover.as_of, book.language))


def _write_findings(book: Book, page: Page, row: int, findings: Sequence[Finding]) -> int:
    _ = book.translate
    page.sheet.row_breaks.append(Break(id=row - 1))
    page.texts(row, 1, [_("Findings in the plan (not live)"), _("Weight"), _("Where"), ""], "head_text")
    if not findings:
        page.text(row + 1, 1, _("Nothing was found."), "soft")
    for finding in findings:
        row += 1
        word, role = SEVERITIES[finding.severity]
        page.wrapped(row, 1, finding.text, WIDTHS[0], "wrapped")
        page.text(row, 2, _(word), role)
        page.wrapped(row, 3, finding.where, WIDTHS[2])
    return row + 3


def _write_readings(book: Book, page: Page, row: int, readings: Sequence[Reading]) -> None:
    _ = book.translate
    if not readings:
        return
    _write_heads(page, row, [_("Figures that no formula can say"), _("Value"), "", _("State")], "head")
    for reading in readings:
        row += 1
        page.text(row, 1, _(reading.label))
        if isinstance(reading.value, str):
            page.text(row, 2, _(reading.value), "soft")
        else:
            numbers = book.looks.numbers(reading.unit, whole=whole([reading.value]))
            page.grid.number(row, 2, reading.value, book.looks.style("number", numbers))
        page.text(row, 4, _not_live(book), "caution")
