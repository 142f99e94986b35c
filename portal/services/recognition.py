"""The workers' side of pages that are pictures: claimed one by one, kept, and the end of it all.

Each function is one short transaction's work; recognising happens outside.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, Page
from portal.domain.evidence import (
    DocumentState,
    FailureCode,
    Limits,
    PageNote,
    ReadingMethod,
    Word,
    outcome,
)
from portal.services.reading import FLAG, RECOGNISE, PageToKeep

TRIES: Final = 3  # claims after which a page is held to be what ended its workers
SPARE: Final = dt.timedelta(seconds=60)  # for a busy machine, on top of what a page may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """A page that this worker, and no other, now recognises; as the reader left it."""

    document_id: UUID
    number: int
    claimed_at: dt.datetime
    quality: float
    text: str
    words: tuple[Word, ...]
    width: float
    height: float
    notes: tuple[PageNote, ...]


def lease(limits: Limits) -> dt.timedelta:
    """How long a page stays claimed; a worker that is silent for longer is dead."""
    return dt.timedelta(seconds=limits.longest_recognition) + SPARE


def original_of(db: Session, document_id: UUID) -> str | None:
    """The hash of a document whose pictures wait; None where there is nothing to do."""
    return db.execute(
        select(Document.sha256).where(
            Document.id == document_id, Document.state == DocumentState.RECOGNISING
        )
    ).scalar_one_or_none()


def claim_page(
    db: Session, document_id: UUID, *, limits: Limits, now: dt.datetime
) -> Pictured | None:
    """Take the first page that waits and that nobody has; None where there is none.

    A page that was claimed three times and never kept is given up with a note: it ends whoever
    recognises it.
    """
    # The document first, as in every step that changes its pages: two orders would lock out
    # each other.
    _locked(db, document_id)
    free = _free(now - lease(limits))
    here = (Page.document_id == document_id, Page.waiting.is_(True), free)
    _give_up(db, document_id, *here, Page.tries >= TRIES, now=now)
    first = select(func.min(Page.number)).where(*here).scalar_subquery()
    row = db.execute(
        update(Page)
        .where(Page.document_id == document_id, Page.number == first)
        .values(claimed_at=now, tries=Page.tries + 1)
        .returning(Page)
    ).scalar_one_or_none()
    if row is None:
        return None
    return Pictured(
        document_id=document_id,
        number=row.number,
        claimed_at=now,
        quality=row.quality,
        text=row.text,
        words=tuple(Word(*word) for word in row.words),
        width=row.width,
        height=row.height,
        notes=tuple(PageNote(note) for note in row.notes),
    )


def _free(silent_since: dt.datetime) -> ColumnElement[bool]:
    return Page.claimed_at.is_(None) | (Page.claimed_at < silent_since)


def _give_up(
    db: Session, document_id: UUID, *conditions: ColumnElement[bool], now: dt.datetime
) -> None:
    ways = (
        (Page.quality == 0, ReadingMethod.PICTURE, PageNote.OCR_FAILED),
        (Page.quality > 0, ReadingMethod.TEXT, PageNote.PICTURE_UNREAD),  # has text of its own
    )
    given_up = 0
    for which, method, note in ways:
        told: ColumnElement[Any] = Page.notes.op("||")([str(note)])
        values = {"waiting": False, "method": method, "notes": told}
        done = db.execute(
            update(Page).where(*conditions, which).values(values).returning(Page.number)
        )
        given_up += len(done.all())
    if given_up:
        _count(db, document_id, given_up, now=now)


def at_work(db: Session, *, limits: Limits, now: dt.datetime) -> int:
    """How many workers have a page just now, whatever document it is of."""
    claimed = (Page.waiting.is_(True), Page.claimed_at >= now - lease(limits))
    count: int = db.execute(select(func.count()).select_from(Page).where(*claimed)).scalar_one()
    return count


def keep(db: Session, pictured: Pictured, page: PageToKeep, *, now: dt.datetime) -> bool:
    """Keep what was recognised; the last page ends the document. False where another was quicker.

    Only the claim that was given counts: a worker that was taken for dead changes nothing.
    """
    _locked(db, pictured.document_id)
    kept = db.execute(
        update(Page)
        .where(
            Page.document_id == pictured.document_id,
            Page.number == pictured.number,
            Page.waiting,
            Page.claimed_at == pictured.claimed_at,
        )
        .values(
            method=page.method,
            quality=page.quality,
            text=page.text,
            words=[list(word) for word in page.words],
            notes=[str(note) for note in page.notes],
            read_at=now,
            waiting=False,
        )
        .returning(Page.number)
    ).one_or_none()
    if kept is None:
        return False
    _count(db, pictured.document_id, 1, now=now)
    return True


def go_on(db: Session, document_id: UUID, *, limits: Limits, now: dt.datetime) -> None:
    """Ask for the next pages where some wait that nobody has, behind what others wait for."""
    waits = select(Page.number).where(
        Page.document_id == document_id, Page.waiting.is_(True), _free(now - lease(limits))
    )
    if db.execute(select(waits.exists())).scalar_one():
        outbox.post(db, RECOGNISE, document_id)


def _locked(db: Session, document_id: UUID) -> None:
    db.execute(select(Document.id).where(Document.id == document_id).with_for_update())


def _count(db: Session, document_id: UUID, pages: int, *, now: dt.datetime) -> None:
    """Count pages that no longer wait; when none does, the document has ended."""
    db.execute(
        update(Document)
        .where(Document.id == document_id)
        .values(pages_recognised=Document.pages_recognised + pages, changed_at=now)
    )
    _end(db, document_id, now=now)


def _end(db: Session, document_id: UUID, *, now: dt.datetime) -> None:
    waiting, lost, recognised, total = db.execute(
        select(
            func.count().filter(Page.waiting),
            func.count().filter(Page.method == ReadingMethod.LOST),
            func.count().filter(Page.method == ReadingMethod.OCR),
            func.count(),
        ).where(Page.document_id == document_id)
    ).one()
    failure = db.execute(select(Document.failure).where(Document.id == document_id)).scalar_one()
    state, _ = outcome(
        kept=total - lost,
        lost=lost,
        waiting=waiting,
        failure=FailureCode(failure) if failure else None,
    )
    if state == DocumentState.RECOGNISING:
        return
    values: dict[str, object] = {"state": state, "read_at": now}
    if recognised:
        # What was flagged so far did not know the pictures.
        values |= {"rules_version": None, "flagged_at": None}
        outbox.post(db, FLAG, document_id)
    db.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == DocumentState.RECOGNISING)
        .values(values)
    )
