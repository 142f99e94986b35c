"""With a virus scanner set up, nothing is read or handed out before its word."""

from uuid import UUID

import pytest
from starlette.testclient import TestClient

from portal.data import tables
from portal.demo.documents.long import long_report
from portal.domain.access import Actor, Role
from portal.domain.evidence import FailureCode
from portal.errors import Unavailable
from portal.settings import read_settings
from portal.texts import translate
from portal.web.app import create_app
from tests.clamd import HARMFUL, Daemon
from tests.workers.conftest import Papers
from tests.world import NOW, World
from workers import clock, jobs
from workers.house import house

SHUT = "waiting for the virus scanner"


@pytest.fixture
def scanned(working: None, clamd: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with a scanner."""
    set_up(clamd, monkeypatch)


def set_up(clamd: Daemon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERLAG_CLAMD", clamd.scanner.address)
    house().engine.dispose()
    house.cache_clear()


def saved(papers: Papers, actor: Actor, document_id: UUID) -> tuple[int, str]:
    """What a person gets who wants to save the original."""
    app = create_app(read_settings())
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        client.cookies.set("underlag", papers.world.session(actor))
        reply = client.get(f"/documents/{document_id}/original")
    return reply.status_code, reply.text


def asked(world: World, job: str) -> list[UUID]:
    """The documents that a job has been asked for, as often as it has."""
    return [bell.subject_id for bell in world.rows(tables.Outbox, job=job)]


def test_what_is_clean_is_read_and_handed_out(scanned: None, papers: Papers) -> None:
    document = papers.upload(long_report(2))
    assert saved(papers, papers.actor, document)[0] == 503
    jobs.read_document(str(document))
    row = papers.document(document)
    assert (row.malware, row.state, row.pages_read) == ("clean", "read", 2)
    assert saved(papers, papers.actor, document)[0] == 200


def test_without_a_scanner_nothing_changes(working: None, papers: Papers) -> None:
    document = papers.upload(long_report(1) + HARMFUL)
    assert saved(papers, papers.actor, document)[0] == 200
    jobs.read_document(str(document))
    row = papers.document(document)
    assert (row.malware, row.state) == ("unscanned", "read")


def test_what_is_infected_is_not_read_and_nobody_gets_it(
    scanned: None, papers: Papers, world: World
) -> None:
    document = papers.upload(long_report(1) + HARMFUL)
    jobs.read_document(str(document))
    row = papers.document(document)
    assert (row.malware, row.state, row.failure) == ("infected", "failed", "infected")
    assert (row.pages, world.rows(tables.Page), world.rows(tables.Flag)) == (None, [], [])
    for language in ("sv", "en"):
        person = world.person(papers.actor.organisation_id, Role.SUPPLIER_EDITOR, language=language)
        code, words = saved(papers, person, document)
        assert code == 404
        assert translate(language, FailureCode.INFECTED.sentence)[:40] in words
    # It stays shut where the scanner is taken away again, and is never read again.
    with world.as_owner() as db:
        db.get_one(tables.Document, document).reader_version = "older"
    papers.long_silent()
    clock.tick(house())
    assert papers.document(document).state == "failed"


def test_a_buyer_never_sees_what_is_infected(scanned: None, papers: Papers, world: World) -> None:
    document = papers.upload(long_report(1) + HARMFUL)
    buyer = world.rows(tables.Assessment)[0].buyer_id
    reviewer = world.person(buyer, Role.REVIEWER)
    hand_in(world, papers, document)
    assert saved(papers, reviewer, document)[0] == 503
    jobs.read_document(str(document))
    assert saved(papers, reviewer, document)[0] == 404


def hand_in(world: World, papers: Papers, document: UUID) -> None:
    row = world.rows(tables.Assessment)[0]
    parties = {"buyer_id": row.buyer_id, "supplier_id": row.supplier_id}
    with world.as_owner() as db:
        submission = tables.Submission(
            **parties,
            assessment_id=row.id,
            number=1,
            answers={},
            content_hash="",
            submitted_by=papers.actor.user_id,
            submitted_by_name="Anna",
            submitted_at=NOW,
            late=False,
        )
        db.add(submission)
        db.flush()
        db.add(
            tables.SubmissionEvidence(
                **parties, submission_id=submission.id, question_id="T-01", document_id=document
            )
        )


def test_a_scanner_that_is_away_makes_papers_wait_and_none_pass(
    scanned: None, papers: Papers, clamd: Daemon, world: World
) -> None:
    document = papers.upload(long_report(2))
    clamd.server.stop()
    for _ in range(7):  # more often than a document that ends its readers is tried
        with pytest.raises(Unavailable):
            jobs.read_document(str(document))
    row = papers.document(document)
    assert (row.malware, row.state, row.attempts) == ("waiting", "received", 0)
    assert world.rows(tables.Page) == []
    code, words = saved(papers, papers.actor, document)
    assert (code, SHUT in words) == (503, True)
    papers.long_silent()
    clock.tick(house())
    assert asked(world, "workers.jobs.read_document") == [document, document]
    clamd.server.start()
    jobs.read_document(str(document))
    assert (papers.document(document).malware, papers.document(document).state) == ("clean", "read")


def test_what_was_read_before_there_was_a_scanner_is_judged_once_there_is_one(
    working: None,
    papers: Papers,
    clamd: Daemon,
    world: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good, bad = papers.upload(long_report(1)), papers.upload(long_report(2) + HARMFUL)
    for document in (good, bad):
        jobs.read_document(str(document))
        jobs.flag_document(str(document))
    assert {fact.document_id for fact in world.rows(tables.DocumentFact)} == {good, bad}
    set_up(clamd, monkeypatch)
    assert saved(papers, papers.actor, good)[0] == 503
    papers.long_silent()
    clock.tick(house())
    assert set(asked(world, "workers.jobs.scan_document")) == {good, bad}
    clamd.server.stop()
    with pytest.raises(Unavailable):
        jobs.scan_document(str(good))
    assert papers.document(good).malware == "waiting"
    clamd.server.start()
    for document in (good, bad):
        jobs.scan_document(str(document))
    assert saved(papers, papers.actor, good)[0] == 200
    assert saved(papers, papers.actor, bad)[0] == 404
    assert papers.document(good).state == "read"
    assert papers.document(bad).state == "failed"
    assert {page.document_id for page in world.rows(tables.Page)} == {good}
    assert {fact.document_id for fact in world.rows(tables.DocumentFact)} == {good}
    assert bad not in {flag.document_id for flag in world.rows(tables.Flag)}
