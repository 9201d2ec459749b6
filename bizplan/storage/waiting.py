"""What waits for the coaches of plans: where the entrepreneur had the last word, and the parts they handed over."""

from typing import Any

from sqlalchemy import Select, and_, func, select

from bizplan.domain.coaching import ThreadKind
from bizplan.domain.coaching.desk import NOTHING_WAITS, Waiting
from bizplan.domain.coaching.reviews import State

from .database import Transaction
from .tables import COMMENTS, PLANS, REVIEWS, THREADS


def waiting(tx: Transaction, those: Select[Any]) -> dict[str, Waiting]:
    """What waits in each of those plans (a question for their ids); a plan in which nothing waits is left out."""
    found = {row.plan_id: Waiting(row.questions, (), row.since) for row in tx.execute(_questions(those))}
    for row in tx.execute(_parts(those)):
        known = found.get(row.plan_id, NOTHING_WAITS)
        since = min(known.since or row.made_at, row.made_at)
        found[row.plan_id] = Waiting(known.questions, tuple(dict.fromkeys((*known.parts, row.part))), since)
    return found


def _questions(those: Select[Any]) -> Select[Any]:
    """The open threads in which the entrepreneur spoke last: whoever coaches the plan now, it is their turn.

    A note is between coaches.
    """
    last = (COMMENTS.c.thread_id == THREADS.c.id) & (COMMENTS.c.number == THREADS.c.steps)
    return select(
        THREADS.c.plan_id, func.count().label("questions"), func.min(COMMENTS.c.made_at).label("since"),
    ).join(COMMENTS, last).join(PLANS, PLANS.c.id == THREADS.c.plan_id).where(
        THREADS.c.plan_id.in_(those), THREADS.c.settled_at.is_(None), THREADS.c.kind != ThreadKind.PRIVATE.value,
        COMMENTS.c.author_id == PLANS.c.owner_id,
    ).group_by(THREADS.c.plan_id)


def _parts(those: Select[Any]) -> Select[Any]:
    """The parts of which the newest word is that they are with the coach."""
    later = REVIEWS.alias()
    is_newer = and_(later.c.plan_id == REVIEWS.c.plan_id, later.c.part == REVIEWS.c.part,
                    later.c.made_at > REVIEWS.c.made_at)
    return select(REVIEWS.c.plan_id, REVIEWS.c.part, REVIEWS.c.made_at).where(
        REVIEWS.c.plan_id.in_(those), REVIEWS.c.state == State.WITH_COACH.value,
        ~select(later.c.id).where(is_newer).exists(),
    ).order_by(REVIEWS.c.made_at, REVIEWS.c.id)
