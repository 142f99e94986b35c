"""Papers for a question: with the section's form, or one by one from a script."""

from uuid import UUID

import pytest
from starlette.testclient import TestClient

from portal.data import tables
from tests.web.test_answers import PDF, kept, section
from tests.world import World


def test_a_paper_comes_with_the_form_and_what_was_typed_is_saved_too(
    client: TestClient, world: World, asked: UUID
) -> None:
    form = {"version-T-03": "0", "T-03.scope": "all", "attach": "T-01"}
    saved = client.post(
        section(asked), data=form, files=[("files-T-01", ("../../policy.pdf", PDF))]
    )
    assert saved.headers["location"] == f"{section(asked)}?notice=attached#q-T-01"
    assert kept(world) == {"T-03": {"scope": "all"}}
    page = client.get(saved.headers["location"]).text
    assert ">policy.pdf</a>" in page
    assert "Received. Waiting to be read." in page
    again = client.post(
        section(asked), data={"attach": "T-01"}, files=[("files-T-01", ("b.pdf", PDF))]
    )
    assert "notice=attached-before" in again.headers["location"]
    assert len(world.rows(tables.Document)) == 1


def test_a_chosen_file_or_paper_comes_with_whatever_button_is_pressed(
    client: TestClient, world: World, asked: UUID
) -> None:
    form = {"version-T-03": "0", "T-03.scope": "all", "paper-T-01": ""}
    files = [("files-T-01", ("policy.pdf", PDF)), ("files-T-03", ("", b""))]
    saved = client.post(section(asked), data=form, files=files)
    assert "notice" not in saved.headers["location"]
    assert kept(world) == {"T-03": {"scope": "all"}}
    assert [row.question_id for row in world.rows(tables.Evidence)] == ["T-01"]
    document = world.rows(tables.Document)[0].id
    client.post(section(asked), data={"remove": f"T-01:{document}"})
    client.post(section(asked), data={"paper-T-01": str(document)})
    assert [row.question_id for row in world.rows(tables.Evidence)] == ["T-01"]


def test_a_paper_is_removed_and_chosen_again(client: TestClient, world: World, asked: UUID) -> None:
    client.post(section(asked), data={"attach": "T-01"}, files=[("files-T-01", ("a.pdf", PDF))])
    document = world.rows(tables.Document)[0].id
    removed = client.post(section(asked), data={"remove": f"T-01:{document}"})
    assert removed.headers["location"] == f"{section(asked)}?notice=removed#q-T-01"
    assert world.rows(tables.Evidence) == []
    client.post(section(asked), data={"choose": "T-01", "paper-T-01": str(document)})
    assert len(world.rows(tables.Evidence)) == 1
    for wrong in ("T-01:nonsense", "T-01:01a20d7f-6302-77f8-9d72-613454a9ff89"):
        assert client.post(section(asked), data={"remove": wrong}).status_code in (303, 404)
    assert len(world.rows(tables.Evidence)) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty"),
        (b"GIF89a....", "This is a picture of a kind that is not read"),
        (b"hello", "This is no PDF, Word, Excel"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_exactly_with_script_and_without(
    client: TestClient, world: World, asked: UUID, content: bytes, sentence: str
) -> None:
    files = [("files-T-01", ("bad.pdf", content))]
    form = {"version-T-03": "0", "T-03.scope": "all", "attach": "T-01"}
    page = client.post(section(asked), data=form, files=files)
    assert page.status_code == 422
    assert f"bad.pdf: {sentence}" in page.text
    assert kept(world) == {"T-03": {"scope": "all"}}
    script = client.post(
        f"/assessments/{asked}/evidence/T-01", files=files, headers={"X-Fragment": "1"}
    )
    assert script.status_code == 422
    assert sentence in script.json()["sentence"]
    assert world.rows(tables.Document) == []


def test_a_script_uploads_and_gets_the_list_that_follows_itself(
    client: TestClient, world: World, asked: UUID
) -> None:
    url = f"/assessments/{asked}/evidence/T-01"
    files = [("files-T-01", ("policy.pdf", PDF))]
    reply = client.post(url, files=files, headers={"X-Fragment": "1"})
    document = world.rows(tables.Document)[0].id
    assert 'id="papers-T-01"' in reply.text
    assert f'data-follow="/documents/{document}/state?question=T-01"' in reply.text
    again = client.post(url, files=files, headers={"X-Fragment": "1"})
    assert "uploaded this file before" in again.text


def test_a_file_over_the_limit_is_refused_before_it_is_kept(
    client: TestClient, world: World, asked: UUID
) -> None:
    url = f"/assessments/{asked}/evidence/T-01"
    large = PDF + b" " * (52 * 2**20)
    english = {"X-Fragment": "1", "Accept-Language": "en"}
    reply = client.post(url, files=[("files-T-01", ("big.pdf", large))], headers=english)
    assert reply.status_code == 413
    assert "larger than may be sent" in reply.json()["sentence"]
    del english["X-Fragment"]
    page = client.post(section(asked), files=[("files-T-01", ("big.pdf", large))], headers=english)
    assert page.status_code == 413
    assert "The file is too large" in page.text
    assert "save it without the file" in page.text
    # A script has a sentence of its own that says how large a file may be.
    assert 'data-text-too-large="The file is larger than 50 MB' in client.get(section(asked)).text
    slightly = PDF + b" " * (50 * 2**20)
    reply = client.post(
        url, files=[("files-T-01", ("big.pdf", slightly))], headers={"X-Fragment": "1"}
    )
    assert reply.status_code == 422
    assert "larger than 50 MB" in reply.json()["sentence"]
    assert world.rows(tables.Document) == []


def test_too_many_uploads_in_a_short_time_are_slowed_down(
    client: TestClient, world: World, asked: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from limits import parse

    from portal.web.views import evidence

    monkeypatch.setattr(evidence, "UPLOAD", parse("1/10minutes"))
    url = f"/assessments/{asked}/evidence/T-01"
    codes = [
        client.post(
            url, files=[("files-T-01", ("a.pdf", PDF))], headers={"X-Fragment": "1"}
        ).status_code
        for _ in range(2)
    ]
    assert codes == [200, 429]
