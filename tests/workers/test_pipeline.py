"""A paper's way: received, read, flagged, held against the answers; and what must not stop it."""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import redis
from rq import Queue
from rq.serializers import JSONSerializer

from portal import embedded
from portal.data import tables
from portal.data.session import migrate
from portal.demo import story
from portal.demo.documents import DOCUMENTS, Fact
from portal.demo.documents.long import long_report, long_report_facts
from portal.services import installation
from portal.settings import read_settings
from tests.database import Database
from tests.workers.conftest import Papers, Workers, queue_is_quiet
from tests.world import World
from workers import clock
from workers.house import House

PAGES = 50


@dataclass(frozen=True)
class Told:
    """What stands in the database once the story's papers have been read and flagged."""

    documents: dict[str, tables.Document]
    flags: dict[str, list[tables.Flag]]
    pages: dict[str, dict[int, str]]
    found: set[tuple[str, str]]
    decided: list[tables.FlagDecision]

    def says(self, document: str, fact: Fact) -> list[tables.Flag]:
        """The flags on a fact's words."""
        words = squeezed(fact.words)
        return [
            flag
            for flag in self.flags[document]
            if flag.page == fact.page
            and (squeezed(flag.quote) in words or words in squeezed(flag.quote))
        ]


def squeezed(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


@pytest.fixture(scope="module")
def told(
    servers: embedded.Servers,
    new_database: Callable[[], Database],
    tmp_path_factory: pytest.TempPathFactory,
) -> Told:
    """The demonstration's story after the workers have worked on it."""
    database, folder = new_database(), tmp_path_factory.mktemp("told")
    files = folder / "files"
    files.mkdir()
    environment = servers.environment(
        files=files, base_url="http://testserver", database=database.name
    )
    with redis.Redis.from_url(servers.redis_url) as client:
        client.flushall()
    installation.bring_up_to_date(database.owner_url)
    settings = read_settings(environment)
    story.load(settings)
    world, workers = World(database), Workers(environment, folder)
    try:
        workers.start("read", "ocr", "flag", "clock")
        workers.until(lambda: all(d.state == "read" for d in world.rows(tables.Document)))
        workers.until(lambda: all(d.flagged_at for d in world.rows(tables.Document)))
        workers.until(lambda: all(bell.rung_at for bell in world.rows(tables.Outbox)))
        workers.until(lambda: queue_is_quiet(servers.redis_url, "flag"))
    finally:
        # Before the next test: they would take its bells, for all share one queue server.
        workers.stop()
    for _ in range(2):
        story.decide(settings, Event())
    told = collected(world)
    world.close()
    return told


def collected(world: World) -> Told:
    documents = {row.id: row for row in world.rows(tables.Document)}
    flags: dict[str, list[tables.Flag]] = {row.name: [] for row in documents.values()}
    for flag in world.rows(tables.Flag):
        flags[documents[flag.document_id].name].append(flag)
    pages: dict[str, dict[int, str]] = {row.name: {} for row in documents.values()}
    for page in world.rows(tables.Page):
        pages[documents[page.document_id].name][page.number] = page.text
    found = {
        (row.question_id, documents[row.document_id].name)
        for row in world.rows(tables.Finding)
        if row.document_id is not None
    }
    decided = world.rows(tables.FlagDecision)
    return Told({row.name: row for row in documents.values()}, flags, pages, found, decided)


def test_every_paper_of_the_story_is_read_whole_and_flagged(told: Told) -> None:
    assert set(told.documents) == {document.name for document in DOCUMENTS}
    assert {row.state for row in told.documents.values()} == {"read"}
    assert {row.failure for row in told.documents.values()} == {None}
    for name, row in told.documents.items():
        assert sorted(told.pages[name]) == list(range(1, (row.pages or 0) + 1))


def test_every_flag_is_pinned_to_its_words(told: Told) -> None:
    for name, flags in told.flags.items():
        for flag in flags:
            assert told.pages[name][flag.page][flag.start : flag.end] == flag.quote
            assert flag.boxes
            for x0, y0, x1, y1 in flag.boxes:
                assert 0 <= x0 < x1 <= 1
                assert 0 <= y0 < y1 <= 1


def test_most_of_what_the_papers_say_is_flagged_where_it_stands(told: Told) -> None:
    facts = [(each.name, fact) for each in DOCUMENTS for fact in each.expected]
    topics = [
        any(flag.topic == fact.topic for flag in told.says(name, fact)) for name, fact in facts
    ]
    assert sum(topics) >= 0.7 * len(facts)


def test_nearly_every_printed_paper_has_flags_on_the_expected_pages(told: Told) -> None:
    whole = [
        each.name
        for each in DOCUMENTS
        if {fact.page for fact in each.expected} <= {flag.page for flag in told.flags[each.name]}
    ]
    assert len(whole) >= 0.75 * len(DOCUMENTS)


def exact(name: str, words: str, value: dict[str, str]) -> Any:
    return pytest.param(name, words, value, id=words[:30])


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        exact("SDS_FlexPrint_410.pdf", "Bis(2-ethylhexyl) phthalate", {"cas": "117-81-7"}),
        exact("provningsrapport_VP-26-00817.pdf", "DEHP | 117-81-7", {"cas": "117-81-7"}),
        exact("auditrapport_vinhphuc.pdf", "The agency keeps the passports", {}),
        exact(
            "auditrapport_vinhphuc.pdf",
            "Time records showed up to 72 hours",
            {"hours_per_week": "72"},
        ),
        exact("DoC_KD-27U4.pdf", "The apparatus is assembled in Suzhou", {"country": "CN"}),
    ],
)
def test_the_gravest_words_are_flagged_exactly(
    told: Told, name: str, words: str, value: dict[str, str]
) -> None:
    document = next(each for each in DOCUMENTS if each.name == name)
    fact = next(each for each in document.expected if each.words.startswith(words))
    flags = [
        flag
        for flag in told.says(name, fact)
        if (flag.topic, flag.stance) == (fact.topic, fact.stance)
    ]
    assert any(value.items() <= flag.value.items() for flag in flags), [f.value for f in flags]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("RD-01", "auditrapport_vinhphuc.pdf"),
        ("LAB-01", "auditrapport_vinhphuc.pdf"),
        ("P3-01", "auditrapport_vinhphuc.pdf"),
        ("CH-01", "SDS_FlexPrint_410.pdf"),
        ("TR-01", "fabrikslista_2026.pdf"),
        ("LAB-01", "BSCI_HA-25-3390.pdf"),
        ("CH-01", "provningsrapport_VP-26-00817.pdf"),
        ("TR-04", "hallbarhetspolicy.pdf"),
        ("CH-01", "intyg_kandidatamnen_mobler.pdf"),
        ("RD-01", "SMETA_cerro_alto.pdf"),
        ("TR-01", "DoC_KD-27U4.pdf"),
    ],
)
def test_an_answer_meets_the_paper_that_speaks_against_it(
    told: Told, question: str, name: str
) -> None:
    assert (question, name) in told.found


