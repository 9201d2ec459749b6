"""What a coach suggests: each is a proposal among the revisions, and what became of it stands here.

An answer is one proposal.  A row is the proposal that it comes, and behind it those of its answers: the base of each
is the sequence of the row's coming, and so it is once the row is taken over.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from bizplan.domain.answers import is_same
from bizplan.domain.coaching.suggestions import State
from bizplan.domain.revisions import Deed, Revision, Said

from . import plans
from .columns import new_id
from .database import Transaction
from .plans import Change
from .tables import SUGGESTIONS

MOST = 200


@dataclass(frozen=True)
class Suggestion:
    """One suggested answer, or a row with its answers.

    ``came_of_it`` is the sequence of the revision that it led to, 0 where there is none.
    """

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
    answers: tuple[Revision, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody decided yet."""
        return self.state is State.OPEN

    @property
    def is_row(self) -> bool:
        """Whether a row is suggested."""
        return self.revision.deed is Deed.ADD

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """All that is suggested."""
        return (self.revision, *self.answers)

    def holds(self, revision: Revision) -> bool:
        """Whether it is this that was suggested, or an answer in the row that was."""
        return revision.proposal and self._is_of(revision, self.revision.sequence)

    def led_to(self, revision: Revision) -> bool:
        """Whether this revision came of it."""
        return bool(self.came_of_it) and not revision.proposal and self._is_of(revision, self.came_of_it)

    def _is_of(self, revision: Revision, sequence: int) -> bool:
        in_row = self.is_row and revision.row == self.revision.row and revision.base == sequence
        return revision.sequence == sequence or in_row


def make(tx: Transaction, plan: str, author: str, change: Change, reason: str,
         answers: Mapping[str, Said] = MappingProxyType({})) -> str:
    """A new suggestion, in the place of an older one of the same author; the same one again is the one there is."""
    for each in open_in(tx, plan):
        if each.author == author and each.revision.place == (change.question, change.row):
            if each.reason == reason and _says(each, change, answers):
                return each.id
            decide(tx, each.id, State.WITHDRAWN, author)
    made = new_id()
    revision = plans.propose(tx, plan, author, change)
    for answer in _in_row(revision, answers):
        plans.propose(tx, plan, author, answer)
    tx.execute(SUGGESTIONS.insert().values(
        id=made, plan_id=plan, sequence=revision.sequence, state=State.OPEN.value, author_id=author, made_at=tx.now,
        reason_sealed=tx.seal.sealed(reason, "suggestions", made)))
    return made


def take_row(tx: Transaction, of: Suggestion, by: str, answers: Mapping[str, Said]) -> int:
    """The suggested row comes into the plan with these answers; the answer is the sequence of its coming."""
    taken = plans.save(tx, of.plan, by, Change(Deed.ADD, *of.revision.place, base=of.revision.sequence))
    assert isinstance(taken, plans.Taken)
    plans.save_all(tx, of.plan, by, _in_row(taken.revision, answers))
    return taken.revision.sequence


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
    coming = {each.sequence for each in told.values() if each.deed is Deed.ADD}
    inside = plans.proposed_in(tx, plan, coming) if coming else ()
    return tuple(_suggestion(tx, row, told[row.sequence], inside) for row in rows)


def _in_row(coming: Revision, answers: Mapping[str, Said]) -> Iterator[Change]:
    return (Change(Deed.ANSWER, key, coming.row, said, base=coming.sequence) for key, said in answers.items())


def _says(one: Suggestion, change: Change, answers: Mapping[str, Said]) -> bool:
    """Whether a suggestion says the same as what is suggested now."""
    known = {each.question: each.said for each in one.answers}
    return one.revision.deed is change.deed and is_same(one.revision.said, change.said) and \
        known.keys() == answers.keys() and all(is_same(said, answers[key]) for key, said in known.items())


def _suggestion(tx: Transaction, row: Row[Any], revision: Revision, inside: Iterable[Revision]) -> Suggestion:
    return Suggestion(row.id, row.plan_id, revision, State(row.state),
                      tx.seal.opened(row.reason_sealed, "suggestions", row.id), row.author_id or "", row.made_at,
                      row.decided_by or "", row.decided_at, row.came_of_it,
                      tuple(each for each in inside if each.row == revision.row and each.base == row.sequence))
