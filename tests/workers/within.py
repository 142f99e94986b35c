"""What tests have a child of the nest do. The child imports this, so it imports little itself."""

import ctypes
import errno
import json
import mmap
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from workers import nest
from workers.nest import Work
from workers.reading.begun import Begun, shared
from workers.sandbox import Bounds, Child, Send

SMALL: Final = Bounds(memory_bytes=200 << 20, cpu_seconds=5)
MIB: Final = 1 << 20


@contextmanager
def child(work: Work, *, content: bytes = b"content", size: int = 0) -> Iterator[Child]:
    """A child of the nest at work on a document of this content, and zeroes up to a size."""
    with (
        given(content, size) as file,
        shared() as begun,
        nest.start(work, file=file, begun=begun, bounds=SMALL) as started,
    ):
        yield started


@contextmanager
def given(content: bytes = b"content", size: int = 0) -> Iterator[int]:
    """An open file of this content."""
    file = os.memfd_create("given")
    try:
        os.write(file, content)
        os.ftruncate(file, max(size, len(content)))
        yield file
    finally:
        os.close(file)


class InTheChild:
    """A value that is made in the child, before its walls stand: what a function returns there."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._made = (function, arguments)

    def __reduce__(self) -> Any:  # Any: as pickle has it
        return self._made


def end_nest() -> None:
    """End the nest whose child this is."""
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)


def attempt(send: Send, _data: mmap.mmap, _begun: Begun, *, what: Callable[[], object]) -> None:
    """Tell how an attempt ends: done, or the name of what stopped it."""
    try:
        what()
    except OSError as error:
        send(type(error).__name__.encode())
    else:
        send(b"done")


def kill_parent() -> None:
    os.kill(os.getppid(), signal.SIGTERM)


def signal_itself() -> None:
    _signal(os.getpid())


def signal_parent() -> None:
    _signal(os.getppid())


def _signal(process: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.tgkill(process, process, 0):
        raise OSError(ctypes.get_errno(), "tgkill")


def two_frames(send: Send, _data: mmap.mmap, _begun: Begun) -> None:
    send(b"one")
    send(b"x" * 3_000_000)


def half_a_frame(send: Send, _data: mmap.mmap, _begun: Begun) -> None:
    closure = send.__closure__ or ()
    (pipe,) = (cell.cell_contents for cell in closure)
    os.write(pipe, b"\x00\x00\x00\x64half")


def megabytes(send: Send, _data: mmap.mmap, _begun: Begun, *, many: int) -> None:
    """Hold so many, and tell of it."""
    held = b"x" * (many * MIB)
    send(b"%d" % len(held))


def sleep(send: Send, _data: mmap.mmap, _begun: Begun) -> None:
    """Tell who sleeps, and sleep."""
    send(b"%d" % os.getpid())
    time.sleep(60)


def ids(send: Send, _data: mmap.mmap, _begun: Begun) -> None:
    send(json.dumps([os.getuid(), os.geteuid(), os.getgid()]).encode())


def read_in_a_thread(send: Send, _data: mmap.mmap, _begun: Begun) -> None:
    """Tell how it ends when a thread of the child's own opens a file."""
    ends: list[str] = []

    def reading() -> None:
        try:
            Path("/etc/passwd").read_bytes()
        except PermissionError:
            ends.append("shut")

    thread = threading.Thread(target=reading)
    thread.start()
    thread.join()
    send(" ".join(ends).encode())


def open_files(send: Send, data: mmap.mmap, _begun: Begun) -> None:
    """Tell what it was given to read, and the open files beyond what is standard."""
    found = []
    for number in range(3, 1024):
        try:
            os.lseek(number, 0, os.SEEK_CUR)
        except OSError as error:
            if error.errno == errno.EBADF:
                continue
        found.append(number)
    send(json.dumps([data[:].decode(), len(found)]).encode())


def loaded(send: Send, _data: mmap.mmap, _begun: Begun) -> None:
    send(json.dumps(sorted(sys.modules)).encode())


def marks_found(
    send: Send, _data: mmap.mmap, _begun: Begun, *, told: str, maps: InTheChild
) -> None:
    """Tell which marks of the kind that was told stand anywhere in this process's memory."""
    mark = told.rstrip("0").encode()
    pattern, found = re.compile(re.escape(mark) + b"[0-9a-f]{32}"), set()
    for line in str(maps).splitlines():
        place, rights, _, _, _, *name = line.split()
        if "r" in rights and name in ([], ["[heap]"], ["[stack]"]):  # the rest are files
            start, end = (int(side, 16) for side in place.split("-"))
            held = (ctypes.c_char * (end - start)).from_address(start)
            found |= {bytes(match) for match in pattern.findall(held)}
    send(json.dumps(sorted(one.decode() for one in found)).encode())
