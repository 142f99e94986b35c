"""One document opened: a page with its text and picture, and what the document says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.data.files import Files, original_key, picture_key
from portal.data.tables import (
    Assessment,
    Campaign,
    Evidence,
    Flag,
    LargerPicture,
    Page,
)
from portal.domain.access import Actor
from portal.domain.evidence import Box, FailureCode, Malware, PageNote
from portal.domain.flags import Bearing, Stance, Topic
from portal.errors import NotFound, Unavailable
from portal.services.documents.listing import Paper, paper
from portal.texts import N_

UNJUDGED: Final = N_(
    "The document is still waiting for the virus scanner. It is kept and opens once the scanner "
    "has called it clean. Try again in a few minutes."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a document says, with the exact words: a flag without anyone's judgement."""

    id: UUID
    page: int
    start: int
    end: int
    quote: str
    topic: Topic
    stance: Stance
    bearing: Bearing
    value: Mapping[str, str]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page as it was read. ``width`` and ``height`` are in PDF points; notes are sentences.

    ``quality`` is from 0 to 1; a picture that is ``waiting`` is still to be recognised.
    ``part`` names the attachment that a page of a message belongs to, and is empty elsewhere.
    ``larger``: what has become of the wish for a larger picture, None without one.
    """

    number: int
    text: str
    method: str
    quality: float
    waiting: bool
    width: float
    height: float
    notes: tuple[str, ...]
    part: str
    larger: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document with all its statements and one of its pages; no page where none is read."""

    paper: Paper
    statements: tuple[Statement, ...]
    leaf: Leaf | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A question that a document is laid to."""

    assessment_id: UUID
    title: str
    question_id: str


def opened(db: Session, actor: Actor, document_id: UUID, *, page: int | None = None) -> Opened:
    """A document at a page, by itself at the first that says something.

    Raises NotFound for a stranger's document, and for a page that is none.
    """
    found = paper(db, actor, document_id)
    numbers = tuple(
        db.execute(
            select(Page.number).where(Page.document_id == document_id).order_by(Page.number)
        ).scalars()
    )
    said = statements(db, document_id)
    if page is None:
        page = said[0].page if said else min(numbers, default=1)
    elif numbers and page not in numbers:
        raise NotFound
    row = db.execute(
        select(Page).where(Page.document_id == document_id, Page.number == page)
    ).scalar_one_or_none()
    return Opened(
        paper=found,
        statements=said,
        leaf=_leaf(db, row) if row else None,
        numbers=numbers,
    )


def _leaf(db: Session, row: Page) -> Leaf:
    wish = select(LargerPicture.state).where(
        LargerPicture.document_id == row.document_id, LargerPicture.number == row.number
    )
    return Leaf(
        number=row.number,
        text=row.text,
        method=row.method,
        quality=row.quality,
        waiting=row.waiting,
        width=row.width,
        height=row.height,
        notes=tuple(_sentence(str(note)) for note in row.notes),
        part=row.part,
        larger=db.execute(wish).scalar_one_or_none(),
    )


def _sentence(note: str) -> str:
    """A page's note, or the reason why it was lost, as a text to translate."""
    if note in set(PageNote):
        return PageNote(note).sentence
    return FailureCode(note).sentence


def statements(db: Session, document_id: UUID) -> tuple[Statement, ...]:
    """All statements of a document in reading order. The caller has checked the right to it."""
    rows = db.execute(
        select(Flag).where(Flag.document_id == document_id).order_by(Flag.page, Flag.start, Flag.id)
    ).scalars()
    return tuple(
        Statement(
            id=row.id,
            page=row.page,
            start=row.start,
            end=row.end,
            quote=row.quote,
            topic=Topic(row.topic),
            stance=Stance(row.stance),
            bearing=Bearing(row.bearing),
            value=row.value,
            boxes=tuple(Box(*box) for box in row.boxes),
        )
        for row in rows
    )


def picture(files: Files, sha256: str, number: int, *, larger: bool = False) -> BinaryIO | None:
    """The picture of a page, to be closed by the caller; None until it is drawn."""
    return files.open(picture_key(sha256, number, larger=larger))


def original(files: Files, paper: Paper, *, scanning: bool) -> BinaryIO | None:
    """The document as it was uploaded, to be closed by the caller.

    ``scanning``: this installation has a virus scanner. Raises Unavailable until it has called
    the document clean, and NotFound where it has found something.
    """
    if paper.malware is Malware.INFECTED:
        raise NotFound(FailureCode.INFECTED.sentence)
    if not paper.malware.opens(scanning=scanning):
        raise Unavailable(UNJUDGED)
    return files.open(original_key(paper.sha256))


def places(db: Session, actor: Actor, document_id: UUID) -> list[Place]:
    """Where the actor's own document is laid, by request."""
    rows = db.execute(
        select(Evidence.assessment_id, Campaign.title, Evidence.question_id)
        .join(Assessment, Assessment.id == Evidence.assessment_id)
        .join(Campaign, Campaign.id == Assessment.campaign_id)
        .where(Evidence.document_id == document_id, Evidence.supplier_id == actor.organisation_id)
        .order_by(Campaign.title, Evidence.question_id)
    )
    return [Place(*row) for row in rows]
