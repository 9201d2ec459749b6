"""Decisions at the gates of a plan: rows are only added, and the newest stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from bizplan.domain.coaching import News
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.profile import Gate

from . import notices, plans
from .columns import new_id
from .database import Transaction
from .tables import GATES


@dataclass(frozen=True)
class Given:
    """What a coach decides; ``sequence`` is what their page showed, ``key`` makes sending it twice once.

    ``before`` is the id of the decision that stood on that page.
    """

    gate: str
    outcome: Gate
    reasons: str
    conditions: tuple[Condition, ...]
    sequence: int
    key: str = ""
    before: str = ""


def decide(tx: Transaction, plan: str, author: str, given: Given) -> bool:
    """A coach decides; False where somebody decided meanwhile, so that nobody goes over a colleague unseen."""
    told = tx.execute(select(GATES.c.id, GATES.c.key, GATES.c.gate).where(GATES.c.plan_id == plan)
                      .order_by(GATES.c.made_at.desc(), GATES.c.id.desc())).all()
    if given.key and given.key in {each.key for each in told}:
        return True
    if given.before != next((each.id for each in told if each.gate == given.gate), ""):
        return False
    _add(tx, plan, author, given)
    kept = plans.plan(tx, plan)
    assert kept is not None
    notices.tell(tx, News.GATE, plan, author, (kept.owner,), given.gate)
    return True


def _add(tx: Transaction, plan: str, author: str, given: Given) -> None:
    decision = new_id()
    words = {"reasons": given.reasons, "conditions": _written(given.conditions)}
    tx.execute(GATES.insert().values(
        id=decision, plan_id=plan, gate=given.gate, outcome=given.outcome.value, sequence=given.sequence,
        words_sealed=tx.seal.sealed(words, "gates", decision), author_id=author, made_at=tx.now,
        key=given.key or new_id()))


def _written(conditions: Iterable[Condition]) -> list[dict[str, str]]:
    return [{"text": each.text, "by": each.by.isoformat()} for each in conditions]
