"""The moments of a plan between which one can compare: where it stands, what has a name, documents, days of work.

Each area that marks a moment adds a function of its own to ``MARKED``; the timeline only asks for all of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from flask import g
from markupsafe import Markup

from bizplan.domain.clock import day_of
from bizplan.storage import Transaction, jobs, people, plans, versions
from bizplan.storage.plans import Kept
from bizplan.storage.versions import Version

from .. import display
from ..display import fill
from ..languages import N_
from ..languages import say as _

MOST_DAYS = 60
DOCUMENTS = {"dossier": N_("The dossier was made"), "workbook": N_("The workbook was made")}


@dataclass(frozen=True)
class Moment:
    """A moment of a plan: its sequence, what it is called, when it was, and whose work it was."""

    sequence: int
    label: Markup
    at: datetime
    who: str = ""
    version: Version | None = None

    @property
    def words(self) -> str:
        """What it is called, as a list of choices says it."""
        return self.label.striptags()


Marked = Callable[[Transaction, Kept], Iterable[Moment]]


def moments(tx: Transaction, kept: Kept) -> tuple[Moment, ...]:
    """All moments of a plan but where it stands now, the newest first."""
    found = [each for marked in MARKED for each in marked(tx, kept)]
    return tuple(sorted(found, key=lambda each: (each.sequence, each.version is not None, each.at), reverse=True))


def now(kept: Kept) -> Moment:
    """The plan as it stands."""
    return Moment(kept.sequence, fill(_("Now")), kept.active_at)


def beginning(kept: Kept) -> Moment:
    """The plan before anything was answered."""
    return Moment(0, fill(_("The beginning: nothing was answered yet")), kept.made_at)


def called(tx: Transaction, kept: Kept, sequence: int, known: Iterable[Moment]) -> Moment:
    """A moment of a plan by its sequence: as it is called, else when it was."""
    found = next((each for each in (now(kept), beginning(kept), *known) if each.sequence == sequence), None)
    if found is not None:
        return found
    revision = plans.revision(tx, kept.id, sequence)
    at = revision.at if revision and revision.at else kept.made_at
    return Moment(sequence, display.moment(at, g.language), at)


def _named(tx: Transaction, kept: Kept) -> Iterator[Moment]:
    name_of = _names(tx)
    for each in versions.versions_of(tx, kept.id):
        who = name_of(each.author)
        label = fill("{name}", name=each.name) if each.name else fill(_("Before {name} went back"), name=who)
        yield Moment(each.sequence, label, each.at, who if each.name else "", each)


def _documents(tx: Transaction, kept: Kept) -> Iterator[Moment]:
    name_of = _names(tx)
    for each in jobs.jobs_of(tx, kept.id):
        if each.state == jobs.DONE and each.kind in DOCUMENTS:
            yield Moment(each.sequence, fill(_(DOCUMENTS[each.kind])), each.made_at, name_of(each.person))


def _days(tx: Transaction, kept: Kept) -> Iterator[Moment]:
    """Each day on which something changed, as the plan stood at its end."""
    name_of, days = _names(tx), dict[str, list[versions.Worked]]()
    for each in versions.worked(tx, kept.id):
        days.setdefault(day_of(each.at).isoformat(), []).append(each)
    for hours in list(days.values())[:MOST_DAYS]:
        last = hours[0]
        if last.sequence < kept.sequence:
            label = fill(_("The end of {day}"), day=display.day(day_of(last.at), g.language))
            who = dict.fromkeys(name_of(each.author) for each in hours)
            yield Moment(last.sequence, label, last.at, display.comma(g.language).join(who))


def _names(tx: Transaction) -> Callable[[str], str]:
    """What people are called; whoever left has no name any more."""
    @cache
    def name_of(who: str) -> str:
        found = people.person(tx, who) if who else None
        return found.name if found else _("somebody who has left")
    return name_of


MARKED: tuple[Marked, ...] = (
    _named,
    _documents,
    _days,
)
"""What marks moments of a plan."""
