"""When a decision stands for a flag: the same bytes, words and topic, taken to say the same.

A correction says itself what the words say: it stands for its flag however the thing is read
anew, and for a flag that comes to say what it says. ``portal.domain.flags.standing`` is the same
rule over flags in hand; here it is for queries.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from portal.data.tables import Document, Flag, FlagDecision
from portal.domain.flags import standing


def made_on() -> ColumnElement[bool]:
    """Joins a decision to the flag that it was made on, for queries over both."""
    anew = FlagDecision.correction.is_not(None) & (FlagDecision.key == Flag.key)
    return and_(
        FlagDecision.place == Flag.place,
        or_(FlagDecision.said == "", FlagDecision.said == Flag.said, anew),
    )


def agreed_by() -> ColumnElement[bool]:
    """Joins a correction to a flag that says what it says."""
    return and_(
        FlagDecision.correction["place"].astext == Flag.place,
        FlagDecision.correction["said"].astext == Flag.said,
    )


def undecided(buyer_id: UUID) -> ColumnElement[bool]:
    """That nobody at this buyer has decided a flag; for queries over Flag and its Document."""

    def none(joined: ColumnElement[bool]) -> ColumnElement[bool]:
        made = select(FlagDecision.id).where(
            FlagDecision.buyer_id == buyer_id,
            FlagDecision.sha256 == Document.sha256,
            FlagDecision.undone_at.is_(None),
            joined,
        )
        return ~exists(made.correlate(Flag, Document))

    # Apart, each is one comparison of texts, which the database can hash.
    return none(made_on()) & none(agreed_by())


def standing_decisions(
    db: Session, buyer_id: UUID | None, documents: Collection[UUID]
) -> dict[UUID, list[FlagDecision]]:
    """A buyer's decisions that stand, by the document they are of; the last one last."""
    rows = db.execute(
        select(Document.id, FlagDecision)
        .join(FlagDecision, FlagDecision.sha256 == Document.sha256)
        .where(
            Document.id.in_(documents),
            FlagDecision.buyer_id == buyer_id,
            FlagDecision.undone_at.is_(None),
        )
        .order_by(FlagDecision.decided_at, FlagDecision.id)
    )
    made: dict[UUID, list[FlagDecision]] = {}
    for document_id, decision in rows:
        made.setdefault(document_id, []).append(decision)
    return made


def decided(db: Session, buyer_id: UUID | None, flags: Iterable[Flag]) -> dict[UUID, FlagDecision]:
    """By a flag's id the decision of this buyer that stands for it, of flags of any documents."""
    by_document: dict[UUID, list[Flag]] = {}
    for flag in flags:
        by_document.setdefault(flag.document_id, []).append(flag)
    made = standing_decisions(db, buyer_id, by_document.keys())
    found: dict[UUID, FlagDecision] = {}
    for document_id, ones in by_document.items():
        stands = standing(ones, made.get(document_id, ()))
        found |= {flag.id: stands[flag.key] for flag in ones if flag.key in stands}
    return found
