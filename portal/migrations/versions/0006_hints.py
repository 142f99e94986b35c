"""What the rule packs know beside a flag's words, kept with the flag."""

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the hints; they are filled when documents are flagged anew."""
    path = Path(__file__).with_name("0006_hints.sql")
    op.get_bind().exec_driver_sql(path.read_text(encoding="utf-8"))


def downgrade() -> None:
    """The next flagging makes them again."""
