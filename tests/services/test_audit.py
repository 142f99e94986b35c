"""The audit log: a chain that shows every later change."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from portal.domain.access import Actor, Role
from portal.errors import Denied
from portal.services import audit
from tests.world import NOW, World


def _record(world: World, actor: Actor, number: int) -> None:
    with world.as_(actor) as db:
        audit.record(db, actor, "test", thing="nothing", thing_id=uuid4(), now=NOW, number=number)


def _unguarded(world: World, statement: str) -> None:
    with Session(world.owner) as db, db.begin():
        db.execute(text("alter table audit_entry disable trigger append_only"))
        db.execute(text(statement))


def test_lines_written_at_once_make_one_chain(world: World) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
    with ThreadPoolExecutor(5) as many:
        list(many.map(lambda number: _record(world, anna, number), range(40)))
    verdict = audit.verify(world.owner)
    assert (verdict.lines, verdict.broken_at) == (40, None)


@pytest.mark.parametrize(
    ("harm", "broken_at"),
    [
        ("update audit_entry set entry = replace(entry, 'test', 'tset') where number = 3", 3),
        ("delete from audit_entry where number = 2", 3),
        ("update audit_entry set number = number + 10 where number = 5", 15),
    ],
)
def test_a_changed_a_missing_and_a_moved_line_are_found(
    world: World, harm: str, broken_at: int
) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
    for number in range(5):
        _record(world, anna, number)
    _unguarded(world, harm)
    assert audit.verify(world.owner).broken_at == broken_at


def test_what_is_rolled_back_leaves_no_line(world: World) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
    with suppress(Denied), world.as_(anna) as db:
        audit.record(db, anna, "test", thing="nothing", thing_id=None, now=NOW)
        raise Denied
    assert audit.verify(world.owner).lines == 0
