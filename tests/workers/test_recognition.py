"""Pages that are pictures: on a queue of their own, claimed one by one, and told when they end."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from portal.data import tables
from portal.domain.evidence import Limits
from portal.services import flagging, recognition, sweeps
from portal.services.reading import PageToKeep
from tests.workers.conftest import Papers, Workers
from tests.workers.scans import SAID, document, pictured, printed
from tests.world import NOW, World
from workers import jobs
from workers.reading.document import READER_VERSION

LIMITS = Limits()
LATER = NOW + recognition.lease(LIMITS) + dt.timedelta(seconds=1)


def pages_of(papers: Papers, document_id: UUID) -> list[tables.Page]:
    rows = papers.world.rows(tables.Page, document_id=document_id)
    return sorted(rows, key=lambda row: row.number)


@pytest.fixture
def mixed(papers: Papers, working: None) -> UUID:
    """A paper of four pages, the first and the third pictures, whose text has been read."""
    one, two = printed("Policy of our house"), printed("Signed by the board")
    document_id = papers.upload(document(pictured(), one, pictured(), two))
    jobs.read_document(str(document_id))
    return document_id


def test_text_is_read_and_flagged_without_waiting_for_pictures(
    papers: Papers, mixed: UUID, world: World
) -> None:
    row = papers.document(mixed)
    assert (row.state, row.pages, row.pages_read) == ("recognising", 4, 4)
    assert (row.pages_pictured, row.pages_recognised) == (2, 0)
    assert [page.waiting for page in pages_of(papers, mixed)] == [True, False, True, False]
    jobs.flag_document(str(mixed))
    assert papers.document(mixed).flagged_at is not None
    assert world.rows(tables.Flag) == []


def test_what_was_recognised_is_flagged_at_the_end(
    papers: Papers, mixed: UUID, world: World
) -> None:
    jobs.flag_document(str(mixed))
    jobs.recognise_document(str(mixed))
    row = papers.document(mixed)
    assert (row.state, row.pages_recognised, row.flagged_at) == ("read", 2, None)
    assert [page.method for page in pages_of(papers, mixed)] == ["ocr", "text", "ocr", "text"]
    assert all(SAID in page.text for page in pages_of(papers, mixed)[0:3:2])
    jobs.flag_document(str(mixed))
    flags = sorted((flag.page, flag.quote) for flag in world.rows(tables.Flag))
    assert flags == [(1, SAID.rstrip(".")), (3, SAID.rstrip("."))]
    assert papers.document(mixed).flagged_at is not None


def test_two_workers_never_have_the_same_page(papers: Papers, mixed: UUID, world: World) -> None:
    claims = []
    for _ in range(3):
        with world.as_worker() as db:
            claims.append(recognition.claim_page(db, mixed, limits=LIMITS, now=NOW))
    assert [claim.number if claim else None for claim in claims] == [1, 3, None]


def test_the_estimate_knows_how_many_workers_are_at_pictures(
    papers: Papers, mixed: UUID, world: World
) -> None:
    now = dt.datetime.now(dt.UTC)
    with world.as_worker() as db:
        other = recognition.claim_page(db, mixed, limits=LIMITS, now=now)
        assert recognition.at_work(db, limits=LIMITS, now=now) == 1
        assert recognition.at_work(db, limits=LIMITS, now=LATER + (now - NOW)) == 0
    assert other is not None
    with capture_logs() as said:
        jobs.recognise_document(str(mixed))
    (took,) = (line["seconds"] for line in said if line["event"] == "page_recognised")
    (pace,) = (row for row in world.rows(tables.ReadingPace) if row.method == "picture")
    assert pace.seconds == pytest.approx(took / 2, abs=0.01)


def test_a_page_of_a_dead_worker_is_taken_over_and_kept_once(
    papers: Papers, mixed: UUID, world: World
) -> None:
    with world.as_worker() as db:
        dead = recognition.claim_page(db, mixed, limits=LIMITS, now=NOW)
    with world.as_worker() as db:
        heir = recognition.claim_page(db, mixed, limits=LIMITS, now=LATER)
    assert dead is not None
    assert heir is not None
    assert dead.number == heir.number == 1
    for claim, words, kept in ((dead, "late", False), (heir, "heir", True), (heir, "again", False)):
        with world.as_worker() as db:
            page = PageToKeep(
                number=1,
                method="ocr",
                quality=0.9,
                text=words,
                words=(),
                width=1,
                height=1,
                notes=(),
            )
            assert recognition.keep(db, claim, page, now=LATER) is kept
    assert pages_of(papers, mixed)[0].text == "heir"
    assert papers.document(mixed).pages_recognised == 1


def test_a_page_that_ends_its_workers_is_given_up_with_a_note(
    papers: Papers, mixed: UUID, world: World
) -> None:
    now = NOW
    numbers = []
    while papers.document(mixed).state == "recognising":
        with world.as_worker() as db:
            claim = recognition.claim_page(db, mixed, limits=LIMITS, now=now)
        numbers.append(claim.number if claim else None)
        now += recognition.lease(LIMITS) + dt.timedelta(seconds=1)
    assert numbers == [1, 1, 1, 3, 3, 3, None]
    assert [page.notes for page in pages_of(papers, mixed)[0:3:2]] == [["ocr_failed"]] * 2
    row = papers.document(mixed)
    assert (row.state, row.pages_recognised) == ("read", 2)


def test_a_page_with_text_of_its_own_that_ends_its_workers_is_one_of_text(
    papers: Papers, mixed: UUID, world: World
) -> None:
    with world.as_owner() as db:
        of_its_own = update(tables.Page).where(tables.Page.number == 1)
        db.execute(of_its_own.values(text="Own text.", quality=1.0, tries=recognition.TRIES))
    with world.as_worker() as db:
        claim = recognition.claim_page(db, mixed, limits=LIMITS, now=NOW)
    assert claim is not None
    assert (claim.number, claim.quality) == (3, 0.0)
    first, *_ = pages_of(papers, mixed)
    assert (first.method, first.waiting, first.notes) == ("text", False, ["picture_unread"])
    assert papers.document(mixed).pages_recognised == 1


def test_pictures_above_the_limit_are_told_and_not_waited_for(
    papers: Papers, working: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERLAG_LIMIT_OCR_PAGES", "1")
    document_id = papers.upload(document(pictured(), printed("Between"), pictured()))
    jobs.read_document(str(document_id))
    first, _, last = pages_of(papers, document_id)
    assert (first.waiting, first.notes) == (True, [])
    assert (last.waiting, last.notes) == (False, ["ocr_limit"])
    assert papers.document(document_id).pages_pictured == 1


def test_where_nothing_can_recognise_the_document_ends_and_says_so(
    papers: Papers, mixed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.reading.ocr.languages", lambda: None)
    jobs.recognise_document(str(mixed))
    assert papers.document(mixed).state == "read"
    assert [page.notes for page in pages_of(papers, mixed)[0:3:2]] == [["without_ocr"]] * 2


def test_a_long_document_lets_others_in_after_some_pages(
    papers: Papers, mixed: UUID, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.recognising.BATCH", 1)
    papers.ring()
    jobs.recognise_document(str(mixed))
    assert papers.document(mixed).state == "recognising"
    rung = [bell for bell in world.rows(tables.Outbox) if bell.job.endswith("recognise_document")]
    assert len(rung) == 2
    jobs.recognise_document(str(mixed))
    assert papers.document(mixed).state == "read"


def test_flags_of_pages_that_have_changed_meanwhile_replace_nothing(
    papers: Papers, mixed: UUID, world: World
) -> None:
    with world.as_worker() as db:
        before = flagging.pages_to_flag(db, mixed)
    assert before is not None
    jobs.recognise_document(str(mixed))
    with world.as_worker() as db:
        assert flagging.replace_flags(db, mixed, before, [], version="v", now=NOW) is None
    assert papers.document(mixed).flagged_at is None


def test_workers_as_they_run_recognise_each_page_once(
    papers: Papers, workers: Workers, world: World
) -> None:
    two = [
        papers.upload(document(pictured(), printed("Text"), pictured(), mark=mark), f"{mark}.pdf")
        for mark in ("one", "two")
    ]
    workers.start("read", "flag", "ocr", "ocr")
    workers.until(lambda: all(papers.document(each).state == "read" for each in two))
    workers.until(lambda: papers.flagged(*two))
    for each in two:
        assert [page.method for page in pages_of(papers, each)] == ["ocr", "text", "ocr"]
        assert {page.tries for page in pages_of(papers, each)} == {0, 1}
    flags = [(flag.document_id, flag.page) for flag in world.rows(tables.Flag)]
    assert sorted(flags) == sorted((each, page) for each in two for page in (1, 3))


def bells(world: World, job: str) -> int:
    return sum(bell.job == f"workers.jobs.{job}" for bell in world.rows(tables.Outbox))


def test_the_clock_rings_again_for_pictures_that_nobody_takes(
    papers: Papers, mixed: UUID, world: World
) -> None:
    before = bells(world, "recognise_document")
    now = dt.datetime.now(dt.UTC)
    with world.as_worker() as db:
        assert sweeps.ring_for_pictures(db, limits=LIMITS, now=now) == 0
    with world.as_worker() as db:
        late = now + recognition.lease(LIMITS) + dt.timedelta(seconds=5)
        assert sweeps.ring_for_pictures(db, limits=LIMITS, now=late) == 1
    assert bells(world, "recognise_document") == before + 1


def infect(world: World, word: str) -> None:
    """Let a scanner have said this of every document."""
    with world.as_owner() as db:
        db.execute(update(tables.Document).values(malware=word))


def test_what_an_older_reader_read_is_read_again_while_no_other_waits(
    papers: Papers, mixed: UUID, world: World
) -> None:
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)

    def put_back(version: str) -> int:
        with world.as_worker() as db:
            return sweeps.put_back_older(db, version=version, now=later)

    assert put_back("pdf-next") == 0, "it is still being read"
    jobs.recognise_document(str(mixed))
    assert put_back(READER_VERSION) == 0
    infect(world, "infected")
    assert put_back("pdf-next") == 0
    infect(world, "clean")
    assert put_back("pdf-next") == 1
    assert papers.document(mixed).state == "received"
    jobs.read_document(str(mixed))
    assert papers.document(mixed).state == "read", "the same version keeps its pages"
