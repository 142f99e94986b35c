"""Campaigns: one questionnaire, sent to several suppliers until one day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Assessment, Campaign
from portal.domain.access import Action, Actor, Role, Thing, check
from portal.domain.deadlines import day_in_sweden, end_of_day
from portal.domain.questionnaire import read_context
from portal.errors import NotFound
from portal.services import assessments, audit, invitations, questionnaires, suppliers
from portal.services import deadlines as reminders
from portal.services.asking import NewCampaign, checked
from portal.services.invitations import NewInvitation, Sender

REQUEST: Final = "workers.jobs.tell_request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One campaign in the list."""

    id: UUID
    title: str
    due_at: dt.datetime
    counts: Mapping[str, int]


def send(db: Session, actor: Actor, new: NewCampaign, sender: Sender, *, now: dt.datetime) -> UUID:
    """Send a questionnaire: one assessment, its reminders and its mail for each supplier.

    Raises Invalid that names every field that cannot be taken, Denied for one who may not send.
    """
    check(actor, Action.SEND_CAMPAIGN, Thing(buyer_id=actor.organisation_id))
    due_on, questionnaire_id = checked(new, now=now)
    definition = questionnaires.definition(db, questionnaire_id)
    contacts = suppliers.registered(db, new.suppliers)
    campaign = Campaign(
        buyer_id=actor.organisation_id,
        questionnaire_id=questionnaire_id,
        title=new.title.strip(),
        context=dict(new.context),
        due_at=end_of_day(due_on),
        created_by=actor.user_id,
        created_at=now,
    )
    db.add(campaign)
    db.flush()
    context = read_context(new.context, today=day_in_sweden(now))
    asked, _ = assessments.told(definition, {}, context)
    for supplier_id, email in contacts.items():
        assessment = _assessment(campaign, supplier_id, email, asked=asked)
        db.add(assessment)
        db.flush()
        reminders.plan(db, assessment, now=now)
        _reach(db, actor, assessment, sender, now=now)
    audit.record(
        db, actor, "send", thing="campaign", thing_id=campaign.id, now=now,
        suppliers=len(new.suppliers),
    )  # fmt: skip
    return campaign.id


def _assessment(campaign: Campaign, supplier_id: UUID, email: str, *, asked: int) -> Assessment:
    return Assessment(
        campaign_id=campaign.id,
        buyer_id=campaign.buyer_id,
        supplier_id=supplier_id,
        questionnaire_id=campaign.questionnaire_id,
        contact_email=email,
        due_at=campaign.due_at,
        asked=asked,
        sent_at=campaign.created_at,
    )


def _reach(
    db: Session, actor: Actor, assessment: Assessment, sender: Sender, *, now: dt.datetime
) -> None:
    """Ask the supplier's people; where it has none yet, invite the contact to be the first."""
    if not db.execute(select(func.has_people(assessment.supplier_id))).scalar_one():
        new = NewInvitation(
            organisation_id=assessment.supplier_id,
            buyer_id=actor.organisation_id,
            email=assessment.contact_email,
            name="",
            roles=(Role.SUPPLIER_ADMINISTRATOR, Role.SUPPLIER_EDITOR),
            language="sv",
        )
        invitations.invite(db, actor, new, sender, now=now, assessment_id=assessment.id)
    outbox.post(db, REQUEST, assessment.id)


def lines(db: Session, actor: Actor) -> list[Line]:
    """The buyer's campaigns, the newest first, with how many suppliers stand where."""
    check(actor, Action.SEE_CAMPAIGN, Thing(buyer_id=actor.organisation_id))
    counts: dict[UUID, dict[str, int]] = {}
    for campaign_id, state, count in db.execute(
        select(Assessment.campaign_id, Assessment.state, func.count()).group_by(
            Assessment.campaign_id, Assessment.state
        )
    ):
        counts.setdefault(campaign_id, {})[state] = count
    rows = db.execute(select(Campaign).order_by(Campaign.created_at.desc())).scalars()
    return [
        Line(id=row.id, title=row.title, due_at=row.due_at, counts=counts.get(row.id, {}))
        for row in rows
    ]


def campaign(db: Session, actor: Actor, campaign_id: UUID) -> Campaign:
    """One campaign of the actor's own buyer. Raises NotFound."""
    found = db.execute(select(Campaign).where(Campaign.id == campaign_id)).scalar_one_or_none()
    if found is None:
        raise NotFound
    check(actor, Action.SEE_CAMPAIGN, Thing(buyer_id=found.buyer_id))
    return found
