"""Appointments about a plan: when, how long, where or by which call, what about; afterwards what was said.

Times are those of the clocks in Belgium.  In the night in which the clocks go forward an hour does not exist and is
refused; in the night in which they go back an hour comes twice, and the first of the two is meant.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

from ..clock import HERE, day_of, here
from ..questions import Kind, Question
from ..readiness.sentences import N_
from ..typed import Given, Problem, typed
from .contacts import How

MOST_AHEAD = timedelta(days=731)
MOST_AGREED = 5
DAY = Question("appointment.day", "", Kind.DATE)
MINUTES = Question("appointment.minutes", "", Kind.WHOLE, low=5, high=600)
WHERE = Question("appointment.where", "", Kind.TEXT)
WORDS = Question("appointment.words", "", Kind.LONG_TEXT)
TASK = Question("appointment.task", "", Kind.TEXT)
CLOCK = re.compile(r"\s*(\d{1,2})\s*[:.hu]\s*(\d{2})\s*")
WHICH = N_("Choose how you meet.")
WHEN = N_("Choose the day.")
WHAT_TIME = N_("Write the time with hours and minutes, for example 14:30.")
HOW_LONG = N_("Say how many minutes it takes.")
PLACE_WANTED = N_("Write the place, so that both of you know where to go.")
NO_SUCH_TIME = N_("That night the clocks go forward, and this time does not exist. Choose another one.")
OVER = N_("This moment is over already. Choose one that is still to come.")
TOO_FAR = N_("Choose a day within the next two years.")
WHAT = N_("Write what was agreed.")
UNTIL_WHEN = N_("Choose the day by which it is done.")
DUE_OVER = N_("This day is over already. Choose today or a later day.")


class Way(Enum):
    """How two people meet."""

    PLACE = "place"
    CALL = "call"
    VIDEO = "video"


AS_CONTACT = {Way.PLACE: How.VISIT, Way.CALL: How.CALL, Way.VIDEO: How.VIDEO}
"""What kind of contact an appointment was, once it was."""


@dataclass(frozen=True)
class Appointment:
    """An appointment; ``step`` counts its changes, ``report`` is what was said there."""

    way: Way
    begins_at: datetime
    minutes: int
    where: str = ""
    agenda: str = ""
    report: str = ""
    id: str = ""
    step: int = 0
    author: str = ""
    cancelled_at: datetime | None = None
    held_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.begins_at + timedelta(minutes=self.minutes)

    def is_coming(self, now: datetime) -> bool:
        """Whether it is still to come, or going on."""
        return self.cancelled_at is None and self.held_at is None and self.ends_at > now


@dataclass(frozen=True)
class Typed:
    """An appointment as a form holds it."""

    way: str = ""
    day: str = ""
    clock: str = ""
    minutes: str = ""
    where: str = ""
    agenda: str = ""

    @classmethod
    def of(cls, made: Appointment) -> "Typed":
        """What the form shows of an appointment."""
        local = here(made.begins_at)
        return cls(made.way.value, local.date().isoformat(), local.strftime("%H:%M"), str(made.minutes), made.where,
                   made.agenda)


@dataclass(frozen=True)
class Agreed:
    """Something that was agreed: what, and by which day."""

    text: str
    due_on: date


def read(form: Typed, language: str, now: datetime, before: Appointment | None = None) -> Appointment | dict[
        str, Problem]:
    """The appointment that a form holds, or what is to be said of which field.

    One that is changed (``before``) may keep its moment, even where that has begun.
    """
    way = next((each for each in Way if each.value == form.way), None)
    at = _at(form, language, now, before)
    minutes, where, agenda = (typed(question, text, language) for question, text in (
        (MINUTES, form.minutes), (WHERE, form.where), (WORDS, form.agenda)))
    problems = at if isinstance(at, dict) else {}
    if way is None:
        problems["way"] = Problem(WHICH)
    if not isinstance(minutes, Given):
        problems["minutes"] = minutes if isinstance(minutes, Problem) else Problem(HOW_LONG)
    if way is Way.PLACE and not isinstance(where, (Given, Problem)):
        problems["where"] = Problem(PLACE_WANTED)
    problems |= {name: each for name, each in (("where", where), ("agenda", agenda)) if isinstance(each, Problem)}
    if problems or way is None or isinstance(at, dict) or not isinstance(minutes, Given):
        return problems
    made = Appointment(way, at, int(str(minutes.value)), _text(where), _text(agenda))
    return made if before is None else replace(made, id=before.id, step=before.step, report=before.report)


def report(text: str, language: str) -> str | Problem:
    """What was said at an appointment, as it is kept; or that it is too long."""
    found = typed(WORDS, text, language)
    return found if isinstance(found, Problem) else _text(found)


def moment(day: date, clock: time) -> datetime | Problem:
    """A time of the clocks in Belgium as a moment; the first of two where that night has it twice."""
    at = datetime.combine(day, clock, HERE).astimezone(UTC)
    return at if here(at).time() == clock else Problem(NO_SUCH_TIME)


def agreed(texts: list[str], days: list[str], language: str, today: date) -> tuple[list[Agreed], dict[str, Problem]]:
    """The lines that were agreed, and what is to be said of which field; a line with nothing in it is none."""
    found: list[Agreed] = []
    problems: dict[str, Problem] = {}
    for number, (text, day) in enumerate(zip(texts[:MOST_AGREED], days[:MOST_AGREED], strict=False)):
        task, due = typed(TASK, text, language), typed(DAY, day, language, today)
        if isinstance(task, Given) and isinstance(due, Given) and isinstance(due.value, date) and due.value >= today:
            found.append(Agreed(str(task.value), due.value))
        elif not (text.strip() or day.strip()):
            continue
        elif not isinstance(task, Given):
            problems[f"task-{number}"] = task if isinstance(task, Problem) else Problem(WHAT)
        else:
            problems[f"due-{number}"] = due if isinstance(due, Problem) else Problem(
                DUE_OVER if isinstance(due, Given) else UNTIL_WHEN)
    return found, problems


def _at(form: Typed, language: str, now: datetime, before: Appointment | None) -> datetime | dict[str, Problem]:
    day, clock = typed(DAY, form.day, language, day_of(now)), _clock(form.clock)
    problems = {} if isinstance(day, Given) else {"day": day if isinstance(day, Problem) else Problem(WHEN)}
    problems |= {} if clock else {"clock": Problem(WHAT_TIME)}
    if problems or not isinstance(day, Given) or not isinstance(day.value, date) or clock is None:
        return problems
    at = moment(day.value, clock)
    if isinstance(at, Problem):
        return {"clock": at}
    if before is not None and at == before.begins_at:
        return at
    if at <= now:
        return {"day": Problem(OVER)}
    return {"day": Problem(TOO_FAR)} if at > now + MOST_AHEAD else at


def _clock(text: str) -> time | None:
    """A time of the day, in digits of any script."""
    found = CLOCK.fullmatch(text[:20])
    try:
        return time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _text(found: object) -> str:
    return str(found.value).strip() if isinstance(found, Given) else ""
