"""A real virus scanner for the tests: clamd from the system's packages, and a signature of ours."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from portal.children import Server, unprivileged
from portal.data.malware import Scanner

# Harmful by our own signature alone, and in two pieces: no file here is ever found by it.
HARMFUL: Final = b"underlag tests: " + b"take this for a virus"

CONFIGURATION: Final = Path(__file__).parents[1] / ".ci" / "production" / "clamd.conf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Daemon:
    """The running scanner, which a test may stop and start again, and its address."""

    server: Server
    scanner: Scanner


@contextmanager
def daemon(**changes: str) -> Iterator[Daemon]:
    """Run a scanner in a folder of its own with production's configuration, or with changes.

    Fails where the package is missing.
    """
    program = shutil.which("clamd")
    if program is None:
        pytest.fail(
            "The malware tests need a real scanner. Install it as an administrator (make test"
            " does so as root): apt-get install clamav-daemon",
            pytrace=False,
        )
    folder = Path(tempfile.mkdtemp(prefix="underlag-clamd-", dir="/tmp"))
    try:
        folder.chmod(0o755)
        server, scanner = _server(program, folder, changes)
        server.start()
        try:
            yield Daemon(server=server, scanner=scanner)
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _server(program: str, folder: Path, changes: dict[str, str]) -> tuple[Server, Scanner]:
    run = folder / "run"
    run.mkdir()
    (folder / "tests.ndb").write_text(f"Tests.Harmful:0:*:{HARMFUL.hex()}\n")
    here = {"LocalSocket": f"{run}/clamd.ctl", "DatabaseDirectory": str(folder)}
    here |= {"TemporaryDirectory": str(run), **changes}
    kept = [
        line
        for line in CONFIGURATION.read_text().splitlines()
        if line.partition(" ")[0] not in {*here, "TCPSocket", "TCPAddr"}
    ]
    (folder / "clamd.conf").write_text(
        "\n".join([*kept, *(f"{name} {value}" for name, value in here.items())]) + "\n"
    )
    identity = unprivileged()
    if identity:
        shutil.chown(run, identity["user"], identity["group"])
    scanner = Scanner(f"unix:{run}/clamd.ctl")
    server = Server(
        [program, "--foreground", "--config-file", folder / "clamd.conf"],
        log=folder / "clamd.log",
        answers=lambda: scanner.version() is not None,
        stop_signal=signal.SIGTERM,
        identity=identity,
    )
    return server, scanner
