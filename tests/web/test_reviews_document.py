"""The reviewer's page of a document, with a script and without: page, flags, decisions."""

import re
from uuid import UUID

import pytest
from sqlalchemy import text, update
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.flags import REJECT_REASONS
from tests.desk import HOURS, PASSPORTS, VIETNAM, Says, Scene, decisions
from tests.web.conftest import Browser
from tests.world import World

TEN = [Says(f"{n} hours a week", "LAB.HOURS", page=n % 2 + 1) for n in range(70, 80)]
SCRIPT = {"X-Fragment": "1"}


def send_path(page: str) -> str:
    """Where the buttons of the chosen flag send a decision."""
    chosen = page[page.index("flag-selected") :]
    found = re.search(r'action="([^"]+/flags/[^"]+)"', chosen)
    assert found is not None
    return found[1]


def test_a_document_shows_page_words_and_flags(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, VIETNAM])
    scene.submit()
    page = karin.get(f"/review/documents/{paper}")
    assert page.status_code == 200
    assert page.text.index('id="triage-keys"') < page.text.index('id="flags"')
    assert "Heading\nThe agency keeps the passports" in re.sub("<[^>]+>", "", page.text)
    assert "“keeps” (rule T-00)" in page.text
    assert "a deposit is taken" in page.text
    assert "Severe" in page.text
    assert "2 flags · 0 decided" in page.text
    assert 'rel="next"' in page.text
    assert "T-01" in page.text


MODELS = (("heard.lab.safety", "like sentences that"), ("chem.recognised", "took a word in it"))


@pytest.mark.parametrize(("rule", "why"), MODELS)
def test_a_model_names_no_rule(karin: TestClient, scene: Scene, rule: str, why: str) -> None:
    paper = scene.paper("report.pdf", [Says("It is in the room", "LAB.SAFETY", rule=rule)])
    scene.submit()
    page = karin.get(f"/review/documents/{paper}")
    assert why in page.text
    assert rule not in page.text


def test_a_script_gets_a_page_alone(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, VIETNAM])
    scene.submit()
    part = karin.get(f"/review/documents/{paper}?page=2", headers=SCRIPT)
    assert part.status_code == 200
    assert 'id="page-view" data-page="2"' in part.text
    assert "<html" not in part.text
    assert karin.get(f"/review/documents/{paper}?page=3").status_code == 404


def test_ten_flags_are_decided_with_ten_presses(karin: TestClient, scene: Scene) -> None:
    """Without a script: each press leads to the next open flag, on its page."""
    paper = scene.paper("report.pdf", TEN)
    scene.submit()
    page = karin.get(f"/review/documents/{paper}")
    for _ in range(10):
        sent = karin.post(send_path(page.text), data={"decision": "confirmed", "version": ""})
        assert sent.status_code == 303
        page = karin.get(sent.headers["location"])
    assert len(decisions(scene)) == 10
    assert "All flags of this paper are decided" in page.text
    assert "10 flags · 10 decided" in page.text


def test_a_script_gets_the_flag_the_tally_and_the_way_back(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    flag = scene.flags(paper)[0]
    path = f"/review/documents/{paper}/flags/{flag.id}"
    part = karin.post(path, data={"decision": "unsure", "version": ""}, headers=SCRIPT)
    assert part.status_code == 200
    assert part.text.count("data-flag=") == 1
    assert 'data-state="unsure"' in part.text
    assert "2 flags · 1 decided" in part.text
    (kept,) = decisions(scene)
    assert f'value="{kept.id}"' in part.text
    undone = karin.post(
        f"/review/documents/{paper}/undo", data={"version": str(kept.id)}, headers=SCRIPT
    )
    assert 'data-state="open"' in undone.text
    assert "2 flags · 0 decided" in undone.text


def test_undo_leads_back_to_the_flag(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, VIETNAM])
    scene.submit()
    flag = scene.flags(paper)[1]
    karin.post(
        f"/review/documents/{paper}/flags/{flag.id}", data={"decision": "confirmed", "version": ""}
    )
    (kept,) = decisions(scene)
    undone = karin.post(f"/review/documents/{paper}/undo", data={"version": str(kept.id)})
    assert undone.status_code == 303
    assert undone.headers["location"].endswith(f"page=2&flag={flag.id}#flag-{flag.id}")
    nothing = karin.post(f"/review/documents/{paper}/undo", data={"version": "x"})
    assert nothing.headers["location"] == f"/review/documents/{paper}"
    unknown = {"version": str(UUID(int=1))}
    assert karin.post(f"/review/documents/{paper}/undo", data=unknown).status_code == 404


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_a_rejection_without_reason_comes_back_with_what_was_typed(
    karin: TestClient, scene: Scene, headers: dict[str, str]
) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS, HOURS])
    scene.submit()
    flag = scene.flags(paper)[1]
    path = f"/review/documents/{paper}/flags/{flag.id}"
    empty = karin.post(
        path, data={"decision": "rejected", "reason": "  ", "version": ""}, headers=headers
    )
    assert empty.status_code == 422
    assert "Say why the flag is rejected." in empty.text
    long = "Ett långt skäl <b>" * 60
    refused = karin.post(
        path, data={"decision": "rejected", "reason": long, "version": ""}, headers=headers
    )
    assert refused.status_code == 422
    assert ("Ett långt skäl &lt;b&gt;" * 60).strip() in refused.text
    assert decisions(scene) == []


