"""A real S3 server for the tests: one node of Ceph with its gateway, from the system's packages.

Everything lies in memory and in one folder, and ends with the process that started it.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest
import urllib3

from portal.children import Server, environment, unprivileged
from portal.settings import S3

HOST: Final = "127.0.0.1"
PACKAGES: Final = ("radosgw", "ceph-mon", "ceph-osd", "ceph-common")
_PATIENCE: Final = 60  # seconds in which a monitor finds its quorum again
PROGRAMS: Final = ("radosgw", "radosgw-admin", "ceph-mon", "ceph-osd", "ceph")

# One copy of everything, few placement groups, no passwords between the parts on this machine.
CONFIGURATION: Final = """
[global]
fsid = {fsid}
mon host = v1:{host}:{monitor}
mon initial members = a
public addr = {host}
cluster addr = {host}
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
run dir = {folder}
admin socket = {folder}/$name.asok
pid file =
keyring = {folder}/keyring
log file =
log to stderr = true
mon data = {folder}/mon
mon data avail crit = 1
paxos propose interval = 0.1
mon allow pool size one = true
mon max pg per osd = 1000
mon warn on pool no redundancy = false
osd data = {folder}/osd
osd objectstore = memstore
osd client watch timeout = 1
osd class update on start = false
osd crush update on start = false
memstore device bytes = 4294967296
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
[client.rgw.a]
rgw data = {folder}
rgw frontends = beast endpoint={host}:{port} tcp_nodelay=1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """The running gateway, which a test may stop and start again, and the keys to it."""

    server: Server
    port: int
    access_key: str
    secret_key: str

    def bucket(self, name: str) -> S3:
        """The settings for a bucket here, which need not be there."""
        return S3(
            endpoint=f"{HOST}:{self.port}",
            bucket=name,
            access_key=self.access_key,
            secret_key=self.secret_key,
            secure=False,
        )


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Run a gateway in a folder of its own; fails where the packages are missing."""
    if not all(shutil.which(program) for program in PROGRAMS):
        pytest.fail(
            "The storage tests need a real S3 server. Install it as an administrator (make test"
            f" does so as root): apt-get install {' '.join(PACKAGES)}",
            pytrace=False,
        )
    # Not pytest's own folder: the server's user need not be able to reach it.
    folder = Path(tempfile.mkdtemp(prefix="underlag-s3-", dir="/tmp"))
    try:
        _give(folder)
        with ExitStack() as stack:
            yield _started(folder, stack)
    finally:
        shutil.rmtree(folder)


def _started(folder: Path, stack: ExitStack) -> Gateway:
    monitor_port, port = _free_ports(2)
    cluster, configuration, monitors = str(uuid4()), folder / "ceph.conf", str(folder / "monitors")
    configuration.write_text(
        CONFIGURATION.format(
            fsid=cluster, host=HOST, monitor=monitor_port, port=port, folder=folder
        )
    )
    run, order = partial(_run, configuration), partial(_order, configuration)
    start = partial(_start, configuration, stack)
    address = f"[v1:{HOST}:{monitor_port}]"
    run("monmaptool", "--create", "--addv", "a", address, "--fsid", cluster, monitors)
    run("ceph-mon", "--mkfs", "-i", "a", "--monmap", monitors)
    start(
        "ceph-mon",
        "-i",
        "a",
        answers=lambda: _tells(configuration, "mon", "stat", says="quorum 0 a"),
    )
    disk = str(uuid4())
    order("osd", "new", disk, "0")
    _private(folder / "osd")
    run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", disk)
    order("osd", "crush", "add", "osd.0", "1.0", "root=default", "host=here")
    start("ceph-osd", "-i", "0", answers=lambda: _tells(configuration, "osd", "stat", says="1 up"))
    access_key, secret_key = secrets.token_hex(8), secrets.token_hex(16)
    run(
        *("radosgw-admin", "user", "create", "--uid", "tests", "--display-name", "tests"),
        *("--access-key", access_key, "--secret", secret_key),
    )
    server = start("radosgw", "-n", "client.rgw.a", answers=lambda: _answers(port))
    return Gateway(server=server, port=port, access_key=access_key, secret_key=secret_key)


def _private(folder: Path) -> None:
    folder.mkdir()
    _give(folder)


def _give(folder: Path) -> None:
    """Let the user that the server runs as have a folder."""
    identity = unprivileged()
    if identity:
        os.chown(folder, identity["user"], identity["group"])


def _run(configuration: Path, program: str, *words: str) -> None:
    done = _asked(configuration, program, *words)
    assert done.returncode == 0, f"{program} {words}: {done.stderr[-2000:]}"


def _order(configuration: Path, *words: str) -> None:
    """Have the monitor do something that it may be told twice.

    On a busy machine it loses its quorum of one for a moment, and then knows no command.
    """
    for _ in range(_PATIENCE):
        done = _asked(configuration, "ceph", *words)
        if "problem getting command descriptions" not in done.stderr:
            break
        time.sleep(1)
    assert done.returncode == 0, f"ceph {words}: {done.stderr[-2000:]}"


def _tells(configuration: Path, *question: str, says: str) -> bool:
    """Whether the monitor answers a question with what is wanted."""
    told = _asked(configuration, "ceph", *question)
    return told.returncode == 0 and says in told.stdout


def _asked(configuration: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, "-c", configuration, *words],
        cwd="/",
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        **unprivileged(),
    )


def _start(
    configuration: Path,
    stack: ExitStack,
    program: str,
    *words: str,
    answers: Callable[[], bool],
) -> Server:
    server = Server(
        [program, "-f", "-c", configuration, *words],
        log=configuration.with_name(f"{program}.log"),
        answers=answers,
        stop_signal=signal.SIGTERM,
        identity=unprivileged(),
    )
    stack.callback(server.stop)
    server.start()
    return server


def _answers(port: int) -> bool:
    try:
        urllib3.request("GET", f"http://{HOST}:{port}/", retries=False, timeout=10)
    except (OSError, urllib3.exceptions.HTTPError):
        return False
    return True


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        found = [stack.enter_context(socket.create_server((HOST, 0))) for _ in range(count)]
        return [each.getsockname()[1] for each in found]
