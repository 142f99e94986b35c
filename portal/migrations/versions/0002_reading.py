"""Reading of any file: types, what a file holds beside its pages, recognition of its own."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is told of a file and of the recognition of its pictures."""
    path = Path(__file__).with_name("0002_reading.sql")
    op.get_bind().exec_driver_sql(path.read_text(encoding="utf-8"))


def downgrade() -> None:
    """Nothing that was read is thrown away."""
