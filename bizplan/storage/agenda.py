"""What waits to be talked about in a plan: open comments and requests, and the parts that are with the coach."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from bizplan.domain.coaching import ThreadKind

from . import threads
from .database import Transaction
from .tables import REVIEWS

WITH_COACH = "with coach"
"""The state of a part that a coach is asked to look at."""


@dataclass(frozen=True)
class OpenTalk:
    """A comment or request that is not settled: its first words, and by when it is done."""

    id: str
    is_request: bool
    text: str
    due_on: date | None


def open_talks(tx: Transaction, plan: str) -> tuple[OpenTalk, ...]:
    """The comments and requests about a plan that are not settled, never a note; what is due first stands first."""
    found = threads.soonest_first(threads.open_threads(tx, plan, coach=False))
    return tuple(OpenTalk(each.id, each.kind is ThreadKind.REQUEST, each.comments[0].text, each.due_on)
                 for each in found)


def parts_with_coach(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The keys of the parts of a plan that a coach is asked to look at: their newest review says so."""
    asked = select(REVIEWS.c.part, REVIEWS.c.state).where(REVIEWS.c.plan_id == plan).order_by(
        REVIEWS.c.made_at, REVIEWS.c.sequence)
    newest = {row.part: row.state for row in tx.execute(asked)}
    return tuple(part for part, state in newest.items() if state == WITH_COACH)
