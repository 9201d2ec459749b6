"""The ways in of staff: a password, a code app, and recovery codes for when the phone is lost."""

import secrets

import pyotp
from sqlalchemy import func, select

from bizplan.domain import passwords

from . import hashing
from .columns import new_id
from .database import Storage, Transaction
from .return_cards import ALPHABET, plain_code
from .tables import PASSKEYS, PEOPLE, RECOVERY_CODES

STEP = 30
"""Seconds for which a code of the app stands."""
ONE_STEP_OFF = (0, -1, 1)
RECOVERY_CODES_MADE, RECOVERY_CODE_LENGTH = 10, 10


def set_password(storage: Storage, person: str, password: str) -> None:
    """The person comes in with this password from now on."""
    kept = hashing.hashed(storage.seal, passwords.normalised(password))
    with storage.writing() as tx:
        tx.execute(PEOPLE.update().where(PEOPLE.c.id == person).values(password=kept))


def person_with_password(storage: Storage, email: str, password: str) -> str | None:
    """The person with this address and this password, or None; it takes as long where nobody has the address."""
    if passwords.is_too_large(password):
        return None
    with storage.reading() as tx:
        found = tx.execute(select(PEOPLE.c.id, PEOPLE.c.password).where(
            PEOPLE.c.email_digest == tx.seal.digest(email, "email"), PEOPLE.c.closed_at.is_(None))).one_or_none()
    fits = hashing.fits(storage.seal, found.password if found else None, passwords.normalised(password))
    return found.id if found and fits else None


def has_password(tx: Transaction, person: str) -> bool:
    """Whether the person set a password."""
    return tx.execute(select(PEOPLE.c.password).where(PEOPLE.c.id == person)).scalar_one_or_none() is not None


def has_code_app(tx: Transaction, person: str) -> bool:
    """Whether the person set up a code app."""
    return _secret(tx, person) is not None


def has_second_factor(tx: Transaction, person: str) -> bool:
    """Whether the person has a code app or a passkey."""
    passkey = select(PASSKEYS.c.id).where(PASSKEYS.c.person_id == person).limit(1)
    return has_code_app(tx, person) or tx.execute(passkey).one_or_none() is not None


def set_code_app(tx: Transaction, person: str, secret: str, code: str) -> bool:
    """The app that shows this code is the person's from now on; False where it shows another."""
    step = _step(secret, code, int(tx.now.timestamp()))
    if step is None:
        return False
    tx.execute(PEOPLE.update().where(PEOPLE.c.id == person).values(
        totp_sealed=tx.seal.sealed(secret, "people", person, "totp"), totp_step=step))
    return True


def use_app_code(tx: Transaction, person: str, code: str) -> bool:
    """Whether the app shows this code; a code counts once, and so do those before it."""
    secret = _secret(tx, person)
    step = None if secret is None else _step(secret, code, int(tx.now.timestamp()))
    if step is None:
        return False
    return tx.execute(PEOPLE.update().where(
        PEOPLE.c.id == person, PEOPLE.c.totp_step < step).values(totp_step=step)).rowcount == 1


def new_recovery_codes(tx: Transaction, person: str) -> tuple[str, ...]:
    """Ten codes that each work once, instead of those before; they are shown now and never again."""
    codes = tuple("".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_CODE_LENGTH))
                  for _ in range(RECOVERY_CODES_MADE))
    tx.execute(RECOVERY_CODES.delete().where(RECOVERY_CODES.c.person_id == person))
    tx.execute(RECOVERY_CODES.insert(), [
        {"id": new_id(), "person_id": person, "code_digest": _digest(tx, person, code), "made_at": tx.now}
        for code in codes])
    return codes


def use_recovery_code(tx: Transaction, person: str, code: str) -> bool:
    """Whether it is one of the person's codes and was not used yet; now it is."""
    return tx.execute(RECOVERY_CODES.update().where(
        RECOVERY_CODES.c.code_digest == _digest(tx, person, plain_code(code)), RECOVERY_CODES.c.used_at.is_(None),
    ).values(used_at=tx.now)).rowcount == 1


def recovery_codes_left(tx: Transaction, person: str) -> int:
    """How many recovery codes were not used yet."""
    left: int = tx.execute(select(func.count()).select_from(RECOVERY_CODES).where(
        RECOVERY_CODES.c.person_id == person, RECOVERY_CODES.c.used_at.is_(None))).scalar_one()
    return left


def _secret(tx: Transaction, person: str) -> str | None:
    kept = tx.execute(select(PEOPLE.c.totp_sealed).where(PEOPLE.c.id == person)).scalar_one_or_none()
    return None if kept is None else str(tx.seal.opened(kept, "people", person, "totp"))


def _step(secret: str, code: str, now: int) -> int | None:
    """The step of time at which the app shows this code: now, or one step beside it, as clocks differ."""
    app, typed = pyotp.TOTP(secret, interval=STEP), "".join(code.split())
    if not typed.isascii():
        return None
    return next((now // STEP + off for off in ONE_STEP_OFF
                 if secrets.compare_digest(app.at(now + off * STEP), typed)), None)


def _digest(tx: Transaction, person: str, code: str) -> str:
    return tx.seal.digest(f"{person} {code}", "recovery code")
