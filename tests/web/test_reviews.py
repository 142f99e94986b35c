"""The reviewer's pages, with a script and without: queue, document, assessment."""

import re
from uuid import UUID

import pytest
from sqlalchemy import text, update
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.flags import REJECT_REASONS
from tests.desk import HOURS, PASSPORTS, TRACES, VIETNAM, Says, Scene
from tests.web.conftest import Browser
from tests.world import World

TEN = [Says(f"{n} hours a week", "LAB.HOURS", page=n % 2 + 1) for n in range(70, 80)]
SCRIPT = {"X-Fragment": "1"}


@pytest.fixture
def scene(world: World) -> Scene:
    """A supplier that has answered and not submitted."""
    return Scene(world)


@pytest.fixture
def karin(browser: Browser, scene: Scene) -> TestClient:
    """The reviewer's browser."""
    return browser(scene.karin)


def decisions(scene: Scene) -> list[tables.FlagDecision]:
    return scene.world.rows(tables.FlagDecision)


def send_path(page: str) -> str:
    """Where the buttons of the chosen flag send a decision."""
    chosen = page[page.index("flag-selected") :]
    found = re.search(r'action="([^"]+/flags/[^"]+)"', chosen)
    assert found is not None
    return found[1]


def test_the_queue_leads_to_the_worst_document(karin: TestClient, scene: Scene) -> None:
    scene.paper("mild.pdf", [VIETNAM], at="T-02")
    worst = scene.paper("worst.pdf", [PASSPORTS, HOURS])
    scene.submit()
    page = karin.get("/queue")
    assert page.status_code == 200
    assert page.text.index("worst.pdf") < page.text.index("mild.pdf")
    assert f"/review/documents/{worst}" in page.text
    assert "3 flags open" in page.text
    assert "about 3 minutes" in page.text


def test_the_queue_is_narrowed_by_its_address(karin: TestClient, scene: Scene) -> None:
    scene.paper("labour.pdf", [PASSPORTS])
    scene.paper("origin.pdf", [VIETNAM], at="T-02")
    scene.submit()
    page = karin.get(f"/queue?family=ORIGIN&supplier={scene.supplier}")
    assert "origin.pdf" in page.text
    assert "labour.pdf" not in page.text
    assert "Nothing here matches" in karin.get("/queue?family=CERT").text
    # An address that was typed wrongly shows everything.
    assert "labour.pdf" in karin.get("/queue?family=X&supplier=1&due=never&after=0").text


def test_an_empty_queue_says_what_will_come(karin: TestClient, scene: Scene) -> None:
    scene.paper("report.pdf", [PASSPORTS])
    page = karin.get("/queue")
    assert "The queue is empty" in page.text
    assert "report.pdf" not in page.text


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


def test_the_next_paper_is_the_worst_of_the_others(karin: TestClient, scene: Scene) -> None:
    worst = scene.paper("worst.pdf", [PASSPORTS])
    other = scene.paper("other.pdf", [TRACES], at="T-02")
    scene.submit()
    assert karin.get("/queue/next").headers["location"] == f"/review/documents/{worst}"
    there = karin.get(f"/queue/next?after={worst}").headers["location"]
    assert there == f"/review/documents/{other}"


# Assessment -----------------------------------------------------------------------------------


def test_an_assessment_shows_answers_beside_papers(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    page = karin.get(f"/review/assessments/{scene.assessment}")
    assert page.status_code == 200
    assert "Sat 1 Mar 2025" in page.text
    assert f"/review/documents/{paper}" in page.text
    assert "The answers suggest: Met." in page.text
    assert "A suggestion decides nothing." in page.text


def test_a_grade_without_motivation_comes_back_with_what_was_chosen(
    karin: TestClient, scene: Scene
) -> None:
    scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    path = f"/review/assessments/{scene.assessment}/requirements/PR1"
    (submission,) = scene.world.rows(tables.Submission)
    fields = {"submission": str(submission.id), "grade": "partly", "motivation": ""}
    refused = karin.post(path, data=fields)
    assert refused.status_code == 422
    assert "Say what the grade rests on." in refused.text
    assert re.search(r'value="partly"\s+checked', refused.text)
    kept = karin.post(path, data=fields | {"motivation": "Utkast <från> mars"})
    assert kept.status_code == 303
    assert kept.headers["location"].endswith("notice=graded#r-PR1")
    page = karin.get(f"/review/assessments/{scene.assessment}")
    assert "Utkast &lt;från&gt; mars" in page.text


def test_a_return_keeps_what_was_written_and_tells_the_supplier(
    karin: TestClient, scene: Scene
) -> None:
    scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    path = f"/review/assessments/{scene.assessment}"
    long = "Komplettera med rapporten. " * 200
    refused = karin.post(f"{path}/return", data={"observation": long})
    assert refused.status_code == 422
    assert long.strip() in refused.text
    sent = karin.post(f"{path}/return", data={"observation": "Komplettera med rapporten."})
    assert sent.status_code == 303
    page = karin.get(path)
    assert "The supplier is completing it" in page.text
    assert "Komplettera med rapporten." in page.text
    assert karin.post(f"{path}/accept").status_code == 403


def test_an_assessment_is_accepted_graded_and_finished(karin: TestClient, scene: Scene) -> None:
    scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    path = f"/review/assessments/{scene.assessment}"
    assert karin.post(f"{path}/accept").status_code == 303
    refused = karin.post(f"{path}/conclude")
    assert refused.status_code == 422
    assert "Not graded yet: PR1." in refused.text
    (submission,) = scene.world.rows(tables.Submission)
    karin.post(
        f"{path}/requirements/PR1",
        data={"submission": str(submission.id), "grade": "met", "motivation": "Antagen policy."},
    )
    assert karin.post(f"{path}/conclude").status_code == 303
    page = karin.get(path)
    assert "Assessed" in page.text
    assert "Keep the grade" not in page.text


# Who gets in ----------------------------------------------------------------------------------


def test_the_pages_are_closed_to_everyone_else(browser: Browser, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    flag = scene.flags(paper)[0]
    for other, status in (
        (scene.planner, {403}),
        (scene.administrator, {403}),
        (scene.stranger, {404}),
        (scene.anna, {403, 404}),
    ):
        client = browser(other)
        document, assessment = (
            f"/review/documents/{paper}",
            f"/review/assessments/{scene.assessment}",
        )
        answers = [
            client.get(document),
            client.get(assessment),
            client.post(f"{document}/flags/{flag.id}", data={"decision": "confirmed"}),
            client.post(f"{document}/undo", data={"version": str(flag.id)}),
            client.post(f"{assessment}/accept"),
            client.post(f"{assessment}/return", data={"observation": "x"}),
            client.post(f"{assessment}/requirements/PR1", data={"grade": "met"}),
        ]
        assert {answer.status_code for answer in answers} <= status, other.roles
    assert decisions(scene) == []


def test_a_draft_is_closed_to_its_reviewer(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    closed = karin.get(f"/review/assessments/{scene.assessment}")
    assert closed.status_code == 403
    assert "The supplier has not submitted yet." in closed.text
    assert karin.get(f"/review/documents/{paper}").status_code == 404
    assert karin.get(f"/review/documents/{UUID(int=1)}").status_code == 404


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
