"""What people do in the story, each through the service that the pages use."""

import datetime as dt
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from portal.data.tables import Notification
from portal.domain.answers import shown
from portal.domain.deadlines import day_in_sweden
from portal.services import (
    answers,
    asking,
    assessments,
    campaigns,
    documents,
    following,
    notifications,
    questionnaires,
    submissions,
)
from portal.services.answers import Typed
from portal.services.asking import NewCampaign
from portal.services.assessments import Sheet
from portal.services.invitations import Sender

from . import papers
from .answers import ANSWERS, papers_of
from .campaigns import Asked, Campaign
from .people import Person
from .stage import Stage

SITTINGS: Final = 4
BOUNCE: Final = "550 5.1.1 The address does not exist"


def send(stage: Stage, campaign: Campaign, now: dt.datetime) -> None:
    """A planner sends a campaign; suppliers that nobody knows yet are registered with it."""
    with stage.acting(campaign.buyer.planner) as (db, actor):
        new = NewCampaign(
            title=campaign.title,
            questionnaire_id=questionnaires.offered(db)[0].id,
            due_on=day_in_sweden(now) + dt.timedelta(days=campaign.due - campaign.sent),
            context=campaign.context,
            suppliers=[
                asking.Asked(
                    organisation_id=None,
                    name=asked.supplier.name,
                    number=asked.supplier.number,
                    email=asked.supplier.email,
                )
                for asked in campaign.asked
            ],
        )
        sender = Sender(stage.settings.secret_key, stage.settings.base_url)
        campaign_id = campaigns.send(db, actor, new, sender, now=now)
        for followed in following.followed(db, campaign_id, now=now):
            stage.assessments[campaign.title, followed.supplier] = followed.assessment_id
    stage.ring(now)


def bounce(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The mails to a supplier come back."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.work() as db:
        sent = db.execute(
            select(Notification.message_id).where(Notification.assessment_id == assessment_id)
        ).scalars()
        for message_id in list(sent):
            notifications.mark_bounced(db, message_id, error=BOUNCE)
    stage.ring(now)


def open_it(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The supplier opens what was sent."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.acting(asked.supplier.editor) as (db, actor):
        assessments.open_first(db, actor, assessment_id, now=now)


def work(stage: Stage, campaign: Campaign, asked: Asked, sitting: int, now: dt.datetime) -> None:
    """The supplier's editor answers one part of the questions and lays papers to them."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    editor = asked.supplier.editor
    with stage.acting(editor) as (db, actor):
        sheet = assessments.sheet(db, actor, assessment_id, now=now)
        part = _part(sheet, asked, sitting)
        written = ANSWERS[asked.supplier.name]
        typed = [Typed(each, written[each], sheet.version(each)) for each in part]
        outcome = answers.save(db, actor, assessment_id, typed, now=now)
    if outcome.faults or outcome.clashes:
        raise ValueError(f"{asked.supplier.name}: {outcome.faults or outcome.clashes}")
    _lay(stage, editor, assessment_id, part, now)
    stage.ring(now)


def _part(sheet: Sheet, asked: Asked, sitting: int) -> list[str]:
    """The questions of one sitting, of all that will be answered."""
    written = ANSWERS[asked.supplier.name]
    every = [
        question.id
        for question in shown(sheet.definition, written, sheet.request.context)
        if question.id in written
    ]
    if asked.until is not None:
        every = every[: every.index(asked.until) + 1]
    size = -(-len(every) // SITTINGS)
    return every[sitting * size : (sitting + 1) * size]


def _lay(
    stage: Stage, editor: Person, assessment_id: UUID, part: Sequence[str], now: dt.datetime
) -> None:
    """Lay the papers of these questions, uploading those that come for the first time."""
    laid = papers_of(stage.actors[editor.email].organisation_name)
    places = [(question, name) for question in part for name in laid.get(question, ())]
    fresh = dict.fromkeys(name for _, name in places if name not in stage.papers)
    received = papers.receive(stage.files, fresh, limits=stage.settings.limits)
    with stage.acting(editor) as (db, actor):
        for question, name in places:
            if name in stage.papers:
                paper = stage.papers[name]
                documents.choose(db, actor, assessment_id, question, paper, now=now)
            else:
                new = documents.attach(db, actor, assessment_id, question, received[name], now=now)
                stage.papers[name] = new.document_id


def submit(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The supplier hands in."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.acting(asked.supplier.editor) as (db, actor):
        base_url = stage.settings.base_url
        submissions.submit(db, actor, assessment_id, base_url=base_url, now=now)
    stage.ring(now)


def withdraw(stage: Stage, campaign: Campaign, asked: Asked, now: dt.datetime) -> None:
    """The planner takes the request back."""
    assessment_id = stage.assessments[campaign.title, asked.supplier.name]
    with stage.acting(campaign.buyer.planner) as (db, actor):
        following.withdraw(db, actor, assessment_id, now=now)
    stage.ring(now)
