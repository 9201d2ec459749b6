"""Which versions were released: their fingerprints as digests, so that only who holds a document can ask about it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from bizplan.domain.recipients import Recipient

from .database import Transaction
from .tables import RELEASES


@dataclass(frozen=True)
class Released:
    """A version that was released: the day that stands on it, and whether a newer one was made since."""

    on: date
    has_newer: bool


def keep(tx: Transaction, fingerprint: str, plan: str, sequence: int, recipient: Recipient, on: date) -> None:
    """A version was released; the same in another language or kind is the same version."""
    insert = (sqlite if tx.connection.dialect.name == "sqlite" else postgresql).insert
    tx.execute(insert(RELEASES).values(
        fingerprint_digest=_digest(tx, fingerprint), plan_id=plan, sequence=sequence, recipient=recipient.value,
        released_on=on, made_at=tx.now).on_conflict_do_nothing(index_elements=["fingerprint_digest"]))


def released(tx: Transaction, fingerprint: str) -> Released | None:
    """What is known of a version; None where this installation released none with that fingerprint."""
    digest = _digest(tx, fingerprint)
    found = tx.execute(select(RELEASES).where(RELEASES.c.fingerprint_digest == digest)).one_or_none()
    others = select(RELEASES.c.sequence, RELEASES.c.made_at).where(
        RELEASES.c.plan_id == (found.plan_id if found else ""),
        RELEASES.c.recipient == (found.recipient if found else ""))
    newest = max(((each.sequence, each.made_at) for each in tx.execute(others)), default=None)
    if found is None:
        return None
    return Released(found.released_on, newest is not None and newest > (found.sequence, found.made_at))


def _digest(tx: Transaction, fingerprint: str) -> str:
    return tx.seal.digest(fingerprint, "releases")
