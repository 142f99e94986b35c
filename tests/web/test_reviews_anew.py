"""The page of a paper that was flagged anew, and what public lists tell beside a flag."""

from dataclasses import replace

from starlette.testclient import TestClient

from portal.domain.flags import REJECT_REASONS, hint
from tests.desk import HOURS, LATER, PASSPORTS, TRACES, VIETNAM, Scene, decide, decisions
from tests.web.test_reviews_document import send_path


def test_words_read_otherwise_show_the_old_decision_and_take_a_new_one(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [HOURS, PASSPORTS])
    scene.submit()
    decide(scene, scene.omar, scene.flags(paper)[0], "confirmed")
    more = replace(HOURS, value={"hours_per_week": "60"})
    scene.flag(paper, [more], version="2.0", now=LATER)
    page = karin.get(f"/review/documents/{paper}").text
    assert "Look again" in page
    assert "Confirmed by Omar Haddad" in page
    assert "0 new statements, 1 gone, 1 changed" in page
    assert PASSPORTS.words in page
    assert "Hours a week 72" in page
    former = decisions(scene)[0].id
    sent = {"decision": "rejected", "reason": REJECT_REASONS[0], "version": str(former)}
    karin.post(send_path(page), data=sent)
    page = karin.get(f"/review/documents/{paper}").text
    assert "Look again" not in page
    assert "Flagged anew" not in page


def test_public_lists_are_told_beside_the_flag_and_order_the_reading(
    karin: TestClient, scene: Scene
) -> None:
    told = {"good": "Cotton", "country": "VN", "by": "forced", "year": "2019", "pack": "goods 1"}
    hinted = replace(
        VIETNAM, words="Cotton from Vietnam", score=0.1, hints=(hint({"kind": "goods", **told}),)
    )
    paper = scene.paper("report.pdf", [VIETNAM, hinted, TRACES])
    scene.submit()
    page = karin.get(f"/review/documents/{paper}").text
    assert "list of goods produced with forced labour, 2019" in page
    assert "This says nothing of this supplier" in page
    # It comes before a surer flag of its own kind, and after what the paper itself says is a risk.
    at = [page.index(f'"flag-snippet">{each.words}') for each in (TRACES, hinted, VIETNAM)]
    assert at == sorted(at)
