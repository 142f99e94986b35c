"""The story in the order of time: campaigns and their courses as deeds, each at its moment."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from portal.domain.deadlines import REMINDER_HOUR, day_in_sweden, is_working_day
from portal.services import deadlines
from portal.texts import SWEDEN

from . import acts, arriving, reviewing
from .campaigns import CAMPAIGNS, Asked, Campaign
from .people import BUYERS, Buyer
from .stage import Stage

FOUNDED = -160


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that happens at a moment."""

    at: dt.datetime
    do: Callable[[Stage, dt.datetime], None]


def deeds(now: dt.datetime) -> list[Deed]:
    """All that has happened until now, the earliest first."""
    today = day_in_sweden(now)
    every = [*_founding(today), *_days(today)]
    for campaign in CAMPAIGNS:
        every += _campaign(campaign, today)
    return sorted((deed for deed in every if deed.at <= now), key=lambda deed: deed.at)


def _at(today: dt.date, days: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment on the last working day up to so many days from today."""
    day = today + dt.timedelta(days=days)
    while not is_working_day(day):
        day -= dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=SWEDEN).astimezone(dt.UTC)


def _founding(today: dt.date) -> Iterator[Deed]:
    for number, buyer in enumerate(BUYERS):
        at = _at(today, FOUNDED, 9, number * 10)
        yield Deed(at, partial(_set_up, buyer))


def _set_up(buyer: Buyer, stage: Stage, now: dt.datetime) -> None:
    arriving.set_up(stage, buyer, now)


def _days(today: dt.date) -> Iterator[Deed]:
    """Each morning the clock sends the reminders that have come due."""
    for days in range(FOUNDED, 1):
        day = today + dt.timedelta(days=days)
        at = dt.datetime.combine(day, dt.time(REMINDER_HOUR, 1), tzinfo=SWEDEN)
        yield Deed(at.astimezone(dt.UTC), _morning)


def _morning(stage: Stage, now: dt.datetime) -> None:
    with stage.work() as db:
        written = deadlines.remind(db, base_url=stage.settings.base_url, now=now)
    if written:
        stage.ring(now)


def _campaign(campaign: Campaign, today: dt.date) -> Iterator[Deed]:
    yield Deed(_at(today, campaign.sent, 9, 12), lambda stage, now: acts.send(stage, campaign, now))
    for asked in campaign.asked:
        yield from _course(campaign, asked, today)


def _course(campaign: Campaign, asked: Asked, today: dt.date) -> Iterator[Deed]:
    def deed(
        days: int, hour: int, act: Callable[[Stage, Campaign, Asked, dt.datetime], None]
    ) -> Deed:
        return Deed(_at(today, days, hour, 20), lambda stage, now: act(stage, campaign, asked, now))

    if asked.bounced:
        yield deed(campaign.sent, 10, acts.bounce)
    yield Deed(
        _at(today, campaign.sent, 10, 40),
        lambda stage, now: arriving.arrive(stage, asked.supplier, now),
    )
    if asked.opened is not None:
        yield deed(asked.opened, 11, acts.open_it)
    if asked.opened is not None and asked.worked is not None:
        for sitting in range(acts.SITTINGS):
            days = asked.opened + (asked.worked - asked.opened) * (sitting + 1) // acts.SITTINGS
            at = _at(today, days, 12 + sitting, 35)
            yield Deed(at, partial(_work, campaign, asked, sitting))
    if asked.submitted is not None:
        yield deed(asked.submitted, 16, acts.submit)
    reviewed = (
        (asked.returned, reviewing.send_back),
        (asked.accepted, reviewing.accept),
        (asked.concluded, reviewing.conclude),
    )
    yield from (deed(days, 15, act) for days, act in reviewed if days is not None)
    if asked.withdrawn is not None:
        yield deed(asked.withdrawn, 10, acts.withdraw)


def _work(campaign: Campaign, asked: Asked, sitting: int, stage: Stage, now: dt.datetime) -> None:
    acts.work(stage, campaign, asked, sitting, now)
