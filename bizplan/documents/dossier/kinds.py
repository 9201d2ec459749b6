"""The kinds of documents that are made of a plan, each with its chapters in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportlab.platypus import Flowable

from bizplan.documents.dossier import (
    applicant,
    checking,
    ending,
    figures,
    grounds,
    household,
    legal_plan,
    money,
    originals,
    project,
    repayment,
    signed,
)
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.wording import LANGUAGES
from bizplan.domain.readiness.sentences import N_

Chapter = Callable[[Case], list[Flowable]]
UNNUMBERED = ("sign_off", "checking")
OF_LENDERS = tuple(language for language in LANGUAGES if language != "ar")


@dataclass(frozen=True)
class Kind:
    """What a document is called, who reads it, and what stands in it.

    ``name`` is what the kind is called, ``title`` a document of it; it begins with the credit summary or with its
    name, is made in some ``languages``, and carries the workbook and the plan file or not.
    """

    name: str
    title: str
    chapters: Mapping[str, Chapter]
    has_summary: bool = True
    has_contents: bool = True
    for_lender: bool = True
    has_files: bool = False
    languages: tuple[str, ...] = OF_LENDERS

    @property
    def numbered(self) -> tuple[str, ...]:
        """The chapters that have a number; what coaches signed, and how to check it all, stands without one."""
        return tuple(key for key in self.chapters if key not in UNNUMBERED)


KINDS = {
    "dossier": Kind(N_("Credit dossier"), N_("Credit dossier: {name}"), {
        "applicant": applicant.applicant_chapter,
        "person": applicant.person_chapter,
        "project": project.project_chapter,
        "money": money.money_chapter,
        "household": household.household_chapter,
        "figures": figures.figures_chapter,
        "repayment": repayment.repayment_chapter,
        "risks": ending.risks_chapter,
        "follow_up": ending.follow_up_chapter,
        "sign_off": signed.sign_off_part,
        "papers": ending.papers_chapter,
        "grounds": grounds.grounds_chapter,
        "originals": originals.originals_chapter,
        "checking": checking.checking_part,
    }, has_files=True),
    "summary": Kind(N_("Summary for a lender"), N_("Summary for a lender: {name}"), {}, has_contents=False),
    "financial_plan": Kind(N_("Financial plan of a company (BV)"), N_("Financial plan of a company: {name}"), {
        "activity": legal_plan.activity_chapter,
        "sources": legal_plan.sources_chapter,
        "balances": legal_plan.balances_chapter,
        "results": legal_plan.results_chapter,
        "budget": legal_plan.budget_chapter,
        "hypotheses": legal_plan.hypotheses_chapter,
        "expert": legal_plan.expert_chapter,
        "checking": checking.checking_part,
    }, has_summary=False, has_contents=False, has_files=True),
    "own_plan": Kind(N_("My plan"), N_("My plan: {name}"), {
        "project": project.project_chapter,
        "money": money.money_chapter,
        "household": household.household_chapter,
        "figures": figures.figures_chapter,
        "repayment": repayment.repayment_chapter,
        "risks": ending.risks_chapter,
        "follow_up": ending.follow_up_chapter,
        "papers": ending.papers_chapter,
    }, for_lender=False, languages=LANGUAGES),
}
