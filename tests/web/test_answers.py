"""Answers that come in: without script all at once, with script question by question."""

from uuid import UUID

from sqlalchemy import update
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.access import Actor, Role
from tests.web.conftest import Browser
from tests.world import PASSWORD, World

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
JSON = {"Accept": "application/json", "X-Fragment": "1"}


def section(asked: UUID, name: str = "S1") -> str:
    return f"/assessments/{asked}/sections/{name}"


def kept(world: World) -> dict[str, object]:
    return {row.question_id: row.value for row in world.rows(tables.Answer)}


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
