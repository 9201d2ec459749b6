"""How the program calculates, in plain words, and what it leaves out."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import section, text


def method(case: Case) -> list[Flowable]:
    """The method, then the law and what is not modelled."""
    _ = case.translate
    paragraphs = (*calculation(case), *law_and_limits(case))
    return [*section(case, _("How it is calculated")), *(text(case, words) for words in paragraphs)]


def calculation(case: Case) -> tuple[str, ...]:
    """From answers to figures: formulas, months, VAT, rounding."""
    _ = case.translate
    return (
        _(
            "Every figure follows from the answers by a formula that stands in the workbook model.xlsx, one "
            "formula for each line. The workbook keeps calculating: who changes an answer there sees what "
            "follows."
        ),
        _(
            "The plan counts in months. Interest is on the opening balance: what was owed when the month "
            "began. Instalments are paid at the end of the month, the last one settles what is left."
        ),
        _(
            "Sales and costs are in the month in which they arise, without the VAT that is deducted; the "
            "account moves when money moves, with VAT. VAT is settled by month or quarter and paid when it "
            "is due."
        ),
        _(
            "Interest, instalments, taxes and contributions are rounded to the cent where a contract or a "
            "law rounds; other figures are not rounded, so a sum on paper may differ by a euro."
        ),
    )


def law_and_limits(case: Case) -> tuple[str, ...]:
    """Contributions, taxes, the law of years to come, and what is not modelled."""
    _ = case.translate
    return (
        _(
            "Social contributions follow the law of the self-employed: provisional first, settled later. "
            "Income tax is that of the household with the business less that without it."
        ),
        _(
            "Figures of law that are not known yet are those of the last known year, carried forward; the "
            "list below names them."
        ),
        _(
            "Not modelled: inflation unless an answer says so, exchange rates, changes of law that are not "
            "enacted, sickness of the entrepreneur, and anything that nobody entered."
        ),
    )
