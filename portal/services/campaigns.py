"""Campaigns: one questionnaire to several suppliers, and how far each of them has come."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Row, Select, func, insert, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from portal.data import outbox
from portal.data.tables import Assessment, Campaign, Notification, Organisation
from portal.domain.access import Action, Actor, Role, Thing, check
from portal.domain.assessment import AssessmentState, move, overdue
from portal.domain.deadlines import day_in_sweden, end_of_day
from portal.domain.questionnaire import read_context
from portal.errors import Invalid, NotFound
from portal.services import accounts, assessments, audit, notifications, questionnaires
from portal.services import deadlines as reminders
from portal.services.accounts import NewInvitation
from portal.services.asking import (
    Asked,
    NewCampaign,
    checked,
    named,
    organisation_number,
    settle_day,
)
from portal.texts import N_

REQUEST: Final = "workers.jobs.tell_request"
DUE_DATE: Final = "workers.jobs.tell_due_date"


@dataclass(frozen=True, slots=True)
class Sender:
    """What sending needs of the installation."""

    key: str
    base_url: str


@dataclass(frozen=True, slots=True)
class Known:
    """A supplier that can be asked again, with the address it was last asked at by this buyer."""

    id: UUID
    name: str
    number: str | None
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One campaign in the list."""

    id: UUID
    title: str
    due_at: dt.datetime
    counts: Mapping[str, int]


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


def _thing(actor: Actor) -> Thing:
    return Thing(buyer_id=actor.organisation_id)


def known_suppliers(db: Session, actor: Actor) -> list[Known]:
    """The register of suppliers, by name."""
    check(actor, Action.PLAN_CAMPAIGN, _thing(actor))
    last = (
        select(Assessment.supplier_id, Assessment.contact_email)
        .ext(distinct_on(Assessment.supplier_id))
        .order_by(Assessment.supplier_id, Assessment.sent_at.desc())
        .subquery()
    )
    rows = db.execute(
        select(Organisation.id, Organisation.name, Organisation.number, last.c.contact_email)
        .outerjoin(last, last.c.supplier_id == Organisation.id)
        .where(Organisation.kind == "supplier")
        .order_by(func.translate(func.lower(Organisation.name), "åäö", "{|}").collate("C"))
    ).all()
    return [Known(row.id, row.name, row.number, row.contact_email or "") for row in rows]


def send(db: Session, actor: Actor, new: NewCampaign, sender: Sender, *, now: dt.datetime) -> UUID:
    """Send a questionnaire: one assessment, its reminders and its mail for each supplier.

    Raises Invalid that names every field that cannot be taken, Denied for one who may not send.
    """
    check(actor, Action.SEND_CAMPAIGN, _thing(actor))
    due_on, questionnaire_id = checked(new, now=now)
    definition = questionnaires.definition(db, questionnaire_id)
    due_at = end_of_day(due_on)
    suppliers = _registered(db, new.suppliers)
    campaign_id = db.execute(
        insert(Campaign)
        .values(
            buyer_id=actor.organisation_id,
            questionnaire_id=questionnaire_id,
            title=new.title.strip(),
            context=dict(new.context),
            due_at=due_at,
            created_by=actor.user_id,
            created_at=now,
        )
        .returning(Campaign.id)
    ).scalar_one()
    context = read_context(new.context, today=day_in_sweden(now))
    asked, _ = assessments.told(definition, {}, context)
    for supplier_id, email in suppliers.items():
        assessment = Assessment(
            campaign_id=campaign_id,
            buyer_id=actor.organisation_id,
            supplier_id=supplier_id,
            questionnaire_id=questionnaire_id,
            contact_email=email,
            due_at=due_at,
            asked=asked,
            sent_at=now,
        )
        db.add(assessment)
        db.flush()
        reminders.plan(db, assessment, now=now)
        _reach(db, actor, assessment, sender, now=now)
    audit.record(
        db, actor, "send", thing="campaign", thing_id=campaign_id, now=now,
        suppliers=len(new.suppliers),
    )  # fmt: skip
    return campaign_id


def _registered(db: Session, suppliers: Sequence[Asked]) -> dict[UUID, str]:
    """Each supplier, known or made here, with the address to ask at. Raises Invalid for one that
    is asked twice, and for one that is no supplier."""
    register = set(
        db.execute(select(Organisation.id).where(Organisation.kind == "supplier")).scalars()
    )
    found: dict[UUID, str] = {}
    faults: dict[str, str] = {}
    for field, one in named(suppliers):
        supplier_id = one.organisation_id or _register(db, one)
        if one.organisation_id and supplier_id not in register:
            faults["suppliers"] = N_("Choose suppliers from the register.")
        elif supplier_id in found:
            faults[field if one.organisation_id else f"{field}-number"] = N_(
                "This supplier is in the list already. Ask it once."
            )
        found[supplier_id] = one.email.strip()
    if faults:
        raise Invalid(faults)
    return found


def _register(db: Session, one: Asked) -> UUID:
    """A new supplier; one with the same organisation number is the same supplier."""
    number = organisation_number(one.number)
    if number is not None:
        known = db.execute(
            select(Organisation.id).where(
                Organisation.number == number, Organisation.kind == "supplier"
            )
        ).scalar_one_or_none()
        if known is not None:
            return known
    return db.execute(
        insert(Organisation)
        .values(kind="supplier", name=one.name.strip(), number=number)
        .returning(Organisation.id)
    ).scalar_one()


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
        token = accounts.invite(db, actor, new, key=sender.key, now=now)
        notifications.invitation(
            db, actor, new, token=token, base_url=sender.base_url, now=now,
            assessment_id=assessment.id,
        )  # fmt: skip
    outbox.post(db, REQUEST, assessment.id)


def lines(db: Session, actor: Actor) -> list[Line]:
    """The buyer's campaigns, the newest first, with how many suppliers stand where."""
    check(actor, Action.SEE_CAMPAIGN, _thing(actor))
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
        .where(Notification.state == "bounced", Notification.assessment_id.is_not(None))
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
