"""Bells to ring after commit: written with the change, rung when it stands."""

import datetime as dt
from collections.abc import Callable
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, insert, select, update
from sqlalchemy.orm import Session

from portal.data.session import transaction
from portal.data.tables import Outbox

BATCH: Final = 50


def post(db: Session, job: str, subject_id: UUID) -> None:
    """Ask for a job once this transaction stands. ``job`` is a dotted name."""
    db.execute(insert(Outbox).values(job=job, subject_id=subject_id))
    db.info["bells"] = True


def relay(engine: Engine, ring: Callable[[str, UUID], bool], *, now: dt.datetime) -> int:
    """Ring what waits, at most a batch, and return how many rang.

    A row is marked after its bell has rung: a crash between the two rings twice, which a job
    bears since it claims its row. Two relays at once take different rows. Where the queue does
    not answer (``ring`` is False) the rows stay for the clock. What was asked for several times
    is rung for once, as by a form that lays many papers to one request.
    """
    rung = []
    heard: set[tuple[str, UUID]] = set()
    with transaction(engine) as db:
        waiting = db.execute(
            select(Outbox.id, Outbox.job, Outbox.subject_id)
            .where(Outbox.rung_at.is_(None))
            .order_by(Outbox.id)
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        ).all()
        for row in waiting:
            bell = (row.job, row.subject_id)
            if bell not in heard and not ring(*bell):
                break
            heard.add(bell)
            rung.append(row.id)
        if rung:
            db.execute(update(Outbox).where(Outbox.id.in_(rung)).values(rung_at=now))
    return len(rung)
