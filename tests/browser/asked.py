"""Requests of a test's own in the running house, through the story's services."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from portal.data.queues import ring
from portal.demo.story import acts, arriving
from portal.demo.story.campaigns import TEXTILES, Asked, Campaign
from portal.demo.story.people import LINDMARK, MALARBYGDEN
from portal.demo.story.stage import Stage
from portal.domain.assessment import AssessmentState
from tests.browser.house import House


@dataclass(frozen=True, slots=True)
class Complete:
    """A request to Lindmark with every answer and paper in place, that nobody has sent yet."""

    title: str
    assessment_id: UUID


def complete(house: House, title: str, *, submitted: bool = False) -> Complete:
    """A request that Region Mälarbygden sends and Lindmark answers in full; it may be sent in."""
    asked = Asked(supplier=LINDMARK, ends_as=AssessmentState.IN_PROGRESS)
    campaign = Campaign(
        buyer=MALARBYGDEN, title=title, context=TEXTILES, sent=0, due=30, asked=(asked,)
    )
    now = dt.datetime.now(dt.UTC)
    with _stage(house, now) as stage:
        acts.send(stage, campaign, now)
        acts.open_it(stage, campaign, asked, now)
        for sitting in range(acts.SITTINGS):
            acts.work(stage, campaign, asked, sitting, now)
        if submitted:
            acts.submit(stage, campaign, asked, now)
        assessment_id = stage.assessments[title, LINDMARK.name]
    # The story leaves the comparing of answers and papers to those who flag; here all is flagged.
    ring(house.settings.redis_url, "workers.jobs.find", assessment_id)
    return Complete(title, assessment_id)


@contextmanager
def _stage(house: House, now: dt.datetime) -> Iterator[Stage]:
    """The story's stage with the people of both sides."""
    with Stage.of(house.settings) as stage:
        for person in (MALARBYGDEN.planner, LINDMARK.editor):
            arriving.sign_in(stage, person, now)
        yield stage
