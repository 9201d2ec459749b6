"""Who applies and whether a credit is possible, and what the person brings."""

from __future__ import annotations

from datetime import date

from reportlab.platypus import Flowable

from bizplan.documents.dossier.answers import feeding, said
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import (
    answers,
    by_coach,
    chapter,
    not_filled_in,
    note,
    rows_of,
    section,
)
from bizplan.documents.dossier.tables import Column, Row, Table
from bizplan.domain.coaching.competences import is_shared
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.questions.question import Question

RESIDENCE = "applicant.residence."
DEBTS = "applicant.debts."


def applicant_chapter(case: Case) -> list[Flowable]:
    """Identity, residence, and what a lender asks before anything else."""
    _ = case.translate
    admissible = feeding("admissibility")
    debts = [q for q in admissible if q.key.startswith(DEBTS) or q.key == "applicant.income_in_belgium"]
    identity = [q for q in feeding("applicant") if q.key != "rules.enterprise_number"]
    return [
        *chapter(case, "applicant", _("The applicant")),
        *answers(case, _("Identity and contact"), identity),
        *answers(case, _("Residence and right to start"), [q for q in admissible if q.key.startswith(RESIDENCE)]),
        *residence_and_credit(case),
        *answers(case, _("Debts and conditions of the lender"), debts),
    ]


def residence_and_credit(case: Case) -> list[Flowable]:
    """Until when the card is valid, beside the last instalment: two days, once and without comment."""
    _ = case.translate
    until = case.study.value("applicant.residence.until")
    if not isinstance(until, date) or not case.schedules:
        return []
    last = max(schedule.payments[-1].month for schedule in case.schedules)
    words = _("Card valid until {until}; last instalment of the credit asked for in {month}.")
    return [note(case, words.format(until=case.wording.day(until), month=case.month(last)))]


def person_chapter(case: Case) -> list[Flowable]:
    """Experience, studies, languages, motives, and how entrepreneur and coach see the competences."""
    _ = case.translate
    own = [q for q in feeding("person") if not q.coach and ".entrecomp." not in q.key]
    body = [
        *answers(case, _("Experience and motives"), own),
        *rows_of(case, "competences.work", "job", "where", "period", "tasks", "proof", heading=_("Work")),
        *rows_of(
            case, "competences.businesses", "what", "where", "years", "size", "ended", heading=_("Own business before")
        ),
        *rows_of(case, "competences.studies", "name", "country", "year", "recognition", heading=_("Studies")),
        *rows_of(case, "competences.training", "name", "status", heading=_("Training")),
        *rows_of(
            case, "competences.languages", "name", "understands", "speaks", "reads", "writes", heading=_("Languages")
        ),
        *competences(case),
        *rows_of(case, "competences.references", "name", "relation", "contact", heading=_("References")),
        *rows_of(case, "competences.network", "name", "role", heading=_("Network")),
        *answers(
            case,
            _("Conclusion about the person"),
            [q for q in feeding("person") if q.coach and ".entrecomp." not in q.key],
            by_coach(case),
        ),
        *rows_of(case, "competences.actions", "what", "who", "by", heading=_("Agreed actions"), voice=by_coach(case)),
    ]
    return [*chapter(case, "person", _("The person")), *(body or not_filled_in(case))]


def competences(case: Case) -> list[Flowable]:
    """The fifteen competences as rated, from 1 to 5, by the entrepreneur and by the coach."""
    _ = case.translate
    pairs = [q for q in QUESTIONS.values() if ".entrecomp." in q.key and not q.coach]
    rows = [Row((case.translate(q.label), rating(case, q), coachs_rating(case, q))) for q in pairs]
    if not any(said(case, q.key) or is_shared(case.study, q.key) for q in pairs):
        return []
    columns = [
        Column(_("Statement")),
        Column(_("entrepreneur"), figures=True, least=62),
        Column(_("coach"), figures=True, least=62),
    ]
    heading = section(case, _("Competences, from 1 (not at all) to 5 (fully)"), _("entrepreneur and coach, apart"))
    return [
        *heading,
        Table(columns, rows, case.styles),
        note(case, _("After the European framework EntreComp (2016).")),
    ]


def coachs(question: Question) -> Question:
    """The same statement as the coach rates it."""
    return QUESTIONS[f"{question.key}_coach"]


def coachs_rating(case: Case, question: Question) -> str:
    """How the coach rates it, once both rated that competence: the entrepreneur reads the dossier too."""
    return rating(case, coachs(question)) if is_shared(case.study, question.key) else "–"


def rating(case: Case, question: Question) -> str:
    """A rating, or a dash."""
    return said(case, question.key) or "–"
