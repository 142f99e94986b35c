"""The migrated schema is the one that the tables tell of."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from portal.data.tables import Base
from tests.database import Database
from tests.world import World


def test_the_migrations_end_where_the_tables_stand(database: Database) -> None:
    world = World(database)
    with world.owner.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    world.close()


def test_the_tables_belong_to_the_owner_and_to_no_one_who_asks(database: Database) -> None:
    world = World(database)
    with world.as_owner() as db:
        owners = set(
            db.execute(
                text("select tableowner from pg_tables where schemaname = 'public'")
            ).scalars()
        )
    assert owners == {"owner"}
    world.close()
