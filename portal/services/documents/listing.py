"""Papers in lists: what became of each, and what was found in it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.data.tables import Document, Evidence, Flag, Page
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.evidence import (
    DOUBTED_BELOW,
    PROPERTIES,
    ActiveContent,
    DocumentState,
    FailureCode,
    Malware,
    PageNote,
    ReadingMethod,
)
from portal.domain.evidence.progress import minutes, seconds_left
from portal.domain.flags import Family
from portal.errors import NotFound
from portal.services.pace import pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as its supplier sees it in a list.

    Of the pages that are pictures, ``waiting`` are still to be read, ``recognised`` were read
    well, ``doubtful`` with doubt and ``unread`` not at all, and ``blank`` show an empty sheet;
    ``lost`` pages stopped the reader. ``seconds_left`` is an estimate, None where nothing was
    measured yet. ``found`` counts flags by family. ``active`` and ``properties`` are what the
    file holds beside its pages.
    """

    id: UUID
    supplier_id: UUID
    sha256: str
    name: str
    size: int
    state: DocumentState
    failure: FailureCode | None
    malware: Malware
    pages: int | None
    pages_read: int
    flagged: bool
    received_at: dt.datetime
    pages_pictured: int = 0
    pages_recognised: int = 0
    waiting: Sequence[int] = ()
    recognised: Sequence[int] = ()
    doubtful: Sequence[int] = ()
    unread: Sequence[int] = ()
    blank: Sequence[int] = ()
    lost: Sequence[int] = ()
    seconds_left: float | None = None
    active: Sequence[ActiveContent] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[Family, int] = field(default_factory=dict)

    @property
    def minutes_left(self) -> int | None:
        """Whole minutes until it is read, 0 for less than one; None where nobody can tell."""
        return None if self.seconds_left is None else minutes(self.seconds_left)

    @property
    def hard_to_read(self) -> bool:
        """Whether a person should look at some of its pages, or send them anew."""
        return bool(self.doubtful or self.unread or self.lost)

    @property
    def silent(self) -> bool:
        """Whether nothing of it could be read, so that it says nothing, and nothing is missed."""
        unheard = len(self.unread) + len(self.lost) + len(self.blank)
        return self.state == DocumentState.FAILED or unheard >= (self.pages or 1)

    @property
    def done(self) -> bool:
        """Whether nothing more will come by itself."""
        return self.state == DocumentState.FAILED or (self.state.ended and self.flagged)


def papers(db: Session, actor: Actor) -> list[Paper]:
    """All papers of the actor's organisation, the newest first."""
    check(actor, Action.SEE_OWN_DOCUMENTS, Thing(supplier_id=actor.organisation_id))
    rows = db.execute(
        select(Document)
        .where(Document.supplier_id == actor.organisation_id)
        .order_by(Document.received_at.desc(), Document.id)
    ).scalars()
    return _papers(db, rows)


def attached(db: Session, actor: Actor, assessment_id: UUID) -> dict[str, list[Paper]]:
    """The papers of a supplier's own draft by question, in the order they were laid there."""
    laid = db.execute(
        select(Evidence.question_id, Document)
        .join(Document, Document.id == Evidence.document_id)
        .where(
            Evidence.assessment_id == assessment_id,
            Evidence.supplier_id == actor.organisation_id,
        )
        .order_by(Evidence.attached_at, Evidence.id)
    ).all()
    known = {paper.id: paper for paper in _papers(db, {row[1].id: row[1] for row in laid}.values())}
    at: dict[str, list[Paper]] = {}
    for question_id, document in laid:
        at.setdefault(question_id, []).append(known[document.id])
    return at


