"""Who is asking stays told for the whole of a transaction."""

from uuid import uuid4

from sqlalchemy import text

from portal.data.session import become, connect, transaction
from portal.domain.access import Actor, Role
from tests.database import Database

PLANNER = Actor(
    user_id=uuid4(),
    organisation_id=uuid4(),
    side="buyer",
    roles=frozenset({Role.PLANNER}),
    name="Karin Holmgren",
    organisation_name="Region Mälarbygden",
    language="sv",
)


def test_a_savepoint_keeps_the_person_that_came_in_by_the_door(database: Database) -> None:
    told = text("select current_setting('app.buyer'), current_setting('app.door')")
    engine = connect(database.app_url, pool_size=1)
    with transaction(engine, door="sign-in") as db:
        become(db, PLANNER)
        with db.begin_nested():
            inside = tuple(db.execute(told).one())
        after = tuple(db.execute(told).one())
    engine.dispose()
    assert inside == after == (str(PLANNER.organisation_id), "")
