"""The words beside a field: its unit, its choices, and what the figures count with where nobody knows yet."""

from dataclasses import dataclass

from flask import g

from bizplan.domain.answers import PERIODS, takes_period
from bizplan.domain.questions import Kind, Question
from bizplan.domain.questions.question import Vat
from bizplan.domain.revisions import Record
from bizplan.domain.typed import echo
from bizplan.domain.units import period_words, unit_words

from .course_shown import row_name
from .languages import N_
from .languages import say as _

VAT_WORDS = {Vat.WITH: N_("VAT included"), Vat.WITHOUT: N_("without VAT")}
GRADES = (N_("a guess"), N_("looked up"), N_("a conversation"), N_("a quote"), N_("a test sale"), N_("a contract"))
MOST_CARDS = 9
SEVERAL = 2


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen."""

    key: str
    label: str
    hint: str = ""
    icon: str = ""


def unit_of(question: Question) -> str:
    """What is counted and how often: euro, VAT included."""
    if question.kind is Kind.SHARE:
        return "%"
    words = _("euro") if question.kind is Kind.AMOUNT else unit_words(question.unit, SEVERAL, g.language, _)
    often = "" if takes_period(question) else period_words(question.period, _)
    vat = _(VAT_WORDS[question.vat]) if question.vat in VAT_WORDS else ""
    return ", ".join(part for part in (" ".join(part for part in (words, often) if part), vat) if part)


def periods(question: Question) -> list[Choice]:
    """How often an amount may be said to occur."""
    return [Choice(each.name.lower(), period_words(each, _)) for each in PERIODS] if takes_period(question) else []


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


def grade_word(grade: int | str) -> str:
    """The word for a grade of evidence, from a guess (1) to a contract (6)."""
    return _(GRADES[max(int(grade or 1), 1) - 1])
