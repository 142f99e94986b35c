"""The nest: a slim process that has loaded the readers and nothing else, and forks their children.

A worker holds secrets and much that it has loaded; a child forked from it would hold copies of
both. The nest is a program of its own, with an empty environment. It is asked over one socket,
which a worker's jobs inherit, and ends when nobody is left who could ask. With each request comes
a lease: while its other end is open the child lives, and over it goes how the child ended.
"""

import atexit
import mmap
import os
import pickle
import selectors
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

from workers import sandbox, walls
from workers.reading.begun import Begun
from workers.sandbox import Bounds, Child, Exit, Send

# A function that can be named to another process: of a module, with values that can be pickled.
Work = Callable[[Send, mmap.mmap, Begun], None]

_STATUS: Final = struct.Struct("i")
_MOST: Final = 1 << 18  # bytes of a request, more than the socket takes at once
_FILES: Final = 4  # lease, pipe, document, marks


@dataclass(frozen=True, slots=True)
class _Nest:
    process: subprocess.Popen[bytes]
    control: socket.socket


class _Leased(Child):
    """A child of the nest."""

    def __init__(self, pipe: int, lease: socket.socket) -> None:
        super().__init__(pipe)
        self._lease = lease

    def _killed(self) -> Exit:
        self._lease.shutdown(socket.SHUT_WR)
        status = self._lease.recv(_STATUS.size)
        self._lease.close()
        if not status:  # no nest is there that could tell it
            return Exit(sandbox.EXIT_ORPHANED, 0)
        return sandbox.exit_of(*_STATUS.unpack(status))


def start(work: Work, *, file: int, begun: Begun, bounds: Bounds) -> Child:
    """Have a child do ``work`` behind walls, on an open file that it maps before they stand."""
    # Pickles go from here to the nest alone; what a child answers is never one.
    request = pickle.dumps((work, bounds, sandbox.available()))
    stand_by()
    reading, writing = sandbox.answering()
    lease, theirs = socket.socketpair()
    with theirs, suppress(ConnectionError):  # a nest that ends now has a child that ended with it
        files = [theirs.fileno(), writing, file, begun.file]
        socket.send_fds(_nest().control, [request], files)
    os.close(writing)
    return _Leased(reading, lease)


def stand_by() -> int:
    """See that there is a nest, and a living one; its process id.

    A worker calls it before it forks a job, which then need not wait for one of its own.
    """
    if _is_gone(_nest().control):
        end()
    return _nest().process.pid


def end() -> None:
    """End the nest, and its children with it; a job gives its worker's up. Harmless without one."""
    if _nest.cache_info().currsize:
        nest = _nest()
        _nest.cache_clear()
        nest.control.close()
        nest.process.kill()  # of a job's it is no child, and then this does nothing
        nest.process.wait()


@cache
def _nest() -> _Nest:
    """This process's nest, or that of the worker it was forked from."""
    control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-P", "-m", "workers.reading", str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            process_group=0,  # Ctrl-C at a terminal is for the worker, which ends its job first
        )
    atexit.register(end)
    if not control.recv(1):
        raise RuntimeError(f"the nest ended with {process.wait()}")
    return _Nest(process, control)


def _environment() -> dict[str, str]:
    """Nothing of the worker's own, which holds its secrets."""
    code = Path(__file__).parents[1]
    # A child gives memory back by ending. Doing so piece by piece took half of a page of many
    # fields: a worker learns these bounds from what it frees itself, which the nest hardly does.
    kept = {"MALLOC_TRIM_THRESHOLD_": str(1 << 28), "MALLOC_MMAP_THRESHOLD_": str(1 << 22)}
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(code), **kept}


def _is_gone(control: socket.socket) -> bool:
    try:
        return not control.recv(1, socket.MSG_DONTWAIT | socket.MSG_PEEK)
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def serve(control: socket.socket) -> None:
    """Be the nest: fork a child for each request, end it with its lease; until nobody can ask."""
    walls.supported()  # makes the filter of calls, once for all children
    control.send(b"\0")
    with selectors.DefaultSelector() as waiting:
        waiting.register(control, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.data:
                    waiting.unregister(key.fileobj)
                    _bury(*key.data)
                    continue
                request, files, *_ = socket.recv_fds(control, _MOST, _FILES)
                if not request:
                    return
                lease, pid = _hatch(request, files)
                waiting.register(lease, selectors.EVENT_READ, data=(lease, pid))


def _hatch(request: bytes, files: Sequence[int]) -> tuple[socket.socket, int]:
    lease, pipe, *given = files
    pid = sandbox.fork(partial(_live, request=request, files=given), pipe=pipe, keep=given)
    for file in (pipe, *given):
        os.close(file)
    return socket.socket(fileno=lease), pid


def _bury(lease: socket.socket, pid: int) -> None:
    """End a child whose lease was given up. One that has ended before keeps its own status."""
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    with lease, suppress(ConnectionError):
        lease.send(_STATUS.pack(status))


def _live(pipe: int, *, request: bytes, files: Sequence[int]) -> None:
    """In the child."""
    document, marks = files
    work, bounds, standing = pickle.loads(request)  # noqa: S301 (our own worker's, as told above)
    data, begun = mmap.mmap(document, 0, access=mmap.ACCESS_COPY), Begun(marks)
    sandbox.close_all_but({pipe})
    walls.shut_in(standing, memory=bounds.memory_bytes, cpu=bounds.cpu_seconds, files=bounds.files)
    work(sandbox.sender(pipe), data, begun)
