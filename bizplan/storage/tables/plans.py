"""What the database holds of plans: whose they are, what was answered, and what was made of them."""

from sqlalchemy import Boolean, Column, Date, Index, LargeBinary, String, Table, UniqueConstraint, false

from ..columns import at, count, identity, mentions, of, perhaps_at
from .metadata import METADATA

PLANS = Table(
    "plans", METADATA, identity(), of("people", "owner_id"), mentions("organisations", "organisation_id"),
    Column("language", String(2), nullable=False), count("sequence"), at("made_at"), at("active_at"),
    perhaps_at("archived_at"), Column("coach_writes", Boolean, nullable=False, server_default=false()),
    Index(None, "owner_id"), Index(None, "organisation_id"),
)
PARTICIPANTS = Table(
    "participants", METADATA, identity(), of("plans"), of("people", "person_id"),
    Column("role", String(20), nullable=False), at("since"), perhaps_at("until"),
    Column("ended_by_owner", Boolean, nullable=False, server_default=false()), Index(None, "plan_id"),
    Index(None, "person_id"),
)
REVISIONS = Table(
    "revisions", METADATA, of("plans", primary_key=True), count("sequence", primary_key=True, autoincrement=False),
    Column("kind", String(10), nullable=False), Column("question", String(120), nullable=False),
    Column("row", String(40), nullable=False, server_default=""), Column("payload_sealed", LargeBinary, nullable=False),
    count("base"), Column("key", String(64), nullable=False), Column("proposal", Boolean, nullable=False),
    mentions("people", "author_id"), at("made_at"), UniqueConstraint("plan_id", "key"),
    Index(None, "plan_id", "question", "row", "sequence"), Index(None, "plan_id", "made_at"),
)
READINGS = Table(
    "readings", METADATA, identity(), of("plans"), mentions("people", "person_id"), mentions("sessions", "session_id"),
    Column("role", String(20), nullable=False), Column("what", String(40), nullable=False), at("made_at"),
    Index(None, "plan_id", "made_at"), Index(None, "person_id", "made_at"),
    Index(None, "person_id", "plan_id", "made_at"),
)
VERSIONS = Table(
    "versions", METADATA, identity(), of("plans"), count("sequence"),
    Column("name_sealed", LargeBinary, nullable=False),
    mentions("people", "author_id"), at("made_at"), Index(None, "plan_id"),
)
JOBS = Table(
    "jobs", METADATA, identity(), Column("kind", String(20), nullable=False), of("plans"), of("people", "person_id"),
    Column("language", String(2), nullable=False), count("sequence"), Column("state", String(10), nullable=False),
    count("progress"), count("tries"), at("made_at"), perhaps_at("beaten_at"), perhaps_at("ended_at"),
    Column("result_sealed", LargeBinary), Column("reason_sealed", LargeBinary),
    Column("recipient", String(10), nullable=False, server_default="lender"),
    Column("subject", String(32), nullable=False, server_default=""), Index(None, "state"), Index(None, "plan_id"),
    Index(None, "person_id"),
)
RELEASES = Table(
    "releases", METADATA, Column("fingerprint_digest", String(64), primary_key=True), of("plans"), count("sequence"),
    Column("recipient", String(10), nullable=False), Column("released_on", Date, nullable=False), at("made_at"),
    Index(None, "plan_id"),
)
RETURNED = Table(
    "returned_workbooks", METADATA, identity(), of("plans"), of("people", "person_id"),
    Column("review_sealed", LargeBinary, nullable=False), at("made_at"), at("ends_at"), Index(None, "plan_id"),
    Index(None, "person_id"), Index(None, "ends_at"),
)
SUMMARIES = Table(
    "summaries", METADATA, of("plans", primary_key=True), count("sequence"), Column("made_on", Date, nullable=False),
    Column("summary_sealed", LargeBinary, nullable=False),
)
