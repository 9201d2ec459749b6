"""What the database holds of coaching: what was said, judged and agreed about a plan."""

from sqlalchemy import Boolean, Column, Date, Index, LargeBinary, String, Table, UniqueConstraint

from ..columns import at, count, identity, mentions, of, perhaps_at
from .metadata import METADATA

THREADS = Table(
    "threads", METADATA, identity(), of("plans"), Column("kind", String(10), nullable=False),
    Column("about", String(10), nullable=False), Column("key", String(160), nullable=False),
    Column("row", String(40), nullable=False, server_default=""), Column("quote_sealed", LargeBinary, nullable=False),
    count("sequence"), count("steps"), Column("due_on", Date), mentions("people", "author_id"), at("made_at"),
    at("moved_at"), perhaps_at("settled_at"), Index(None, "plan_id", "settled_at"),
)
COMMENTS = Table(
    "comments", METADATA, identity(), of("threads"), of("plans"), count("number"),
    Column("deed", String(10), nullable=False), Column("text_sealed", LargeBinary, nullable=False),
    mentions("people", "author_id"), at("made_at"), Column("key", String(64), nullable=False),
    UniqueConstraint("thread_id", "key"), UniqueConstraint("thread_id", "number"), Index(None, "plan_id"),
)
SUGGESTIONS = Table(
    "suggestions", METADATA, identity(), of("plans"), count("sequence"), Column("state", String(10), nullable=False),
    Column("reason_sealed", LargeBinary, nullable=False), mentions("people", "author_id"),
    mentions("people", "decided_by"), count("came_of_it"), at("made_at"), perhaps_at("decided_at"),
    UniqueConstraint("plan_id", "sequence"), Index(None, "plan_id", "state"),
)
REVIEWS = Table(
    "reviews", METADATA, identity(), of("plans"), Column("part", String(20), nullable=False),
    Column("state", String(12), nullable=False), count("sequence"), Column("words_sealed", LargeBinary, nullable=False),
    mentions("people", "author_id"), at("made_at"), Column("key", String(64), nullable=False),
    UniqueConstraint("plan_id", "key"), Index(None, "plan_id", "part"),
)
GATES = Table(
    "gates", METADATA, identity(), of("plans"), Column("gate", String(20), nullable=False),
    Column("outcome", String(10), nullable=False), count("sequence"),
    Column("words_sealed", LargeBinary, nullable=False), mentions("people", "author_id"), at("made_at"),
    Column("key", String(64), nullable=False), UniqueConstraint("plan_id", "key"),
)
CONDITIONS = Table(
    "conditions", METADATA, identity(), of("plans"), of("gates"), count("number"),
    Column("is_met", Boolean, nullable=False), mentions("people", "author_id"), at("made_at"), Index(None, "plan_id"),
    Index(None, "gate_id", "number"),
)
CONTACTS = Table(
    "contacts", METADATA, identity(), of("plans"), Column("kind", String(10), nullable=False),
    Column("held_on", Date, nullable=False), count("minutes"), Column("note_sealed", LargeBinary, nullable=False),
    mentions("people", "author_id"), at("made_at"), Index(None, "plan_id", "held_on"),
)
APPOINTMENTS = Table(
    "appointments", METADATA, identity(), of("plans"), Column("kind", String(10), nullable=False), at("begins_at"),
    count("minutes"), Column("told_sealed", LargeBinary, nullable=False), count("step"),
    mentions("people", "author_id"), at("made_at"), perhaps_at("cancelled_at"), perhaps_at("held_at"),
    Index(None, "plan_id", "begins_at"),
)
SITTINGS = Table(
    "sittings", METADATA, identity(), of("plans"), of("people", "coach_id"), mentions("sessions", "session_id"),
    count("sequence"), at("made_at"), perhaps_at("begun_at"), at("ends_at"), perhaps_at("ended_at"),
    perhaps_at("confirmed_at"), Index(None, "plan_id"), Index(None, "session_id"),
)
CONFIRMATIONS = Table(
    "confirmations", METADATA, of("plans", primary_key=True), count("sequence", primary_key=True, autoincrement=False),
    of("people", "person_id"), at("made_at"),
)
INVITATIONS = Table(
    "invitations", METADATA, identity(), of("plans"), Column("role", String(20), nullable=False),
    Column("token_digest", String(64), nullable=False, unique=True), Column("email_sealed", LargeBinary),
    Column("email_digest", String(64)), mentions("people", "author_id"), mentions("people", "used_by"), at("made_at"),
    at("ends_at"), perhaps_at("used_at"), perhaps_at("ended_at"), Index(None, "plan_id"), Index(None, "email_digest"),
)
NOTICES = Table(
    "notices", METADATA, identity(), of("people", "person_id"), of("plans"), Column("kind", String(20), nullable=False),
    Column("subject", String(40), nullable=False, server_default=""), mentions("people", "author_id"), at("made_at"),
    perhaps_at("seen_at"), perhaps_at("mailed_at"), Index(None, "person_id", "seen_at"), Index(None, "plan_id"),
)
