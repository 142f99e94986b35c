"""The workers' side of a document that is read: claim it, keep its pages one by one, end it.

Called by jobs as the role ``worker``. Each function is one short transaction's work; the reading
itself happens outside.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, Page
from portal.domain.evidence import (
    DocumentState,
    FailureCode,
    FileType,
    Inspection,
    Malware,
    PageNote,
    ReadingMethod,
    Word,
    outcome,
)

READ: Final = "workers.jobs.read_document"
RECOGNISE: Final = "workers.jobs.recognise_document"
DRAW: Final = "workers.jobs.draw_document"
FLAG: Final = "workers.jobs.flag_document"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A document that this worker, and no other, now reads; from which page on.

    ``pictured`` counts the pages before that which are to be recognised.
    """

    document_id: UUID
    supplier_id: UUID
    sha256: str
    start_page: int
    pictured: int
    malware: Malware


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToKeep:
    """One page as it came from the reader; ``waiting`` to have its picture recognised."""

    number: int
    method: str
    quality: float
    text: str
    words: Sequence[Word]
    width: float
    height: float
    notes: Sequence[PageNote | FailureCode]
    part: str = ""
    waiting: bool = False


def claim(db: Session, document_id: UUID, *, version: str, now: dt.datetime) -> Claimed | None:
    """Take a received document to read; None where another has it or it is done.

    Pages that an earlier, killed worker committed with the same reader are kept, and reading
    goes on after them; pages of another reader version are dropped.
    """
    row = db.execute(
        update(Document)
        .where(
            Document.id == document_id,
            Document.state == DocumentState.RECEIVED,
            Document.malware != Malware.INFECTED,
        )
        .values(
            state=DocumentState.READING,
            attempts=Document.attempts + 1,
            reader_version=version,
            failure=None,
            changed_at=now,
        )
        .returning(Document.supplier_id, Document.sha256, Document.malware)
    ).one_or_none()
    if row is None:
        return None
    last, pictured = _left_by_the_last(db, document_id, version=version)
    return Claimed(
        document_id, row.supplier_id, row.sha256, last + 1, pictured, Malware(row.malware)
    )


def _left_by_the_last(db: Session, document_id: UUID, *, version: str) -> tuple[int, int]:
    """Count anew what a former reader of this version left: its last page, and its pictures."""
    db.execute(delete(Page).where(Page.document_id == document_id, Page.reader_version != version))
    last, waiting, recognised = db.execute(
        select(
            func.coalesce(func.max(Page.number), 0),
            func.count().filter(Page.waiting),
            func.count().filter(Page.method == ReadingMethod.OCR),
        ).where(Page.document_id == document_id)
    ).one()
    pictured = waiting + recognised
    db.execute(
        update(Document)
        .where(Document.id == document_id)
        .values(pages_read=last, pages_pictured=pictured, pages_recognised=recognised)
    )
    return last, pictured


def opened(db: Session, document_id: UUID, pages: int, *, kind: FileType) -> None:
    """Note what a file is and how many pages it has, so that the supplier sees how far it is.

    Their pictures are asked for now: they are drawn while the text is read.
    """
    db.execute(update(Document).where(Document.id == document_id).values(pages=pages, type=kind))
    outbox.post(db, DRAW, document_id)


def inspected(db: Session, document_id: UUID, inspection: Inspection) -> None:
    """Note what the file holds beside its pages."""
    db.execute(
        update(Document)
        .where(Document.id == document_id)
        .values(
            active=[str(code) for code in inspection.active],
            properties=dict(inspection.properties),
        )
    )


def keep_page(
    db: Session, claimed: Claimed, page: PageToKeep, *, version: str, now: dt.datetime
) -> None:
    """Keep one page. The same page again replaces itself, so that it is never there twice."""
    values = {
        "supplier_id": claimed.supplier_id,
        "part": page.part,
        "method": page.method,
        "quality": page.quality,
        "text": page.text,
        "words": [list(word) for word in page.words],
        "width": page.width,
        "height": page.height,
        "notes": [str(note) for note in page.notes],
        "reader_version": version,
        "read_at": now,
        "waiting": page.waiting,
    }
    db.execute(
        upsert(Page)
        .values(document_id=claimed.document_id, number=page.number, **values)
        .on_conflict_do_update(index_elements=[Page.document_id, Page.number], set_=values)
    )
    db.execute(
        update(Document)
        .where(Document.id == claimed.document_id)
        .values(
            pages_read=page.number,
            pages_pictured=Document.pages_pictured + int(page.waiting),
            changed_at=now,
        )
    )


def finish(
    db: Session, document_id: UUID, *, failure: FailureCode | None, now: dt.datetime
) -> DocumentState:
    """End a reading, and return where it leaves the document.

    This reading may have begun in the middle, so the pages in the table decide. What was read
    goes on to be flagged, and what waits to be recognised.
    """
    lost, waiting, total = db.execute(
        select(
            func.count().filter(Page.method == ReadingMethod.LOST),
            func.count().filter(Page.waiting),
            func.count(),
        ).where(Page.document_id == document_id)
    ).one()
    state, failure = outcome(kept=total - lost, lost=lost, waiting=waiting, failure=failure)
    ended = db.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == DocumentState.READING)
        .values(state=state, failure=failure, read_at=now, changed_at=now)
        .returning(Document.id)
    ).one_or_none()
    if ended is not None and state != DocumentState.FAILED:
        outbox.post(db, FLAG, document_id)
    if ended is not None and state == DocumentState.RECOGNISING:
        outbox.post(db, RECOGNISE, document_id)
    return state


def put_back(db: Session, document_id: UUID, *, now: dt.datetime) -> None:
    """Let go of a claimed document that could not be read just now; the queue tries again."""
    db.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == DocumentState.READING)
        .values(
            state=DocumentState.RECEIVED,
            # It ended no reader: what counts are the readers that died of it.
            attempts=func.greatest(Document.attempts - 1, 0),
            changed_at=now,
        )
    )
