"""Workers as the processes they are, on the database, queue and folder of a test."""

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest
import redis
from rq import Queue
from sqlalchemy import select, update

from portal.data import outbox, queues, tables
from portal.data.files import files_at
from portal.domain.access import Actor, Role
from portal.domain.evidence import Limits
from portal.services import documents
from portal.services.documents import Received
from portal.settings import Settings, read_settings
from tests.world import NOW, World
from workers.house import House, house, make_house

ROOT: Final = Path(__file__).parents[2]

# A hanging test ends here; no test says how quick anything is.
PATIENCE: Final = 240.0


class Workers:
    """The parts of ``python -m workers`` that a test has started."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self._environment = dict(environment)
        self._folder = folder
        self._children: list[tuple[str, subprocess.Popen[bytes]]] = []

    def start(self, *parts: str) -> list[subprocess.Popen[bytes]]:
        """Start parts, each in a session of its own."""
        started = []
        for part in parts:
            with (self._folder / f"{part}.log").open("ab") as log:
                child = subprocess.Popen(
                    [sys.executable, "-m", "workers", part],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd=ROOT,
                    env=self._environment,
                    start_new_session=True,
                )
            self._children.append((part, child))
            started.append(child)
        return started

    def kill(self, child: subprocess.Popen[bytes]) -> None:
        """Kill a part without a word, and wait until all that it had begun has ended too."""
        child.kill()
        child.wait()
        self._children = [each for each in self._children if each[1] is not child]
        until(lambda: not in_session(child.pid))

    def stop(self) -> None:
        """End all parts that still run; a polite end would wait for their jobs."""
        for _, child in list(self._children):
            self.kill(child)

    def alive(self, *parts: str) -> bool:
        """Whether these parts have told that they live."""
        redis_url = self._environment["UNDERLAG_REDIS_URL"]
        now = dt.datetime.now(dt.UTC)
        return all(
            queues.clock_lives(redis_url)
            if part == "clock"
            else queues.worker_lives(redis_url, part, now=now)
            for part in parts
        )

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for something; fail with what a part last said where one has ended."""

        def look() -> bool:
            for part, child in self._children:
                if child.poll() is not None:
                    log = (self._folder / f"{part}.log").read_text()
                    pytest.fail(f"{part} ended with {child.returncode}: {log[-3000:]}")
            return reached()

        until(look)


def until(reached: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def in_session(session: int) -> list[int]:
    """The processes that live in the session of a process."""
    every = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
    return [pid for pid in every if _session_of(pid) == session]


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None


def queue_is_quiet(redis_url: str, name: str) -> bool:
    """Whether no job of a queue waits or runs."""
    with redis.Redis.from_url(redis_url) as client:
        queue = Queue(name, connection=client)
        return queue.count == 0 and queue.started_job_registry.count == 0


class Papers:
    """A supplier with a request, who lays papers to it."""

    def __init__(self, world: World, settings: Settings) -> None:
        self.world = world
        self.settings = settings
        self.actor: Actor = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
        self.assessment = world.assessment(world.buyer(), self.actor.organisation_id)

    def upload(self, content: bytes, name: str = "paper.pdf") -> UUID:
        """A paper as it comes in, its bell rung."""
        files = files_at(self.settings.files)
        received = documents.receive(files, name, BytesIO(content), limits=Limits())
        assert isinstance(received, Received)
        now = dt.datetime.now(dt.UTC)
        with self.world.as_(self.actor) as db:
            laid = documents.attach(db, self.actor, self.assessment, "T-01", received, now=now)
        self.ring()
        return laid.document_id

    def ring(self) -> None:
        """Ring what waits, as the endpoint does after commit."""
        outbox.relay(
            self.world.app, lambda *bell: queues.ring(self.settings.redis_url, *bell), now=NOW
        )

    def document(self, document_id: UUID) -> tables.Document:
        """A paper's row as it stands."""
        with self.world.as_owner() as db:
            query = select(tables.Document).where(tables.Document.id == document_id)
            return db.execute(query).scalar_one()

    def flagged(self, *ids: UUID) -> bool:
        """Whether these have been read and flagged."""
        return all(self.document(each).flagged_at is not None for each in ids)

    def long_silent(self) -> None:
        """Let it be as if nothing had been heard of any paper, or page, for an hour."""
        with self.world.as_owner() as db:
            ago = dt.datetime.now(dt.UTC) - dt.timedelta(hours=1)
            db.execute(update(tables.Document).values(changed_at=ago))
            claimed = update(tables.Page).where(tables.Page.claimed_at.is_not(None))
            db.execute(claimed.values(claimed_at=ago))
            db.execute(update(tables.LargerPicture).values(asked_at=ago))


@pytest.fixture
def workers(environment: dict[str, str], tmp_path: Path) -> Iterator[Workers]:
    """Starts workers, and ends them."""
    workers = Workers(environment, tmp_path)
    yield workers
    workers.stop()


@pytest.fixture
def here(environment: dict[str, str]) -> Iterator[House]:
    """The house as the clock has it."""
    here = make_house(read_settings(environment))
    yield here
    here.engine.dispose()


@pytest.fixture
def papers(world: World, settings: Settings) -> Papers:
    """A supplier with a request."""
    return Papers(world, settings)


@pytest.fixture
def working(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lets a test do jobs itself, as a worker does."""
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    house.cache_clear()
    yield
    house().engine.dispose()
    house.cache_clear()