def test_reviewers_of_the_story_have_decided_some_flags_once(told: Told) -> None:
    assert {"confirmed", "rejected"} <= {row.decision for row in told.decided}
    assert len({row.reviewer_name for row in told.decided}) == 2
    assert len({(row.sha256, row.key) for row in told.decided}) == len(told.decided)
    keys = {flag.key for flags in told.flags.values() for flag in flags}
    assert {row.key for row in told.decided} < keys


def pages_of(papers: Papers) -> dict[int, tables.Page]:
    return {page.number: page for page in papers.world.rows(tables.Page)}


def read_times(papers: Papers) -> dict[int, dt.datetime]:
    return {number: page.read_at for number, page in pages_of(papers).items()}


def check_whole(papers: Papers) -> None:
    """The long report stands read and flagged: each page once, each planted fact once."""
    (document,) = papers.world.rows(tables.Document)
    assert document.state == "read"
    assert document.pages_read == PAGES
    assert sorted(page.number for page in papers.world.rows(tables.Page)) == list(
        range(1, PAGES + 1)
    )
    flags = papers.world.rows(tables.Flag)
    places = [(flag.page, flag.start, flag.end, flag.topic, str(flag.value)) for flag in flags]
    assert len(set(places)) == len(places)
    for fact in long_report_facts(PAGES):
        hours = [
            flag
            for flag in flags
            if (flag.page, flag.topic) == (fact.page, fact.topic)
            and squeezed(fact.words) in squeezed(flag.quote)
        ]
        assert len(hours) == 1


