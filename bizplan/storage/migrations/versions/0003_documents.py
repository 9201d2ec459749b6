"""Documents: the logo of an organisation at the head of what it gives away."""

from alembic import op
from sqlalchemy import Column, LargeBinary

from bizplan.storage.columns import perhaps_at

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    _logos()


def downgrade() -> None:
    """One step back."""
    _no_logos()


def _logos() -> None:
    op.add_column("organisations", Column("logo_sealed", LargeBinary))
    op.add_column("organisations", perhaps_at("logo_at"))


def _no_logos() -> None:
    op.drop_column("organisations", "logo_at")
    op.drop_column("organisations", "logo_sealed")
