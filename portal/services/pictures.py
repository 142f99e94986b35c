"""Pictures of pages: which are to be drawn, and a person's wish for a larger one.

A picture is a file made from a document; that one cannot be drawn touches nothing else.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, LargerPicture, Page
from portal.domain.access import Actor
from portal.domain.evidence import DocumentState, WishState
from portal.errors import NotFound
from portal.services.documents.listing import paper
from portal.services.reading import DRAW

LARGER: Final = "workers.jobs.draw_larger"

# While a document is read its pages can be drawn already.
DRAWABLE: Final = (
    DocumentState.READING,
    DocumentState.RECOGNISING,
    DocumentState.READ,
    DocumentState.PARTIAL,
)


@dataclass(frozen=True, slots=True)
class ToDraw:
    """A document whose pages (from 1 to ``pages``) are to be drawn."""

    sha256: str
    pages: int


def to_draw(db: Session, document_id: UUID) -> ToDraw | None:
    """The pages to draw of a document; None where it has none, or could not be read."""
    row = db.execute(
        select(Document.sha256, Document.pages).where(
            Document.id == document_id,
            Document.state.in_(DRAWABLE),
            Document.pages.is_not(None),
        )
    ).one_or_none()
    return ToDraw(row.sha256, row.pages) if row else None


def draw_on(db: Session, document_id: UUID) -> None:
    """Ask for the next pages of a document, behind what others wait for."""
    outbox.post(db, DRAW, document_id)


def drawn(db: Session, document_id: UUID, *, version: str) -> None:
    """Note that all pages were drawn, or tried, in this way."""
    db.execute(update(Document).where(Document.id == document_id).values(drawn_version=version))


def ask_larger(
    db: Session, actor: Actor, document_id: UUID, number: int, *, now: dt.datetime
) -> None:
    """Wish for a larger picture of a page (from 1); again where it could not be drawn before.

    Raises NotFound for a stranger's document, and for a page that is none.
    """
    paper(db, actor, document_id)
    page = select(Page.number).where(Page.document_id == document_id, Page.number == number)
    if db.execute(page).scalar_one_or_none() is None:
        raise NotFound
    db.execute(
        upsert(LargerPicture)
        .values(document_id=document_id, number=number, asked_at=now)
        .on_conflict_do_update(
            index_elements=[LargerPicture.document_id, LargerPicture.number],
            set_={"state": WishState.WAITING, "asked_at": now},
        )
    )
    outbox.post(db, LARGER, document_id)


def wished(db: Session, document_id: UUID) -> tuple[str, tuple[int, ...]] | None:
    """A document's hash and its pages that a larger picture is waited for; None without any."""
    row = db.execute(
        select(Document.sha256, func.array_agg(LargerPicture.number))
        .join(LargerPicture, LargerPicture.document_id == Document.id)
        .where(Document.id == document_id, LargerPicture.state == WishState.WAITING)
        .group_by(Document.sha256)
    ).one_or_none()
    return (row[0], tuple(sorted(row[1]))) if row else None


def answer_wish(db: Session, document_id: UUID, number: int, *, well: bool) -> None:
    """Tell whether the larger picture is there now."""
    db.execute(
        update(LargerPicture)
        .where(LargerPicture.document_id == document_id, LargerPicture.number == number)
        .values(state=WishState.DRAWN if well else WishState.FAILED)
    )
