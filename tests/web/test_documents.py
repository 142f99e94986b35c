"""A supplier's papers as pages: the list, one opened, its state, its picture, its bytes."""

import datetime as dt
import re
from pathlib import Path
from urllib.parse import unquote
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, update
from starlette.testclient import TestClient

from portal.data import tables
from portal.data.files import Folder, original_key, picture_key
from portal.domain.access import Actor, Role
from portal.domain.evidence import PageNote
from tests.desk import PASSPORTS, Scene
from tests.web.conftest import Browser
from tests.world import NOW, World

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def document(client: TestClient, world: World, asked: UUID) -> UUID:
    client.post(
        f"/assessments/{asked}/evidence/T-01",
        files=[("files-T-01", ("prövning åäö.pdf", PDF))],
        headers={"X-Fragment": "1"},
    )
    return UUID(str(world.rows(tables.Document)[0].id))


def set_document(world: World, **values: object) -> None:
    with world.as_owner() as db:
        db.execute(update(tables.Document).values(**values))


def read(world: World, document: UUID, *, flagged: bool = True) -> None:
    """The paper as a worker leaves it: two pages, one flag on the second."""
    with world.as_owner() as db:
        row = db.get_one(tables.Document, document)
        for number in (1, 2):
            db.execute(
                insert(tables.Page).values(
                    document_id=document,
                    supplier_id=row.supplier_id,
                    number=number,
                    method="text",
                    quality=1.0,
                    text=f"Sida {number}: <b>inga</b> ämnen",
                    words=[],
                    width=595.0,
                    height=842.0,
                    notes=["hidden_text"],
                    reader_version="1",
                )
            )
        db.execute(
            insert(tables.Flag).values(
                id=uuid4(),
                document_id=document,
                supplier_id=row.supplier_id,
                key="k",
                place="k",
                page=2,
                start=0,
                end=6,
                quote="<b>inga</b> ämnen",
                topic="CHEM.LIST",
                stance="denied",
                bearing="support",
                value={},
                score=0.9,
                rule="X",
                pack="sv",
                cues=[],
                boxes=[[0.1, 0.2, 0.3, 0.25]],
                rules_version="1",
            )
        )
    set_document(world, state="read", pages=2, pages_read=2, flagged_at=NOW if flagged else None)


def test_the_state_of_a_paper_is_followed_until_it_is_read(
    client: TestClient, world: World, document: UUID
) -> None:
    url = f"/documents/{document}/state?question=T-01"
    first = client.get(url, headers={"X-Fragment": "1"})
    assert "Received. Waiting to be read." in first.text
    assert f'value="T-01:{document}"' in first.text
    assert "X-Done" not in first.headers
    set_document(world, state="reading", pages=200, pages_read=13)
    assert "Reading page 14 of 200" in client.get(url).text
    read(world, document, flagged=False)
    waiting = client.get(url)
    assert "Read: 2 of 2 pages" in waiting.text
    assert "X-Done" not in waiting.headers
    set_document(world, flagged_at=NOW)
    done = client.get(url)
    assert done.headers["X-Done"] == "1"
    assert "1 statement about chemicals" in done.text
    assert "See them" in done.text


def test_a_failure_says_what_was_kept_and_what_to_do(
    client: TestClient, world: World, document: UUID
) -> None:
    set_document(world, state="failed", failure="encrypted")
    state = client.get(f"/documents/{document}/state")
    assert "locked with a password" in state.text
    assert "Upload a copy without a password." in state.text
    assert state.headers["X-Done"] == "1"
    assert "locked with a password" in client.get(f"/documents/{document}").text


def test_a_paper_shows_what_it_says_without_a_verdict(
    client: TestClient, world: World, document: UUID
) -> None:
    read(world, document)
    page = client.get(f"/documents/{document}").text
    assert "Sida 2" in page
    assert "What the document says" in page
    assert "&lt;b&gt;inga&lt;/b&gt; ämnen" in page
    assert "<b>inga</b>" not in page
    assert "says that it is not so" in page
    assert "The page holds text that cannot be seen." in page
    for verdict in ("Risk", "Support", "Confirm"):
        assert verdict not in page
    first = client.get(f"/documents/{document}?page=1").text
    assert "Sida 1" in first
    assert "Nothing was found on this page." in first


@pytest.mark.parametrize("number", ["0", "3", "x", "-1", "9999999999"])
def test_a_page_that_is_none_is_not_there(
    client: TestClient, world: World, document: UUID, number: str
) -> None:
    read(world, document)
    assert client.get(f"/documents/{document}?page={number}").status_code == 404


def test_a_picture_is_shown_once_it_is_drawn(
    client: TestClient, world: World, document: UUID, files: Path
) -> None:
    read(world, document)
    url = f"/documents/{document}/pages/2.webp"
    assert client.get(url).status_code == 404
    assert url not in client.get(f"/documents/{document}?page=2").text
    sha256 = world.rows(tables.Document)[0].sha256
    Folder(files).put_derived(picture_key(sha256, 2), b"RIFF....WEBP")
    drawn = client.get(url)
    assert drawn.content == b"RIFF....WEBP"
    assert drawn.headers["content-type"] == "image/webp"
    page = client.get(f"/documents/{document}?page=2").text
    assert url in page
    assert '<rect x="0.1" y="0.2"' in page


