"""What workers tell of the machines they run on, for an administrator to see."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from portal.data.tables import WorkerReport
from portal.domain.access import Action, Actor, check


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a worker's machine lacks: walls of the sandbox, and programs of the system."""

    queue: str
    host: str
    walls_missing: tuple[str, ...]
    programs_missing: tuple[str, ...]


def tell(db: Session, report: Report, *, now: dt.datetime) -> None:
    """A worker's part, at its start: what its machine has takes the place of what it had."""
    told = {
        "told_at": now,
        "walls_missing": list(report.walls_missing),
        "programs_missing": list(report.programs_missing),
    }
    db.execute(
        upsert(WorkerReport)
        .values(queue=report.queue, host=report.host, **told)
        .on_conflict_do_update(index_elements=[WorkerReport.queue, WorkerReport.host], set_=told)
    )


def reports(db: Session, actor: Actor, living: Mapping[str, Collection[str]]) -> list[Report]:
    """What the workers have told that live now, on these hosts by queue. Raises Denied."""
    check(actor, Action.SEE_HEALTH)
    rows = db.execute(select(WorkerReport).order_by(WorkerReport.queue, WorkerReport.host))
    return [
        Report(
            queue=row.queue,
            host=row.host,
            walls_missing=tuple(map(str, row.walls_missing)),
            programs_missing=tuple(map(str, row.programs_missing)),
        )
        for row in rows.scalars()
        if row.host in living.get(row.queue, ())
    ]
