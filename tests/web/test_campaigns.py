"""The planner's pages: what was typed stays, and each fault stands at its field."""

import datetime as dt

from sqlalchemy import update

from portal.data.tables import Assessment, Notification
from portal.domain.access import Role
from portal.services import notifications
from portal.services.notifications import About, Letter, Recipient
from tests.web.conftest import Browser
from tests.world import NOW, World, small_raw


def _typed(world: World, **more: str) -> dict[str, str]:
    due = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=40)
    return {
        "title": "Hållbara leveranskedjor",
        "questionnaire": str(world.questionnaire(small_raw())),
        "due_on-day": str(due.day),
        "due_on-month": str(due.month),
        "due_on-year": str(due.year),
        "labour_risk": "high",
        "transparency_depth": "3",
        "new-0-name": "Lindmark Textil AB",
        "new-0-number": "556000-0001",
        "new-0-email": "anna@example.se",
    } | more


def test_a_planner_sends_from_the_page(world: World, browser: Browser) -> None:
    planner = world.person(world.buyer(), Role.PLANNER)
    sent = browser(planner).post("/campaigns/new", data=_typed(world))
    assert sent.status_code == 303
    assert sent.headers["location"].endswith("notice=campaign-sent")
    assert len(world.rows(Assessment)) == 1


def test_a_state_is_told_once_and_again_where_it_says_more_than_its_part_of_the_bar(
    world: World, browser: Browser
) -> None:
    planner = world.person(world.buyer(), Role.PLANNER, language="en")
    asked = world.assessment(planner.organisation_id, world.supplier(), state="in_progress")
    [campaign] = {row.campaign_id for row in world.rows(Assessment, id=asked)}
    client = browser(planner)
    assert "In progress" not in client.get(f"/campaigns/{campaign}").text
    with world.as_owner() as db:
        db.execute(update(Assessment).values(state="returned"))
    assert "Returned to be completed" in client.get(f"/campaigns/{campaign}").text


def test_a_day_that_is_none_is_told_together_with_the_other_faults(
    world: World, browser: Browser
) -> None:
    planner = world.person(world.buyer(), Role.PLANNER, language="en")
    wrong = {"title": "", "due_on-day": "31", "due_on-month": "2", "new-0-email": "anna"}
    page = browser(planner).post("/campaigns/new", data=_typed(world, **wrong))
    assert page.status_code == 422
    for field in ("title", "due_on", "new-0-email"):
        assert f'href="#f-{field}"' in page.text
        assert f'id="f-{field}-error"' in page.text
    assert "Write the date with day, month and year in numbers." in page.text
    for kept in ('value="31"', 'value="Lindmark Textil AB"', 'value="anna"', 'value="556000-0001"'):
        assert kept in page.text
    assert world.rows(Assessment) == []


def test_a_date_of_endless_figures_is_told_as_none(world: World, browser: Browser) -> None:
    planner = world.person(world.buyer(), Role.PLANNER, language="en")
    page = browser(planner).post("/campaigns/new", data=_typed(world, **{"due_on-year": "9" * 20}))
    assert page.status_code == 422
    assert "Write the date with day, month and year in numbers." in page.text


def test_a_row_whose_number_is_none_is_passed_over(world: World, browser: Browser) -> None:
    planner = world.person(world.buyer(), Role.PLANNER)
    odd = {"new-²-name": "x", f"new-{'9' * 5_000}-name": "x", "add": "new"}
    page = browser(planner).post("/campaigns/new", data=_typed(world, **odd))
    assert page.status_code == 200


def test_one_more_row_keeps_what_was_typed(world: World, browser: Browser) -> None:
    planner = world.person(world.buyer(), Role.PLANNER)
    page = browser(planner).post("/campaigns/new", data=_typed(world, add="new", title="Början"))
    assert page.status_code == 200
    for kept in ('value="Början"', 'value="Lindmark Textil AB"', 'name="new-1-name"'):
        assert kept in page.text


def test_a_mail_without_a_calendar_entry_has_none_to_fetch(world: World, browser: Browser) -> None:
    planner = world.person(world.buyer(), Role.PLANNER)
    letter = Letter(
        kind="invitation",
        slot="invitation:1",
        to=Recipient(address="anna@example.se", language="sv"),
        about=About(buyer_id=planner.organisation_id),
        values={"name": "", "inviter": "", "organisation": "", "link": "", "days": 7},
    )
    with world.as_owner() as db:
        notifications.write(db, letter, base_url="http://testserver", now=NOW)
    [mail] = world.rows(Notification)
    assert browser(planner).get(f"/mail/{mail.id}").status_code == 200
    assert browser(planner).get(f"/mail/{mail.id}/underlag.ics").status_code == 404
