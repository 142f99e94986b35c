"""Pictures of pages: the first one first, larger ones when asked for, none that stops the rest."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import text

from portal.data import tables
from portal.data.files import PICTURES, files_at, picture_key
from portal.domain.evidence import Limits
from portal.services import pictures, sweeps
from tests.workers.conftest import Papers
from tests.workers.reading.made import Sheet, greedy_page, pdf, plain
from tests.world import World
from workers import jobs
from workers.house import house
from workers.reading import document

pytestmark = pytest.mark.usefixtures("working")


@pytest.fixture
def few_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that unpack to much can neither be read nor drawn."""
    monkeypatch.setenv("UNDERLAG_LIMIT_MEMORY_MEGABYTES", "60")


def read(papers: Papers, *sheets: Sheet) -> UUID:
    document_id = papers.upload(pdf(*sheets))
    jobs.read_document(str(document_id))
    return document_id


def picture(papers: Papers, document_id: UUID, number: int, *, larger: bool = False) -> bytes:
    """A page's picture, empty where there is none."""
    sha256 = papers.document(document_id).sha256
    stored = files_at(papers.settings.files).open(picture_key(sha256, number, larger=larger))
    if stored is None:
        return b""
    with stored:
        return stored.read()


def wish(papers: Papers, document_id: UUID, number: int) -> str:
    """What has become of a wish for a larger picture."""
    (row,) = papers.world.rows(tables.LargerPicture, document_id=document_id, number=number)
    return str(row.state)


def ask(papers: Papers, document_id: UUID, *numbers: int) -> None:
    for number in numbers:
        with papers.world.as_(papers.actor) as db:
            now = dt.datetime.now(dt.UTC)
            pictures.ask_larger(db, papers.actor, document_id, number, now=now)


def test_pages_are_drawn_in_their_order_and_the_document_notes_how(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    document_id = read(papers, plain("one"), plain("two"), plain("three"))
    order: list[int] = []
    drawn = document.draw_page

    def drawing(source: int, number: int, *, limits: Limits, dpi: int) -> bytes | None:
        order.append(number)
        return drawn(source, number, limits=limits, dpi=dpi)

    monkeypatch.setattr(document, "draw_page", drawing)
    jobs.draw_document(str(document_id))
    jobs.draw_document(str(document_id))
    assert order == [1, 2, 3], "what is drawn is not drawn again"
    assert papers.document(document_id).drawn_version == PICTURES


def test_a_long_document_lets_others_in_after_some_pages(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.drawing.BATCH", 2)
    document_id = read(papers, *(plain(f"page {number}") for number in range(5)))
    there = []
    while papers.document(document_id).drawn_version is None:
        jobs.draw_document(str(document_id))
        there.append(sum(bool(picture(papers, document_id, number)) for number in range(1, 6)))
    assert there == [2, 4, 5]


def test_a_page_that_cannot_be_drawn_keeps_the_others(papers: Papers, few_megabytes: None) -> None:
    document_id = read(papers, plain("one"), greedy_page(), plain("three"))
    jobs.draw_document(str(document_id))
    found = [bool(picture(papers, document_id, number)) for number in (1, 2, 3)]
    assert found == [True, False, True]
    assert papers.document(document_id).drawn_version == PICTURES


def test_after_as_many_pages_as_may_be_lost_the_rest_is_left(
    papers: Papers, few_megabytes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    document_id = read(papers, plain("one"), greedy_page(), greedy_page(), plain("four"))
    monkeypatch.setenv("UNDERLAG_LIMIT_LOSSES", "2")
    house().engine.dispose()
    house.cache_clear()
    jobs.draw_document(str(document_id))
    found = [bool(picture(papers, document_id, number)) for number in (1, 2, 3, 4)]
    assert found == [True, False, False, False]
    assert papers.document(document_id).drawn_version == PICTURES


def test_a_larger_picture_is_made_for_the_page_that_is_asked_for(
    papers: Papers, few_megabytes: None
) -> None:
    document_id = read(papers, plain("one"), greedy_page(), plain("three"))
    jobs.draw_document(str(document_id))
    ask(papers, document_id, 1, 2)
    jobs.draw_larger(str(document_id))
    assert len(picture(papers, document_id, 1, larger=True)) > len(picture(papers, document_id, 1))
    assert picture(papers, document_id, 3, larger=True) == b""
    assert wish(papers, document_id, 1) == "drawn"
    assert wish(papers, document_id, 2) == "failed"
    ask(papers, document_id, 2)
    assert wish(papers, document_id, 2) == "waiting", "it may be asked for again"


def test_the_clock_rings_for_what_nobody_has_drawn(papers: Papers, world: World) -> None:
    document_id = read(papers, plain("one"))
    ask(papers, document_id, 1)

    def ring() -> int:
        papers.long_silent()
        with world.as_worker() as db:
            return sweeps.ring_for_undrawn(db, now=dt.datetime.now(dt.UTC))

    assert ring() == 1
    jobs.draw_larger(str(document_id))
    assert ring() == 1
    jobs.draw_document(str(document_id))
    assert ring() == 0
    with world.as_owner() as db:
        db.execute(text("update document set drawn_version = 'webp-older'"))
    assert ring() == 1, "drawn in another way"
