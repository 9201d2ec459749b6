"""What somebody wrote in a form about a thread: read, and what is to be said of each field where it cannot be taken."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from flask import abort, g, request

from bizplan.domain.clock import today
from bizplan.domain.coaching import Subject, ThreadKind, mentioned
from bizplan.domain.coaching.threads import is_of_coaches
from bizplan.domain.questions import Kind, Question
from bizplan.domain.typed import Given, Nothing, remark, typed
from bizplan.storage import Transaction, participants
from bizplan.storage.columns import new_id

from ..access import kept
from ..languages import N_
from ..languages import say as _
from ..study import is_coach
from ..wording import Choice, spoken

DAY = Question("due_on", N_("Before the end of which day?"), Kind.DATE)
KINDS = {
    ThreadKind.COMMENT: Choice("comment", N_("A question or a remark"), N_("Everybody on this plan can read it.")),
    ThreadKind.REQUEST: Choice("request", N_("Something to do before a day"),
                               N_("It stands above the task list of the business owner.")),
    ThreadKind.PRIVATE: Choice("private", N_("A private note"), N_("Only coaches can read it, now and later.")),
}
NO_TEXT = N_("Write what you want to say.")
NO_DAY = N_("Choose the day before which it is asked.")
PAST_DAY = N_("Choose today or a later day.")
NOT_THEIRS = N_("The business owner cannot read a private note. Untick their name, or choose another kind.")


@dataclass(frozen=True)
class Written:
    """What stands in the form, as it was typed; the key makes that sending it twice is sending it once."""

    kind: ThreadKind = ThreadKind.COMMENT
    text: str = ""
    due_on: str = ""
    mentions: tuple[str, ...] = ()
    key: str = field(default_factory=new_id)

    @classmethod
    def sent(cls, text_field: str, kinds: Iterable[ThreadKind]) -> "Written":
        """What was sent; a kind that this reader cannot choose is not there."""
        asked = request.form.get("kind", "") or next(iter(kinds)).value
        kind = next((each for each in kinds if each.value == asked), None)
        if kind is None:
            abort(404)
        return cls(kind, request.form.get(text_field, ""), request.form.get("due_on", ""),
                   tuple(request.form.getlist("mention")), request.form.get("key", "") or new_id())

    @property
    def remark(self) -> tuple[str, str]:
        """The text as it is kept, and what is to be said of it where it cannot be."""
        read = remark(self.text)
        if isinstance(read, Given):
            return str(read.value), ""
        return "", _(NO_TEXT) if isinstance(read, Nothing) else spoken(read)

    @property
    def day(self) -> tuple[date | None, str]:
        """The day as it was understood, and what is to be said of it where it was not."""
        read = typed(DAY, self.due_on, g.language, today())
        if isinstance(read, Given) and isinstance(read.value, date):
            return (read.value, "") if read.value >= today() else (None, _(PAST_DAY))
        return None, _(NO_DAY) if isinstance(read, (Nothing, Given)) else spoken(read)

    @property
    def problems(self) -> dict[str, str]:
        """What is to be said of the fields of a new thread."""
        is_asked = self.kind is ThreadKind.REQUEST
        is_for_owner = self.kind is ThreadKind.PRIVATE and kept().owner in self.mentions
        found = {"say": self.remark[1], "due_on": self.day[1] if is_asked else "",
                 "mention": _(NOT_THEIRS) if is_for_owner else ""}
        return {name: words for name, words in found.items() if words}


def kinds_of(subject: Subject) -> tuple[ThreadKind, ...]:
    """What this reader can begin about something; what only coaches see stays among them."""
    if not is_coach():
        return (ThreadKind.COMMENT,)
    return (ThreadKind.PRIVATE,) if is_of_coaches(subject) else tuple(ThreadKind)


def choices(kinds: tuple[ThreadKind, ...]) -> list[Choice]:
    """The kinds to choose from; none where there is one."""
    return [Choice(KINDS[each].key, _(KINDS[each].label), _(KINDS[each].hint)) for each in kinds] if kinds[1:] else []


def readers(tx: Transaction, *, private: bool) -> dict[str, str]:
    """Who can read what is said, by id: the entrepreneur and the coaches, or the coaches alone."""
    names = participants.names(tx, kept().id)
    return {who: name for who, name in names.items() if not private or who != kept().owner}


def called(tx: Transaction, written: Written, *, private: bool) -> frozenset[str]:
    """Who is to be told by name: ticked, or named in the text; somebody who cannot read it is not there."""
    may = readers(tx, private=private)
    if not set(written.mentions) <= set(may):
        abort(404)
    return frozenset(written.mentions) | mentioned(written.text, may)
