"""A person erased: they, their plans, and everything that mentions them (GDPR, article 17).

The foreign keys do it: what belongs to the person goes with them, and where they only took part in somebody
else's plan they become nameless.  What is erased is overwritten in the file, as ``secure_delete`` is on.  The
counts of attempts from one network are digests that nobody can read, and are gone after a day.
"""

from dataclasses import dataclass

from sqlalchemy import select

from bizplan.domain.people import Role

from . import attempts, webhooks
from .database import Transaction
from .tables import INVITATIONS, PEOPLE, PLANS, ROLES


@dataclass(frozen=True)
class Erased:
    """What was erased; ``email`` is where messages may still wait."""

    email: str
    plans: tuple[str, ...]


@dataclass(frozen=True)
class LastAdministrator:
    """Nothing was erased: nobody else could look after the installation."""


def erase(tx: Transaction, person: str) -> Erased | LastAdministrator:
    """Erases a person and all that is theirs; raises LookupError where there is no such person."""
    found = tx.execute(select(PEOPLE.c.email_sealed).where(PEOPLE.c.id == person)).one_or_none()
    if found is None:
        raise LookupError(f"there is no person {person}")
    if is_last_administrator(tx, person):
        return LastAdministrator()
    email = "" if found.email_sealed is None else tx.seal.opened(found.email_sealed, "people", person, "email")
    theirs = tuple(tx.execute(select(PLANS.c.id).where(PLANS.c.owner_id == person)).scalars())
    for subject in filter(None, (person, email)):
        attempts.forget(tx, subject)
    webhooks.tell_of_erasure(tx, person)
    tx.execute(INVITATIONS.delete().where(INVITATIONS.c.email_digest == tx.seal.digest(email, "email")))
    tx.execute(PEOPLE.delete().where(PEOPLE.c.id == person))
    return Erased(email, theirs)


def is_last_administrator(tx: Transaction, person: str) -> bool:
    """Whether the person is the only one who looks after the installation."""
    now = administrators(tx)
    return person in now and len(now) == 1


def administrators(tx: Transaction) -> tuple[str, ...]:
    """The ids of those who look after the installation."""
    asked = select(ROLES.c.person_id).join(PEOPLE, PEOPLE.c.id == ROLES.c.person_id).where(
        ROLES.c.role == Role.ADMINISTRATOR.value, ROLES.c.until.is_(None), PEOPLE.c.closed_at.is_(None)).distinct()
    return tuple(tx.execute(asked).scalars())
