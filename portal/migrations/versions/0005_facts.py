"""What a document says of itself, and what its supplier says of it."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the facts of documents: proposed by a program, said by a person."""
    path = Path(__file__).with_name("0005_facts.sql")
    op.get_bind().exec_driver_sql(path.read_text(encoding="utf-8"))


def downgrade() -> None:
    """Nothing that a person said is thrown away."""
