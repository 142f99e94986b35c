"""Programs of the system that work for us behind walls: character recognition, office suites."""

import os
from collections.abc import Sequence

from workers import sandbox, walls
from workers.sandbox import Bounds, Exit


def run_program(
    program: Sequence[str], *, stdin: int, bounds: Bounds, seconds: float, most: int
) -> bytes | None:
    """What a program of the system prints when fed from an open file; None when it fails.

    It may read the system's own folders, write nothing and reach no network. It is killed after
    ``seconds`` or ``most`` bytes.
    """
    standing = sandbox.available()
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}

    def body(pipe: int) -> None:
        os.dup2(stdin, 0)
        os.dup2(pipe, 1)
        walls.shut_in_program(standing, memory=bounds.memory_bytes, cpu=bounds.cpu_seconds)
        os.execve(program[0], list(program), environment)  # noqa: S606 (a path we looked up)

    with sandbox.start(body, keep=(stdin,)) as child:
        try:
            printed = child.read_all(seconds=seconds, most=most)
        except (sandbox.Late, sandbox.Spilled):
            return None
        ended = child.end()
    return printed if ended == Exit(0, 0) else None


def run_office(
    program: Sequence[str], *, folder: str, bounds: Bounds, file_bytes: int, seconds: float
) -> Exit | None:
    """How an office program ended that works in one folder of its own; None when it was killed.

    It reads the system's folders, writes in ``folder`` alone and reaches no one; each file it
    writes is held to ``file_bytes``. Started nowhere but behind whole walls.
    """
    standing = sandbox.available()
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder, "TMPDIR": folder}
    environment["SAL_USE_VCLPLUGIN"] = "svp"  # no screen

    def body(pipe: int) -> None:
        os.dup2(pipe, 1)
        os.chdir(folder)
        walls.shut_in_office(
            standing,
            memory=bounds.memory_bytes,
            cpu=bounds.cpu_seconds,
            file_bytes=file_bytes,
            folder=folder,
        )
        os.execve(program[0], list(program), environment)  # noqa: S606 (a path we looked up)

    with sandbox.start(body) as child:
        try:
            child.read_all(seconds=seconds, most=sandbox.PIPE_BYTES)
        except (sandbox.Late, sandbox.Spilled):
            return None
        return child.end()
