"""Lets LibreOffice lay an office file out as a PDF, behind walls of its own kind.

The PDF is as much a stranger's as the file was: it is read and drawn by the sandboxed reader of
PDFs and by nothing else.
"""

import mmap
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from portal.domain.evidence import PRINTABLE, FileType, Limits, file_type
from workers import programs, sandbox, walls

PATH: Final = "/usr/local/bin:/usr/bin:/bin"
_BINARY: Final = "soffice.bin"  # beside the script that would start it in processes of its own
_AGAIN: Final = 81  # it has made itself a profile and wants to be started anew
_STARTS: Final = 3

_ENDINGS: Final[Mapping[FileType, str]] = MappingProxyType(
    {FileType.DOCX: "docx", FileType.PPTX: "pptx", FileType.ODT: "odt"}
)

# A slide that is hidden is read, so it has a page of its own like the others.
_PRINTED_AS: Final = {
    ".pptx": 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
}


@cache
def program() -> str | None:
    """Where LibreOffice's own program is, or None. Asked once in a process."""
    script = shutil.which("soffice", path=PATH)
    binary = Path(script).resolve().with_name(_BINARY) if script else None
    return str(binary) if binary and binary.is_file() else None


def printable(source: BinaryIO) -> FileType | None:
    """What an open file is, where it is of a kind that is laid out; else None."""
    if not os.fstat(source.fileno()).st_size:  # nothing can be mapped
        return None
    with mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as data:
        kind = file_type(data)
    return kind if kind in PRINTABLE else None


def as_pdf(source: BinaryIO, kind: FileType, *, limits: Limits) -> bytes:
    """An office file laid out as a PDF, still to be distrusted.

    Empty where LibreOffice or a wall is missing, and when it fails, takes longer than
    ``limits.print_seconds`` or writes more than ``limits.print_bytes``.
    """
    office = program()
    if office is None or sandbox.available().missing or kind not in _ENDINGS:
        return b""
    with tempfile.TemporaryDirectory(prefix="underlag-", ignore_cleanup_errors=True) as folder:
        paper = Path(folder) / f"in.{_ENDINGS[kind]}"
        with paper.open("wb") as copy:
            source.seek(0)
            shutil.copyfileobj(source, copy)
        _hand_over(folder, paper)
        if not _converted(office, folder, paper, limits):
            return b""
        return _fetched(Path(folder) / "in.pdf", limits.print_bytes)


def _hand_over(*paths: str | Path) -> None:
    """The program runs as nobody where we are root; root in a container may be held to itself."""
    if os.geteuid() == 0:
        with suppress(PermissionError):
            for path in paths:
                os.chown(path, walls.NOBODY, walls.NOBODY)


def _converted(office: str, folder: str, paper: Path, limits: Limits) -> bool:
    command = (
        office,
        f"-env:UserInstallation=file://{folder}/profile",
        f"-env:OSL_SOCKET_PATH={folder}",
        *("--headless", "--norestore", "--nodefault", "--nolockcheck"),
        *("--convert-to", _PRINTED_AS.get(paper.suffix, "pdf"), "--outdir", folder, str(paper)),
    )
    bounds = sandbox.Bounds(
        memory_bytes=limits.memory_bytes, cpu_seconds=int(limits.print_seconds) + 1
    )
    until = time.monotonic() + limits.print_seconds
    for _ in range(_STARTS):
        ended = programs.run_office(
            command,
            folder=folder,
            bounds=bounds,
            file_bytes=limits.print_bytes,
            seconds=until - time.monotonic(),
        )
        if ended != sandbox.Exit(_AGAIN, 0):
            return ended == sandbox.Exit(0, 0)
    return False


def _fetched(printed: Path, most: int) -> bytes:
    """What was printed; empty where there is no plain file of a bearable size."""
    try:
        fd = os.open(printed, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return b""
    with open(fd, "rb") as file:  # noqa: PTH123 (a descriptor)
        about = os.fstat(fd)
        if not stat.S_ISREG(about.st_mode) or about.st_size > most:
            return b""
        found = file.read(most)
    return found if found.startswith(b"%PDF-") else b""
