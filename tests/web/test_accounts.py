"""Signing in and out, invitations, settings and colleagues, as people meet them."""

import datetime as dt
import re
from dataclasses import replace

from sqlalchemy import update
from starlette.applications import Starlette

from portal.data.tables import Invitation, Notification, Session, User
from portal.domain.access import Actor, Role
from portal.services import invitations
from portal.services.invitations import NewInvitation, Sender
from portal.settings import DEMO_SECRET
from tests.web.conftest import Browser
from tests.world import PASSWORD, World


def _planner(world: World) -> Actor:
    return world.person(world.buyer(), Role.PLANNER, Role.ADMINISTRATOR)


def test_a_wrong_password_and_an_unknown_address_get_the_same_sentence(
    world: World, browser: Browser
) -> None:
    known = world.email(world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True))
    client = browser(None)
    sentences = set()
    for email in (known, "nobody@example.se"):
        page = client.post("/sign-in", data={"email": email, "password": "wrong wrong wrong"})
        assert page.status_code == 422
        assert email in page.text
        sentences.add(re.search(r'id="f-email-error".*?</p>', page.text, re.DOTALL)[0])  # type: ignore[index]  # it is there
    assert len(sentences) == 1


def test_signing_out_ends_the_session_for_a_copied_cookie_too(
    world: World, browser: Browser
) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True)
    client = browser(None)
    reply = client.post("/sign-in", data={"email": world.email(anna), "password": PASSWORD})
    assert (reply.status_code, reply.headers["location"]) == (303, "/")
    copied = client.cookies["underlag"]
    assert client.get("/settings").status_code == 200
    client.post("/sign-out")
    thief = browser(None)
    thief.cookies.set("underlag", copied)
    assert thief.get("/settings").headers["location"].startswith("/sign-in")


def test_too_many_tries_at_one_account_are_told_to_wait(world: World, browser: Browser) -> None:
    email = world.email(world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True))
    client = browser(None)
    codes = [
        client.post("/sign-in", data={"email": email, "password": "x"}).status_code
        for _ in range(11)
    ]
    assert codes[:10] == [422] * 10
    assert codes[10] == 429


def test_nobody_is_led_to_another_site_after_signing_in(world: World, browser: Browser) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True)
    for away in ("https://evil.example", "//evil.example", "/\\evil.example"):
        reply = browser(None).post(
            "/sign-in", data={"email": world.email(anna), "password": PASSWORD, "next": away}
        )
        assert reply.headers["location"] == "/"


def test_what_was_typed_when_the_session_ended_is_sent_after_signing_in_again(
    world: World, browser: Browser
) -> None:
    anna = world.person(world.buyer(), Role.ADMINISTRATOR, password=True, language="en")
    client = browser(None)
    typed = {"email": "new@example.se", "name": "Nils Ny", "roles": ["reviewer", "planner"]}
    ended = client.post("/colleagues", data=typed, headers={"Accept-Language": "en"})
    assert ended.status_code == 401
    fields = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', ended.text))
    assert fields["name"] == "Nils Ny"
    form = {
        **{k: v for k, v in typed.items() if k != "email"},
        "email": world.email(anna),
        "password": PASSWORD,
        "next": "/colleagues",
    }
    resumed = client.post("/sign-in", data=form)
    assert resumed.status_code == 200
    assert "Nils Ny" in resumed.text
    assert resumed.text.count('name="roles"') == 2


def _invitation(world: World, browser: Browser, inviter: Actor, email: str) -> str:
    sent = browser(inviter).post(
        "/colleagues", data={"email": email, "name": "Nils Ny", "roles": "reviewer"}
    )
    assert sent.headers["location"] == "/colleagues?notice=invited"
    [mail] = world.rows(Notification, address=email)
    assert "/invitation/" not in mail.text
    return str(mail.secret).removeprefix("http://testserver")


def test_an_invitation_makes_one_account_and_signs_in(world: World, browser: Browser) -> None:
    link = _invitation(world, browser, _planner(world), "nils@example.se")
    client = browser(None)
    assert "nils@example.se" in client.get(link).text
    assert world.rows(User, email="nils@example.se") == []
    weak = client.post(link, data={"name": "Nils Ny", "password": "short"})
    assert weak.status_code == 422
    assert "Nils Ny" in weak.text
    done = client.post(link, data={"name": "Nils Ny", "password": PASSWORD})
    assert done.status_code == 303
    assert client.get("/settings").status_code == 200
    assert [user.roles for user in world.rows(User, email="nils@example.se")] == [["reviewer"]]


