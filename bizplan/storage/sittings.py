"""Entrepreneur and coach at one device: what the coach writes meanwhile, and that the entrepreneur confirmed it.

A sitting is bound to the session of the coach and to one plan; it lasts two hours at most.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select

from bizplan.domain.coaching.own_answers import COACHES
from bizplan.domain.revisions import Revision

from . import plans
from .columns import new_id
from .database import Transaction
from .tables import CONFIRMATIONS, PARTICIPANTS, PLANS, REVISIONS, SITTINGS

LASTS = timedelta(hours=2)
WAITS = timedelta(minutes=15)
"""So long the coach's page waits for the entrepreneur to say yes on their own phone."""
MOST = 100


@dataclass(frozen=True)
class Sitting:
    """One sitting: asked for, begun once the entrepreneur agreed, over, and confirmed by them.

    ``sequence`` is that of the plan when it began.
    """

    id: str
    plan: str
    coach: str
    session: str
    sequence: int
    asked_at: datetime
    ends_at: datetime
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    confirmed_at: datetime | None = None

    def is_waiting(self, now: datetime) -> bool:
        """Whether the entrepreneur has not said yes or no so far."""
        return self.begun_at is None and self._lives(now)

    def is_open(self, now: datetime) -> bool:
        """Whether they write together now."""
        return self.begun_at is not None and self._lives(now)

    def holds(self, at: datetime) -> bool:
        """Whether a moment lies within it."""
        return self.begun_at is not None and self.begun_at <= at < (self.ended_at or self.ends_at)

    def _lives(self, now: datetime) -> bool:
        return bool(self.session) and self.ended_at is None and now < self.ends_at


def begin(tx: Transaction, plan: str, coach: str, session: str) -> str:
    """They sit together from now on; an earlier sitting of this coach in this plan is over."""
    return _made(tx, plan, coach, session, begun_at=tx.now, ends_at=tx.now + LASTS)


def ask(tx: Transaction, plan: str, coach: str, session: str) -> str:
    """The coach asks, and the entrepreneur is to say yes on their own phone."""
    return _made(tx, plan, coach, session, begun_at=None, ends_at=tx.now + WAITS)


def agree(tx: Transaction, plan: str, sitting_id: str) -> bool:
    """The entrepreneur said yes: it begins; False where it is too late, or begun already."""
    return bool(tx.execute(SITTINGS.update().where(
        SITTINGS.c.id == sitting_id, SITTINGS.c.plan_id == plan, SITTINGS.c.begun_at.is_(None),
        SITTINGS.c.ended_at.is_(None), SITTINGS.c.ends_at > tx.now, SITTINGS.c.session_id.is_not(None),
    ).values(begun_at=tx.now, ends_at=tx.now + LASTS, sequence=_sequence(tx, plan))).rowcount)


def end(tx: Transaction, sitting_id: str) -> bool:
    """It is over; False where it was already."""
    return bool(tx.execute(SITTINGS.update().where(
        SITTINGS.c.id == sitting_id, SITTINGS.c.ended_at.is_(None), SITTINGS.c.ends_at > tx.now,
    ).values(ended_at=tx.now)).rowcount)


def sitting(tx: Transaction, plan: str, sitting_id: str) -> Sitting | None:
    """A sitting of a plan."""
    return next(iter(_found(tx, SITTINGS.c.plan_id == plan, SITTINGS.c.id == sitting_id)), None)


def open_at(tx: Transaction, plan: str, session: str) -> Sitting | None:
    """The sitting that goes on in a session; one from before the coach was let in (again) does not."""
    let_in = select(PARTICIPANTS.c.id).where(
        PARTICIPANTS.c.plan_id == SITTINGS.c.plan_id, PARTICIPANTS.c.person_id == SITTINGS.c.coach_id,
        PARTICIPANTS.c.until.is_(None), PARTICIPANTS.c.since <= SITTINGS.c.made_at)
    found = _found(tx, SITTINGS.c.plan_id == plan, SITTINGS.c.session_id == session, SITTINGS.c.ended_at.is_(None),
                   SITTINGS.c.ends_at > tx.now, SITTINGS.c.begun_at.is_not(None), let_in.exists())
    return next(iter(found), None)


