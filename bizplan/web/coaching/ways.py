"""What two people do with a plan beside answering it, each with the way to it: below the task list, in one place."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import render_template, url_for
from markupsafe import Markup

from bizplan.domain.translated import NAMES, State
from bizplan.storage import suggestions

from ..access import kept, reading
from ..display import fill
from ..languages import say as _
from ..study import is_coach
from .judging import judged
from .threads_beside import open_threads
from .translated_beside import texts


@dataclass(frozen=True)
class Way:
    """A way to a page: its drawing, what it is called, and how far it is there."""

    drawing: str
    label: Markup | str
    url: str
    line: Markup | str = ""


def below_tasks() -> Markup:
    """The ways, those on which the two of them meet first."""
    return Markup(render_template("coaching/ways.html", ways=[*_talk(), *_judge(), *_keep()],       # noqa: S704
                                  coach=is_coach()))


def _talk() -> Iterator[Way]:
    """Where they talk, and where they meet."""
    waiting = len(open_threads())
    yield _way("chat", _("Questions and requests"), "threads.talk",
               fill(_("Open: {count}"), count=waiting) if waiting else "")
    with reading() as tx:
        suggested = suggestions.is_any(tx, kept().id)
    if suggested:
        yield _way("pen", _("Suggestions"), "suggestions.every")
    yield _way("clock", _("Appointments"), "appointments.every")
    yield _way("phone", _("Contacts"), "contacts.every")
    if kept().archived_at is None:
        yield _way("screen", _("Write together"), "sittings.together")


def _judge() -> Iterator[Way]:
    """What they bring to an end together: texts, parts, decisions."""
    found, told = judged(), tuple(texts().values())
    done = sum(each.state is State.DONE for each in told)
    ready = _("Texts in {language}: {done} of {of} ready")
    yield _way("globe", fill(ready, language=_(NAMES[told[0].language]), done=done, of=len(told)) if told
               else _("Texts in two languages"), "translating.texts")
    yield _way("yes", _("Approved parts"), "reviews.overview", _so_far(found.approved, len(found.parts)))
    yield _way("door", _("The four decisions"), "gates.overview",
               _so_far(sum(each.decision is not None for each in found.gates.values()), len(found.gates)))
    yield _way("person", _("Competences"), "competences.side_by_side")
    yield _way("bank", _("Lenders"), "handing_in.overview")


def _keep() -> Iterator[Way]:
    """What changed, what can be printed or taken along, and who sees it."""
    yield _way("read", _("What changed lately"), "history.changes")
    yield _way("copy", _("Versions"), "versions.list")
    yield _way("doc", _("On paper"), "paper.choose")
    yield _way("quote", _("One page for the conversation"), "paper.summary")
    yield _way("cash", _("Which credit fits"), "credit.which")
    yield _way("people", _("Who sees this plan"), "company.people")
    yield _way("load", _("The plan as a file"), "plans.file")
    if is_coach():
        yield _way("post", _("Archive"), "archive.ask")


def _way(drawing: str, label: Markup | str, endpoint: str, line: Markup | str = "") -> Way:
    return Way(drawing, label, url_for(endpoint, plan=kept().id), line)


def _so_far(done: int, of: int) -> Markup | str:
    """How many there are already; nothing where none is."""
    return fill(_("{done} of {of}"), done=done, of=of) if done else ""
