"""From a model and its values to ``model.xlsx``: the sheets in their order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from financial_models.language import Model
from financial_models.readers.labels import Translate
from financial_models.readers.values import Values

from .book import Book
from .calculations import write_calculations
from .charts import write_charts
from .checks import write_checks
from .columns import sign
from .contents import Chart, Check, Cover, Finding, Funding, LoanToTry, Reading, Sensitivity, Statement, WhatIf
from .explorer import write_explorer
from .front import write_cover
from .inputs import write_inputs
from .law import write_law
from .looks import BRAND
from .origin import Line, write_origin
from .scenarios import write_scenarios
from .sensitivities import write_sensitivity
from .statements import write_statements


def write_workbook(
    model: Model,
    values: Values,
    target: str | Path | IO[bytes],
    *,
    language: str,
    cover: Cover,
    translate: Translate = str,
    checks: Sequence[Check] = (),
    funding: Funding | None = None,
    findings: Sequence[Finding] = (),
    readings: Sequence[Reading] = (),
    statements: Sequence[Statement] = (),
    charts: Sequence[Chart] = (),
    what_if: WhatIf | None = None,
    sensitivity: Sensitivity | None = None,
    loan: LoanToTry | None = None,
    origin: Line | None = None,
) -> None:
    """Writes a workbook that keeps calculating; every formula carries its value, and what people typed is text.

    ``language`` is "nl", "fr", "en" or "ar", whose sheets run from right to left; ``translate`` says the program's own
    texts in it.  The same model, values and texts give the same bytes.  ``origin`` makes the line by which a workbook
    that comes back is known again.
    """
    book = Book(model, values, language, translate, cover, what_if)
    _ = book.translate
    first, second = (book.page(book.layout.unique(title), BRAND) for title in (_("Cover"), _("Checks")))
    write_checks(book, second, checks, funding, findings, readings)
    if what_if:
        write_scenarios(book, what_if)
    if sensitivity:
        write_sensitivity(book, sensitivity)
    if loan:
        write_explorer(book, loan)
    write_inputs(book)
    write_law(book)
    write_calculations(book)
    write_statements(book, statements)
    write_charts(book, charts)
    write_cover(book, first)
    write_origin(book, origin)
    for page in book.pages:
        sign(book, page)
    book.save(target)
