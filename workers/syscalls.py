"""Which system calls a process may still make: filters for seccomp. Put up once, never lowered."""

import ctypes
import errno
import os
import struct
from collections.abc import Iterable
from functools import cache
from types import ModuleType
from typing import Any, Final

_PR_SET_SECCOMP: Final = 22
_SECCOMP_BY_PROGRAM: Final = 2

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


class WallFailed(OSError):
    """A wall that this machine has would not stand; the child must not go on."""


def can_filter() -> bool:
    """Whether a filter can be made here. An old library may not know each call."""
    try:
        return bool(_allowing())
    except (OSError, ValueError):
        return False


def allow_only_ours() -> None:
    """Leave the calls that our own code needs once everything is loaded. Raises WallFailed."""
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


def refuse_to_program() -> None:
    """Take from a program run next what reaches others. Raises WallFailed."""
    _refusing(_CALLS_REFUSED_TO_PROGRAMS).load()


def refuse_to_office() -> None:
    """As for a program, but that it may wait at a socket. Raises WallFailed."""
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
