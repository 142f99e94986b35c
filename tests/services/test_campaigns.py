"""Sending a campaign: what is taken, what is written, and who may."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from portal.data.tables import (
    Assessment,
    Invitation,
    Notification,
    Organisation,
    Outbox,
    Reminder,
)
from portal.domain.access import Actor, Role
from portal.errors import Denied, Invalid
from portal.services import campaigns
from portal.services.asking import Asked, NewCampaign
from portal.services.invitations import Sender
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


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR])
def test_only_a_planner_sends(world: World, role: Role) -> None:
    other = world.person(world.buyer(), role)
    with pytest.raises(Denied):
        _send(world, other, _new(world, _fresh()))
