"""Papers in lists: what became of each, and what was found in it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.data.tables import Document, Evidence, Flag, Page
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.evidence import DocumentState, FailureCode, ReadingMethod
from portal.domain.flags import Family
from portal.errors import NotFound

LOST: Final = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as its supplier sees it in a list.

    ``unread`` are pages that are pictures, ``doubtful`` pages whose text was recognised in a
    picture, ``lost`` pages that stopped the reader. ``found`` counts flags by family.
    """

    id: UUID
    supplier_id: UUID
    sha256: str
    name: str
    size: int
    state: DocumentState
    failure: FailureCode | None
    pages: int | None
    pages_read: int
    flagged: bool
    received_at: dt.datetime
    unread: Sequence[int] = ()
    doubtful: Sequence[int] = ()
    lost: Sequence[int] = ()
    found: Mapping[Family, int] = field(default_factory=dict)

    @property
    def doubtful_pages(self) -> str:
        """The doubtful pages in short: ``2–3, 7``."""
        return spans(self.doubtful)

    @property
    def unread_pages(self) -> str:
        """The pages that are pictures in short."""
        return spans(self.unread)

    @property
    def lost_pages(self) -> str:
        """The pages that could not be read in short."""
        return spans(self.lost)

    @property
    def done(self) -> bool:
        """Whether nothing more will come by itself."""
        return self.state == DocumentState.FAILED or (self.state.ended and self.flagged)


def spans(numbers: Sequence[int]) -> str:
    """Ascending numbers with their stretches drawn together: ``2–3, 7``."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    return ", ".join(
        f"{each[0]}–{each[-1]}" if len(each) > 1 else str(each[0]) for each in stretches
    )


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
    handed_in_to = actor.organisation_id if actor.side == "buyer" else None
    check(
        actor,
        Action.READ_DOCUMENT,
        Thing(row.supplier_id, handed_in_to, submitted=handed_in_to is not None),
    )
    return _papers(db, [row])[0]


def _papers(db: Session, rows: Iterable[Document]) -> list[Paper]:
    """Documents with what their pages and flags add up to: two queries more, whatever the count."""
    documents = list(rows)
    ids = [row.id for row in documents]
    pages = _odd_pages(db, ids)
    found = _found(db, ids)
    return [
        Paper(
            id=row.id,
            supplier_id=row.supplier_id,
            sha256=row.sha256,
            name=row.name,
            size=row.size,
            state=DocumentState(row.state),
            failure=FailureCode(row.failure) if row.failure else None,
            pages=row.pages,
            pages_read=row.pages_read,
            flagged=row.flagged_at is not None,
            received_at=row.received_at,
            unread=pages.get((row.id, ReadingMethod.PICTURE), ()),
            doubtful=pages.get((row.id, ReadingMethod.OCR), ()),
            lost=pages.get((row.id, LOST), ()),
            found=found.get(row.id, {}),
        )
        for row in documents
    ]


def _odd_pages(db: Session, ids: Sequence[UUID]) -> dict[tuple[UUID, str], list[int]]:
    odd: dict[tuple[UUID, str], list[int]] = {}
    for document_id, method, number in db.execute(
        select(Page.document_id, Page.method, Page.number)
        .where(Page.document_id.in_(ids), Page.method != ReadingMethod.TEXT)
        .order_by(Page.number)
    ):
        odd.setdefault((document_id, method), []).append(number)
    return odd


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
