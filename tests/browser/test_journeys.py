"""The supplier's, the reviewer's and the planner's way through the portal, with script and without.

What is pressed without script is what stands on the page; with script less has to be pressed.
"""

import datetime as dt
import re
from typing import Final

import psycopg
import pytest
from playwright.sync_api import FilePayload, expect

from portal.demo.documents import sds_flexprint
from portal.demo.story.people import LINDMARK, LJUNGBY, MALARBYGDEN, NORDHAV
from tests.browser.asked import complete
from tests.browser.fields import field, question, sv
from tests.browser.house import House
from tests.browser.windows import Window, Windows, sign_in

SCRIPT: Final = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])

# Asked of both suppliers by Norrsunda kommun, and not opened yet.
REQUEST: Final = "Städ och hygien till skolkök"
DEHP: Final = "117-81-7"
TEN: Final = 10


def kept(window: Window, question_id: str, *, script: bool) -> None:
    """What was written at a question is saved: by itself, or with the button below the page."""
    if script:
        saved = question(window.page, question_id).locator("[data-saved]")
        expect(saved).to_contain_text(re.compile(sv("Saved {time}", time=r"\d").split("{")[0]))
    else:
        window.page.get_by_role("button", name=sv("Save and continue")).click()


def open_section(window: Window, title: str, section: str) -> None:
    """From the home page to a section, by the links that stand there."""
    page = window.page
    window.go("/")
    page.get_by_role("link", name=title, exact=True).click()
    page.get_by_role("link", name=section).click()


@SCRIPT
def test_a_supplier_answers_attaches_and_sees_what_its_papers_say(
    script: bool, windows: Windows
) -> None:
    supplier = NORDHAV if script else LJUNGBY
    with windows.open(script=script) as window:
        window.go("/")
        sign_in(window.page, supplier.editor.email)
        _answer_questions_of_several_types(window, script=script)
        _attach_a_data_sheet(window, script=script)
        _see_the_phthalate_on_its_page(window)
        _see_the_contradiction(window)
        _cannot_send_what_is_not_complete(window)


def _answer_questions_of_several_types(window: Window, *, script: bool) -> None:
    page = window.page
    open_section(window, REQUEST, "Om er och vad svaret gäller")
    field(page, "GEN-01.covers", "all").check()
    field(page, "GEN-03.employees").fill("1 200")
    field(page, "GEN-03.turnover").fill("96,5")
    for piece, typed in (("day", "30"), ("month", "4"), ("year", "2026")):
        field(page, f"GEN-03.closed-{piece}").fill(typed)
    field(page, "GEN-04.name").fill("Åsa Öberg")
    expect(question(page, "GEN-06")).to_be_hidden()
    field(page, "GEN-05.followed_up", "yes").check()
    # A condition opens a question: at once, or when the page comes back.
    kept(window, "GEN-05", script=script)
    expect(question(page, "GEN-06")).to_be_visible()
    for name, typed in (("buyer", "Region Norr"), ("date", "2025-05-14")):
        field(page, f"GEN-06.follow_ups-0-{name}").fill(typed)
    question(page, "GEN-06").get_by_role("button", name=sv("Add a row")).click()
    field(page, "GEN-06.follow_ups-1-buyer").fill("Norrsunda kommun")
    kept(window, "GEN-06", script=script)
    open_section(window, REQUEST, "Om er och vad svaret gäller")
    expect(field(page, "GEN-01.covers", "all")).to_be_checked()
    expect(field(page, "GEN-03.turnover")).to_have_value("96,5")
    expect(field(page, "GEN-03.closed-year")).to_have_value("2026")
    expect(field(page, "GEN-04.name")).to_have_value("Åsa Öberg")
    expect(field(page, "GEN-06.follow_ups-1-buyer")).to_have_value("Norrsunda kommun")


def _attach_a_data_sheet(window: Window, *, script: bool) -> None:
    page = window.page
    open_section(window, REQUEST, "Kemikalier och miljö")
    field(page, "CH-01.over_limit", "no").check()
    if script:
        kept(window, "CH-01", script=True)
    sheet = FilePayload(
        name="FlexPrint 410.pdf",
        mimeType="application/pdf",
        buffer=sds_flexprint.DOCUMENT.make(),
    )
    field(page, "files-CH-01").set_input_files(sheet)
    papers = page.locator('[id="papers-CH-01"]')
    found = papers.get_by_text(sv("Found:"))
    if script:
        # The row is watched: what becomes of the paper comes by itself.
        expect(papers).to_contain_text("FlexPrint 410.pdf")
        expect(found).to_be_visible()
    else:
        question(page, "CH-01").get_by_role("button", name=sv("Upload")).click()
        expect(papers).to_contain_text("FlexPrint 410.pdf")
        window.reload_until(found)
    papers.get_by_role("link", name=sv("See them")).click()


