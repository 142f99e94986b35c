"""Reads one file by hand through the same sandbox, and prints it as JSON lines.

For trying, measuring and reports of faults: no database, no queue, and the pages a worker makes.
"""

import json
import mmap
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

import nlp
from portal.domain.evidence import (
    FailureCode,
    FileType,
    Inspection,
    Limits,
    file_type,
    refusal,
)
from workers import sandbox
from workers.reading import printing
from workers.reading.document import READER_VERSION, read_document
from workers.reading.events import Ended, Event, Inspected, Opened, PageLost, PageRead
from workers.reading.office.flow import CELL_MARK


def main(path: Path, *, lay_out: bool = True) -> int:
    """Print a line for the file, then one for each page; 0 where it was read, 1 where not, 2.

    The pages are read before the first line can be told, and wait in a temporary file. With
    ``lay_out`` false an office file is read as text alone, without the seconds its print takes.
    """
    if not path.is_file():
        sys.stderr.write(f"There is no file {path}\n")
        return 2
    limits = Limits()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as spool,
        _print_of(path, limits, wanted=lay_out) as printed,
    ):
        told = _Told()
        for event in read_document(path, limits=limits, printed=printed):
            told.take(event, spool)
        if told.kind is None and told.failure is not FailureCode.TYPE_UNCLEAR:
            told.kind = _kind_of_unopened(path, limits)
        spool.seek(0)
        _print(told.line(), spool)
    return 0 if told.failure is None else 1


@contextmanager
def _print_of(path: Path, limits: Limits, *, wanted: bool) -> Iterator[int | None]:
    """The open print of a file, empty where none could be made; None for what has none."""
    with path.open("rb") as original, tempfile.TemporaryFile() as file:
        kind = printing.printable(original) if wanted else None
        if kind is not None:
            file.write(printing.as_pdf(original, kind, limits=limits))
            file.flush()
        yield None if kind is None else file.fileno()


def _kind_of_unopened(path: Path, limits: Limits) -> FileType | None:
    """What a file is that both ways agree on and that will not open; None where it is not taken."""
    if not path.stat().st_size:  # nothing can be mapped
        return None
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return None if refusal(data, limits=limits) else file_type(data)


@dataclass(slots=True)
class _Told:
    """What is told of a whole file, gathered as its events come."""

    kind: FileType | None = None
    pages: int | None = None
    state: str = ""
    failure: FailureCode | None = None
    inspection: Inspection = field(default_factory=Inspection)
    texts: list[str] = field(default_factory=list)

    def take(self, event: Event, spool: TextIO) -> None:
        """Note an event; a page's line goes to the spool."""
        match event:
            case Opened(page_count=pages, type=kind):
                self.pages, self.kind = pages, kind
            case Inspected(inspection=inspection):
                self.inspection = inspection
            case Ended(state=state, code=code):
                self.state, self.failure = state, code
            case PageRead() | PageLost():
                self.texts.append(event.text if isinstance(event, PageRead) else "")
                spool.write(_as_json(as_line(event)))

    def line(self) -> dict[str, Any]:
        """The first line."""
        walls = sandbox.available()
        facts = nlp.find_facts(self.texts, properties=self.inspection.properties)
        return {
            "event": "document",
            "type": self.kind,
            "pages": self.pages,
            "state": self.state,
            "failure": self.failure,
            "active": self.inspection.active,
            "properties": dict(self.inspection.properties),
            "facts": [asdict(fact) for fact in facts],
            "reader": READER_VERSION,
            "walls": {"landlock": walls.landlock, "seccomp": walls.seccomp},
        }


def as_line(event: PageRead | PageLost) -> dict[str, Any]:
    """A page as JSON takes it; words as lists of start, end, x0, y0, x1, y1."""
    if isinstance(event, PageLost):
        return {"event": "lost", "page": event.number, "lost": event.code}
    return _page(event)


def _page(page: PageRead) -> dict[str, Any]:
    return {
        "event": "page",
        "page": page.number,
        "method": page.method,
        "quality": page.quality,
        "width": page.width,
        "height": page.height,
        "tables": tables_in(page.text),
        "notes": page.notes,
        "part": page.part,
        "text": page.text,
        "words": page.words,
    }


def tables_in(text: str) -> list[list[list[str]]]:
    """The tables of a page: for each its rows, for each row its cells."""
    stretches = groupby(text.split("\n"), key=lambda line: CELL_MARK in line)
    return [[line.split(CELL_MARK) for line in rows] for is_table, rows in stretches if is_table]


def _print(line: dict[str, Any], pages: TextIO) -> None:
    """All lines; whoever listens may have heard enough before the last one."""
    try:
        sys.stdout.write(_as_json(line))
        shutil.copyfileobj(pages, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still held back would be tried again, and told as a fault, at the end.
        with open(os.devnull, "w") as nothing:  # noqa: PTH123 (a device)
            os.dup2(nothing.fileno(), sys.stdout.fileno())


def _as_json(line: dict[str, Any]) -> str:
    return json.dumps(line, ensure_ascii=False, default=str) + "\n"
