"""What a supplier sees before it hands in: where its papers and its answers meet."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.data.tables import Document, Finding
from portal.domain.access import Actor
from portal.domain.findings import FindingKind
from portal.services import assessments

_ORDER: Final = tuple(FindingKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An answer and the words of a paper that meet it. ``said`` holds the parts compared.

    A gap has no document. ``more`` counts further statements that say the same.
    """

    id: UUID
    kind: FindingKind
    sentence: str
    question_id: str
    said: Mapping[str, object]
    quote: str
    document_id: UUID | None
    document: str
    page: int | None
    more: int


def met(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> list[Met]:
    """The findings of a supplier's own draft, the gravest kind first.

    Raises NotFound for a stranger, Denied once it has been submitted.
    """
    sheet = assessments.draft(db, actor, assessment_id, now=now)
    place = {question.id: number for number, question in enumerate(sheet.definition.questions())}
    rows = db.execute(
        select(Finding, Document.name)
        .outerjoin(Document, Document.id == Finding.document_id)
        .where(Finding.assessment_id == assessment_id, Finding.submission_id.is_(None))
    )
    found = [_met(row, name or "") for row, name in rows]
    return sorted(
        found,
        key=lambda each: (
            _ORDER.index(each.kind),
            place.get(each.question_id, len(place)),
            each.document,
            each.page or 0,
        ),
    )


def _met(row: Finding, document: str) -> Met:
    return Met(
        id=row.id,
        kind=FindingKind(row.kind),
        sentence=str(row.values.get("sentence", "")),
        question_id=row.question_id,
        said=row.values.get("said", {}),
        quote=row.quote,
        document_id=row.document_id,
        document=document,
        page=row.page,
        more=int(row.values.get("more", 0)),
    )
