"""Documents: the Excel model that comes back, while somebody decides about it."""

from alembic import op
from sqlalchemy import Column, Index, LargeBinary

from bizplan.storage.columns import at, identity, of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    _returned_workbooks()


def downgrade() -> None:
    """One step back."""
    op.drop_table("returned_workbooks")


def _returned_workbooks() -> None:
    op.create_table(
        "returned_workbooks", identity(), of("plans"), of("people", "person_id"),
        Column("review_sealed", LargeBinary, nullable=False), at("made_at"), at("ends_at"), Index(None, "plan_id"),
        Index(None, "person_id"), Index(None, "ends_at"),
    )
