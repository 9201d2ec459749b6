"""The sign-off of a plan as it stood when its dossier was asked for."""

from datetime import datetime

from sqlalchemy import select

from bizplan.domain.coaching.judged import Judged
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.coaching.sign_off import sign_off as of_judged
from bizplan.domain.people import Role

from . import people
from .database import Transaction
from .judgements import judged
from .tables import ROLES


def sign_off(tx: Transaction, plan: str, sequence: int, at: datetime) -> SignOff | None:
    """What was approved and decided by a moment at which a sequence was the newest; None where nothing was."""
    found = judged(tx, plan, sequence, at)
    return of_judged(found, _organisations(tx, found))


def _organisations(tx: Transaction, found: Judged) -> dict[str, str]:
    """For which organisation each of these coaches works, or worked last."""
    met = {each.met.author for one in found.decisions for each in one.conditions if each.met}
    authors = {each.author for each in found.reviews} | {each.author for each in found.decisions} | met
    asked = select(ROLES.c.person_id, ROLES.c.organisation_id).where(
        ROLES.c.person_id.in_(authors), ROLES.c.role == Role.COACH.value, ROLES.c.organisation_id.is_not(None))
    return {each.person_id: people.organisation_name(tx, each.organisation_id)
            for each in tx.execute(asked.order_by(ROLES.c.since))}
