"""What a virus scanner says of documents: nothing is read or handed out before its word.

Called by jobs as the role ``worker``; each function is one short transaction's work.
"""

import datetime as dt
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, DocumentFact, Flag, Page
from portal.domain.evidence import DocumentState, FailureCode, Malware
from portal.services.flagging import FIND, assessments_of

SCAN: Final = "workers.jobs.scan_document"

# Not yet judged: before a scanner was set up, or while it was away.
UNJUDGED: Final = (Malware.UNSCANNED, Malware.WAITING)


def to_scan(db: Session, document_id: UUID) -> str | None:
    """The hash of a document that no scanner has judged yet; None for all others."""
    return db.execute(
        select(Document.sha256).where(Document.id == document_id, Document.malware.in_(UNJUDGED))
    ).scalar_one_or_none()


def wait(db: Session, document_id: UUID) -> None:
    """Note that the scanner could not say anything; the queue and the clock ask again."""
    db.execute(
        update(Document)
        .where(Document.id == document_id, Document.malware.in_(UNJUDGED))
        .values(malware=Malware.WAITING)
    )


def judged(db: Session, document_id: UUID, verdict: Malware, *, now: dt.datetime) -> None:
    """Keep the scanner's word. What is infected is locked in, and what was read in it is gone."""
    if verdict is not Malware.INFECTED:
        db.execute(update(Document).where(Document.id == document_id).values(malware=verdict))
        return
    db.execute(
        update(Document)
        .where(Document.id == document_id)
        .values(
            malware=verdict,
            state=DocumentState.FAILED,
            failure=FailureCode.INFECTED,
            pages=None,
            pages_read=0,
            pages_pictured=0,
            pages_recognised=0,
            read_at=now,
            changed_at=now,
        )
    )
    for read in (Flag, DocumentFact, Page):
        db.execute(delete(read).where(read.document_id == document_id))
    for assessment_id in assessments_of(db, document_id):
        outbox.post(db, FIND, assessment_id)
