"""Who opened what was handed in, and when: one row for a visit or session, an application and a part in ten minutes."""

from sqlalchemy import select

from bizplan.domain.lending.links import Opening, Visit

from .columns import new_id
from .database import Transaction
from .readings import AT_MOST_EVERY
from .sessions import Session
from .tables import OPENINGS

Reader = Visit | Session
"""By what somebody reads: a link that they opened, or the session of an officer."""


def is_noted(tx: Transaction, application: str, reader: Reader, what: str) -> bool:
    """Whether this reader was seen at this part of the application a moment ago."""
    by = OPENINGS.c.visit_id if isinstance(reader, Visit) else OPENINGS.c.session_id
    asked = select(OPENINGS.c.id).where(
        OPENINGS.c.application_id == application, by == reader.id, OPENINGS.c.what == what,
        OPENINGS.c.made_at > tx.now - AT_MOST_EVERY)
    return tx.execute(asked.limit(1)).one_or_none() is not None


def note(tx: Transaction, application: str, plan: str, reader: Reader, what: str, device: str) -> None:
    """Somebody opened a part of an application."""
    by = {"link_id": reader.link, "visit_id": reader.id} if isinstance(reader, Visit) else \
        {"person_id": reader.person, "session_id": reader.id}
    tx.execute(OPENINGS.insert().values(id=new_id(), application_id=application, plan_id=plan, what=what,
                                        device=device, made_at=tx.now, **by))


def openings(tx: Transaction, plan: str) -> tuple[Opening, ...]:
    """Who opened what was handed in of a plan, the newest first."""
    rows = tx.execute(select(OPENINGS).where(OPENINGS.c.plan_id == plan).order_by(OPENINGS.c.made_at.desc()))
    return tuple(Opening(row.application_id, row.link_id or "", row.person_id or "", row.what, row.device, row.made_at)
                 for row in rows)
