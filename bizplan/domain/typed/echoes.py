"""The understood answer said back: with its unit, and an amount of a month also by the year."""

from dataclasses import dataclass
from datetime import date

from financial_models.readers import numerals

from ..amounts import MOST_DECIMALS, Per, turned
from ..numbers import THOUSANDS, decimals
from ..plan import Value
from ..questions import Kind, Period, Question
from ..readiness.sentences import N_, Count, Translate, phrase
from ..units import period_words, unit_words
from .fields import figure, is_year

AGAIN = N_("{said}, that is {again}")
ABOUT = N_("{said}, that is about {again}")
MONTH_OF_PLAN = N_("month {count} of the plan")
BETWEEN = f"{numerals.NO_BREAK}· "
YES, NO = N_("Yes"), N_("No")
OTHER_PERIOD = {
    Period.DAY: Period.YEAR, Period.WEEK: Period.YEAR, Period.MONTH: Period.YEAR, Period.QUARTER: Period.YEAR,
    Period.YEAR: Period.MONTH,
}
"""How often an amount is said a second time: a wrong month is easily seen by its year."""


def echo(question: Question, value: Value, language: str, translate: Translate) -> str:
    """What was understood, and an amount that occurs again also by the year, or by the month."""
    if question.kind is Kind.AMOUNT and isinstance(value, (int, float)) and value:
        other = OTHER_PERIOD.get(question.period)
        if other:
            again = turned(value, question.period, other)
            text = AGAIN if again.exact else ABOUT
            return phrase(text, {"said": again.given, "again": again.turned}, language, translate)
    return once(question, value, language, translate)


def once(question: Question, value: Value, language: str, translate: Translate) -> str:
    """An answer in words and digits; the row of a group keeps its id, as only the plan knows its name."""
    if isinstance(value, bool):
        return translate(YES if value else NO)
    if isinstance(value, date):
        by_month = question.kind is Kind.CALENDAR_MONTH
        return numerals.month_of(value.year, value.month, language) if by_month else numerals.day(value, language)
    if isinstance(value, tuple):
        return BETWEEN.join(once(question, each, language, translate) for each in value)
    if isinstance(value, str):
        option = question.option(value)
        return translate(option.label) if option else value
    if question.kind is Kind.AMOUNT:
        return Per(value, question.period).said(language, translate)
    return f"{_number(question, value, language, translate)} {period_words(question.period, translate)}".strip()


@dataclass(frozen=True)
class Echo:
    """An answer as it is said back, within a sentence."""

    question: Question
    value: Value

    def said(self, language: str, translate: Translate) -> str:
        """The answer with its unit, once."""
        return once(self.question, self.value, language, translate)


def _number(question: Question, value: float, language: str, translate: Translate) -> str:
    """A number with what is counted."""
    if question.kind is Kind.PLAN_MONTH:
        return phrase(MONTH_OF_PLAN, {"count": Count(value)}, language, translate)
    if is_year(question):
        return str(value)
    places = min(decimals(figure(question, value)), MOST_DECIMALS)
    if question.kind is Kind.SHARE:
        return numerals.percentage(value, language, places)
    words = numerals.number(value, language, places, trim=places != THOUSANDS + 1)
    unit = unit_words(question.unit, value, language, translate)
    return f"{words}{numerals.NO_BREAK}{unit}" if unit else words
