"""Who opened what was handed in, and when: one row for a reader, an application and a part in ten minutes."""

from sqlalchemy import select

from bizplan.domain.lending.applications import Application
from bizplan.domain.lending.links import Opening, Visit

from .columns import new_id
from .database import Transaction
from .readings import AT_MOST_EVERY
from .sessions import Session
from .tables import OPENINGS

Reader = Visit | Session | None
"""By what it is read: a link that somebody opened, the session of an officer, else a computer system of the lender."""
SYSTEM = "system"
"""The device of a computer system."""


def is_noted(tx: Transaction, application: str, reader: Reader, what: str) -> bool:
    """Whether this reader was seen at this part of the application a moment ago."""
    if reader is None:
        by = OPENINGS.c.device == SYSTEM
    else:
        by = (OPENINGS.c.visit_id if isinstance(reader, Visit) else OPENINGS.c.session_id) == reader.id
    asked = select(OPENINGS.c.id).where(
        OPENINGS.c.application_id == application, by, OPENINGS.c.what == what,
        OPENINGS.c.made_at > tx.now - AT_MOST_EVERY)
    return tx.execute(asked.limit(1)).one_or_none() is not None


def note(tx: Transaction, application: str, plan: str, reader: Reader, what: str, device: str) -> None:
    """Somebody, or a system, opened a part of an application."""
    by = {"link_id": reader.link, "visit_id": reader.id} if isinstance(reader, Visit) else \
        {"person_id": reader.person, "session_id": reader.id} if reader else {}
    tx.execute(OPENINGS.insert().values(id=new_id(), application_id=application, plan_id=plan, what=what,
                                        device=device, made_at=tx.now, **by))


def note_system(tx: Transaction, application: Application, what: str) -> None:
    """A computer system of the lender took a part of an application."""
    if not is_noted(tx, application.id, None, what):
        note(tx, application.id, application.plan, None, what, SYSTEM)


def openings(tx: Transaction, plan: str) -> tuple[Opening, ...]:
    """Who opened what was handed in of a plan, the newest first."""
    rows = tx.execute(select(OPENINGS).where(OPENINGS.c.plan_id == plan).order_by(OPENINGS.c.made_at.desc()))
    return tuple(Opening(row.application_id, row.link_id or "", row.person_id or "", row.what, row.device, row.made_at)
                 for row in rows)
