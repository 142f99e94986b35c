"""A child process without files, network or children of its own, for a stranger's bytes.

It is forked, closes what it inherited, puts up its walls and only then touches the input, which
was opened before. It answers in length-prefixed frames over one pipe. Readers are forked from the
nest; what runs programs of the system is forked from whoever asks for them.
"""

import contextlib
import gc
import os
import resource
import select
import signal
import struct
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NoReturn, Self

from workers import walls
from workers.walls import Walls

Send = Callable[[bytes], None]

_HEADER: Final = struct.Struct(">I")
PIPE_BYTES: Final = 1 << 20
_AT_ONCE: Final = 1 << 16  # bytes; most frames come with one look at the pipe
_SET_PIPE_SIZE: Final = 1031  # F_SETPIPE_SZ; the fcntl module names it on Linux only
_MIB: Final = 1 << 20

EXIT_FAULT: Final = 70
EXIT_MEMORY: Final = 71
EXIT_ORPHANED: Final = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a child may use. ``memory_bytes`` comes on top of what is mapped at its start."""

    memory_bytes: int = 1_536 * _MIB
    cpu_seconds: int = 300
    files: int = 64


class Late(Exception):
    """The child did not answer within its time."""


class Spilled(Exception):
    """The child sent more than it may, or half a frame."""


@dataclass(frozen=True, slots=True)
class Exit:
    """How a child ended: by itself with a code, or by a signal (0 when by itself)."""

    code: int
    signal: int

    @property
    def out_of_memory(self) -> bool:
        """Whether it ran into its bound: Python says so, native code aborts or traps."""
        traps = (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL)
        return self.code == EXIT_MEMORY or self.signal in traps

    @property
    def orphaned(self) -> bool:
        """Whether it ended because its nest did, which may be none of its doing."""
        return self.code == EXIT_ORPHANED

    @property
    def out_of_time(self) -> bool:
        """Whether it used up its processor time."""
        return self.signal == signal.SIGXCPU


class Child(ABC):
    """A running child. Leaving the ``with`` block kills it, whatever it was doing."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._held = bytearray()
        self._exit: Exit | None = None
        self._poll = select.poll()
        self._poll.register(pipe, select.POLLIN)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def receive(self, *, seconds: float, most: int) -> bytes | None:
        """The next frame, or None when the child has closed its end.

        Raises Late after ``seconds``, Spilled when the frame is longer than ``most`` bytes.
        """
        until = time.monotonic() + seconds
        if not self._hold(_HEADER.size, until):
            if self._held:
                raise Spilled
            return None
        (length,) = _HEADER.unpack_from(self._held)
        if length > most:
            raise Spilled
        end = _HEADER.size + length
        if not self._hold(end, until):
            raise Spilled
        body = bytes(self._held[_HEADER.size : end])
        del self._held[:end]
        return body

    def read_all(self, *, seconds: float, most: int) -> bytes:
        """Everything a program writes until it ends. Raises Late or Spilled as ``receive``."""
        until = time.monotonic() + seconds
        parts: list[bytes] = []
        while part := self._some(PIPE_BYTES, until):
            parts.append(part)
            most -= len(part)
            if most < 0:
                raise Spilled
        return b"".join(parts)

    def kill(self) -> Exit:
        """End the child now, and tell how it ended. Harmless when it has ended before."""
        if self._exit is None:
            self._exit = self._killed()
        if self._pipe >= 0:
            os.close(self._pipe)
            self._pipe = -1
        return self._exit

    @abstractmethod
    def _killed(self) -> Exit:
        """Kill the child if it lives; how it ended."""

    def _hold(self, length: int, until: float) -> bool:
        """Whether so many bytes have come; what came along with them is kept for the next frame."""
        while len(self._held) < length:
            part = self._some(max(length - len(self._held), _AT_ONCE), until)
            if not part:
                return False
            self._held += part
        return True

    def _some(self, length: int, until: float) -> bytes:
        wait = max(0.0, until - time.monotonic())
        if not self._poll.poll(wait * 1000):
            raise Late
        return os.read(self._pipe, min(length, PIPE_BYTES))


