"""A section's page: its fields, and what is shown of it."""

from uuid import UUID

from starlette.testclient import TestClient


def section(asked: UUID, name: str = "S1") -> str:
    return f"/assessments/{asked}/sections/{name}"


def test_a_section_has_a_field_for_every_type(client: TestClient, asked: UUID) -> None:
    page = client.get(section(asked, "S2")).text
    for name in (
        'name="T-04.areas" value="a"',
        'name="T-05.how"',
        'name="T-05.instead" value="cannot"',
        'name="T-06.share"',
        'name="T-07.made_in"',
        'name="T-08.sites-0-site"',
        'name="T-08.sites-0-country"',
        'name="T-09.count"',
    ):
        assert name in page, name
    first = client.get(section(asked)).text
    for name in ('name="T-01.adopted"', 'name="T-01.since-day"', 'name="T-03.scope"'):
        assert name in first, name
    assert "Why we ask and what counts" in first


def test_hidden_questions_and_parts_are_not_shown_until_an_answer_brings_them(
    client: TestClient, asked: UUID
) -> None:
    before = client.get(section(asked)).text
    assert 'id="part-T-01.since" hidden' in before
    assert 'data-question="T-02" hidden disabled' in before
    saved = client.post(section(asked), data={"version-T-01": "0", "T-01.adopted": "yes"})
    assert saved.headers["location"] == f"{section(asked)}?more=3#q-T-01"
    after = client.get(saved.headers["location"]).text
    assert 'id="part-T-01.since" hidden' not in after
    assert 'data-question="T-02" hidden' not in after
    assert "Your answers brought further questions" in after


def test_an_unknown_section_is_not_there(client: TestClient, asked: UUID) -> None:
    assert client.get(section(asked, "S9")).status_code == 404
    assert client.post(section(asked, "S9")).status_code == 404
