"""What reviewers do in the story: grade, return, accept, conclude, and decide some flags."""

import datetime as dt
import threading
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.data.tables import Document, SubmissionEvidence
from portal.domain.access import Actor
from portal.domain.flags import REJECT_REASONS, Bearing, DecisionKind, Stance
from portal.services import reviews
from portal.services.reviews import Choice, Marked
from portal.settings import Settings
from portal.texts import translate

from . import arriving
from .campaigns import Asked, Campaign
from .people import MALARBYGDEN, Person
from .stage import Stage

LOOK: Final = 2.0  # seconds between two looks whether the papers have been flagged


def accept(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The reviewer takes a submission as complete and grades what has been assessed by now."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.acting(campaign.buyer.reviewer) as (db, actor):
        reviews.accept(db, actor, assessment_id, now=now)
        submission_id = reviews.assessed(db, actor, assessment_id).submission.id
        for graded in asked.graded:
            reviews.grade(
                db,
                actor,
                assessment_id,
                graded.requirement,
                submission_id=submission_id,
                chosen=graded.grade,
                motivation=graded.motivation,
                now=now,
            )


def conclude(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The reviewer finishes an assessment."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.acting(campaign.buyer.reviewer) as (db, actor):
        reviews.conclude(db, actor, assessment_id, now=now)


def send_back(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The reviewer asks the supplier to complete what it handed in."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.acting(campaign.buyer.reviewer) as (db, actor):
        words = asked.observation
        reviews.send_back(db, actor, assessment_id, observation=words, now=now)
    stage.ring(now)


@dataclass(frozen=True, slots=True)
class Decided:
    """A paper whose flags someone has decided, so many of them in the order of reading."""

    reviewer: Person
    paper: str
    most: int
    days: int


_HENRIK, _GRACE = (person for person in MALARBYGDEN.staff if person.part.startswith("reviewer"))
DECIDED: Final = (
    Decided(_HENRIK, "BSCI_HA-25-3390.pdf", 18, 9),
    Decided(_HENRIK, "PG-HR-004_code_of_conduct.pdf", 6, 8),
    Decided(_GRACE, "intyg_kemikalier_arbetsklader.pdf", 4, 2),
)


def decide(settings: Settings, stop: threading.Event) -> None:
    """Once the papers have been flagged, let reviewers decide some of the flags; only once."""
    with Stage.of(settings) as stage:
        for decided in DECIDED:
            while not _flagged(stage, decided.paper):
                if stop.wait(LOOK):
                    return
            _decide(stage, decided, dt.datetime.now(dt.UTC))


def _flagged(stage: Stage, name: str) -> bool:
    with stage.work() as db:
        flagged = select(Document.id).where(Document.name == name, Document.flagged_at.is_not(None))
        return db.execute(flagged.limit(1)).first() is not None


def _decide(stage: Stage, decided: Decided, now: dt.datetime) -> None:
    if decided.reviewer.email not in stage.actors:
        arriving.sign_in(stage, decided.reviewer, now)
    then = now - dt.timedelta(days=decided.days)
    with stage.acting(decided.reviewer) as (db, actor):
        document_id = _handed_in(db, decided.paper)
        marks = reviews.marked(db, actor, document_id)
        if marks.decided:
            return
        for number, flag in enumerate(marks.flags[: decided.most]):
            at = then + dt.timedelta(seconds=40 * number)
            choice = _choice(actor, flag, last=number == decided.most - 1)
            reviews.decide_flag(db, actor, document_id, flag.id, choice, now=at)


def _handed_in(db: Session, name: str) -> UUID:
    return db.execute(
        select(Document.id)
        .join(SubmissionEvidence, SubmissionEvidence.document_id == Document.id)
        .where(Document.name == name)
        .limit(1)
    ).scalar_one()


def _choice(actor: Actor, flag: Marked, *, last: bool) -> Choice:
    """What a careful reader might say: doubts stay doubts, and one flag of all is turned down."""
    if last and flag.bearing != Bearing.RISK:
        reason = translate(actor.language, REJECT_REASONS[0])
        return Choice(kind=DecisionKind.REJECTED, reason=reason)
    hedged = flag.stance == Stance.HEDGED
    return Choice(kind=DecisionKind.UNSURE if hedged else DecisionKind.CONFIRMED)
