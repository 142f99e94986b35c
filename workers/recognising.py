"""The job that recognises pages: a few of one document, each kept at once, then the next bell."""

import time
from dataclasses import replace
from typing import BinaryIO, Final
from uuid import UUID

import structlog

from portal.domain.evidence import ReadingMethod
from portal.services import pace, recognition
from portal.services.recognition import Pictured
from workers import kept, prints
from workers.house import House, now
from workers.reading import document as paper
from workers.reading.events import PageRead

log = structlog.get_logger()

# A document with two hundred pictures lets others in after so many.
BATCH: Final = 10


def recognise(here: House, document_id: UUID) -> None:
    """Recognise up to ten pages that wait, and ask for the next. Several may do so at once."""
    with here.step() as db:
        sha256 = recognition.original_of(db, document_id)
    if sha256 is None:
        return
    with prints.to_draw(here, sha256) as file:
        for _ in range(BATCH):
            with here.step() as db:
                pictured = recognition.claim_page(
                    db, document_id, limits=here.settings.limits, now=now()
                )
            if pictured is None:
                break
            _recognise_one(here, pictured, file)
    with here.step() as db:
        recognition.go_on(db, document_id, limits=here.settings.limits, now=now())


def _recognise_one(here: House, pictured: Pictured, file: BinaryIO) -> None:
    started = time.monotonic()
    before = _as_read(pictured)
    limits = here.settings.limits
    after = paper.recognise_page(file.fileno(), before, limits=limits)
    seconds = time.monotonic() - started
    with here.step() as db:
        together = recognition.at_work(db, limits=limits, now=now())
        # No second wait, whatever came of it.
        page = replace(kept.read_page(after), waiting=False)
        recognition.keep(db, pictured, page, now=now())
        pace.measured(db, "picture", seconds, together=together, now=now())
    log.info(
        "page_recognised",
        document=str(pictured.document_id),
        page=pictured.number,
        method=after.method,
        seconds=round(seconds, 2),
    )


def _as_read(pictured: Pictured) -> PageRead:
    return PageRead(
        number=pictured.number,
        method=ReadingMethod.PICTURE,
        quality=pictured.quality,
        text=pictured.text,
        words=pictured.words,
        width=pictured.width,
        height=pictured.height,
        tables=0,
        notes=pictured.notes,
    )
