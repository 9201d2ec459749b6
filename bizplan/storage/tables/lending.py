"""What the database holds of lending: applications, what was handed in for them, and who may read it by a link."""

from sqlalchemy import Column, Index, LargeBinary, String, Table, UniqueConstraint

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
    Column("content_sealed", LargeBinary), Column("dossier_sealed", LargeBinary),
    Column("workbook_sealed", LargeBinary), UniqueConstraint("application_id", "number"), Index(None, "plan_id"),
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
