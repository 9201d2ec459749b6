"""What waits to be talked about in a plan: open comments and requests, and the parts that are with the coach."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from .database import Transaction
from .tables import COMMENTS, REVIEWS, THREADS

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
    asked = select(THREADS.c.id, THREADS.c.kind, THREADS.c.due_on, COMMENTS.c.id.label("first"),
                   COMMENTS.c.text_sealed).join(COMMENTS, COMMENTS.c.thread_id == THREADS.c.id).where(
        THREADS.c.plan_id == plan, THREADS.c.settled_at.is_(None), THREADS.c.kind.in_(("comment", "request")),
    ).order_by(THREADS.c.due_on.is_(None), THREADS.c.due_on, THREADS.c.made_at, COMMENTS.c.made_at, COMMENTS.c.id)
    first: dict[str, Row[Any]] = {}
    for row in tx.execute(asked):
        first.setdefault(row.id, row)
    return tuple(OpenTalk(row.id, row.kind == "request", tx.seal.opened(row.text_sealed, "comments", row.first),
                          row.due_on) for row in first.values())


def parts_with_coach(tx: Transaction, plan: str) -> tuple[str, ...]:
    """The keys of the parts of a plan that a coach is asked to look at: their newest review says so."""
    asked = select(REVIEWS.c.part, REVIEWS.c.state).where(REVIEWS.c.plan_id == plan).order_by(
        REVIEWS.c.made_at, REVIEWS.c.sequence)
    newest = {row.part: row.state for row in tx.execute(asked)}
    return tuple(part for part, state in newest.items() if state == WITH_COACH)
