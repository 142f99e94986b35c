"""Walls around a process: resource bounds, landlock, seccomp. Raised once, never lowered."""

import contextlib
import ctypes
import errno
import os
import resource
import signal
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Final

import structlog

_log: Final = structlog.get_logger(__name__)

NOBODY: Final = 65534

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_DUMPABLE: Final = 4
_PR_SET_SECCOMP: Final = 22
_PR_SET_NO_NEW_PRIVS: Final = 38
_SECCOMP_BY_PROGRAM: Final = 2

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

# What Python and native code need once everything is loaded. Whatever is missing here answers
# "not permitted": no open, socket, fork, exec, kill of others, ptrace, ioctl.
_CALLS: Final = (
    "read", "readv", "write", "writev", "lseek", "close", "fstat", "poll", "ppoll",
    "brk", "munmap", "mremap", "madvise", "futex", "exit", "exit_group",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday",
    "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getrandom", "getrusage",
    "sched_yield", "sched_getaffinity", "sysinfo", "membarrier", "rseq", "set_robust_list",
)  # fmt: skip

# A program of the system may do as it likes but for these.
_CALLS_REFUSED_TO_PROGRAMS: Final = (
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "ptrace", "fork",
    "vfork", "kill", "tkill", "mount", "umount2", "unshare", "setns", "bpf", "userfaultfd",
    "perf_event_open", "keyctl", "add_key", "request_key", "process_vm_readv",
    "process_vm_writev", "io_uring_setup", "chroot", "pivot_root", "init_module", "kexec_load",
)  # fmt: skip

# An office program asks its own socket whether another of it runs; it reaches nobody with it.
_CALLS_AN_OFFICE_NEEDS: Final = frozenset({"socket", "bind", "listen", "accept", "accept4"})

_PROT_EXEC: Final = 4
_CLONE_THREAD: Final = 0x10000
_THREAD: Final = 0x3D0F00  # the flags of a thread as the C library makes it, and of nothing else
_UNKNOWN_CALL: Final = errno.ENOSYS

# In a filter's program, whose steps are of eight bytes and end in the number they compare with.
_STEP: Final = 8
_ITSELF: Final = 0x7AFE_5E1F  # where the child's own number belongs; no process has one so high
_AF_UNIX: Final = 1
_W_OK: Final = 2
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

    def tell(self) -> None:
        """Say in the log, once at the start of a worker, how strangers' files are shut in."""
        if self.missing:
            _log.warning("sandbox_incomplete", missing=self.missing)
        else:
            _log.info("sandbox_complete", landlock=self.landlock)


class WallFailed(OSError):
    """A wall that this machine has would not stand; the child must not go on."""


def supported() -> Walls:
    """What the kernel and the libraries offer, not yet tried."""
    version = _libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    return Walls(landlock=min(max(version, 0), 255), seccomp=_can_filter())


def _can_filter() -> bool:
    """Whether a filter can be made. An old library may not know each call."""
    try:
        return bool(_allowing())
    except (OSError, ValueError):
        return False


def try_each(wanted: Walls) -> Walls:
    """Put up each wall in this process, for a trial child only; those that stood."""
    _no_new_privileges()
    landlock, seccomp = 0, False
    with contextlib.suppress(OSError):
        _landlock(wanted.landlock, readable=())
        landlock = wanted.landlock
    with contextlib.suppress(OSError):
        if wanted.seccomp:
            _seccomp_allow()
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
        _seccomp_allow()


def shut_in_program(standing: Walls, *, memory: int, cpu: int) -> None:
    """Only the system's own folders, read-only, and no network. For a program run next."""
    _bound(memory=memory, cpu=cpu, files=64)
    _step_down()
    _no_new_privileges()
    _landlock(standing.landlock, readable=SYSTEM_FOLDERS)
    if standing.seccomp:
        _seccomp_refuse(_CALLS_REFUSED_TO_PROGRAMS)


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
    _seccomp_refuse_office()
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


