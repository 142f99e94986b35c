"""Reads one file by hand through the same sandbox, and prints it as JSON lines.

For trying, measuring and reports of faults: no database, no queue.
"""

import json
import sys
from pathlib import Path
from typing import Any

from portal.domain.evidence import Limits
from workers import sandbox
from workers.reading.document import READER_VERSION, read_document
from workers.reading.events import Ended, Event, Inspected, Opened, PageLost, PageRead


def main(path: Path) -> int:
    """Print a line for the sandbox, one for each page, one for the end; 0 where it was read."""
    if not path.is_file():
        sys.stderr.write(f"There is no file {path}\n")
        return 2
    walls = sandbox.available()
    _print({"reader": READER_VERSION, "landlock": walls.landlock, "seccomp": walls.seccomp})
    last: Event | None = None
    for event in read_document(path, limits=Limits()):
        _print(as_line(event))
        last = event
    return 0 if isinstance(last, Ended) and last.code is None else 1


def as_line(event: Event) -> dict[str, Any]:
    """An event as JSON takes it; words as lists of start, end, x0, y0, x1, y1."""
    match event:
        case Opened(page_count=pages):
            return {"event": "opened", "pages": pages}
        case PageLost(number=number, code=code):
            return {"event": "lost", "page": number, "code": code}
        case Inspected(inspection=inspection):
            properties = dict(inspection.properties)
            return {"event": "inspected", "active": inspection.active, "properties": properties}
        case Ended(state=state, code=code, kept=kept, lost=lost):
            return {"event": "ended", "state": state, "code": code, "kept": kept, "lost": lost}
        case PageRead():
            return _page(event)


def _page(page: PageRead) -> dict[str, Any]:
    return {
        "event": "page",
        "page": page.number,
        "method": page.method,
        "quality": page.quality,
        "width": page.width,
        "height": page.height,
        "tables": page.tables,
        "notes": page.notes,
        "text": page.text,
        "words": page.words,
    }


def _print(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
