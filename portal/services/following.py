"""One supplier of a campaign as its buyer follows it: how far it is, its last day, taken back."""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Assessment, Notification, Organisation
from portal.domain.access import Action, Actor, Thing, check
from portal.domain.assessment import AssessmentState, move, overdue
from portal.domain.deadlines import day_in_sweden
from portal.domain.mails import MailState
from portal.errors import Invalid, NotFound
from portal.services import audit
from portal.services import deadlines as reminders
from portal.services.asking import settle_day
from portal.texts import N_

DUE_DATE: Final = "workers.jobs.tell_due_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One supplier of a campaign, as far as a buyer may know."""

    assessment_id: UUID
    campaign_id: UUID
    supplier: str
    email: str
    state: AssessmentState
    due_at: dt.datetime
    answered: int
    asked: int
    overdue: bool
    reached: bool
    submitted_at: dt.datetime | None


def followed(db: Session, campaign_id: UUID, *, now: dt.datetime) -> list[Followed]:
    """The suppliers of a campaign that the caller may see, the most urgent first."""
    rows = db.execute(
        _following()
        .where(Assessment.campaign_id == campaign_id)
        .order_by(Assessment.due_at, Organisation.name)
    ).all()
    return [_followed(row, now) for row in rows]


def follow(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> Followed:
    """One supplier of a campaign of the actor's own buyer. Raises NotFound."""
    row = db.execute(_following().where(Assessment.id == assessment_id)).one_or_none()
    if row is None:
        raise NotFound
    check(actor, Action.SEE_CAMPAIGN, Thing(buyer_id=row.Assessment.buyer_id))
    return _followed(row, now)


def _following() -> Select[Assessment, str, bool]:
    bounced = (
        select(Notification.assessment_id)
        .where(Notification.state == MailState.BOUNCED, Notification.assessment_id.is_not(None))
        .distinct()
    )
    return select(Assessment, Organisation.name, Assessment.id.in_(bounced).label("bounced")).join(
        Organisation, Organisation.id == Assessment.supplier_id
    )


def _followed(row: Row[Assessment, str, bool], now: dt.datetime) -> Followed:
    assessment, supplier, bounced = row
    state = AssessmentState(assessment.state)
    return Followed(
        assessment_id=assessment.id,
        campaign_id=assessment.campaign_id,
        supplier=supplier,
        email=assessment.contact_email,
        state=state,
        due_at=assessment.due_at,
        answered=assessment.answered,
        asked=assessment.asked,
        overdue=overdue(state, assessment.due_at, now),
        reached=not (bounced and state == AssessmentState.SENT),
        submitted_at=assessment.submitted_at,
    )


def _held(db: Session, assessment_id: UUID) -> Assessment:
    """An assessment, locked until commit. Raises NotFound."""
    found = db.execute(
        select(Assessment).where(Assessment.id == assessment_id).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        raise NotFound
    return found


def change_due_date(
    db: Session, actor: Actor, assessment_id: UUID, due_on: dt.date | None, *, now: dt.datetime
) -> UUID:
    """Move one supplier's due date; its reminders follow and it is told. The campaign's id.

    Raises Invalid on ``due_on``, Denied where the answers have been handed in.
    """
    assessment = _held(db, assessment_id)
    check(actor, Action.CHANGE_DUE_DATE, Thing(buyer_id=assessment.buyer_id))
    move(AssessmentState(assessment.state), Action.CHANGE_DUE_DATE)
    settled = settle_day(due_on, now=now)
    if settled == day_in_sweden(assessment.due_at):
        raise Invalid({"due_on": N_("This is the last day to answer already. Choose another.")})
    reminders.replan(db, assessment, settled, now=now)
    outbox.post(db, DUE_DATE, assessment.id)
    audit.record(
        db, actor, "change_due_date", thing="assessment", thing_id=assessment.id, now=now,
        due_on=settled.isoformat(),
    )  # fmt: skip
    return assessment.campaign_id


def withdraw(db: Session, actor: Actor, assessment_id: UUID, *, now: dt.datetime) -> UUID:
    """Take a request back; the supplier keeps what it wrote. The campaign's id."""
    assessment = _held(db, assessment_id)
    check(actor, Action.WITHDRAW_ASSESSMENT, Thing(buyer_id=assessment.buyer_id))
    assessment.state = move(AssessmentState(assessment.state), Action.WITHDRAW_ASSESSMENT)
    assessment.closed_at = now
    audit.record(db, actor, "withdraw", thing="assessment", thing_id=assessment.id, now=now)
    return assessment.campaign_id
