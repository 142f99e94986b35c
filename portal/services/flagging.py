"""The workers' side of a document that has been read: its pages to flag, and its flags replaced."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import (
    Assessment,
    Document,
    DocumentFact,
    Evidence,
    Flag,
    Page,
    Submission,
    SubmissionEvidence,
)
from portal.domain.assessment import WITH_SUPPLIER
from portal.domain.evidence import Box, DocumentState, Proposal, Word, boxes_for
from portal.domain.flags import Flag as FlagValue
from portal.domain.flags import severe
from portal.services.reflagging import keep_changes

FIND: Final = "workers.jobs.find"

FLAGGABLE: Final = (DocumentState.READ, DocumentState.PARTIAL, DocumentState.RECOGNISING)


@dataclass(frozen=True, slots=True)
class PagesRead:
    """All pages of a document, to be flagged: texts, how well each was read, where words stand."""

    sha256: str
    read_at: dt.datetime
    supplier_id: UUID
    texts: tuple[str, ...]
    words: tuple[tuple[Word, ...], ...]
    ratios: tuple[float, ...]
    qualities: tuple[float, ...]
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def pages_to_flag(db: Session, document_id: UUID) -> PagesRead | None:
    """The pages of a document that has been read; None where there is nothing to flag yet.

    Pages that wait to be recognised have no text yet: the document is flagged again at their end.
    """
    document = db.execute(
        select(Document.sha256, Document.supplier_id, Document.read_at, Document.properties).where(
            Document.id == document_id, Document.state.in_(FLAGGABLE)
        )
    ).one_or_none()
    if document is None:
        return None
    rows = db.execute(
        select(Page.number, Page.text, Page.words, Page.width, Page.height, Page.quality)
        .where(Page.document_id == document_id)
        .order_by(Page.number)
    ).all()
    return PagesRead(
        document.sha256,
        document.read_at,
        document.supplier_id,
        tuple(row.text for row in rows),
        tuple(tuple(Word(*word) for word in row.words) for row in rows),
        tuple(row.width / row.height if row.height else 1.0 for row in rows),
        tuple(row.quality for row in rows),
        document.properties,
    )


def replace_flags(
    db: Session,
    document_id: UUID,
    pages: PagesRead,
    flags: Iterable[FlagValue],
    facts: Iterable[Proposal] = (),
    *,
    version: str,
    now: dt.datetime,
) -> int | None:
    """Put a document's flags and facts in place of the former ones; returns how many flags.

    The document's row is locked first, so that two runs end one after the other. Decisions
    and what persons say of the document are kept apart; a decision finds its flag again by its
    words and what they say. What has changed is noted. The findings that rest on the document
    are asked for anew.

    None where the pages have changed meanwhile: another run has been asked for.
    """
    flags = tuple(flags)
    read_at = db.execute(
        select(Document.read_at).where(Document.id == document_id).with_for_update()
    ).scalar_one_or_none()
    if read_at != pages.read_at:
        return None
    keep_changes(db, document_id, flags, version=version, now=now)
    db.execute(delete(Flag).where(Flag.document_id == document_id))
    rows = [_row(document_id, pages, flag, version, now) for flag in flags]
    if rows:
        db.execute(insert(Flag), rows)
    _replace_facts(db, document_id, pages, facts, version=version, now=now)
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
        "boxes": [list(box) for box in _boxes(pages, flag)],
        "rules_version": version,
        "flagged_at": now,
        "place": flag.place,
        "said": flag.said,
        "hints": [each.kept() for each in flag.hints],
    }


def _replace_facts(
    db: Session,
    document_id: UUID,
    pages: PagesRead,
    proposals: Iterable[Proposal],
    *,
    version: str,
    now: dt.datetime,
) -> None:
    db.execute(delete(DocumentFact).where(DocumentFact.document_id == document_id))
    rows = [
        {
            "document_id": document_id,
            "supplier_id": pages.supplier_id,
            "name": fact.name,
            "value": fact.value,
            "page": fact.page,
            "start": fact.start,
            "end": fact.end,
            "words": fact.words,
            "boxes": [list(box) for box in _boxes(pages, fact)],
            "rule": fact.rule,
            "rules_version": version,
            "proposed_at": now,
        }
        for fact in proposals
    ]
    if rows:
        db.execute(insert(DocumentFact), rows)


def _boxes(pages: PagesRead, said: FlagValue | Proposal) -> tuple[Box, ...]:
    at = said.page - 1
    return boxes_for(pages.words[at], said.start, said.end, ratio=pages.ratios[at])


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
