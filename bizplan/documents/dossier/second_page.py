"""The second and last page of the short summary: the years, the setbacks, the risks and the papers, on one page."""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from bizplan.documents.dossier.answers import filled_rows, said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Title, by_entrepreneur, calculated, not_filled_in, note, section
from bizplan.documents.dossier.front import MARK, mark
from bizplan.documents.dossier.limits import written
from bizplan.documents.dossier.pages import WIDTH, Entry
from bizplan.documents.dossier.scenarios import scenario_table
from bizplan.documents.dossier.statements import year_columns
from bizplan.documents.dossier.summary_parts import fitted
from bizplan.documents.dossier.tables import DENSE, Column, Row, Table
from bizplan.documents.dossier.versions import told
from financial_models.language import Line

FINDINGS, RISKS, RISK_LINES, PAPER_LINES = 4, 3, 2, 3


def in_figures(case: Case) -> list[Flowable]:
    """The plan in figures; what is longer than its room ends with an ellipsis and stands in full in the dossier."""
    _ = case.translate
    words = _("The plan in figures")
    entry = Entry("figures", words, 0, f"{case.name_apart} · {words}")
    head = [PageBreak(), Title(case, [entry], words)]
    if case.review.ready.funding is None:
        return [*head, *not_filled_in(case)]
    return [*head, *years(case), *setbacks(case), *found(case), *risks(case), *papers(case)]


def years(case: Case) -> list[Flowable]:
    """What decides, by year of the plan."""
    _, s, found = case.translate, case.engine.statements, case.outcome

    def amounts(line: Line) -> list[str]:
        return [case.wording.figure(amount) for amount in case.by_year(line)]

    serves = [owed > 0 for owed in case.by_year(s.cash_flow.debt_service)]
    cover = [written(case, True, share) if round(need, 2) > 0 else "–"
             for share, need in zip(found.family_covered, found.family_need, strict=True)]
    coverage = [written(case, False, share) if owed else "–"
                for share, owed in zip(found.dscr_family, serves, strict=True)]
    rows = [
        Row([_("Sales without VAT"), *amounts(s.profit.turnover)]),
        Row([_(s.profit.gross_margin.label), *amounts(s.profit.gross_margin)]),
        Row([_(s.profit.result.label), *amounts(s.profit.result)]),
        Row([_("Needed by the family from the business"), *amounts(s.year_ratios.needed)]),
        Row([_(s.year_ratios.family_covered.label), *cover]),
        Row([_("Paid on loans, interest included"), *amounts(s.cash_flow.debt_service)]),
        Row([_(s.year_ratios.dscr_family.label), *coverage]),
        Row([_("On the account at the end of the year"), *amounts(s.position.cash)], "total"),
    ]
    table = Table([Column(), *year_columns(case)], rows, case.styles)
    return [*section(case, _("By year, in euro"), calculated(case)), table]


def setbacks(case: Case) -> list[Flowable]:
    """The plan beside each thing that goes wrong alone."""
    _ = case.translate
    return [*section(case, _("The plan and its setbacks"), calculated(case)), scenario_table(case)]


def found(case: Case) -> list[Flowable]:
    """The worst that the checks found, each with what would mend it."""
    _, worst = case.translate, case.review.findings[:FINDINGS]
    heading = section(case, _("What the checks found, the worst first"), calculated(case))
    if not worst:
        return [*heading, note(case, _("The checks found nothing that wants attention."))]
    rows = [Row([mark(each.severity), shortened(case, f"{each.found} {each.mend}".strip(), WIDTH - MARK - 20)])
            for each in worst]
    return [*heading, Table([Column(width=MARK), Column()], rows, case.styles, DENSE)]


def risks(case: Case) -> list[Flowable]:
    """The first risks, each with what is done."""
    _, rows = case.translate, filled_rows(case, "risks.main")[:RISKS]
    heading = section(case, _("Main risks"), by_entrepreneur(case))
    if not rows:
        return [*heading, *not_filled_in(case)]
    width = WIDTH / 2 - 14
    cells = [[shortened(case, told(case, f"risks.main[].{name}", row, said(case, f"risks.main[].{name}", row)), width)
              for name in ("name", "measure")] for row in rows]
    columns = [Column(_("What can go wrong")), Column(_("What is done then"))]
    return [*heading, Table(columns, [Row(each) for each in cells], case.styles, DENSE)]


def shortened(case: Case, words: str, width: float, lines: int = RISK_LINES) -> str:
    """As much of a text as stands in some lines of this width."""
    return fitted(words, case.styles.cell, width, lines).setting.text if words else "–"


def papers(case: Case) -> list[Flowable]:
    """How many papers are there, and which are still to come; and that the rest stands in the dossier."""
    _ = case.translate
    found, names = case.review.ready.papers, case.review.papers_to_come()
    complete = _("All {needed} papers that this plan needs are in hand.").format(needed=found.needed)
    words = names if found.asked or found.missing else complete
    return [*section(case, _("Papers"), by_entrepreneur(case)),
            note(case, shortened(case, words, WIDTH, PAPER_LINES)),
            note(case, _("In full, with every assumption and its source: the credit dossier of the same day."))]


