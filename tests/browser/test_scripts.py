"""What holds when something comes in between: a second editor, no network, an ended session.

Each case is tried without script too, where a person without it meets the same.
"""

import re
from collections.abc import Callable
from typing import Final

import psycopg
import pytest
from playwright.sync_api import FilePayload, Locator, Page, Route, expect

from portal.demo.story.people import LINDMARK, MALARBYGDEN, PASSWORD
from tests.browser.asked import Complete, complete
from tests.browser.fields import field, question, sv
from tests.browser.house import House
from tests.browser.windows import Window, Windows, sign_in

ANNA: Final = LINDMARK.editor.email
BJORN: Final = LINDMARK.email
STOPS: Final = 300  # more than any page has
EXECUTABLE: Final = FilePayload(
    name="intyg.pdf.exe", mimeType="application/octet-stream", buffer=b"MZ\x90\x00" * 64
)


@pytest.fixture(scope="module")
def asked(house: House) -> Complete:
    """A request to Lindmark with all answers, to write in."""
    return complete(house, "Prov av skript")


def open_section(window: Window, asked: Complete, section: str = "A") -> Page:
    """A section's page of the request."""
    window.go(f"/assessments/{asked.assessment_id}/sections/{section}")
    return window.page


def said(page: Page, question_id: str) -> Locator:
    """What a question says of its own saving."""
    return question(page, question_id).locator("[data-saved]")


def saved(page: Page, question_id: str) -> None:
    """Wait until a question says that it is saved, just now."""
    expect(said(page, question_id)).to_have_text(re.compile(r"\d\d:\d\d$"))


def fill_and_wait(page: Page, name: str, value: str) -> None:
    """Write in a field, and wait for the reply to its saving."""
    with page.expect_response(re.compile("/answers/")):
        field(page, name).fill(value)


def test_two_editors_see_both_texts_and_none_is_lost(windows: Windows, asked: Complete) -> None:
    with windows.open(ANNA) as mine, windows.open(BJORN) as theirs:
        first, second = open_section(mine, asked), open_section(theirs, asked)
        fill_and_wait(first, "GEN-04.function", "Sara Ek, inköp")
        saved(first, "GEN-04")
        field(second, "GEN-04.function").fill("Ali Ström, hållbarhet")
        conflict = question(second, "GEN-04").locator("[data-conflict]")
        expect(conflict).to_contain_text("Sara Ek, inköp")
        expect(conflict).to_contain_text("Ali Ström, hållbarhet")
        conflict.locator("[data-keep=mine]").click()
        expect(conflict).to_be_hidden()
        saved(second, "GEN-04")
        first.reload()
        expect(field(first, "GEN-04.function")).to_have_value("Ali Ström, hållbarhet")


def test_two_editors_without_script_choose_on_the_page(windows: Windows, asked: Complete) -> None:
    with windows.open(ANNA, script=False) as mine, windows.open(BJORN, script=False) as theirs:
        first, second = open_section(mine, asked, "B"), open_section(theirs, asked, "B")
        for page, name in ((first, "Ada Ek"), (second, "Bo Alm")):
            field(page, "P1-09.name").fill(name)
            page.get_by_role("button", name=sv("Save and continue")).click()
        conflict = question(second, "P1-09")
        expect(conflict).to_contain_text("Ada Ek")
        expect(conflict).to_contain_text("Bo Alm")
        expect(field(second, "P1-09.name")).to_have_value("Bo Alm")
        conflict.locator("button[value=mine]").click()
        expect(field(open_section(mine, asked, "B"), "P1-09.name")).to_have_value("Bo Alm")


def test_what_is_typed_while_signed_out_stays_and_is_saved_after(
    windows: Windows, asked: Complete
) -> None:
    with windows.open(ANNA) as window:
        page = open_section(window, asked)
        page.context.clear_cookies()
        field(page, "GEN-04.name").fill("Åsa Utloggad")
        expect(said(page, "GEN-04")).to_contain_text(
            sv("You have been signed out. What you wrote is still here.")
        )
        said(page, "GEN-04").get_by_role("link").hover()
        with page.context.expect_page() as opened:
            # Pressing takes the focus from the field, which tries to save once more meanwhile.
            with page.expect_response("**/answers/GEN-04"):
                page.mouse.down()
            page.mouse.up()
        sign_in(opened.value, ANNA)
        opened.value.close()
        page.evaluate("dispatchEvent(new Event('focus'))")
        saved(page, "GEN-04")
        page.reload()
        expect(field(page, "GEN-04.name")).to_have_value("Åsa Utloggad")


def test_what_is_sent_while_signed_out_is_sent_after_without_script(
    windows: Windows, asked: Complete
) -> None:
    with windows.open(ANNA, script=False) as window:
        page = open_section(window, asked)
        page.context.clear_cookies()
        field(page, "GEN-04.name").fill("Åsa Återkom")
        page.get_by_role("button", name=sv("Save and continue")).click()
        sign_in(page, ANNA)
        page.get_by_role("button", name=sv("Save what you wrote")).click()
        expect(field(open_section(window, asked), "GEN-04.name")).to_have_value("Åsa Återkom")


