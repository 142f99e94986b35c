"""Flags made anew: what changed is kept, and a decision knows what it was made on."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what finds a decision again by its words, and the runs that came out otherwise."""
    path = Path(__file__).with_name("0003_reflagging.sql")
    op.get_bind().exec_driver_sql(path.read_text(encoding="utf-8"))


def downgrade() -> None:
    """No decision is thrown away."""
