"""What the database holds of lending: what is handed in, who reads it, what is asked, answered and kept beside it."""

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, String, Table, UniqueConstraint

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
    Column("due_on", Date), mentions("links", "link_id"), at("made_at"), perhaps_at("settled_at"),
    Column("key", String(64), nullable=False), UniqueConstraint("application_id", "key"), Index(None, "plan_id"),
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
PAPERS = Table(
    "papers", METADATA, identity(), of("plans"), Column("paper", String(40), nullable=False),
    Column("kind", String(4), nullable=False), count("size"), count("pages"),
    Column("name_sealed", LargeBinary, nullable=False), Column("content_sealed", LargeBinary, nullable=False),
    Column("reader", String(10), nullable=False), Column("valid_until", Date), mentions("people", "author_id"),
    at("made_at"), Index(None, "plan_id"),
)
LENDER_PROFILES = Table(
    "lender_profiles", METADATA, identity(), of("organisations"), Column("name", String(60), nullable=False),
    count("number"), Column("profile_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
    at("made_at"), UniqueConstraint("name", "number"), Index(None, "organisation_id"),
)
LENDER_REASONS = Table(
    "lender_reasons", METADATA, identity(), of("organisations"), Column("reason", String(40), nullable=False),
    count("number"), Column("words_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
    at("made_at"), UniqueConstraint("organisation_id", "number"),
)
API_TOKENS = Table(
    "api_tokens", METADATA, identity(), of("organisations"),
    Column("token_digest", String(64), nullable=False, unique=True),
    Column("label_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
    perhaps_at("used_at"), perhaps_at("ended_at"), Index(None, "organisation_id"),
)
WEBHOOKS = Table(
    "webhooks", METADATA, identity(), of("organisations"), Column("url_sealed", LargeBinary, nullable=False),
    Column("secret_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
    perhaps_at("ended_at"), Index(None, "organisation_id"),
)
DELIVERIES = Table(
    "deliveries", METADATA, identity(), of("webhooks"), Column("application", String(32), nullable=False),
    Column("event", String(30), nullable=False), Column("number", Integer), count("tries"),
    Column("answer", String(20), nullable=False, server_default=""), at("made_at"), at("next_at"),
    perhaps_at("done_at"), perhaps_at("given_up_at"), Index(None, "next_at"), Index(None, "webhook_id"),
)
LINKS = Table(
    "links", METADATA, identity(), of("applications"), of("plans"),
    Column("token_digest", String(64), nullable=False, unique=True), Column("code", String(200)),
    count("wrong_codes"), Column("label_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
    at("made_at"), at("ends_at"), perhaps_at("ended_at"), Index(None, "application_id"), Index(None, "plan_id"),
)
VISITS = Table(
    "visits", METADATA, identity(), of("links"), Column("token_digest", String(64), nullable=False, unique=True),
    at("made_at"), at("ends_at"), Index(None, "link_id"),
)
OPENINGS = Table(
    "openings", METADATA, identity(), of("applications"), of("plans"), mentions("links", "link_id"),
    mentions("visits", "visit_id"), mentions("people", "person_id"), mentions("sessions", "session_id"),
    Column("what", String(40), nullable=False), Column("device", String(10), nullable=False, server_default=""),
    at("made_at"), Index(None, "application_id", "made_at"), Index(None, "plan_id", "made_at"),
)
