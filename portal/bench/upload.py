"""Measures what an upload of the largest size adds to the memory of the web process.

The web process is started as in production and asked over HTTP; its memory is what the kernel
says (VmRSS before, VmHWM after, in /proc). Over a folder, and over the bucket that
``UNDERLAG_FILES`` and ``UNDERLAG_S3_…`` name, where they name one:

    python -m portal.bench.upload
"""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from portal.bench.ground import COOKIE, Asked, ask, servers_in_a_folder, token_of
from portal.data.session import connect, transaction
from portal.settings import DEMO_SECRET

PORT: Final = 8766
MEGABYTES: Final = 50
ROUNDS: Final = 3
CHUNK: Final = 2**20
QUESTION: Final = "GEN-06"  # the first of the default questionnaire that asks for papers
BOUNDARY: Final = "bench-of-uploads"


@contextmanager
def web(environment: Mapping[str, str]) -> Iterator[int]:
    """The web process with these settings; its process id. RuntimeError where it ends early."""
    command = [sys.executable, "-m", "portal", "web", "--port", str(PORT)]
    child = subprocess.Popen(command, env=environment)  # noqa: S603 - ours
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
    """Send one file of new bytes, a piece at a time. RuntimeError for any answer but 200."""
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
    with servers_in_a_folder(durable=False) as (servers, folder):
        owner = connect(servers.owner_url, pool_size=1)
        with transaction(owner) as db:
            asked = ask(db, state="in_progress")
        owner.dispose()
        token = token_of(servers.app_url, asked.editor, key=DEMO_SECRET)
        cookie = f"{COOKIE}={token}"
        files = folder / "files"
        files.mkdir(mode=0o700)
        environment = servers.environment(files=files, base_url=f"http://127.0.0.1:{PORT}")
        environment["UNDERLAG_LOG_LEVEL"] = "ERROR"
        measure("a folder", environment, asked, cookie)
        bucket = {key: value for key, value in os.environ.items() if "_S3_" in key}
        if bucket:
            bucket["UNDERLAG_FILES"] = os.environ["UNDERLAG_FILES"]
            measure("a bucket", environment | bucket, asked, cookie)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
