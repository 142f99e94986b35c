"""One document on the reviewer's desk: its flags, one of them chosen, and the page it stands on."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.data.tables import Organisation
from portal.domain.access import Actor
from portal.services import documents
from portal.services.documents import Leaf, Paper
from portal.services.reviews.marking import marked
from portal.services.reviews.marks import Marked, Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A document with its flags, at one of its pages."""

    paper: Paper
    supplier: str
    marks: Marks
    chosen: Marked | None
    leaf: Leaf | None
    numbers: tuple[int, ...]


def desk(
    db: Session,
    actor: Actor,
    document_id: UUID,
    *,
    page: int | None = None,
    flag_id: UUID | None = None,
    by_page: bool = False,
) -> Desk:
    """A document to decide flags in. Raises NotFound, also for a page that is none, and Denied.

    Without a page, that of the chosen flag is opened; without a flag, the first open one is
    chosen. A flag that a later reading no longer has is passed over.
    """
    marks = marked(db, actor, document_id, by_page=by_page)
    chosen = marks.flag(flag_id)
    if chosen is None and page is None:
        chosen = marks.next_open() or next(iter(marks.flags), None)
    opened = documents.opened(db, actor, document_id, page=page or (chosen.page if chosen else 1))
    supplier = db.execute(
        select(Organisation.name).where(Organisation.id == opened.paper.supplier_id)
    ).scalar_one()
    return Desk(
        paper=opened.paper,
        supplier=supplier,
        marks=marks,
        chosen=chosen,
        leaf=opened.leaf,
        numbers=opened.numbers,
    )
