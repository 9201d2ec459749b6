"""Whoever reads what was handed in tries setbacks and limits of their own on it.

The values stand in the address of the page and are kept nowhere.
"""

from collections.abc import Mapping
from dataclasses import replace

from flask import g, request
from markupsafe import Markup

from bizplan.domain.lending.own_values import OWN_LIMITS, SETBACK, refused
from bizplan.domain.plan import Value
from bizplan.domain.questions import Question
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.typed import Given, Problem
from bizplan.domain.typed.echoes import once
from bizplan.translations import called
from financial_models.law import Rate

from ..access import Entry, enters
from ..answering import Asked
from ..display import fill, source_title
from ..languages import say as _
from ..wording import spoken
from . import handed
from .own_values_shown import TRIED, tried_of
from .profile_forms import field_read
from .profile_shown import unsure
from .reading import AREA, about

__all__ = ["AREA"]


@AREA.get("/what-if")
@enters(Entry.READER)
def what_if(application: str) -> str | tuple[str, int]:
    """What was handed in with setbacks and limits of the reader's own: calculated for them, kept nowhere."""
    now = handed.newest()
    if not isinstance(now.found, Calculated) or now.ready is None:
        return about("what_if", now, fields={}, limits=(), tried=None, problems={}, is_empty=False)
    fields = {each.key: _asked(each) for each in (*SETBACK, *OWN_LIMITS)}
    values = {name: each.read.value for name, each in fields.items() if isinstance(each.read, Given)}
    fields = _with_problems(fields, refused(values, now.found.lending.lender))
    problems = {name: each.problem for name, each in fields.items() if each.problem}
    tried = tried_of(now, now.found, now.ready, values) if values and not problems else None
    page = about(
        "what_if", now, fields={name: _beside(each, now.found) for name, each in fields.items()}, tried=tried,
        limits=[each.key for each in OWN_LIMITS if each.key in values or each.key in problems], problems=problems,
        is_empty=bool(request.args) and not values and not problems)
    return (page, 422) if problems else page


def _asked(question: Question) -> Asked:
    """A field as it was typed; of two readings the one that was chosen."""
    chosen, _equals, reading = request.args.get("reading", "").partition("=")
    text = reading if reading and chosen == question.key else request.args.get(question.key, "")
    return field_read(question, (text,))


def _with_problems(fields: Mapping[str, Asked], problems: Mapping[str, Problem]) -> dict[str, Asked]:
    """The fields, with what does not fit together."""
    return {name: replace(each, problem=spoken(problems[name])) if name in problems and not each.problem else each
            for name, each in fields.items()}


def _beside(asked: Asked, found: Calculated) -> Asked:
    """A field with what counts now and where that comes from; a limit is called as its files call it."""
    question, rate = asked.question, found.threshold(TRIED.get(asked.key, asked.key))
    is_limit = asked.key not in TRIED
    text = _("Now: {value}. Source: {source}.") if is_limit else _("In the table: {value}. Source: {source}.")
    said = fill(text, value=_value(question, rate), source=source_title(rate.source, g.language))
    parts = (_(question.help) if question.help else "", said, unsure(rate))
    label = called(rate.label, g.language) if is_limit else _(question.label)
    return replace(asked, question=replace(question, label=label, help=Markup(" ").join(filter(None, parts))))


def _value(question: Question, rate: Rate) -> str:
    value: Value = rate.value
    return once(question, value, g.language, _)