def _see_the_phthalate_on_its_page(window: Window) -> None:
    page = window.page
    expect(page.get_by_role("heading", level=1)).to_have_text("FlexPrint 410.pdf")
    statement = page.locator(".statement", has_text=DEHP).first
    expect(statement.locator("blockquote")).to_contain_text(DEHP)
    flag = str(statement.get_attribute("id")).removeprefix("s-")
    image = page.locator(".page-image")
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    sheet, box = (
        image.bounding_box(),
        page.locator(f"[data-box='{flag}'] rect").first.bounding_box(),
    )
    assert sheet
    assert box
    assert sheet["x"] <= box["x"] < box["x"] + box["width"] <= sheet["x"] + sheet["width"]
    assert sheet["y"] <= box["y"] < box["y"] + box["height"] <= sheet["y"] + sheet["height"]
    assert box["width"] > box["height"] > 0


def _see_the_contradiction(window: Window) -> None:
    page = window.page
    window.go("/")
    page.get_by_role("link", name=REQUEST, exact=True).click()
    page.get_by_role("link", name=sv("Check your answers")).click()
    quotes = page.locator(".two-quotes", has_text=DEHP)
    window.reload_until(quotes)
    expect(quotes.first).to_contain_text("CH-01")
    expect(quotes.first).to_contain_text("FlexPrint 410.pdf")


def _cannot_send_what_is_not_complete(window: Window) -> None:
    page = window.page
    page.get_by_role("button", name=sv("Send to %(buyer)s", buyer="Norrsunda kommun")).click()
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text(sv("It has not been sent yet"))
    summary.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/sections/\w\?back=check#q-"))


@SCRIPT
def test_a_supplier_sends_and_gets_a_receipt(script: bool, windows: Windows, house: House) -> None:
    asked = complete(house, f"Prov att skicka {script}")
    with windows.open(LINDMARK.editor.email, script=script) as window:
        page = window.page
        window.go("/")
        page.get_by_role("link", name=asked.title, exact=True).click()
        page.get_by_role("link", name=sv("Check your answers")).click()
        page.get_by_role("button", name=sv("Send to %(buyer)s", buyer=MALARBYGDEN.name)).click()
        expect(page).to_have_url(re.compile("/receipt"))
        expect(page.get_by_role("status")).to_contain_text(sv("Your answers have been sent."))
        expect(page.locator("code.reference")).to_have_text(re.compile("^[0-9a-f]{64}$"))
        # What was sent is locked.
        window.go("/")
        page.get_by_role("link", name=asked.title, exact=True).click()
        expect(page).to_have_url(re.compile("/receipt"))


@SCRIPT
def test_a_reviewer_decides_and_assesses(script: bool, windows: Windows, house: House) -> None:
    asked = complete(house, f"Prov att granska {script}", submitted=True)
    with windows.open(MALARBYGDEN.reviewer.email, script=script) as window:
        _turn_the_keys_on(window)
        _open_the_worst_paper(window)
        _decide_ten(window, script=script)
        _reject_and_take_it_back(window, script=script)
        _read_what_differs(window, asked.title)
        _accept_and_grade(window)


def _turn_the_keys_on(window: Window) -> None:
    window.go("/settings")
    field(window.page, "shortcuts").check()
    window.page.locator("main form button[type=submit]").click()
    expect(window.page.get_by_role("status")).to_contain_text(sv("Your settings are saved."))


def _open_the_worst_paper(window: Window) -> None:
    """From the queue to the first paper that has enough to decide; the worst stands first."""
    page = window.page
    window.go("/queue")
    severe = [int(each or 0) for each in page.locator("td:nth-of-type(3)").all_inner_texts()]
    assert severe == sorted(severe, reverse=True)
    rows = page.locator("tbody tr")
    for number in range(rows.count()):
        cells = rows.nth(number).locator("td").all_inner_texts()
        if cells[4].isdigit() and int(cells[4]) > TEN + 1:
            rows.nth(number).locator("th a").click()
            break
    expect(page.locator(".flag-selected")).to_have_attribute("data-state", "open")
    # A click returns when the new page begins; its keys are there once its script has run.
    page.wait_for_load_state()


def _decide_ten(window: Window, *, script: bool) -> None:
    page = window.page
    left = page.locator(".flag-open").count()
    for _ in range(TEN):
        flag = page.locator(".flag-selected")
        flag_id = flag.get_attribute("id")
        if script:
            page.keyboard.press("c")
            expect(page.locator(".flag-selected")).not_to_have_id(str(flag_id))
        else:
            flag.locator("button[data-key=c]").click()
    expect(page.locator(".flag-open")).to_have_count(left - TEN)


def _reject_and_take_it_back(window: Window, *, script: bool) -> None:
    page = window.page
    left = page.locator(".flag-open").count()
    flag = page.locator(".flag-selected")
    flag_id = flag.get_attribute("id")
    if script:
        page.keyboard.press("r")
        page.keyboard.press("2")
    else:
        flag.locator("summary[data-key=r]").click()
        flag.locator("button[data-key='2']").click()
    rejected = page.locator(f"[id='{flag_id}']")
    expect(rejected).to_have_attribute("data-state", "rejected")
    expect(page.locator(".flag-open")).to_have_count(left - 1)
    if script:
        page.keyboard.press("z")
    else:
        page.locator("#triage-undo button").click()
    expect(rejected).to_have_attribute("data-state", "open")
    expect(page.locator(".flag-selected")).to_have_id(str(flag_id))


