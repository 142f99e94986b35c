"""Sending, following, moving and withdrawing, as planner, colleague and stranger."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from portal.data.tables import (
    Assessment,
    Invitation,
    Notification,
    Organisation,
    Outbox,
    Reminder,
)
from portal.domain.access import Actor, Role
from portal.errors import Denied, Invalid, NotFound
from portal.services import accounts, campaigns, deadlines
from portal.services.asking import Asked, NewCampaign
from portal.services.campaigns import Sender
from tests.world import NOW, World, small_raw

SENDER = Sender("k" * 40, "http://testserver")
DUE = dt.date(2026, 12, 18)


def _new(world: World, *suppliers: Asked, **more: Any) -> NewCampaign:
    values: dict[str, Any] = {
        "title": "Hållbara leveranskedjor 2026",
        "questionnaire_id": world.questionnaire(small_raw()),
        "due_on": DUE,
        "context": {},
        "suppliers": suppliers,
    }
    return NewCampaign(**(values | more))


def _fresh(name: str = "Lindmark Textil AB", email: str = "anna@example.se") -> Asked:
    return Asked(organisation_id=None, name=name, number="556000-0001", email=email)


def _send(world: World, planner: Actor, new: NewCampaign) -> UUID:
    with world.as_(planner) as db:
        return campaigns.send(db, planner, new, SENDER, now=NOW)


@pytest.fixture
def planner(world: World) -> Actor:
    return world.person(world.buyer(), Role.PLANNER)


def test_a_new_supplier_is_registered_invited_and_reminded(world: World, planner: Actor) -> None:
    _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    assert (assessment.state, assessment.asked > 0) == ("sent", True)
    assert [r.offset_days for r in world.rows(Reminder)] == [-14, -7, -2, 1, 7]
    [invitation] = world.rows(Invitation)
    assert invitation.organisation_id == assessment.supplier_id
    [mail] = world.rows(Notification)
    assert (mail.kind, mail.assessment_id) == ("invitation", assessment.id)
    assert {row.job for row in world.rows(Outbox)} == {
        campaigns.REQUEST,
        "workers.jobs.send_mail",
    }


@pytest.mark.parametrize("at", ["anna", "planner"])
def test_a_supplier_with_people_is_asked_and_nobody_is_invited_there(
    world: World, planner: Actor, at: str
) -> None:
    """A planner who names an own address would else come in and read other buyers' drafts."""
    supplier = world.supplier()
    anna = world.person(supplier, Role.SUPPLIER_EDITOR)
    email = world.email(anna).upper() if at == "anna" else "planner@example.se"
    known = Asked(organisation_id=supplier, name="", number="", email=email)
    _send(world, planner, _new(world, known))
    assert world.rows(Invitation) == []
    assert [row.job for row in world.rows(Outbox)] == [campaigns.REQUEST]


def test_the_same_organisation_number_is_the_same_supplier(world: World, planner: Actor) -> None:
    _send(world, planner, _new(world, _fresh()))
    _send(world, planner, _new(world, _fresh("Lindmark Textil Aktiebolag"), title="Igen"))
    assert len(world.rows(Organisation, kind="supplier")) == 1


def test_a_due_day_on_a_holiday_becomes_the_next_working_day(world: World, planner: Actor) -> None:
    _send(world, planner, _new(world, _fresh(), due_on=dt.date(2026, 12, 24)))
    [assessment] = world.rows(Assessment)
    assert assessment.due_at == dt.datetime(2026, 12, 28, 22, 59, 59, tzinfo=dt.UTC)


def test_every_field_that_cannot_be_taken_is_named_at_once(world: World, planner: Actor) -> None:
    bad = _new(world, title=" ", questionnaire_id=None, due_on=None)
    with pytest.raises(Invalid) as faults:
        _send(world, planner, bad)
    assert set(faults.value.fields) == {"title", "questionnaire", "due_on", "suppliers"}
    with pytest.raises(Invalid) as faults:
        _send(world, planner, _new(world, _fresh(email="nobody"), due_on=NOW.date()))
    assert set(faults.value.fields) == {"new-0-email", "due_on"}
    assert world.rows(Assessment) == []


@pytest.mark.parametrize(
    "address", ["anna", "a@b", "a b@c.se", "a@b@c.se", "<a@c.se>", "a@c..se", "a@c.se, d@e.se"]
)
def test_what_is_no_single_mail_address_is_not_taken(address: str) -> None:
    with pytest.raises(Invalid):
        accounts.checked_email(address)
    assert accounts.checked_email(" åsa.o'hara+x@åkeri.se ") == "åsa.o'hara+x@åkeri.se"


def test_each_new_supplier_s_fault_stands_at_its_own_field(world: World, planner: Actor) -> None:
    known = Asked(organisation_id=world.supplier(), name="", number="", email="a@b")
    new = _new(world, known, _fresh(), _fresh(name=" ", email="Anna <anna@example.se>"))
    with pytest.raises(Invalid) as faults:
        _send(world, planner, new)
    assert list(faults.value.fields) == [
        f"known-email-{known.organisation_id}", "new-1-name", "new-1-email",
    ]  # fmt: skip


def test_one_supplier_is_not_asked_twice_in_a_campaign(world: World, planner: Actor) -> None:
    twice = (_fresh(), _fresh("Lindmark Textil Aktiebolag"))
    one = Asked(
        organisation_id=None, name="Lindmark", number="16556000 0001", email="anna@example.se"
    )
    with pytest.raises(Invalid) as faults:
        _send(world, planner, _new(world, *twice, one))
    assert set(faults.value.fields) == {"new-1-number", "new-2-number"}


