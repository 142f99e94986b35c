"""What a paper is: the section on its page, the form, and the reviewer's view of it."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from portal.data import tables
from portal.data.files import Folder, picture_key
from portal.domain.access import Role
from tests.desk import PASSPORTS, Scene
from tests.web.conftest import Browser


@pytest.fixture
def paper(scene: Scene) -> UUID:
    made = scene.paper("intyg.pdf", [PASSPORTS])
    scene.propose(made, holder="Minh Sao <b>Ltd</b>", kind="cert_sa8000", issued="2019-05")
    return made


@pytest.fixture
def anna(browser: Browser, scene: Scene) -> TestClient:
    return browser(scene.anna)


def _before_handing_in(scene: Scene) -> None:
    """What was said by the clock of the test run was said before the scene's own day."""
    with scene.world.as_owner() as db:
        for row in db.query(tables.FactStatement):
            row.said_at = row.said_at.replace(year=2026, month=11, day=1)


def said(scene: Scene) -> dict[str, str]:
    return {row.name: row.value for row in scene.world.rows(tables.FactStatement)}


def test_the_paper_shows_what_it_is_with_its_words(anna: TestClient, paper: UUID) -> None:
    page = anna.get(f"/documents/{paper}").text
    assert "About this paper" in page
    assert "SA8000 certificate" in page
    assert "May 2019" in page
    assert "Minh Sao &lt;b&gt;Ltd&lt;/b&gt; as holder; you are Lindmark Textil AB." in page
    assert f"/documents/{paper}?page=1&amp;fact=kind#page-view" in page
    assert "proposed by a program" in page


def test_the_words_of_a_fact_are_boxed_on_their_page_when_it_is_pressed(
    anna: TestClient, paper: UUID, scene: Scene, files: Path
) -> None:
    sha256 = scene.world.rows(tables.Document)[0].sha256
    Folder(files).put_derived(picture_key(sha256, 1), b"RIFF....WEBP")
    url = f"/documents/{paper}?page=1"
    assert 'data-box="fact-' not in anna.get(url).text
    pressed = anna.get(f"{url}&fact=holder").text
    assert pressed.count('data-box="fact-') == 1
    assert 'box-selected" href="#about-paper" tabindex="-1" data-box="fact-holder"' in pressed
    strange = anna.get(f"{url}&fact=%3Cscript%3E")
    assert strange.status_code == 200
    assert "<script>" not in strange.text.split("</head>")[1]


def test_one_press_confirms_all_that_was_shown(anna: TestClient, paper: UUID, scene: Scene) -> None:
    sent = {"kind": "cert_sa8000", "holder": "Minh Sao <b>Ltd</b>", "issued": "2019-05"}
    answer = anna.post(f"/documents/{paper}/facts", data=sent)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/documents/{paper}?notice=facts#about-paper"
    assert said(scene) == sent
    page = anna.get(answer.headers["location"]).text
    assert "What you say of the paper is kept." in page
    assert page.count("confirmed by you") == 3
    assert "This is right" not in page


def test_the_form_is_filled_in_with_what_is_known(anna: TestClient, paper: UUID) -> None:
    page = anna.get(f"/documents/{paper}/facts").text
    assert 'value="Minh Sao &lt;b&gt;Ltd&lt;/b&gt;"' in page
    assert '<option value="cert_sa8000" selected>' in page
    assert 'name="issued-year" value="2019"' in page
    assert 'name="issued-month" value="05"' in page
    assert "Read on page 1: “Heading”" in page


def test_a_form_with_a_wrong_date_loses_nothing(
    anna: TestClient, paper: UUID, scene: Scene
) -> None:
    sent = {"holder": "Alm AB", "valid_to-day": "31", "valid_to-month": "2"}
    sent["valid_to-year"] = "2027"
    answer = anna.post(f"/documents/{paper}/facts", data=sent)
    assert answer.status_code == 422
    assert 'value="Alm AB"' in answer.text
    assert 'name="valid_to-day" value="31"' in answer.text
    assert 'id="f-valid_to-error"' in answer.text
    assert "This is no date in the calendar." in answer.text
    assert said(scene) == {}
    sent["valid_to-day"] = "28"
    assert anna.post(f"/documents/{paper}/facts", data=sent).status_code == 303
    assert said(scene) == {"holder": "Alm AB", "valid_to": "2027-02-28"}


