"""Measures the reviewer's list: the real page beside the same template drawn from constants.

Both are asked of one server by one client in turn, in one run, so that their ratio holds on a
noisy machine. ``python -m portal.bench.queue [--flags 10000] [--seconds 5]``
"""

import argparse
import http.client
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from statistics import median
from typing import Any, Final
from uuid import UUID, uuid4

import uvicorn
from sqlalchemy import insert
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from portal.bench.ground import COOKIE, ask, one, servers_in_a_folder, token_of
from portal.data import tables
from portal.data.session import connect, transaction
from portal.domain.access import Role
from portal.settings import Settings, read_settings
from portal.web.app import create_app
from portal.web.endpoint import Call, endpoint
from portal.web.views.reviews.queue import queue

PER_DOCUMENT: Final = 20
ROUNDS: Final = 5


@dataclass(slots=True, kw_only=True)
class Keeping(Call):
    """A call that keeps what its page was drawn from."""

    kept: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def page(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """Draw the page, and keep its template and its values."""
        self.kept.append((template, context))
        return Call.page(self, template, status=status, **context)


def fill(db: Session, *, flags: int) -> UUID:
    """One buyer with submitted papers full of open flags; the reviewer's id."""
    now = datetime.now(UTC)
    asked = ask(db, state="submitted", submitted_at=now)
    parties = {"buyer_id": asked.buyer, "supplier_id": asked.supplier}
    reviewer = one(
        db,
        tables.User,
        organisation_id=asked.buyer,
        email="reviewer@example.se",
        name="Rut Bänk",
        roles=[Role.REVIEWER],
    )
    submission = one(
        db,
        tables.Submission,
        **parties,
        assessment_id=asked.assessment,
        number=1,
        answers={},
        content_hash="",
        submitted_by=asked.editor,
        submitted_by_name="Anna",
        submitted_at=now,
        late=False,
    )
    for number in range(flags // PER_DOCUMENT):
        _paper(db, number, submission=submission, parties=parties)
    return reviewer


def _paper(db: Session, number: int, *, submission: UUID, parties: dict[str, UUID]) -> None:
    document = one(
        db,
        tables.Document,
        supplier_id=parties["supplier_id"],
        sha256=f"{number:064x}",
        name=f"papper_{number}.pdf",
        size=1,
        state="read",
        pages=1,
        pages_read=1,
        uploaded_by=submission,
    )
    one(
        db,
        tables.SubmissionEvidence,
        **parties,
        submission_id=submission,
        question_id="CH-01",
        document_id=document,
    )
    topics = ("CHEM.SUBSTANCE", "LAB.FORCED", "ORIGIN.COUNTRY", "CERT")
    rows: list[dict[str, Any]] = [
        {
            "id": uuid4(),
            "document_id": document,
            "supplier_id": parties["supplier_id"],
            "key": f"{flag}",
            "place": f"{flag}",
            "page": 1,
            "start": flag,
            "end": flag + 1,
            "quote": "ord",
            "topic": topics[flag % 4],
            "stance": "affirmed",
            "bearing": ("risk", "neutral", "support")[flag % 3],
            "severe": flag % 10 == number % 10 == 0,
            "value": {},
            "score": 0.5,
            "rule": "r",
            "pack": "p",
            "cues": [],
            "boxes": [],
            "rules_version": "v",
        }
        for flag in range(PER_DOCUMENT)
    ]
    db.execute(insert(tables.Flag), rows)


def from_constants(kept: list[tuple[str, dict[str, Any]]], call: Call) -> Response:
    """The same template from values that stand still: no person, no query."""
    template, context = kept[0]
    return call.page(template, **context)


def keep_once(kept: list[tuple[str, dict[str, Any]]], call: Call) -> Response:
    """Draw the real list once, and keep what it was drawn from."""
    keeping = Keeping(
        request=call.request,
        house=call.house,
        form=call.form,
        now=call.now,
        person=call.person,
        kept=kept,
        _db=call.db,
    )
    return queue(keeping)


@contextmanager
def serving(app: Starlette, port: int) -> Iterator[None]:
    """The application on a port, in a thread."""
    config = uvicorn.Config(app, port=port, log_level="warning", access_log=False, loop="uvloop")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield
    finally:
        server.should_exit = True
        thread.join()


def rate(port: int, path: str, cookie: str, *, seconds: float) -> float:
    """Requests a second that one client gets, one after the other, over one connection.

    Raises RuntimeError for any answer but 200.
    """
    client = http.client.HTTPConnection("127.0.0.1", port)
    asked, end = 0, time.perf_counter() + seconds
    start = time.perf_counter()
    while time.perf_counter() < end:
        client.request("GET", path, headers={"Cookie": cookie, "Host": f"127.0.0.1:{port}"})
        reply = client.getresponse()
        reply.read()
        if reply.status != http.client.OK:
            raise RuntimeError(f"{path} answered {reply.status}")
        asked += 1
    client.close()
    return asked / (time.perf_counter() - start)


def measure(settings: Settings, *, flags: int, seconds: float, port: int) -> None:
    """Fill, serve, ask in turn, and print the medians and their ratio."""
    owner = connect(settings.owner_database_url, pool_size=1)
    with transaction(owner) as db:
        reviewer = fill(db, flags=flags)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("analyze")
    owner.dispose()
    app = create_app(settings)
    kept: list[tuple[str, dict[str, Any]]] = []
    app.router.routes[:0] = [
        Route("/bench/keep", endpoint(partial(keep_once, kept))),
        Route("/bench/constants", endpoint(partial(from_constants, kept), door=True)),
    ]
    with serving(app, port):
        token = token_of(settings.database_url, reviewer, key=settings.secret_key)
        cookie = f"{COOKIE}={token}"
        rate(port, "/bench/keep", cookie, seconds=0.1)
        pairs = [
            (
                rate(port, "/queue", cookie, seconds=seconds / ROUNDS),
                rate(port, "/bench/constants", "", seconds=seconds / ROUNDS),
            )
            for _ in range(ROUNDS)
        ]
    ratio = median(real / constant for real, constant in pairs)
    sys.stdout.write(
        f"reviewer's list, {flags} open flags in {flags // PER_DOCUMENT} papers, one client:\n"
        f"  real page       {median(real for real, _ in pairs):8.1f} requests/s\n"
        f"  from constants  {median(constant for _, constant in pairs):8.1f} requests/s\n"
        f"  ratio           {ratio:8.2f}\n"
    )


def main() -> int:
    """Measure on servers of its own, in a folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m portal.bench.queue", description=__doc__)
    parser.add_argument("--flags", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--port", type=int, default=8765)
    wanted = parser.parse_args()
    with servers_in_a_folder(durable=False) as (servers, folder):
        files = folder / "files"
        files.mkdir(mode=0o700)
        environment = servers.environment(files=files, base_url=f"http://127.0.0.1:{wanted.port}")
        measure(
            read_settings(environment | {"UNDERLAG_LOG_LEVEL": "ERROR"}),
            flags=wanted.flags,
            seconds=wanted.seconds,
            port=wanted.port,
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
