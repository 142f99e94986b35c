"""The form in which a reviewer corrects a flag, with a script and without."""

import pytest
from lxml import html
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.access import Actor
from portal.services import findings
from tests.desk import HOURS, LATER, PASSPORTS, VIETNAM, Says, Scene, decide, decisions
from tests.web.conftest import Browser
from tests.web.test_reviews_document import SCRIPT

DEHP = Says(
    "DEHP 117-81-7 0.25 %",
    "CHEM.SUBSTANCE",
    value={"cas": "117-81-7", "pct_min": "0.25", "pct_max": "0.25"},
)
LICENCE = Says(
    "The licence was issued in May 2024", "CERT", bearing="neutral", value={"valid_from": "2024-05"}
)


def path(flag: tables.Flag) -> str:
    """Where a flag's form is, and where it is sent."""
    return f"/review/documents/{flag.document_id}/flags/{flag.id}/correction"


def filled_in(page: str) -> dict[str, str]:
    """What a browser would send of the form on a page."""
    (form,) = html.fromstring(page).xpath("//form[@id='correction']")
    return dict(form.form_values())


def labels(page: str) -> list[str]:
    """The labels of the fields of the form on a page, in their order."""
    (form,) = html.fromstring(page).xpath("//form[@id='correction']")
    return [each.text_content().strip() for each in form.xpath(".//*[contains(@class,'label')]")]


def words(page: str) -> tuple[str, ...]:
    """What stands before the words of the form, they themselves, and what stands after."""
    (quote,) = html.fromstring(page).xpath("//*[@id='correction-words']")
    return tuple(each.text_content() for each in quote)


def errors(page: str) -> dict[str, str]:
    """What is told at the fields, by field."""
    told = html.fromstring(page).xpath("//form[@id='correction']//p[@class='error']")
    return {
        each.get("id").removeprefix("f-").removesuffix("-error"): each.text_content().split(":")[-1]
        for each in told
    }


def test_the_form_is_at_the_flag_and_filled_in_with_what_it_says(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [DEHP, HOURS])
    scene.submit()
    dehp, _ = scene.flags(paper)
    page = karin.get(f"/review/documents/{paper}?flag={dehp.id}").text
    assert f'href="{path(dehp)}#correction"' in page
    page = karin.get(path(dehp)).text
    assert 'id="page-view"' in page
    (flag,) = html.fromstring(page).xpath("//li[.//form[@id='correction']]")
    assert flag.get("id") == f"flag-{dehp.id}"
    sent = filled_in(page)
    assert (sent["topic"], sent["stance"], sent["bearing"]) == (
        "CHEM.SUBSTANCE",
        "affirmed",
        "risk",
    )
    assert (sent["cas"], sent["pct_min"], sent["ec"]) == ("117-81-7", "0.25", "")


