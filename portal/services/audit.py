"""The audit log: who did what to which thing, in a chain that shows any later change."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from portal.data.tables import AuditEntry
from portal.domain.access import Actor

BATCH: Final = 1000


def record(
    db: Session,
    actor: Actor | None,
    action: str,
    *,
    thing: str,
    thing_id: UUID | None,
    now: dt.datetime,
    **detail: str | int | bool | None,
) -> None:
    """Note an act; the line is appended when the transaction commits.

    ``detail`` holds ids, codes and numbers: never a text, a name or an answer.
    """
    line = {
        "at": now.astimezone(dt.UTC).isoformat(timespec="milliseconds"),
        "user": str(actor.user_id) if actor else None,
        "organisation": str(actor.organisation_id) if actor else None,
        "action": action,
        "thing": thing,
        "id": str(thing_id) if thing_id else None,
        "detail": detail,
    }
    db.info.setdefault("audit", []).append(json.dumps(line, sort_keys=True, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain holds. ``broken_at`` is the first line that does not fit."""

    lines: int
    broken_at: int | None
    head: str


def verify(owner: Engine) -> Verdict:
    """Walk the whole chain as the owner, a batch at a time."""
    previous, expected = b"", 1
    query = select(AuditEntry.number, AuditEntry.entry, AuditEntry.hash).order_by(AuditEntry.number)
    with (
        owner.connect().execution_options(yield_per=BATCH) as connection,
        connection.execute(query) as rows,
    ):
        for number, entry, found in rows:
            previous = hashlib.sha256(previous + entry.encode()).digest()
            if number != expected or found != previous:
                return Verdict(expected - 1, number, previous.hex())
            expected += 1
    return Verdict(expected - 1, None, previous.hex())
