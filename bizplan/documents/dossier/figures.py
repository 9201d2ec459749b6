"""The financial plan, a page for each conclusion."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.dossier.break_even import break_even_pages
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.cash import cash_pages
from bizplan.documents.dossier.flow import chapter, not_filled_in
from bizplan.documents.dossier.ratios import ratio_pages
from bizplan.documents.dossier.results import balance_pages, cash_flow_pages, profit_pages
from bizplan.documents.dossier.scenarios import scenario_pages

PAGES = (profit_pages, balance_pages, cash_flow_pages, cash_pages, ratio_pages, break_even_pages, scenario_pages)


def figures_chapter(case: Case) -> list[Flowable]:
    """All pages of figures; where nothing is sold yet there is nothing to show."""
    _ = case.translate
    if case.review.ready.funding is None:
        return [*chapter(case, "figures", _("The financial plan")), *not_filled_in(case)]
    return [part for pages in PAGES for part in pages(case)]
