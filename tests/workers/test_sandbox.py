"""What a child may and may not do, tried from within it."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workers import sandbox, syscalls, walls
from workers.sandbox import Bounds, Exit, Late, Send, Spilled
from workers.walls import Walls

SMALL = Bounds(memory_bytes=200 << 20, cpu_seconds=5)


def outcome(attempt: Callable[[], object]) -> str:
    """How an attempt inside the child ends: done, or the name of what stopped it."""

    def work(send: Send) -> None:
        try:
            attempt()
        except OSError as error:
            send(type(error).__name__.encode())
        else:
            send(b"done")

    with sandbox.start(work, bounds=SMALL) as child:
        answer = child.receive(seconds=10, most=1000)
    return "died" if answer is None else answer.decode()


def test_this_machine_has_every_wall() -> None:
    standing = sandbox.available()
    assert standing.missing == (), "landlock needs Linux 5.13, seccomp the package libseccomp2"


def test_a_missing_wall_is_named() -> None:
    assert Walls(landlock=0, seccomp=True).missing == ("landlock",)
    assert Walls(landlock=7, seccomp=False).missing == ("seccomp",)


def test_a_child_answers_in_frames_and_ends() -> None:
    def work(send: Send) -> None:
        send(b"one")
        send(b"x" * 3_000_000)

    with sandbox.start(work, bounds=SMALL) as child:
        assert child.receive(seconds=10, most=10) == b"one"
        assert child.receive(seconds=10, most=3_000_000) == b"x" * 3_000_000
        assert child.receive(seconds=10, most=10) is None
        assert child.end() == Exit(0, 0)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Path("/etc/passwd").read_bytes(),
        lambda: Path("/proc/self/environ").read_bytes(),
        lambda: Path("/tmp/written").write_bytes(b"x"),
        lambda: next(Path("/").iterdir()),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        socket.socketpair,
        os.fork,
        lambda: os.execv("/bin/true", ["true"]),
        lambda: os.kill(os.getppid(), signal.SIGTERM),
        lambda: os.memfd_create("x"),
    ],
    ids=[
        "read a file", "read its environment", "write a file", "list a folder", "tcp", "udp",
        "socket pair", "fork", "exec", "kill its parent", "memory file",
    ],
)  # fmt: skip
def test_a_child_may_not(attempt: Callable[[], object]) -> None:
    assert outcome(attempt) == "PermissionError"


def test_a_child_may_work_in_threads_of_its_own_behind_the_same_walls() -> None:
    ends: list[str] = []

    def attempt() -> None:
        try:
            Path("/etc/passwd").read_bytes()
        except PermissionError:
            ends.append("shut")

    def work(send: Send) -> None:
        thread = threading.Thread(target=attempt)
        thread.start()
        thread.join()
        send(" ".join(ends).encode())

    with sandbox.start(work, bounds=SMALL) as child:
        assert child.receive(seconds=10, most=100) == b"shut"


def test_a_child_may_signal_itself_alone() -> None:
    def signals(process: int) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.tgkill(process, process, 0):
            raise OSError(ctypes.get_errno(), "tgkill")

    for _ in range(2):  # the filter is made once, for whichever child comes
        assert outcome(lambda: signals(os.getpid())) == "done"
        assert outcome(lambda: signals(os.getppid())) == "PermissionError"


def test_without_a_filter_no_child_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    standing = sandbox.available()
    monkeypatch.setattr(syscalls, "_allowing", lambda: b"")
    monkeypatch.setattr(sandbox, "available", lambda: standing)
    assert outcome(lambda: None) == "died"
    assert not walls.supported().seccomp


def test_landlock_alone_keeps_files_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "available", lambda: Walls(landlock=7, seccomp=False))
    assert outcome(lambda: Path("/etc/passwd").read_bytes()) == "PermissionError"
    assert outcome(lambda: Path("/tmp/written").write_bytes(b"x")) == "PermissionError"


def test_a_child_of_root_is_nobody() -> None:
    def work(send: Send) -> None:
        send(json.dumps([os.getuid(), os.geteuid(), os.getgid()]).encode())

    with sandbox.start(work, bounds=SMALL) as child:
        ids = json.loads(child.receive(seconds=10, most=100) or b"[]")
    assert 0 not in ids


def test_a_child_inherits_no_open_file(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("w+b") as file:
        file.write(b"secret")
        file.flush()
        number = file.fileno()
        assert outcome(lambda: os.lseek(number, 0, os.SEEK_SET)) == "OSError"


def test_too_much_memory_ends_the_child_and_is_told() -> None:
    def work(send: Send) -> None:
        send(b"x" * (400 << 20))

    with sandbox.start(work, bounds=SMALL) as child:
        assert child.receive(seconds=10, most=1000) is None
        assert child.end().out_of_memory


def test_a_child_that_is_late_is_killed() -> None:
    def work(send: Send) -> None:
        time.sleep(60)
        send(b"never")

    with sandbox.start(work, bounds=SMALL) as child:
        with pytest.raises(Late):
            child.receive(seconds=0.05, most=10)
        assert child.kill() == Exit(0, signal.SIGKILL)
    with pytest.raises(ProcessLookupError):
        os.kill(child.pid, 0)


def test_a_frame_longer_than_allowed_is_not_taken() -> None:
    with (
        sandbox.start(lambda send: send(b"x" * 100), bounds=SMALL) as child,
        pytest.raises(Spilled),
    ):
        child.receive(seconds=10, most=99)


def test_half_a_frame_is_not_taken() -> None:
    def half(send: Send) -> None:
        closure = send.__closure__ or ()
        (pipe,) = (cell.cell_contents for cell in closure)
        os.write(pipe, b"\x00\x00\x00\x64half")

    with sandbox.start(half, bounds=SMALL) as child, pytest.raises(Spilled):
        child.receive(seconds=10, most=100)


def test_a_child_dies_with_its_parent() -> None:
    script = (
        "import time; from workers import sandbox\n"
        "child = sandbox.start(lambda send: time.sleep(60), bounds=sandbox.Bounds())\n"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert _gone(pid)


def _gone(pid: int) -> bool:
    for _ in range(500):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


def run(program: list[str], given: bytes = b"", seconds: float = 10.0) -> bytes | None:
    """What a program of the system prints when it runs behind walls."""
    fd = os.memfd_create("given")
    try:
        os.write(fd, given)
        os.lseek(fd, 0, os.SEEK_SET)
        return sandbox.run_program(program, stdin=fd, bounds=SMALL, seconds=seconds, most=1_000_000)
    finally:
        os.close(fd)


def test_a_program_reads_what_it_is_given_and_what_it_prints_comes_back() -> None:
    assert run(["/bin/cat"], b"pixels") == b"pixels"


@pytest.mark.parametrize(
    "program",
    [
        ["/bin/cat", "/etc/passwd"],
        ["/bin/sh", "-c", "echo x > /tmp/written && echo done"],
        ["/bin/sh", "-c", "(echo a child)"],
        ["/bin/bash", "-c", "echo > /dev/tcp/127.0.0.1/22"],
        ["/bin/there-is-no-such-program"],
    ],
    ids=["other file", "write", "fork", "network", "missing"],
)
def test_a_program_may_not(program: list[str]) -> None:
    assert run(program) is None


def test_a_program_that_is_late_or_talks_too_much_is_killed() -> None:
    assert run(["/bin/sleep", "60"], seconds=0.05) is None
    assert run(["/usr/bin/yes"]) is None
