"""The first house: every table of the main job, and who may see which row."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, then the policies over them."""
    for name in ("0001_tables.sql", "0001_policies.sql"):
        # Straight to the driver: a colon in SQL is no parameter here.
        op.get_bind().exec_driver_sql(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def downgrade() -> None:
    """There is nothing before the first house."""
