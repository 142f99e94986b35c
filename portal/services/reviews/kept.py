"""Decisions as rows: one stands for a flag and buyer, the earlier ones are kept behind it."""

import datetime as dt
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from portal.data.tables import Flag, FlagDecision
from portal.domain.access import Actor
from portal.domain.flags import Decision
from portal.errors import Conflict
from portal.texts import N_

QUICKER = N_("Someone else decided this flag meanwhile. Look at the decision and choose again.")


def take_back(
    db: Session,
    decision_id: UUID,
    now: dt.datetime,
    *,
    but: Decision | None = None,
    of: Flag | None = None,
) -> str | None:
    """Let a decision stand no more, and return its kind; None where it did not stand.

    One that says the same as ``but``, ``of`` the same words taken to say the same, is left.
    """
    query = (
        update(FlagDecision)
        .where(FlagDecision.id == decision_id, FlagDecision.undone_at.is_(None))
        .values(undone_at=now)
        .returning(FlagDecision.decision)
    )
    if but is not None and of is not None:
        query = query.where(
            or_(
                FlagDecision.decision != but.kind,
                FlagDecision.reason != but.reason,
                FlagDecision.place != of.place,
                FlagDecision.said.not_in(["", of.said]),
                FlagDecision.correction.is_distinct_from(_kept(but)),
            )
        )
    return db.execute(query).scalar_one_or_none()


def restore(db: Session, taken: FlagDecision) -> str | None:
    """Let stand again what a decision had replaced: it ended at the moment this one began."""
    return db.execute(
        update(FlagDecision)
        .where(
            FlagDecision.buyer_id == taken.buyer_id,
            FlagDecision.sha256 == taken.sha256,
            or_(
                FlagDecision.key == taken.key,
                (FlagDecision.page == taken.page)
                & or_(
                    FlagDecision.topic == taken.topic,
                    FlagDecision.correction["topic"].astext == taken.topic,
                )
                & (FlagDecision.said != ""),
            ),
            FlagDecision.undone_at == taken.decided_at,
            FlagDecision.id != taken.id,
        )
        .values(undone_at=None)
        .returning(FlagDecision.decision)
    ).scalar_one_or_none()


def keep(
    db: Session, actor: Actor, flag: Flag, sha256: str, decision: Decision, *, now: dt.datetime
) -> UUID | None:
    """Write the decision, unless one stands: the index decides, also between two quick clicks."""
    return db.execute(
        insert(FlagDecision)
        .values(
            buyer_id=actor.organisation_id,
            sha256=sha256,
            key=flag.key,
            decision=decision.kind,
            reason=decision.reason,
            score=flag.score,
            rule=flag.rule,
            rules_version=flag.rules_version,
            reviewer_id=actor.user_id,
            reviewer_name=actor.name,
            decided_at=now,
            place=flag.place,
            said=flag.said,
            topic=flag.topic,
            page=flag.page,
            start=flag.start,
            end=flag.end,
            correction=_kept(decision),
        )
        .on_conflict_do_nothing(
            index_elements=["buyer_id", "sha256", "key"],
            index_where=FlagDecision.undone_at.is_(None),
        )
        .returning(FlagDecision.id)
    ).scalar_one_or_none()


def same_or_conflict(
    db: Session, actor: Actor, flag: Flag, sha256: str, decision: Decision
) -> None:
    """A second click on the same button changes nothing. Raises Conflict for anything else."""
    there = db.execute(
        select(FlagDecision).where(
            FlagDecision.buyer_id == actor.organisation_id,
            FlagDecision.sha256 == sha256,
            FlagDecision.key == flag.key,
            FlagDecision.undone_at.is_(None),
        )
    ).scalar_one_or_none()
    if (
        there is None
        or there.said not in ("", flag.said)
        or (there.decision, there.reason) != (decision.kind, decision.reason)
        or there.correction != _kept(decision)
    ):
        raise Conflict(QUICKER)


def _kept(decision: Decision) -> dict[str, object] | None:
    return decision.correction.kept() if decision.correction else None
