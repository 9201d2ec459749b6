"""Why a figure is what it is: its formula in words, the values in it, down to an answer or the law."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, g, render_template
from markupsafe import Markup

from bizplan.domain import course
from bizplan.domain.clock import day_of
from bizplan.domain.plan_file_error import Refused
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.readiness.assessment import NoFigures
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.revisions import Record
from bizplan.storage import people
from bizplan.translations import translator
from bizplan.workshop import Workshop, moment
from financial_models import why as explained
from financial_models.assumptions import Entered
from financial_models.law import Rate
from financial_models.readers.labels import short_label
from financial_models.readers.words import Why

from . import display
from .access import Entry, enters, kept, reading
from .calculated import calculated
from .display import fill
from .languages import say as _
from .places import figure_address, question_address
from .study import stored

AREA = Blueprint("explanations", __name__, url_prefix="/<language>/plan/<plan>/why")
DEPTH = 2
WRITTEN = {"money": display.price, "percent": display.share}


@dataclass(frozen=True)
class Step:
    """One figure of an explanation: its name and time, its value, the sentence, and where it leads."""

    label: str
    amount: Markup
    sentence: str
    url: str = ""
    grade: int = 0
    said: Markup | str = ""
    law: Markup | str = ""
    link: str = ""


@AREA.get("/<line>/<when>")
@enters(Entry.PARTICIPANT)
def why(plan: str, line: str, when: str) -> str:
    """A figure of a month or a year, with the figures in it, each with its own explanation."""
    record = stored()
    found = calculated(kept(), record)
    told = None if isinstance(found, NoFigures) else figure_of(found, line, when, DEPTH)
    if isinstance(found, NoFigures) or told is None:
        abort(404)
    steps = steps_of(told, found, record, plan)
    return render_template("explanations/why.html", first=steps[0], steps=steps[1:], line=line, when=when)


def figure_of(found: Calculated, line: str, when: str, depth: int = 0) -> Why | None:
    """The figure of a line in the month or the year that an address names; None where there is none."""
    if line not in found.engine.model.by_key:
        return None
    about = found.engine.model[line]
    try:
        at = moment(Workshop(found.plan, found.engine, found.values), when.replace("year-", "year "))
    except Refused:
        return None
    is_yearly = about in found.engine.model.yearly
    if is_yearly if isinstance(at, int) else not is_yearly and about.yearly == "none":
        return None
    return explained(found.values, about, at, language=g.language, translate=translator(g.language), depth=depth)


def steps_of(told: Why, found: Calculated, record: Record, plan: str) -> list[Step]:
    """A figure and the figures in it, as a page tells them."""
    return [_step(each, found, record, plan) for _deep, each in told.walk()]


def label_of(why: Why, found: Calculated) -> str:
    """What a figure is called, with its month or its year."""
    parts = (short_label(why.line, translator(g.language)), _time(why, found))
    return display.comma(g.language).join(part for part in parts if part)


def written(value: float, unit: str) -> Markup:
    """A figure in its unit."""
    return WRITTEN.get(unit, display.number)(value, g.language)


def _step(why: Why, found: Calculated, record: Record, plan: str) -> Step:
    amount, label = written(why.value, why.line.unit.key), label_of(why, found)
    if isinstance(why.origin, Entered) and why.origin.question in QUESTIONS:
        return Step(label, amount, why.sentence, _asked_at(why.origin, plan), int(why.origin.grade),
                    _said(why.origin, record))
    if isinstance(why.origin, Rate):
        title = display.source_title(why.origin.source, g.language)
        return Step(label, amount, why.sentence, law=title, link=why.origin.link or "")
    return Step(label, amount, why.sentence, _own_address(why, plan))


def _time(why: Why, found: Calculated) -> str:
    """The month or the year of a figure in words; nothing for what is the same in all months."""
    if why.year:
        number = why.year.number
        return str(number) if why.year.kind == "calendar" else _("year {number}").format(number=number)
    if not why.month or isinstance(why.origin, (Entered, Rate)):
        return ""
    span = found.engine.model.span
    return display.month(date(span.calendar_year(why.month), span.month_of_year(why.month), 1), g.language).striptags()


def _own_address(why: Why, plan: str) -> str:
    if why.year and why.year.kind != "plan":
        return ""
    return figure_address(why.line.key, when_of(why), plan)


def when_of(why: Why) -> str:
    """How addresses write the month or the year of a figure."""
    return f"year-{why.year.number}" if why.year else str(why.month)


def _asked_at(origin: Entered, plan: str) -> str:
    return question_address(origin.question, origin.row, plan) if course.is_on_a_page(origin.question) else ""


def _said(origin: Entered, record: Record) -> Markup | str:
    """Who gave an answer, and when; of what was handed in, what they saw or heard."""
    revision = record.answers.get((origin.question, origin.row))
    if revision is None or revision.at is None:
        return origin.note if revision else ""
    with reading() as tx:
        author = people.person(tx, revision.author)
    day = display.day(day_of(revision.at), g.language)
    return fill(_("{name}, {day}"), name=author.name, day=day) if author else day
