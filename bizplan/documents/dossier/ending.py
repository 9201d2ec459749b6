"""Parts 8 to 10: what can go wrong and what is done then, who follows up, and which papers are attached."""

from __future__ import annotations

from reportlab.platypus import Flowable

from bizplan.documents.charts import StateMark
from bizplan.documents.charts.marks import State
from bizplan.documents.dossier.answers import feeding, filled_rows, said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Beside, Heading, answers, by_entrepreneur, chapter, not_filled_in, rows_of
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.documents.dossier.versions import beside
from bizplan.domain.questions import QUESTIONS

MARK = 15
STATES: dict[str, State] = {"in_hand": "ok", "asked": "warn", "missing": "stop"}


def risks_chapter(case: Case) -> list[Flowable]:
    """The main risks, strengths and weaknesses, and plan B."""
    _ = case.translate
    body = [
        *rows_of(case, "risks.main", "name", "about", "chance", "impact", "sign", "measure", heading=_("Main risks")),
        *answers(case, _("Plan B"), feeding("risks")),
        *strengths(case),
    ]
    return [*chapter(case, "risks", _("Risks and plan B")), *(body or not_filled_in(case))]


def strengths(case: Case) -> list[Flowable]:
    """Strengths and opportunities beside weaknesses and threats."""
    _ = case.translate
    halves = (
        (_("Strengths"), "strengths"),
        (_("Weaknesses"), "weaknesses"),
        (_("Opportunities"), "opportunities"),
        (_("Threats"), "threats"),
    )
    filled = [(words, listed(case, f"risks.{name}")) for words, name in halves if filled_rows(case, f"risks.{name}")]
    pairs = [filled[place : place + 2] for place in range(0, len(filled), 2)]
    return [
        Beside(
            *(
                (1 + 6 * at, 6 + 6 * at, [Heading(case, words, by_entrepreneur(case)), table])
                for at, (words, table) in enumerate(pair)
            )
        )
        for pair in pairs
    ]


def listed(case: Case, group: str) -> Table:
    """The texts of a group under each other."""
    key = f"{group}[].text"
    rows = [Row((beside(case, key, row, said(case, key, row)),)) for row in filled_rows(case, group)]
    return Table([Column()], rows, case.styles)


def follow_up_chapter(case: Case) -> list[Flowable]:
    """Who coaches after the start, what is reported, and the results so far."""
    _ = case.translate
    body = [
        *answers(case, _("Aftercare"), feeding("follow_up")),
        *rows_of(case, "planning.contacts", "date", "about"),
        *rows_of(case, "planning.warnings", "sign", "action"),
        *rows_of(case, "planning.results", "month", "sales", "cash", "orders", "debts", "hours"),
    ]
    return [*chapter(case, "follow_up", _("Follow-up after the start")), *(body or not_filled_in(case))]


def papers_chapter(case: Case) -> list[Flowable]:
    """The checklist of annexes: attached, asked for, missing, or not needed."""
    _, found = case.translate, case.review.ready.papers
    state = {
        **dict.fromkeys(found.in_hand, "in_hand"),
        **dict.fromkeys(found.asked, "asked"),
        **dict.fromkeys(found.missing, "missing"),
    }
    words = {"in_hand": _("attached"), "asked": _("asked for"), "missing": _("missing")}
    rows = [
        Row((StateMark(STATES[state[key]]), case.translate(QUESTIONS[key].label), words[state[key]]))
        for key in ordered(state)
    ]
    table = Table([Column(width=MARK), Column(_("Paper"), weight=4), Column(_("State"))], rows, case.styles)
    below = _("{in_hand} of the {needed} papers that this plan needs are attached.").format(
        in_hand=len(found.in_hand), needed=found.needed
    )
    return [*chapter(case, "papers", _("Annexes"), below), table]


def ordered(state: dict[str, str]) -> list[str]:
    """The papers in the order of the study."""
    return [key for key in QUESTIONS if key in state]
