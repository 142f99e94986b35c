"""What a document says of itself: as a program proposes it, and as its supplier says it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, DocumentFact, FactStatement, Organisation
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.evidence import (
    SAYABLE,
    Box,
    FactName,
    Known,
    Notice,
    Proposal,
    Statement,
    checked,
    notices,
)
from portal.errors import NotFound
from portal.services import audit
from portal.services.documents.listing import Paper
from portal.services.flagging import FIND, assessments_of


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a document, in the order to show it, and what is to be noticed in it.

    ``left`` are the places of a template that were left; ``supplier`` is whose it is.
    ``boxes`` are those of a fact's words, by name.
    """

    supplier: str
    known: Mapping[FactName, Known]
    left: tuple[Proposal, ...]
    notices: tuple[Notice, ...]
    boxes: Mapping[FactName, tuple[Box, ...]]

    @property
    def language(self) -> str:
        """The code of the language that the document is in; "" where it is not known."""
        known = self.known.get(FactName.LANGUAGE)
        return known.value if known else ""

    @property
    def unsaid(self) -> tuple[Known, ...]:
        """What a program proposes and no person has said yet."""
        return tuple(fact for fact in self.known.values() if fact.statement is None)


@dataclass(frozen=True, slots=True)
class Twin:
    """The same bytes from another supplier."""

    document_id: UUID
    supplier: str


def about(db: Session, paper: Paper, *, today: dt.date) -> About:
    """What is known of a document. The caller has checked the right to it.

    A reviewer sees of the supplier's statements those that were handed in: the database's rule.
    """
    proposed, boxes = _proposed(db, paper.id)
    known = _known(proposed, _said(db, paper.id))
    left = tuple(each for each in proposed if each.name is FactName.TEMPLATE_LEFT)
    supplier = db.execute(
        select(Organisation.name).where(Organisation.id == paper.supplier_id)
    ).scalar_one()
    # What is not read yet says nothing, and shall not look like a paper without a date.
    words = [each.words for each in left]
    heard = paper.flagged and not paper.silent
    told = notices(known, words, supplier=supplier, today=today) if heard else ()
    return About(supplier=supplier, known=known, left=left, notices=told, boxes=boxes)


def _proposed(
    db: Session, document_id: UUID
) -> tuple[list[Proposal], dict[FactName, tuple[Box, ...]]]:
    rows = db.execute(
        select(DocumentFact)
        .where(DocumentFact.document_id == document_id)
        .order_by(DocumentFact.page, DocumentFact.start, DocumentFact.id)
    ).scalars()
    proposed = []
    boxes = {}
    for row in rows:
        name = FactName(row.name)
        proposed.append(
            Proposal(name, row.value, row.page, row.start, row.end, row.words, row.rule)
        )
        boxes[name] = tuple(Box(*box) for box in row.boxes)
    return proposed, boxes


def _said(db: Session, document_id: UUID) -> dict[FactName, Statement]:
    """The latest statement of each name."""
    rows = db.execute(
        select(FactStatement)
        .where(FactStatement.document_id == document_id)
        .ext(distinct_on(FactStatement.name))
        .order_by(FactStatement.name, FactStatement.said_at.desc(), FactStatement.id.desc())
    ).scalars()
    return {FactName(row.name): Statement(row.value, row.proposed, row.said_at) for row in rows}


def _known(proposed: list[Proposal], said: Mapping[FactName, Statement]) -> dict[FactName, Known]:
    by_name = {each.name: each for each in proposed}
    return {
        name: Known(name, by_name.get(name), said.get(name))
        for name in SAYABLE
        if name in by_name or name in said
    }


def say(
    db: Session,
    actor: Actor,
    document_id: UUID,
    written: Mapping[str, object],
    *,
    now: dt.datetime,
) -> None:
    """Keep what a person says of the organisation's own document.

    Fields that were not sent, or say again what was said, change nothing. Raises NotFound for
    another's document, Invalid with the fields that are wrong.
    """
    supplier_id = db.execute(
        select(Document.supplier_id).where(Document.id == document_id).with_for_update()
    ).scalar_one_or_none()
    if supplier_id is None:
        raise NotFound
    check(actor, Action.SAY_FACTS, Thing(supplier_id=supplier_id))
    known = _known(_proposed(db, document_id)[0], _said(db, document_id))
    new = {
        name: value for name, value in checked(written).items() if _is_new(known.get(name), value)
    }
    if not new:
        return
    db.execute(
        insert(FactStatement),
        [
            {
                "document_id": document_id,
                "supplier_id": supplier_id,
                "name": name,
                "value": value,
                "proposed": _proposed_value(known.get(name)),
                "said_by": actor.user_id,
                "said_at": now,
            }
            for name, value in new.items()
        ],
    )
    audit.record(
        db, actor, "say_facts", thing="document", thing_id=document_id, now=now, facts=",".join(new)
    )
    for assessment_id in assessments_of(db, document_id):
        outbox.post(db, FIND, assessment_id)


def _proposed_value(known: Known | None) -> str:
    return known.proposal.value if known and known.proposal else ""


def _is_new(known: Known | None, value: str) -> bool:
    if known is None:
        return bool(value)
    return known.statement is None or known.statement.value != value


def twins(db: Session, actor: Actor, paper: Paper) -> list[Twin]:
    """The same bytes as other suppliers handed them in to this reviewer's buyer, and no others.

    No supplier is ever told; what is not handed in the database does not show.
    """
    if actor.side != "buyer":
        return []
    rows = db.execute(
        select(Document.id, Organisation.name)
        .join(Organisation, Organisation.id == Document.supplier_id)
        .where(Document.sha256 == paper.sha256, Document.supplier_id != paper.supplier_id)
        .order_by(Organisation.name, Document.id)
    )
    return [Twin(*row) for row in rows]
