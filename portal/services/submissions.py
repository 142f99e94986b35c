"""Handing in: the snapshot with its hash, its papers, and the receipt."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import (
    Assessment,
    Document,
    Evidence,
    Questionnaire,
    Submission,
    SubmissionEvidence,
    User,
)
from portal.domain.access import Action, Actor, check
from portal.domain.answers import Missing, missing, shown, to_submit
from portal.domain.assessment import SUBMITTED_STATES, move
from portal.errors import Invalid, NotFound
from portal.services import assessments, audit, notifications
from portal.services.assessments import Request, Sheet
from portal.services.flagging import FIND
from portal.services.notifications import About, Letter, Recipient
from portal.texts import N_

INCOMPLETE: Final = N_("Some questions must be answered before you can send.")


class Incomplete(Invalid):
    """A draft that cannot be handed in yet, with what is missing, in the order of the questions."""

    def __init__(self, left: Sequence[Missing]) -> None:
        super().__init__(sentence=INCOMPLETE)
        self.missing = tuple(left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was handed in, when and by whom. ``content_hash`` is SHA-256 in hex."""

    id: UUID
    assessment_id: UUID
    number: int
    submitted_at: dt.datetime
    submitted_by: str
    late: bool
    content_hash: str
    answers: int
    papers: int


@dataclass(frozen=True, slots=True)
class _Laid:
    question_id: str
    document_id: UUID
    sha256: str


def left(sheet: Sheet) -> tuple[Missing, ...]:
    """What must be done before handing in."""
    return missing(sheet.definition, sheet.values, sheet.evidence, sheet.request.context)


def submit(
    db: Session, actor: Actor, assessment_id: UUID, *, base_url: str, now: dt.datetime
) -> Receipt:
    """Hand in a draft; pressed twice, the receipt of the first time comes back.

    Raises Incomplete where something is missing, Denied where the buyer has withdrawn it.
    """
    sheet = assessments.locked(db, actor, assessment_id, now=now)
    request = sheet.request
    check(actor, Action.SUBMIT, request.thing())
    if request.state in SUBMITTED_STATES:
        return receipts(db, actor, assessment_id, now=now)[0]
    state = move(request.state, Action.SUBMIT)
    lacking = left(sheet)
    if lacking:
        raise Incomplete(lacking)
    receipt = _snapshot(db, actor, sheet, now=now)
    db.execute(
        update(Assessment)
        .where(Assessment.id == assessment_id)
        .values(state=state, submitted_at=now)
    )
    audit.record(
        db,
        actor,
        "submit",
        thing="assessment",
        thing_id=assessment_id,
        now=now,
        number=receipt.number,
        hash=receipt.content_hash,
        late=receipt.late,
    )
    outbox.post(db, FIND, assessment_id)
    _tell(db, actor, request, receipt, base_url=base_url, now=now)
    return receipt


def _snapshot(db: Session, actor: Actor, sheet: Sheet, *, now: dt.datetime) -> Receipt:
    request = sheet.request
    answers = to_submit(sheet.definition, sheet.values, request.context)
    laid = _laid(db, sheet)
    number = 1 + (
        db.execute(
            select(func.max(Submission.number)).where(Submission.assessment_id == request.id)
        ).scalar_one()
        or 0
    )
    values = {
        "assessment_id": request.id,
        "supplier_id": request.supplier_id,
        "buyer_id": request.buyer_id,
        "number": number,
        "answers": answers,
        "content_hash": content_hash(_questionnaire_hash(db, request), answers, laid),
        "submitted_by": actor.user_id,
        "submitted_by_name": actor.name,
        "submitted_at": now,
        "late": now > request.due_at,
    }
    made = db.execute(insert(Submission).values(**values).returning(Submission)).scalar_one()
    if laid:
        db.execute(
            insert(SubmissionEvidence),
            [
                {
                    "submission_id": made.id,
                    "supplier_id": request.supplier_id,
                    "buyer_id": request.buyer_id,
                    "question_id": each.question_id,
                    "document_id": each.document_id,
                }
                for each in laid
            ],
        )
    return _receipt(made, len({each.document_id for each in laid}))


def _laid(db: Session, sheet: Sheet) -> list[_Laid]:
    """The papers that go along: those at questions that are asked."""
    asked = [q.id for q in shown(sheet.definition, sheet.values, sheet.request.context)]
    rows = db.execute(
        select(Evidence.question_id, Evidence.document_id, Document.sha256)
        .join(Document, Document.id == Evidence.document_id)
        .where(Evidence.assessment_id == sheet.request.id, Evidence.question_id.in_(asked))
        .order_by(Evidence.question_id, Document.sha256)
    )
    return [_Laid(*row) for row in rows]


def _questionnaire_hash(db: Session, request: Request) -> str:
    return db.execute(
        select(Questionnaire.content_hash).where(Questionnaire.id == request.questionnaire_id)
    ).scalar_one()


def content_hash(questionnaire: str, answers: Mapping[str, object], laid: Sequence[_Laid]) -> str:
    """SHA-256 (hex) over what was asked, what was answered and the bytes of every paper."""
    content = {
        "questionnaire": questionnaire,
        "answers": answers,
        "papers": [[each.question_id, each.sha256] for each in laid],
    }
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def receipts(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> list[Receipt]:
    """What a supplier has handed in, the newest first. Raises NotFound where that is nothing."""
    assessments.sheet(db, actor, assessment_id, now=now)
    papers = (
        select(func.count(SubmissionEvidence.document_id.distinct()))
        .where(SubmissionEvidence.submission_id == Submission.id)
        .scalar_subquery()
    )
    rows = db.execute(
        select(Submission, papers)
        .where(Submission.assessment_id == assessment_id)
        .order_by(Submission.number.desc())
    ).all()
    if not rows:
        raise NotFound
    return [_receipt(row, count) for row, count in rows]


def _receipt(row: Submission, papers: int) -> Receipt:
    return Receipt(
        id=row.id,
        assessment_id=row.assessment_id,
        number=row.number,
        submitted_at=row.submitted_at,
        submitted_by=row.submitted_by_name,
        late=row.late,
        content_hash=row.content_hash,
        answers=len(row.answers),
        papers=papers,
    )


def _tell(
    db: Session,
    actor: Actor,
    request: Request,
    receipt: Receipt,
    *,
    base_url: str,
    now: dt.datetime,
) -> None:
    """The receipt by mail, to the one who pressed the button."""
    address = db.execute(select(User.email).where(User.id == actor.user_id)).scalar_one()
    letter = Letter(
        kind="receipt",
        slot=f"receipt:{receipt.id}",
        to=Recipient(address=address, language=actor.language, user_id=actor.user_id),
        about=About(supplier_id=request.supplier_id, assessment_id=request.id),
        values={
            "name": actor.name,
            "title": request.title,
            "buyer": request.buyer,
            "supplier": actor.organisation_name,
            "at": receipt.submitted_at,
            "late": receipt.late,
            "number": receipt.number,
            "answers": receipt.answers,
            "papers": receipt.papers,
            "hash": receipt.content_hash,
            "link": f"{base_url}/assessments/{request.id}/receipt",
        },
    )
    notifications.write(db, letter, base_url=base_url, now=now)
