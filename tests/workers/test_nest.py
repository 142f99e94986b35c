"""The nest: what it and its children know, when they end, and what comes after it."""

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest

from portal.domain.evidence import DocumentState, Limits
from tests.workers import within
from tests.workers.conftest import until
from tests.workers.reading.made import pdf, plain
from tests.workers.within import SMALL, InTheChild, child, given
from workers import nest, sandbox
from workers.nest import Work
from workers.reading.begun import shared
from workers.reading.document import draw_page, read_document
from workers.reading.events import Ended, PageRead
from workers.sandbox import Exit

SECRETIVE: Final = ("nlp", "sqlalchemy", "psycopg", "minio", "redis", "rq")
MARK: Final = "underlag-secret-"


# What they know --------------------------------------------------------------------------------


def test_it_has_loaded_the_readers_and_nothing_that_holds_secrets() -> None:
    with child(within.loaded) as started:
        found = json.loads(started.receive(seconds=10, most=100_000) or b"[]")
    assert {"workers.reading.page", "workers.reading.drawing", "pypdfium2"} <= set(found)
    assert not {name.partition(".")[0] for name in found} & set(SECRETIVE)
    ours = {".".join(name.split(".")[:2]) for name in found if name.startswith("portal.")}
    assert ours == {"portal.domain", "portal.errors", "portal.texts"}


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A secret in this process's environment, from before it has a nest."""
    secret = MARK + uuid4().hex
    monkeypatch.setenv("UNDERLAG_S3_SECRET_KEY", secret)
    nest.end()
    yield secret
    nest.end()


def test_no_secret_of_its_worker_is_in_its_environment(secret: str) -> None:
    environment = Path(f"/proc/{nest.stand_by()}/environ").read_text()
    assert secret not in environment
    names = {entry.partition("=")[0] for entry in environment.strip("\0").split("\0")}
    told = {name for name in names if not name.startswith("MALLOC_")}
    assert told == {"PATH", "LC_ALL", "PYTHONPATH"}


def test_no_secret_of_its_worker_is_in_the_memory_of_a_child(secret: str) -> None:
    told = MARK + "0" * 32  # with the request: so much would be found
    maps = InTheChild(Path.read_text, Path("/proc/self/maps"))
    work = partial(within.marks_found, told=told, maps=maps)
    with child(work) as started:
        assert json.loads(started.receive(seconds=60, most=10_000) or b"") == [told]
    # A child of the worker itself has it.
    assert secret in _found_in_a_child_of_ours(work)


def _found_in_a_child_of_ours(work: Work) -> list[str]:
    with given() as file, shared() as begun:
        files, request = (file, begun.file), pickle.dumps((work, SMALL, sandbox.available()))
        body = partial(nest._live, request=request, files=files)
        with sandbox.start(body, keep=files) as started:
            found: list[str] = json.loads(started.receive(seconds=60, most=10_000) or b"[]")
            return found


# When they end ---------------------------------------------------------------------------------

# A worker that forks a job, which has a child: their ids, and they wait.
_WORKER: Final = """
import os, time
from tests.workers import within
from workers import nest
hatcher = nest.stand_by()
job = os.fork()
if job == 0:
    with within.child(within.sleep) as child:
        print(hatcher, os.getpid(), int(child.receive(seconds=60, most=10)), flush=True)
        time.sleep(60)
time.sleep(60)
"""


@pytest.fixture
def family() -> Iterator[tuple[int, int, int, int]]:
    """A worker, its nest, its job, and the job's child."""
    command = [sys.executable, "-c", _WORKER]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as worker:
        assert worker.stdout is not None
        hatcher, job, baby = map(int, worker.stdout.readline().split())
        yield worker.pid, hatcher, job, baby
        worker.kill()
        if _lives(job):
            os.kill(job, signal.SIGKILL)


def _lives(pid: int) -> bool:
    return _state(pid) not in ("gone", "Z")


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "gone"


def test_a_child_ends_with_the_job_that_asked_for_it(family: tuple[int, int, int, int]) -> None:
    _, hatcher, job, baby = family
    assert all(map(_lives, family))
    os.kill(job, signal.SIGKILL)
    until(lambda: _state(baby) == "gone")  # reaped, too
    assert _lives(hatcher)


def test_the_nest_and_its_children_end_with_the_worker_and_its_job(
    family: tuple[int, int, int, int],
) -> None:
    worker, hatcher, job, baby = family
    os.kill(worker, signal.SIGKILL)
    os.kill(job, signal.SIGKILL)  # as RQ's job, which is bound to its worker
    until(lambda: not _lives(baby))
    until(lambda: not _lives(hatcher))


def test_a_child_ends_with_the_nest(family: tuple[int, int, int, int]) -> None:
    _, hatcher, _, baby = family
    os.kill(hatcher, signal.SIGKILL)
    until(lambda: not _lives(baby))


def test_every_child_is_reaped_however_it_ended() -> None:
    for work in (within.two_frames, within.sleep, within.half_a_frame):
        with child(work), child(work) as other:
            other.kill()
    assert _children_of(nest.stand_by()) == []


def _children_of(parent: int) -> list[int]:
    every = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal())
    return [pid for pid in every if _parent_of(pid) == parent]


def _parent_of(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


# What comes after it ---------------------------------------------------------------------------


def test_the_next_request_starts_another_one() -> None:
    first = nest.stand_by()
    os.kill(first, signal.SIGKILL)
    until(lambda: not _lives(first))
    with child(within.sleep) as started:
        assert started.receive(seconds=10, most=10)
    assert nest.stand_by() != first


def test_a_child_that_ended_with_its_nest_is_told_from_one_that_was_killed() -> None:
    with child(within.sleep) as started:
        assert started.receive(seconds=10, most=10)
        os.kill(nest.stand_by(), signal.SIGKILL)
        assert started.receive(seconds=10, most=10) is None
        assert started.kill().orphaned
    with child(within.sleep) as started:
        pid = int(started.receive(seconds=10, most=10) or b"0")
        os.kill(pid, signal.SIGKILL)
        assert started.receive(seconds=10, most=10) is None
        assert started.kill() == Exit(0, signal.SIGKILL)


def test_a_document_whose_nest_is_killed_is_read_on_each_page_once(tmp_path: Path) -> None:
    path, pages = tmp_path / "long.pdf", 200
    lines = ["The agency keeps the passports of all its workers in a safe."] * 40
    path.write_bytes(pdf(*(plain(f"Page {n}", *lines) for n in range(1, pages + 1))))
    first, numbers = nest.stand_by(), []
    for event in read_document(path, limits=Limits()):
        if isinstance(event, PageRead):
            assert event.text.startswith(f"Page {event.number}\n")
            numbers.append(event.number)
            if event.number == 3:  # its child waits by now to be heard: so much is not taken ahead
                os.kill(first, signal.SIGKILL)
    assert nest.stand_by() != first, "the child had sent all before"
    assert numbers == list(range(1, pages + 1))
    assert event == Ended(state=DocumentState.READ, code=None, kept=pages, lost=0)
    os.kill(nest.stand_by(), signal.SIGKILL)
    assert draw_page(path, 1, limits=Limits())
