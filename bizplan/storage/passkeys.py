"""Passkeys: the public halves of keys that stay in somebody's phone, computer or security key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from .columns import new_id
from .database import Transaction
from .tables import PASSKEYS


@dataclass(frozen=True)
class Passkey:
    """A passkey; ``uses`` is the device's own count, which never falls."""

    id: str
    credential: bytes
    public_key: bytes
    uses: int
    made_at: datetime
    used_at: datetime | None


def add(tx: Transaction, person: str, credential: bytes, public_key: bytes, uses: int) -> None:
    """The person comes in with this passkey from now on."""
    passkey = new_id()
    content = {"credential": credential.hex(), "key": public_key.hex()}
    tx.execute(PASSKEYS.insert().values(
        id=passkey, person_id=person, credential_digest=_digest(tx, credential), uses=uses, made_at=tx.now,
        credential_sealed=tx.seal.sealed(content, "passkeys", passkey)))


def passkeys_of(tx: Transaction, person: str) -> tuple[Passkey, ...]:
    """The passkeys of a person, the oldest first."""
    found = tx.execute(select(PASSKEYS).where(PASSKEYS.c.person_id == person).order_by(PASSKEYS.c.made_at))
    return tuple(_opened(tx, each) for each in found)


def passkey(tx: Transaction, person: str, credential: bytes) -> Passkey | None:
    """The passkey of a person with this name, or None."""
    found = tx.execute(select(PASSKEYS).where(
        PASSKEYS.c.person_id == person, PASSKEYS.c.credential_digest == _digest(tx, credential))).one_or_none()
    return None if found is None else _opened(tx, found)


def write_down_use(tx: Transaction, passkey_id: str, uses: int) -> None:
    """The passkey was used; the device now counts so many uses."""
    tx.execute(PASSKEYS.update().where(PASSKEYS.c.id == passkey_id).values(uses=uses, used_at=tx.now))


def remove(tx: Transaction, person: str, passkey_id: str) -> None:
    """The passkey opens nothing from now on."""
    tx.execute(PASSKEYS.delete().where(PASSKEYS.c.id == passkey_id, PASSKEYS.c.person_id == person))


def _digest(tx: Transaction, credential: bytes) -> str:
    return tx.seal.digest(credential.hex(), "passkey")


def _opened(tx: Transaction, row: Row[Any]) -> Passkey:
    content = tx.seal.opened(row.credential_sealed, "passkeys", row.id)
    return Passkey(row.id, bytes.fromhex(content["credential"]), bytes.fromhex(content["key"]), row.uses, row.made_at,
                   row.used_at)
