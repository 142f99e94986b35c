"""The language a paper is in: as its supplier says it, else as it was read."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from portal.data.tables import DocumentFact, FactStatement
from portal.domain.evidence import FactName


def languages(db: Session, document_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """The ISO 639-1 codes of those documents whose language is known.

    A page says of quoted words which language they are in, so that they are read out in it
    (WCAG 2.2, 3.1.2). The caller has checked the right to the documents.
    """
    read = db.execute(
        select(DocumentFact.document_id, DocumentFact.value).where(
            DocumentFact.document_id.in_(document_ids), DocumentFact.name == FactName.LANGUAGE
        )
    )
    said = db.execute(
        select(FactStatement.document_id, FactStatement.value)
        .ext(distinct_on(FactStatement.document_id))
        .where(FactStatement.document_id.in_(document_ids), FactStatement.name == FactName.LANGUAGE)
        .order_by(FactStatement.document_id, FactStatement.said_at.desc(), FactStatement.id.desc())
    )
    known = {row[0]: row[1] for row in read} | {row[0]: row[1] for row in said}
    return {document_id: code for document_id, code in known.items() if code}
