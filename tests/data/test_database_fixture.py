"""The tests' own floor: each test has a migrated database to itself."""

import psycopg
import pytest

from tests.database import Database


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_commits_the_next_does_not_see(database: Database, turn: int) -> None:
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("CREATE TABLE left_behind ()")


def test_the_database_is_migrated(database: Database) -> None:
    with psycopg.connect(database.app_url) as connection:
        found = connection.execute("SELECT count(*) FROM information_schema.tables").fetchone()
        version = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
    assert found
    assert version
    assert version[0] == "alembic_version"
