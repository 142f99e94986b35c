"""Recognition and drawing as work of their own; what readers tell of themselves."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the marks of waiting pages, the wishes for larger pictures and the workers' reports."""
    path = Path(__file__).with_name("0004_pipeline.sql")
    op.get_bind().exec_driver_sql(path.read_text(encoding="utf-8"))


def downgrade() -> None:
    """Nothing that was read is thrown away."""
