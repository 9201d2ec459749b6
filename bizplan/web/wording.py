"""The words beside a field: its unit, its choices, and what the figures count with where nobody knows yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask, g
from markupsafe import Markup

from bizplan.domain import measures
from bizplan.domain.plan import Value
from bizplan.domain.questions import Kind, Question
from bizplan.domain.readiness.sentences import Telling, sentence
from bizplan.domain.revisions import Record
from bizplan.domain.typed import echo
from bizplan.domain.units import period_words
from bizplan.translations import translator
from financial_models.readers import numerals

from . import charts
from .answering import Asked
from .course_shown import row_name
from .forms import USUAL
from .languages import N_
from .languages import say as _

GRADES = (N_("a guess"), N_("looked up"), N_("a conversation"), N_("a quote"), N_("a test sale"), N_("a contract"))
MOST_CARDS = 9
MONTHS = 12


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen."""

    key: str
    label: str
    hint: str = ""
    icon: str = ""


def unit_of(question: Question) -> str:
    """What is counted and how often: euro, VAT included."""
    return measures.measure(question, g.language, _)


def periods(question: Question) -> list[Choice]:
    """How often an amount may be said to occur."""
    return [Choice(each.name.lower(), period_words(each, _)) for each in measures.periods(question)]


def choices_of(question: Question, record: Record) -> list[Choice]:
    """What a question lets one choose: its options, or the rows of the group that it points at."""
    if question.kind is Kind.ROW:
        return [Choice(row, row_name(record, question.of, row)) for row in record.rows.get(question.of, ())]
    return [Choice(each.key, _(each.label), _(each.hint) if each.hint else "", each.icon) for each in question.options]


def is_long_list(question: Question) -> bool:
    """Whether a list serves better than cards."""
    return question.kind is Kind.ROW or len(question.options) > MOST_CARDS


def counted_with(question: Question) -> str:
    """What the figures count with where nobody knows yet, or nothing."""
    return "" if question.default is None else echo(question, question.default, g.language, _)


def grades() -> list[Choice]:
    """What a number can rest on, from a guess (1) to a contract (6)."""
    return [Choice(str(grade), _(word)) for grade, word in enumerate(GRADES, 1)]


def echoed(question: Question, value: Value) -> str:
    """A value in words and digits of the language of the page."""
    return echo(question, value, g.language, _)


def spoken(telling: Telling) -> str:
    """What something tells, in the language of the page."""
    return sentence(telling, g.language, translator(g.language))


def answer_words(question: Question, value: Value, record: Record) -> str:
    """An answer as a list of answers says it: choices by their labels, rows by their names, numbers with their unit."""
    labels = {each.key: each.label for each in choices_of(question, record)}
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return ", ".join(labels.get(str(each), str(each)) for each in value)
    if question.kind in (Kind.CHOICE, Kind.ROW):
        return labels.get(str(value), str(value))
    return str(value) if isinstance(value, str) else echoed(question, value)


def month_names() -> list[str]:
    """January to December."""
    return [numerals.month_name(month, g.language) for month in range(1, 13)]


def season_texts(texts: Sequence[str]) -> list[str]:
    """What stands in the fields of the twelve months; a usual month where nothing was said."""
    return list(texts) if len(texts) == MONTHS else [USUAL] * MONTHS


def season_chart(values: Sequence[float] | None) -> Markup:
    """The year as bars."""
    parts = [float(each) for each in values] if values else [1.0] * MONTHS
    names = [name[:3] if g.language != "ar" else name for name in month_names()]
    return charts.season_bars(names, parts, _("Sales in each month of the year"), mirrored=g.language == "ar")


def expenses_together(asked: Sequence[Asked]) -> float:
    """What the expenses that are known come to in a month."""
    return sum(float(each.said.value) for each in asked if isinstance(each.said.value, (int, float)))


def furnish(app: Flask) -> None:
    """Gives the templates these words."""
    for word in (unit_of, periods, choices_of, is_long_list, counted_with, echoed, spoken, month_names, season_texts,
                 season_chart, grade_word, grades, expenses_together):
        app.jinja_env.globals[word.__name__] = word


def grade_word(grade: int | str) -> str:
    """The word for a grade of evidence, from a guess (1) to a contract (6)."""
    return _(GRADES[max(int(grade or 1), 1) - 1])
