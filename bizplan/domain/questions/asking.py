"""How the phases word their declarations: one short function per kind of answer.

Labels are plain English literals, so that the translators' catalogue finds them.
"""

from typing import Any

from .question import LARGEST_AMOUNT, Above, Is, Kind, Option, Period, Question

LONGEST_PLAN = 60


def text(key: str, label: str, **more: Any) -> Question:
    """A question that is answered in one line."""
    return Question(key, label, Kind.TEXT, **more)


def long_text(key: str, label: str, **more: Any) -> Question:
    """A question that is answered in own words, over several lines."""
    return Question(key, label, Kind.LONG_TEXT, **more)


def number(key: str, label: str, low: float = 0, high: float = LARGEST_AMOUNT, **more: Any) -> Question:
    """A question for a quantity, which may have decimals."""
    return Question(key, label, Kind.NUMBER, low=low, high=high, **more)


def whole(key: str, label: str, low: int = 0, high: int = 1000, **more: Any) -> Question:
    """A question for a whole number."""
    return Question(key, label, Kind.WHOLE, low=low, high=high, **more)


def amount(key: str, label: str, low: float = 0, period: Period = Period.ONCE, **more: Any) -> Question:
    """A question for an amount in euros."""
    return Question(key, label, Kind.AMOUNT, unit="EUR", low=low, high=LARGEST_AMOUNT, period=period, **more)


def share(key: str, label: str, low: float = 0, high: float = 1, **more: Any) -> Question:
    """A question for a share, written as 0.21 for 21 %."""
    return Question(key, label, Kind.SHARE, low=low, high=high, **more)


def yearly_change(key: str, label: str, **more: Any) -> Question:
    """A question for a change a year: 0.02 for 2 % more."""
    return share(key, label, low=-0.9, high=2, period=Period.YEAR, **more)


def months(key: str, label: str, low: int = 0, high: int = LONGEST_PLAN, **more: Any) -> Question:
    """A question for a number of months."""
    return Question(key, label, Kind.MONTHS, unit="months", low=low, high=high, **more)


def plan_month(key: str, label: str, high: int = LONGEST_PLAN, **more: Any) -> Question:
    """A question for a month of the plan, counted from 1."""
    return Question(key, label, Kind.PLAN_MONTH, low=1, high=high, **more)


def twelve(key: str, label: str, low: float = 0, high: float = 12, **more: Any) -> Question:
    """A question for twelve numbers, one per month of the year, January first."""
    return Question(key, label, Kind.TWELVE, low=low, high=high, **more)


def date(key: str, label: str, **more: Any) -> Question:
    """A question for a day, written as 2027-03-31."""
    return Question(key, label, Kind.DATE, **more)


def calendar_month(key: str, label: str, **more: Any) -> Question:
    """A question for a month of a year, written as 2027-03."""
    return Question(key, label, Kind.CALENDAR_MONTH, **more)


def choice(key: str, label: str, *options: Option, **more: Any) -> Question:
    """A question with one answer out of a few."""
    return Question(key, label, Kind.CHOICE, options=options, **more)


def choices(key: str, label: str, *options: Option, **more: Any) -> Question:
    """A question with any number of answers out of a few."""
    return Question(key, label, Kind.CHOICES, options=options, **more)


def yes_no(key: str, label: str, **more: Any) -> Question:
    """A question that is answered by yes or no."""
    return Question(key, label, Kind.YES_NO, **more)


def row_of(key: str, label: str, group: str, **more: Any) -> Question:
    """A question that points at a row of another group by its id."""
    return Question(key, label, Kind.ROW, of=group, **more)


def when_is(question: str, *among: str | bool) -> tuple[Is]:
    """Asked when the answer to another question is one of these."""
    return (Is(question, among),)


def when_above(question: str, number: float = 0) -> tuple[Above]:
    """Asked when the answer to another question is more than this."""
    return (Above(question, number),)
