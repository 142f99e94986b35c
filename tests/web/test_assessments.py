"""The supplier's requests as pages: home, tasks, check, sending, receipt; in both languages."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy import insert, update
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.services import answers, documents
from portal.services.answers import Typed
from portal.services.documents import Received
from tests.web.conftest import Browser
from tests.world import NOW, World, complete_small


@pytest.fixture
def buyer(world: World) -> UUID:
    return world.buyer()


@pytest.fixture
def asked(world: World, anna: Actor, buyer: UUID) -> UUID:
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(days=10)
    return world.assessment(buyer, anna.organisation_id, due_at=soon)


def complete(world: World, actor: Actor, asked: UUID) -> UUID:
    """Everything answered, one paper laid."""
    with world.as_owner() as db:
        db.execute(
            update(tables.Assessment).where(tables.Assessment.id == asked).values(state="opened")
        )
    typed = [Typed(question, value, 0) for question, value in complete_small().items()]
    with world.as_(actor) as db:
        answers.save(db, actor, asked, typed, now=NOW)
        paper = Received("policy.pdf", "a" * 64, 100)
        return documents.attach(db, actor, asked, "T-01", paper, now=NOW).document_id


def test_the_home_page_says_who_asks_until_when_and_how_far_it_has_come(
    client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    page = client.get("/").text
    assert "Requests to Lindmark Textil AB" in page
    assert "Due soon" in page
    assert "Region Mälarbygden" in page
    assert "10 days left" in page
    assert "0 of 8 answered" in page
    assert f'href="/assessments/{asked}"' in page


def test_requests_lie_in_the_group_they_belong_to(
    client: TestClient, world: World, anna: Actor, buyer: UUID
) -> None:
    far = dt.datetime.now(dt.UTC) + dt.timedelta(days=200)
    for state in ("opened", "submitted", "accepted", "assessed", "withdrawn"):
        world.assessment(buyer, anna.organisation_id, state=state, due_at=far, title=f"A {state}")
    page = client.get("/").text
    order = ["Later", "A opened", "With the reviewer", "A submitted", "A accepted", "Finished"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert page.index("Finished") < page.index("A assessed")


def test_an_empty_home_page_says_what_will_come(client: TestClient) -> None:
    assert "No requests yet" in client.get("/").text


def test_proof_that_lapses_stands_on_the_home_page(
    client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    document = complete(world, anna, asked)
    with world.as_owner() as db:
        db.execute(
            insert(tables.Flag).values(
                id=document,
                document_id=document,
                supplier_id=anna.organisation_id,
                key="k",
                place="k",
                page=1,
                start=0,
                end=1,
                quote="valid until 2026-12-01",
                topic="CERT",
                stance="affirmed",
                bearing="support",
                value={"standard": "SA8000", "valid_to": "2020-12-01"},
                score=0.9,
                rule="X",
                pack="en",
                cues=[],
                boxes=[],
                rules_version="1",
            )
        )
    page = client.get("/").text
    assert "SA8000" in page
    assert "the document says that it was valid until" in page
    assert "1 answer rests on it." in page


def test_the_first_look_opens_the_request_and_lists_its_parts(
    client: TestClient, world: World, asked: UUID
) -> None:
    page = client.get(f"/assessments/{asked}").text
    assert "First (en)" in page
    assert "Second (en)" in page
    assert "Not started" in page
    assert world.rows(tables.Assessment)[0].state == "opened"


def test_what_is_left_is_named_and_linked_when_it_is_sent_too_early(
    client: TestClient, world: World, asked: UUID
) -> None:
    client.get(f"/assessments/{asked}")
    sent = client.post(f"/assessments/{asked}/submit")
    assert sent.status_code == 422
    assert "<title>Error:" in sent.text
    assert "It has not been sent yet" in sent.text
    assert f'href="/assessments/{asked}/sections/S1?back=check#q-T-01"' in sent.text
    assert world.rows(tables.Submission) == []


def test_complete_answers_are_sent_once_however_often_the_button_is_pressed(
    client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    complete(world, anna, asked)
    check = client.get(f"/assessments/{asked}/check").text
    assert "Send to Region Mälarbygden" in check
    assert "policy.pdf" in check
    assert "Genom årlig genomgång." in check
    for _ in range(2):
        sent = client.post(f"/assessments/{asked}/submit")
        assert sent.status_code == 303
        assert sent.headers["location"] == f"/assessments/{asked}/receipt?notice=submitted"
    receipt = client.get(sent.headers["location"]).text
    (submission,) = world.rows(tables.Submission)
    assert submission.content_hash in receipt
    assert "Your answers have been sent." in receipt
    assert "Genom årlig genomgång." in receipt
    tasks = client.get(f"/assessments/{asked}")
    assert tasks.headers["location"] == f"/assessments/{asked}/receipt"


def test_after_sending_the_answers_are_locked_and_say_why(
    client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    complete(world, anna, asked)
    client.post(f"/assessments/{asked}/submit")
    for path in ("sections/S1", "check"):
        page = client.get(f"/assessments/{asked}/{path}")
        assert page.status_code == 403
        assert "answers and evidence are locked" in page.text


def test_a_returned_request_says_so_and_can_be_sent_again(
    client: TestClient, world: World, anna: Actor, asked: UUID
) -> None:
    complete(world, anna, asked)
    client.post(f"/assessments/{asked}/submit")
    with world.as_owner() as db:
        db.execute(update(tables.Assessment).values(state="returned"))
    assert "Returned to be completed" in client.get("/").text
    assert "has returned your answers" in client.get(f"/assessments/{asked}").text
    assert "Go on with your answers" in client.get(f"/assessments/{asked}/receipt").text
    assert client.post(f"/assessments/{asked}/submit").status_code == 303
    assert [row.number for row in world.rows(tables.Submission)] == [1, 2]


def test_what_the_papers_say_stands_beside_the_answers(
    client: TestClient, world: World, anna: Actor, asked: UUID, buyer: UUID
) -> None:
    document = complete(world, anna, asked)
    with world.as_owner() as db:
        for kind, quote, paper in (
            ("contradiction", "ingen policy är beslutad", document),
            ("gap", "", None),
            ("declaration_gap", "certifierade enligt ISO 14001", document),
        ):
            db.execute(
                insert(tables.Finding).values(
                    assessment_id=asked,
                    supplier_id=anna.organisation_id,
                    buyer_id=buyer,
                    rule="FX",
                    kind=kind,
                    question_id="T-01",
                    document_id=paper,
                    page=2 if paper else None,
                    quote=quote,
                    values={
                        "sentence": f"The sentence of {kind}.",
                        "said": {} if kind == "declaration_gap" else {"adopted": "yes"},
                        "more": 2,
                    },
                )
            )
    page = client.get(f"/assessments/{asked}/check").text
    assert "ingen policy är beslutad" in page
    assert "The document says" in page
    assert f"/documents/{document}?page=2" in page
    assert "2 more statements in the same paper say so." in page
    assert page.count('<p class="quote-missing">Not answered</p>') == 1, "it is nobody's words"
    assert page.index("What your papers do not mention") < page.index("What you could have claimed")


PATHS = ("", "/sections/S1", "/check", "/receipt")


def test_colleagues_see_what_strangers_and_buyers_do_not(
    browser: Browser, world: World, anna: Actor, asked: UUID, buyer: UUID
) -> None:
    colleague = browser(world.person(anna.organisation_id, Role.SUPPLIER_ADMINISTRATOR))
    assert colleague.get(f"/assessments/{asked}").status_code == 200
    assert colleague.get(f"/assessments/{asked}/sections/S1").status_code == 200
    strangers = [
        world.person(world.supplier("Nordhav Kemi AB"), Role.SUPPLIER_ADMINISTRATOR),
        world.person(buyer, Role.REVIEWER),
        world.person(buyer, Role.PLANNER),
        world.person(buyer, Role.ADMINISTRATOR),
    ]
    for stranger in strangers:
        client = browser(stranger)
        for path in PATHS:
            page = client.get(f"/assessments/{asked}{path}")
            assert page.status_code == 404, (stranger.roles, path)
            assert "Region Mälarbygden</p>" not in page.text.replace(
                f"{stranger.organisation_name}</p>", ""
            )
        assert client.post(f"/assessments/{asked}/submit").status_code == 404


def test_nobody_signed_in_is_led_to_the_door(browser: Browser, asked: UUID) -> None:
    client = browser(None)
    for path in PATHS:
        page = client.get(f"/assessments/{asked}{path}")
        assert page.status_code == 303
        assert page.headers["location"].startswith("/sign-in?next=/assessments/")


def test_every_page_is_swedish_to_one_who_reads_swedish(
    browser: Browser, world: World, anna: Actor, asked: UUID
) -> None:
    svea = world.person(anna.organisation_id, Role.SUPPLIER_EDITOR, language="sv")
    client = browser(svea)
    english = ("Save and continue", "Check", "Evidence", "Why we ask", "days left", "answered",
               "Attach", "Due soon", "Not started", "Send to", "Sent by", "Your papers"
               )  # fmt: skip
    pages = {path: client.get(f"/assessments/{asked}{path}") for path in ("", "/sections/S1",
             "/sections/S2", "/check")}  # fmt: skip
    pages["home"] = client.get("/")
    complete(world, anna, asked)
    client.post(f"/assessments/{asked}/submit")
    pages["receipt"] = client.get(f"/assessments/{asked}/receipt")
    pages["documents"] = client.get("/documents")
    for path, page in pages.items():
        assert page.status_code == 200, path
        assert '<html lang="sv">' in page.text
        shown = page.text.replace("(en)", "")
        for words in english:
            assert words not in shown, (path, words)
    assert "10 dagar kvar" in pages["home"].text
    assert "Spara och fortsätt" in pages["/sections/S1"].text
