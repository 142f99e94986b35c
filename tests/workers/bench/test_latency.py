"""The whole product under many hands: a hundred papers at once, none lost, each page once."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import embedded
from portal.data import tables
from tests.workers.reading.made import pdf, plain
from workers.bench.latency import Place, Way, serving, under_load, way_of

MANY = 100


@pytest.fixture
def place(unused_port: int) -> Iterator[Place]:
    """Web, workers, clock and servers as they run, with one supplier that has been asked."""
    folder = Path(tempfile.mkdtemp(prefix="underlag-tests-"))
    try:
        with serving(folder, unused_port) as place:
            yield place
    finally:
        embedded.erase(folder)


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
