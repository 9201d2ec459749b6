"""Numbers, amounts, percentages and twelve months as people type them, within what the question takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from financial_models.readers import numerals

from ..numbers import Ambiguous, NotUnderstood, number
from ..questions import Kind, Question
from ..questions.question import WHOLE_FIGURES
from ..readiness.sentences import N_, Count, Money, Share, Spoken, Translate, Year
from ..written_values import SMALLEST
from .fields import SHARE_TO_PERCENT, Typed, is_blank, is_year
from .read import Given, Nothing, Problem, Read, Unclear

WHOLE = N_("Enter a whole number from {low} to {high}, for example {example}.")
NUMBER = N_("Enter a number from {low} to {high}, for example {example}.")
AMOUNT = N_("Enter an amount from {low} to {high}, for example {example}.")
PERCENTAGE = N_("Enter a percentage from {low} to {high}, for example {example}.")
EMPTY_MONTH = N_("Fill in all twelve months. {month} is still empty.")
IN_MONTH = N_("{month}: {problem}")
MONTHS = 12
EXAMPLES = (950, 2015, 12, 3, 1)
EXAMPLE_SHARES = (0.25, 0.05)


@dataclass(frozen=True)
class MonthName:
    """The name of a month, 1 for January."""

    month: int

    def said(self, language: str, translate: Translate) -> str:
        """The name, with a capital where a sentence begins with it."""
        name = numerals.month_name(self.month, language)
        return name[0].upper() + name[1:]


@dataclass(frozen=True)
class Within:
    """A sentence that stands inside another."""

    problem: Problem

    def said(self, language: str, translate: Translate) -> str:
        """The sentence, translated and filled in."""
        values = {name: value.said(language, translate) for name, value in self.problem.values.items()}
        return translate(self.problem.text).format(**values)


def figure(question: Question, text: str, language: str) -> Read:
    """A number, kept where it lies within the bounds; of two readings, those that the question can take."""
    if is_blank(text):
        return Nothing()
    read = number(
        text, language, euro=question.kind is Kind.AMOUNT, percent=question.kind is Kind.SHARE,
        negative=question.low is None or question.low < 0,
    )
    if isinstance(read, NotUnderstood):
        return Problem(read.text, {"example": example(question)})
    readings = read.readings if isinstance(read, Ambiguous) else (read.number,)
    fitting = list(_fitting(question, readings))
    if len(fitting) > 1:
        return Unclear(question, (fitting[0], fitting[1]))
    return Given(fitting[0]) if fitting else _out_of_bounds(question)


def twelve(question: Question, texts: list[str], language: str) -> Read:
    """Twelve numbers, January first; all of them or none."""
    if all(is_blank(text) for text in texts):
        return Nothing()
    months = [figure(question, text, language) for text in (*texts, *[""] * (MONTHS - len(texts)))[:MONTHS]]
    for month, read in enumerate(months, start=1):
        if isinstance(read, Nothing):
            return Problem(EMPTY_MONTH, {"month": MonthName(month)})
        if isinstance(read, Problem):
            return Problem(IN_MONTH, {"month": MonthName(month), "problem": Within(read)})
    first, second = (tuple(_reading(read, place) for read in months) for place in (0, 1))
    return Given(first) if first == second else Unclear(question, (first, second))


def example(question: Question) -> Typed:
    """A number that the question would take."""
    candidates = EXAMPLE_SHARES if question.kind is Kind.SHARE else EXAMPLES
    low, high = _bounds(question)
    return Typed(question, next((each for each in candidates if low <= each <= high), low))


def _reading(read: Read, place: int) -> float:
    value = read.readings[place] if isinstance(read, Unclear) else read.value if isinstance(read, Given) else None
    assert isinstance(value, (int, float)), read
    return value


def _fitting(question: Question, readings: Iterable[Decimal]) -> Iterable[float]:
    """The readings as values, without those that the question cannot take."""
    low, high = _bounds(question)
    for reading in readings:
        exact = reading.scaleb(-SHARE_TO_PERCENT) if question.kind is Kind.SHARE else reading
        whole = exact == exact.to_integral_value()
        value = int(exact) if whole else float(exact)
        if low <= value <= high and (whole or question.kind not in WHOLE_FIGURES):
            yield value if abs(value) >= SMALLEST else 0


def _out_of_bounds(question: Question) -> Problem:
    text = {Kind.AMOUNT: AMOUNT, Kind.SHARE: PERCENTAGE}.get(question.kind, NUMBER)
    if question.kind in WHOLE_FIGURES:
        text = WHOLE
    low, high = _bounds(question)
    return Problem(text, {"low": _bound(question, low), "high": _bound(question, high), "example": example(question)})


def _bound(question: Question, bound: float) -> Spoken:
    if is_year(question):
        return Year(int(bound))
    if question.kind is Kind.SHARE:
        return Share(bound)
    return Money(bound) if question.kind is Kind.AMOUNT else Count(bound)


def _bounds(question: Question) -> tuple[float, float]:
    assert question.low is not None and question.high is not None, question.key
    return question.low, question.high