def test_a_reader_that_is_killed_is_followed_by_one_that_goes_on(
    workers: Workers, papers: Papers, here: House
) -> None:
    papers.upload(long_report(PAGES))
    (reader,) = workers.start("read")
    workers.until(lambda: len(read_times(papers)) >= 7)
    workers.kill(reader)
    before = read_times(papers)
    assert 7 <= len(before) < PAGES
    (document,) = papers.world.rows(tables.Document)
    assert document.state == "reading"

    papers.long_silent()
    clock.tick(here)
    workers.start("read", "flag")
    workers.until(lambda: papers.flagged(document.id))

    check_whole(papers)
    after = read_times(papers)
    assert {number: after[number] for number in before} == before


def test_an_emptied_queue_loses_nothing(
    workers: Workers, papers: Papers, here: House, redis_url: str
) -> None:
    waiting = [papers.upload(long_report(pages), f"{pages}.pdf") for pages in (1, 2)]
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    clock.tick(here)
    assert queue_is_quiet(redis_url, "read"), "it was rung for before it had waited long"
    papers.long_silent()
    clock.tick(here)
    workers.start("read", "flag")
    workers.until(lambda: papers.flagged(*waiting))

    # The queue is emptied under workers that live: they go on with what comes after.
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    late = papers.upload(long_report(3), "3.pdf")
    workers.until(lambda: papers.flagged(late))


@pytest.fixture
def own_servers() -> Iterator[embedded.Servers]:
    """Servers that a test may stop."""
    folder = Path(tempfile.mkdtemp(prefix="underlag-tests-"))
    try:
        with embedded.servers(folder, durable=False) as running:
            yield running
    finally:
        embedded.erase(folder)


def test_a_database_that_goes_away_in_the_middle_is_waited_for(
    own_servers: embedded.Servers, tmp_path: Path
) -> None:
    database = Database(
        name="underlag",
        owner_url=own_servers.owner_url,
        app_url=own_servers.app_url,
        worker_url=own_servers.worker_url,
        superuser_url=own_servers.superuser_url,
    )
    migrate(database.owner_url)
    files = tmp_path / "files"
    files.mkdir()
    environment = own_servers.environment(files=files, base_url="http://testserver")
    world, workers = World(database), Workers(environment, tmp_path)
    try:
        workers.start("read", "flag", "clock")
        workers.until(lambda: workers.alive("read", "flag", "clock"))
        papers = Papers(world, read_settings(environment))
        document = papers.upload(long_report(PAGES))
        workers.until(lambda: len(read_times(papers)) >= 7)
        assert papers.document(document).state == "reading"
        own_servers.database.stop()
        own_servers.database.start()
        papers.long_silent()
        workers.until(lambda: papers.flagged(document))
        check_whole(papers)
    finally:
        workers.stop()
        world.close()


def test_a_foreign_job_in_the_queue_is_refused(
    workers: Workers, papers: Papers, redis_url: str, tmp_path: Path
) -> None:
    made = tmp_path / "made-by-a-stranger"
    with redis.Redis.from_url(redis_url) as client:
        queue = Queue("read", connection=client, serializer=JSONSerializer)
        queue.enqueue_call("os.mkdir", args=(str(made),))
        document = papers.upload(long_report(1))
        workers.start("read", "flag")
        workers.until(lambda: papers.flagged(document))
        assert not made.exists()
        assert queue.failed_job_registry.count == 1
