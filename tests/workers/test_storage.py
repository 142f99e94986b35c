"""A paper's way over a real S3 server, and what becomes of it when the server is away."""

import io
from collections.abc import Iterator
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from portal.data import tables
from portal.data.files import files_at, original_key
from portal.demo.documents.long import long_report
from portal.errors import Unavailable
from portal.settings import S3, read_settings
from portal.web.app import create_app
from tests.ceph import Gateway
from tests.workers.conftest import Papers
from tests.world import World
from workers import clock, jobs
from workers.house import house


@pytest.fixture
def environment(environment: dict[str, str], bucket: S3) -> dict[str, str]:
    """The environment of a process whose files lie on an S3 server."""
    return environment | {
        "UNDERLAG_FILES": f"s3://{bucket.bucket}",
        "UNDERLAG_S3_ENDPOINT": bucket.endpoint,
        "UNDERLAG_S3_ACCESS_KEY": bucket.access_key,
        "UNDERLAG_S3_SECRET_KEY": bucket.secret_key,
        "UNDERLAG_S3_SECURE": "False",
    }


@pytest.fixture(autouse=True)
def working(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lets a test do jobs itself, as a worker does."""
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    house.cache_clear()
    yield
    house().engine.dispose()
    house.cache_clear()


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