def paper(db: Session, actor: Actor, document_id: UUID) -> Paper:
    """One document: the supplier's own, or one that was handed in to the reviewer's buyer.

    Raises NotFound for all others.
    """
    row = db.execute(select(Document).where(Document.id == document_id)).scalar_one_or_none()
    if row is None:
        raise NotFound
    # That a buyer's reviewer sees the row at all says that it was handed in: the database's rule.
    handed_in = actor.side == "buyer"
    check(actor, Action.READ_DOCUMENT, Thing(row.supplier_id, actor.buyer_id, submitted=handed_in))
    return _papers(db, [row])[0]


def _papers(db: Session, rows: Iterable[Document]) -> list[Paper]:
    """Documents with what their pages and flags add up to: two queries more, whatever the count.

    While some are being read, what is left of them is estimated.
    """
    documents = list(rows)
    ids = [row.id for row in documents]
    pages = _odd_pages(db, ids)
    found = _found(db, ids)
    left = _seconds_left(db, documents)
    return [
        Paper(
            id=row.id,
            supplier_id=row.supplier_id,
            sha256=row.sha256,
            name=row.name,
            size=row.size,
            state=DocumentState(row.state),
            failure=FailureCode(row.failure) if row.failure else None,
            malware=Malware(row.malware),
            pages=row.pages,
            pages_read=row.pages_read,
            flagged=row.flagged_at is not None,
            received_at=row.received_at,
            pages_pictured=row.pages_pictured,
            pages_recognised=row.pages_recognised,
            seconds_left=left.get(row.id),
            active=tuple(code for code in ActiveContent if code.value in row.active),
            properties={key: row.properties[key] for key in PROPERTIES if key in row.properties},
            found=found.get(row.id, {}),
            **pages.get(row.id, {}),
        )
        for row in documents
    ]


def _odd_pages(db: Session, ids: Sequence[UUID]) -> dict[UUID, dict[str, list[int]]]:
    """Of each document the pages that are not plainly text, by what is told of them."""
    odd: dict[UUID, dict[str, list[int]]] = {}
    for row in db.execute(
        select(Page.document_id, Page.method, Page.number, Page.quality, Page.waiting, Page.notes)
        .where(
            Page.document_id.in_(ids),
            Page.method.in_([ReadingMethod.OCR, ReadingMethod.PICTURE, ReadingMethod.LOST]),
        )
        .order_by(Page.number)
    ):
        blank = PageNote.BLANK in row.notes
        kind = "blank" if blank else _told(row.method, row.quality, waiting=row.waiting)
        odd.setdefault(row.document_id, {}).setdefault(kind, []).append(row.number)
    return odd


def _told(method: str, quality: float, *, waiting: bool) -> str:
    if method == ReadingMethod.LOST:
        return "lost"
    if method == ReadingMethod.PICTURE:
        return "waiting" if waiting else "unread"
    return "doubtful" if quality < DOUBTED_BELOW else "recognised"


def _seconds_left(db: Session, documents: Sequence[Document]) -> dict[UUID, float | None]:
    moving = [row for row in documents if row.pages and not DocumentState(row.state).ended]
    if not moving:
        return {}
    known = pace(db)
    return {
        row.id: seconds_left(
            texts=max((row.pages or 0) - row.pages_read, 0),
            pictures=_pictures_before(db, row),
            pace=known,
        )
        for row in moving
    }


def _pictures_before(db: Session, row: Document) -> int:
    """The pictures of a document that wait, with all that came before it."""
    own = max(row.pages_pictured - row.pages_recognised, 0)
    if not own:
        return 0
    before: int = db.execute(select(func.pages_recognised_before(row.received_at))).scalar_one()
    return own + before


def _found(db: Session, ids: Sequence[UUID]) -> dict[UUID, dict[Family, int]]:
    family = func.split_part(Flag.topic, ".", 1)
    found: dict[UUID, dict[Family, int]] = {}
    for document_id, name, count in db.execute(
        select(Flag.document_id, family, func.count())
        .where(Flag.document_id.in_(ids))
        .group_by(Flag.document_id, family)
        .order_by(family)
    ):
        found.setdefault(document_id, {})[Family(name)] = count
    return found
