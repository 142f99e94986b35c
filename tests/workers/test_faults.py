"""Faults at every step: each document ends in its right state, and each page stands once."""

import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
import redis
from rq import Queue
from rq.serializers import JSONSerializer

from portal.data import queues, tables
from portal.data.files import files_at, picture_key
from portal.domain.evidence import FailureCode
from portal.errors import Unavailable
from tests.database import Database
from tests.workers.conftest import Papers, Workers, in_session
from tests.workers.reading.made import Sheet, greedy_page, pdf, plain
from tests.workers.scans import document, pictured, printed
from workers import clock, jobs
from workers.house import House
from workers.reading import document as paper
from workers.reading.events import Event, PageRead

LONG = 40


def long_paper() -> bytes:
    return pdf(*(plain(f"Page {n}. The agency keeps the passports.") for n in range(LONG)))


def numbers(papers: Papers, document_id: UUID) -> list[int]:
    return sorted(row.number for row in papers.world.rows(tables.Page, document_id=document_id))


def methods(papers: Papers, document_id: UUID) -> list[str]:
    rows = papers.world.rows(tables.Page, document_id=document_id)
    return [row.method for row in sorted(rows, key=lambda row: row.number)]


def drawn(papers: Papers, document_id: UUID) -> list[int]:
    """The pages whose picture lies in storage."""
    row, files = papers.document(document_id), files_at(papers.settings.files)
    found = []
    for number in range(1, (row.pages or 0) + 1):
        if (stored := files.open(picture_key(row.sha256, number))) is not None:
            stored.close()
            found.append(number)
    return found


def whole(papers: Papers, document_id: UUID) -> bool:
    """Whether a document has been read, flagged and drawn to its end."""
    row = papers.document(document_id)
    return row.state == "read" and row.flagged_at is not None and row.drawn_version is not None


def stands_once(papers: Papers, document_id: UUID) -> None:
    row = papers.document(document_id)
    assert whole(papers, document_id)
    every = list(range(1, (row.pages or 0) + 1))
    assert numbers(papers, document_id) == every
    assert row.pages_read == row.pages
    assert drawn(papers, document_id) == every
    flags = papers.world.rows(tables.Flag, document_id=document_id)
    places = [(flag.page, flag.start, flag.end, flag.topic) for flag in flags]
    assert places
    assert len(set(places)) == len(places)


# A child that is killed costs its page; five of them end the document ------------------------


@pytest.mark.parametrize(
    ("bombs", "ending"),
    [
        (1, ("partial", None, [1, 3, 4])),
        (4, ("partial", None, [1, 6, 7])),
        (5, ("partial", FailureCode.TOO_MANY_LOST, [1])),
    ],
)
def test_a_killed_child_costs_its_page_and_five_end_the_document(
    papers: Papers,
    working: None,
    monkeypatch: pytest.MonkeyPatch,
    bombs: int,
    ending: tuple[str, FailureCode | None, list[int]],
) -> None:
    state, failure, kept = ending
    monkeypatch.setenv("UNDERLAG_LIMIT_MEMORY_MEGABYTES", "60")
    sheets: list[Sheet] = [plain("first"), *[greedy_page()] * bombs, plain("then"), plain("last")]
    document_id = papers.upload(pdf(*sheets))
    jobs.read_document(str(document_id))
    row = papers.document(document_id)
    assert (row.state, row.failure) == (state, failure)
    found = methods(papers, document_id)
    assert [n for n, method in enumerate(found, start=1) if method == "text"] == kept
    assert found.count("lost") == bombs
    assert numbers(papers, document_id) == list(range(1, len(found) + 1))


# A killed process, or a database that throws everyone out, in the middle -----------------------


def kill_the_job(session: int, _database: Database) -> None:
    """The job, and not its worker: the child that RQ has forked."""
    children = Path(f"/proc/{session}/task/{session}/children").read_text().split()
    assert children
    for child in children:
        os.kill(int(child), signal.SIGKILL)


