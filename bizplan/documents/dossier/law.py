"""The law behind the figures: which texts were read when, and which figures want care."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import note, section
from bizplan.documents.dossier.limits import status_words
from bizplan.documents.dossier.tables import DENSE, Column, Row, Table
from bizplan.translations import called
from financial_models.language import Input
from financial_models.law import (
    CarriedForward,
    DueForRecheck,
    PendingReform,
    Rate,
    Reason,
    Source,
    Unverified,
    caution,
    sources,
)


def rates_used(case: Case) -> list[Rate]:
    """The figures of law and of the lender that the plan was calculated with, each once."""
    found: dict[tuple[str, float, object], Rate] = {}
    for line in case.engine.model.lines:
        if isinstance(line, Input):
            for value in line.value if isinstance(line.value, (list, tuple)) else [line.value]:
                if isinstance(value, Rate):
                    found.setdefault((value.key, float(value), value.carried_forward_from), value)
    return list(found.values())


def law_used(case: Case) -> list[Flowable]:
    """The figures that want care, and the texts in which all were read."""
    used = rates_used(case)
    return [*care(case, used), *source_table(case, used)] if used else []


def care(case: Case, used: Sequence[Rate]) -> list[Flowable]:
    """The figures that are unverified, carried forward or due to be checked again, by reason."""
    _ = case.translate
    heading = section(case, _("Figures of law that want care"))
    by_reason: dict[str, dict[str, None]] = {}
    for figure in used:
        for reason in caution(figure, case.as_of) or ():
            by_reason.setdefault(reason_words(case, reason), {})[called(figure.label, case.wording.language)] = None
    if not by_reason:
        return [
            *heading,
            note(case, _("All figures were read in a source, are known for their year and are up to date.")),
        ]
    rows = [Row((words, ", ".join(names))) for words, names in by_reason.items()]
    return [
        *heading,
        Table([Column(_("Why"), width=118, bold=True), Column(_("Which figures"))], rows, case.styles, DENSE),
    ]


def reason_words(case: Case, reason: Reason) -> str:
    """Why a figure wants care."""
    _ = case.translate
    if isinstance(reason, CarriedForward):
        return _("carried forward from {year}").format(year=reason.year)
    if isinstance(reason, DueForRecheck):
        return _("to be checked again since {day}").format(day=case.wording.day(reason.since))
    if isinstance(reason, PendingReform):
        return _("reform that is not in force: {name}").format(name=reason.name)
    assert isinstance(reason, Unverified)
    return _("unverified: not read in a source yet")


def source_table(case: Case, used: Sequence[Rate]) -> list[Flowable]:
    """The texts in which the figures were read, with their weight and the day on which they were read."""
    _ = case.translate
    texts = sorted(sources(used), key=lambda source: source.title.text(case.wording.language))
    rows = [source_row(case, source) for source in texts]
    columns = [
        Column(_("Text"), weight=3.2),
        Column(_("Status"), width=84),
        Column(_("Read on"), width=88),
        Column(_("Figures"), figures=True),
    ]
    return [*section(case, _("Sources of the law and of the lender")), Table(columns, rows, case.styles, DENSE)]


def source_row(case: Case, source: Source) -> Row:
    """One text; its address where it was kept."""
    title = source.title.text(case.wording.language)
    title = f"{title}\n{source.link}" if source.link else title
    return Row((title, status_words(case, source.status), case.wording.day(source.checked_on), str(len(source.keys))))