def _read_what_differs(window: Window, title: str) -> None:
    page = window.page
    page.get_by_role("link", name=title).first.click()
    differs = page.locator(".review-finding", has_text=DEHP).first
    expect(differs.locator("blockquote").first).to_be_visible()
    expect(page.locator(".review-found")).to_contain_text("CH-01")


def _accept_and_grade(window: Window) -> None:
    page = window.page
    page.get_by_role("button", name=sv("Accept for assessment")).click()
    expect(page.get_by_role("status")).to_contain_text(sv("The assessment is accepted."))
    requirement = page.locator("#r-PR2")
    requirement.locator("input[name=grade]").nth(1).check()
    requirement.locator("textarea").fill("Riskerna är kända, men samrådet saknas.")
    requirement.get_by_role("button", name=sv("Keep the grade")).click()
    expect(page.locator("#r-PR2 .review-grade")).to_contain_text("samrådet saknas")


@SCRIPT
def test_a_reviewer_returns_what_is_not_complete(
    script: bool, windows: Windows, house: House
) -> None:
    asked = complete(house, f"Prov att återlämna {script}", submitted=True)
    with windows.open(MALARBYGDEN.reviewer.email, script=script) as window:
        page = window.page
        window.go(f"/review/assessments/{asked.assessment_id}")
        back = sv("Return to %(supplier)s", supplier=LINDMARK.name)
        page.get_by_role("button", name=back).click()
        expect(page.get_by_role("alert")).to_be_visible()
        field(page, "observation").fill("Bifoga ett giltigt intyg.")
        page.get_by_role("button", name=back).click()
        returned = sv("The assessment has been returned to the supplier.")
        expect(page.get_by_role("status").first).to_contain_text(returned)
    with windows.open(LINDMARK.editor.email, script=script) as window:
        window.go(f"/assessments/{asked.assessment_id}")
        expect(window.page.locator("main")).to_contain_text("Bifoga ett giltigt intyg.")


@SCRIPT
def test_a_planner_sends_and_the_new_supplier_comes_in(
    script: bool, windows: Windows, house: House
) -> None:
    title, email = f"Prov att planera {script}", f"nya.{script}@nyfirma.example".lower()
    with windows.open(MALARBYGDEN.planner.email, script=script) as window:
        _send_a_campaign(window, title, email)
        _follow_it_and_move_the_day(window, script=script)
        _read_the_mail(window, title, email)
    with windows.open(script=script) as window:
        _come_in(window, house, email)
        expect(window.page.locator("main")).to_contain_text(title)


def _send_a_campaign(window: Window, title: str, email: str) -> None:
    page = window.page
    window.go("/campaigns")
    page.get_by_role("link", name=sv("Send a self-assessment")).click()
    field(page, "title").fill(title)
    page.locator("tr", has_text=LINDMARK.name).locator("input[name=known]").check()
    field(page, "new-0-name").fill("Nyfirma i Björnlunda AB")
    field(page, "new-0-email").fill(email)
    page.get_by_role("button", name=sv("Send to the suppliers")).click()
    expect(page.get_by_role("status")).to_contain_text(sv("The self-assessment has been sent."))
    expect(page.locator("tbody tr")).to_have_count(2)


def _follow_it_and_move_the_day(window: Window, *, script: bool) -> None:
    page = window.page
    page.locator(".state-bar-part", has_text=sv("Not opened")).click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.locator("tr", has_text=LINDMARK.name).get_by_role("link", name=sv("Last day")).click()
    year = str(dt.datetime.now(dt.UTC).year + 1)
    for piece, typed in (("day", "14"), ("month", "6"), ("year", year)):
        field(page, f"due_on-{piece}").fill(typed)
    page.get_by_role("button", name=sv("Change the day and tell the supplier")).click()
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator("tr", has_text=LINDMARK.name)).to_contain_text(f"juni {year}")


def _read_the_mail(window: Window, title: str, email: str) -> None:
    page = window.page
    window.go("/mail")
    request = page.locator("tr", has_text=email).get_by_role("link", name=title).first
    window.reload_until(request)
    request.click()
    with page.expect_download() as download:
        page.locator("main a[href$='.ics']").click()
    calendar = download.value.path().read_text(encoding="utf-8")
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert f"URL:{window.url}/assessments/" in calendar.replace("\n ", "")


def _come_in(window: Window, house: House, email: str) -> None:
    """The link is only in the mail itself: here the database is asked for it, as its owner."""
    with psycopg.connect(house.settings.owner_database_url) as connection:
        found = connection.execute(
            "select secret from notification where kind = 'invitation' and address = %s", [email]
        ).fetchone()
    assert found
    page = window.page
    page.goto(found[0])
    field(page, "name").fill("Nils Nyström")
    field(page, "password").fill("fyra ord i en rad")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nyfirma i Björnlunda AB")
