"""How each kind of answer is written in a plan file: what is accepted, what it means, how it is written back."""

import re
from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Any

from .plan import Value
from .plan_file_error import PlanFileError, refused
from .questions import Kind, Question
from .questions.question import WHOLE_FIGURES

LONGEST_LINE = 300
LONGEST_TEXT = 20_000
LONGEST_NOTE = 2_000
SMALLEST = 1e-9
"""What is nearer to nothing than this is nothing: no plan counts so finely, and dividing by it overflows."""
ROW_ID = re.compile(r"[a-z0-9_]{1,40}")
FIRST_YEAR, LAST_YEAR = 1900, 2199
NOT_TEXT = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
"""Control characters, lone halves of characters and the codes that stand for no character."""
NOT_IN_LINE = NOT_TEXT + "\t\n\r\u2028\u2029"
_BAD_TEXT = re.compile(f"[{NOT_TEXT}]")
_BAD_LINE = re.compile(f"[{NOT_IN_LINE}]")


def understood(question: Question, raw: object, place: str) -> Value:
    """The value that stands in the file for this question; raises PlanFileError where it cannot be used."""
    return _READERS[question.kind](question, raw, place)


def written(question: Question, value: Value) -> Any:
    """The value as it is written in a file."""
    if isinstance(value, date):
        return value.isoformat()[:7] if question.kind is Kind.CALENDAR_MONTH else value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def line(raw: object, place: str, longest: int = LONGEST_LINE) -> str:
    """A text of one line."""
    return _text(raw, place, longest, _BAD_LINE, "write it on one line, without control characters")


def row_id(raw: object, place: str) -> str:
    """The id of a row: it never changes, whatever the row is renamed to."""
    if not isinstance(raw, str) or not ROW_ID.fullmatch(raw):
        raise refused(place, raw, "an id is 1 to 40 small letters a-z, digits and underscores, in quotes")
    return raw


def _text(raw: object, place: str, longest: int, bad: re.Pattern[str], advice: str) -> str:
    if not isinstance(raw, str):
        raise refused(place, raw, "write a text in quotes")
    if len(raw) > longest:
        raise refused(place, raw, f"write at most {longest} characters, here are {len(raw)}")
    if bad.search(raw):
        raise refused(place, raw, advice)
    return raw


def _one_line(question: Question, raw: object, place: str) -> str:
    return line(raw, place)


def _long_text(question: Question, raw: object, place: str) -> str:
    return _text(raw, place, LONGEST_TEXT, _BAD_TEXT, "leave out the control characters")


def _number(question: Question, raw: object, place: str) -> float:
    whole = question.kind in WHOLE_FIGURES
    low, high = _bounds(question)
    asked = f"write a {'whole ' if whole else ''}number from {_plain(low)} to {_plain(high)}{_hint(question)}"
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not low <= raw <= high:
        raise refused(place, raw, asked)
    if whole and raw != int(raw):
        raise refused(place, raw, asked)
    return raw if abs(raw) >= SMALLEST else 0


def _bounds(question: Question) -> tuple[float, float]:
    assert question.low is not None and question.high is not None, question.key
    return question.low, question.high


def _plain(bound: float) -> str:
    return f"{bound:,.0f}" if bound == int(bound) else f"{bound:g}"


def _hint(question: Question) -> str:
    if question.kind is Kind.SHARE:
        return ", such as 0.21 for 21 %"
    return ", 1 being the first month of the plan" if question.kind is Kind.PLAN_MONTH else ""


def _twelve(question: Question, raw: object, place: str) -> tuple[float, ...]:
    if not isinstance(raw, list) or len(raw) != 12:
        raise refused(place, raw, "write twelve numbers between brackets, January first")
    return tuple(_number(question, factor, f"{place}[{month}]") for month, factor in enumerate(raw))


def _day(question: Question, raw: object, place: str) -> date:
    return _dated(raw, place, r"\d{4}-\d\d-\d\d", "", "write an existing day as 2027-03-31")


def _month(question: Question, raw: object, place: str) -> date:
    return _dated(raw, place, r"\d{4}-\d\d", "-01", "write a month as 2027-03")


def _dated(raw: object, place: str, form: str, ending: str, advice: str) -> date:
    if isinstance(raw, str) and re.fullmatch(form, raw, re.ASCII):
        try:
            day = date.fromisoformat(raw + ending)
        except ValueError:
            raise refused(place, raw, advice) from None
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
    raise refused(place, raw, advice)


def _choice(question: Question, raw: object, place: str) -> str:
    keys = [option.key for option in question.options]
    if not isinstance(raw, str) or raw not in keys:
        near = get_close_matches(raw, keys, 1) if isinstance(raw, str) else []
        advice = f'did you mean "{near[0]}"?' if near else "choose one of " + ", ".join(keys)
        raise refused(place, raw, advice)
    return raw


def _choices(question: Question, raw: object, place: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or len(raw) > len(question.options):
        raise refused(place, raw, "write a list of choices, each once")
    chosen = tuple(_choice(question, key, f"{place}[{position}]") for position, key in enumerate(raw))
    if len(set(chosen)) < len(chosen):
        raise PlanFileError(place, "names a choice twice: write each choice once.")
    return chosen


def _yes_no(question: Question, raw: object, place: str) -> bool:
    if not isinstance(raw, bool):
        raise refused(place, raw, "write true or false, without quotes")
    return raw


def _row(question: Question, raw: object, place: str) -> str:
    return row_id(raw, place)


_READERS: dict[Kind, Callable[[Question, object, str], Value]] = {
    Kind.TEXT: _one_line, Kind.LONG_TEXT: _long_text, Kind.NUMBER: _number, Kind.WHOLE: _number,
    Kind.AMOUNT: _number, Kind.SHARE: _number, Kind.MONTHS: _number, Kind.PLAN_MONTH: _number,
    Kind.TWELVE: _twelve, Kind.DATE: _day, Kind.CALENDAR_MONTH: _month, Kind.CHOICE: _choice,
    Kind.CHOICES: _choices, Kind.YES_NO: _yes_no, Kind.ROW: _row,
}
