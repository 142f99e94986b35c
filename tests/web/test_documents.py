"""A supplier's papers as pages: the list, one opened, its state, its picture, its bytes."""

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
from tests.desk import PASSPORTS, Scene
from tests.web.conftest import PDF, Browser, set_document
from tests.world import NOW, World


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
                value={"list": "svhc"},
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
    assert "Candidate List (SVHC)" in page
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
