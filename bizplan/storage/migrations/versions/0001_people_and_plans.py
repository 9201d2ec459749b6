"""People, the ways in, plans and what is answered in them."""

from alembic import op
from sqlalchemy import Boolean, Column, Index, LargeBinary, String, UniqueConstraint

from bizplan.storage.columns import at, count, identity, mentions, of, perhaps_at

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "organisations", "people", "roles", "consents", "passkeys", "recovery_codes", "return_cards", "sessions",
    "sign_ins", "attempts", "parked_posts", "plans", "participants", "revisions", "readings", "jobs",
)


def upgrade() -> None:
    """One step forward."""
    _people()
    _ways_in()
    _attempts()
    _plans()
    _work()


def downgrade() -> None:
    """One step back."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "organisations", identity(), Column("kind", String(20), nullable=False),
        Column("name_sealed", LargeBinary, nullable=False), at("made_at"),
    )
    op.create_table(
        "people", identity(), Column("name_sealed", LargeBinary, nullable=False),
        Column("email_sealed", LargeBinary), Column("email_digest", String(64), unique=True),
        Column("language", String(2), nullable=False), Column("password", String(200)),
        Column("totp_sealed", LargeBinary), count("totp_step"), at("made_at"), perhaps_at("seen_at"),
        perhaps_at("closed_at"),
    )
    op.create_table(
        "roles", identity(), of("people", "person_id"), Column("role", String(20), nullable=False),
        of("organisations", nullable=True), at("since"), perhaps_at("until"), Index(None, "person_id"),
    )
    op.create_table(
        "consents", identity(), of("people", "person_id"), Column("text", String(40), nullable=False),
        Column("language", String(2), nullable=False), Column("given", Boolean, nullable=False), at("made_at"),
        Index(None, "person_id"),
    )


def _ways_in() -> None:
    op.create_table(
        "passkeys", identity(), of("people", "person_id"),
        Column("credential_digest", String(64), nullable=False, unique=True),
        Column("credential_sealed", LargeBinary, nullable=False), count("uses"), at("made_at"), perhaps_at("used_at"),
        Index(None, "person_id"),
    )
    op.create_table(
        "recovery_codes", identity(), of("people", "person_id"),
        Column("code_digest", String(64), nullable=False, unique=True), at("made_at"), perhaps_at("used_at"),
        Index(None, "person_id"),
    )
    op.create_table(
        "return_cards", identity(), of("people", "person_id"), mentions("people", "made_by"),
        Column("code_digest", String(64), nullable=False, unique=True), Column("pin", String(200)), count("wrong_pins"),
        at("made_at"), perhaps_at("ended_at"), Index(None, "person_id"),
    )
    op.create_table(
        "sessions", identity(), Column("token_digest", String(64), nullable=False, unique=True),
        of("people", "person_id"), Column("own_device", Boolean, nullable=False),
        Column("strong", Boolean, nullable=False),
        at("made_at"), at("seen_at"), at("ends_at"), Index(None, "person_id"),
    )
    op.create_table(
        "sign_ins", identity(), Column("token_digest", String(64), nullable=False, unique=True),
        Column("code_digest", String(64), nullable=False), Column("browser_digest", String(64), nullable=False),
        of("people", "person_id", nullable=True), count("tries"), at("made_at"), at("link_ends_at"), at("code_ends_at"),
        perhaps_at("used_at"), Index(None, "browser_digest"), Index(None, "person_id"),
    )


def _attempts() -> None:
    op.create_table(
        "attempts", Column("kind", String(30), primary_key=True),
        Column("subject_digest", String(64), primary_key=True), at("window_from", primary_key=True), count("tries"),
        Index(None, "window_from"),
    )
    op.create_table(
        "parked_posts", identity(), Column("device_digest", String(64), nullable=False),
        of("people", "person_id"), Column("post_sealed", LargeBinary, nullable=False), at("made_at"), at("ends_at"),
        Index(None, "device_digest"),
    )


def _plans() -> None:
    op.create_table(
        "plans", identity(), of("people", "owner_id"), mentions("organisations", "organisation_id"),
        Column("language", String(2), nullable=False), count("sequence"), at("made_at"), at("active_at"),
        perhaps_at("archived_at"), Index(None, "owner_id"),
    )
    op.create_table(
        "participants", identity(), of("plans"), of("people", "person_id"),
        Column("role", String(20), nullable=False), at("since"), perhaps_at("until"), Index(None, "plan_id"),
        Index(None, "person_id"),
    )
    op.create_table(
        "revisions", of("plans", primary_key=True), count("sequence", primary_key=True, autoincrement=False),
        Column("kind", String(10), nullable=False), Column("question", String(120), nullable=False),
        Column("row", String(40), nullable=False, server_default=""),
        Column("payload_sealed", LargeBinary, nullable=False),
        count("base"), Column("key", String(64), nullable=False), Column("proposal", Boolean, nullable=False),
        mentions("people", "author_id"), at("made_at"), UniqueConstraint("plan_id", "key"),
        Index(None, "plan_id", "question", "row", "sequence"),
    )


def _work() -> None:
    op.create_table(
        "readings", identity(), of("plans"), mentions("people", "person_id"), mentions("sessions", "session_id"),
        Column("role", String(20), nullable=False), Column("what", String(40), nullable=False), at("made_at"),
        Index(None, "plan_id", "made_at"), Index(None, "person_id", "made_at"),
    )
    op.create_table(
        "jobs", identity(), Column("kind", String(20), nullable=False), of("plans"), of("people", "person_id"),
        Column("language", String(2), nullable=False), count("sequence"), Column("state", String(10), nullable=False),
        count("progress"), count("tries"), at("made_at"), perhaps_at("beaten_at"), perhaps_at("ended_at"),
        Column("result_sealed", LargeBinary), Column("reason_sealed", LargeBinary), Index(None, "state"),
        Index(None, "plan_id"), Index(None, "person_id"),
    )
