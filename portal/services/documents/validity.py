"""Until when papers are valid: as they were read, and as their supplier says."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from portal.data.tables import Document, DocumentFact, Evidence, FactStatement, Flag
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.days import last_day
from portal.domain.evidence import FactName
from portal.domain.flags import Topic

WARNED_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Validity:
    """The last day of a paper as it was read, and as its supplier says; empty where not told."""

    read: str
    said: str


@dataclass(frozen=True, slots=True)
class Lapsing:
    """A proof that lapses soon or has lapsed, and how many answers rest on its document."""

    document_id: UUID
    name: str
    standard: str
    valid_to: dt.date
    answers: int


def validity(db: Session, document_ids: Collection[UUID]) -> Mapping[UUID, Validity]:
    """Of these documents, those whose supplier has said until when they are valid."""
    rows = db.execute(
        select(FactStatement.document_id, FactStatement.value, DocumentFact.value)
        .ext(distinct_on(FactStatement.document_id))
        .outerjoin(
            DocumentFact,
            (DocumentFact.document_id == FactStatement.document_id)
            & (DocumentFact.name == FactStatement.name),
        )
        .where(
            FactStatement.document_id.in_(document_ids),
            FactStatement.name == FactName.VALID_TO,
        )
        .order_by(FactStatement.document_id, FactStatement.said_at.desc(), FactStatement.id.desc())
    )
    return {document_id: Validity(read or "", said) for document_id, said, read in rows}


def lapsing(db: Session, actor: Actor, *, today: dt.date) -> list[Lapsing]:
    """Papers under the actor's answers that have lapsed or will within 90 days.

    What the supplier says counts before what was read: of the day, and where nothing was read.
    """
    check(actor, Action.SEE_OWN_DOCUMENTS, Thing(supplier_id=actor.organisation_id))
    under = _under_answers(db, actor)
    said = validity(db, under)
    standards = {}
    found = []
    for proof in _read(db, under):
        if proof.document_id in said and said[proof.document_id].read == f"{proof.valid_to}":
            standards[proof.document_id] = proof.standard
        else:
            found.append(proof)
    found += _said(said, under, standards)
    last = today + dt.timedelta(days=WARNED_DAYS)
    return sorted(
        (proof for proof in found if proof.valid_to <= last),
        key=lambda proof: (proof.valid_to, proof.name, proof.standard),
    )


def _under_answers(db: Session, actor: Actor) -> dict[UUID, tuple[str, int]]:
    """The names of the actor's papers that answers rest on, and how many do."""
    rows = db.execute(
        select(Document.id, Document.name, func.count(Evidence.id.distinct()))
        .join(Evidence, Evidence.document_id == Document.id)
        .where(Document.supplier_id == actor.organisation_id)
        .group_by(Document.id, Document.name)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _read(db: Session, under: Mapping[UUID, tuple[str, int]]) -> Iterator[Lapsing]:
    valid_to: Any = Flag.value["valid_to"].astext  # JSON has no static shape
    standard: Any = Flag.value["standard"].astext
    rows = db.execute(
        select(Flag.document_id, standard, valid_to)
        .distinct()
        .where(
            Flag.document_id.in_(under),
            Flag.topic == Topic.CERT,
            valid_to.is_not(None),
        )
    )
    for document_id, named, until in rows:
        name, answers = under[document_id]
        if day := last_day(until):
            yield Lapsing(document_id, name, named or "", day, answers)


def _said(
    said: Mapping[UUID, Validity],
    under: Mapping[UUID, tuple[str, int]],
    standards: Mapping[UUID, str],
) -> Iterator[Lapsing]:
    for document_id, each in said.items():
        name, answers = under[document_id]
        until = last_day(each.said)
        if until:
            yield Lapsing(document_id, name, standards.get(document_id, ""), until, answers)
