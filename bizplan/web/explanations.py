"""Why a figure is what it is: its formula in words, the values in it, down to an answer or the law."""

from dataclasses import dataclass

from flask import Blueprint, abort, g, render_template, url_for

from bizplan.domain import course
from bizplan.domain.plan_file_error import Refused
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.translations import translator
from bizplan.workshop import Workshop, moment
from financial_models import why as explained
from financial_models.assumptions import Entered
from financial_models.language import YearColumn
from financial_models.law import Rate
from financial_models.readers.words import Why

from .access import Entry, enters, kept
from .calculated import calculated
from .languages import say as _
from .places import question_address
from .study import stored

AREA = Blueprint("explanations", __name__, url_prefix="/<language>/plan/<plan>/why")
DEPTH = 2


@dataclass(frozen=True)
class Step:
    """One sentence of an explanation, how deep it stands, and where it leads."""

    sentence: str
    deep: int
    url: str
    answer: str
    law: Rate | None
    grade: int


@AREA.get("/<line>/<when>")
@enters(Entry.PARTICIPANT)
def why(plan: str, line: str, when: str) -> str:
    """A figure of a month or a year, with the figures in it, each with its own explanation."""
    found = calculated(kept(), stored())
    if isinstance(found, NoFigures) or line not in found.engine.model.by_key:
        abort(404)
    work = Workshop(found.plan, found.engine, found.values)
    about = found.engine.model[line]
    try:
        month = moment(work, when.replace("year-", "year "))
    except Refused:
        abort(404)
    by_year = about in found.engine.model.yearly or isinstance(month, YearColumn)
    if by_year and (isinstance(month, int) or (about not in found.engine.model.yearly and about.yearly == "none")):
        abort(404)
    told = explained(found.values, about, month, language=g.language, translate=translator(g.language), depth=DEPTH)
    steps = [_step(each, deep, plan) for deep, each in told.walk()]
    return render_template("explanations/why.html", label=_(about.label), told=told, steps=steps, plan=plan,
                           unit=about.unit.key, when=when)


def _step(why: Why, deep: int, plan: str) -> Step:
    url, answer, law, grade = "", "", None, 0
    if isinstance(why.origin, Entered) and why.origin.question in QUESTIONS:
        answer, grade = _(QUESTIONS[why.origin.question].wording), int(why.origin.grade)
        url = _asked_at(why.origin, plan)
    elif isinstance(why.origin, Rate):
        law = why.origin
    elif deep:
        when = f"year-{why.year.number}" if why.year and why.year.kind == "plan" else str(why.month)
        if not why.year or why.year.kind == "plan":
            url = url_for("explanations.why", plan=plan, line=why.line.key, when=when)
    return Step(why.sentence, deep, url, answer, law, grade)


def _asked_at(origin: Entered, plan: str) -> str:
    return question_address(origin.question, origin.row, plan) if course.is_on_a_page(origin.question) else ""
