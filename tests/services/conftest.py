"""A small world for the tests of services."""

from collections.abc import Iterator

import pytest

from tests.conftest import Database
from tests.desk import Scene
from tests.world import World


@pytest.fixture
def world(database: Database) -> Iterator[World]:
    """An empty world on this test's database."""
    world = World(database)
    yield world
    world.close()


@pytest.fixture
def scene(world: World) -> Scene:
    """A supplier that has answered and not submitted, and the buyer's reviewers."""
    return Scene(world)
