"""When a decision stands for a flag: the same bytes, words and topic, taken to say the same."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_

from portal.data.tables import Document, Flag, FlagDecision


def stands_for(buyer_id: UUID | None) -> ColumnElement[bool]:
    """Joins a buyer's standing decision to its flag, where the flag's document is joined too."""
    return and_(
        FlagDecision.buyer_id == buyer_id,
        FlagDecision.sha256 == Document.sha256,
        FlagDecision.place == Flag.place,
        or_(FlagDecision.said == "", FlagDecision.said == Flag.said),
        FlagDecision.undone_at.is_(None),
    )
