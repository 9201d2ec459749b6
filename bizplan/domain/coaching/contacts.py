"""Contacts between coach and entrepreneur: a visit, a call, a message, a video call; the day, and how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..questions import Kind, Question
from ..readiness.sentences import N_
from ..typed import Given, Problem, typed

MOST_MINUTES = 600
DAY = Question("contact.day", "", Kind.DATE)
MINUTES = Question("contact.minutes", "", Kind.WHOLE, low=1, high=MOST_MINUTES)
NOTE = Question("contact.note", "", Kind.LONG_TEXT)
WHICH = N_("Choose what it was.")
WHEN = N_("Choose the day.")
NOT_YET = N_("This day is still to come. A contact is written down when it was.")
HOW_LONG = N_("Say how many minutes it took.")


class How(Enum):
    """The kinds of contact."""

    VISIT = "visit"
    CALL = "call"
    VIDEO = "video"
    MESSAGE = "message"


@dataclass(frozen=True)
class Contact:
    """One contact; the note is for the coaching side only, and "" for everybody else."""

    how: How
    on: date
    minutes: int
    note: str = ""
    id: str = ""
    author: str = ""


@dataclass(frozen=True)
class Typed:
    """A contact as a form holds it."""

    how: str = ""
    day: str = ""
    minutes: str = ""
    note: str = ""


def read(form: Typed, language: str, today: date) -> Contact | dict[str, Problem]:
    """The contact that a form holds, or what is to be said of which field."""
    how = next((each for each in How if each.value == form.how), None)
    day, minutes, note = (typed(question, text, language, today) for question, text in (
        (DAY, form.day), (MINUTES, form.minutes), (NOTE, form.note)))
    if isinstance(day, Given) and isinstance(day.value, date) and day.value > today:
        day = Problem(NOT_YET)
    found = {"how": None if how else Problem(WHICH), "day": _problem(day, WHEN),
             "minutes": _problem(minutes, HOW_LONG), "note": note if isinstance(note, Problem) else None}
    problems = {name: problem for name, problem in found.items() if problem}
    if problems or how is None or not isinstance(day, Given) or not isinstance(minutes, Given):
        return problems
    assert isinstance(day.value, date) and isinstance(minutes.value, (int, float))
    return Contact(how, day.value, int(minutes.value), str(note.value) if isinstance(note, Given) else "")


def minutes_together(contacts: Iterable[Contact]) -> int:
    """How long all contacts took."""
    return sum(each.minutes for each in contacts)


def _problem(read_: object, wanting: str) -> Problem | None:
    if isinstance(read_, Given):
        return None
    return read_ if isinstance(read_, Problem) else Problem(wanting)
