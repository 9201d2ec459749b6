"""The cover: whose plan it is, how the workbook is used, and the way to each sheet."""

from __future__ import annotations

from bizplan.domain.readiness.sentences import N_
from financial_models.readers.numerals import day

from .book import Book, Page
from .columns import fit_to_width, print_on_a4, state_of_checks, state_of_scenario

FIRST_ROW, WIDTHS = 3, (52.0, 52.0)
LEGEND = (
    ("typed_sample", N_("You may change this")),
    ("structure", N_("Fixed in this workbook")),
    ("legal", N_("Comes from the law")),
    ("carried", N_("Law, carried forward to a later year")),
    ("doubtful", N_("Law, unverified")),
    ("outside", N_("Outside the plan: calculated, not judged")),
)


def write_cover(book: Book, page: Page) -> None:
    """Writes the first sheet, once all others are there."""
    cover = book.cover
    page.widths(*WIDTHS)
    page.text(1, 1, cover.title, "cover")
    page.grid.heights[1] = 36
    page.text(2, 1, cover.subtitle, "lead")
    row = _write_facts(book, page)
    for paragraph in cover.paragraphs or _how_to_use(book):
        page.wrapped(row, 1, paragraph, sum(WIDTHS), "wrapped")
        page.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        row += 1
    row = _write_legend(book, page, row + 1)
    _write_contents(book, page, row + 1)
    print_on_a4(page)
    fit_to_width(page, pages=1)


def _write_facts(book: Book, page: Page) -> int:
    _ = book.translate
    facts = [(_("As of"), day(book.cover.as_of, book.language)), (_("Made by"), book.cover.author),
             (_("Fingerprint of this version"), book.cover.fingerprint)]
    row = FIRST_ROW + 1
    for name, value in facts:
        if value:
            page.text(row, 1, name, "soft")
            page.text(row, 2, value)
            row += 1
    state_of_checks(book, page, 1, row)
    if book.what_if:
        row += 1
        state_of_scenario(book, page, 1, row)
    return row + 2


def _how_to_use(book: Book) -> list[str]:
    _ = book.translate
    return [
        _("Change only yellow cells: the whole plan recalculates, taxes and contributions included."),
        _("Each row has one formula, the same in every month; a month stands in the same column on every sheet."),
        _("The sheets are protected without a password, so that no formula is overwritten by accident."),
    ]


def _write_legend(book: Book, page: Page, row: int) -> int:
    _ = book.translate
    page.text(row, 1, _("Colours"), "heading")
    for role, meaning in LEGEND:
        row += 1
        page.text(row, 1, _(meaning), role)
    return row + 1


def _write_contents(book: Book, page: Page, row: int) -> None:
    _ = book.translate
    page.text(row, 1, _("Sheets"), "heading")
    others = [other for other in book.pages if other is not page]
    half = (len(others) + 1) // 2
    for place, other in enumerate(others):
        page.link(row + 1 + place % half, 1 + place // half, other.name, other)
