"""The reviewer's queue: the worst first, narrowed by its address."""

from starlette.testclient import TestClient

from tests.desk import HOURS, PASSPORTS, TRACES, VIETNAM, Scene


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


def test_the_next_paper_is_the_worst_of_the_others(karin: TestClient, scene: Scene) -> None:
    worst = scene.paper("worst.pdf", [PASSPORTS])
    other = scene.paper("other.pdf", [TRACES], at="T-02")
    scene.submit()
    assert karin.get("/queue/next").headers["location"] == f"/review/documents/{worst}"
    there = karin.get(f"/queue/next?after={worst}").headers["location"]
    assert there == f"/review/documents/{other}"
