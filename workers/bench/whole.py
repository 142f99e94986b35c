"""The whole product under measure: web, workers, clock and servers, and a supplier at its door."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from portal import embedded
from portal.bench.ground import COOKIE, ask, token_of
from portal.data import queues, tables
from portal.data.files import Files, files_at, picture_key
from portal.data.session import connect, transaction
from portal.settings import Settings, read_settings

QUESTION: Final = "CH-01"
PATIENCE: Final = 180.0  # seconds until something is held to have failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The portal under measure: where it answers, whose papers, and what lies behind it."""

    port: int
    cookie: str
    assessment: UUID
    engine: Engine
    files: Files

    def upload(self, content: bytes, name: str) -> None:
        """A paper under a question, as a script sends it. Raises RuntimeError when refused."""
        mark = "----underlag"
        head = f'Content-Disposition: form-data; name="files-{QUESTION}"; filename="{name}"'
        body = f"--{mark}\r\n{head}\r\nContent-Type: application/pdf\r\n\r\n".encode()
        body += content + f"\r\n--{mark}--\r\n".encode()
        path = f"/assessments/{self.assessment}/evidence/{QUESTION}"
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}", "X-Fragment": "1"}
        self.ask("POST", path, body, headers)

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> float:
        """A request over a connection of its own, and its seconds. RuntimeError but for 200."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        sent = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin", **(headers or {})}
        started = time.perf_counter()
        client.request(method, path, body, sent)
        reply = client.getresponse()
        reply.read()
        seconds = time.perf_counter() - started
        client.close()
        if reply.status != http.client.OK:
            raise RuntimeError(f"{path} answered {reply.status}")
        return seconds

    def count(self, *conditions: Any) -> int:  # Any: whatever SQLAlchemy takes as a condition
        """How many documents satisfy conditions."""
        with Session(self.engine) as db:
            query = select(func.count()).select_from(tables.Document).where(*conditions)
            return db.execute(query).scalar_one()

    def newest(self) -> tables.Document:
        """The document that came last."""
        with Session(self.engine) as db:
            query = select(tables.Document).order_by(tables.Document.received_at.desc()).limit(1)
            return db.execute(query).scalar_one()

    def has_page(self, document_id: UUID) -> bool:
        """Whether the first page's text stands."""
        with Session(self.engine) as db:
            page = (tables.Page.document_id == document_id, tables.Page.number == 1)
            return db.execute(select(tables.Page.number).where(*page)).one_or_none() is not None

    def has_picture(self, sha256: str, number: int) -> bool:
        """Whether a page's picture lies in storage."""
        found = self.files.open(picture_key(sha256, number))
        if found is not None:
            found.close()
        return found is not None


@contextmanager
def serving(servers: embedded.Servers, folder: Path, port: int) -> Iterator[Place]:
    """The product on these servers, with its files and logs in the folder, answering on a port."""
    with ExitStack() as stack:
        files, base_url = folder / "files", f"http://127.0.0.1:{port}"
        files.mkdir(mode=0o700)
        environment = servers.environment(files=files, base_url=base_url)
        environment["UNDERLAG_LOG_LEVEL"] = "WARNING"
        settings = read_settings(environment)
        commands = [["portal", "web", "--port", str(port)]]
        commands += [["workers", part] for part in (*queues.QUEUES, "clock")]
        for command in commands:
            child = stack.enter_context(_running(command, environment, folder))
            stack.callback(child.kill)
        engine = connect(settings.owner_database_url, pool_size=4)
        stack.callback(engine.dispose)
        place = _filled(settings, engine, port)
        _wait_for(settings, place)
        yield place


def _running(
    command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> subprocess.Popen[bytes]:
    with (folder / f"{command[1]}.log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own commands
            [sys.executable, "-m", *command],
            env=environment,
            stdout=log,
            stderr=log,
        )


def _wait_for(settings: Settings, place: Place) -> None:
    end = time.monotonic() + PATIENCE
    waiting = set(queues.QUEUES)
    while waiting:
        now = datetime.now(UTC)
        waiting = {q for q in waiting if not queues.worker_lives(settings.redis_url, q, now=now)}
        if time.monotonic() > end:
            raise RuntimeError(f"no worker for {sorted(waiting)}")
        time.sleep(0.1)
    while True:
        try:
            place.ask("GET", "/healthz")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


def _filled(settings: Settings, engine: Engine, port: int) -> Place:
    """One supplier that has been asked, and one of its people, signed in."""
    with transaction(engine) as db:
        asked = ask(db, state="sent")
    token = token_of(settings.database_url, asked.editor, key=settings.secret_key)
    return Place(
        port=port,
        cookie=f"{COOKIE}={token}",
        assessment=asked.assessment,
        engine=engine,
        files=files_at(settings.files),
    )
