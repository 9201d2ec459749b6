"""Lending: applications for a credit, what is handed in for them and who reads it, what is asked and answered."""

from alembic import op
from sqlalchemy import Column, Date, Index, Integer, LargeBinary, String, UniqueConstraint

from bizplan.storage.columns import at, count, identity, mentions, of, perhaps_at

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "applications", "submissions", "links", "visits", "openings", "papers", "lender_profiles", "lender_reasons",
    "api_tokens", "webhooks", "deliveries", "lender_questions", "lender_answers", "verdicts",
)


def upgrade() -> None:
    """Adds them."""
    op.add_column("jobs", Column("subject", String(32), nullable=False, server_default=""))
    _applications()
    _links()
    _papers()
    _lender_profiles()
    _systems()
    _deciding()


def downgrade() -> None:
    """Takes them away."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("jobs", "subject")


def _applications() -> None:
    op.create_table(
        "applications", identity(), of("plans"), Column("lender", String(60), nullable=False),
        mentions("organisations", "organisation_id"), mentions("people", "officer_id"),
        mentions("people", "author_id"), at("made_at"), perhaps_at("ended_at"), Index(None, "plan_id"),
        Index(None, "organisation_id"),
    )
    op.create_table(
        "submissions", identity(), of("applications"), of("plans"), count("number"), count("sequence"),
        Column("language", String(2), nullable=False), Column("more", String(120), nullable=False, server_default=""),
        mentions("people", "author_id"), at("made_at"), mentions("people", "coach_id"), perhaps_at("coach_at"),
        perhaps_at("owner_at"), Column("consent", String(40)), Column("consent_language", String(2)),
        perhaps_at("submitted_at"), perhaps_at("frozen_at"), perhaps_at("withdrawn_at"),
        Column("summary_sealed", LargeBinary), Column("content_sealed", LargeBinary),
        Column("dossier_sealed", LargeBinary), Column("workbook_sealed", LargeBinary),
        UniqueConstraint("application_id", "number"), Index(None, "plan_id"),
    )


def _deciding() -> None:
    op.create_table(
        "lender_questions", identity(), of("applications"), of("plans"), Column("kind", String(10), nullable=False),
        Column("about", String(160), nullable=False, server_default=""), Column("due_on", Date),
        mentions("links", "link_id"), at("made_at"),
        perhaps_at("settled_at"), Column("key", String(64), nullable=False),
        UniqueConstraint("application_id", "key"), Index(None, "plan_id"),
    )
    op.create_table(
        "lender_answers", identity(), of("lender_questions"), of("plans"), count("number"),
        Column("side", String(6), nullable=False), Column("language", String(2), nullable=False),
        Column("text_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
        Column("key", String(64), nullable=False), UniqueConstraint("lender_question_id", "key"),
        Index(None, "plan_id"),
    )
    op.create_table(
        "verdicts", identity(), of("applications"), of("plans"), mentions("submissions", "submission_id"),
        Column("kind", String(10), nullable=False), Column("outcome", String(12), nullable=False),
        Column("meets_on", Date), Column("words_sealed", LargeBinary, nullable=False),
        mentions("people", "author_id"), at("made_at"), Column("key", String(64), nullable=False),
        UniqueConstraint("application_id", "key"), Index(None, "plan_id"),
    )


def _papers() -> None:
    op.create_table(
        "papers", identity(), of("plans"), Column("paper", String(40), nullable=False),
        Column("kind", String(4), nullable=False), count("size"), count("pages"),
        Column("name_sealed", LargeBinary, nullable=False), Column("content_sealed", LargeBinary, nullable=False),
        Column("reader", String(10), nullable=False), Column("valid_until", Date), mentions("people", "author_id"),
        at("made_at"), Index(None, "plan_id"),
    )


def _lender_profiles() -> None:
    op.create_table(
        "lender_profiles", identity(), of("organisations"), Column("name", String(60), nullable=False),
        count("number"), Column("profile_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
        at("made_at"), UniqueConstraint("name", "number"), Index(None, "organisation_id"),
    )
    op.create_table(
        "lender_reasons", identity(), of("organisations"), Column("reason", String(40), nullable=False),
        count("number"), Column("words_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
        at("made_at"), UniqueConstraint("organisation_id", "number"),
    )


def _systems() -> None:
    op.create_table(
        "api_tokens", identity(), of("organisations"), Column("token_digest", String(64), nullable=False, unique=True),
        Column("label_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
        perhaps_at("used_at"), perhaps_at("ended_at"), Index(None, "organisation_id"),
    )
    op.create_table(
        "webhooks", identity(), of("organisations"), Column("url_sealed", LargeBinary, nullable=False),
        Column("secret_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
        perhaps_at("ended_at"), Index(None, "organisation_id"),
    )
    op.create_table(
        "deliveries", identity(), of("webhooks"), Column("application", String(32), nullable=False),
        Column("event", String(30), nullable=False), Column("number", Integer), count("tries"),
        Column("answer", String(20), nullable=False, server_default=""), at("made_at"), at("next_at"),
        perhaps_at("done_at"), perhaps_at("given_up_at"), Index(None, "next_at"), Index(None, "webhook_id"),
    )


def _links() -> None:
    op.create_table(
        "links", identity(), of("applications"), of("plans"),
        Column("token_digest", String(64), nullable=False, unique=True), Column("code", String(200)),
        count("wrong_codes"), Column("label_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
        at("made_at"), at("ends_at"), perhaps_at("ended_at"), Index(None, "application_id"), Index(None, "plan_id"),
    )
    op.create_table(
        "visits", identity(), of("links"), Column("token_digest", String(64), nullable=False, unique=True),
        at("made_at"), at("ends_at"), Index(None, "link_id"),
    )
    op.create_table(
        "openings", identity(), of("applications"), of("plans"), mentions("links", "link_id"),
        mentions("visits", "visit_id"), mentions("people", "person_id"), mentions("sessions", "session_id"),
        Column("what", String(40), nullable=False), Column("device", String(10), nullable=False, server_default=""),
        at("made_at"), Index(None, "application_id", "made_at"), Index(None, "plan_id", "made_at"),
    )
