"""A workbook's page has no picture: its cells are a table, and its statements are marked in it."""

from playwright.sync_api import FilePayload, expect

from portal.demo.story.people import NORDHAV
from tests.browser.fields import field, sv
from tests.browser.looking import faults
from tests.browser.test_journeys import REQUEST, open_section
from tests.browser.windows import Windows, sign_in
from tests.packages import sheet_row, xlsx

WIDE = [f"Kolumn {number} med en lång rubrik" for number in range(14)]
DEHP = "117-81-7"


def test_a_sheet_is_a_table_whose_marks_lead_to_their_statements(windows: Windows) -> None:
    rows = sheet_row(1, "Ämne", "CAS-nummer", "Halt", *WIDE)
    book = xlsx({"Ämnen i varan": rows + sheet_row(2, "DEHP", DEHP, "0,25 %", *WIDE)})
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    with windows.open() as window:
        window.go("/")
        sign_in(window.page, NORDHAV.editor.email)
        open_section(window, REQUEST, "Kemikalier och miljö")
        page = window.page
        page.wait_for_load_state()  # its script takes the file from its field
        sheet = FilePayload(name="ämnen.xlsx", mimeType=kind, buffer=book)
        field(page, "files-CH-01").set_input_files(sheet)
        # Other papers may lie at the question already.
        paper = page.locator('[id="papers-CH-01"] li', has_text="ämnen.xlsx")
        expect(paper.get_by_text(sv("Found:"))).to_be_visible()
        paper.get_by_role("link", name=sv("See them")).click()
        mark = page.locator("td .text-mark a").first
        table = page.get_by_role("table").last
        expect(table.get_by_role("row")).to_have_count(2)
        expect(table.get_by_role("row").last.get_by_role("cell").nth(1)).to_have_text(DEHP)
        statement = page.locator(str(mark.get_attribute("href")))
        expect(statement).to_contain_text("DEHP")
        wider = "all => all[0].scrollWidth - all[0].clientWidth"
        assert page.locator(".table-scroll:has(.page-table)").evaluate_all(wider) > 0
        assert faults(page, "sv") == []
