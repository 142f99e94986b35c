"""What another run made of a document's flags: compared when they are replaced, and kept."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from portal.data.tables import Document, Flag, Reflagging
from portal.domain.flags import Change, How, Stated, changes
from portal.domain.flags import Flag as FlagValue

MOST: Final = 100
"""Changes of one run that are kept word by word; all are counted."""


def compared(
    db: Session, document_id: UUID, flags: Sequence[FlagValue]
) -> tuple[Change, ...] | None:
    """What would change in a document's flags; None where it has not been flagged before."""
    version = db.execute(
        select(Document.rules_version).where(Document.id == document_id)
    ).scalar_one_or_none()
    if version is None:
        return None
    before = db.execute(select(Flag).where(Flag.document_id == document_id)).scalars().all()
    return changes(before, flags)


def keep_changes(
    db: Session,
    document_id: UUID,
    flags: Sequence[FlagValue],
    *,
    version: str,
    now: dt.datetime,
) -> None:
    """Note what the flags that are about to be replaced had otherwise. The same again is no row."""
    found = compared(db, document_id, flags)
    if not found:
        return
    document = db.get_one(Document, document_id)
    count = Counter(change.how for change in found)
    db.execute(
        insert(Reflagging).values(
            document_id=document_id,
            supplier_id=document.supplier_id,
            former_version=document.rules_version,
            version=version,
            new=count[How.NEW],
            gone=count[How.GONE],
            changed=count[How.CHANGED],
            changes=[_told(change) for change in found[:MOST]],
            made_at=now,
        )
    )


def _told(change: Change) -> dict[str, object]:
    return {
        "how": change.how,
        "before": _stated(change.before),
        "after": _stated(change.after),
    }


def _stated(flag: Stated | None) -> dict[str, object] | None:
    if flag is None:
        return None
    return {
        "topic": flag.topic,
        "stance": flag.stance,
        "bearing": flag.bearing,
        "value": dict(flag.value),
        "page": flag.page,
        "quote": flag.quote,
    }
