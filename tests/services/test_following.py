"""Following, moving and withdrawing what was sent, as planner and stranger."""

import datetime as dt

import pytest
from sqlalchemy import update

from portal.data.tables import Assessment, Notification, Outbox, Reminder
from portal.domain.access import Actor, Role
from portal.errors import Denied, Invalid, NotFound
from portal.services import campaigns, deadlines, following
from portal.services.asking import Asked, NewCampaign
from portal.services.invitations import Sender
from tests.world import NOW, World, small_raw

BASE = "http://testserver"
DUE = dt.date(2026, 12, 18)


@pytest.fixture
def planner(world: World) -> Actor:
    return world.person(world.buyer(), Role.PLANNER)


@pytest.fixture
def sent(world: World, planner: Actor) -> Assessment:
    """A request with its reminders, sent to a supplier that is new here."""
    supplier = Asked(organisation_id=None, name="Lindmark Textil AB", number="", email="a@b.se")
    new = NewCampaign(
        title="Hållbara leveranskedjor 2026",
        questionnaire_id=world.questionnaire(small_raw()),
        due_on=DUE,
        context={},
        suppliers=[supplier],
    )
    with world.as_(planner) as db:
        campaigns.send(db, planner, new, Sender("k" * 40, BASE), now=NOW)
    [assessment] = world.rows(Assessment)
    assert isinstance(assessment, Assessment)
    return assessment


def test_a_day_moved_there_and_back_is_told_each_time_and_once(
    world: World, planner: Actor, sent: Assessment
) -> None:
    told = []
    for minute, day in enumerate((dt.date(2027, 1, 15), DUE, dt.date(2027, 1, 15))):
        now = NOW + dt.timedelta(minutes=minute)
        with world.as_(planner) as db:
            following.change_due_date(db, planner, sent.id, day, now=now)
        for _ in range(2):
            with world.as_owner() as db:
                told.append(
                    deadlines.tell_of(db, sent.id, kind="due_changed", base_url=BASE, now=now)
                )
    assert told == [1, 0, 1, 0, 1, 0]


def test_a_day_that_is_the_last_day_already_is_not_told_as_new(
    world: World, planner: Actor, sent: Assessment
) -> None:
    with world.as_(planner) as db, pytest.raises(Invalid):
        following.change_due_date(db, planner, sent.id, DUE, now=NOW)


def test_a_calendar_entry_that_follows_within_a_minute_has_a_higher_sequence(
    world: World, planner: Actor, sent: Assessment
) -> None:
    entries = [
        deadlines.due_entry(
            sent, "Region", "sv", base_url=BASE,
            now=NOW + dt.timedelta(seconds=seconds),
        )
        for seconds in (1, 20)
    ]  # fmt: skip
    assert ["SEQUENCE:1\r\n" in entries[0], "SEQUENCE:20\r\n" in entries[1]] == [True, True]


def test_a_stranger_finds_no_campaign_and_moves_no_day(
    world: World, planner: Actor, sent: Assessment
) -> None:
    stranger = world.person(world.buyer("Norrsunda kommun"), Role.PLANNER)
    with world.as_(stranger) as db:
        assert campaigns.lines(db, stranger) == []
        assert following.followed(db, sent.campaign_id, now=NOW) == []
        with pytest.raises(NotFound):
            campaigns.campaign(db, stranger, sent.campaign_id)
        with pytest.raises(NotFound):
            following.change_due_date(db, stranger, sent.id, DUE, now=NOW)
        with pytest.raises(NotFound):
            following.withdraw(db, stranger, sent.id, now=NOW)


def test_moving_the_day_keeps_sent_reminders_and_tells_the_supplier(
    world: World, planner: Actor, sent: Assessment
) -> None:
    with world.as_owner() as db:
        db.execute(update(Reminder).where(Reminder.offset_days == -14).values(state="sent"))
    with world.as_(planner) as db:
        following.change_due_date(db, planner, sent.id, dt.date(2027, 1, 15), now=NOW)
    states = {(r.due_on, r.offset_days): r.state for r in world.rows(Reminder)}
    assert states[DUE, -14] == "sent"
    assert states[DUE, -7] == "cancelled"
    assert states[dt.date(2027, 1, 15), -7] == "waiting"
    assert world.rows(Outbox)[-1].job == following.DUE_DATE


def test_a_withdrawn_request_stays_with_its_supplier(
    world: World, planner: Actor, sent: Assessment
) -> None:
    with world.as_(planner) as db:
        assert following.withdraw(db, planner, sent.id, now=NOW) == sent.campaign_id
        with pytest.raises(Denied):
            following.change_due_date(db, planner, sent.id, DUE, now=NOW)
    anna = world.person(sent.supplier_id, Role.SUPPLIER_EDITOR)
    with world.as_(anna) as db:
        assert db.get(Assessment, sent.id) is not None


def test_a_mail_that_came_back_shows_as_not_reached(
    world: World, planner: Actor, sent: Assessment
) -> None:
    with world.as_(planner) as db:
        assert [one.reached for one in following.followed(db, sent.campaign_id, now=NOW)] == [True]
    with world.as_worker() as db:
        db.execute(update(Notification).values(state="bounced"))
    with world.as_(planner) as db:
        assert [one.reached for one in following.followed(db, sent.campaign_id, now=NOW)] == [False]
