"""The workers' side of a document: claim it, keep its pages one by one, replace its flags.

Called by jobs as the role ``worker``. Each function is one short transaction's work; reading,
drawing and language work happen outside.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import (
    Assessment,
    Document,
    Evidence,
    Flag,
    Page,
    Submission,
    SubmissionEvidence,
)
from portal.domain.assessment import WITH_SUPPLIER
from portal.domain.evidence import (
    DocumentState,
    FailureCode,
    Inspection,
    PageNote,
    Word,
    boxes_for,
)
from portal.domain.flags import Flag as FlagValue
from portal.domain.flags import severe
from portal.services.reflagging import keep_changes

READ = "workers.jobs.read_document"
DRAW = "workers.jobs.draw_document"
FLAG = "workers.jobs.flag_document"
FIND = "workers.jobs.find"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A document that this worker, and no other, now reads; from which page on."""

    document_id: UUID
    supplier_id: UUID
    sha256: str
    start_page: int
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToKeep:
    """One page as it came from the reader."""

    number: int
    method: str
    quality: float
    text: str
    words: Sequence[Word]
    width: float
    height: float
    notes: Sequence[PageNote | FailureCode]


@dataclass(frozen=True, slots=True)
class PagesRead:
    """All pages of a document, to be flagged: texts in order, and where the words stand."""

    sha256: str
    supplier_id: UUID
    texts: tuple[str, ...]
    words: tuple[tuple[Word, ...], ...]
    ratios: tuple[float, ...]


def claim(db: Session, document_id: UUID, *, version: str, now: dt.datetime) -> Claimed | None:
    """Take a received document to read; None where another has it or it is done.

    Pages that an earlier, killed worker committed with the same reader are kept, and reading
    goes on after them; pages of another reader version are dropped.
    """
    row = db.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == DocumentState.RECEIVED)
        .values(
            state=DocumentState.READING,
            attempts=Document.attempts + 1,
            reader_version=version,
            failure=None,
            changed_at=now,
        )
        .returning(Document.supplier_id, Document.sha256, Document.attempts)
    ).one_or_none()
    if row is None:
        return None
    db.execute(delete(Page).where(Page.document_id == document_id, Page.reader_version != version))
    last = db.execute(
        select(func.max(Page.number)).where(Page.document_id == document_id)
    ).scalar_one()
    return Claimed(document_id, row.supplier_id, row.sha256, (last or 0) + 1, row.attempts)


def opened(db: Session, document_id: UUID, pages: int) -> None:
    """Note how many pages there are, so that the supplier sees how far it has come."""
    db.execute(update(Document).where(Document.id == document_id).values(pages=pages))


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
        "method": page.method,
        "quality": page.quality,
        "text": page.text,
        "words": [list(word) for word in page.words],
        "width": page.width,
        "height": page.height,
        "notes": [str(note) for note in page.notes],
        "reader_version": version,
        "read_at": now,
    }
    db.execute(
        upsert(Page)
        .values(document_id=claimed.document_id, number=page.number, **values)
        .on_conflict_do_update(index_elements=[Page.document_id, Page.number], set_=values)
    )
    db.execute(
        update(Document)
        .where(Document.id == claimed.document_id)
        .values(pages_read=page.number, changed_at=now)
    )


def finish(
    db: Session,
    document_id: UUID,
    *,
    state: DocumentState,
    failure: FailureCode | None,
    now: dt.datetime,
) -> None:
    """End a reading. What was read goes on to be flagged and drawn."""
    ended = db.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == DocumentState.READING)
        .values(state=state, failure=failure, read_at=now, changed_at=now)
        .returning(Document.id)
    ).one_or_none()
    if ended is None or state == DocumentState.FAILED:
        return
    outbox.post(db, FLAG, document_id)
    outbox.post(db, DRAW, document_id)


def put_back(db: Session, document_id: UUID, *, now: dt.datetime) -> None:
    """Let go of a claimed document that could not be read just now; the queue tries again."""
    db.execute(
        update(Document)
        .where(Document.id == document_id, Document.state == DocumentState.READING)
        .values(state=DocumentState.RECEIVED, changed_at=now)
    )