def sittings_of(tx: Transaction, plan: str) -> tuple[Sitting, ...]:
    """The sittings of a plan, the newest first."""
    return _found(tx, SITTINGS.c.plan_id == plan)


def pending(tx: Transaction, plan: str) -> tuple[Sitting, ...]:
    """What the entrepreneur still has to say something about: sittings asked for, going on, or not confirmed."""
    wrote = select(REVISIONS.c.sequence).where(_written_in(SITTINGS)).exists()
    lives = SITTINGS.c.ended_at.is_(None) & (SITTINGS.c.ends_at > tx.now) & SITTINGS.c.session_id.is_not(None)
    return _found(tx, SITTINGS.c.plan_id == plan, SITTINGS.c.confirmed_at.is_(None), wrote | lives)


def written(tx: Transaction, of: Sitting) -> tuple[Revision, ...]:
    """What the coach wrote in it, the oldest first."""
    asked = select(REVISIONS.c.sequence).join(SITTINGS, _written_in(SITTINGS)).where(SITTINGS.c.id == of.id)
    return plans.revisions(tx, of.plan, tx.execute(asked).scalars().all())


def confirm(tx: Transaction, of: Sitting, person: str, sequences: Iterable[int]) -> bool:
    """The entrepreneur says that these revisions were written together; False where they said so before."""
    if not tx.execute(SITTINGS.update().where(SITTINGS.c.id == of.id, SITTINGS.c.confirmed_at.is_(None))
                      .values(confirmed_at=tx.now)).rowcount:
        return False
    rows = [{"plan_id": of.plan, "sequence": each, "person_id": person, "made_at": tx.now} for each in sequences]
    if rows:
        tx.execute(CONFIRMATIONS.insert(), rows)
    return True


def confirmed(tx: Transaction, plan: str, sequences: Iterable[int]) -> frozenset[int]:
    """Those of these revisions that the entrepreneur confirmed."""
    return frozenset(tx.execute(select(CONFIRMATIONS.c.sequence).where(
        CONFIRMATIONS.c.plan_id == plan, CONFIRMATIONS.c.sequence.in_(tuple(sequences)))).scalars())


def _made(tx: Transaction, plan: str, coach: str, session: str, *, begun_at: datetime | None, ends_at: datetime) -> str:
    tx.execute(SITTINGS.update().where(
        SITTINGS.c.plan_id == plan, SITTINGS.c.coach_id == coach, SITTINGS.c.ended_at.is_(None),
        SITTINGS.c.ends_at > tx.now).values(ended_at=tx.now))
    made = new_id()
    tx.execute(SITTINGS.insert().values(
        id=made, plan_id=plan, coach_id=coach, session_id=session, sequence=_sequence(tx, plan), made_at=tx.now,
        begun_at=begun_at, ends_at=ends_at))
    return made


def _written_in(sittings: Any) -> Any:
    """Of an answer or a row, whether the coach of a sitting wrote it while that went on, and not on their own account.

    What remembers which pages are done has a stroke in its name, and is no answer.
    """
    return ((REVISIONS.c.plan_id == sittings.c.plan_id) & (REVISIONS.c.author_id == sittings.c.coach_id)
            & ~REVISIONS.c.proposal & REVISIONS.c.question.not_in(COACHES) & REVISIONS.c.question.not_like("%/%")
            & (REVISIONS.c.sequence > sittings.c.sequence)
            & (REVISIONS.c.made_at >= sittings.c.begun_at)
            & (REVISIONS.c.made_at < func.coalesce(sittings.c.ended_at, sittings.c.ends_at)))


def _sequence(tx: Transaction, plan: str) -> int:
    return int(tx.execute(select(PLANS.c.sequence).where(PLANS.c.id == plan)).scalar_one())


def _found(tx: Transaction, *which: Any) -> tuple[Sitting, ...]:
    rows = tx.execute(select(SITTINGS).where(*which).order_by(SITTINGS.c.made_at.desc(), SITTINGS.c.id).limit(MOST))
    return tuple(_sitting(row) for row in rows)


def _sitting(row: Row[Any]) -> Sitting:
    return Sitting(row.id, row.plan_id, row.coach_id, row.session_id or "", row.sequence, row.made_at, row.ends_at,
                   row.begun_at, row.ended_at, row.confirmed_at)
