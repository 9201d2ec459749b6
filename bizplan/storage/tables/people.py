"""What the database holds of people: who they are, how they come in, and to what they agreed."""

from sqlalchemy import Boolean, Column, Index, LargeBinary, String, Table, false

from ..columns import at, count, identity, mentions, of, perhaps_at
from .metadata import METADATA

ORGANISATIONS = Table(
    "organisations", METADATA, identity(), Column("kind", String(20), nullable=False),
    Column("name_sealed", LargeBinary, nullable=False), at("made_at"), Column("logo_sealed", LargeBinary),
    perhaps_at("logo_at"),
)
PEOPLE = Table(
    "people", METADATA, identity(), Column("name_sealed", LargeBinary, nullable=False),
    Column("email_sealed", LargeBinary), Column("email_digest", String(64), unique=True),
    Column("language", String(2), nullable=False), Column("password", String(200)),
    Column("totp_sealed", LargeBinary), count("totp_step"), at("made_at"), perhaps_at("seen_at"),
    perhaps_at("closed_at"), Column("daily_mail", Boolean, nullable=False, server_default=false()),
    perhaps_at("mailed_at"),
)
ROLES = Table(
    "roles", METADATA, identity(), of("people", "person_id"), Column("role", String(20), nullable=False),
    of("organisations", nullable=True), at("since"), perhaps_at("until"), Index(None, "person_id"),
)
PASSKEYS = Table(
    "passkeys", METADATA, identity(), of("people", "person_id"),
    Column("credential_digest", String(64), nullable=False, unique=True),
    Column("credential_sealed", LargeBinary, nullable=False), count("uses"), at("made_at"), perhaps_at("used_at"),
    Index(None, "person_id"),
)
RECOVERY_CODES = Table(
    "recovery_codes", METADATA, identity(), of("people", "person_id"),
    Column("code_digest", String(64), nullable=False, unique=True), at("made_at"), perhaps_at("used_at"),
    Index(None, "person_id"),
)
RETURN_CARDS = Table(
    "return_cards", METADATA, identity(), of("people", "person_id"), mentions("people", "made_by"),
    Column("code_digest", String(64), nullable=False, unique=True), Column("pin", String(200)), count("wrong_pins"),
    at("made_at"), perhaps_at("ended_at"), Index(None, "person_id"),
)
SESSIONS = Table(
    "sessions", METADATA, identity(), Column("token_digest", String(64), nullable=False, unique=True),
    of("people", "person_id"), Column("own_device", Boolean, nullable=False), Column("strong", Boolean, nullable=False),
    at("made_at"), at("seen_at"), at("ends_at"), Index(None, "person_id"),
)
SIGN_INS = Table(
    "sign_ins", METADATA, identity(), Column("token_digest", String(64), nullable=False, unique=True),
    Column("code_digest", String(64), nullable=False), Column("browser_digest", String(64), nullable=False),
    of("people", "person_id", nullable=True), count("tries"), at("made_at"), at("link_ends_at"), at("code_ends_at"),
    perhaps_at("used_at"), Index(None, "browser_digest"), Index(None, "person_id"),
)
ATTEMPTS = Table(
    "attempts", METADATA, Column("kind", String(30), primary_key=True),
    Column("subject_digest", String(64), primary_key=True), at("window_from", primary_key=True), count("tries"),
    Index(None, "window_from"),
)
PARKED = Table(
    "parked_posts", METADATA, identity(), Column("device_digest", String(64), nullable=False),
    of("people", "person_id"), Column("post_sealed", LargeBinary, nullable=False), at("made_at"), at("ends_at"),
    Index(None, "device_digest"),
)
CONSENTS = Table(
    "consents", METADATA, identity(), of("people", "person_id"), Column("text", String(40), nullable=False),
    Column("language", String(2), nullable=False), Column("given", Boolean, nullable=False), at("made_at"),
    Index(None, "person_id"),
)
