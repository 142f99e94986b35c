"""The reviewer's queue: documents with open flags, and what else waits, the worst first."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Row, func, literal, select, tuple_
from sqlalchemy.orm import Session

from portal.data.sorting import by_name
from portal.data.tables import Assessment, Organisation
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.flags import Family, Load
from portal.services.reviews.weighing import WITH_REVIEWER, Filters, Kind, Order, waiting_lines

PAGE: Final = 50

# Seconds that a reviewer needs for a flag, page turned and words read: a rough guess of ours.
SECONDS_A_FLAG: Final = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A document with open flags, or a submitted assessment that has none left.

    ``unread`` counts the assessment's papers that are still being read.
    """

    kind: Kind
    id: UUID
    name: str
    supplier: str
    due_at: dt.datetime
    load: Load
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One page of the queue. ``open`` counts the flags of all its pages; ``next`` begins the
    following page."""

    lines: tuple[Line, ...]
    open: int
    next: str | None

    @property
    def minutes(self) -> int:
        """About how long the open flags take."""
        return -(-self.open * SECONDS_A_FLAG // 60)


def queue(
    db: Session,
    actor: Actor,
    filters: Filters,
    *,
    now: dt.datetime,
    after: str | None = None,
    most: int = PAGE,
) -> Queue:
    """What waits for this buyer's reviewers, in one query. Raises Denied, NotFound.

    ``after`` is the ``next`` of the page before; anything else begins at the top.
    """
    check(actor, Action.SEE_QUEUE, Thing(buyer_id=actor.organisation_id))
    lines = waiting_lines(actor.organisation_id, filters, now)
    order = _order(lines, filters.order)
    query = (
        select(
            lines,
            Organisation.name.label("supplier"),
            select(func.sum(lines.c.open)).scalar_subquery().label("total"),
        )
        .join(Organisation, Organisation.id == lines.c.supplier_id)
        .order_by(*order)
        .limit(most + 1)
    )
    place = _place(after)
    if place is not None:
        query = query.where(tuple_(*order) > tuple_(*_ordered(place, filters.order)))
    rows = db.execute(query).all()
    return Queue(
        lines=tuple(_line(row) for row in rows[:most]),
        open=int(rows[0].total or 0) if rows else 0,
        next=_cursor(rows[most - 1]) if len(rows) > most else None,
    )


def first_document(
    db: Session, actor: Actor, *, now: dt.datetime, but: UUID | None = None
) -> UUID | None:
    """The document to read next: the worst one with open flags, other than ``but``."""
    top = queue(db, actor, Filters(), now=now).lines
    others = (line.id for line in top if line.kind == Kind.DOCUMENT and line.id != but)
    return next(others, None)


def suppliers(db: Session, actor: Actor) -> list[tuple[UUID, str]]:
    """The suppliers that the queue can be narrowed to, by name."""
    check(actor, Action.SEE_QUEUE, Thing(buyer_id=actor.organisation_id))
    rows = db.execute(
        select(Organisation.id, Organisation.name)
        .where(
            Organisation.id.in_(
                select(Assessment.supplier_id).where(
                    Assessment.buyer_id == actor.organisation_id,
                    Assessment.state.in_(WITH_REVIEWER),
                )
            )
        )
        .order_by(by_name(Organisation.name))
    )
    return [(row.id, row.name) for row in rows]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page of the queue ended."""

    severe: int
    risk: int
    hedged: int
    open: int
    due_at: dt.datetime
    id: UUID


def _order(lines: CTE, order: Order) -> list[ColumnElement[Any]]:
    """The columns to sort by, all ascending, so that one comparison finds the next page."""
    heavy = [-lines.c.severe, -lines.c.risk, -lines.c.hedged, -lines.c.open]
    if order == Order.DUE:
        return [lines.c.due_at, *heavy, lines.c.id]
    return [*heavy, lines.c.due_at, lines.c.id]


def _ordered(place: _Place, order: Order) -> list[ColumnElement[Any]]:
    heavy = [literal(-n) for n in (place.severe, place.risk, place.hedged, place.open)]
    due_at, last = literal(place.due_at), literal(place.id)
    return [due_at, *heavy, last] if order == Order.DUE else [*heavy, due_at, last]


_MOMENT: Final = "%Y%m%dT%H%M%S%f"


def _cursor(row: Row[Any]) -> str:
    due_at = row.due_at.astimezone(dt.UTC).strftime(_MOMENT)
    return f"{row.severe}_{row.risk}_{row.hedged}_{row.open}_{due_at}_{row.id}"


def _place(cursor: str | None) -> _Place | None:
    parts = (cursor or "").split("_")
    if len(parts) != 6:
        return None
    try:
        severe, risk, hedged, opened = (int(part) for part in parts[:4])
        due_at = dt.datetime.strptime(parts[4], _MOMENT).replace(tzinfo=dt.UTC)
        return _Place(severe, risk, hedged, opened, due_at, UUID(parts[5]))
    except ValueError:
        return None


def _line(row: Row[Any]) -> Line:
    weights = row._mapping
    return Line(
        kind=Kind(row.kind),
        id=row.id,
        name=row.name,
        supplier=row.supplier,
        due_at=row.due_at,
        load=Load(
            severe=row.severe,
            risk=row.risk,
            hedged=row.hedged,
            open=row.open,
            families={family: weights[family] for family in Family if weights[family]},
        ),
        unread=row.unread,
    )
