"""What a reviewer does with a submitted assessment: grade, return, accept, conclude."""

import datetime as dt
from typing import Final
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Assessment, RequirementReview, Submission
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.assessment import AssessmentState, Grade, move
from portal.domain.deadlines import COMPLETION_DAYS, day_in_sweden, default_due_day
from portal.errors import Denied, Invalid, NotFound
from portal.services import audit, deadlines, questionnaires
from portal.texts import N_

RETURNED: Final = "workers.jobs.tell_returned"
MAX_TEXT: Final = 4000

TOO_LONG: Final = N_("Shorten it to 4,000 characters.")
CHOOSE: Final = N_("Choose how the requirement is met.")
SAY_WHY: Final = N_("Say what the grade rests on.")
SAY_WHAT: Final = N_("Write what the supplier shall complete.")
UNGRADED: Final = N_("Grade every requirement first. Not graded yet: %(codes)s.")
MOVED_ON: Final = N_("The supplier has submitted again since you opened this. Look at it first.")


def grade(
    db: Session,
    actor: Actor,
    assessment_id: UUID,
    requirement: str,
    *,
    submission_id: UUID | None,
    chosen: str,
    motivation: str,
    now: dt.datetime,
) -> None:
    """Keep a grade of a requirement of the last submission; earlier grades are kept beside it.

    The same grade with the same words again changes nothing. Raises Invalid on ``grade`` and
    ``motivation``, Denied in a state that allows none or for an earlier submission, NotFound.
    """
    assessment, last = _held(db, actor, assessment_id, Action.ASSESS_REQUIREMENT)
    move(AssessmentState(assessment.state), Action.ASSESS_REQUIREMENT)
    definition = questionnaires.definition(db, assessment.questionnaire_id)
    if requirement not in {each.code for each in definition.requirements}:
        raise NotFound
    words = motivation.strip()
    _check_grade(chosen, words)
    if submission_id != last:
        raise Denied(MOVED_ON)
    if _newest(db, last, requirement) == (chosen, words):
        return
    db.execute(
        insert(RequirementReview).values(
            submission_id=last,
            supplier_id=assessment.supplier_id,
            buyer_id=assessment.buyer_id,
            requirement=requirement,
            grade=chosen,
            motivation=words,
            reviewer_id=actor.user_id,
            reviewed_at=now,
        )
    )
    audit.record(
        db,
        actor,
        "assess_requirement",
        thing="assessment",
        thing_id=assessment_id,
        now=now,
        requirement=requirement,
        grade=chosen,
    )


def _check_grade(chosen: str, words: str) -> None:
    faults = {}
    if chosen not in set(Grade):
        faults["grade"] = CHOOSE
    if not words:
        faults["motivation"] = SAY_WHY
    elif len(words) > MAX_TEXT:
        faults["motivation"] = TOO_LONG
    if faults:
        raise Invalid(faults)


def _newest(db: Session, submission_id: UUID, requirement: str) -> tuple[str, str] | None:
    row = db.execute(
        select(RequirementReview.grade, RequirementReview.motivation)
        .where(
            RequirementReview.submission_id == submission_id,
            RequirementReview.requirement == requirement,
        )
        .order_by(RequirementReview.reviewed_at.desc(), RequirementReview.id.desc())
        .limit(1)
    ).one_or_none()
    return (row.grade, row.motivation) if row else None


def send_back(
    db: Session, actor: Actor, assessment_id: UUID, *, observation: str, now: dt.datetime
) -> None:
    """Return an assessment to be completed, with what is wanted and a new due date.

    Raises Invalid on ``observation``, Denied in a state that does not allow it, NotFound.
    """
    assessment, _ = _held(db, actor, assessment_id, Action.RETURN_ASSESSMENT)
    state = move(AssessmentState(assessment.state), Action.RETURN_ASSESSMENT)
    words = observation.strip()
    if not words or len(words) > MAX_TEXT:
        raise Invalid({"observation": TOO_LONG if words else SAY_WHAT})
    assessment.state = state
    assessment.observation = words
    due_on = completion_day(now)
    deadlines.replan(db, assessment, due_on, now=now)
    outbox.post(db, RETURNED, assessment.id)
    audit.record(
        db,
        actor,
        "return",
        thing="assessment",
        thing_id=assessment.id,
        now=now,
        due_on=due_on.isoformat(),
    )


def completion_day(now: dt.datetime) -> dt.date:
    """The last day to complete what is returned now."""
    return default_due_day(day_in_sweden(now), days=COMPLETION_DAYS)


def accept(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> None:
    """Accept a submission as complete; from here on it is assessed. Raises Denied, NotFound."""
    assessment, _ = _held(db, actor, assessment_id, Action.ACCEPT_ASSESSMENT)
    assessment.state = move(AssessmentState(assessment.state), Action.ACCEPT_ASSESSMENT)
    audit.record(db, actor, "accept", thing="assessment", thing_id=assessment.id, now=now)


def conclude(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> None:
    """Finish an assessment whose requirements are all graded; nothing in it changes after that.

    Raises Invalid that names the requirements without a grade, Denied, NotFound.
    """
    assessment, last = _held(db, actor, assessment_id, Action.CONCLUDE_ASSESSMENT)
    state = move(AssessmentState(assessment.state), Action.CONCLUDE_ASSESSMENT)
    definition = questionnaires.definition(db, assessment.questionnaire_id)
    graded = set(
        db.execute(
            select(RequirementReview.requirement).where(RequirementReview.submission_id == last)
        ).scalars()
    )
    left = [each.code for each in definition.requirements if each.code not in graded]
    if left:
        raise Invalid(sentence=UNGRADED, codes=", ".join(left))
    assessment.state = state
    assessment.closed_at = now
    audit.record(db, actor, "conclude", thing="assessment", thing_id=assessment.id, now=now)


def _held(
    db: Session, actor: Actor, assessment_id: UUID, action: Action
) -> tuple[Assessment, UUID]:
    """An assessment locked until commit, and its last submission. Raises NotFound, Denied."""
    assessment = db.execute(
        select(Assessment).where(Assessment.id == assessment_id).with_for_update()
    ).scalar_one_or_none()
    if assessment is None:
        raise NotFound
    last = db.execute(
        select(Submission.id)
        .where(Submission.assessment_id == assessment_id)
        .order_by(Submission.number.desc())
        .limit(1)
    ).scalar_one_or_none()
    thing = Thing(assessment.supplier_id, assessment.buyer_id, submitted=last is not None)
    check(actor, action, thing)
    if last is None:
        raise NotFound
    return assessment, last
