"""Bells written with a change and rung after it: each once, and none lost."""

from uuid import UUID, uuid4

from portal.data import outbox, tables
from tests.world import NOW, World

READ = "workers.jobs.read_document"
FIND = "workers.jobs.find"
ONE, OTHER = uuid4(), uuid4()


def posted(world: World, *bells: tuple[str, UUID]) -> None:
    with world.as_worker() as db:
        for bell in bells:
            outbox.post(db, *bell)


def test_what_was_asked_for_several_times_is_rung_for_once(world: World) -> None:
    posted(world, (FIND, ONE), (READ, ONE), (FIND, ONE), (FIND, OTHER), (FIND, ONE))
    rung: list[tuple[str, UUID]] = []

    def ring(job: str, thing: UUID) -> bool:
        rung.append((job, thing))
        return True

    assert outbox.relay(world.app, ring, now=NOW) == 5
    assert rung == [(FIND, ONE), (READ, ONE), (FIND, OTHER)]
    assert {row.rung_at for row in world.rows(tables.Outbox)} == {NOW}
    posted(world, (FIND, ONE))
    assert outbox.relay(world.app, ring, now=NOW) == 1, "a later wish is a bell of its own"


def test_where_the_queue_does_not_answer_the_rest_stays(world: World) -> None:
    posted(world, (FIND, ONE), (FIND, ONE), (FIND, OTHER), (READ, ONE))
    assert outbox.relay(world.app, lambda _, thing: thing == ONE, now=NOW) == 2
    left = [(row.job, row.subject_id) for row in world.rows(tables.Outbox) if not row.rung_at]
    assert sorted(left) == sorted([(FIND, OTHER), (READ, ONE)])
