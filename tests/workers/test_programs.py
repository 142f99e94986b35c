"""What a program of the system may and may not do behind walls."""

import os

import pytest

from workers import programs
from workers.sandbox import Bounds

SMALL = Bounds(memory_bytes=200 << 20, cpu_seconds=5)


def run(program: list[str], given: bytes = b"", seconds: float = 10.0) -> bytes | None:
    """What a program of the system prints when it runs behind walls."""
    fd = os.memfd_create("given")
    try:
        os.write(fd, given)
        os.lseek(fd, 0, os.SEEK_SET)
        return programs.run_program(
            program, stdin=fd, bounds=SMALL, seconds=seconds, most=1_000_000
        )
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
