"""What strangers and other sites cannot do, and what every page carries."""

import json

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.data.session import connect, refuse_superuser
from portal.data.tables import User
from portal.domain.access import Role
from portal.errors import Misconfigured
from portal.settings import read_settings
from portal.web.app import create_app
from tests.database import Database
from tests.web.conftest import Browser
from tests.world import PASSWORD, World


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://testserver"}, 303),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_may_send(app: Starlette, headers: dict[str, str], code: int) -> None:
    with TestClient(app, base_url="http://testserver", follow_redirects=False) as client:
        assert client.post("/sign-out", headers=headers).status_code == code
        assert client.get("/sign-in", headers=headers).status_code == 200


def test_every_reply_carries_the_headers(browser: Browser) -> None:
    client = browser(None)
    for path in (
        "/sign-in",
        "/no-such-page",
        "/healthz",
        "/static/css/base.css",
        "/static/none.css",
    ):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        kept = "no-cache" if path.startswith("/static/") else "private, no-store"
        assert headers["cache-control"] == kept
        assert len(headers["x-request-id"]) == 12


def test_a_style_sheet_is_asked_for_again_and_not_sent_again(browser: Browser) -> None:
    client = browser(None)
    first = client.get("/static/css/tokens.css")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/static/css/tokens.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_no_page_has_inline_script_or_style(world: World, browser: Browser) -> None:
    client = browser(world.person(world.buyer(), Role.PLANNER, Role.ADMINISTRATOR))
    for path in ("/campaigns", "/campaigns/new", "/settings", "/colleagues", "/mail", "/health"):
        page = client.get(path).text
        assert "style=" not in page
        assert "onclick" not in page
        assert "<script>" not in page


def test_an_unknown_host_is_refused(browser: Browser) -> None:
    assert browser(None).get("/sign-in", headers={"Host": "evil.example"}).status_code == 400


