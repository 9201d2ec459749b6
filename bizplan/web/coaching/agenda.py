"""What an appointment is about to begin with: what is asked and not settled, what waits for the coach, what blocks."""

from bizplan.domain.course import PARTS
from bizplan.domain.readiness import Finding, phrase
from bizplan.storage import agenda

from ..access import kept, reading
from ..calculated import READY
from ..display import fill
from ..languages import say as _

MOST_LINES, LONGEST = 12, 120


def agenda_of(plan: str, language: str) -> str:
    """The lines of an agenda, to be changed by whoever makes the appointment; notes of the coach are never in it."""
    with reading() as tx:
        talks, parts = agenda.open_talks(tx, plan), agenda.parts_with_coach(tx, plan)
    ready = READY.get(kept())                               # only where it was calculated already
    lines = [
        *(_shortened(each.text) for each in talks),
        *(plain(_("Look together at: {part}"), part=_(PARTS[each].title)) for each in parts if each in PARTS),
        *(_found(each, language) for each in (ready.blockers if ready else ())),
    ]
    return "\n".join(lines[:MOST_LINES])


def plain(text: str, **values: str) -> str:
    """A sentence with its values as plain text."""
    return str(fill(text, **values).striptags())


def _found(finding: Finding, language: str) -> str:
    return _shortened(phrase(finding.found, finding.values, language, _))


def _shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST - 1].rstrip()}…"
