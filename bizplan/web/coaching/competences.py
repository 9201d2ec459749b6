"""Competences side by side: how the entrepreneur and the coach rate them, and what they concluded and agreed."""

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for
from markupsafe import Markup

from bizplan.domain import answers
from bizplan.domain.coaching.competences import SOURCE, Competence, Rated, competences
from bizplan.domain.questions import QUESTIONS, fields
from bizplan.domain.revisions import Record

from ..access import Entry, enters, kept
from ..answers_shown import words_of
from ..languages import say as _
from ..places import question_address
from ..study import is_coach, stored

AREA = Blueprint("competences", __name__, url_prefix="/<language>/plan/<plan>/competences")
CONCLUSION, REASONS, ACTIONS = "competences.conclusion", "competences.conclusion_reasons", "competences.actions"
MOST = 5


@dataclass(frozen=True)
class Statement:
    """A statement with the two ratings that this reader may see, and where each is given."""

    words: str
    own: int | None
    coach: int | None
    is_apart: bool
    own_url: str
    coach_url: str


@dataclass(frozen=True)
class Shown:
    """A competence as a page shows it."""

    title: str
    statements: tuple[Statement, ...]
    waits: bool
    is_apart: bool


@AREA.get("/")
@enters(Entry.PARTICIPANT)
def side_by_side(plan: str) -> str:
    """The fifteen competences with both ratings, the conclusion of the talk, and the agreed actions."""
    record = stored()
    areas = [(_(title), [_shown(each) for each in those]) for title, those in competences(record.plan)]
    apart = [each for _title, those in areas for each in those if each.is_apart]
    return render_template(
        "coaching/competences.html", areas=areas, apart=apart, most=MOST, source=_(SOURCE), is_coach=is_coach(),
        conclusion=_answer(record, CONCLUSION), reasons=_answer(record, REASONS), actions=_actions(record),
        conclusion_url=question_address(CONCLUSION, "", plan),
        actions_url=question_address(f"{ACTIONS}[].what", "", plan))


def beside_part(part: str) -> Markup:
    """Below the answers about the person: the way to both ratings side by side."""
    if part != "competences":
        return Markup()
    return Markup('<p><a href="{}">{}</a></p>').format(
        url_for("competences.side_by_side", plan=kept().id), _("Competences side by side"))


def _shown(each: Competence) -> Shown:
    sees = is_coach() or each.is_shared
    told = tuple(_statement(rated, sees=sees) for rated in each.statements)
    return Shown(_(each.title), told, not each.is_shared, any(statement.is_apart for statement in told))


def _statement(rated: Rated, *, sees: bool) -> Statement:
    question = QUESTIONS[rated.question]
    return Statement(
        _(question.wording), rated.own, rated.coach if sees else None, sees and rated.is_apart,
        "" if is_coach() else question_address(rated.question, "", kept().id),
        question_address(f"{rated.question}_coach", "", kept().id) if is_coach() else "")


def _answer(record: Record, key: str) -> str:
    question, said = QUESTIONS[key], record.said(key)
    return "" if answers.value_of(question, said) is None else words_of(record, question, said)


def _actions(record: Record) -> list[list[str]]:
    """The agreed actions: what, who, by when."""
    told = ([words_of(record, each, record.said(each.key, row)) if not record.said(each.key, row).is_empty else ""
             for each in fields(ACTIONS)] for row in record.rows.get(ACTIONS, ()))
    return [each for each in told if any(each)]