def test_a_buyer_is_not_asked_as_if_it_were_a_supplier(world: World, planner: Actor) -> None:
    bought = Asked(
        organisation_id=planner.organisation_id, name="", number="", email="anna@example.se"
    )
    with pytest.raises(Invalid) as faults:
        _send(world, planner, _new(world, bought))
    assert set(faults.value.fields) == {"suppliers"}


@pytest.mark.parametrize("due_on", [dt.date(9999, 12, 31), dt.date(2029, 1, 1), dt.date(26, 12, 1)])
def test_a_day_that_was_meant_otherwise_is_not_taken(
    world: World, planner: Actor, due_on: dt.date
) -> None:
    with pytest.raises(Invalid) as faults:
        _send(world, planner, _new(world, _fresh(), due_on=due_on))
    assert set(faults.value.fields) == {"due_on"}


def test_a_day_moved_there_and_back_is_told_each_time_and_once(
    world: World, planner: Actor
) -> None:
    _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    told = []
    for minute, day in enumerate((dt.date(2027, 1, 15), DUE, dt.date(2027, 1, 15))):
        now = NOW + dt.timedelta(minutes=minute)
        with world.as_(planner) as db:
            campaigns.change_due_date(db, planner, assessment.id, day, now=now)
        for _ in range(2):
            with world.as_owner() as db:
                told.append(
                    deadlines.tell_of(
                        db, assessment.id, kind="due_changed", base_url=SENDER.base_url, now=now
                    )
                )
    assert told == [1, 0, 1, 0, 1, 0]


def test_a_day_that_is_the_last_day_already_is_not_told_as_new(
    world: World, planner: Actor
) -> None:
    _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    with world.as_(planner) as db, pytest.raises(Invalid):
        campaigns.change_due_date(db, planner, assessment.id, DUE, now=NOW)


def test_a_calendar_entry_that_follows_within_a_minute_has_a_higher_sequence(
    world: World, planner: Actor
) -> None:
    _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    entries = [
        deadlines.due_entry(
            assessment, "Region", "sv", base_url=SENDER.base_url,
            now=NOW + dt.timedelta(seconds=seconds),
        )
        for seconds in (1, 20)
    ]  # fmt: skip
    assert ["SEQUENCE:1\r\n" in entries[0], "SEQUENCE:20\r\n" in entries[1]] == [True, True]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR])
def test_only_a_planner_sends(world: World, role: Role) -> None:
    other = world.person(world.buyer(), role)
    with pytest.raises(Denied):
        _send(world, other, _new(world, _fresh()))


def test_a_stranger_finds_no_campaign_and_moves_no_day(world: World, planner: Actor) -> None:
    campaign_id = _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    stranger = world.person(world.buyer("Norrsunda kommun"), Role.PLANNER)
    with world.as_(stranger) as db:
        assert campaigns.lines(db, stranger) == []
        assert campaigns.followed(db, campaign_id, now=NOW) == []
        with pytest.raises(NotFound):
            campaigns.campaign(db, stranger, campaign_id)
        with pytest.raises(NotFound):
            campaigns.change_due_date(db, stranger, assessment.id, DUE, now=NOW)
        with pytest.raises(NotFound):
            campaigns.withdraw(db, stranger, assessment.id, now=NOW)


def test_moving_the_day_keeps_sent_reminders_and_tells_the_supplier(
    world: World, planner: Actor
) -> None:
    _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    with world.as_owner() as db:
        db.execute(update(Reminder).where(Reminder.offset_days == -14).values(state="sent"))
    with world.as_(planner) as db:
        campaigns.change_due_date(db, planner, assessment.id, dt.date(2027, 1, 15), now=NOW)
    states = {(r.due_on, r.offset_days): r.state for r in world.rows(Reminder)}
    assert states[DUE, -14] == "sent"
    assert states[DUE, -7] == "cancelled"
    assert states[dt.date(2027, 1, 15), -7] == "waiting"
    assert world.rows(Outbox)[-1].job == campaigns.DUE_DATE


def test_a_withdrawn_request_stays_with_its_supplier(world: World, planner: Actor) -> None:
    campaign_id = _send(world, planner, _new(world, _fresh()))
    [assessment] = world.rows(Assessment)
    with world.as_(planner) as db:
        assert campaigns.withdraw(db, planner, assessment.id, now=NOW) == campaign_id
        with pytest.raises(Denied):
            campaigns.change_due_date(db, planner, assessment.id, DUE, now=NOW)
    anna = world.person(assessment.supplier_id, Role.SUPPLIER_EDITOR)
    with world.as_(anna) as db:
        assert db.get(Assessment, assessment.id) is not None


def test_a_mail_that_came_back_shows_as_not_reached(world: World, planner: Actor) -> None:
    campaign_id = _send(world, planner, _new(world, _fresh()))
    with world.as_(planner) as db:
        assert [one.reached for one in campaigns.followed(db, campaign_id, now=NOW)] == [True]
    with world.as_worker() as db:
        db.execute(update(Notification).values(state="bounced"))
    with world.as_(planner) as db:
        assert [one.reached for one in campaigns.followed(db, campaign_id, now=NOW)] == [False]
