"""Answers that a coach suggests: each is a proposal among the revisions, and what became of it stands here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from bizplan.domain.answers import is_same
from bizplan.domain.coaching.suggestions import State
from bizplan.domain.revisions import Revision

from . import plans
from .columns import new_id
from .database import Transaction
from .plans import Change
from .tables import SUGGESTIONS

MOST = 200


@dataclass(frozen=True)
class Suggestion:
    """One suggested answer; ``came_of_it`` is the sequence of the revision that it led to, 0 where there is none."""

    id: str
    plan: str
    revision: Revision
    state: State
    reason: str
    author: str
    at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    came_of_it: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody decided yet."""
        return self.state is State.OPEN


def make(tx: Transaction, plan: str, author: str, change: Change, reason: str) -> str:
    """A new suggestion, in the place of an older one of the same author; the same one again is the one there is."""
    for each in open_in(tx, plan):
        if each.author == author and each.revision.place == (change.question, change.row):
            if is_same(each.revision.said, change.said) and each.reason == reason:
                return each.id
            decide(tx, each.id, State.WITHDRAWN, author)
    made = new_id()
    revision = plans.propose(tx, plan, author, change)
    tx.execute(SUGGESTIONS.insert().values(
        id=made, plan_id=plan, sequence=revision.sequence, state=State.OPEN.value, author_id=author, made_at=tx.now,
        reason_sealed=tx.seal.sealed(reason, "suggestions", made)))
    return made


def suggestion(tx: Transaction, plan: str, suggestion_id: str) -> Suggestion | None:
    """A suggestion in a plan."""
    return next(iter(_found(tx, plan, SUGGESTIONS.c.id == suggestion_id)), None)


def open_in(tx: Transaction, plan: str) -> tuple[Suggestion, ...]:
    """What is suggested in a plan and not decided, the oldest first."""
    return _found(tx, plan, SUGGESTIONS.c.state == State.OPEN.value)[::-1]


def suggestions_of(tx: Transaction, plan: str) -> tuple[Suggestion, ...]:
    """All that was suggested in a plan, the newest first."""
    return _found(tx, plan, SUGGESTIONS.c.plan_id == plan)


def is_any(tx: Transaction, plan: str) -> bool:
    """Whether anything was ever suggested in a plan."""
    return tx.execute(select(SUGGESTIONS.c.id).where(SUGGESTIONS.c.plan_id == plan).limit(1)).first() is not None


def about(tx: Transaction, plan: str, sequences: Iterable[int]) -> tuple[Suggestion, ...]:
    """The suggestions that are, or that led to, these revisions."""
    those = tuple(sequences)
    return _found(tx, plan, SUGGESTIONS.c.sequence.in_(those) | SUGGESTIONS.c.came_of_it.in_(those))


def decide(tx: Transaction, suggestion_id: str, state: State, by: str, came_of_it: int = 0) -> bool:
    """What becomes of a suggestion; False where that was decided before, and stays so."""
    return bool(tx.execute(SUGGESTIONS.update().where(
        SUGGESTIONS.c.id == suggestion_id, SUGGESTIONS.c.state == State.OPEN.value,
    ).values(state=state.value, decided_by=by, decided_at=tx.now, came_of_it=came_of_it)).rowcount)


def _found(tx: Transaction, plan: str, which: ColumnElement[bool]) -> tuple[Suggestion, ...]:
    rows = tx.execute(select(SUGGESTIONS).where(SUGGESTIONS.c.plan_id == plan, which)
                      .order_by(SUGGESTIONS.c.sequence.desc()).limit(MOST)).all()
    if not rows:
        return ()
    told = {each.sequence: each for each in plans.revisions(tx, plan, (row.sequence for row in rows))}
    return tuple(_suggestion(tx, row, told[row.sequence]) for row in rows)


def _suggestion(tx: Transaction, row: Row[Any], revision: Revision) -> Suggestion:
    return Suggestion(row.id, row.plan_id, revision, State(row.state),
                      tx.seal.opened(row.reason_sealed, "suggestions", row.id), row.author_id or "", row.made_at,
                      row.decided_by or "", row.decided_at, row.came_of_it)
