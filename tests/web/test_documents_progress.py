"""How far a paper is read and how well, as its supplier is told it."""

import datetime as dt
from uuid import UUID, uuid4

from sqlalchemy import insert, update
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.evidence import PageNote
from tests.web.conftest import set_document
from tests.world import NOW, World


def pages(world: World, document: UUID, *told: tuple[str, float, bool]) -> None:
    """Pages by method, quality and whether they wait, from the first."""
    with world.as_owner() as db:
        supplier_id = db.get_one(tables.Document, document).supplier_id
        for number, (method, quality, waiting) in enumerate(told, start=1):
            db.execute(
                insert(tables.Page).values(
                    document_id=document,
                    supplier_id=supplier_id,
                    number=number,
                    method=method,
                    quality=quality,
                    waiting=waiting,
                    text="",
                    words=[],
                    width=595.0,
                    height=842.0,
                    reader_version="1",
                )
            )


WELL, DOUBT = ("ocr", 0.93, False), ("ocr", 0.41, False)
WAITING, UNREAD, TEXT = ("picture", 0.0, True), ("picture", 0.0, False), ("text", 1.0, False)


def measured(world: World, **seconds: float) -> None:
    for method, each in seconds.items():
        with world.as_owner() as db:
            db.execute(
                insert(tables.ReadingPace).values(
                    method=method, seconds=each, measured_at=dt.datetime.now(dt.UTC)
                )
            )


def test_pictures_are_told_while_the_text_is_read(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, TEXT, TEXT, WAITING, WAITING)
    set_document(world, state="reading", pages=200, pages_read=4, pages_pictured=2)
    row = client.get(f"/documents/{document}/state").text
    assert "Reading page 5 of 200" in row
    assert "pages 3–4 are pictures and wait to be read" in row
    assert "You can go on meanwhile." in row
    assert "left" not in row, "nothing was measured yet"


def test_the_rest_is_estimated_from_what_was_measured(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, WAITING, WAITING)
    set_document(world, state="recognising", pages=2, pages_read=2, pages_pictured=2)
    measured(world, text=0.01, picture=60.0)
    url = f"/documents/{document}/state"
    assert "about 2 minutes left" in client.get(url).text
    earlier = {"state": "recognising", "pages": 9, "pages_pictured": 3, "pages_recognised": 1}
    other = world.supplier("Nordhav Kemi AB")
    with world.as_owner() as db:
        values = {"supplier_id": other, "sha256": "0" * 64, "name": "x", "size": 1}
        moments = {"uploaded_by": uuid4(), "received_at": NOW}
        db.execute(insert(tables.Document).values(**values, **moments, **earlier))
    assert "about 4 minutes left" in client.get(url).text
    page = client.get(f"/documents/{document}").text
    assert "about 4 minutes left" in page
    assert "Reload the page" in page
    assert f'data-follow="/documents/{document}/state?part=standing"' in page


def test_what_was_read_badly_is_told_with_what_to_do(
    client: TestClient, world: World, document: UUID, asked: UUID
) -> None:
    pages(world, document, TEXT, WELL, DOUBT, DOUBT, UNREAD, ("lost", 0.0, False))
    set_document(world, state="partial", pages=6, pages_read=6, flagged_at=NOW)
    told = (
        "page 2 is a picture, and its text was recognised",
        "pages 3–4 are pictures, read with doubt",
        "page 5 is a picture and could not be read",
        "page 6 could not be read",
        "straight and at 300 dpi",
    )
    for path in (f"/documents/{document}/state", f"/documents/{document}", "/documents"):
        shown = client.get(path).text
        for words in told:
            assert words in shown, (path, words)
    check = client.get(f"/assessments/{asked}/check").text
    assert "Pages that are hard to read" in check
    assert "pages 3–4 are pictures, read with doubt" in check
    assert "straight and at 300 dpi" in check


