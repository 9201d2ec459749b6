"""Reviews of the parts of a plan: rows are only added, and what was said last counts."""

from dataclasses import dataclass

from sqlalchemy import select

from bizplan.domain.coaching import News
from bizplan.domain.coaching.reviews import State

from . import notices, participants, plans
from .columns import new_id
from .database import Transaction
from .judgements import judged
from .tables import REVIEWS

OPEN = (State.DRAFT, State.RETURNED, State.CHANGED)
"""The states in which an entrepreneur can ask for a part to be checked."""


@dataclass(frozen=True)
class Given:
    """What somebody says of a part; ``sequence`` is what their page showed, ``key`` makes sending it twice once."""

    part: str
    state: State
    sequence: int
    words: str = ""
    key: str = ""


def send(tx: Transaction, plan: str, author: str, given: Given) -> bool:
    """The entrepreneur asks for a part to be checked; False where that is asked already, or it is approved."""
    if _is_known(tx, plan, given.key) or judged(tx, plan).parts[given.part].state not in OPEN:
        return False
    _add(tx, plan, author, given)
    notices.tell(tx, News.TO_REVIEW, plan, author, participants.coaches_of(tx, plan), given.part)
    return True


def take_back(tx: Transaction, plan: str, author: str, given: Given) -> bool:
    """The entrepreneur takes that back; False where nobody is asked any more: a coach may have answered meanwhile."""
    if _is_known(tx, plan, given.key) or judged(tx, plan).parts[given.part].state is not State.WITH_COACH:
        return False
    _add(tx, plan, author, given)
    return True


def give(tx: Transaction, plan: str, author: str, given: Given) -> None:
    """A coach returns a part or approves it; two who do so are both kept."""
    if _is_known(tx, plan, given.key):
        return
    _add(tx, plan, author, given)
    news = News.APPROVED if given.state is State.APPROVED else News.RETURNED
    kept = plans.plan(tx, plan)
    assert kept is not None
    notices.tell(tx, news, plan, author, (kept.owner,), given.part)


def _add(tx: Transaction, plan: str, author: str, given: Given) -> None:
    review = new_id()
    tx.execute(REVIEWS.insert().values(
        id=review, plan_id=plan, part=given.part, state=given.state.value, sequence=given.sequence,
        words_sealed=tx.seal.sealed(given.words, "reviews", review), author_id=author, made_at=tx.now,
        key=given.key or new_id()))


def _is_known(tx: Transaction, plan: str, key: str) -> bool:
    asked = select(REVIEWS.c.id).where(REVIEWS.c.plan_id == plan, REVIEWS.c.key == key)
    return bool(key) and tx.execute(asked).one_or_none() is not None
