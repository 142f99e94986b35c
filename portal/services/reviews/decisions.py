"""Deciding flags: one standing decision a flag and buyer, kept with what it was made on."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Document, Flag, FlagDecision, Page
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.flags import Decision, DecisionKind, Written, correct, decide
from portal.errors import Denied, NotFound
from portal.services import audit, documents
from portal.services.flagging import FIND, assessments_of
from portal.services.reviews.kept import keep, restore, same_or_conflict, take_back
from portal.services.reviews.marking import places
from portal.services.reviews.marks import OPEN_STATES
from portal.services.standing import agreed_by, made_on
from portal.texts import N_

FINISHED = N_(
    "The assessments that hold this paper are finished. Nothing in them changes any more."
)

# The decisions by which a paper says something else than was read.
_SPEAKING = frozenset({DecisionKind.REJECTED, DecisionKind.CORRECTED})


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
    flag, sha256 = _to_decide(db, actor, document_id, flag_id)
    decision = decide(choice.kind, choice.reason)
    _stand(db, actor, (flag, sha256), decision, shown=choice.shown, now=now)


def correct_flag(
    db: Session,
    actor: Actor,
    document_id: UUID,
    flag_id: UUID,
    written: Written,
    *,
    shown: UUID | None,
    now: dt.datetime,
) -> None:
    """Keep what a reviewer says that a flag's words say: a decision, replaced like another.

    The flag itself stays as the program made it. Raises Invalid on the fields of ``correct``,
    Conflict where another reviewer was quicker than ``shown``, NotFound, Denied.
    """
    flag, sha256 = _to_decide(db, actor, document_id, flag_id)
    text = db.execute(
        select(Page.text).where(Page.document_id == document_id, Page.number == flag.page)
    ).scalar_one_or_none()
    decision = Decision.corrected(correct(flag, sha256, text or "", written))
    _stand(db, actor, (flag, sha256), decision, shown=shown, now=now)


def check_correctable(db: Session, actor: Actor, document_id: UUID, flag_id: UUID) -> None:
    """Whether the reviewer may correct a flag now. Raises NotFound, Denied."""
    _to_decide(db, actor, document_id, flag_id)


def _to_decide(db: Session, actor: Actor, document_id: UUID, flag_id: UUID) -> tuple[Flag, str]:
    """A flag that can be decided, and the hash of its document. Raises NotFound, Denied."""
    _check(actor)
    found = _flag(db, document_id, flag_id)
    _check_workable(db, document_id)
    return found


def _stand(
    db: Session,
    actor: Actor,
    of: tuple[Flag, str],
    decision: Decision,
    *,
    shown: UUID | None,
    now: dt.datetime,
) -> None:
    """Let a decision stand, in place of the one that was shown. Raises Conflict."""
    flag, sha256 = of
    stood = take_back(db, shown, now, but=decision, of=flag) if shown else None
    kept = keep(db, actor, flag, sha256, decision, now=now)
    if kept is None:
        same_or_conflict(db, actor, flag, sha256, decision)
        return
    audit.record(
        db,
        actor,
        "decide",
        thing="flag",
        thing_id=flag.id,
        now=now,
        decision=decision.kind,
        rule=flag.rule,
        rules_version=flag.rules_version,
        **_codes(decision),
    )
    if _SPEAKING & {decision.kind, stood}:
        _find_again(db, flag.document_id)


def _codes(decision: Decision) -> dict[str, str]:
    """What a correction says, without the words of the paper."""
    says = decision.correction
    return {"topic": says.topic, "stance": says.stance, "bearing": says.bearing} if says else {}


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
    found = db.execute(
        select(FlagDecision, Flag.id)
        .join(Document, Document.sha256 == FlagDecision.sha256)
        .join(Flag, (Flag.document_id == Document.id) & or_(made_on(), agreed_by()))
        .where(
            Document.id == document_id,
            FlagDecision.id == decision_id,
            FlagDecision.reviewer_id == actor.user_id,
        )
        .order_by((Flag.key == FlagDecision.key).desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        raise NotFound
    decision, flag_id = found
    _check_workable(db, document_id)
    if take_back(db, decision_id, now) is None:
        return None
    before = restore(db, decision)
    audit.record(db, actor, "undo", thing="flag", thing_id=flag_id, now=now)
    if _SPEAKING & {decision.decision, before}:
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


def _find_again(db: Session, document_id: UUID) -> None:
    """Of what is rejected or corrected the findings tell otherwise: made anew after commit."""
    for assessment_id in assessments_of(db, document_id):
        outbox.post(db, FIND, assessment_id)
