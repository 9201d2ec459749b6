"""Passkeys as the browser speaks of them: what it is asked for, and whether what it answers is true.

The challenge follows from the session in which it is asked and from what it is for; that session ends with the
answer, so an answer is good for one time.
"""

import webauthn
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bizplan.domain.people import Person
from bizplan.storage import Transaction, passkeys
from bizplan.storage.passkeys import Passkey

from .. import access

USE, ADD = "use a passkey", "add a passkey"
LONGEST_ANSWER = 20_000
BROKEN = (WebAuthnException, ValueError, KeyError, TypeError)
"""What an answer that is no answer may end in: it was written by whoever sent it."""


def wish_to_use(tx: Transaction, person: Person, session: str) -> str | None:
    """What the browser is asked for to sign in, as JSON; None where the person has no passkey."""
    theirs = passkeys.passkeys_of(tx, person.id)
    if not theirs:
        return None
    return webauthn.options_to_json(webauthn.generate_authentication_options(
        rp_id=access.config().host, challenge=_challenge(tx, session, USE), allow_credentials=_named(theirs),
        user_verification=UserVerificationRequirement.PREFERRED))


def wish_to_add(tx: Transaction, person: Person, session: str) -> str:
    """What the browser is asked for to make a passkey, as JSON."""
    return webauthn.options_to_json(webauthn.generate_registration_options(
        rp_id=access.config().host, rp_name="bizplan", user_id=bytes.fromhex(person.id),
        user_name=person.email or person.name, user_display_name=person.name, challenge=_challenge(tx, session, ADD),
        exclude_credentials=_named(passkeys.passkeys_of(tx, person.id)),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=UserVerificationRequirement.PREFERRED)))


def use(tx: Transaction, person: Person, session: str, answer: str) -> bool:
    """Whether the browser answered with a passkey of the person; its use is written down."""
    try:
        asked = webauthn.helpers.parse_authentication_credential_json(answer[:LONGEST_ANSWER])
        known = passkeys.passkey(tx, person.id, asked.raw_id)
        if known is None:
            return False
        found = webauthn.verify_authentication_response(
            credential=asked, expected_challenge=_challenge(tx, session, USE), expected_rp_id=access.config().host,
            expected_origin=access.config().url, credential_public_key=known.public_key,
            credential_current_sign_count=known.uses)
    except BROKEN:
        return False
    passkeys.write_down_use(tx, known.id, found.new_sign_count)
    return True


def add(tx: Transaction, person: Person, session: str, answer: str) -> bool:
    """Whether the browser answered with a new passkey; it is the person's from now on."""
    try:
        made = webauthn.verify_registration_response(
            credential=answer[:LONGEST_ANSWER], expected_challenge=_challenge(tx, session, ADD),
            expected_rp_id=access.config().host, expected_origin=access.config().url)
    except BROKEN:
        return False
    if passkeys.passkey(tx, person.id, made.credential_id) is None:
        passkeys.add(tx, person.id, made.credential_id, made.credential_public_key, made.sign_count)
    return True


def _challenge(tx: Transaction, session: str, purpose: str) -> bytes:
    return bytes.fromhex(tx.seal.digest(session, purpose))


def _named(known: tuple[Passkey, ...]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=each.credential) for each in known]
