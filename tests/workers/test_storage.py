"""A paper's way over a real S3 server, and what becomes of it when the server is away."""

import io
import random
from collections.abc import Iterator
from uuid import UUID

import pytest
from PIL import Image
from sqlalchemy import delete, update
from starlette.testclient import TestClient

from portal.data import tables
from portal.data.files import files_at, original_key
from portal.demo.documents.long import long_report
from portal.errors import Unavailable
from portal.settings import S3, read_settings
from portal.web.app import create_app
from tests.ceph import Gateway
from tests.packages import docx, p
from tests.wire import Wire, wire_to
from tests.workers.conftest import Papers
from tests.workers.reading.made import pdf, plain, stream
from tests.world import World
from workers import clock, jobs
from workers.house import house

pytestmark = pytest.mark.usefixtures("working")


@pytest.fixture
def wire(gateway: Gateway) -> Iterator[Wire]:
    """The way to the server, whole unless a test cuts it."""
    with wire_to(gateway.port) as wire:
        yield wire


@pytest.fixture
def environment(environment: dict[str, str], bucket: S3, wire: Wire) -> dict[str, str]:
    """The environment of a process whose files lie on an S3 server."""
    return environment | {
        "UNDERLAG_FILES": f"s3://{bucket.bucket}",
        "UNDERLAG_S3_ENDPOINT": wire.endpoint,
        "UNDERLAG_S3_ACCESS_KEY": bucket.access_key,
        "UNDERLAG_S3_SECRET_KEY": bucket.secret_key,
        "UNDERLAG_S3_SECURE": "False",
    }


@pytest.fixture
def client(papers: Papers) -> Iterator[TestClient]:
    """The supplier's browser."""
    with TestClient(
        create_app(read_settings()),
        headers={"Sec-Fetch-Site": "same-origin"},
        follow_redirects=False,
        raise_server_exceptions=False,
    ) as client:
        client.cookies.set("underlag", papers.world.session(papers.actor))
        yield client


def sent(client: TestClient, papers: Papers, content: bytes) -> tuple[int, str]:
    reply = client.post(
        f"/assessments/{papers.assessment}/evidence/T-01",
        files=[("files-T-01", ("paper.pdf", content))],
        headers={"X-Fragment": "1"},
    )
    return reply.status_code, reply.text


def only(world: World) -> UUID:
    [document] = world.rows(tables.Document)
    return UUID(str(document.id))


def test_a_paper_goes_from_the_page_to_the_server_to_the_worker_and_back(
    client: TestClient, papers: Papers, world: World, bucket: S3
) -> None:
    content = long_report(2)
    assert sent(client, papers, content)[0] == 200
    document = only(world)
    jobs.read_document(str(document))
    jobs.draw_document(str(document))
    assert papers.document(document).state == "read"
    kept = [key.partition("/")[0] for key, _ in list(files_at(bucket).keys())]
    assert kept == ["derived", "derived", "sha256"]
    picture = client.get(f"/documents/{document}/pages/2.webp")
    assert picture.content[8:12] == b"WEBP"
    assert client.get(f"/documents/{document}/original").content == content


def test_an_upload_while_the_server_is_away_says_what_is_kept(
    client: TestClient, papers: Papers, world: World, gateway: Gateway
) -> None:
    content = long_report(1)
    gateway.server.stop()
    try:
        code, words = sent(client, papers, content)
    finally:
        gateway.server.start()
    assert (code, "All else that you saved is kept" in words) == (503, True)
    assert world.rows(tables.Document) == []
    assert sent(client, papers, content)[0] == 200


def test_what_was_typed_beside_a_file_is_saved_while_the_server_is_away(
    client: TestClient, papers: Papers, world: World, gateway: Gateway
) -> None:
    gateway.server.stop()
    try:
        reply = client.post(
            f"/assessments/{papers.assessment}/sections/S1",
            data={"version-T-03": "0", "T-03.scope": "all", "attach": "T-01"},
            files=[("files-T-01", ("paper.pdf", long_report(1)))],
        )
    finally:
        gateway.server.start()
    assert reply.status_code == 422
    assert "All else that you saved is kept" in reply.text
    [answer] = world.rows(tables.Answer)
    assert answer.question_id == "T-03"


def test_a_reading_while_the_server_is_away_is_done_later(
    papers: Papers, world: World, gateway: Gateway
) -> None:
    document = papers.upload(long_report(2))
    gateway.server.stop()
    try:
        with pytest.raises(Unavailable):
            jobs.read_document(str(document))
        assert papers.document(document).state == "received"
        papers.long_silent()
        clock.tick(house())
    finally:
        gateway.server.start()
    asked = world.rows(tables.Outbox, job="workers.jobs.read_document")
    assert len(asked) == 2
    jobs.read_document(str(document))
    assert papers.document(document).state == "read"


