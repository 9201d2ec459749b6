"""People, their organisations and their roles."""

from typing import Any

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import Row, select

from bizplan.domain.people import Person, Role

from .columns import new_id
from .database import Transaction
from .tables import ORGANISATIONS, PEOPLE, ROLES


def plain_address(email: str) -> str | None:
    """An e-mail address as it is kept and looked up, or None where it is none."""
    try:
        found = validate_email(email.strip(), check_deliverability=False)
    except EmailNotValidError:
        return None
    return found.normalized.lower()


def add_organisation(tx: Transaction, kind: str, name: str) -> str:
    """A new organisation; the answer is its id."""
    organisation = new_id()
    sealed = tx.seal.sealed(name, "organisations", organisation)
    tx.execute(ORGANISATIONS.insert().values(id=organisation, kind=kind, name_sealed=sealed, made_at=tx.now))
    return organisation


def organisation_name(tx: Transaction, organisation: str) -> str:
    """What an organisation is called."""
    kept = tx.execute(select(ORGANISATIONS.c.name_sealed).where(ORGANISATIONS.c.id == organisation)).scalar_one()
    return str(tx.seal.opened(kept, "organisations", organisation))


def add_person(tx: Transaction, name: str, language: str, email: str | None = None) -> str:
    """A new person; the answer is their id."""
    person = new_id()
    tx.execute(PEOPLE.insert().values(
        id=person, name_sealed=tx.seal.sealed(name, "people", person, "name"), language=language, made_at=tx.now,
        email_sealed=None if email is None else tx.seal.sealed(email, "people", person, "email"),
        email_digest=None if email is None else tx.seal.digest(email, "email")))
    return person


def give_role(tx: Transaction, person: str, role: Role, organisation: str | None = None) -> None:
    """From now on the person acts in this role, for an organisation or for the installation."""
    tx.execute(ROLES.insert().values(
        id=new_id(), person_id=person, role=role.value, organisation_id=organisation, since=tx.now))


def person(tx: Transaction, person_id: str) -> Person | None:
    """A person whose account is open, or None."""
    return _person(tx, PEOPLE.c.id == person_id)


def person_with_email(tx: Transaction, email: str) -> Person | None:
    """The person with this address (as ``plain_address`` writes it), or None."""
    return _person(tx, PEOPLE.c.email_digest == tx.seal.digest(email, "email"))


def set_language(tx: Transaction, person_id: str, language: str) -> None:
    """The language in which the person wants to read."""
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person_id).values(language=language))


def close(tx: Transaction, person_id: str) -> None:
    """The account no longer opens; what was written stays until it is erased."""
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person_id).values(closed_at=tx.now))


def _person(tx: Transaction, condition: Any) -> Person | None:
    found = tx.execute(select(PEOPLE).where(condition, PEOPLE.c.closed_at.is_(None))).one_or_none()
    return None if found is None else _opened(tx, found)


def _opened(tx: Transaction, row: Row[Any]) -> Person:
    given = tx.execute(select(ROLES.c.role, ROLES.c.organisation_id).where(
        ROLES.c.person_id == row.id, ROLES.c.until.is_(None)).order_by(ROLES.c.since)).all()
    email = "" if row.email_sealed is None else tx.seal.opened(row.email_sealed, "people", row.id, "email")
    roles = sorted((Role(each.role) for each in given), key=list(Role).index)
    organisation = next((each.organisation_id for each in given if each.organisation_id), None)
    return Person(row.id, tx.seal.opened(row.name_sealed, "people", row.id, "name"), email, row.language,
                  tuple(roles), organisation)
