"""What waits for the coaches of plans: where the entrepreneur had the last word, and the parts they handed over."""

from typing import Any

from sqlalchemy import Select, and_, func, select

from bizplan.domain.coaching.desk import NOTHING_WAITS, Waiting

from .database import Transaction
from .tables import COMMENTS, PLANS, REVIEWS, THREADS

NOTE, WITH_COACH = "note", "with coach"


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
    last = select(COMMENTS.c.id).where(COMMENTS.c.thread_id == THREADS.c.id).order_by(
        COMMENTS.c.made_at.desc(), COMMENTS.c.id.desc()).limit(1).correlate(THREADS).scalar_subquery()
    return select(
        THREADS.c.plan_id, func.count().label("questions"), func.min(COMMENTS.c.made_at).label("since"),
    ).join(COMMENTS, COMMENTS.c.id == last).join(PLANS, PLANS.c.id == THREADS.c.plan_id).where(
        THREADS.c.plan_id.in_(those), THREADS.c.settled_at.is_(None), THREADS.c.kind != NOTE,
        COMMENTS.c.author_id == PLANS.c.owner_id,
    ).group_by(THREADS.c.plan_id)


def _parts(those: Select[Any]) -> Select[Any]:
    """The parts of which the newest word is that they are with the coach."""
    later = REVIEWS.alias()
    is_newer = and_(later.c.plan_id == REVIEWS.c.plan_id, later.c.part == REVIEWS.c.part,
                    later.c.made_at > REVIEWS.c.made_at)
    return select(REVIEWS.c.plan_id, REVIEWS.c.part, REVIEWS.c.made_at).where(
        REVIEWS.c.plan_id.in_(those), REVIEWS.c.state == WITH_COACH, ~select(later.c.id).where(is_newer).exists(),
    ).order_by(REVIEWS.c.made_at, REVIEWS.c.id)
