"""What a desk knows of a plan without opening it: made by the worker, kept sealed, a row for each plan."""

from datetime import date
from typing import Any

from sqlalchemy import Row, select

from bizplan.domain.coaching.summary import Summary
from bizplan.domain.people import CONSENT

from . import consents
from .database import Transaction
from .tables import PLANS, SUMMARIES


def keep(tx: Transaction, plan: str, sequence: int, day: date, made: Summary | None) -> None:
    """Keeps what was made of a plan at a sequence on a day; where nothing could be made, what was known stays."""
    told: dict[str, Any] = {"sequence": sequence, "made_on": day}
    if made is not None:
        told["summary_sealed"] = tx.seal.sealed(made.as_document(), "summaries", plan)
    if tx.execute(SUMMARIES.update().where(SUMMARIES.c.plan_id == plan).values(told)).rowcount:
        return
    told.setdefault("summary_sealed", tx.seal.sealed({}, "summaries", plan))
    if tx.execute(select(PLANS.c.id).where(PLANS.c.id == plan)).first() is not None:
        tx.execute(SUMMARIES.insert().values(plan_id=plan, **told))


def summary(tx: Transaction, plan: str) -> Summary | None:
    """What was made of a plan last, None where nothing is known yet."""
    found = tx.execute(select(SUMMARIES).where(SUMMARIES.c.plan_id == plan)).one_or_none()
    return None if found is None else read(tx, found)


def read(tx: Transaction, row: Row[Any]) -> Summary | None:
    """The summary in a row that may hold none."""
    if row.summary_sealed is None:
        return None
    return Summary.from_document(tx.seal.opened(row.summary_sealed, "summaries", row.plan_id))


def stale(tx: Transaction, day: date, most: int) -> tuple[str, ...]:
    """The ids of plans that changed since their summary was made, or on another day; the newest activity first.

    Nothing is made of the answers of somebody who does not agree to their use, nor each day of what is put away.
    """
    changed = SUMMARIES.c.plan_id.is_(None) | (SUMMARIES.c.sequence != PLANS.c.sequence)
    aged = (SUMMARIES.c.made_on != day) & PLANS.c.archived_at.is_(None)
    asked = select(PLANS.c.id).outerjoin(SUMMARIES, SUMMARIES.c.plan_id == PLANS.c.id).where(
        changed | aged, consents.standing(PLANS.c.owner_id, CONSENT))
    return tuple(tx.execute(asked.order_by(PLANS.c.active_at.desc(), PLANS.c.id).limit(most)).scalars())
