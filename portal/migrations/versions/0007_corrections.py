"""A reviewer's correction, kept with the decision that it is."""

from pathlib import Path

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a decision say what a flag's words say instead."""
    path = Path(__file__).with_name("0007_corrections.sql")
    op.get_bind().exec_driver_sql(path.read_text(encoding="utf-8"))


def downgrade() -> None:
    """No decision is thrown away."""
