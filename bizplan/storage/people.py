"""People, their organisations and their roles."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import ColumnElement, Row, Select, select

from bizplan.domain.people import Person, Role

from . import participants, sessions
from .columns import new_id
from .database import Transaction
from .tables import ORGANISATIONS, PEOPLE, ROLES

LENDING = "lending"
"""The kind of organisations at which officers work."""


@dataclass(frozen=True)
class Organisation:
    """An organisation whose people work here."""

    id: str
    kind: str
    name: str


@dataclass(frozen=True)
class GivenRole:
    """A role that somebody has now, for an organisation or (an administrator) for the installation."""

    id: str
    person: str
    role: Role
    organisation: str | None


def plain_address(email: str) -> str | None:
    """An e-mail address as it is kept and looked up, or None where it is none.

    What stands before the @ is in plain Latin letters: few mail servers carry anything else.
    """
    try:
        found = validate_email(email.strip(), check_deliverability=False, allow_smtputf8=False)
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


def lends(tx: Transaction, organisation: str) -> bool:
    """Whether officers work at an organisation."""
    return tx.execute(select(ORGANISATIONS.c.kind).where(ORGANISATIONS.c.id == organisation)).scalar() == LENDING


def organisations(tx: Transaction) -> tuple[Organisation, ...]:
    """All organisations, in the order of their names."""
    found = (Organisation(row.id, row.kind, tx.seal.opened(row.name_sealed, "organisations", row.id))
             for row in tx.execute(select(ORGANISATIONS)))
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def add_person(tx: Transaction, name: str, language: str, email: str | None = None, *, as_id: str = "") -> str:
    """A new person; the answer is their id, which may have been drawn before (``as_id``)."""
    person = as_id or new_id()
    tx.execute(PEOPLE.insert().values(
        id=person, name_sealed=tx.seal.sealed(name, "people", person, "name"), language=language, made_at=tx.now,
        email_sealed=None if email is None else tx.seal.sealed(email, "people", person, "email"),
        email_digest=None if email is None else tx.seal.digest(email, "email")))
    return person


def give_role(tx: Transaction, person: str, role: Role, organisation: str | None = None) -> None:
    """From now on the person acts in this role, for an organisation or for the installation."""
    tx.execute(ROLES.insert().values(
        id=new_id(), person_id=person, role=role.value, organisation_id=organisation, since=tx.now))


def roles_of(tx: Transaction, person_id: str) -> tuple[GivenRole, ...]:
    """The roles that somebody has now, in the order in which they were given."""
    found = tx.execute(select(ROLES).where(ROLES.c.person_id == person_id, ROLES.c.until.is_(None))
                       .order_by(ROLES.c.since, ROLES.c.id))
    return tuple(GivenRole(row.id, row.person_id, Role(row.role), row.organisation_id) for row in found)


def take_role(tx: Transaction, given: GivenRole) -> None:
    """From the next request on the person no longer acts in this role; whoever has none left has no account.

    With the role goes the part in the plans of its organisation: given again, it opens no plan by itself.
    """
    tx.execute(ROLES.update().where(ROLES.c.id == given.id).values(until=tx.now))
    left = roles_of(tx, given.person)
    if not left:
        return close(tx, given.person)
    keeps_role = any(each.role is given.role for each in left)
    participants.show_out_of_all(tx, given.person, given.role, given.organisation if keeps_role else None)
    return None


def staff(tx: Transaction) -> tuple[Person, ...]:
    """Everybody with an open account and a role of staff, in the order of their names."""
    asked = select(PEOPLE).where(PEOPLE.c.closed_at.is_(None), PEOPLE.c.id.in_(
        select(ROLES.c.person_id).where(ROLES.c.until.is_(None), ROLES.c.role != Role.ENTREPRENEUR.value)))
    found = (_opened(tx, row) for row in tx.execute(asked).all())
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def person(tx: Transaction, person_id: str) -> Person | None:
    """A person whose account is open, or None."""
    return _person(tx, PEOPLE.c.id == person_id)


def names(tx: Transaction, ids: Collection[str] | Select[tuple[str]]) -> dict[str, str]:
    """What some people are called, by their ids, in one statement, whether their accounts are open or closed."""
    return _names(tx, PEOPLE.c.id.in_(ids))


def open_names(tx: Transaction, ids: Collection[str]) -> dict[str, str]:
    """The same of those whose accounts are open: whoever left is not named."""
    return _names(tx, PEOPLE.c.id.in_(ids), PEOPLE.c.closed_at.is_(None))


def _names(tx: Transaction, *those: ColumnElement[bool]) -> dict[str, str]:
    found = tx.execute(select(PEOPLE.c.id, PEOPLE.c.name_sealed).where(*those))
    return {row.id: str(tx.seal.opened(row.name_sealed, "people", row.id, "name")) for row in found}


def is_known(tx: Transaction, person_id: str) -> bool:
    """Whether there is an account with this id, open or closed."""
    return tx.execute(select(PEOPLE.c.id).where(PEOPLE.c.id == person_id)).first() is not None


def person_with_email(tx: Transaction, email: str) -> Person | None:
    """The person with this address (as ``plain_address`` writes it), or None."""
    return _person(tx, PEOPLE.c.email_digest == tx.seal.digest(email, "email"))


def set_language(tx: Transaction, person_id: str, language: str) -> None:
    """The language in which the person wants to read."""
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person_id).values(language=language))


def close(tx: Transaction, person_id: str) -> None:
    """The account no longer opens: roles and sessions end, and the part in plans of others.

    What was written stays until it is erased.
    """
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person_id).values(closed_at=tx.now))
    tx.execute(ROLES.update().where(ROLES.c.person_id == person_id, ROLES.c.until.is_(None)).values(until=tx.now))
    participants.show_out_of_all(tx, person_id)
    sessions.end_all(tx, person_id)


def closed_account(tx: Transaction, email: str) -> str | None:
    """The id of the closed account that still holds an address, or None."""
    return tx.execute(select(PEOPLE.c.id).where(
        PEOPLE.c.email_digest == tx.seal.digest(email, "email"), PEOPLE.c.closed_at.is_not(None))).scalar_one_or_none()


def reopen(tx: Transaction, person_id: str) -> None:
    """The account opens again; it has no role until one is given."""
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person_id).values(closed_at=None))


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
