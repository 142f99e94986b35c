"""Questionnaires as they were sent: read from their row once a process."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from portal.data.tables import Questionnaire as Row
from portal.domain.questionnaire import Questionnaire, Text, definition_hash, read_definition
from portal.errors import NotFound

# A row never changes once it is here (a trigger holds that), so what was read stays true.
_READ: Final[dict[UUID, Questionnaire]] = {}


def definition(db: Session, questionnaire_id: UUID) -> Questionnaire:
    """The definition of one version. Raises NotFound where there is no such row."""
    known = _READ.get(questionnaire_id)
    if known is not None:
        return known
    raw = db.execute(select(Row.definition).where(Row.id == questionnaire_id)).scalar_one_or_none()
    if raw is None:
        raise NotFound
    return _READ.setdefault(questionnaire_id, read_definition(raw))


def publish(db: Session, raw: object) -> Questionnaire:
    """Keep a definition for good, once; only the owner's role may. Raises FaultyDefinition."""
    questionnaire = read_definition(raw)
    db.execute(
        insert(Row)
        .values(
            code=questionnaire.id,
            version=questionnaire.version,
            definition=raw,
            content_hash=definition_hash(raw),
        )
        .on_conflict_do_nothing()
    )
    return questionnaire


@dataclass(frozen=True, slots=True)
class Offered:
    """A questionnaire that can be sent."""

    id: UUID
    title: Text
    version: str


def offered(db: Session) -> list[Offered]:
    """Every version that can be sent, the newest of each first."""
    rows = db.execute(select(Row.id, Row.version).order_by(Row.code, Row.created_at.desc())).all()
    return [Offered(row.id, definition(db, row.id).title, row.version) for row in rows]
