"""Days and months as people type them: day, month, year in digits of any script, or the month by its name."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from babel.dates import get_month_names

from financial_models.readers.numerals import NOTATIONS

from ..numbers import plain
from ..questions import Kind, Question
from ..readiness.sentences import N_, Spoken, Year
from ..written_values import FIRST_YEAR, LAST_YEAR
from .fields import Typed, is_blank
from .read import Given, Nothing, Problem, Read

DAY = N_("Enter day, month and year, for example {example}.")
MONTH = N_("Enter a month and a year, for example {example}.")
SHORT_YEAR = N_("Write the year with four digits, for example {example}.")
DAY_FIRST = N_("There are twelve months. Enter the day first, then the month: {example}.")
NO_SUCH_MONTH = N_("There are twelve months. Enter the month as a number from 1 to 12, for example {example}.")
NO_SUCH_DAY = N_("This month does not have that many days. Check the day and enter it like this: {example}.")
YEARS = N_("Enter a year from {first} to {last}, as the calendar in Belgium counts, for example {example}.")

EXAMPLE = date(2027, 3, 31)
LONGEST = 60
MONTHS_A_YEAR = 12
SPOKEN = ("ar", "ar_LB", "ar_MA", "ar_DZ")
"""Arabic has three sets of names for the months: of the Nile, of the Levant and of the Maghreb."""
BESIDE = frozenset({"er", "e", "de", "st", "nd", "rd", "th", "of"})
"""What stands beside the day or the month: 1er mars, 31st of March."""

_BETWEEN = r" ?[/.,-] ?| "
_DAY_FIRST = re.compile(rf"(?:(?P<day>\d{{1,2}})(?:{_BETWEEN}))?(?P<month>\d{{1,2}})(?:{_BETWEEN})(?P<year>\d{{1,4}})")
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})(?:{_BETWEEN})(?P<month>\d{{1,2}})(?:(?:{_BETWEEN})(?P<day>\d{{1,2}}))?")
_WORDS_AND_NUMBERS = re.compile(r"\d+|[^\W\d_]+")


class Parts(NamedTuple):
    """Year, month and day as they were typed; 0 for what was left out; ``digits`` is how long the year is."""

    year: int
    month: int
    day: int
    digits: int


def day(question: Question, text: str, today: date | None = None) -> Read:
    """A day, its day before its month unless the year stands first."""
    if is_blank(text):
        return Nothing()
    parts = _parts(text)
    if parts is None or not parts.day:
        return Problem(DAY, _example(question, today))
    problem = _problem(question, parts, today)
    if problem:
        return problem
    try:
        return Given(date(parts.year, parts.month, parts.day))
    except ValueError:
        return Problem(NO_SUCH_DAY, _example(question, today))


def month(question: Question, text: str, today: date | None = None) -> Read:
    """A month of a year; of a whole day, its month."""
    if is_blank(text):
        return Nothing()
    parts = _parts(text)
    if parts is None:
        return Problem(MONTH, _example(question, today))
    return _problem(question, parts, today) or Given(date(parts.year, parts.month, 1))


def _problem(question: Question, parts: Parts, today: date | None) -> Problem | None:
    """What is wrong with the year or the month."""
    example = _example(question, today)
    if parts.digits < len(str(FIRST_YEAR)):
        return Problem(SHORT_YEAR, example)
    if not 1 <= parts.month <= MONTHS_A_YEAR:
        by_month = question.kind is Kind.CALENDAR_MONTH
        return Problem(NO_SUCH_MONTH if by_month else DAY_FIRST, example)
    if not FIRST_YEAR <= parts.year <= LAST_YEAR:
        return Problem(YEARS, {"first": Year(FIRST_YEAR), "last": Year(LAST_YEAR), **example})
    return None


def _example(question: Question, today: date | None) -> dict[str, Spoken]:
    """A day or a month as it can be typed."""
    on = today or EXAMPLE
    return {"example": Typed(question, on.replace(day=1) if question.kind is Kind.CALENDAR_MONTH else on)}


def _parts(text: str) -> Parts | None:
    written = plain(text) if len(text.strip()) <= LONGEST else None
    if written is None:
        return None
    found = _YEAR_FIRST.fullmatch(written) or _DAY_FIRST.fullmatch(written)
    if found:
        return Parts(int(found["year"]), int(found["month"]), int(found["day"] or 0), len(found["year"]))
    return _by_name(written)


def _by_name(written: str) -> Parts | None:
    """The parts where the month stands by its name: the longer number is the year."""
    parts = _WORDS_AND_NUMBERS.findall(_folded(written))
    name = " ".join(part for part in parts if not part.isdigit() and part not in BESIDE)
    numbers = sorted((part for part in parts if part.isdigit()), key=len)
    if name not in _names() or not 1 <= len(numbers) <= 2 or len(numbers[-1]) > len(str(LAST_YEAR)):
        return None
    *days, year = numbers
    if days and len(days[0]) > 2:
        return None
    return Parts(int(year), _names()[name], int(days[0]) if days else 0, len(year))


@cache
def _names() -> dict[str, int]:
    """The number of each month by its names, long and short, in the languages of the application."""
    names = {name: number for each in NOTATIONS.values() for number, name in enumerate(each.months, start=1)}
    for language in (*NOTATIONS, *SPOKEN):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                found = get_month_names(width, context=context, locale=language)
                names |= {found[number]: number for number in range(1, MONTHS_A_YEAR + 1)}
    return {" ".join(_WORDS_AND_NUMBERS.findall(_folded(name))): number for name, number in names.items()}


def _folded(text: str) -> str:
    """Small letters without accents; the Arabic letters that differ by a hamza are the same."""
    return re.sub(r"[\u0300-\u036f\u064b-\u065f\u0640]", "", normalize("NFD", text.casefold()))
