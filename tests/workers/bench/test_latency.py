"""The whole product under many hands: a hundred papers at once, none lost, each page once."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.bench.ground import servers_in_a_folder
from portal.data import tables
from tests.workers.reading.made import pdf, plain
from workers.bench.latency import Way, under_load, way_of
from workers.bench.whole import Place, serving

MANY = 100


@pytest.fixture
def place(unused_port: int) -> Iterator[Place]:
    """Web, workers, clock and servers as they run, with one supplier that has been asked."""
    with (
        servers_in_a_folder(durable=True) as (servers, folder),
        serving(servers, folder, unused_port) as place,
    ):
        yield place


def paper(number: int) -> bytes:
    return pdf(plain(f"Paper {number}. The agency keeps the passports."))


def test_a_hundred_uploads_at_once_lose_nothing_and_the_pages_answer(place: Place) -> None:
    way = way_of(place, paper(0), pages=1)
    assert way.answered < way.all_flags
    assert set(Way.__slots__) >= {"first_picture", "all_pictures"}

    under_load(place, [paper(number) for number in range(1, MANY + 1)])

    with Session(place.engine) as db:
        states = db.execute(
            select(tables.Document.state, func.count()).group_by(tables.Document.state)
        ).all()
        pages = db.execute(
            select(func.count(), func.count(func.distinct(tables.Page.document_id)))
        ).one()
        laid = db.execute(select(func.count()).select_from(tables.Evidence)).scalar_one()
        flagged = db.execute(select(func.count(func.distinct(tables.Flag.document_id))))
        assert [tuple(row) for row in states] == [("read", MANY + 1)]
        assert tuple(pages) == (MANY + 1, MANY + 1)
        assert laid == MANY + 1
        assert flagged.scalar_one() == MANY + 1
