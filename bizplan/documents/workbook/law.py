"""The law in figures: each year's amount beside its source, and marked where it is not certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bizplan.domain.readiness.sentences import N_
from bizplan.translations import called
from financial_models.language import Input, Yearly
from financial_models.law import Rate
from financial_models.readers.layout import FIRST, HEADER, LAW, UNIT, Sheet, legal
from financial_models.readers.numerals import day

from .book import Book, Page
from .calculations import write_labels
from .columns import fit_to_width, head, states
from .inputs import current, input_format, name_cells
from .looks import LEGAL

REMARKS, SOURCES = 40.0, 64.0  # widths
STATUS = {"official": N_("official source"), "secondary": N_("other source"), "unverified": N_("unverified")}


def write_law(book: Book) -> None:
    """Writes the sheet of legal figures, which are read but not typed."""
    sheet = book.layout.sheets.get((LAW, "law"))
    if sheet is None:
        return
    page = book.page(sheet.name, LEGAL)
    write_labels(book, page, sheet)
    for row, line in sheet.rows.items():
        assert isinstance(line, Input)
        _write_figures(book, page, row, line)
        name_cells(book, sheet, line)
        _write_provenance(book, page, row, _figures(line))
    _write_head(book, page, sheet)


def _figures(line: Input) -> list[Any]:
    return list(line.value) if isinstance(line.value, (list, tuple)) else [line.value]


def _write_figures(book: Book, page: Page, row: int, line: Input) -> None:
    first = book.layout.law_column(0) if isinstance(line, Yearly) else FIRST
    figures = _figures(line)
    for i, number in enumerate(current(book, line)):
        role = role_of(figures[min(i, len(figures) - 1)])
        page.grid.number(row, first + i, number, book.looks.style(role, input_format(book, line)))


def role_of(figure: Any) -> str:
    """How a legal figure looks: unverified, carried forward, or certain."""
    if not legal(figure):
        return "structure"
    if figure.status == "unverified":
        return "doubtful"
    return "legal" if figure.carried_forward_from is None else "carried"


def _write_provenance(book: Book, page: Page, row: int, figures: Sequence[Any]) -> None:
    _ = book.translate
    known = [figure for figure in figures if legal(figure)]
    if not known:
        return
    status = "; ".join(dict.fromkeys(_(STATUS[f.status]) for f in known))
    since = "; ".join(dict.fromkeys(day(f.since, book.language) for f in known))
    source = "; ".join(dict.fromkeys(_read_in(f, book.language) for f in known))
    column = _texts_from(book)
    page.text(row, column, status, "caution" if any(f.status == "unverified" for f in known) else "soft", indent=1)
    page.text(row, column + 1, since, "wrapped_soft")
    page.wrapped(row, column + 2, _remark(book, known), REMARKS)
    page.wrapped(row, column + 3, source, SOURCES)


def _read_in(figure: Any, language: str) -> str:
    """The article of law, where known, and the text in which the figure was read."""
    return " – ".join(text.text(language) for text in (figure.basis, figure.source) if text)


def provenance(book: Book, figure: Rate) -> str:
    """Where a figure comes from, in one line: its name, its source and how sure it is."""
    _ = book.translate
    return " · ".join((called(figure.label, book.language), _read_in(figure, book.language), _(STATUS[figure.status])))


def _remark(book: Book, known: Sequence[Any]) -> str:
    _ = book.translate
    carried = [f.carried_forward_from for f in known if f.carried_forward_from is not None]
    parts = [_("carried forward from {year}").format(year=year) for year in dict.fromkeys(carried)]
    parts += dict.fromkeys(f.note.text(book.language) for f in known if f.note)
    parts += [
        _("reform that is not in force: {name}").format(name=name)
        for name in dict.fromkeys(f.reform for f in known if f.reform)
    ]
    late = [f.recheck_after for f in known if f.due_for_recheck(book.cover.as_of)]
    if late:
        parts.append(_("to be checked again since {day}").format(day=day(min(late), book.language)))
    return " · ".join(parts)


def _texts_from(book: Book) -> int:
    return book.layout.law_column(book.model.span.calendar_years)


def _write_head(book: Book, page: Page, sheet: Sheet) -> None:
    _ = book.translate
    years, texts = book.model.span.calendar_years, _texts_from(book)
    sentence = _("Grey italic: carried forward, not yet enacted. Orange: unverified.")
    head(book, page, sheet.name, [_("Figure"), sentence, ""], texts + 3)
    for column in range(FIRST, texts + 4):
        for row in (HEADER - 1, HEADER):
            page.text(row, column, "", "head_soft_text")
    page.text(HEADER - 2, UNIT, _("Unit"), "head_text")
    page.text(HEADER - 2, FIRST, _("Always"), "head")
    for i in range(years):
        page.grid.number(HEADER - 2, book.layout.law_column(i), book.model.span.year + i, book.looks.style("head", "0"))
    page.text(HEADER - 2, texts, _("Status"), "head_text", indent=1)
    page.texts(HEADER - 2, texts + 1, [_("Since"), _("Remarks"), _("Source")], "head_text")
    for column, width in [(c, 12.0) for c in range(FIRST, texts)] + list(
        zip(range(texts, texts + 4), (17.0, 19.0, REMARKS, SOURCES), strict=True)
    ):
        page.width(column, width)
    states(book, page, FIRST)
    fit_to_width(page)
