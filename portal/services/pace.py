"""How quick reading has been lately: told by the workers, read for the estimate of the rest."""

import datetime as dt
from typing import Final, Literal

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data.tables import ReadingPace
from portal.domain.evidence.progress import Pace, newer_pace

# What was measured longer ago says nothing of today's machine.
LATELY: Final = dt.timedelta(days=30)


def measured(
    db: Session,
    method: Literal["text", "picture"],
    seconds: float,
    *,
    together: int = 1,
    now: dt.datetime,
) -> None:
    """Note how many seconds a page took by a way of reading, while so many workers were at it."""
    before = db.execute(
        select(ReadingPace.seconds).where(ReadingPace.method == method).with_for_update()
    ).scalar_one_or_none()
    told = {"seconds": newer_pace(before, seconds, together=together), "measured_at": now}
    db.execute(
        upsert(ReadingPace)
        .values(method=method, **told)
        .on_conflict_do_update(index_elements=[ReadingPace.method], set_=told)
    )


def pace(db: Session) -> Pace:
    """The present pace of reading."""
    rows = db.execute(
        select(ReadingPace.method, ReadingPace.seconds).where(
            ReadingPace.measured_at > func.now() - LATELY
        )
    )
    known = {row.method: row.seconds for row in rows}
    return Pace(text=known.get("text"), picture=known.get("picture"))
