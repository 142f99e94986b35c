"""One house and one browser for all tests here; each test has a window of its own."""

import shutil
from collections.abc import Callable, Iterator

import pytest
import redis
from playwright.sync_api import Browser, expect, sync_playwright

from portal import embedded
from portal.children import unprivileged
from tests.browser.house import House, a_house
from tests.browser.windows import PATIENCE, Windows
from tests.database import Database

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="package")
def house(
    servers: embedded.Servers,
    new_database: Callable[[], Database],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    """The demonstration's house with its story, all papers read and flagged.

    It ends with the package: the other tests empty the queue's server as they like.
    """
    with redis.Redis.from_url(servers.redis_url) as client:
        client.flushall()
    place = tmp_path_factory.mktemp("house")
    with a_house(servers, database=new_database().name, place=place) as house:
        house.wait_until_read()
        yield house


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The distribution's browser; without one the tests fail, for they would show nothing."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "No browser on this machine. On Debian and Ubuntu: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=list(QUIET),
            # As root, Chromium has no sandbox of its own.
            chromium_sandbox=not unprivileged(),
        )
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def windows(house: House, chromium: Browser) -> Windows:
    """Windows of the browser at the house; who signs in once stays so for later windows."""
    return Windows(house, chromium)
