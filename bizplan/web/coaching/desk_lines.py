"""A plan as it stands in a row of the desk: its state in a word, how far it is, and what is to be known of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel.dates import format_timedelta
from flask import g, url_for
from markupsafe import Markup

from bizplan.domain.clock import day_of
from bizplan.domain.coaching.desk import Accompanied, Group
from bizplan.domain.coaching.summary import Due
from bizplan.domain.course import PARTS

from .. import display
from ..display import fill
from ..languages import N_
from ..languages import say as _

STATES = {
    Group.WAITS: "talk", Group.BLOCKS: "stop", Group.GO_IF: "warn", Group.BUSY: "busy", Group.NEW: "none",
    Group.READY: "ok", Group.NOT_AGREED: "none",
}
WORDS = {
    Group.WAITS: N_("Waits for you"), Group.BLOCKS: N_("Something blocks the plan"), Group.GO_IF: N_("Yes, if …"),
    Group.BUSY: N_("In progress"), Group.NEW: N_("Just begun"), Group.READY: N_("Dossier ready"),
    Group.NOT_AGREED: N_("Not agreed yet"),
}
UNTIL = {
    Due.RESIDENCE: (N_("Residence card valid until {day}"), N_("Residence card expired on {day}")),
    Due.PROFESSIONAL_CARD: (N_("Professional card valid until {day}"), N_("Professional card expired on {day}")),
    Due.PERMIT: (N_("Permit valid until {day}"), N_("Permit expired on {day}")),
    Due.QUOTE: (N_("Quote valid until {day}"), N_("Quote expired on {day}")),
    Due.TEST_PHASE: (N_("Test phase until {day}"), N_("Test phase until {day}")),
    Due.CONDITION: (N_("Condition to meet by {day}"), N_("Condition that was due on {day}")),
    Due.REQUEST: (N_("Request due on {day}"), N_("Request due on {day}")),
}
"""What is said of a deadline that is to come, and of one that is past."""
YESTERDAY = 1
SOON = timedelta(days=365)
"""A deadline further away says nothing yet, unless deadlines are what is asked for."""


@dataclass(frozen=True)
class Line:
    """A row of the desk."""

    plan: str
    name: str
    url: str
    state: str
    word: Markup
    title: str
    details: tuple[Markup, ...]
    done: int
    of: int
    active: Markup | str
    cash: float | None


def line(each: Accompanied, today: date, *, far: bool = False) -> Line:
    """A plan as a row; of somebody who does not agree only the name; ``far`` also tells far deadlines."""
    made = each.summary
    return Line(
        each.plan, each.name, _way(each), STATES[each.group], _word(each), made.title if made else "",
        tuple(_details(each, today, far=far)), made.done if made else 0, made.of if made else 0,
        ago(each.active_at, today) if each.active_at else "", made.lowest_cash if made else None)


def ago(at: datetime, today: date) -> Markup | str:
    """How long ago something was, in days: today, yesterday, 3 days ago."""
    day = day_of(at)
    days = (today - day).days
    if days <= YESTERDAY:
        return display.dated(day.isoformat(), _("yesterday") if days == YESTERDAY else _("today"))
    words = format_timedelta(timedelta(days=-days), granularity="day", add_direction=True, locale=g.language)
    return display.dated(day.isoformat(), words)


def _way(each: Accompanied) -> str:
    """To what waits, else to what changed, else to the task list; nowhere where nobody may read."""
    if not each.agreed:
        return ""
    if each.waiting.questions:
        return url_for("threads.talk", plan=each.plan)
    if each.waiting.parts:
        return url_for("history.check", plan=each.plan, part=each.waiting.parts[0])
    return _way_to_changes(each) or url_for("study.tasks", plan=each.plan)


def _way_to_changes(each: Accompanied) -> str:
    """To what changed since the coach last looked; nowhere where nothing did."""
    if not each.changed or each.read_at is None:
        return ""
    return url_for("history.changes", plan=each.plan, since=day_of(each.read_at).isoformat())


def _word(each: Accompanied) -> Markup:
    """The one thing to know first."""
    made, waiting = each.summary, each.waiting
    if each.group is Group.WAITS and waiting.questions:
        return fill(_("Questions: {count}"), count=waiting.questions)
    if each.group is Group.WAITS:
        return fill(_("To look at: {part}"), part=_part(waiting.parts[0]))
    if made and each.group is Group.BLOCKS and made.blocked_in in PARTS:
        return Markup(_part(made.blocked_in))               # noqa: S704 - escaped there
    if made and each.group is Group.BUSY and made.part:
        return Markup(_part(made.part))                     # noqa: S704 - escaped there
    return Markup.escape(_(WORDS[each.group]))


def _details(each: Accompanied, today: date, *, far: bool) -> Iterator[Markup]:
    """What else is to be known, in the order of its weight."""
    if not each.agreed:
        return
    if each.waiting.questions:
        yield from (fill(_("To look at: {part}"), part=_part(part)) for part in each.waiting.parts)
    if each.changed:
        words, url = fill(_("Answers changed since you looked: {count}"), count=each.changed), _way_to_changes(each)
        yield Markup('<a href="{}">{}</a>').format(url, words) if url and each.waits else words
    elif each.read_at is None:
        yield Markup.escape(_("You have not opened it yet"))
    if each.overdue:
        yield fill(_("Requests past their day: {count}"), count=each.overdue)
    if each.waits and each.blocks:
        yield Markup.escape(_(WORDS[Group.BLOCKS]))
    if each.deadline and (far or each.deadline.on < today + SOON):
        told = UNTIL[each.deadline.due][each.deadline.on < today]
        yield fill(_(told), day=display.day(each.deadline.on, g.language))
    if each.meets_at:
        yield fill(_("Next appointment: {moment}"), moment=display.moment(each.meets_at, g.language))
    if each.contact_on:
        yield fill(_("Last contact: {day}"), day=display.day(each.contact_on, g.language))
    if each.summary and not each.is_fresh:
        yield Markup.escape(_("The figures follow in a minute"))


def _part(key: str) -> Markup:
    """What a part of the study is called."""
    return Markup.escape(_(PARTS[key].title) if key in PARTS else key)