def kill_the_worker(session: int, _database: Database) -> None:
    """The worker; what it has begun ends with it."""
    os.kill(session, signal.SIGKILL)


def throw_out(_session: int, database: Database) -> None:
    """Every connection of the workers to the database, while the server goes on."""
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where usename = 'worker' and datname = current_database()"
        )


Fault = Callable[[int, Database], None]


@pytest.mark.usefixtures("working")
@pytest.mark.parametrize(
    ("step", "fault"),
    [
        ("read", kill_the_job),
        ("read", throw_out),
        ("ocr", kill_the_worker),
        ("ocr", throw_out),
        ("draw", kill_the_job),
    ],
)
def test_what_is_stopped_in_the_middle_goes_on_where_it_was(
    papers: Papers, workers: Workers, here: House, database: Database, step: str, fault: Fault
) -> None:
    content = long_paper() if step != "ocr" else document(*[pictured()] * 4, printed("End."))
    document_id = papers.upload(content)
    if step != "read":
        jobs.read_document(str(document_id))
    (worker,) = workers.start(step)
    workers.until(lambda: len(done(papers, document_id, step)) >= 2)
    fault(worker.pid, database)
    workers.kill(worker)
    kept = done(papers, document_id, step)
    assert len(kept) < (4 if step == "ocr" else LONG), "it was too late to stop anything"

    go_on(papers, here, document_id)
    after = done(papers, document_id, step)
    assert {number: after[number] for number in kept} == kept, "it was done once more"
    stands_once(papers, document_id)


@pytest.mark.usefixtures("working")
def test_a_worker_whose_nest_is_killed_reads_on_and_has_another_for_its_next_job(
    papers: Papers, workers: Workers
) -> None:
    lines = ["The agency keeps the passports of all its workers in a safe."] * 40
    document_id = papers.upload(pdf(*(plain(f"Page {n}", *lines) for n in range(5 * LONG))))
    (worker,) = workers.start("read")
    workers.until(lambda: len(done(papers, document_id, "read")) >= 2)
    (first,) = nests_of(worker.pid)
    os.kill(first, signal.SIGKILL)
    assert len(done(papers, document_id, "read")) < 5 * LONG, "it was too late to stop anything"
    workers.until(lambda: papers.document(document_id).state == "read")
    assert numbers(papers, document_id) == list(range(1, 5 * LONG + 1))
    assert set(methods(papers, document_id)) == {"text"}

    next_one = papers.upload(long_paper(), "next.pdf")
    workers.until(lambda: papers.document(next_one).state == "read")
    (second,) = nests_of(worker.pid)
    assert second != first


def nests_of(worker: int) -> list[int]:
    """The living nests that a worker has started itself."""
    return [pid for pid in in_session(worker) if _is_nest_of(worker, pid)]


def _is_nest_of(worker: int, pid: int) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]
    except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
        return False
    return b"workers.reading" in command and int(parent) == worker


def done(papers: Papers, document_id: UUID, step: str) -> dict[int, object]:
    """The pages that a step has done, each with when."""
    if step == "draw":
        return dict.fromkeys(drawn(papers, document_id))
    rows = papers.world.rows(tables.Page, document_id=document_id)
    return {row.number: row.read_at for row in rows if step == "read" or row.method == "ocr"}


def go_on(papers: Papers, here: House, *ids: UUID) -> None:
    """Work on with nothing but what the clock finds: between all steps the queue is emptied."""
    for _ in range(10):
        if all(whole(papers, each) for each in ids):
            return
        taken(papers.settings.redis_url)  # and thrown away: they were never there
        papers.long_silent()
        clock.tick(here)
        for name, thing in taken(papers.settings.redis_url):
            getattr(jobs, name)(thing)
    pytest.fail(f"{[papers.document(each).state for each in ids]} after ten rounds")


# Storage that goes away, or is full -----------------------------------------------------------