def test_without_network_it_is_tried_again(windows: Windows, asked: Complete) -> None:
    with windows.open(ANNA) as window:
        page = open_section(window, asked)
        page.context.set_offline(True)
        field(page, "GEN-03.employees").fill("77")
        expect(said(page, "GEN-03")).to_have_text(
            sv("Not saved yet. It will be tried again by itself.")
        )
        page.context.set_offline(False)
        saved(page, "GEN-03")
        page.reload()
        expect(field(page, "GEN-03.employees")).to_have_value("77")


def test_what_is_written_before_the_script_has_come_is_saved_by_it(
    windows: Windows, asked: Complete
) -> None:
    with windows.open(ANNA) as window:
        page = window.page
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route(re.compile("/autosave.js"), hold)
        address = f"/assessments/{asked.assessment_id}/sections/A"
        page.goto(address, wait_until="commit")
        field(page, "GEN-04.name").fill("Kvick Finger")
        assert said(page, "GEN-04").count()
        with page.expect_response(re.compile("/answers/GEN-04")):
            for route in held:
                route.continue_()
        page.unroute_all()
        page.reload()
        expect(field(page, "GEN-04.name")).to_have_value("Kvick Finger")


def test_an_answer_that_cannot_be_kept_says_why(windows: Windows, asked: Complete) -> None:
    with windows.open(ANNA) as window:
        page = open_section(window, asked)
        field(page, "GEN-03.employees").fill("ungefär hundra")
        expect(said(page, "GEN-03")).to_contain_text(sv("Not saved:"))
        expect(field(page, "GEN-03.employees")).to_have_value("ungefär hundra")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_double_click_sends_once(script: bool, windows: Windows, house: House) -> None:
    asked = complete(house, f"Prov att skicka två gånger {script}")
    with windows.open(ANNA, script=script) as window:
        window.go(f"/assessments/{asked.assessment_id}/check")
        window.page.get_by_role(
            "button", name=sv("Send to %(buyer)s", buyer=MALARBYGDEN.name)
        ).dblclick()
        expect(window.page).to_have_url(re.compile("/receipt"))
    with psycopg.connect(house.settings.owner_database_url) as connection:
        count = connection.execute(
            "select count(*) from submission where assessment_id = %s", [asked.assessment_id]
        ).fetchone()
    assert count == (1,)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_refused_file_is_named_and_told_why(
    script: bool, windows: Windows, asked: Complete
) -> None:
    with windows.open(ANNA, script=script) as window:
        page = open_section(window, asked, "B")
        field(page, "P1-09.name").fill("Står kvar")
        field(page, "files-P1-01").set_input_files(EXECUTABLE)
        if not script:
            question(page, "P1-01").get_by_role("button", name=sv("Upload")).click()
        error = question(page, "P1-01").locator(".error")
        expect(error).to_contain_text("intyg.pdf.exe")
        expect(page.locator('[id="papers-P1-01"]')).not_to_contain_text("intyg.pdf.exe")
        expect(field(page, "P1-09.name")).to_have_value("Står kvar")


def test_single_keys_decide_nothing_in_a_text_field_nor_when_off(windows: Windows) -> None:
    with windows.open(MALARBYGDEN.reviewer.email) as window:
        page = window.page
        window.go("/settings")
        field(page, "shortcuts").check()
        page.locator("main form button[type=submit]").click()
        window.go("/queue")
        page.locator("tbody tr", has_text=re.compile(r"\.pdf")).last.locator("th a").click()
        left = page.locator(".flag-open").count()
        page.locator(".flag-selected summary[data-key=r]").click()
        page.locator(".flag-selected textarea").press_sequentially("cur")
        expect(page.locator(".flag-selected textarea")).to_have_value("cur")
        assert page.locator(".flag-open").count() == left
        page.locator("#triage-keys summary").click()
        page.get_by_role("button", name=sv("Turn the keys off")).click()
        page.locator(".flag-selected .flag-head").focus()
        chosen = page.locator(".flag-selected").get_attribute("id")
        for key in "cuj":
            page.keyboard.press(key)
        assert page.locator(".flag-open").count() == left
        expect(page.locator(".flag-selected")).to_have_id(str(chosen))


def test_a_supplier_gets_all_the_way_by_keyboard(windows: Windows, asked: Complete) -> None:
    with windows.open() as window:
        page = window.page
        window.go(f"/sign-in?next=/assessments/{asked.assessment_id}")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(sv("To the content"))
        page.keyboard.press("Enter")
        tab_to(page, lambda here: here.get_attribute("name") == "email")
        page.keyboard.type(ANNA)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"^[^?]+/assessments/"))
        tab_to(page, lambda here: here.inner_text() == "Om er och vad svaret gäller")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/sections/A"))
        tab_to(page, lambda here: here.get_attribute("name") == "GEN-04.name")
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("Maj Tangent")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/sections/B"))
        expect(field(open_section(window, asked), "GEN-04.name")).to_have_value("Maj Tangent")


def tab_to(page: Page, wanted: Callable[[Locator], bool]) -> None:
    """Press Tab until the focus is where it is wanted; at every stop it must be seen."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        assert here.count() == 1
        ring = here.evaluate("one => getComputedStyle(one).outlineStyle")
        assert ring != "none", here.evaluate("one => one.outerHTML")
        if wanted(here):
            return
    raise AssertionError("the keyboard never got there")
