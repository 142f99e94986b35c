"""Papers come in: judged, put into storage, laid to a question, taken from it."""

import datetime as dt
from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.files import Files
from portal.data.tables import Assessment, Document, Evidence
from portal.domain.access import Action, Actor, check
from portal.domain.assessment import move
from portal.domain.evidence import FailureCode, Limits, clean_name, refusal
from portal.errors import NotFound, Unavailable
from portal.services import assessments, audit
from portal.services.assessments import Sheet
from portal.services.flagging import FIND
from portal.services.reading import READ


@dataclass(frozen=True, slots=True)
class Received:
    """A file that lies in storage; its row comes after it."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken, and why."""

    name: str
    code: FailureCode


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper at a question. ``before``: these very bytes had been uploaded earlier."""

    document_id: UUID
    before: bool


def receive(files: Files, name: str, source: BinaryIO, *, limits: Limits) -> Received | Refused:
    """Judge a file by its content and put it into storage.

    Call it outside a transaction: an object without a row is harmless, a row without an
    object is not. Where storage does not answer, only the file is refused: what was typed
    beside it is still to be saved.
    """
    code = refusal(_Parts(source), limits=limits)
    if code is not None:
        return Refused(clean_name(name), code)
    source.seek(0)
    try:
        stored = files.put(source)
    except Unavailable:
        return Refused(clean_name(name), FailureCode.NOT_STORED)
    return Received(clean_name(name), stored.sha256, stored.size)


class _Parts:
    """A file's bytes, read only where they are asked for. See ``evidence.Bytes``."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._size = source.seek(0, 2)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        start, stop, _ = part.indices(self._size)
        self._source.seek(start)
        return self._source.read(max(stop - start, 0))


def check_place(
    db: Session, actor: Actor, assessment_id: UUID, question_id: str, *, now: dt.datetime
) -> None:
    """Let through one who may lay papers to this question. Raises NotFound, Denied."""
    _open_place(assessments.draft(db, actor, assessment_id, now=now), actor, question_id)


def _open_place(sheet: Sheet, actor: Actor, question_id: str) -> None:
    check(actor, Action.ATTACH_EVIDENCE, sheet.request.thing())
    move(sheet.request.state, Action.ATTACH_EVIDENCE)
    known = {question.id: question for question in sheet.definition.questions()}
    if question_id not in known or not known[question_id].evidence.wanted:
        raise NotFound


def attach(
    db: Session,
    actor: Actor,
    assessment_id: UUID,
    question_id: str,
    received: Received,
    *,
    now: dt.datetime,
) -> Laid:
    """Lay a file that was received to a question; the same bytes twice are one document."""
    sheet = assessments.locked(db, actor, assessment_id, now=now)
    _open_place(sheet, actor, question_id)
    made = db.execute(
        upsert(Document)
        .values(
            id=func.uuidv7(),
            supplier_id=sheet.request.supplier_id,
            sha256=received.sha256,
            name=received.name,
            size=received.size,
            uploaded_by=actor.user_id,
            received_at=now,
            changed_at=now,
        )
        .on_conflict_do_nothing(index_elements=["supplier_id", "sha256"])
        .returning(Document.id)
    ).scalar_one_or_none()
    document_id = made or _of_bytes(db, sheet.request.supplier_id, received.sha256)
    if made is not None:
        audit.record(db, actor, "upload", thing="document", thing_id=made, now=now)
        outbox.post(db, READ, made)
    _lay(db, actor, sheet, question_id, document_id, now=now)
    return Laid(document_id, before=made is None)


def _of_bytes(db: Session, supplier_id: UUID, sha256: str) -> UUID:
    return db.execute(
        select(Document.id).where(Document.supplier_id == supplier_id, Document.sha256 == sha256)
    ).scalar_one()


def choose(
    db: Session,
    actor: Actor,
    assessment_id: UUID,
    question_id: str,
    document_id: UUID,
    *,
    now: dt.datetime,
) -> None:
    """Lay a paper that is here already to a question. Raises NotFound for another's."""
    sheet = assessments.locked(db, actor, assessment_id, now=now)
    _open_place(sheet, actor, question_id)
    own = db.execute(
        select(Document.id).where(
            Document.id == document_id, Document.supplier_id == sheet.request.supplier_id
        )
    ).scalar_one_or_none()
    if own is None:
        raise NotFound
    _lay(db, actor, sheet, question_id, document_id, now=now)


def _lay(
    db: Session,
    actor: Actor,
    sheet: Sheet,
    question_id: str,
    document_id: UUID,
    *,
    now: dt.datetime,
) -> None:
    request = sheet.request
    laid = db.execute(
        upsert(Evidence)
        .values(
            id=func.uuidv7(),
            assessment_id=request.id,
            supplier_id=request.supplier_id,
            buyer_id=request.buyer_id,
            question_id=question_id,
            document_id=document_id,
            attached_by=actor.user_id,
            attached_at=now,
        )
        .on_conflict_do_nothing(index_elements=["assessment_id", "question_id", "document_id"])
        .returning(Evidence.id)
    ).scalar_one_or_none()
    if laid is None:
        return
    state = move(request.state, Action.ATTACH_EVIDENCE)
    db.execute(update(Assessment).where(Assessment.id == request.id).values(state=state))
    audit.record(
        db, actor, "attach", thing="document", thing_id=document_id, now=now, question=question_id
    )
    outbox.post(db, FIND, request.id)


def remove(
    db: Session,
    actor: Actor,
    assessment_id: UUID,
    question_id: str,
    document_id: UUID,
    *,
    now: dt.datetime,
) -> None:
    """Take a paper from a question; the document itself is kept. Twice changes nothing more."""
    sheet = assessments.locked(db, actor, assessment_id, now=now)
    check(actor, Action.REMOVE_EVIDENCE, sheet.request.thing())
    move(sheet.request.state, Action.REMOVE_EVIDENCE)
    gone = db.execute(
        delete(Evidence)
        .where(
            Evidence.assessment_id == assessment_id,
            Evidence.question_id == question_id,
            Evidence.document_id == document_id,
        )
        .returning(Evidence.id)
    ).scalar_one_or_none()
    if gone is None:
        return
    audit.record(
        db, actor, "detach", thing="document", thing_id=document_id, now=now, question=question_id
    )
    outbox.post(db, FIND, assessment_id)