def test_an_offered_reason_is_kept_and_shown_in_the_readers_language(
    karin: TestClient, browser: Browser, scene: Scene, world: World
) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    page = karin.get(f"/review/documents/{paper}")
    assert all(f'value="{reason}"' in page.text for reason in REJECT_REASONS)
    karin.post(
        f"/review/documents/{paper}/flags/{flag.id}",
        data={"decision": "rejected", "reason": REJECT_REASONS[1], "version": ""},
    )
    with world.as_owner() as db:
        db.execute(text("update \"user\" set language = 'sv'"))
    swedish = browser(scene.omar).get(f"/review/documents/{paper}")
    assert "Avfärdad av Karin Ek" in swedish.text
    assert REJECT_REASONS[1] not in swedish.text.split("flag-decided")[1].split("</p>")[0]


def test_the_slower_reviewer_sees_the_decision_and_may_choose_again(
    karin: TestClient, browser: Browser, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    path = f"/review/documents/{paper}/flags/{scene.flags(paper)[0].id}"
    karin.post(path, data={"decision": "confirmed", "version": ""})
    slow = browser(scene.omar)
    refused = slow.post(path, data={"decision": "unsure", "version": ""}, headers=SCRIPT)
    assert refused.status_code == 409
    assert "Confirmed by Karin Ek" in refused.text
    (kept,) = decisions(scene)
    again = slow.post(path, data={"decision": "unsure", "version": str(kept.id)}, headers=SCRIPT)
    assert again.status_code == 200


def test_the_order_of_the_list_goes_along(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [HOURS, PASSPORTS, VIETNAM])
    scene.submit()
    page = karin.get(f"/review/documents/{paper}?order=page")
    assert page.text.index(HOURS.words) < page.text.index(PASSPORTS.words)
    assert send_path(page.text).endswith("?order=page")
    sent = karin.post(send_path(page.text), data={"decision": "confirmed", "version": ""})
    assert "order=page" in sent.headers["location"]


def test_keys_are_off_until_the_person_turns_them_on(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    path = f"/review/documents/{paper}"
    assert 'data-shortcuts="on"' not in karin.get(path).text
    assert karin.post(f"{path}/shortcuts", data={"shortcuts": "on"}).status_code == 303
    assert 'data-shortcuts="on"' in karin.get(path).text
    karin.post(f"{path}/shortcuts", data={"shortcuts": "off"})
    assert 'data-shortcuts="on"' not in karin.get(path).text


def test_pages_that_nobody_read_are_told(karin: TestClient, scene: Scene, world: World) -> None:
    paper = scene.paper("scan.pdf", [PASSPORTS, VIETNAM])
    scene.submit()
    with world.as_owner() as db:
        db.execute(text("update page set method = 'picture' where number = 2"))
        db.execute(text("update page set method = 'ocr', quality = 0.4 where number = 1"))
    page = karin.get(f"/review/documents/{paper}")
    assert "Page 2 is a picture." in page.text
    assert "Page 1 was recognised in a picture, with doubt." in page.text


def test_what_a_file_holds_besides_its_pages_is_told_to_the_reviewer_alone(
    karin: TestClient, scene: Scene, world: World, browser: Browser
) -> None:
    paper = scene.paper("papper.pdf", [PASSPORTS])
    scene.submit()
    page = karin.get(f"/review/documents/{paper}").text
    assert "In the file besides its pages" not in page
    with world.as_owner() as db:
        held = {"active": ["script", "signature"], "properties": {"author": "<Anna>"}}
        db.execute(update(tables.Document).values(**held))
    page = karin.get(f"/review/documents/{paper}").text
    assert "In the file besides its pages" in page
    assert "The file holds a script. It was not run." in page
    assert "The file holds an electronic signature." in page
    assert "&lt;Anna&gt;" in page
    assert "holds a script" not in browser(scene.anna).get(f"/documents/{paper}").text


def test_a_page_without_a_picture_has_its_quotes_marked_in_its_text(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("intyg.docx", [PASSPORTS])
    scene.submit()
    page = karin.get(f"/review/documents/{paper}").text
    text = page[page.index("page-text-body") :]
    text = text[: text.index("</details>")]
    mark = text[text.index('<mark class="text-mark">') : text.index("</mark>")]
    assert f"/review/documents/{paper}?page=1" in mark
    assert "data-box=" in mark
    shown = re.sub(r"<[^>]+>", "", mark)
    assert shown.startswith("The agency keeps the passports")
