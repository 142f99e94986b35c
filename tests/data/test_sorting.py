"""Names in the order of a Swedish register."""

from sqlalchemy import select

from portal.data.sorting import by_name
from portal.data.tables import Organisation
from tests.database import Database
from tests.world import World


def test_names_are_sorted_as_in_swedish_whatever_their_case(database: Database) -> None:
    world = World(database)
    for name in ("Öhlin", "zetterberg", "Ågren", "Ärtholmen", "Alm", "öberg"):
        world.supplier(name)
    with world.as_owner() as db:
        found = db.execute(select(Organisation.name).order_by(by_name(Organisation.name)))
        names = list(found.scalars())
    world.close()
    assert names == ["Alm", "zetterberg", "Ågren", "Ärtholmen", "öberg", "Öhlin"]
