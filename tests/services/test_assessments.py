"""The supplier's requests on the real database: who sees what, opening, days left."""

import datetime as dt

import pytest

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.domain.assessment import AssessmentState
from portal.domain.questionnaire import Context
from portal.errors import Denied, NotFound
from portal.services import answers, assessments
from portal.services.answers import Typed
from tests.world import DUE, NOW, World, complete_small


@pytest.fixture
def anna(world: World) -> Actor:
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR)


def test_requests_come_by_due_day_with_buyer_and_progress(world: World, anna: Actor) -> None:
    buyer, noise = world.buyer(), world.supplier("Nordhav Kemi AB")
    later = world.assessment(buyer, anna.organisation_id, due_at=DUE + dt.timedelta(days=9))
    first = world.assessment(buyer, anna.organisation_id, title="Kemikalier 2026")
    world.assessment(buyer, noise)
    with world.as_(anna) as db:
        answers.save(db, anna, first, [Typed("T-03", {"scope": "all"}, 0)], now=NOW)
        listed = assessments.requests(db, anna, now=NOW)
    assert [standing.request.id for standing in listed] == [first, later]
    assert (listed[0].request.buyer, listed[0].request.title) == (
        "Region Mälarbygden",
        "Kemikalier 2026",
    )
    assert (listed[0].progress.answered, listed[0].progress.of) == (1, 8)
    assert listed[0].request.days_left(NOW) == 24


def test_days_left_count_days_in_sweden(world: World, anna: Actor) -> None:
    asked = world.assessment(
        world.buyer(), anna.organisation_id, due_at=dt.datetime(2026, 11, 25, 23, 30, tzinfo=dt.UTC)
    )
    with world.as_(anna) as db:
        request = assessments.sheet(db, anna, asked, now=NOW).request
    # 23:30 UTC is half past midnight the day after in Sweden.
    assert request.days_left(NOW) == 2


def test_opening_is_noted_once(world: World, anna: Actor) -> None:
    asked = world.assessment(world.buyer(), anna.organisation_id)
    for day in range(2):
        with world.as_(anna) as db:
            assessments.open_first(db, anna, asked, now=NOW + dt.timedelta(days=day))
    (row,) = world.rows(tables.Assessment)
    assert (row.state, row.opened_at, row.asked) == (AssessmentState.OPENED, NOW, 8)


def test_a_withdrawn_request_is_closed(world: World, anna: Actor) -> None:
    asked = world.assessment(world.buyer(), anna.organisation_id, state="withdrawn")
    with world.as_(anna) as db, pytest.raises(Denied):
        assessments.sheet(db, anna, asked, now=NOW)


def test_a_draft_is_open_until_it_is_submitted(world: World, anna: Actor) -> None:
    buyer = world.buyer()
    for state in ("opened", "in_progress", "returned"):
        asked = world.assessment(buyer, anna.organisation_id, state=state)
        with world.as_(anna) as db:
            assert assessments.draft(db, anna, asked, now=NOW).request.open
    for state in ("submitted", "accepted", "assessed"):
        asked = world.assessment(buyer, anna.organisation_id, state=state)
        with world.as_(anna) as db, pytest.raises(Denied):
            assessments.draft(db, anna, asked, now=NOW)


def test_strangers_and_buyers_meet_nothing_here(world: World, anna: Actor) -> None:
    buyer = world.buyer()
    asked = world.assessment(buyer, anna.organisation_id)
    strangers = [
        world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR),
        world.person(buyer, Role.REVIEWER),
        world.person(buyer, Role.PLANNER),
        world.person(world.buyer("Ekby kommun"), Role.REVIEWER),
    ]
    for stranger in strangers:
        for step in (assessments.sheet, assessments.draft, assessments.open_first):
            with world.as_(stranger) as db, pytest.raises(NotFound):
                step(db, stranger, asked, now=NOW)


def test_the_buyer_is_told_only_of_questions_that_everyone_is_asked(
    world: World, anna: Actor
) -> None:
    asked = world.assessment(world.buyer(), anna.organisation_id)
    with world.as_(anna) as db:
        definition = assessments.sheet(db, anna, asked, now=NOW).definition
    context = Context(today=NOW.date())
    no = complete_small() | {"T-01": {"adopted": "no"}}
    assert assessments.told(definition, complete_small(), context) == (8, 8)
    assert assessments.told(definition, no, context) == (8, 8)
