"""Child processes that end with the process that started them."""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypedDict

from portal.errors import Misconfigured

PATIENCE: Final = 60.0  # seconds until a server must answer or have ended

_PR_SET_PDEATHSIG: Final = 1
_LIBC: Final = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def bound_to_parent(number: signal.Signals, *, parent: int | None = None) -> Callable[[], None]:
    """What a child runs before its program, so that it gets the signal when its parent dies.

    ``parent`` is the parent's process id, where the child and not the parent calls this.
    The kernel means the thread that starts the child: start children from the main thread.
    """
    parent = os.getpid() if parent is None else parent

    def bind() -> None:
        if _LIBC is not None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)
            # The parent may have died before the line above.
            if os.getppid() != parent:
                os.kill(os.getpid(), number)

    return bind


class Identity(TypedDict, total=False):
    """Under whom a child runs, as keywords of subprocess; empty for ourselves."""

    user: int
    group: int
    extra_groups: list[int]


def unprivileged() -> Identity:
    """The identity the servers get: our own, or that of ``nobody`` where we are root."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


class Server:
    """A server program as our child; it can be stopped and started again."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        log: Path,
        answers: Callable[[], bool],
        stop_signal: signal.Signals,
        identity: Identity,
    ) -> None:
        self._command = [str(word) for word in command]
        self._log = log
        self._answers = answers
        self._stop_signal = stop_signal
        self._identity = identity
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises :class:`Misconfigured` with the end of its log when it does not.
        """
        with self._log.open("wb") as log:
            self._child = subprocess.Popen(  # noqa: S603 - the command is ours
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=environment(),
                # A Ctrl-C in the terminal is for us alone; we end the servers last.
                start_new_session=True,
                preexec_fn=bound_to_parent(self._stop_signal),  # noqa: PLW1509 - no threads yet
                **self._identity,
            )
        end = time.monotonic() + PATIENCE
        while not self._answers():
            if self._child.poll() is not None or time.monotonic() > end:
                self.stop()
                self._complain()
            time.sleep(0.02)

    def _complain(self) -> None:
        tail = self._log.read_text(errors="replace").strip()[-1000:]
        raise Misconfigured(
            "%(program)s did not start. Its log ends with: %(tail)s",
            program=Path(self._command[0]).name,
            tail=tail,
        )

    def stop(self) -> None:
        """End it and wait until it has ended; one that has ended already is left alone."""
        if self._child is None:
            return
        if self._child.poll() is None:
            self._child.send_signal(self._stop_signal)
            try:
                self._child.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
        self._child = None


def environment() -> dict[str, str]:
    """What a server sees of ours: nothing that could change how it behaves."""
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
