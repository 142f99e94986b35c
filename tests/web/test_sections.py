"""A section's page: without script all at once, with script question by question."""

from uuid import UUID

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.access import Actor, Role
from tests.web.conftest import Browser
from tests.world import PASSWORD, World

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
JSON = {"Accept": "application/json", "X-Fragment": "1"}


@pytest.fixture
def anna(world: World) -> Actor:
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True)


@pytest.fixture
def asked(world: World, anna: Actor) -> UUID:
    return world.assessment(world.buyer(), anna.organisation_id)


@pytest.fixture
def client(browser: Browser, anna: Actor) -> TestClient:
    return browser(anna)


def section(asked: UUID, name: str = "S1") -> str:
    return f"/assessments/{asked}/sections/{name}"


def kept(world: World) -> dict[str, object]:
    return {row.question_id: row.value for row in world.rows(tables.Answer)}


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


def test_without_script_a_whole_section_is_saved_and_the_next_one_comes(
    client: TestClient, world: World, asked: UUID
) -> None:
    form = {"version-T-01": "0", "T-01.adopted": "no", "version-T-03": "0", "T-03.scope": "some"}
    saved = client.post(section(asked), data=form)
    assert saved.status_code == 303
    assert saved.headers["location"] == section(asked, "S2")
    last = {
        "version-T-04": "0",
        "T-04.areas": ["a", "b"],
        "version-T-05": "0",
        "T-05.instead": "cannot",
        "T-05.instead-reason": "Vi mäter inte.",
        "version-T-06": "0",
        "T-06.share": "12,5 %",
        "version-T-07": "0",
        "T-07.made_in": ["SE", "", "VN"],
        "version-T-08": "0",
        "T-08.sites-0-site": "Vinh Phuc",
        "T-08.sites-0-country": "VN",
        "T-08.sites-0-workers": "1 200",
        "T-08.sites-1-site": "",
        "version-T-09": "0",
        "T-09.count": "3",
    }
    saved = client.post(section(asked, "S2"), data=last)
    assert saved.headers["location"] == f"/assessments/{asked}/check"
    assert kept(world) == {
        "T-01": {"adopted": "no"},
        "T-03": {"scope": "some"},
        "T-04": {"areas": ["a", "b"]},
        "T-05": {"instead": "cannot", "reason": "Vi mäter inte."},
        "T-06": {"share": 12.5},
        "T-07": {"made_in": ["SE", "VN"]},
        "T-08": {"sites": [{"site": "Vinh Phuc", "country": ["VN"], "workers": 1200}]},
        "T-09": {"count": 3},
    }


def test_what_cannot_be_saved_stays_typed_and_is_named_while_the_rest_is_saved(
    client: TestClient, world: World, asked: UUID
) -> None:
    form = {
        "version-T-06": "0",
        "T-06.share": "many",
        "version-T-08": "0",
        "T-08.sites-0-site": "Vinh Phuc",
        "T-08.sites-0-workers": "-4",
        "version-T-09": "0",
        "T-09.count": "3",
    }
    page = client.post(section(asked, "S2"), data=form)
    assert page.status_code == 422
    assert "<title>Error:" in page.text
    assert 'href="#f-T-06.share"' in page.text
    assert 'href="#f-T-08.sites-0-workers"' in page.text
    assert 'value="many"' in page.text
    assert 'value="-4"' in page.text
    assert 'value="Vinh Phuc"' in page.text
    assert kept(world) == {"T-09": {"count": 3}}
    assert 'name="version-T-09" value="1"' in page.text


def test_a_fault_in_a_part_that_just_appeared_is_shown_on_that_part(
    client: TestClient, asked: UUID
) -> None:
    form = {"version-T-01": "0", "T-01.adopted": "yes", "T-01.since-day": "99"}
    page = client.post(section(asked), data=form).text
    assert 'id="part-T-01.since" hidden' not in page
    assert 'value="99"' in page
    assert 'value="yes" checked' in page


def test_one_more_row_comes_without_script_and_nothing_typed_is_lost(
    client: TestClient, asked: UUID
) -> None:
    form = {"version-T-08": "0", "T-08.sites-0-site": "Vinh Phuc", "add": "T-08.sites"}
    saved = client.post(section(asked, "S2"), data=form)
    page = client.get(saved.headers["location"]).text
    assert 'value="Vinh Phuc"' in page
    assert 'name="T-08.sites-2-site"' in page


def test_the_return_key_presses_a_button_that_only_saves(client: TestClient, asked: UUID) -> None:
    page = client.get(section(asked)).text
    form = page[page.index('action="/assessments/') :]
    first = form[form.index("<button") : form.index("</button>")]
    assert "Save and continue" in first
    assert "name=" not in first


