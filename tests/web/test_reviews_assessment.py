"""The reviewer's page of an assessment: answers beside papers, grades, return and conclusion."""

import re

from starlette.testclient import TestClient

from portal.data import tables
from tests.desk import PASSPORTS, Scene


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
