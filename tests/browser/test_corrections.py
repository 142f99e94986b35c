"""A reviewer corrects a flag: with the keys, and without script with what stands on the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from portal.demo.story.people import MALARBYGDEN
from portal.domain.flags import TOPIC_NAMES, Topic
from portal.texts import translate
from tests.browser.asked import complete
from tests.browser.fields import field, sv
from tests.browser.house import House
from tests.browser.looking import faults
from tests.browser.windows import Window, Windows

SCRIPT: Final = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
LANGUAGES: Final = pytest.mark.parametrize("language", ["sv", "en"])


@contextmanager
def a_paper(windows: Windows, *, script: bool, language: str = "sv") -> Iterator[Window]:
    """A paper with open flags, as a reviewer with the keys turned on."""
    with windows.open(MALARBYGDEN.reviewer.email, script=script) as window:
        window.go("/settings")
        window.speak(language)
        field(window.page, "shortcuts").check()
        window.page.locator("main form button[type=submit]").click()
        window.go("/queue")
        window.page.locator("tbody tr th a[href*='/review/documents/']").first.click()
        window.page.wait_for_load_state()
        yield window
        window.speak("sv")


def opened(page: Page, *, script: bool) -> Locator:
    """The form at the chosen flag, opened by its key or its link."""
    if script:
        page.keyboard.press("e")
    else:
        page.locator(".flag-selected [data-correct]").click()
    form = page.locator(".flag-selected #correction")
    expect(form).to_be_visible()
    return form


@SCRIPT
def test_a_flag_is_corrected_and_the_correction_taken_back(
    script: bool, windows: Windows, house: House
) -> None:
    complete(house, f"Prov att rätta {script}", submitted=True)
    with a_paper(windows, script=script) as window:
        page = window.page
        flag = page.locator(f"[id='{page.locator('.flag-selected').get_attribute('id')}']")
        left = page.locator(".flag-open").count()
        form = opened(page, script=script)
        _choose_a_substance(page, script=script)
        field(page, "cas").fill("117-81-8")
        field(page, "pct_max").fill("120")
        form.get_by_role("button").last.click()
        # What is wrong is told at its field, and what was typed is still there.
        expect(field(page, "cas")).to_have_attribute("aria-invalid", "true")
        expect(field(page, "pct_max")).to_have_value("120")
        expect(page.locator("#f-cas-error")).to_be_visible()
        expect(field(page, "cas") if script else page.locator(".error-summary")).to_be_focused()
        field(page, "cas").fill("117-81-7")
        field(page, "pct_max").fill("0,25")
        _begin_later(page, script=script)
        # Enter saves, as in every form, though other buttons stand before the one that says so.
        field(page, "pct_max").press("Enter")
        expect(flag).to_have_attribute("data-state", "corrected")
        expect(page.locator(".flag-open")).to_have_count(left - 1)
        expect(page.locator(".flag-selected")).to_have_attribute("data-state", "open")
        expect(flag.locator(".flag-decided").first).to_contain_text(MALARBYGDEN.reviewer.name)
        expect(flag).to_contain_text("117-81-7")
        # On the page's picture, too, it is what the person says; and no more when that is undone.
        flag.locator(".flag-head").click()
        box = page.locator(f"[data-box='{flag.get_attribute('data-flag')}'] title")
        substance = sv(TOPIC_NAMES[Topic.CHEM_SUBSTANCE]) + ":"
        expect(box).to_contain_text(substance)
        page.locator("#triage-undo button").click()
        expect(flag).to_have_attribute("data-state", "open")
        expect(box).not_to_contain_text(substance)
        expect(flag).not_to_contain_text("117-81-7")


def _begin_later(page: Page, *, script: bool) -> None:
    """The words begin one word later, and the button stays there to be pressed again."""
    words = page.locator("#correction-words mark")
    before = words.inner_text()
    button = page.locator("#correction button[value=start_later]")
    button.click()
    expect(words).not_to_have_text(before)
    assert before.endswith(words.inner_text())
    if script:
        expect(button).to_be_focused()
    expect(field(page, "cas")).to_have_value("117-81-7")


def _choose_a_substance(page: Page, *, script: bool) -> None:
    """Its fields come by themselves, or with the button that asks for them."""
    field(page, "topic").select_option("CHEM.SUBSTANCE")
    show = page.locator("#correction [data-show]")
    if script:
        expect(show).to_be_hidden()
    else:
        show.get_by_role("button").click()
    expect(field(page, "cas")).to_be_visible()


def test_the_keys_of_the_form_decide_nothing_and_escape_leaves_it(
    windows: Windows, house: House
) -> None:
    complete(house, "Prov att rätta med tangenter", submitted=True)
    with a_paper(windows, script=True) as window:
        page = window.page
        chosen = str(page.locator(".flag-selected").get_attribute("id"))
        form = opened(page, script=True)
        expect(field(page, "topic")).to_be_focused()
        left = page.locator(".flag-open").count()
        field(page, "bearing", "neutral").focus()
        for key in ("c", "u", "1", "j", "ArrowUp"):
            page.keyboard.press(key)
        expect(page.locator(".flag-selected")).to_have_id(chosen)
        assert page.locator(".flag-open").count() == left
        # An arrow moves among the choices, as it does in every form.
        expect(field(page, "bearing", "support")).to_be_checked()
        page.keyboard.press("Escape")
        expect(form).to_be_hidden()
        expect(page.locator(".flag-selected [data-correct]")).to_be_focused()
        # What was chosen is there when one comes back.
        opened(page, script=True)
        expect(field(page, "bearing", "support")).to_be_checked()


@LANGUAGES
def test_a_form_with_faults_holds_in_both_languages(
    language: str, windows: Windows, house: House
) -> None:
    """By axe, at 320 px and with large text: as it is asked of every page."""
    complete(house, f"Prov att rätta på {language}", submitted=True)
    with a_paper(windows, script=True, language=language) as window:
        page = window.page
        opened(page, script=True)
        _choose_a_substance(page, script=True)
        for name in ("cas", "ec", "pct_min", "amount"):
            field(page, name).fill("x")
        page.locator("#correction").get_by_role("button").last.click()
        expect(field(page, "ec")).to_have_attribute("aria-invalid", "true")
        assert faults(page, language) == []
        summary = page.locator("#correction .error-summary")
        expect(summary).to_contain_text(translate(language, "Something needs to be put right"))
