"""What the dossier needs: for whom a document was asked for, and which versions were released."""

from alembic import op
from sqlalchemy import Column, Date, Index, String

from bizplan.storage.columns import at, count, of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds them."""
    _releases()


def downgrade() -> None:
    """Takes them away."""
    _no_releases()


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