def test_the_original_is_saved_and_never_shown(client: TestClient, document: UUID) -> None:
    reply = client.get(f"/documents/{document}/original")
    assert reply.content == PDF
    assert {name: reply.headers[name] for name in SAVED_ONLY} == SAVED_ONLY
    assert reply.headers["content-disposition"].startswith("attachment; filename*=UTF-8''pr%C3%B6v")


SAVED_ONLY = {
    "content-type": "application/octet-stream",
    "content-length": str(len(PDF)),
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
}


@pytest.mark.parametrize(
    "name", ['a".html"; x="', "a\r\nSet-Cookie: b=c", "../../a;b=c.pdf", "\u202efdp.exe", "%0d%0a"]
)
def test_a_name_is_no_way_into_the_headers(
    client: TestClient, world: World, document: UUID, name: str
) -> None:
    set_document(world, name=name)
    reply = client.get(f"/documents/{document}/original")
    kind, _, written = reply.headers["content-disposition"].partition("; filename*=UTF-8''")
    assert kind == "attachment"
    assert re.fullmatch(r"[A-Za-z0-9%._~-]+", written)
    assert unquote(written) == name
    assert "set-cookie" not in reply.headers


def test_the_original_is_for_the_supplier_and_after_submission_for_the_buyer_s_reviewers(
    browser: Browser, world: World, files: Path
) -> None:
    scene = Scene(world)
    document = scene.paper("report.pdf", [PASSPORTS])
    Folder(files).put_derived(original_key(world.rows(tables.Document)[0].sha256), PDF)
    colleague = world.person(scene.supplier, Role.SUPPLIER_ADMINISTRATOR)

    def codes(*people: Actor) -> list[int]:
        path = f"/documents/{document}/original"
        return [browser(person).get(path).status_code for person in people]

    assert codes(scene.anna, colleague) == [200, 200]
    assert codes(scene.karin, scene.planner, scene.administrator, scene.stranger) == [404] * 4
    scene.submit()
    assert codes(scene.anna, colleague, scene.karin, scene.omar) == [200] * 4
    assert codes(scene.planner, scene.administrator, scene.stranger) == [404] * 3


def test_all_papers_are_listed_with_their_state(client: TestClient, document: UUID) -> None:
    page = client.get("/documents").text
    assert "prövning åäö.pdf" in page
    assert f'data-follow="/documents/{document}/state"' in page


def test_an_empty_list_says_what_will_come(client: TestClient) -> None:
    assert "No papers yet" in client.get("/documents").text


def test_colleagues_open_what_strangers_and_buyers_do_not(
    browser: Browser, world: World, anna: Actor, document: UUID
) -> None:
    read(world, document)
    colleague = browser(world.person(anna.organisation_id, Role.SUPPLIER_ADMINISTRATOR))
    assert colleague.get(f"/documents/{document}").status_code == 200
    buyer = world.rows(tables.Assessment)[0].buyer_id
    for stranger in (
        world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR),
        world.person(buyer, Role.REVIEWER),
        world.person(buyer, Role.PLANNER),
        world.person(buyer, Role.ADMINISTRATOR),
    ):
        client = browser(stranger)
        for path in ("", "/state", "/original", "/pages/1.webp"):
            assert client.get(f"/documents/{document}{path}").status_code == 404, path


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
    assert "Nothing found" not in client.get(f"/documents/{document}/state").text
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


def test_a_larger_picture_is_asked_for_waited_for_and_opened(
    client: TestClient, world: World, document: UUID, files: Path
) -> None:
    read(world, document)
    sha256 = world.rows(tables.Document)[0].sha256
    Folder(files).put_derived(picture_key(sha256, 2), b"RIFF....WEBP")
    url, larger = f"/documents/{document}?page=2", f"/documents/{document}/pages/2/larger"
    assert "Make a larger picture" in client.get(url).text
    assert client.get(f"{larger}.webp").status_code == 404
    asked = client.post(larger)
    assert asked.headers["location"] == f"{url}#page-view"
    assert "The larger picture is being made." in client.get(url).text
    assert any(bell.job.endswith("draw_larger") for bell in world.rows(tables.Outbox))
    Folder(files).put_derived(picture_key(sha256, 2, larger=True), b"RIFF0000WEBP")
    with world.as_owner() as db:
        db.execute(update(tables.LargerPicture).values(state="drawn"))
    assert f'href="{larger}.webp"' in client.get(url).text
    assert client.get(f"{larger}.webp").content == b"RIFF0000WEBP"
    with world.as_owner() as db:
        db.execute(update(tables.LargerPicture).values(state="failed"))
    assert "A larger picture could not be made." in client.get(url).text
    assert client.post(f"/documents/{document}/pages/9/larger").status_code == 404


def test_a_page_of_an_attachment_names_it(client: TestClient, world: World, document: UUID) -> None:
    read(world, document)
    with world.as_owner() as db:
        page = update(tables.Page).where(tables.Page.number == 2)
        db.execute(page.values(part="<rapport>.pdf"))
    shown = client.get(f"/documents/{document}?page=2").text
    assert "&lt;rapport&gt;.pdf" in shown
    assert "&lt;rapport&gt;.pdf" not in client.get(f"/documents/{document}?page=1").text
