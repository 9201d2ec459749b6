"""Coaching: the conversation about a plan, what is judged of it, meetings, invitations and the desk."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Index, LargeBinary, String, UniqueConstraint, false

from bizplan.storage.columns import at, count, identity, mentions, of, perhaps_at

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "threads", "comments", "suggestions", "reviews", "gates", "versions", "contacts",
    "appointments", "sittings", "confirmations", "invitations", "notices", "summaries",
)


def upgrade() -> None:
    """One step forward."""
    op.add_column("people", Column("daily_mail", Boolean, nullable=False, server_default=false()))
    op.add_column("people", perhaps_at("mailed_at"))
    op.add_column("plans", Column("coach_writes", Boolean, nullable=False, server_default=false()))
    op.add_column("participants", Column("ended_by_owner", Boolean, nullable=False, server_default=false()))
    op.create_index("ix_plans_organisation_id", "plans", ["organisation_id"])
    op.create_index("ix_revisions_plan_id_made_at", "revisions", ["plan_id", "made_at"])
    op.create_index("ix_readings_person_id_plan_id_made_at", "readings", ["person_id", "plan_id", "made_at"])
    _conversation()
    _judgements()
    _meetings()
    _desk()


def downgrade() -> None:
    """One step back."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_index("ix_readings_person_id_plan_id_made_at", "readings")
    op.drop_index("ix_revisions_plan_id_made_at", "revisions")
    op.drop_index("ix_plans_organisation_id", "plans")
    op.drop_column("participants", "ended_by_owner")
    op.drop_column("plans", "coach_writes")
    op.drop_column("people", "mailed_at")
    op.drop_column("people", "daily_mail")


def _conversation() -> None:
    op.create_table(
        "threads", identity(), of("plans"), Column("kind", String(10), nullable=False),
        Column("about", String(10), nullable=False), Column("key", String(160), nullable=False),
        Column("row", String(40), nullable=False, server_default=""),
        Column("quote_sealed", LargeBinary, nullable=False),
        count("sequence"), count("steps"), Column("due_on", Date), mentions("people", "author_id"), at("made_at"),
        at("moved_at"), perhaps_at("settled_at"), Index(None, "plan_id", "settled_at"),
    )
    op.create_table(
        "comments", identity(), of("threads"), of("plans"), count("number"),
        Column("deed", String(10), nullable=False), Column("text_sealed", LargeBinary, nullable=False),
        mentions("people", "author_id"), at("made_at"), Column("key", String(64), nullable=False),
        UniqueConstraint("thread_id", "key"), UniqueConstraint("thread_id", "number"), Index(None, "plan_id"),
    )
    op.create_table(
        "suggestions", identity(), of("plans"), count("sequence"), Column("state", String(10), nullable=False),
        Column("reason_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
        mentions("people", "decided_by"), count("came_of_it"), at("made_at"), perhaps_at("decided_at"),
        UniqueConstraint("plan_id", "sequence"), Index(None, "plan_id", "state"),
    )


def _judgements() -> None:
    op.create_table(
        "reviews", identity(), of("plans"), Column("part", String(20), nullable=False),
        Column("state", String(12), nullable=False), count("sequence"),
        Column("words_sealed", LargeBinary, nullable=False),
        mentions("people", "author_id"), at("made_at"), Column("key", String(64), nullable=False),
        UniqueConstraint("plan_id", "key"), Index(None, "plan_id", "part"),
    )
    op.create_table(
        "gates", identity(), of("plans"), Column("gate", String(20), nullable=False),
        Column("outcome", String(10), nullable=False), count("sequence"),
        Column("words_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
        Column("key", String(64), nullable=False), UniqueConstraint("plan_id", "key"),
    )
    op.create_table(
        "versions", identity(), of("plans"), count("sequence"), Column("name_sealed", LargeBinary, nullable=False),
        mentions("people", "author_id"), at("made_at"), Index(None, "plan_id"),
    )


def _meetings() -> None:
    op.create_table(
        "contacts", identity(), of("plans"), Column("kind", String(10), nullable=False),
        Column("held_on", Date, nullable=False), count("minutes"), Column("note_sealed", LargeBinary, nullable=False),
        mentions("people", "author_id"), at("made_at"), Index(None, "plan_id", "held_on"),
    )
    op.create_table(
        "appointments", identity(), of("plans"), Column("kind", String(10), nullable=False), at("begins_at"),
        count("minutes"), Column("told_sealed", LargeBinary, nullable=False), count("step"),
        mentions("people", "author_id"), at("made_at"), perhaps_at("cancelled_at"), perhaps_at("held_at"),
        Index(None, "plan_id", "begins_at"),
    )
    op.create_table(
        "sittings", identity(), of("plans"), of("people", "coach_id"), mentions("sessions", "session_id"),
        count("sequence"), at("made_at"), perhaps_at("begun_at"), at("ends_at"), perhaps_at("ended_at"),
        perhaps_at("confirmed_at"), Index(None, "plan_id"), Index(None, "session_id"),
    )
    op.create_table(
        "confirmations", of("plans", primary_key=True), count("sequence", primary_key=True, autoincrement=False),
        of("people", "person_id"), at("made_at"),
    )


def _desk() -> None:
    op.create_table(
        "invitations", identity(), of("plans"), Column("role", String(20), nullable=False),
        Column("token_digest", String(64), nullable=False, unique=True), Column("email_sealed", LargeBinary),
        Column("email_digest", String(64)), mentions("people", "author_id"), mentions("people", "used_by"),
        at("made_at"),
        at("ends_at"), perhaps_at("used_at"), perhaps_at("ended_at"), Index(None, "plan_id"),
        Index(None, "email_digest"),
    )
    op.create_table(
        "notices", identity(), of("people", "person_id"), of("plans"), Column("kind", String(20), nullable=False),
        Column("subject", String(40), nullable=False, server_default=""), mentions("people", "author_id"),
        at("made_at"),
        perhaps_at("seen_at"), perhaps_at("mailed_at"), Index(None, "person_id", "seen_at"), Index(None, "plan_id"),
    )
    op.create_table(
        "summaries", of("plans", primary_key=True), count("sequence"), Column("made_on", Date, nullable=False),
        Column("summary_sealed", LargeBinary, nullable=False),
    )
