"""What an entrepreneur and a coach do with a plan in a demo, each deed by the functions that the application uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from bizplan.domain.clock import HERE, day_of
from bizplan.domain.coaching import About, News, Quote, Subject, ThreadKind
from bizplan.domain.coaching.appointments import Appointment, Way
from bizplan.domain.coaching.contacts import Contact, How
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.coaching.reviews import State
from bizplan.domain.coaching.suggestions import State as Outcome
from bizplan.domain.coaching.threads import quoted
from bizplan.domain.people import Role
from bizplan.domain.plan import Translation
from bizplan.domain.profile import Gate
from bizplan.domain.questions import QUESTIONS
from bizplan.domain.revisions import Deed, Record, Said, said_of_version
from bizplan.domain.translated import key_of
from bizplan.storage import (
    Transaction,
    appointments,
    contacts,
    gates,
    notices,
    plans,
    readings,
    reviews,
    sessions,
    suggestions,
    threads,
    versions,
)
from bizplan.storage.judgements import judged
from bizplan.storage.plans import Change
from bizplan.storage.threads import Beginning
from bizplan.translations import translator

MORNING, WORKDAYS = 10, 5
A_WEEK, LAST_NIGHT = timedelta(days=7), timedelta(hours=9)


@dataclass(frozen=True)
class Two:
    """An entrepreneur and a coach over a plan: all that they do is done when the clock of ``tx`` stands."""

    tx: Transaction
    plan: str
    owner: str
    coach: str

    @property
    def today(self) -> date:
        """The day on which they do it."""
        return day_of(self.tx.now)

    @property
    def sequence(self) -> int:
        """How far the plan is."""
        kept = plans.plan(self.tx, self.plan)
        assert kept is not None
        return kept.sequence

    def ago(self, days: int, hour: int = MORNING) -> Two:
        """The two of them so many days ago, at an hour."""
        then = datetime.combine(self.today - timedelta(days=days), time(hour), HERE)
        return replace(self, tx=replace(self.tx, now=then.astimezone(UTC)))

    def last_night(self) -> Two:
        """The two of them in the night before this moment."""
        return replace(self, tx=replace(self.tx, now=self.tx.now - LAST_NIGHT))


def answer(two: Two, texts: Mapping[str, str]) -> None:
    """The entrepreneur answers in words, each answer under its question."""
    for key, text in texts.items():
        _save(two, two.owner, key, Said.of(key, text, text=(text,)))


def pass_by(two: Two, *marks: str) -> None:
    """The entrepreneur goes past pages that ask nothing of them."""
    for mark in marks:
        _save(two, two.owner, mark, Said((), True))


def translate(two: Two, texts: Mapping[str, str]) -> None:
    """The coach writes what answers say in Dutch."""
    for key, text in texts.items():
        _save(two, two.coach, key_of(key, "nl"), said_of_version(Translation(text, "coach")))


def ask(two: Two, subject: Subject, text: str, due_on: date | None = None) -> str:
    """The coach asks something, or asks for something before a day; the answer is the id of the thread."""
    return _begin(two, ThreadKind.REQUEST if due_on else ThreadKind.COMMENT, subject, text, due_on)


def note(two: Two, text: str) -> None:
    """The coach writes down what only coaches read."""
    _begin(two, ThreadKind.PRIVATE, Subject(About.PLAN), text)


def reply(two: Two, thread: str, text: str, *, solved: bool = False) -> None:
    """The entrepreneur answers, and the coach calls it solved where it is."""
    found = threads.thread(two.tx, two.plan, thread, coach=True)
    assert found is not None
    threads.answer(two.tx, found, two.owner, text)
    if solved:
        threads.settle(two.tx, found, two.coach)


def suggest(two: Two, key: str, text: str, reason: str) -> str:
    """The coach suggests another text; the answer is the id of the suggestion."""
    change = Change(Deed.ANSWER, key, "", Said.of(key, text, text=(text,)), base=two.sequence)
    made = suggestions.make(two.tx, two.plan, two.coach, change, reason)
    notices.tell(two.tx, News.SUGGESTION, two.plan, two.coach, [two.owner], made)
    return made


def take_over(two: Two, suggestion: str) -> None:
    """The entrepreneur takes over what was suggested."""
    found = suggestions.suggestion(two.tx, two.plan, suggestion)
    assert found is not None
    kept = _save(two, two.owner, found.revision.question, found.revision.said)
    suggestions.decide(two.tx, suggestion, Outcome.ACCEPTED, two.owner, kept)
    notices.tell(two.tx, News.DECIDED, two.plan, two.owner, [two.coach], suggestion)


def send(two: Two, *parts: str) -> None:
    """The entrepreneur asks the coach to check parts of the study."""
    for part in parts:
        reviews.send(two.tx, two.plan, two.owner, reviews.Given(part, State.WITH_COACH, two.sequence))


def approve(two: Two, *parts: str) -> None:
    """The coach approves parts."""
    for part in parts:
        reviews.give(two.tx, two.plan, two.coach, reviews.Given(part, State.APPROVED, two.sequence))


def give_back(two: Two, part: str, words: str) -> None:
    """The coach returns a part and says what is still needed."""
    reviews.give(two.tx, two.plan, two.coach, reviews.Given(part, State.RETURNED, two.sequence, words))


def decide(two: Two, gate: str, outcome: Gate, reasons: str, *conditions: Condition) -> None:
    """The coach decides at a gate."""
    stood = judged(two.tx, two.plan).gates[gate].decision
    gates.decide(two.tx, two.plan, two.coach, gates.Given(
        gate, outcome, reasons, conditions, two.sequence, before=stood.id if stood else ""))


def meet(two: Two, how: How, minutes: int, words: str = "") -> None:
    """The coach writes down that they met, with a note for coaches."""
    contacts.write_down(two.tx, two.plan, two.coach, Contact(how, two.today, minutes, words))


def arrange(two: Two, on: date, hour: int, where: str, agenda: str) -> None:
    """The coach makes an appointment for an hour somewhere."""
    begins_at = datetime.combine(on, time(hour), HERE).astimezone(UTC)
    appointments.make(two.tx, two.plan, two.coach, Appointment(Way.PLACE, begins_at, 60, where, agenda))


def name_version(two: Two, called: str) -> None:
    """The coach gives the plan as it stands a name, so that it can be found again."""
    versions.name(two.tx, two.plan, two.coach, two.sequence, called)


def look(two: Two) -> None:
    """The coach opens the plan."""
    token = sessions.start(two.tx, two.coach, staff=True, own_device=False, strong=True)
    here = sessions.session(two.tx, token)
    assert here is not None
    readings.note(two.tx, two.plan, two.coach, here.id, Role.COACH, "study tasks")
    sessions.end(two.tx, here.id)


def see_news(two: Two) -> None:
    """Both look at all news so far."""
    for person in (two.owner, two.coach):
        notices.see(two.tx, person, two.plan)


def next_workday(two: Two) -> date:
    """A day in a week from now on which people work."""
    return next(day for day in (two.today + A_WEEK + timedelta(days=at) for at in range(WORKDAYS))
                if day.weekday() < WORKDAYS)


def _save(two: Two, author: str, key: str, said: Said) -> int:
    """Keeps an answer; its sequence."""
    kept = plans.save(two.tx, two.plan, author, Change(Deed.ANSWER, key, "", said, base=two.sequence))
    assert isinstance(kept, plans.Taken)
    return kept.revision.sequence


def _begin(two: Two, kind: ThreadKind, subject: Subject, text: str, due_on: date | None = None) -> str:
    record = _record(two)
    label = translator("nl")(QUESTIONS[subject.key].wording) if subject.about is About.ANSWER else ""
    said = quoted(subject, record)
    words = "" if said is None or said.value is None else str(said.value)
    return threads.begin(two.tx, two.plan, two.coach, Beginning(
        kind, subject, text, due_on, Quote(label, words, said), record.sequence))


def _record(two: Two) -> Record:
    kept = plans.plan(two.tx, two.plan)
    assert kept is not None
    return plans.record(two.tx, kept)
