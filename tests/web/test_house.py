"""The house's own pages: which workers are heard of, and what their machines lack."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from rq import Queue, Worker
from starlette.testclient import TestClient

from portal.domain.access import Role
from portal.services import health
from portal.services.health import Report
from portal.settings import read_settings
from portal.web.app import create_app
from tests.clamd import Daemon
from tests.web.conftest import Browser
from tests.world import World


@pytest.fixture
def reading_on_ada(redis_url: str) -> Iterator[None]:
    """A worker of the queue ``read`` that lives on a machine called ada."""
    with redis.Redis.from_url(redis_url) as connection:
        worker = Worker([Queue("read", connection=connection)], connection=connection)
        worker.hostname = "ada"
        worker.register_birth()  # type: ignore[no-untyped-call] # rq has no types here
        yield
        worker.register_death()  # type: ignore[no-untyped-call] # as above


def told(world: World, **lacking: tuple[str, ...]) -> None:
    for queue, host in (("read", "ada"), ("read", "gone"), ("ocr", "ada")):
        report = Report(
            queue=queue,
            host=host,
            walls_missing=lacking.get("walls", ()),
            programs_missing=lacking.get("programs", ()),
        )
        with world.as_worker() as db:
            health.tell(db, report, now=dt.datetime.now(dt.UTC))


def page(world: World, browser: Browser, language: str = "en") -> str:
    person = world.person(world.buyer(), Role.ADMINISTRATOR, language=language)
    reply = browser(person).get("/health")
    assert reply.status_code == 200
    return reply.text


def test_workers_that_are_not_heard_of_are_told(world: World, browser: Browser) -> None:
    assert page(world, browser).count("is not heard of") == 6
    assert page(world, browser, "sv").count("hörs inte av") == 6
    assert "Machines that open papers" not in page(world, browser)


@pytest.mark.usefixtures("reading_on_ada")
def test_only_machines_whose_worker_lives_are_shown(world: World, browser: Browser) -> None:
    told(world)
    shown = page(world, browser)
    assert shown.count("is not heard of") == 5
    assert shown.count("· ada") == 1
    assert "gone" not in shown
    assert "the sandbox is whole" in shown


@pytest.mark.usefixtures("reading_on_ada")
def test_what_a_machine_lacks_is_named_in_both_languages(world: World, browser: Browser) -> None:
    told(world)
    told(world, walls=("landlock", "seccomp"), programs=("LibreOffice",))
    shown = page(world, browser)
    assert "the sandbox lacks landlock, seccomp" in shown
    assert "not installed: LibreOffice" in shown
    assert "sandlådan saknar landlock, seccomp" in page(world, browser, "sv")


def test_the_health_page_tells_what_the_storage_lacks(
    world: World, browser: Browser, files: Path
) -> None:
    files.chmod(0o755)
    assert "chmod 700" in page(world, browser)
    files.chmod(0o700)
    assert "chmod 700" not in page(world, browser)


def test_the_health_page_tells_how_the_virus_scanner_is(
    world: World, environment: dict[str, str], clamd: Daemon
) -> None:
    token = world.session(world.person(world.buyer(), Role.ADMINISTRATOR))

    def health(more: dict[str, str]) -> str:
        with TestClient(create_app(read_settings(environment | more))) as client:
            client.cookies.set("underlag", token)
            return client.get("/health").text

    assert "not set up" in health({})
    there = {"UNDERLAG_CLAMD": clamd.scanner.address}
    assert "ClamAV 1." in health(there)
    clamd.server.stop()
    assert "does not answer at UNDERLAG_CLAMD" in health(there)
