"""What became of decisions when a document was flagged anew."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.data.tables import Document, FlagDecision, Reflagging
from portal.domain.access import Actor
from portal.domain.flags import Bearing, How, Stance, Topic
from portal.services.reviews.marks import Altered, Anew, Wording

MOST: Final = 5
"""Runs that are told of; one that is older is of no use to who decides today."""


def flagged_anew(db: Session, actor: Actor, document_id: UUID) -> tuple[Anew, ...]:
    """The last runs that came out otherwise since the buyer last decided here, newest first."""
    last = (
        select(func.max(FlagDecision.decided_at))
        .join(Document, Document.sha256 == FlagDecision.sha256)
        .where(Document.id == document_id, FlagDecision.buyer_id == actor.organisation_id)
        .scalar_subquery()
    )
    rows = db.execute(
        select(Reflagging)
        .where(Reflagging.document_id == document_id, Reflagging.made_at > last)
        .order_by(Reflagging.made_at.desc())
        .limit(MOST)
    ).scalars()
    return tuple(
        Anew(
            at=row.made_at,
            new=row.new,
            gone=row.gone,
            changed=row.changed,
            changes=tuple(_altered(each) for each in row.changes),
        )
        for row in rows
    )


def _altered(told: Mapping[str, Any]) -> Altered:
    return Altered(
        how=How(told["how"]), before=_wording(told["before"]), after=_wording(told["after"])
    )


def _wording(told: Mapping[str, Any] | None) -> Wording | None:
    if told is None:
        return None
    return Wording(
        topic=Topic(told["topic"]),
        stance=Stance(told["stance"]),
        bearing=Bearing(told["bearing"]),
        page=told["page"],
        quote=told["quote"],
        value=told["value"],
    )
