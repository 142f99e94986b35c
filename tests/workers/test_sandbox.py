"""What a child may and may not do, tried from within it."""

import json
import os
import pickle
import signal
import socket
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.workers import within
from tests.workers.within import SMALL, child, given
from workers import nest, sandbox, syscalls, walls
from workers.nest import Work
from workers.reading.begun import shared
from workers.sandbox import Exit, Late, Spilled
from workers.walls import Walls


def outcome(attempt: Callable[[], object]) -> str:
    """How an attempt inside a child ends: done, or the name of what stopped it."""
    with child(partial(within.attempt, what=attempt)) as started:
        answer = started.receive(seconds=10, most=1000)
    return "died" if answer is None else answer.decode()


def outcome_here(attempt: Callable[[], object]) -> str:
    """As ``outcome``, in a child of this process instead of the nest."""
    work: Work = partial(within.attempt, what=attempt)
    with given() as file, shared() as begun:
        files, request = (file, begun.file), pickle.dumps((work, SMALL, sandbox.available()))
        body = partial(nest._live, request=request, files=files)
        with sandbox.start(body, keep=files) as started:
            answer = started.receive(seconds=10, most=1000)
    return "died" if answer is None else answer.decode()


def test_this_machine_has_every_wall() -> None:
    standing = sandbox.available()
    assert standing.missing == (), "landlock needs Linux 5.13, seccomp the package libseccomp2"


def test_a_missing_wall_is_named() -> None:
    assert Walls(landlock=0, seccomp=True).missing == ("landlock",)
    assert Walls(landlock=7, seccomp=False).missing == ("seccomp",)


def test_a_child_answers_in_frames_and_ends() -> None:
    with child(within.two_frames) as started:
        assert started.receive(seconds=10, most=10) == b"one"
        assert started.receive(seconds=10, most=3_000_000) == b"x" * 3_000_000
        assert started.receive(seconds=10, most=10) is None
        assert started.kill() == Exit(0, 0)


read_a_file = partial(Path.read_bytes, Path("/etc/passwd"))
write_a_file = partial(Path.write_bytes, Path("/tmp/written"), b"x")


@pytest.mark.parametrize(
    "attempt",
    [
        read_a_file,
        partial(Path.read_bytes, Path("/proc/self/environ")),
        write_a_file,
        partial(os.listdir, "/"),
        partial(socket.socket, socket.AF_INET, socket.SOCK_STREAM),
        partial(socket.socket, socket.AF_INET, socket.SOCK_DGRAM),
        socket.socketpair,
        os.fork,
        partial(os.execv, "/bin/true", ["true"]),
        within.kill_parent,
        partial(os.memfd_create, "x"),
    ],
    ids=[
        "read a file", "read its environment", "write a file", "list a folder", "tcp", "udp",
        "socket pair", "fork", "exec", "kill its parent", "memory file",
    ],
)  # fmt: skip
def test_a_child_may_not(attempt: Callable[[], object]) -> None:
    assert outcome(attempt) == "PermissionError"


def test_a_child_may_work_in_threads_of_its_own_behind_the_same_walls() -> None:
    with child(within.read_in_a_thread) as started:
        assert started.receive(seconds=10, most=100) == b"shut"


def test_a_child_may_signal_itself_alone() -> None:
    for _ in range(2):  # the filter is made once, for whichever child comes
        assert outcome(within.signal_itself) == "done"
        assert outcome(within.signal_parent) == "PermissionError"


def test_without_a_filter_no_child_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcome_here(time.time) == "done"
    monkeypatch.setattr(syscalls, "_allowing", lambda: b"")
    assert outcome_here(time.time) == "died"
    assert not walls.supported().seccomp


def test_landlock_alone_keeps_files_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "available", lambda: Walls(landlock=7, seccomp=False))
    assert outcome(os.getppid) == "done"
    assert outcome(read_a_file) == "PermissionError"
    assert outcome(write_a_file) == "PermissionError"


def test_a_child_of_root_is_nobody() -> None:
    with child(within.ids) as started:
        ids = json.loads(started.receive(seconds=10, most=100) or b"[0]")
    assert 0 not in ids


def test_a_child_reads_what_it_was_given_and_has_no_open_file_but_its_pipe() -> None:
    with child(within.open_files, content=b"words") as started:
        assert json.loads(started.receive(seconds=10, most=100) or b"") == ["words", 1]


def test_too_much_memory_ends_the_child_and_is_told() -> None:
    with child(partial(within.megabytes, many=400)) as started:
        assert started.receive(seconds=10, most=1000) is None
        assert started.kill().out_of_memory


def test_what_a_child_may_use_comes_on_top_of_what_it_was_given_to_read() -> None:
    more_than_it_may_use = 2 * SMALL.memory_bytes
    with child(partial(within.megabytes, many=100), size=more_than_it_may_use) as started:
        assert started.receive(seconds=10, most=1000) == b"%d" % (100 * within.MIB)


def test_a_child_that_is_late_is_killed() -> None:
    with child(within.sleep) as started:
        pid = int(started.receive(seconds=10, most=10) or b"0")
        with pytest.raises(Late):
            started.receive(seconds=0.05, most=10)
        assert started.kill() == Exit(0, signal.SIGKILL)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_frame_longer_than_allowed_is_not_taken() -> None:
    with child(within.two_frames) as started:
        assert started.receive(seconds=10, most=3) == b"one"
        with pytest.raises(Spilled):
            started.receive(seconds=10, most=2_999_999)


def test_half_a_frame_is_not_taken() -> None:
    with child(within.half_a_frame) as started, pytest.raises(Spilled):
        started.receive(seconds=10, most=100)