def test_a_limit_is_told_with_the_separators_of_the_language(
    client: TestClient, world: World, document: UUID
) -> None:
    set_document(world, state="failed", failure="too_many_pages")
    assert "more than 2,000 pages" in client.get(f"/documents/{document}/state").text


def test_one_page_that_was_read_badly_is_told_as_one(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, TEXT, DOUBT)
    set_document(world, state="read", pages=2, pages_read=2, flagged_at=NOW)
    row = client.get(f"/documents/{document}/state").text
    assert "page 2 is a picture, read with doubt" in row
    assert "Scan this page again" in row


def test_many_pictures_here_and_there_are_counted_and_not_listed(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, *(TEXT, WAITING) * 7, *(TEXT, WELL) * 7)
    set_document(world, state="recognising", pages=28, pages_read=28, pages_pictured=14)
    row = client.get(f"/documents/{document}/state").text
    assert "7 pages are pictures and wait to be read" in row
    assert "7 pages are pictures, and their text was recognised" in row


def test_an_empty_back_is_told_as_empty_and_asks_for_nothing(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, WELL, ("ocr", 1.0, False))
    with world.as_owner() as db:
        blank = update(tables.Page).where(tables.Page.number == 2).values(notes=["blank"])
        db.execute(blank)
    set_document(world, state="read", pages=2, pages_read=2, flagged_at=NOW)
    row = client.get(f"/documents/{document}/state").text
    assert "page 1 is a picture, and its text was recognised · page 2 is empty" in row
    assert "Scan" not in row
    shown = client.get(f"/documents/{document}?page=2").text
    assert "The page is a picture of an empty sheet." in shown
    assert "certainty" not in shown


def test_of_a_paper_that_nobody_could_read_nothing_is_said_to_be_missing(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, UNREAD)
    set_document(world, state="read", pages=1, pages_read=1, flagged_at=NOW)
    row = client.get(f"/documents/{document}/state").text
    assert "Read: 0 of 1 page · page 1 is a picture and could not be read" in row
    assert "Nothing found" not in row
    shown = client.get(f"/documents/{document}").text
    assert "Nothing of it could be read, so nothing is quoted." in shown
    assert "only you can tell what it is" in shown
    assert "Nothing found" not in shown
    assert "No words were found" not in shown


def test_why_a_page_could_not_be_read_is_told_once(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, UNREAD)
    with world.as_owner() as db:
        db.execute(update(tables.Page).values(notes=["ocr_failed"]))
    set_document(world, state="read", pages=1, pages_read=1, flagged_at=NOW)
    shown = client.get(f"/documents/{document}").text
    assert "no text could be recognised in it" in shown
    assert "could not be read. Nothing in it is flagged" not in shown
    assert shown.count("About this page") == 1


def test_the_quality_of_a_page_stands_on_it(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, WELL, DOUBT, WAITING, UNREAD)
    set_document(world, state="recognising", pages=4, pages_read=4)
    for number, words in (
        (1, "recognised in a picture, with a certainty of 93 per cent"),
        (2, "a certainty of only 41 per cent. Compare them"),
        (3, "This page is a picture and waits to be read."),
        (4, "This page is a picture that could not be read."),
    ):
        assert words in client.get(f"/documents/{document}?page={number}").text


def test_a_picture_beside_text_is_told_as_one(
    client: TestClient, world: World, document: UUID
) -> None:
    pages(world, document, ("picture", 1.0, True), WELL, DOUBT)
    set_document(world, state="recognising", pages=3, pages_read=3)
    with world.as_owner() as db:
        behind = update(tables.Page).where(tables.Page.method == "ocr")
        db.execute(behind.values(notes=[PageNote.RECOGNISED_BEHIND]))
    for number, words in (
        (1, "The text of this page was read; a picture on it waits to be read."),
        (2, "Words were recognised in a picture on this page, with a certainty of 93 per cent."),
        (3, "with a certainty of only 41 per cent. Compare them"),
    ):
        page = client.get(f"/documents/{document}?page={number}").text
        assert words in page
        assert "The words of this page were recognised" not in page