def test_pictures_while_the_server_is_away_are_drawn_later(
    papers: Papers, gateway: Gateway
) -> None:
    document = papers.upload(long_report(1))
    jobs.read_document(str(document))
    gateway.server.stop()
    try:
        with pytest.raises(Unavailable):
            jobs.draw_document(str(document))
    finally:
        gateway.server.start()
    assert papers.document(document).drawn_version is None
    jobs.draw_document(str(document))
    assert papers.document(document).drawn_version is not None


def test_a_paper_that_was_changed_in_storage_is_not_read(papers: Papers, bucket: S3) -> None:
    content = long_report(1)
    document = papers.upload(content)
    store = files_at(bucket)
    store.put_derived(original_key(papers.document(document).sha256), long_report(2))
    with pytest.raises(Unavailable):
        jobs.read_document(str(document))
    assert papers.document(document).state == "received"
    store.put(io.BytesIO(content))
    jobs.read_document(str(document))
    assert (papers.document(document).state, papers.document(document).pages) == ("read", 1)


# The way to the server is cut in the middle of a body ------------------------------------------

HARD = pytest.mark.parametrize("hard", [False, True], ids=["closed", "reset"])


def heavy() -> bytes:
    """A paper of three pages and a megabyte that nothing makes smaller."""
    ballast = stream(random.Random(1).randbytes(1 << 20))
    pages = (plain(f"Page {n}. The agency keeps the passports.") for n in range(3))
    return pdf(*pages, objects=[ballast])


def places(papers: Papers, document: UUID) -> list[tuple[int, str, list[list[float]]]]:
    rows = papers.world.rows(tables.Page, document_id=document)
    return sorted((row.number, row.text, row.words) for row in rows)


@HARD
def test_an_original_that_is_cut_off_on_its_way_is_read_later(
    papers: Papers, world: World, wire: Wire, hard: bool
) -> None:
    document = papers.upload(heavy())
    wire.down, wire.hard = 1 << 19, hard
    with pytest.raises(Unavailable):
        jobs.read_document(str(document))
    assert wire.cuts
    row = papers.document(document)
    assert (row.state, row.failure, row.attempts) == ("received", None, 0)
    assert places(papers, document) == []
    wire.down = None
    papers.long_silent()
    clock.tick(house())
    assert len(world.rows(tables.Outbox, job="workers.jobs.read_document")) == 2
    jobs.read_document(str(document))
    assert papers.document(document).state == "read"
    assert [number for number, _, _ in places(papers, document)] == [1, 2, 3]


@HARD
def test_an_upload_that_is_cut_off_on_its_way_leaves_nothing_and_says_so(
    client: TestClient, papers: Papers, world: World, wire: Wire, bucket: S3, hard: bool
) -> None:
    wire.up, wire.hard = 1 << 19, hard
    code, words = sent(client, papers, heavy())
    assert wire.cuts
    assert (code, "All else that you saved is kept" in words) == (503, True)
    assert world.rows(tables.Document) == []
    assert list(files_at(bucket).keys()) == []
    wire.up = None
    assert sent(client, papers, heavy())[0] == 200
    jobs.read_document(str(only(world)))
    assert papers.document(only(world)).state == "read"


@HARD
def test_pictures_that_are_cut_off_on_their_way_are_stored_whole_later(
    papers: Papers, wire: Wire, bucket: S3, hard: bool
) -> None:
    document = papers.upload(pdf(*(plain(*["The agency keeps the passports."] * 30),) * 3))
    jobs.read_document(str(document))
    wire.up, wire.hard = 12_000, hard
    with pytest.raises(Unavailable):
        jobs.draw_document(str(document))
    assert wire.cuts
    row = papers.document(document)
    assert (row.state, row.drawn_version) == ("read", None)
    wire.up = None
    jobs.draw_document(str(document))
    assert papers.document(document).drawn_version is not None
    stored = [key for key, _ in files_at(bucket).keys("derived/")]
    assert len(stored) == 3
    for key in stored:
        found = files_at(bucket).open(key)
        assert found is not None
        with found:
            Image.open(io.BytesIO(found.read())).load()


@HARD
def test_a_print_that_is_cut_off_on_its_way_is_never_taken_for_a_bad_one(
    papers: Papers, wire: Wire, hard: bool
) -> None:
    """It would be dropped for good, and the pages with it."""
    content = docx("".join(p(f"Rad {n} i intyget om ämnen.") for n in range(90)))
    document = papers.upload(content, "intyg.docx")
    jobs.read_document(str(document))
    before = places(papers, document)
    assert len(before) > 1, "it was laid out"
    with papers.world.as_owner() as db:
        db.execute(delete(tables.Page))
        db.execute(update(tables.Document).values(state="received"))
    wire.down, wire.hard = 8_000, hard
    with pytest.raises(Unavailable):
        jobs.read_document(str(document))
    assert wire.cuts
    assert papers.document(document).state == "received"
    wire.down = None
    jobs.read_document(str(document))
    assert (papers.document(document).state, places(papers, document)) == ("read", before)