def lost_and_kept(db: Session, document_id: UUID) -> tuple[int, int]:
    """How many pages of a document are lost and how many are kept, over all its readings."""
    lost, total = db.execute(
        select(func.count().filter(Page.method == "lost"), func.count()).where(
            Page.document_id == document_id
        )
    ).one()
    return lost, total - lost


def pages_to_flag(db: Session, document_id: UUID) -> PagesRead | None:
    """The pages of a document that has been read; None where there is nothing to flag yet."""
    document = db.execute(
        select(Document.sha256, Document.supplier_id, Document.pages).where(
            Document.id == document_id,
            Document.state.in_([DocumentState.READ, DocumentState.PARTIAL]),
        )
    ).one_or_none()
    if document is None:
        return None
    rows = db.execute(
        select(Page.number, Page.text, Page.words, Page.width, Page.height)
        .where(Page.document_id == document_id)
        .order_by(Page.number)
    ).all()
    return PagesRead(
        document.sha256,
        document.supplier_id,
        tuple(row.text for row in rows),
        tuple(tuple(Word(*word) for word in row.words) for row in rows),
        tuple(row.width / row.height if row.height else 1.0 for row in rows),
    )


def replace_flags(
    db: Session,
    document_id: UUID,
    pages: PagesRead,
    flags: Iterable[FlagValue],
    *,
    version: str,
    now: dt.datetime,
) -> int:
    """Put a document's flags in place of the former ones, and return how many there are.

    The document's row is locked first, so that two runs end one after the other. Decisions are
    kept apart and find their flag again by its words and what they say; what has changed is
    noted. The findings that rest on the document are asked for anew.
    """
    flags = tuple(flags)
    db.execute(select(Document.id).where(Document.id == document_id).with_for_update())
    keep_changes(db, document_id, flags, version=version, now=now)
    db.execute(delete(Flag).where(Flag.document_id == document_id))
    rows = [_row(document_id, pages, flag, version, now) for flag in flags]
    if rows:
        db.execute(insert(Flag), rows)
    db.execute(
        update(Document)
        .where(Document.id == document_id)
        .values(rules_version=version, flagged_at=now, changed_at=now)
    )
    for assessment_id in assessments_of(db, document_id):
        outbox.post(db, FIND, assessment_id)
    return len(rows)


def _row(
    document_id: UUID, pages: PagesRead, flag: FlagValue, version: str, now: dt.datetime
) -> dict[str, object]:
    at = flag.page - 1
    boxes = boxes_for(pages.words[at], flag.start, flag.end, ratio=pages.ratios[at])
    return {
        "id": uuid5(document_id, flag.key),
        "document_id": document_id,
        "supplier_id": pages.supplier_id,
        "key": flag.key,
        "page": flag.page,
        "start": flag.start,
        "end": flag.end,
        "quote": flag.quote,
        "topic": flag.topic,
        "stance": flag.stance,
        "bearing": flag.bearing,
        "severe": severe(flag),
        "value": dict(flag.value),
        "score": flag.score,
        "rule": flag.rule,
        "pack": flag.pack,
        "cues": [list(cue) for cue in flag.cues],
        "boxes": [list(box) for box in boxes],
        "rules_version": version,
        "flagged_at": now,
        "place": flag.place,
        "said": flag.said,
    }


def assessments_of(db: Session, document_id: UUID) -> list[UUID]:
    """The assessments that a document is evidence in: drafts, and what was handed in."""
    drafts = (
        select(Evidence.assessment_id)
        .join(Assessment, Assessment.id == Evidence.assessment_id)
        .where(Evidence.document_id == document_id, Assessment.state.in_(WITH_SUPPLIER))
    )
    handed_in = (
        select(Submission.assessment_id)
        .join(SubmissionEvidence, SubmissionEvidence.submission_id == Submission.id)
        .where(SubmissionEvidence.document_id == document_id)
    )
    return list(db.execute(drafts.union(handed_in)).scalars())
