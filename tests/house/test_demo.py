"""The demonstration as a person starts it: once from nothing, once again, cut short, emptied."""

import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from portal import embedded

ROOT: Final = Path(__file__).parents[2]
PARTS: Final = {"web", "read", "flag", "mail", "clock"}
SERVERS: Final = {"postgres", "redis-server"}


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the servers can reach, whoever runs the tests."""
    place = Path(tempfile.mkdtemp(prefix="underlag-tests-"))
    yield place
    embedded.erase(place)


class Terminal:
    """A person's terminal with the demonstration in it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.said = ""
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "portal", "demo"),
                *("--folder", str(folder), "--port", str(port)),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def read_until(self, words: str) -> str:
        """What was said up to a line with these words. Fails where it ends before."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if words in line:
                return self.said
        pytest.fail(f"it ended without saying {words!r}: {self.said}")

    def end(self, number: signal.Signals) -> int:
        """Send a signal and wait for the end."""
        self.process.send_signal(number)
        with self.process:
            assert self.process.stdout
            self.said += self.process.stdout.read()
        return self.process.returncode


@pytest.fixture
def start(folder: Path, unused_port: int) -> Iterator[Callable[[], Terminal]]:
    """Start the demonstration on the folder; what a failed test left is ended."""
    started = []

    def make() -> Terminal:
        started.append(Terminal(folder, unused_port))
        return started[-1]

    yield make
    for terminal in started:
        if terminal.process.poll() is None:
            terminal.end(signal.SIGKILL)
    wait_for_silence(folder)


def processes_on(folder: Path) -> set[str]:
    """The last word of each process that runs on what lies in a folder: part or server."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_text(errors="replace").strip("\0").split("\0")
            environment = (place / "environ").read_text(errors="replace")
        except OSError:  # it has ended meanwhile
            continue
        if str(folder) in environment or any(str(folder) in word for word in command):
            # Redis writes its socket's path behind its name.
            found.update(PARTS & set(command) or {Path(command[0].split()[0]).name})
    return found


def wait_for_silence(folder: Path) -> None:
    while processes_on(folder):
        time.sleep(0.1)


def answer(address: str) -> int:
    with urllib.request.urlopen(address, timeout=30) as response:
        status: int = response.status
        return status


def test_the_demonstration_starts_ends_and_finds_everything_again(
    start: Callable[[], Terminal], folder: Path, unused_port: int
) -> None:
    first = start()
    said = first.read_until("Ctrl-C ends it")
    assert "only the first time" in said
    for role in ("supplier", "reviewer", "planner", "administrator"):
        assert re.search(rf"^  {role}.* \S+@\S+ +\S+$", said, re.MULTILINE)
    assert list((folder / "papers").iterdir())
    assert answer(f"http://localhost:{unused_port}/readyz") == 200
    assert processes_on(folder) >= PARTS | SERVERS
    assert first.end(signal.SIGINT) == 0
    assert processes_on(folder) == set()

    again = start()
    assert "only the first time" not in again.read_until("Ctrl-C ends it")
    assert answer(f"http://localhost:{unused_port}/readyz") == 200
    # However it ends: nothing is left that holds a port or a file.
    again.end(signal.SIGKILL)
    wait_for_silence(folder)

    emptied = subprocess.run(
        [sys.executable, "-m", "portal", "demo", "--folder", folder, "--reset"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "empty" in emptied.stdout
    assert not folder.exists()


def test_a_first_start_that_was_cut_short_begins_anew(
    start: Callable[[], Terminal], folder: Path
) -> None:
    first = start()
    first.read_until("only the first time")
    first.end(signal.SIGKILL)
    wait_for_silence(folder)
    # Without a fresh beginning this would say that it runs, over half a story.
    start().read_until("only the first time")