def test_a_script_gets_the_form_alone(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    part = karin.get(path(scene.flags(paper)[0]), headers=SCRIPT).text
    assert filled_in(part)["cas"] == "117-81-7"
    assert "<html" not in part
    assert 'id="page-view"' not in part


def test_saving_leads_to_the_next_open_flag_and_marks_who_corrected(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [DEHP, HOURS])
    scene.submit()
    dehp, hours = scene.flags(paper)
    sent = filled_in(karin.get(path(dehp)).text) | {"stance": "denied", "bearing": "support"}
    reply = karin.post(path(dehp), data=sent)
    assert reply.status_code == 303
    assert f"flag={hours.id}" in reply.headers["location"]
    page = karin.get(f"/review/documents/{paper}?flag={dehp.id}").text
    assert "Corrected by Karin Ek" in page
    assert "A program had read: It is so, Risk." in page
    assert "says that it is not so" in page
    assert "2 flags · 1 decided" in page
    assert "Last decision: Substance on page 1." in page


def test_a_script_gets_the_flag_as_it_now_stands(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (dehp,) = scene.flags(paper)
    sent = filled_in(karin.get(path(dehp)).text) | {"pct_min": "", "pct_max": "2,5"}
    reply = karin.post(path(dehp), data=sent, headers=SCRIPT)
    assert reply.status_code == 200
    assert 'data-state="corrected"' in reply.text
    assert "≤ 2.5" in reply.text
    assert "<html" not in reply.text


def test_another_topic_brings_its_fields_and_loses_nothing(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (dehp,) = scene.flags(paper)
    sent = filled_in(karin.get(path(dehp)).text) | {
        "cas": "typed",
        "topic": "CERT",
        "show": "fields",
    }
    page = karin.post(path(dehp), data=sent)
    assert page.status_code == 200
    assert {"Standard", "Number", "Valid from", "Valid to", "Grade"} <= set(labels(page.text))
    assert "CAS number" not in labels(page.text)
    sent = filled_in(page.text) | {"valid_to-year": "2026", "topic": "CHEM.SUBSTANCE", "show": "1"}
    page = karin.post(path(dehp), data=sent)
    assert filled_in(page.text)["cas"] == "typed"
    # What was typed of the certificate travels along, too.
    assert filled_in(page.text)["valid_to-year"] == "2026"
    assert decisions(scene) == []


def test_the_words_are_moved_one_by_one_and_nothing_typed_is_lost(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    page = karin.get(path(flag)).text
    assert words(page) == ("Heading", PASSPORTS.words, "")
    sent = filled_in(page) | {"stance": "denied"}
    for move, left in (
        ("start_later", "agency keeps the passports"),
        ("end_earlier", "agency keeps the"),
        ("end_later", "agency keeps the passports"),
        ("end_later", "agency keeps the passports"),
        ("start_earlier", "The agency keeps the passports"),
        ("nonsense", "The agency keeps the passports"),
        ("start_earlier", "Heading The agency keeps the passports"),
        ("end_earlier", "Heading The agency keeps the"),
    ):
        reply = karin.post(path(flag), data=sent | {"move": move})
        assert reply.status_code == 200
        assert words(reply.text)[1] == left
        sent = filled_in(reply.text)
        assert sent["stance"] == "denied"
    assert decisions(scene) == []
    karin.post(path(flag), data=sent)
    page = karin.get(f"/review/documents/{paper}?flag={flag.id}").text
    (quote,) = html.fromstring(page).xpath("//li[@aria-current]//blockquote")
    assert " ".join(quote.text_content().split()) == "Heading The agency keeps the"
    assert f"A program had read: “{PASSPORTS.words}”, It is so." in page
    (mark,) = html.fromstring(page).xpath("//div[@class='page-lines']")
    assert "".join(mark.xpath(".//mark//text()")) == "Heading\nThe agency keeps the"


@pytest.mark.parametrize(
    ("start", "end"), [("40", "50"), ("30", "0"), ("0", "999999"), ("-1", "0")]
)
def test_words_that_were_not_offered_are_not_taken(
    karin: TestClient, scene: Scene, start: str, end: str
) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    scene.submit()
    (flag,) = scene.flags(paper)
    sent = filled_in(karin.get(path(flag)).text) | {"start": start, "end": end}
    page = karin.post(path(flag), data=sent)
    assert page.status_code == 422
    assert decisions(scene) == []


def test_a_topic_whose_fields_were_not_seen_is_not_saved(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (dehp,) = scene.flags(paper)
    sent = filled_in(karin.get(path(dehp)).text) | {"topic": "CHEM.GROUP"}
    page = karin.post(path(dehp), data=sent)
    assert page.status_code == 422
    assert "Another topic has other fields" in errors(page.text)["topic"]
    sent = filled_in(page.text) | {"group": "phthalates"}
    assert karin.post(path(dehp), data=sent).status_code == 303
    (made,) = decisions(scene)
    assert made.correction is not None
    assert made.correction["value"] == {"group": "phthalates"}


@pytest.mark.parametrize("script", [{}, SCRIPT], ids=["page", "fragment"])
def test_what_cannot_be_is_told_at_the_field_with_what_was_typed(
    karin: TestClient, scene: Scene, script: dict[str, str]
) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (dehp,) = scene.flags(paper)
    typed = {"cas": "117-81-8", "pct_max": "120", "stance": "denied", "name": "<DEHP>"}
    page = karin.post(
        path(dehp), data=filled_in(karin.get(path(dehp)).text) | typed, headers=script
    )
    assert page.status_code == 422
    assert set(errors(page.text)) == {"cas", "pct_max"}
    assert filled_in(page.text).items() >= typed.items()
    assert 'href="#f-cas"' in page.text
    assert decisions(scene) == []


def test_a_wrong_date_and_an_unknown_country_keep_what_was_typed(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [VIETNAM, LICENCE])
    scene.submit()
    licence, vietnam = scene.flags(paper)
    sent = filled_in(karin.get(path(licence)).text)
    assert (sent["valid_from-year"], sent["valid_from-month"], sent["valid_from-day"]) == (
        "2024", "05", "",
    )  # fmt: skip
    typed = {"valid_to-year": "2026", "valid_to-month": "2", "valid_to-day": "31"}
    page = karin.post(path(licence), data=sent | typed).text
    assert set(errors(page)) == {"valid_to"}
    assert filled_in(page).items() >= typed.items()
    sent = filled_in(karin.get(path(vietnam)).text)
    assert sent["country"] == "Vietnam"
    page = karin.post(path(vietnam), data=sent | {"country": "Atlantis"}).text
    assert set(errors(page)) == {"country"}
    assert filled_in(page)["country"] == "Atlantis"


def test_a_form_without_a_change_says_to_confirm(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (dehp,) = scene.flags(paper)
    page = karin.post(path(dehp), data=filled_in(karin.get(path(dehp)).text))
    assert page.status_code == 422
    assert "If that is right, confirm the flag." in page.text


def test_the_form_speaks_swedish(browser: Browser, scene: Scene) -> None:
    swede = Actor(
        scene.omar.user_id, scene.buyer, "buyer", scene.omar.roles, "Omar", "Regionen", "sv"
    )
    with scene.world.as_owner() as db:
        db.get_one(tables.User, swede.user_id).language = "sv"
    omar = browser(swede)
    paper = scene.paper("report.pdf", [DEHP, VIETNAM])
    scene.submit()
    dehp, vietnam = scene.flags(paper)
    page = omar.get(path(dehp)).text
    assert {"Vad orden handlar om", "CAS-nummer", "Andel, högst"} <= set(labels(page))
    assert filled_in(page)["pct_min"] == "0,25"
    page = omar.post(path(dehp), data=filled_in(page) | {"pct_max": "0,2"}).text
    assert "Den övre gränsen kan inte ligga under den nedre." in errors(page)["pct_max"]
    sent = filled_in(omar.get(path(vietnam)).text) | {"country": "Sydkorea"}
    omar.post(path(vietnam), data=sent)
    (made,) = decisions(scene)
    assert made.correction is not None
    assert made.correction["value"] == {"country": "KR"}
    # It is filled in with what the person says, the next time.
    assert filled_in(omar.get(path(vietnam)).text)["country"] == "Sydkorea"


def test_the_slower_hand_sees_what_it_typed_and_can_save_over(
    karin: TestClient, scene: Scene
) -> None:
    paper = scene.paper("report.pdf", [DEHP])
    scene.submit()
    (dehp,) = scene.flags(paper)
    sent = filled_in(karin.get(path(dehp)).text) | {"stance": "hedged"}
    decide(scene, scene.omar, dehp, "confirmed", now=LATER)
    page = karin.post(path(dehp), data=sent)
    assert page.status_code == 409
    assert "Someone else decided this flag meanwhile" in page.text
    assert filled_in(page.text)["stance"] == "hedged"
    assert karin.post(path(dehp), data=filled_in(page.text)).status_code == 303
    assert {each.decision for each in decisions(scene)} == {"confirmed", "corrected"}


def test_colleagues_and_strangers_get_no_form(browser: Browser, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    (flag,) = scene.flags(paper)
    sent = {"topic": "LAB.WAGE", "stance": "denied", "bearing": "risk", "fields_of": "LAB.WAGE"}

    def refused(actor: Actor) -> bool:
        client = browser(actor)
        replies = (client.get(path(flag)), client.post(path(flag), data=sent))
        assert all(PASSPORTS.words not in reply.text for reply in replies)
        return all(reply.status_code in (403, 404) for reply in replies)

    # Of a draft, not even the buyer's reviewer.
    assert refused(scene.karin)
    scene.submit()
    assert all(refused(actor) for actor in scene.others())
    assert decisions(scene) == []
    assert browser(scene.omar).post(path(flag), data=sent).status_code == 303


def test_a_flag_of_another_paper_has_no_form_here(karin: TestClient, scene: Scene) -> None:
    paper = scene.paper("report.pdf", [PASSPORTS])
    other = scene.paper("other.pdf", [HOURS], at="T-02")
    scene.submit()
    (flag,) = scene.flags(paper)
    assert karin.get(f"/review/documents/{other}/flags/{flag.id}/correction").status_code == 404


def test_what_a_person_corrected_is_marked_where_it_meets_the_answers(
    karin: TestClient, scene: Scene
) -> None:
    lapsed = Says("SA8000 until 2021-05-31", "CERT", value={"valid_to": "2021-05-31"})
    paper = scene.paper("certificate.pdf", [lapsed])
    scene.submit()
    (flag,) = scene.flags(paper)
    with scene.world.as_worker() as db:
        findings.refresh(db, scene.assessment, now=LATER)
    page = f"/review/assessments/{scene.assessment}"
    assert "corrected by" not in karin.get(page).text
    sent = filled_in(karin.get(path(flag)).text) | {"standard": "SA8000"}
    karin.post(path(flag), data=sent)
    assert "corrected by Karin Ek" in karin.get(page).text