def test_a_script_saves_one_answer_and_learns_what_is_shown(
    client: TestClient, world: World, asked: UUID
) -> None:
    url = f"/assessments/{asked}/answers/T-01"
    form = {"version-T-01": "0", "T-01.adopted": "yes", "version": "0"}
    reply = client.post(url, data=form, headers=JSON).json()
    assert reply["version"] == 1
    assert reply["shown"] == ["T-02"]
    assert reply["hidden"] == []
    assert 'id="part-T-01.since"' in reply["parts"]
    assert " hidden" not in reply["parts"]
    back = client.post(url, data={"version-T-01": "1", "T-01.adopted": "no"}, headers=JSON).json()
    assert back["hidden"] == ["T-02"]
    assert 'id="part-T-01.since" hidden' in back["parts"]
    assert kept(world) == {"T-01": {"adopted": "no"}}


def test_a_script_is_told_by_field_what_is_wrong(client: TestClient, asked: UUID) -> None:
    url = f"/assessments/{asked}/answers/T-06"
    reply = client.post(url, data={"version-T-06": "0", "T-06.share": "x"}, headers=JSON)
    assert reply.status_code == 422
    assert list(reply.json()["fields"]) == ["T-06.share"]
    assert client.post(f"/assessments/{asked}/answers/T-99", headers=JSON).status_code == 404


def test_two_editors_get_both_texts_and_neither_is_dropped(
    browser: Browser, client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    bo = browser(world.person(anna.organisation_id, Role.SUPPLIER_EDITOR, name="Bo Berg"))
    bo.post(section(asked, "S2"), data={"version-T-05": "0", "T-05.how": "Bos text"})
    mine = {"version-T-05": "0", "T-05.how": "Annas text"}
    url = f"/assessments/{asked}/answers/T-05"
    script = client.post(url, data=mine, headers=JSON)
    assert script.status_code == 409
    assert script.json()["version"] == 1
    page = client.post(section(asked, "S2"), data=mine)
    assert page.status_code == 409
    for shown in (script.json()["html"], page.text):
        assert "Annas text" in shown
        assert "Bos text" in shown
        assert "Bo Berg" in shown
        assert 'name="keep-T-05"' in shown
    again = mine | {"version-T-05": "1"}
    theirs = client.post(section(asked, "S2"), data=again | {"keep-T-05": "theirs"})
    assert theirs.status_code == 303
    assert kept(world) == {"T-05": {"how": "Bos text"}}
    client.post(section(asked, "S2"), data=again | {"keep-T-05": "mine"})
    assert kept(world) == {"T-05": {"how": "Annas text"}}


def test_a_session_that_ended_while_typing_loses_nothing(
    client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    client.cookies.clear()
    typed = {"version-T-05": "0", "T-05.how": "En lång text"}
    door = client.post(section(asked, "S2"), data=typed)
    assert door.status_code == 401
    assert 'name="T-05.how" value="En lång text"' in door.text
    sign_in = typed | {
        "email": world.email(anna),
        "password": PASSWORD,
        "next": section(asked, "S2"),
    }
    resumed = client.post("/sign-in", data=sign_in)
    assert resumed.status_code == 200
    assert f'action="{section(asked, "S2")}"' in resumed.text
    assert 'value="En lång text"' in resumed.text
    assert client.post(section(asked, "S2"), data=typed).status_code == 303
    assert kept(world) == {"T-05": {"how": "En lång text"}}


def test_a_script_whose_session_ended_is_told_so(client: TestClient, asked: UUID) -> None:
    client.cookies.clear()
    reply = client.post(f"/assessments/{asked}/answers/T-05", data={"T-05.how": "x"}, headers=JSON)
    assert reply.status_code == 401


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


def test_strangers_and_buyers_upload_and_save_nothing(
    browser: Browser, world: World, asked: UUID
) -> None:
    buyer = world.rows(tables.Assessment)[0].buyer_id
    for stranger in (
        world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR),
        world.person(buyer, Role.REVIEWER),
        world.person(buyer, Role.PLANNER),
    ):
        client = browser(stranger)
        files = [("files-T-01", ("policy.pdf", PDF))]
        form = {"version-T-03": "0", "T-03.scope": "all", "attach": "T-01"}
        assert client.post(section(asked), data=form, files=files).status_code == 404
        url = f"/assessments/{asked}/evidence/T-01"
        assert client.post(url, files=files, headers={"X-Fragment": "1"}).status_code == 404
        answer = client.post(f"/assessments/{asked}/answers/T-03", data=form, headers=JSON)
        assert answer.status_code == 404
    assert world.rows(tables.Document) == []
    assert kept(world) == {}


def test_a_save_after_sending_is_refused_and_says_why(
    client: TestClient, world: World, asked: UUID
) -> None:
    with world.as_owner() as db:
        db.execute(update(tables.Assessment).values(state="submitted"))
    page = client.post(section(asked), data={"version-T-03": "0", "T-03.scope": "all"})
    assert page.status_code == 403
    assert "answers and evidence are locked" in page.text
    assert kept(world) == {}


def test_an_unknown_section_is_not_there(client: TestClient, asked: UUID) -> None:
    assert client.get(section(asked, "S9")).status_code == 404
    assert client.post(section(asked, "S9")).status_code == 404


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
