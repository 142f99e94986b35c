"""A browser without a screen, at a portal on this test's servers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID

import pytest
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from portal.data import tables
from portal.domain.access import Actor, Role
from portal.settings import Settings
from portal.web.app import create_app
from tests.desk import Scene
from tests.world import World

Browser = Callable[[Actor | None], TestClient]

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def app(settings: Settings) -> Starlette:
    """The application on this test's database, queue and folder."""
    return create_app(settings)


@pytest.fixture
def browser(app: Starlette, world: World) -> Iterator[Browser]:
    """``browser(actor)`` is a client signed in as the actor, or as nobody."""
    with ExitStack() as clients:

        def at(actor: Actor | None) -> TestClient:
            client = clients.enter_context(
                TestClient(
                    app,
                    base_url="http://testserver",
                    headers={"Sec-Fetch-Site": "same-origin"},
                    follow_redirects=False,
                    raise_server_exceptions=False,
                )
            )
            if actor is not None:
                client.cookies.set("underlag", world.session(actor))
            return client

        yield at


@pytest.fixture
def anna(world: World) -> Actor:
    """An editor at a supplier."""
    return world.person(world.supplier(), Role.SUPPLIER_EDITOR, password=True)


@pytest.fixture
def asked(world: World, anna: Actor) -> UUID:
    """An assessment that Anna's firm is asked for."""
    return world.assessment(world.buyer(), anna.organisation_id)


@pytest.fixture
def client(browser: Browser, anna: Actor) -> TestClient:
    """Anna's browser."""
    return browser(anna)


@pytest.fixture
def document(client: TestClient, world: World, asked: UUID) -> UUID:
    """A paper of Anna's firm, not read yet."""
    client.post(
        f"/assessments/{asked}/evidence/T-01",
        files=[("files-T-01", ("prövning åäö.pdf", PDF))],
        headers={"X-Fragment": "1"},
    )
    return UUID(str(world.rows(tables.Document)[0].id))


def set_document(world: World, **values: object) -> None:
    """Let every document of a world stand as told."""
    with world.as_owner() as db:
        db.execute(update(tables.Document).values(**values))


@pytest.fixture
def karin(browser: Browser, scene: Scene) -> TestClient:
    """A reviewer's browser."""
    return browser(scene.karin)