def _seccomp_allow() -> None:
    own = struct.pack("=I", os.getpid())
    _put_up(_allowing().replace(struct.pack("=I", _ITSELF), own))


class _Program(ctypes.Structure):
    _fields_ = (("steps", ctypes.c_ushort), ("first", ctypes.c_void_p))


def _put_up(steps: bytes) -> None:
    held = ctypes.create_string_buffer(steps, len(steps))
    program = ctypes.byref(_Program(len(steps) // _STEP, ctypes.addressof(held)))
    if not steps or _libc.prctl(_PR_SET_SECCOMP, _SECCOMP_BY_PROGRAM, program, 0, 0):
        raise WallFailed(ctypes.get_errno(), "seccomp")


@cache
def _seccomp() -> ModuleType | None:
    """The binding, or None without its library. Loaded by the parent: it needs files itself."""
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError):
        return None
    module: ModuleType = pyseccomp
    return module


@cache
def _allowing() -> bytes:
    """The filter for our own code, empty where it cannot be had.

    Made once by the parent: it takes about as long as the fork of a child.
    """
    module = _seccomp()
    if module is None:
        return b""
    refused = module.SyscallFilter(module.ERRNO(1))
    for call in _CALLS:
        refused.add_rule(module.ALLOW, call)
    for call in ("mmap", "mprotect"):  # but nothing that could be run
        refused.add_rule(module.ALLOW, call, module.Arg(2, module.MASKED_EQ, _PROT_EXEC, 0))
    # A decoder of photos works in a thread of its own; clone3 hides its flags, and without it
    # clone is used.
    refused.add_rule(module.ERRNO(_UNKNOWN_CALL), "clone3")
    refused.add_rule(module.ALLOW, "clone", module.Arg(0, module.EQ, _THREAD))
    # An abort of native code is a signal to itself.
    refused.add_rule(module.ALLOW, "tgkill", module.Arg(0, module.EQ, _ITSELF))
    with os.fdopen(os.memfd_create("seccomp"), "w+b") as file:
        refused.export_bpf(file)
        file.seek(0)
        steps = file.read()
    # Compared with in one step only, or another number than that of a process would be changed.
    itself = struct.pack("=I", _ITSELF)
    return steps if steps.count(itself) == 1 and steps.index(itself) % _STEP == 4 else b""


def _seccomp_refuse(calls: Iterable[str]) -> None:
    _refusing(calls).load()


def _seccomp_refuse_office() -> None:
    module = _seccomp()
    if module is None:
        raise WallFailed(0, "seccomp")
    allowed = _refusing(set(_CALLS_REFUSED_TO_PROGRAMS) - _CALLS_AN_OFFICE_NEEDS)
    allowed.add_rule(module.ERRNO(1), "socket", module.Arg(0, module.NE, _AF_UNIX))
    # It puts its socket into /tmp, or where it is told when it may not write there: this is how
    # it asks, and it asks so for nothing that it needs.
    allowed.add_rule(module.ERRNO(13), "access", module.Arg(1, module.EQ, _W_OK))
    allowed.add_rule(module.ERRNO(13), "faccessat", module.Arg(2, module.EQ, _W_OK))
    allowed.load()


def _refusing(calls: Iterable[str]) -> Any:  # Any: the library's filters are untyped
    module = _seccomp()
    if module is None:
        raise WallFailed(0, "seccomp")
    allowed = module.SyscallFilter(module.ALLOW)
    for call in calls:
        allowed.add_rule(module.ERRNO(1), call)
    # Threads may be made, processes not; clone3 hides its flags, and without it clone is used.
    allowed.add_rule(module.ERRNO(_UNKNOWN_CALL), "clone3")
    thread = module.Arg(0, module.MASKED_EQ, _CLONE_THREAD, 0)
    allowed.add_rule(module.ERRNO(1), "clone", thread)
    return allowed
