"""Conditions of decisions: a coach says that one is met, or takes that back; rows are only added, the newest counts."""

from typing import Any

from sqlalchemy import Select, and_, select

from bizplan.domain.coaching import News

from . import notices, plans
from .columns import new_id
from .database import Transaction
from .judgements import judged
from .tables import CONDITIONS


def say(tx: Transaction, plan: str, author: str, decision: str, number: int, *, met: bool) -> bool:
    """A coach says whether a condition of the decision that stands is met; said twice, it is said once.

    ``number`` counts the conditions of the decision from 0.  False where that decision stands no longer, or has no
    such condition.
    """
    stands = next((each for each in judged(tx, plan).gates.values()
                   if each.decision and each.decision.id == decision), None)
    if stands is None or stands.decision is None or not 0 <= number < len(stands.decision.conditions):
        return False
    if (stands.decision.conditions[number].met is not None) is met:
        return True
    tx.execute(CONDITIONS.insert().values(
        id=new_id(), plan_id=plan, gate_id=decision, number=number, is_met=met, author_id=author, made_at=tx.now))
    kept = plans.plan(tx, plan)
    assert kept is not None
    notices.tell(tx, News.MET if met else News.NOT_MET, plan, author, (kept.owner,), stands.gate.key)
    return True


def met_in(those: Select[Any]) -> Select[Any]:
    """A question for what is met in those plans (a question for their ids): the decision of each, and its number."""
    later = CONDITIONS.alias()
    is_newer = and_(later.c.gate_id == CONDITIONS.c.gate_id, later.c.number == CONDITIONS.c.number,
                    later.c.made_at > CONDITIONS.c.made_at)
    return select(CONDITIONS.c.gate_id, CONDITIONS.c.number).where(
        CONDITIONS.c.plan_id.in_(those), CONDITIONS.c.is_met, ~select(later.c.id).where(is_newer).exists())