class Forked(Child):
    """A child of this process."""

    def __init__(self, pid: int, pipe: int) -> None:
        super().__init__(pipe)
        self._pid = pid

    def end(self, *, seconds: float = 1.0) -> Exit:
        """How the child ended; one that has not ended within ``seconds`` is killed."""
        until = time.monotonic() + seconds
        while self._exit is None and time.monotonic() < until:
            self._exit = self._reap(os.WNOHANG)
            if self._exit is None:
                time.sleep(0.001)
        return self.kill()

    def _killed(self) -> Exit:
        os.kill(self._pid, signal.SIGKILL)
        return self._reap(0) or Exit(EXIT_FAULT, 0)

    def _reap(self, options: int) -> Exit | None:
        try:
            pid, status = os.waitpid(self._pid, options)
        except ChildProcessError:  # another part of the worker reaps every child there is
            return Exit(EXIT_FAULT, 0)
        return exit_of(status) if pid else None


def exit_of(status: int) -> Exit:
    """How a child ended, from the status it was reaped with."""
    code = os.waitstatus_to_exitcode(status)
    return Exit(max(code, 0), max(-code, 0))


@cache
def available() -> Walls:
    """Which walls this machine lets a child put up, tried once in a child of its own."""
    wanted = walls.supported()

    def body(pipe: int) -> None:
        stood = walls.try_each(wanted)
        os.write(pipe, bytes([stood.landlock, stood.seccomp]))

    with start(body) as child:
        try:
            answer = child.read_all(seconds=5.0, most=16)
        except Late:
            answer = b""
    if len(answer) != 2:
        return Walls(landlock=0, seccomp=False)
    return Walls(landlock=answer[0], seccomp=bool(answer[1]))


def start(body: Callable[[int], None], *, keep: Sequence[int] = ()) -> Forked:
    """Fork a child that does ``body`` with its end of a pipe; the body puts up the walls."""
    reading, writing = answering()
    pid = fork(body, pipe=writing, keep=keep)
    os.close(writing)
    return Forked(pid, reading)


def answering() -> tuple[int, int]:
    """A pipe for a child's answers: where they are read and where it writes them."""
    reading, writing = os.pipe()
    _widen(reading)
    return reading, writing


def fork(body: Callable[[int], None], *, pipe: int, keep: Sequence[int] = ()) -> int:
    """Fork a child of this process that has the ``pipe`` and what it is to ``keep``; its id."""
    parent = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        _live(body, parent=parent, pipe=pipe, keep=keep)
    return pid


def _live(body: Callable[[int], None], *, parent: int, pipe: int, keep: Sequence[int]) -> NoReturn:
    """The child's whole life; it never returns into the parent's code."""
    code = EXIT_FAULT
    try:
        gc.disable()  # collecting would copy every page shared with the parent
        _forget_signals()
        walls.die_with(parent)
        close_all_but({pipe, *keep})
        body(pipe)
        code = 0
    except MemoryError:
        code = EXIT_MEMORY
    finally:
        os._exit(code)


def _forget_signals() -> None:
    """A worker's handlers (job time-outs, shutdown) are not the child's."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGUSR1, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def close_all_but(keep: set[int]) -> None:
    """Close every open file but these; what is standard leads nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    last = 2
    for fd in sorted(fd for fd in keep if fd > 2):
        os.closerange(last + 1, fd)
        last = fd
    highest = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    os.closerange(last + 1, min(highest, 1 << 20) if highest > 0 else 1 << 20)


def _widen(pipe: int) -> None:
    """A larger pipe lets the child run ahead; refused where the person's quota is used up."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.fcntl(pipe, _SET_PIPE_SIZE, PIPE_BYTES)


def sender(pipe: int) -> Send:
    """What sends a child's frames."""

    def send(frame: bytes) -> None:
        rest = memoryview(_HEADER.pack(len(frame)) + frame)
        while rest:
            rest = rest[os.write(pipe, rest) :]

    return send
