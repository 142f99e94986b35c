"""Walls around a process: bounds, landlock, filtered calls. Raised once, never lowered."""

import contextlib
import ctypes
import os
import resource
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workers import syscalls
from workers.syscalls import WallFailed

NOBODY: Final = 65534

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_DUMPABLE: Final = 4
_PR_SET_NO_NEW_PRIVS: Final = 38

# The three landlock calls have the same numbers on every architecture.
_CREATE_RULESET: Final = 444
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_ASK_VERSION: Final = 1
_RULE_PATH: Final = 1
_READ_ONLY: Final = 0b1101  # execute, read a file, list a folder
# Besides: write, remove and make folders, files and sockets, truncate. No links, pipes, devices.
_PRIVATE: Final = 0b100_0011_1011_1110

SYSTEM_FOLDERS: Final = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/dev/null")
OFFICE_FOLDERS: Final = (
    *SYSTEM_FOLDERS, "/etc/libreoffice", "/etc/fonts", "/etc/locale.alias", "/dev/urandom",
    "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice",
)  # fmt: skip

_libc: Final = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Walls:
    """Which walls stand: landlock's version (0 is none) and seccomp. Bounds always do."""

    landlock: int
    seccomp: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the walls that a machine lacks, for the start log and the health page."""
        lacks = {"landlock": not self.landlock, "seccomp": not self.seccomp}
        return tuple(name for name, lacking in lacks.items() if lacking)


def supported() -> Walls:
    """What the kernel and the libraries offer, not yet tried."""
    version = _libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    return Walls(landlock=min(max(version, 0), 255), seccomp=syscalls.can_filter())


def try_each(wanted: Walls) -> Walls:
    """Put up each wall in this process, for a trial child only; those that stood."""
    _no_new_privileges()
    landlock, seccomp = 0, False
    with contextlib.suppress(OSError):
        _landlock(wanted.landlock, readable=())
        landlock = wanted.landlock
    with contextlib.suppress(OSError):
        if wanted.seccomp:
            syscalls.allow_only_ours()
            seccomp = True
    return Walls(landlock=landlock, seccomp=seccomp)


def shut_in(standing: Walls, *, memory: int, cpu: int, files: int) -> None:
    """No file, network or process from here on; what is open stays open. For our own code.

    Raises WallFailed: the caller must end.
    """
    _bound(memory=memory, cpu=cpu, files=files)
    _step_down()
    _no_new_privileges()
    _landlock(standing.landlock, readable=())
    if standing.seccomp:
        syscalls.allow_only_ours()


def shut_in_program(standing: Walls, *, memory: int, cpu: int) -> None:
    """Only the system's own folders, read-only, and no network. For a program run next."""
    _bound(memory=memory, cpu=cpu, files=64)
    _step_down()
    _no_new_privileges()
    _landlock(standing.landlock, readable=SYSTEM_FOLDERS)
    if standing.seccomp:
        syscalls.refuse_to_program()


def shut_in_office(standing: Walls, *, memory: int, cpu: int, file_bytes: int, folder: str) -> None:
    """As for a program, but that it may write in one folder and wait at a socket there.

    It can connect to nothing. Raises WallFailed where landlock or seccomp is lacking: without
    them such a program would reach whatever it liked.
    """
    if standing.missing:
        raise WallFailed(0, ", ".join(standing.missing))
    _bound(memory=memory, cpu=cpu, files=256, file_bytes=file_bytes)
    _step_down()
    _no_new_privileges()
    _landlock(standing.landlock, readable=OFFICE_FOLDERS, private=folder)
    syscalls.refuse_to_office()
    _limit(resource.RLIMIT_AS, memory)  # of its own alone: what is mapped here goes with the exec


def die_with(parent: int) -> None:
    """End this process when its parent ends; at once when it has ended already."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _bound(*, memory: int, cpu: int, files: int, file_bytes: int = 0) -> None:
    """The bound on memory is on top of what is mapped now: a warm parent maps much."""
    _limit(resource.RLIMIT_AS, _mapped_bytes() + memory)
    _limit(resource.RLIMIT_CPU, cpu)
    _limit(resource.RLIMIT_FSIZE, file_bytes)
    _limit(resource.RLIMIT_NOFILE, files)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    bounded = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (bounded, bounded))


def _mapped_bytes() -> int:
    with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 (before the walls, no Path)
        return int(statm.read().split()[0]) * resource.getpagesize()


def _step_down() -> None:
    """Root becomes nobody. A container may forbid the change, and then holds root down itself."""
    if os.geteuid() == 0:
        parent = os.getppid()
        with contextlib.suppress(PermissionError):
            os.setgroups(())
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        die_with(parent)  # the kernel forgets it on a change of user


def _no_new_privileges() -> None:
    _libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    if _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise WallFailed(ctypes.get_errno(), "no_new_privs")


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathRule(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def _ruleset(version: int) -> tuple[_Ruleset, int]:
    """Everything that a version can forbid, and the size of the structure it knows."""
    files = (1 << 13) - 1
    for since, bit in ((2, 13), (3, 14), (5, 15)):  # move, truncate, device control
        files |= (version >= since) << bit
    rules = _Ruleset(files, 0b11 if version >= 4 else 0, 0b11 if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    return rules, size


def _landlock(version: int, *, readable: Sequence[str], private: str | None = None) -> None:
    if not version:
        return
    rules, size = _ruleset(version)
    fd = _libc.syscall(_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if fd < 0:
        raise WallFailed(ctypes.get_errno(), "landlock")
    for path in readable:
        _allow(fd, path, _READ_ONLY)
    if private is not None:
        _allow(fd, private, _PRIVATE & rules.files)
    if _libc.syscall(_RESTRICT_SELF, fd, 0):
        raise WallFailed(ctypes.get_errno(), "landlock")
    os.close(fd)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    # A right to list is refused for a file by the kernel.
    allowed = rights if os.path.isdir(path) else 0b101  # noqa: PTH112 (a child's few lines)
    rule = _PathRule(allowed, fd)
    if _libc.syscall(_ADD_RULE, ruleset, _RULE_PATH, ctypes.byref(rule), 0):
        raise WallFailed(ctypes.get_errno(), f"landlock: {path}")
    os.close(fd)
