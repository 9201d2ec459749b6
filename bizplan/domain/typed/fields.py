"""What a field of a form shows for a value: reading it back gives the same value."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from unicodedata import category

from financial_models.readers import numerals

from ..numbers import decimals
from ..plan import Value
from ..questions import Kind, Question
from ..readiness.sentences import Translate

YES, NO = "yes", "no"
SEVERAL = frozenset({Kind.TWELVE, Kind.CHOICES})
"""The kinds that are typed in several fields; put together, each stands on a line of its own."""
CENTS = 2
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
SHARE_TO_PERCENT = 2            # by so many places the decimal mark moves


def shown(question: Question, value: Value, language: str) -> str:
    """The text for the field: plain digits in the language's way, a share as per cent, a day as 31/03/2027."""
    if isinstance(value, tuple):
        return "\n".join(_one(question, each, language) for each in value)
    return _one(question, value, language)


def is_blank(text: str) -> bool:
    """Whether nothing can be seen of a text: no characters, spaces, or marks without a shape."""
    return all(category(letter) in UNSEEN for letter in text)


def figure(question: Question, value: float) -> Decimal:
    """A number as people type it for this question: 21 for a share of 0.21."""
    exact = Decimal(repr(value)) + 0  # nothing has no minus
    return exact.scaleb(SHARE_TO_PERCENT) if question.kind is Kind.SHARE else exact


def is_year(question: Question) -> bool:
    """Whether a whole number is a calendar year, which is written without a mark of thousands."""
    return question.kind is Kind.WHOLE and question.name == "year"


def _one(question: Question, value: str | float | date, language: str) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return f"{value:%m/}{value.year}" if question.kind is Kind.CALENDAR_MONTH else f"{value:%d/%m/}{value.year}"
    if isinstance(value, str):
        return value
    number = figure(question, value)
    places = decimals(number)
    if question.kind is Kind.AMOUNT and places:
        places = max(places, CENTS)
    return f"{number:.{places}f}".replace(".", numerals.NOTATIONS[language].decimal)


@dataclass(frozen=True)
class Typed:
    """A value as an example of what can be typed, within a sentence."""

    question: Question
    value: Value

    def said(self, language: str, translate: Translate) -> str:
        """The text for the field, held together where the sentence runs from right to left."""
        text = shown(self.question, self.value, language)
        if not numerals.NOTATIONS[language].right_to_left:
            return text
        return f"{numerals.LEFT_TO_RIGHT}{text}{numerals.POP}"
