"""What the database holds, table by table; the migrations make it so, and a test says that they do.

Columns that end in ``sealed`` hold what people wrote; columns that end in ``digest`` are only looked up.
"""

from sqlalchemy import Boolean, Column, Date, Index, LargeBinary, MetaData, String, Table, UniqueConstraint, false

from .columns import at, count, identity, mentions, of, perhaps_at

METADATA = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
})

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
CONSENTS = Table(
    "consents", METADATA, identity(), of("people", "person_id"), Column("text", String(40), nullable=False),
    Column("language", String(2), nullable=False), Column("given", Boolean, nullable=False), at("made_at"),
    Index(None, "person_id"),
)
READINGS = Table(
    "readings", METADATA, identity(), of("plans"), mentions("people", "person_id"), mentions("sessions", "session_id"),
    Column("role", String(20), nullable=False), Column("what", String(40), nullable=False), at("made_at"),
    Index(None, "plan_id", "made_at"), Index(None, "person_id", "made_at"),
    Index(None, "person_id", "plan_id", "made_at"),
)
JOBS = Table(
    "jobs", METADATA, identity(), Column("kind", String(20), nullable=False), of("plans"), of("people", "person_id"),
    Column("language", String(2), nullable=False), count("sequence"), Column("state", String(10), nullable=False),
    count("progress"), count("tries"), at("made_at"), perhaps_at("beaten_at"), perhaps_at("ended_at"),
    Column("result_sealed", LargeBinary), Column("reason_sealed", LargeBinary),
    Column("recipient", String(10), nullable=False, server_default="lender"), Index(None, "state"),
    Index(None, "plan_id"), Index(None, "person_id"),
)
RELEASES = Table(
    "releases", METADATA, Column("fingerprint_digest", String(64), primary_key=True), of("plans"), count("sequence"),
    Column("recipient", String(10), nullable=False), Column("released_on", Date, nullable=False), at("made_at"),
    Index(None, "plan_id"),
)
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
VERSIONS = Table(
    "versions", METADATA, identity(), of("plans"), count("sequence"),
    Column("name_sealed", LargeBinary, nullable=False),
    mentions("people", "author_id"), at("made_at"), Index(None, "plan_id"),
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
SUMMARIES = Table(
    "summaries", METADATA, of("plans", primary_key=True), count("sequence"), Column("made_on", Date, nullable=False),
    Column("summary_sealed", LargeBinary, nullable=False),
)
RETURNED = Table(
    "returned_workbooks", METADATA, identity(), of("plans"), of("people", "person_id"),
    Column("review_sealed", LargeBinary, nullable=False), at("made_at"), at("ends_at"), Index(None, "plan_id"),
    Index(None, "person_id"), Index(None, "ends_at"),
)
