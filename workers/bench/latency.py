"""Measures a paper's way through the real web, queue and workers, and the pages meanwhile.

``python -m workers.bench.latency [--rounds 5] [--uploads 100]``, on servers of its own.
"""

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.orm import Session

from portal import embedded
from portal.data import queues, tables
from portal.data.files import Files, files_at, picture_key
from portal.data.session import connect, transaction
from portal.domain.access import Role
from portal.services import sessions
from portal.services.installation import bring_up_to_date
from portal.settings import DEMO_SECRET, Settings, read_settings
from workers.bench.made import make_pdf

QUESTION: Final = "CH-01"
COOKIE: Final = "underlag"  # its name where pages are served without TLS
PATIENCE: Final = 180.0
LOOK: Final = 0.002  # seconds between two looks at the rows
CLIENTS: Final = 10

Asked = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Way:
    """Seconds from the first byte of an upload until something stood."""

    answered: float
    first_text: float
    first_picture: float
    all_flags: float
    all_pictures: float


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


def way_of(place: Place, content: bytes, *, pages: int) -> Way:
    """Upload a paper, and watch it come."""
    started = time.perf_counter()
    place.upload(content, "bench.pdf")
    answered = time.perf_counter() - started
    row = place.newest()
    watched: dict[str, Asked] = {
        "first_text": lambda: place.has_page(row.id),
        "first_picture": lambda: place.has_picture(row.sha256, 1),
        "all_flags": lambda: bool(
            place.count(tables.Document.id == row.id, tables.Document.flagged_at.is_not(None))
        ),
        "all_pictures": lambda: place.has_picture(row.sha256, pages),
    }
    seen: dict[str, float] = {}
    while len(seen) < len(watched):
        for name, stands in watched.items():
            if name not in seen and stands():
                seen[name] = time.perf_counter() - started
        if time.perf_counter() - started > PATIENCE:
            raise RuntimeError(f"only {sorted(seen)} came")
        time.sleep(LOOK)
    return Way(answered=answered, **seen)


def under_load(place: Place, contents: Sequence[bytes]) -> tuple[float, float, float]:
    """Seconds of a page while idle and while many upload at once, and until all were flagged."""
    path = f"/assessments/{place.assessment}"
    idle = median(place.ask("GET", path) for _ in range(20))
    before, loaded = place.count(), []
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        sent = [
            clients.submit(place.upload, content, f"{number}.pdf")
            for number, content in enumerate(contents)
        ]
        while not all(each.done() for each in sent) or place.count(
            tables.Document.flagged_at.is_(None), tables.Document.state != "failed"
        ):
            loaded.append(place.ask("GET", path))
            if time.perf_counter() - started > PATIENCE:
                raise RuntimeError("they are still being read")
            time.sleep(0.2)
        for each in sent:
            each.result()
    lost = before + len(contents) - place.count(tables.Document.flagged_at.is_not(None))
    if lost:
        raise RuntimeError(f"{lost} of {len(contents)} were lost")
    return idle, median(loaded), time.perf_counter() - started


@contextmanager
def serving(folder: Path, port: int) -> Iterator[Place]:
    """The whole product on this machine: servers, web, workers and clock."""
    with ExitStack() as stack:
        servers = stack.enter_context(embedded.servers(folder, durable=True))
        bring_up_to_date(servers.owner_url)
        environment = _environment(servers, folder, port)
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
            env={**os.environ, **environment},
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


def _environment(servers: embedded.Servers, folder: Path, port: int) -> dict[str, str]:
    files = folder / "files"
    files.mkdir(mode=0o700)
    return {
        "UNDERLAG_MODE": "demo",
        "UNDERLAG_DATABASE_URL": servers.app_url,
        "UNDERLAG_OWNER_DATABASE_URL": servers.owner_url,
        "UNDERLAG_WORKER_DATABASE_URL": servers.worker_url,
        "UNDERLAG_REDIS_URL": servers.redis_url,
        "UNDERLAG_FILES": str(files),
        "UNDERLAG_SECRET_KEY": DEMO_SECRET,
        "UNDERLAG_BASE_URL": f"http://127.0.0.1:{port}",
        "UNDERLAG_LOG_LEVEL": "WARNING",
    }


def _filled(settings: Settings, engine: Engine, port: int) -> Place:
    """One supplier that has been asked, and one of its people, signed in."""
    now = datetime.now(UTC)
    with Session(engine) as db, db.begin():
        buyer = _one(db, tables.Organisation, kind="region", name="Region Bänk")
        supplier = _one(db, tables.Organisation, kind="supplier", name="Leverantör AB")
        person = _one(
            db,
            tables.User,
            organisation_id=supplier,
            email="bench@example.se",
            name="Anna Bänk",
            roles=[Role.SUPPLIER_EDITOR],
        )
        questionnaire = db.execute(select(tables.Questionnaire.id)).scalars().one()
        due = {"buyer_id": buyer, "questionnaire_id": questionnaire, "due_at": now + timedelta(30)}
        campaign = _one(db, tables.Campaign, title="Bänk", created_by=person, **due)
        contact = {"campaign_id": campaign, "contact_email": "bench@example.se"}
        assessment = _one(
            db, tables.Assessment, supplier_id=supplier, state="sent", **due, **contact
        )
    app = connect(settings.database_url, pool_size=1)
    with transaction(app, door="sign-in") as db:
        token = sessions.begin(db, person, key=settings.secret_key, now=now, hours=1, agent="bench")
    app.dispose()
    return Place(
        port=port,
        cookie=f"{COOKIE}={token}",
        assessment=assessment,
        engine=engine,
        files=files_at(settings.files),
    )


def _one(db: Session, table: type[tables.Base], **values: Any) -> UUID:
    row = db.execute(insert(table).values(**values).returning(table.__table__.c.id))
    return UUID(str(row.scalar_one()))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m workers.bench.latency", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--uploads", type=int, default=100)
    parser.add_argument("--port", type=int, default=8766)
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="underlag-bench-"))
    try:
        with serving(folder, chosen.port) as place:
            _tell(place, folder, rounds=chosen.rounds, uploads=chosen.uploads)
    finally:
        embedded.erase(folder)
    return 0


def _tell(place: Place, folder: Path, *, rounds: int, uploads: int) -> None:
    content = make_pdf(folder / "long.pdf", pages=20).read_bytes()
    # A comment behind the end makes other bytes of the same pages; the first round only warms.
    ways = [way_of(place, content + b"%%%d" % n, pages=20) for n in range(rounds + 1)][1:]
    sys.stdout.write(
        f"one paper of 20 pages, warm, median of {rounds}, seconds after the upload:\n"
    )
    for name in Way.__slots__:
        seconds = median(getattr(way, name) for way in ways)
        sys.stdout.write(f"  {name.replace('_', ' '):<16}{seconds:6.2f}\n")
    small = make_pdf(folder / "short.pdf", pages=2).read_bytes()
    idle, loaded, seconds = under_load(place, [small + b"%%%d" % n for n in range(uploads)])
    sys.stdout.write(
        f"{uploads} papers of 2 pages at once: all read and flagged after {seconds:.1f} s, 0 lost\n"
        f"  the supplier's page meanwhile {loaded * 1000:.0f} ms, idle {idle * 1000:.0f} ms:"
        f" {loaded / idle:.1f} x\n"
    )


if __name__ == "__main__":
    raise SystemExit(main())
