"""The reviewer's pages are the buyer's reviewers' alone, and not before submission."""

from uuid import UUID

from starlette.testclient import TestClient

from portal.data import tables
from tests.desk import PASSPORTS, Scene
from tests.web.conftest import Browser


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
    assert scene.world.rows(tables.FlagDecision) == []


def test_a_draft_is_closed_to_its_reviewer(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    closed = karin.get(f"/review/assessments/{scene.assessment}")
    assert closed.status_code == 403
    assert "The supplier has not submitted yet." in closed.text
    assert karin.get(f"/review/documents/{paper}").status_code == 404
    assert karin.get(f"/review/documents/{UUID(int=1)}").status_code == 404
