"""Threads as pages show them: who said what and when, what became of that of which they speak, and whose turn it is."""

from dataclasses import dataclass
from datetime import date

from flask import g, url_for
from markupsafe import Markup

from bizplan.domain.clock import today
from bizplan.domain.coaching import Comment, Standing, Step, Thread, ThreadKind
from bizplan.domain.revisions import Record
from bizplan.storage.columns import new_id

from .. import display
from ..access import kept, person
from ..authors import coaches_now
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..study import is_coach
from . import subjects

LONGEST_LINE = 140
LONGEST_BESIDE = 500
LAST_BESIDE, LAST_ON_PAGE = 3, 20
LEFT = N_("somebody who has left")
STEPS = {
    Step.SETTLED: (N_("You called this solved, {moment}."), N_("{name} called this solved, {moment}.")),
    Step.REOPENED: (N_("You opened this again, {moment}."), N_("{name} opened this again, {moment}.")),
    Step.DATED: (N_("You changed the day to {day}, {moment}."), N_("{name} changed the day to {day}, {moment}.")),
}


@dataclass(frozen=True)
class Remark:
    """A step in a thread: what somebody said, or (as ``line``) what they did."""

    author: str
    role: str
    at: Markup
    text: str
    mine: bool
    is_cut: bool = False
    line: Markup | None = None


@dataclass(frozen=True)
class Shown:
    """A thread on a page: ``where`` is the page of its subject, ``then`` and ``now`` what that said and says."""

    thread: Thread
    label: Markup
    url: str
    where: str
    tags: tuple[tuple[str, Markup | str], ...]
    remarks: tuple[Remark, ...]
    earlier: int
    standing: Standing
    then: Markup
    now: Markup
    key: str

    @property
    def id(self) -> str:
        """The id of the thread."""
        return self.thread.id


@dataclass(frozen=True)
class Listed:
    """A thread in a list: what it is about, its first or last words, and who said them."""

    label: Markup
    url: str
    text: str
    who: Markup
    tags: tuple[tuple[str, Markup | str], ...]
    is_late: bool = False


def shown(thread: Thread, record: Record, *, beside: bool = False, whole: bool = False) -> Shown:
    """A thread with its last words, or all of them; beside the study, long ones are cut."""
    most = LAST_BESIDE if beside else LAST_ON_PAGE
    steps = thread.comments if whole else thread.comments[-most:]
    return Shown(
        thread, subjects.label(thread.subject, thread.quote, record),
        url_for("threads.one", plan=kept().id, thread=thread.id), subjects.address(thread.subject, record),
        tags(thread), tuple(_remark(each, LONGEST_BESIDE if beside else 0) for each in steps),
        len(thread.comments) - len(steps), subjects.standing(thread, record), subjects.then(thread, record),
        subjects.now(thread.subject, record), new_id())


def listed(thread: Thread, record: Record, *, first: bool = False) -> Listed:
    """A thread as a line of a list, with its last words (or its first)."""
    said = [each for each in thread.comments if each.step is Step.SAID]
    told = said[0 if first else -1]
    who = fill(_("{name}, {moment}"), name=_name(told), moment=display.moment(told.at, g.language))
    return Listed(subjects.label(thread.subject, thread.quote, record),
                  url_for("threads.one", plan=kept().id, thread=thread.id), cut(told.text, LONGEST_LINE), who,
                  tags(thread), thread.is_open and thread.due_on is not None and thread.due_on < today())


def tags(thread: Thread) -> tuple[tuple[str, Markup | str], ...]:
    """Its states, each with its word: whether it is solved, for when it is asked, whose turn it is, who sees it."""
    told: list[tuple[str, Markup | str]] = []
    if not thread.is_open:
        told.append(("ok", _("Solved")))
    elif thread.due_on:
        told.append(due(thread.due_on))
    if thread.waits_for(person().id):
        told.append(("talk", _("New words for you")))
    if thread.kind is ThreadKind.PRIVATE:
        told.append(("none", _("Only coaches see this")))
    return tuple(told) or (("none", _("Still open")),)


def due(on: date) -> tuple[str, Markup]:
    """For when something is asked; kindly, where that day has passed."""
    late = on < today()
    words = fill(_("It was for {day}") if late else _("Before the end of {day}"), day=display.day(on, g.language))
    return "warn" if late else "busy", words


def cut(text: str, longest: int) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()} …"


def _remark(comment: Comment, longest: int) -> Remark:
    mine, at = comment.author == person().id, display.moment(comment.at, g.language)
    if comment.step is not Step.SAID:
        day = display.day(date.fromisoformat(comment.text), g.language) if comment.step is Step.DATED else ""
        words = STEPS[comment.step][0 if mine else 1]
        return Remark("", "", at, "", mine, line=fill(_(words), name=_name(comment), moment=at, day=day))
    is_cut = 0 < longest < len(comment.text)
    return Remark(_name(comment), "" if mine else _role(comment), at,
                  f"{comment.text[:longest].rstrip()} …" if is_cut else comment.text, mine, is_cut)


def _name(comment: Comment) -> str:
    return _("You") if comment.author == person().id else comment.name or _(LEFT)


def _role(comment: Comment) -> str:
    """What the author of a comment is to its reader."""
    if not comment.author:
        return ""
    if comment.author == kept().owner:
        return _("business owner")
    if comment.author not in coaches_now():
        return _("former coach")
    return _("coach") if is_coach() else _("your coach")
