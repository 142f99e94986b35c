"""Measures what an upload of the largest size adds to the memory of the web process.

The web process is started as in production and asked over HTTP; its memory is what the kernel
says (VmRSS before, VmHWM after, in /proc). Over a folder, and over the bucket that
``UNDERLAG_FILES`` and ``UNDERLAG_S3_…`` name, where they name one:

    python -m portal.bench_upload
"""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import select

from portal import embedded
from portal.bench import one, settings_for, signed_in
from portal.data import tables
from portal.data.session import connect, transaction
from portal.domain.access import Role
from portal.services.installation import bring_up_to_date
from portal.settings import DEMO_SECRET, Settings

PORT: Final = 8766
MEGABYTES: Final = 50
ROUNDS: Final = 3
CHUNK: Final = 2**20
QUESTION: Final = "GEN-06"  # the first of the default questionnaire that asks for papers
BOUNDARY: Final = "bench-of-uploads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A supplier with a request: who uploads, and where to."""

    user: UUID
    assessment: UUID


def ask(settings: Settings) -> Asked:
    """Make a buyer, a supplier and a request of the default questionnaire."""
    owner, now = connect(settings.owner_database_url, pool_size=1), datetime.now(UTC)
    with transaction(owner) as db:
        buyer = one(db, tables.Organisation, kind="region", name="Region Bänk")
        supplier = one(db, tables.Organisation, kind="supplier", name="Leverantör AB")
        user = one(
            db,
            tables.User,
            organisation_id=supplier,
            email="bench@example.se",
            name="Anna Bänk",
            roles=[Role.SUPPLIER_EDITOR],
        )
        questionnaire = db.execute(select(tables.Questionnaire.id)).scalar_one()
        campaign = one(
            db,
            tables.Campaign,
            buyer_id=buyer,
            questionnaire_id=questionnaire,
            title="Bänk",
            due_at=now,
            created_by=user,
        )
        assessment = one(
            db,
            tables.Assessment,
            buyer_id=buyer,
            supplier_id=supplier,
            campaign_id=campaign,
            questionnaire_id=questionnaire,
            contact_email="a@example.se",
            state="in_progress",
            due_at=now,
        )
    owner.dispose()
    return Asked(user=user, assessment=assessment)


@contextmanager
def web(environment: Mapping[str, str]) -> Iterator[int]:
    """The web process with these settings; its process id."""
    kept = {key: value for key, value in os.environ.items() if "UNDERLAG" not in key}
    command = [sys.executable, "-m", "portal", "web", "--port", str(PORT)]
    child = subprocess.Popen(command, env=kept | dict(environment))  # noqa: S603 - ours
    try:
        while _asked("GET", "/healthz", {}) != http.client.OK:
            if child.poll() is not None:
                raise RuntimeError("the web process has ended")
            time.sleep(0.1)
        yield child.pid
    finally:
        child.terminate()
        child.wait()


def _asked(
    method: str, path: str, headers: Mapping[str, str], parts: Iterator[bytes] | None = None
) -> int:
    client = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    try:
        client.request(method, path, parts, dict(headers))
        reply = client.getresponse()
        reply.read()
    except ConnectionError:
        return 0
    finally:
        client.close()
    return reply.status


def upload(asked: Asked, cookie: str, size: int) -> None:
    """Send one file of bytes that no earlier one had, a piece at a time."""
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files-{QUESTION}";'
        ' filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    ).encode()
    tail = f"\r\n--{BOUNDARY}--\r\n".encode()

    def parts() -> Iterator[bytes]:
        yield head + b"%PDF-1.7\n" + os.urandom(32)
        for _ in range(size // CHUNK - 1):
            yield os.urandom(CHUNK)
        yield tail

    length = len(head) + 9 + 32 + (size // CHUNK - 1) * CHUNK + len(tail)
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Content-Length": str(length),
        "Cookie": cookie,
        "Sec-Fetch-Site": "same-origin",
        "X-Fragment": "1",
    }
    path = f"/assessments/{asked.assessment}/evidence/{QUESTION}"
    status = _asked("POST", path, headers, parts())
    if status != http.client.OK:
        raise RuntimeError(f"the upload was answered by {status}")


def memory(pid: int, what: str) -> float:
    """VmRSS or VmHWM of a process, in MB."""
    said = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(rf"^{what}:\s+(\d+) kB", said, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def measure(name: str, environment: Mapping[str, str], asked: Asked, cookie: str) -> None:
    """Upload a few times, and print what the worst of them added at its peak."""
    with web(environment) as pid:
        upload(asked, cookie, 2 * CHUNK)
        added, left, seconds = [], [], []
        for _ in range(ROUNDS):
            before, start = memory(pid, "VmRSS"), time.perf_counter()
            Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")
            upload(asked, cookie, MEGABYTES * CHUNK)
            seconds.append(time.perf_counter() - start)
            added.append(memory(pid, "VmHWM") - before)
            left.append(memory(pid, "VmRSS") - before)
    sys.stdout.write(
        f"upload of {MEGABYTES} MB to the web process, files in {name}, the worst of {ROUNDS}:\n"
        f"  memory added at the peak {max(added):6.1f} MB, afterwards {max(left):6.1f} MB,"
        f" {max(seconds):5.1f} s\n"
    )


def main() -> int:
    """Measure on servers of its own, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="underlag-bench-"))
    try:
        with embedded.servers(folder, durable=False) as servers:
            bring_up_to_date(servers.owner_url)
            settings = settings_for(servers, folder, PORT)
            asked = ask(settings)
            cookie = signed_in(settings, asked.user)
            environment = {
                "UNDERLAG_MODE": "demo",
                "UNDERLAG_DATABASE_URL": servers.app_url,
                "UNDERLAG_REDIS_URL": servers.redis_url,
                "UNDERLAG_SECRET_KEY": DEMO_SECRET,
                "UNDERLAG_BASE_URL": settings.base_url,
                "UNDERLAG_LOG_LEVEL": "ERROR",
            }
            (folder / "files").mkdir(mode=0o700)
            at = {"UNDERLAG_FILES": str(folder / "files")}
            measure("a folder", environment | at, asked, cookie)
            bucket = {key: value for key, value in os.environ.items() if "_S3_" in key}
            if bucket:
                at = bucket | {"UNDERLAG_FILES": os.environ["UNDERLAG_FILES"]}
                measure("a bucket", environment | at, asked, cookie)
    finally:
        embedded.erase(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
