"""The demonstration's supervisor: what it starts, starts again, and ends."""

import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from portal.demo.run import Part, asked_to_stop, free_port, running

SLEEPS = "import time; time.sleep(600)"
STUBBORN = "import signal, time; signal.signal(15, lambda *_: None); time.sleep(600)"


def part(folder: Path, code: str) -> Part:
    return Part(
        "part", [sys.executable, "-c", code], environment=os.environ, log=folder / "part.log"
    )


def lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_parts_end_when_the_block_ends(tmp_path: Path) -> None:
    parts = [part(tmp_path, SLEEPS), part(tmp_path, SLEEPS)]
    with running(parts):
        pids = [each.pid for each in parts]
        assert all(pid and lives(pid) for pid in pids)
    assert not any(pid and lives(pid) for pid in pids)


def test_a_part_that_will_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.demo.run.FAREWELL", 0.2)
    stubborn = part(tmp_path, STUBBORN)
    with running([stubborn]):
        pid = stubborn.pid
        time.sleep(0.2)
    assert pid
    assert not lives(pid)


def test_a_crashed_part_is_told_once_and_started_again(tmp_path: Path) -> None:
    crashing = part(tmp_path, "import sys; print('oh'); sys.exit(3)")
    with running([crashing]):
        first = crashing.pid
        while (ended_with := crashing.look()) is None:
            time.sleep(0.02)
        assert ended_with == 3
        while crashing.pid is None:
            assert crashing.look() is None
            time.sleep(0.02)
        assert crashing.pid != first
    assert (tmp_path / "part.log").read_text().startswith("oh")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_polite_signal_is_heard(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with asked_to_stop() as stop:
        os.kill(os.getpid(), number)
        assert stop.wait(10)
    assert signal.getsignal(number) == before


def test_a_taken_port_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        assert free_port(number) > number