def test_a_used_an_expired_and_an_unknown_invitation_each_say_so(
    world: World, browser: Browser
) -> None:
    planner = _planner(world)
    used = _invitation(world, browser, planner, "used@example.se")
    browser(None).post(used, data={"name": "Nils Ny", "password": PASSWORD})
    expired = _invitation(world, browser, planner, "late@example.se")
    with world.as_owner() as db:
        db.execute(
            update(Invitation)
            .where(Invitation.email == "late@example.se")
            .values(ends_at=dt.datetime.now(dt.UTC))
        )
    client = browser(None)
    swedish = {
        used: "har redan använts",
        expired: "har gått ut",
        "/invitation/no-such-token": "inte känd här",
    }
    for link, words in swedish.items():
        page = client.get(link)
        assert page.status_code == 404
        assert words in page.text


def test_a_planner_reads_the_link_of_an_invitation_in_the_demonstration_only(
    world: World, browser: Browser, app: Starlette
) -> None:
    planner = _planner(world)
    _invitation(world, browser, planner, "nils@example.se")
    [mail] = world.rows(Notification, address="nils@example.se")
    client = browser(planner)
    assert mail.secret in client.get(f"/mail/{mail.id}").text
    house = app.state.house
    app.state.house = replace(house, settings=replace(house.settings, mode="production"))
    page = client.get(f"/mail/{mail.id}")
    assert page.status_code == 200
    assert mail.secret not in page.text


def test_a_buyer_s_invitation_opens_no_supplier_that_has_people(
    world: World, browser: Browser
) -> None:
    planner, supplier = _planner(world), world.supplier()
    new = NewInvitation(
        organisation_id=supplier,
        buyer_id=planner.organisation_id,
        email="planner.herself@example.se",
        name="",
        roles=(Role.SUPPLIER_ADMINISTRATOR,),
        language="en",
    )
    sender = Sender(DEMO_SECRET, "http://testserver")
    with world.as_(planner) as db:
        invitations.invite(db, planner, new, sender, now=dt.datetime.now(dt.UTC))
    [mail] = world.rows(Notification, address=new.email)
    token = str(mail.secret).rpartition("/")[2]
    client = browser(None)
    assert client.get(f"/invitation/{token}").status_code == 200
    world.person(supplier, Role.SUPPLIER_EDITOR)
    typed = {"name": "Karin", "password": PASSWORD}
    for reply in (
        client.get(f"/invitation/{token}"),
        client.post(f"/invitation/{token}", data=typed),
    ):
        assert reply.status_code == 404
        assert "har redan personer här" in reply.text
    assert world.rows(User, email="planner.herself@example.se") == []


def test_the_language_follows_the_person(world: World, browser: Browser) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR, language="en")
    client = browser(anna)
    assert '<html lang="en">' in client.get("/settings").text
    client.post("/language", data={"language": "sv", "next": "/settings"})
    page = browser(anna).get("/settings").text
    assert '<html lang="sv">' in page
    assert "Dina inställningar" in page


def test_access_that_was_taken_away_ends_at_once(world: World, browser: Browser) -> None:
    buyer = world.buyer()
    boss = world.person(buyer, Role.ADMINISTRATOR, name="Berit Boss")
    other = world.person(buyer, Role.REVIEWER, name="Olle Other")
    client = browser(other)
    assert client.get("/settings").status_code == 200
    assert browser(boss).post(f"/colleagues/{other.user_id}/disable").status_code == 303
    assert client.get("/settings").status_code == 303
    itself = browser(boss).post(f"/colleagues/{boss.user_id}/disable")
    assert itself.status_code == 422


def test_a_stranger_s_colleague_cannot_be_disabled(world: World, browser: Browser) -> None:
    boss = world.person(world.buyer(), Role.ADMINISTRATOR)
    stranger = world.person(world.buyer("Norrsunda kommun"), Role.REVIEWER)
    assert browser(boss).post(f"/colleagues/{stranger.user_id}/disable").status_code == 404
    assert world.rows(User, id=stranger.user_id)[0].disabled_at is None


def test_a_session_s_row_holds_no_token(world: World, browser: Browser) -> None:
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
    token = world.session(anna)
    [row] = world.rows(Session)
    assert token.encode() not in row.token_hash
    assert len(row.token_hash) == 32