@contextmanager
def away(folder: Path) -> Iterator[None]:
    """A disk that is not there for a while."""
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    yield
    elsewhere.rename(folder)


@contextmanager
def full(bytes_left: int) -> Iterator[None]:
    """A disk that takes no file larger than so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("working")
def test_storage_that_is_away_at_the_opening_is_waited_for(papers: Papers, files: Path) -> None:
    document_id = papers.upload(pdf(plain("The agency keeps the passports.")))
    with away(files), pytest.raises(Unavailable):
        jobs.read_document(str(document_id))
    row = papers.document(document_id)
    assert (row.state, row.failure) == ("received", None)
    jobs.read_document(str(document_id))
    assert papers.document(document_id).state == "read"
    with away(files), pytest.raises(Unavailable):
        jobs.draw_document(str(document_id))
    assert papers.document(document_id).drawn_version is None
    jobs.draw_document(str(document_id))
    assert drawn(papers, document_id) == [1]


@pytest.mark.usefixtures("working")
def test_storage_that_goes_while_a_document_is_read_costs_nothing(
    papers: Papers, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes were fetched before: the reading goes on to its end."""
    document_id = papers.upload(pdf(plain("One."), plain("Two."), plain("Three.")))
    reader, gone = paper.read_document, away(files)

    def reading(*args: Any, **options: Any) -> Iterator[Event]:  # Any: passed on as it came
        for event in reader(*args, **options):
            if isinstance(event, PageRead) and event.number == 2:
                gone.__enter__()
            yield event

    monkeypatch.setattr(paper, "read_document", reading)
    jobs.read_document(str(document_id))
    gone.__exit__(None, None, None)
    assert papers.document(document_id).state == "read"
    assert numbers(papers, document_id) == [1, 2, 3]


@pytest.mark.usefixtures("working")
def test_storage_that_is_away_when_pictures_are_to_be_read_is_waited_for(
    papers: Papers, files: Path
) -> None:
    document_id = papers.upload(document(pictured()))
    jobs.read_document(str(document_id))
    with away(files), pytest.raises(Unavailable):
        jobs.recognise_document(str(document_id))
    assert papers.document(document_id).state == "recognising"
    jobs.recognise_document(str(document_id))
    assert papers.document(document_id).state == "read"
    assert methods(papers, document_id) == ["ocr"]


@pytest.mark.usefixtures("working")
def test_a_disk_that_is_full_when_pictures_are_stored_touches_no_text(papers: Papers) -> None:
    content = pdf(*(plain(*["The agency keeps the passports of its workers."] * 30),) * 2)
    document_id = papers.upload(content)
    jobs.read_document(str(document_id))
    jobs.flag_document(str(document_id))
    with full(len(content) + 100), pytest.raises(Unavailable):
        jobs.draw_document(str(document_id))
    row = papers.document(document_id)
    assert (row.state, row.drawn_version) == ("read", None)
    assert drawn(papers, document_id) == []
    assert all(page.text for page in papers.world.rows(tables.Page))
    jobs.draw_document(str(document_id))
    stands_once(papers, document_id)


# A queue that is emptied after every single step ----------------------------------------------


def taken(redis_url: str) -> list[tuple[str, str]]:
    """The jobs that wait, taken from all queues: what to call, with which id."""
    with redis.Redis.from_url(redis_url) as client:
        waiting = [
            (str(job.func_name).rpartition(".")[2], str(job.args[0]))
            for name in queues.QUEUES
            for job in Queue(name, connection=client, serializer=JSONSerializer).jobs
        ]
        client.flushall()
    return waiting


@pytest.mark.usefixtures("working")
def test_a_queue_emptied_between_all_steps_loses_nothing(papers: Papers, here: House) -> None:
    both = [
        papers.upload(pdf(plain("The agency keeps the passports.")), "text.pdf"),
        papers.upload(document(pictured(), printed("End.")), "mixed.pdf"),
    ]
    go_on(papers, here, *both)
    for each in both:
        stands_once(papers, each)