def test_an_unexpected_error_gives_a_reference_that_the_log_has_too(
    app: Starlette, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(request: Request) -> None:
        raise ZeroDivisionError(request.query_params["typed"])

    app.router.routes.insert(0, Route("/fall", fall))
    with TestClient(app, base_url="http://testserver", raise_server_exceptions=False) as client:
        page = client.get("/fall?typed=secret+detail")
    assert page.status_code == 500
    assert "secret detail" not in page.text
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    [unexpected] = [line for line in lines if line["event"] == "unexpected"]
    assert unexpected["reference"] in page.text
    # Where and what, never the words: a database's words quote the row that did not fit.
    assert "in fall" in unexpected["exception"]
    assert "ZeroDivisionError" in unexpected["exception"]
    assert "secret detail" not in unexpected["exception"]


def test_the_log_holds_no_token_of_an_invitation(
    browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    client = browser(None)
    client.get("/invitation/a-token-of-someone")
    client.post("/invitation/a-token-of-someone", headers={"Sec-Fetch-Site": "cross-site"})
    log = capsys.readouterr().out
    assert {json.loads(line)["path"] for line in log.splitlines() if "path" in line} == {
        "/invitation/…"
    }
    assert "a-token-of-someone" not in log


def test_over_tls_every_cookie_goes_over_tls_alone(
    environment: dict[str, str], world: World
) -> None:
    settings = read_settings(environment | {"UNDERLAG_BASE_URL": "https://testserver"})
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True)
    with TestClient(
        create_app(settings),
        base_url="https://testserver",
        headers={"Sec-Fetch-Site": "same-origin"},
        follow_redirects=False,
    ) as client:
        typed = {"email": world.email(anna), "password": PASSWORD}
        session = client.post("/sign-in", data=typed)
        language = client.post("/language", data={"language": "en", "next": "/"})
    for reply, name in ((session, "__Host-underlag"), (language, "language")):
        cookie = reply.headers["set-cookie"]
        assert cookie.startswith(f"{name}=")
        assert {"Secure", "HttpOnly"} <= {part.strip() for part in cookie.split(";")}
        assert "max-age=63072000" in reply.headers["strict-transport-security"]


def test_a_form_larger_than_a_form_is_refused_before_it_is_read(browser: Browser) -> None:
    big = {"email": "a" * (3 * 2**20), "password": "x"}
    assert browser(None).post("/sign-in", data=big).status_code == 413


def test_the_start_is_refused_with_a_role_that_ignores_the_policies(database: Database) -> None:
    refused = {}
    for url in (database.superuser_url, database.owner_url, database.app_url, database.worker_url):
        engine = connect(url, pool_size=1)
        try:
            refuse_superuser(engine)
            refused[url] = False
        except Misconfigured:
            refused[url] = True
        engine.dispose()
    assert list(refused.values()) == [True, True, False, False]


def test_production_refuses_the_demonstration_s_secret(environment: dict[str, str]) -> None:
    production = environment | {
        "UNDERLAG_MODE": "production",
        "UNDERLAG_BASE_URL": "https://underlag.example",
    }
    with pytest.raises(Misconfigured, match="SECRET_KEY"):
        read_settings(production)
    settings = read_settings(production | {"UNDERLAG_SECRET_KEY": "k" * 40})
    assert settings.secure


def test_every_fault_of_the_settings_is_named_at_once() -> None:
    with pytest.raises(Misconfigured) as faults:
        read_settings({"UNDERLAG_MODE": "demo", "UNDERLAG_SESSION_HOURS": "many"})
    for name in ("DATABASE_URL", "REDIS_URL", "FILES", "SECRET_KEY", "SESSION_HOURS"):
        assert f"UNDERLAG_{name}" in str(faults.value)


@pytest.mark.parametrize("address", ["clamd:3310", "tcp:clamd", "unix:clamd.ctl", "tcp:a:b"])
def test_a_scanner_s_address_that_is_none_stops_the_start(
    environment: dict[str, str], address: str
) -> None:
    for good in ("unix:/run/clamav/clamd.ctl", "tcp:clamd:3310", "tcp:[::1]:3310"):
        assert read_settings(environment | {"UNDERLAG_CLAMD": good}).clamd == good
    with pytest.raises(Misconfigured, match="UNDERLAG_CLAMD"):
        read_settings(environment | {"UNDERLAG_CLAMD": address})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FILES", "s3://"),
        ("FILES", "s3://Under Lag"),
        ("S3_ENDPOINT", "https://s3.example.org"),
        ("S3_ENDPOINT", "s3.example.org/papers"),
        ("S3_ENDPOINT", ""),
    ],
)
def test_a_storage_that_cannot_be_one_stops_the_start(
    environment: dict[str, str], name: str, value: str
) -> None:
    bucket = environment | {
        "UNDERLAG_FILES": "s3://underlag",
        "UNDERLAG_S3_ENDPOINT": "s3.example.org:9000",
        "UNDERLAG_S3_ACCESS_KEY": "key",
        "UNDERLAG_S3_SECRET_KEY": "not to be told",
    }
    read_settings(bucket)
    with pytest.raises(Misconfigured, match=f"UNDERLAG_{name}") as fault:
        read_settings(bucket | {f"UNDERLAG_{name}": value})
    assert "not to be told" not in str(fault.value)


def test_production_refuses_the_demonstration_s_accounts(
    world: World, environment: dict[str, str]
) -> None:
    production = read_settings(
        environment
        | {
            "UNDERLAG_MODE": "production",
            "UNDERLAG_BASE_URL": "https://underlag.example",
            "UNDERLAG_SECRET_KEY": "k" * 40,
        }
    )
    with TestClient(create_app(production), base_url="https://underlag.example") as client:
        assert client.get("/healthz").status_code == 200
    anna = world.person(world.supplier(), Role.SUPPLIER_EDITOR)
    with world.as_owner() as db:
        row = db.get_one(User, anna.user_id)
        row.email = "anna@lindmarktextil.example"
    with pytest.raises(Misconfigured), TestClient(create_app(production)):
        pass
