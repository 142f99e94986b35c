"""Each form sent with something wrong in it: told at the top and at the field, in each language."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

import psycopg
import pytest
from playwright.sync_api import Page, expect

from portal.demo.story.people import LINDMARK, LJUNGBY, MALARBYGDEN
from tests.browser.fields import field
from tests.browser.house import House
from tests.browser.looking import faults
from tests.browser.windows import LANGUAGES, Window, Windows

_ASSESSMENT: Final = """
    select a.id from assessment a
    join campaign c on c.id = a.campaign_id
    join organisation o on o.id = a.supplier_id
    where c.title = %s and o.name = %s
"""

Fault = Callable[[Window, House], None]


def assessment(house: House, title: str, supplier: str) -> UUID:
    """One of the story's assessments."""
    with psycopg.connect(house.settings.owner_database_url) as connection:
        found = connection.execute(_ASSESSMENT, [title, supplier]).fetchone()
    assert found
    return UUID(str(found[0]))


def send(page: Page) -> None:
    """Press the last button of the page's form, which sends all of it."""
    page.locator("main form button[type=submit]").last.click()


def sign_in_empty(window: Window, house: House) -> None:
    """Neither address nor password."""
    window.go("/sign-in")
    send(window.page)


def nobody_invited(window: Window, house: House) -> None:
    """A colleague without address and role."""
    window.go("/colleagues")
    send(window.page)


def not_a_number(window: Window, house: House) -> None:
    """Words and an impossible day where a number and a day are asked for."""
    request = assessment(house, "Arbetskläder och skyddsskor", LINDMARK.name)
    window.go(f"/assessments/{request}/sections/A")
    field(window.page, "GEN-03.employees").fill("ungefär hundra")
    field(window.page, "GEN-03.closed-month").fill("13")
    send(window.page)


def much_left(window: Window, house: House) -> None:
    """Sent before it is answered."""
    request = assessment(house, "Arbetskläder och skyddsskor", LINDMARK.name)
    window.go(f"/assessments/{request}/check")
    send(window.page)


def campaign_of_nothing(window: Window, house: House) -> None:
    """A campaign without name and suppliers, on an impossible day."""
    window.go("/campaigns/new")
    field(window.page, "due_on-day").fill("32")
    field(window.page, "new-0-name").fill("Namn utan adress")
    send(window.page)


def day_that_has_been(window: Window, house: House) -> None:
    """A last day in the past."""
    request = assessment(house, "Arbetskläder och skyddsskor", LJUNGBY.name)
    window.go(f"/campaigns/suppliers/{request}/due-date")
    field(window.page, "due_on-year").fill("2019")
    send(window.page)


def returned_without_a_word(window: Window, house: House) -> None:
    """Returned without saying what is missing."""
    request = assessment(house, "Textil och personalkläder till vården", LINDMARK.name)
    window.go(f"/review/assessments/{request}")
    window.page.locator("form[action$='/return'] button").click()


def grade_without_a_reason(window: Window, house: House) -> None:
    """A requirement graded without a grade and without what it rests on."""
    request = assessment(house, "Undersökningshandskar", LJUNGBY.name)
    window.go(f"/review/assessments/{request}")
    window.page.locator("#r-PR5 form button").click()


PLANNER: Final = MALARBYGDEN.planner.email
REVIEWER: Final = MALARBYGDEN.reviewer.email
FAULTS: Final[tuple[tuple[str | None, Fault], ...]] = (
    (None, sign_in_empty),
    (LINDMARK.email, nobody_invited),
    (LINDMARK.email, not_a_number),
    (LINDMARK.email, much_left),
    (PLANNER, campaign_of_nothing),
    (PLANNER, day_that_has_been),
    (REVIEWER, returned_without_a_word),
    (REVIEWER, grade_without_a_reason),
)


@pytest.mark.parametrize(("email", "fault"), FAULTS, ids=[each.__name__ for _, each in FAULTS])
def test_a_fault_is_told_where_it_is(
    email: str | None, fault: Fault, windows: Windows, house: House
) -> None:
    with windows.open(email) as window:
        window.go("/sign-in" if email is None else "/")
        for language in LANGUAGES:
            window.speak(language)
            fault(window, house)
            summary = window.page.get_by_role("alert")
            expect(summary).to_be_focused()
            # Each line leads to a field that is there.
            for target in summary.get_by_role("link").evaluate_all(
                "links => links.map(link => new URL(link.href).hash.slice(1))"
            ):
                assert window.page.locator(f'[id="{target}"]').count() or fault is much_left
            assert faults(window.page, language) == []
            window.go("/")
        window.speak("sv")