def test_a_paper_without_facts_can_be_told_by_hand(anna: TestClient, scene: Scene) -> None:
    scan = scene.paper("skannat.pdf", [])
    page = anna.get(f"/documents/{scan}").text
    assert "Say what the paper is" in page
    assert "This is right" not in page


def test_colleagues_see_and_say_and_strangers_do_not(
    browser: Browser, scene: Scene, paper: UUID
) -> None:
    colleague = browser(scene.world.person(scene.supplier, Role.SUPPLIER_EDITOR))
    assert colleague.get(f"/documents/{paper}/facts").status_code == 200
    assert colleague.post(f"/documents/{paper}/facts", data={"title": "Intyg"}).status_code == 303
    scene.submit()
    other = scene.world.person(scene.world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_EDITOR)
    for stranger in (other, scene.stranger, scene.karin, scene.planner):
        client = browser(stranger)
        assert client.get(f"/documents/{paper}/facts").status_code == 404
        assert client.post(f"/documents/{paper}/facts", data={"title": "X"}).status_code == 404
    assert said(scene) == {"title": "Intyg"}
    assert browser(None).get(f"/documents/{paper}/facts").status_code == 303


def test_the_reviewer_sees_who_said_what_after_the_hand_in(
    browser: Browser, scene: Scene, paper: UUID, anna: TestClient
) -> None:
    karin = browser(scene.karin)
    anna.post(f"/documents/{paper}/facts", data={"kind": "cert_sa8000", "holder": "Alm AB"})
    assert karin.get(f"/review/documents/{paper}").status_code == 404
    _before_handing_in(scene)
    scene.submit()
    page = karin.get(f"/review/documents/{paper}").text
    assert "confirmed by the supplier" in page
    assert "corrected by the supplier; the program read Minh Sao &lt;b&gt;Ltd&lt;/b&gt;" in page
    assert "proposed by a program" in page
    assert "The document names Alm AB as holder; the supplier is Lindmark Textil AB." in page
    assert "The very same file" not in page


def test_the_pages_speak_swedish(browser: Browser, scene: Scene, paper: UUID) -> None:
    client = browser(scene.world.person(scene.supplier, Role.SUPPLIER_EDITOR, language="sv"))
    page = client.get(f"/documents/{paper}").text
    assert "Om dokumentet" in page
    assert "maj 2019" in page
    assert "föreslaget av ett program" in page
    assert "Läst på sida 1: ”Heading”" in client.get(f"/documents/{paper}/facts").text


def test_words_of_a_paper_say_their_language(
    anna: TestClient, karin: TestClient, scene: Scene
) -> None:
    """WCAG 3.1.2: a paper in Swedish on a page in English is read out in Swedish, and again."""
    lead = replace(PASSPORTS, value={"name": "bly", "site": "Borås"})
    made = scene.paper("papper.docx", [lead])
    scene.propose(made, language="sv")
    scene.submit()
    quote = f'<blockquote lang="sv"><p>{lead.words}'
    supplied = anna.get(f"/documents/{made}").text
    assert quote in supplied
    assert '<span lang="sv">bly, Borås</span>' in supplied
    assert 'page-text-body" lang="sv"' in supplied
    reviewed = karin.get(f"/review/documents/{made}").text
    assert quote in reviewed
    assert f'"flag-snippet" lang="sv">{lead.words}' in reviewed
    assert '<span lang="sv">bly</span>' in reviewed
    assert 'page-text-body" lang="sv"' in reviewed


def test_what_a_supplier_says_of_the_language_counts_before_what_was_read(
    anna: TestClient, karin: TestClient, scene: Scene
) -> None:
    made = scene.paper("papper.docx", [PASSPORTS])
    scene.propose(made, language="sv")
    anna.post(f"/documents/{made}/facts", data={"language": "en"})
    _before_handing_in(scene)
    scene.submit()
    for page in (anna.get(f"/documents/{made}"), karin.get(f"/review/documents/{made}")):
        assert f'<blockquote lang="en"><p>{PASSPORTS.words}' in page.text


def test_words_whose_language_nobody_knows_say_none(karin: TestClient, scene: Scene) -> None:
    made = scene.paper("papper.docx", [PASSPORTS])
    scene.submit()
    page = karin.get(f"/review/documents/{made}").text
    assert f"<blockquote><p>{PASSPORTS.words}" in page
    assert "lang=" not in page[page.index('id="page-view"') :]
