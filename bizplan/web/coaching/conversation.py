"""One page for a conversation: who and what, how far, what changed, what the figures say, what waits, what comes.

Both sides may read all of it: no note of a coach, no comment that is not for both, nothing of what only coaches are
asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flask import g
from markupsafe import Markup

from bizplan.domain import course
from bizplan.domain.clock import HERE, day_of, today
from bizplan.domain.coaching.appointments import Appointment
from bizplan.domain.coaching.contacts import Contact
from bizplan.domain.coaching.paper import sheets
from bizplan.domain.course import PARTS, STAGES
from bizplan.domain.questions import QUESTIONS, Question
from bizplan.domain.revisions import Record
from bizplan.domain.translated import dossier_language, untranslated
from bizplan.storage import Transaction, agenda, appointments, contacts, participants, people, plans
from bizplan.storage.agenda import OpenTalk
from bizplan.translations import translator

from .. import display
from ..access import kept, reading
from ..answers_shown import words_of
from ..calculated import ready
from ..course_shown import row_name
from ..findings_shown import finding_told, signal_told
from ..languages import direction
from ..languages import say as _
from .contacts import WORDS

LATELY = timedelta(days=30)
MOST_CHANGES, MOST_COMING, MOST_BLOCKING, LONGEST = 6, 8, 6, 90
DEADLINES = (
    "applicant.residence.until", "applicant.residence.professional_card_until", "rules.permits[].until",
    "equipment[].quote_until",
    "planning.milestones[].date",
)
"""The questions whose answer is a day by which something is to be done."""
NAMED_BY_ROW = ("planning.milestones[].date",)


@dataclass(frozen=True)
class Line:
    """Something on the page with its day or its answer."""

    words: str
    row_name: str = ""
    text: Markup | str = ""


def told(plan: str, record: Record) -> dict[str, object]:
    """What stands on the page."""
    with reading() as tx:
        seen = contacts.contacts_of(tx, plan, with_notes=False)
        talks, coming = agenda.open_talks(tx, plan), appointments.next_of(tx, plan)
        changed = plans.changed_since(tx, plan, _since(tx, seen), 3 * MOST_CHANGES)
        who = [people.person(tx, each) for each in (kept().owner, *participants.coaches_of(tx, plan))]
    checked, found = ready(kept(), record), sheets(record)
    places = [each for each in changed if _is_shown(*each, record)]
    blocking = [finding_told(each, plan, record) for each in checked.blockers]
    return {
        "who": [each.name for each in who if each], "idea": str(record.said("inform.idea").value or ""),
        "stage": _stage(record),
        "last": seen[0] if seen else None, "last_words": _(WORDS[seen[0].how]) if seen else "",
        "changes": [_line(record, *each) for each in places[:MOST_CHANGES]],
        "more_changes": max(len(places) - MOST_CHANGES, 0),
        "signals": [signal_told(each, plan) for each in checked.signals], "blocking": blocking[:MOST_BLOCKING],
        "open": [(_(each.part.title), each.size + each.more) for each in found],
        "untranslated": len(untranslated(record.plan, dossier_language(record.plan))),
        "coming": [line for _on, line in sorted([*_deadlines(record), *_agreed(talks, coming)],
                                                key=lambda each: each[0])[:MOST_COMING]],
    }


def in_both(beside: str) -> Callable[[str], Markup]:
    """What writes an English text in the second language, behind the first."""
    def said(text: str) -> Markup:
        if translator(beside)(text) == _(text):
            return Markup("")
        return Markup(' <span class="soft" lang="{}" dir="{}">{}</span>').format(
            beside, direction(beside), translator(beside)(text))
    return said


def _since(tx: Transaction, seen: tuple[Contact, ...]) -> datetime:
    """The beginning of the day of the last contact; a month ago where there was none."""
    return datetime.combine(seen[0].on, time.min, HERE) if seen else tx.now - LATELY


def _is_shown(key: str, row: str, record: Record) -> bool:
    """Whether an answer is one of the study, in a row that stands, and not for coaches alone."""
    asked = QUESTIONS.get(key)
    return asked is not None and not asked.coach and course.is_on_a_page(key) and row in tuple(
        record.plan.places(asked))


def _line(record: Record, key: str, row: str) -> Line:
    asked = QUESTIONS[key]
    return Line(_(asked.label), _row(record, asked, row), _shortened(words_of(record, asked, record.said(key, row))))


def _deadlines(record: Record) -> Iterator[tuple[date, Line]]:
    """The days in the plan that are still to come, by what is due."""
    for key in DEADLINES:
        for row in record.plan.places(QUESTIONS[key]):
            answer = record.plan.answer(key, row)
            if answer and isinstance(answer.value, date) and answer.value >= today():
                name, label = _row(record, QUESTIONS[key], row), _(QUESTIONS[key].label)
                words = name if key in NAMED_BY_ROW else label
                yield answer.value, Line(words, "" if words == name else name, display.day(answer.value, g.language))


def _agreed(talks: tuple[OpenTalk, ...], coming: Appointment | None) -> Iterator[tuple[date, Line]]:
    """The next appointment, and what was asked by a day."""
    if coming:
        on = day_of(coming.begins_at)
        yield on, Line(_("Next appointment"), "", display.moment(coming.begins_at, g.language))
    for each in talks:
        if each.is_request and each.due_on:
            yield each.due_on, Line(_shortened(each.text), "", display.day(each.due_on, g.language))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _row(record: Record, asked: Question, row: str) -> str:
    return row_name(record, asked.group, row) if row else ""


def _stage(record: Record) -> Line:
    """Where the study is: the stage and the part in which the next open page stands, and how many parts are done."""
    done = sum(course.state_of_part(record, part) is course.State.OK for part in PARTS.values())
    count = display.fill(_("{done} of {of} parts done."), done=done, of=len(PARTS))
    first = course.first_open(record)
    if first is None:
        return Line(_("Every page is done."), text=count)
    stage = next(each for each in STAGES if first[0] in each.parts)
    return Line(_(stage.title), _(first[0].title), count)

