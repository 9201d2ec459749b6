"""What stands at the head of the documents of an organisation: its name, and the logo that its manager sent."""

from sqlalchemy import select

from bizplan.domain.letterhead import Letterhead

from . import people
from .database import Transaction
from .tables import ORGANISATIONS, PLANS


def letterhead(tx: Transaction, organisation: str) -> Letterhead:
    """The letterhead of an organisation."""
    kept = tx.execute(select(ORGANISATIONS.c.logo_sealed).where(ORGANISATIONS.c.id == organisation)).scalar_one()
    logo = None if kept is None else tx.seal.opened_bytes(kept, "organisations", organisation, "logo")
    return Letterhead(people.organisation_name(tx, organisation), logo)


def of_plan(tx: Transaction, plan: str) -> Letterhead | None:
    """The letterhead of the organisation that coaches a plan; None where none does."""
    organisation = tx.execute(select(PLANS.c.organisation_id).where(PLANS.c.id == plan)).scalar_one_or_none()
    return None if organisation is None else letterhead(tx, organisation)


def set_logo(tx: Transaction, organisation: str, logo: bytes | None) -> None:
    """From now on an organisation has this logo, or none."""
    sealed = None if logo is None else tx.seal.sealed_bytes(logo, "organisations", organisation, "logo")
    tx.execute(ORGANISATIONS.update().where(ORGANISATIONS.c.id == organisation).values(
        logo_sealed=sealed, logo_at=tx.now))
