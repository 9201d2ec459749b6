"""What the database holds of lending: applications, what was handed in for them, what was asked and decided."""

from sqlalchemy import Column, Date, Index, LargeBinary, String, Table, UniqueConstraint

from ..columns import at, count, identity, mentions, of, perhaps_at
from .metadata import METADATA

APPLICATIONS = Table(
    "applications", METADATA, identity(), of("plans"), Column("lender", String(60), nullable=False),
    mentions("organisations", "organisation_id"), mentions("people", "officer_id"), mentions("people", "author_id"),
    at("made_at"), perhaps_at("ended_at"), Index(None, "plan_id"), Index(None, "organisation_id"),
)
SUBMISSIONS = Table(
    "submissions", METADATA, identity(), of("applications"), of("plans"), count("number"), count("sequence"),
    Column("language", String(2), nullable=False), Column("more", String(120), nullable=False, server_default=""),
    mentions("people", "author_id"), at("made_at"), mentions("people", "coach_id"), perhaps_at("coach_at"),
    perhaps_at("owner_at"), Column("consent", String(40)), Column("consent_language", String(2)),
    perhaps_at("submitted_at"), perhaps_at("frozen_at"), perhaps_at("withdrawn_at"),
    Column("summary_sealed", LargeBinary), Column("content_sealed", LargeBinary),
    Column("dossier_sealed", LargeBinary), Column("workbook_sealed", LargeBinary),
    UniqueConstraint("application_id", "number"), Index(None, "plan_id"),
)
LENDER_QUESTIONS = Table(
    "lender_questions", METADATA, identity(), of("applications"), of("plans"),
    Column("kind", String(10), nullable=False), Column("about", String(160), nullable=False, server_default=""),
    Column("due_on", Date), at("made_at"), perhaps_at("settled_at"), Column("key", String(64), nullable=False),
    UniqueConstraint("application_id", "key"), Index(None, "plan_id"),
)
LENDER_ANSWERS = Table(
    "lender_answers", METADATA, identity(), of("lender_questions"), of("plans"), count("number"),
    Column("side", String(6), nullable=False), Column("language", String(2), nullable=False),
    Column("text_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
    Column("key", String(64), nullable=False), UniqueConstraint("lender_question_id", "key"), Index(None, "plan_id"),
)
VERDICTS = Table(
    "verdicts", METADATA, identity(), of("applications"), of("plans"), mentions("submissions", "submission_id"),
    Column("kind", String(10), nullable=False), Column("outcome", String(12), nullable=False),
    Column("meets_on", Date), Column("words_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
    at("made_at"), Column("key", String(64), nullable=False), UniqueConstraint("application_id", "key"),
    Index(None, "plan_id"),
)
