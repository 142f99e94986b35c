"""Deciding flags: one standing decision a flag and buyer, kept with what it was made on."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, Flag, FlagDecision
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.flags import Decision, DecisionKind, decide
from portal.errors import Conflict, Denied, NotFound
from portal.services import audit, documents
from portal.services.flagging import FIND, assessments_of
from portal.services.reviews.marking import places
from portal.services.reviews.marks import OPEN_STATES
from portal.texts import N_

QUICKER = N_("Someone else decided this flag meanwhile. Look at the decision and choose again.")
FINISHED = N_(
    "The assessments that hold this paper are finished. Nothing in them changes any more."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a reviewer pressed. ``shown`` is the decision that stood on the page, if any."""

    kind: str
    reason: str = ""
    shown: UUID | None = None


def decide_flag(
    db: Session, actor: Actor, document_id: UUID, flag_id: UUID, choice: Choice, *, now: dt.datetime
) -> None:
    """Keep a decision; another that the reviewer saw is replaced by it, also one to look at again.

    A double click is one decision: the database lets one stand. Raises Invalid for a rejection
    without a reason, Conflict where another reviewer was quicker, NotFound, Denied.
    """
    _check(actor)
    flag, sha256 = _flag(db, document_id, flag_id)
    _check_workable(db, document_id)
    decision = decide(choice.kind, choice.reason)
    stood = _take_back(db, choice.shown, now, but=decision, of=flag) if choice.shown else None
    kept = _keep(db, actor, flag, sha256, decision, now)
    if kept is None:
        _same_or_conflict(db, actor, flag, sha256, decision)
        return
    audit.record(
        db,
        actor,
        "decide",
        thing="flag",
        thing_id=flag_id,
        now=now,
        decision=decision.kind,
        rule=flag.rule,
        rules_version=flag.rules_version,
    )
    if DecisionKind.REJECTED in (decision.kind, stood):
        _find_again(db, document_id)


def undo(
    db: Session, actor: Actor, document_id: UUID, decision_id: UUID | None, *, now: dt.datetime
) -> UUID | None:
    """Take one of the reviewer's own decisions back, and return the flag it was of.

    What it had replaced stands again. None where there is nothing to take back, or it has been
    taken back already. Raises NotFound for a decision of someone else, Denied.
    """
    _check(actor)
    documents.paper(db, actor, document_id)
    if decision_id is None:
        return None
    said = or_(FlagDecision.said == "", FlagDecision.said == Flag.said)
    stands = (Flag.place == FlagDecision.place) & said
    found = db.execute(
        select(FlagDecision, Flag.id)
        .join(Document, Document.sha256 == FlagDecision.sha256)
        .join(Flag, (Flag.document_id == Document.id) & stands)
        .where(
            Document.id == document_id,
            FlagDecision.id == decision_id,
            FlagDecision.reviewer_id == actor.user_id,
        )
    ).one_or_none()
    if found is None:
        raise NotFound
    decision, flag_id = found
    _check_workable(db, document_id)
    if _take_back(db, decision_id, now) is None:
        return None
    before = _restore(db, decision)
    audit.record(db, actor, "undo", thing="flag", thing_id=flag_id, now=now)
    if DecisionKind.REJECTED in (decision.decision, before):
        _find_again(db, document_id)
    return flag_id


def _check(actor: Actor) -> None:
    check(actor, Action.DECIDE_FLAG, Thing(buyer_id=actor.organisation_id, submitted=True))


def _check_workable(db: Session, document_id: UUID) -> None:
    """A finished assessment changes no more. Raises Denied."""
    if not any(each.state in OPEN_STATES for each in places(db, document_id)):
        raise Denied(FINISHED)


def _flag(db: Session, document_id: UUID, flag_id: UUID) -> tuple[Flag, str]:
    row = db.execute(
        select(Flag, Document.sha256)
        .join(Document, Document.id == Flag.document_id)
        .where(Flag.id == flag_id, Flag.document_id == document_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1]


def _take_back(
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
            )
        )
    return db.execute(query).scalar_one_or_none()


def _restore(db: Session, taken: FlagDecision) -> str | None:
    """Let stand again what a decision had replaced: it ended at the moment this one began."""
    return db.execute(
        update(FlagDecision)
        .where(
            FlagDecision.buyer_id == taken.buyer_id,
            FlagDecision.sha256 == taken.sha256,
            or_(
                FlagDecision.key == taken.key,
                (FlagDecision.page == taken.page)
                & (FlagDecision.topic == taken.topic)
                & (FlagDecision.said != ""),
            ),
            FlagDecision.undone_at == taken.decided_at,
            FlagDecision.id != taken.id,
        )
        .values(undone_at=None)
        .returning(FlagDecision.decision)
    ).scalar_one_or_none()


def _keep(
    db: Session, actor: Actor, flag: Flag, sha256: str, decision: Decision, now: dt.datetime
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
        )
        .on_conflict_do_nothing(
            index_elements=["buyer_id", "sha256", "key"],
            index_where=FlagDecision.undone_at.is_(None),
        )
        .returning(FlagDecision.id)
    ).scalar_one_or_none()


def _same_or_conflict(
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
    ):
        raise Conflict(QUICKER)


def _find_again(db: Session, document_id: UUID) -> None:
    """What is rejected is left out of the findings; they are made anew after commit."""
    for assessment_id in assessments_of(db, document_id):
        outbox.post(db, FIND, assessment_id)
