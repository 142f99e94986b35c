"""Runs the migrations over one connection of the owner's."""

from alembic import context
from sqlalchemy import create_engine, pool, text

from portal.data.tables import Base


def run() -> None:
    """All migrations in one transaction, with short waits for locks."""
    engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
    with engine.connect() as connection:
        connection.execute(text("set lock_timeout = '5s'"))
        connection.commit()
        context.configure(connection=connection, target_metadata=Base.metadata)
        with context.begin_transaction():
            context.run_migrations()


run()
