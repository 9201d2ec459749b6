"""Met conditions, readers of documents, released versions, workbooks that come back, logos of organisations."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Index, LargeBinary, String

from bizplan.storage.columns import at, count, identity, mentions, of, perhaps_at

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds them."""
    _conditions()
    _releases()
    _returned_workbooks()
    _logos()


def downgrade() -> None:
    """Takes them away."""
    _no_logos()
    op.drop_table("returned_workbooks")
    _no_releases()
    op.drop_table("conditions")


def _conditions() -> None:
    op.create_table(
        "conditions", identity(), of("plans"), of("gates"), count("number"), Column("is_met", Boolean, nullable=False),
        mentions("people", "author_id"), at("made_at"), Index(None, "plan_id"), Index(None, "gate_id", "number"),
    )


def _releases() -> None:
    op.add_column("jobs", Column("recipient", String(10), nullable=False, server_default="lender"))
    op.create_table(
        "releases", Column("fingerprint_digest", String(64), primary_key=True), of("plans"), count("sequence"),
        Column("recipient", String(10), nullable=False), Column("released_on", Date, nullable=False), at("made_at"),
        Index(None, "plan_id"),
    )


def _no_releases() -> None:
    op.drop_table("releases")
    op.drop_column("jobs", "recipient")


def _returned_workbooks() -> None:
    op.create_table(
        "returned_workbooks", identity(), of("plans"), of("people", "person_id"),
        Column("review_sealed", LargeBinary, nullable=False), at("made_at"), at("ends_at"), Index(None, "plan_id"),
        Index(None, "person_id"), Index(None, "ends_at"),
    )


def _logos() -> None:
    op.add_column("organisations", Column("logo_sealed", LargeBinary))
    op.add_column("organisations", perhaps_at("logo_at"))


def _no_logos() -> None:
    op.drop_column("organisations", "logo_at")
    op.drop_column("organisations", "logo_sealed")
