"""Real servers for the tests: one PostgreSQL and one Redis a run, one database a test."""

import itertools
import socket
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import redis
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from psycopg import sql

from portal import embedded
from portal.data.files import files_at, prepare
from portal.settings import S3, Settings, read_settings
from tests import ceph
from tests import clamd as clamav
from tests.database import Database
from tests.desk import Scene
from tests.world import World

# A loaded machine is no fault of the code: no time limits, also not those of Hypothesis.
hypothesis_settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("untimed")


@pytest.fixture(scope="session")
def servers() -> Iterator[embedded.Servers]:
    """PostgreSQL and Redis for the whole run; a power cut may lose what tests wrote."""
    folder = Path(tempfile.mkdtemp(prefix="underlag-tests-"))
    try:
        with embedded.servers(folder, durable=False) as running:
            yield running
    finally:
        embedded.erase(folder)


@pytest.fixture(scope="session")
def new_database(servers: embedded.Servers) -> Callable[[], Database]:
    """Make a migrated database, as often as wanted: a copy of one that was migrated once."""
    from portal.data.session import migrate  # only the tests that need a database pay for it

    numbers = itertools.count(1)
    template = _named(servers, "migrated")
    _administer(servers, "CREATE DATABASE {} OWNER owner", template.name)
    migrate(template.owner_url)

    def make() -> Database:
        database = _named(servers, f"test_{next(numbers)}")
        # Copying files is the quickest way where nothing is flushed to the disk.
        _administer(
            servers,
            "CREATE DATABASE {} OWNER owner TEMPLATE {} STRATEGY FILE_COPY",
            database.name,
            template.name,
        )
        return database

    return make


@pytest.fixture
def database(servers: embedded.Servers, new_database: Callable[[], Database]) -> Iterator[Database]:
    """A migrated, empty database for one test, which may commit and open many sessions."""
    database = new_database()
    yield database
    _administer(servers, "DROP DATABASE {} WITH (FORCE)", database.name)


@pytest.fixture
def world(database: Database) -> Iterator[World]:
    """An empty world on this test's database."""
    world = World(database)
    yield world
    world.close()


@pytest.fixture
def scene(world: World) -> Scene:
    """A supplier that has answered and not submitted, and the buyer's reviewers."""
    return Scene(world)


@pytest.fixture
def redis_url(servers: embedded.Servers) -> str:
    """An emptied Redis."""
    with redis.Redis.from_url(servers.redis_url) as client:
        client.flushall()
    return servers.redis_url


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """An empty folder for objects."""
    folder = tmp_path / "files"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(scope="session")
def gateway() -> Iterator[ceph.Gateway]:
    """A real S3 server for the whole run, started by the first test that needs it."""
    with ceph.gateway() as running:
        yield running


@pytest.fixture
def bucket(gateway: ceph.Gateway) -> Iterator[S3]:
    """An empty bucket on the real S3 server."""
    place = gateway.bucket(f"tests-{uuid4().hex[:12]}")
    prepare(place)
    yield place
    store = files_at(place)
    for key, _size in list(store.keys()):
        store.delete(key)  # the server keeps everything in memory


@pytest.fixture
def clamd() -> Iterator[clamav.Daemon]:
    """A real virus scanner, which a test may stop and start again."""
    with clamav.daemon() as running:
        yield running


@pytest.fixture
def environment(
    servers: embedded.Servers, database: Database, redis_url: str, files: Path
) -> dict[str, str]:
    """The environment of a process that lives on this test's database, queue and folder."""
    own = servers.environment(files=files, base_url="http://testserver", database=database.name)
    return own | {"UNDERLAG_REDIS_URL": redis_url}


@pytest.fixture
def settings(environment: dict[str, str]) -> Settings:
    """The settings read from that environment."""
    return read_settings(environment)


@dataclass
class Mailbox:
    """What an SMTP server of ours took, and whom it turns away with which reply."""

    url: str = ""
    messages: list[EmailMessage] = field(default_factory=list)
    replies: dict[str, str] = field(default_factory=dict)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take an address, or answer what the test put down for it."""
        if address not in self.replies:
            envelope.rcpt_tos.append(address)
        return self.replies.get(address, "250 OK")

    async def handle_DATA(  # noqa: N802 - aiosmtpd calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a message."""
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


@pytest.fixture
def unused_port() -> int:
    """A port of this machine where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


@pytest.fixture
def smtp(unused_port: int) -> Iterator[Mailbox]:
    """An SMTP server on this machine."""
    mailbox = Mailbox(url=f"smtp://127.0.0.1:{unused_port}")
    # aiosmtpd greets itself at the port it was given, so it cannot be left to the kernel.
    controller = Controller(mailbox, hostname="127.0.0.1", port=unused_port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()


def _named(servers: embedded.Servers, name: str) -> Database:
    return Database(
        name=name,
        owner_url=servers.url("owner", name),
        app_url=servers.url("app", name),
        worker_url=servers.url("worker", name),
        superuser_url=servers.url("postgres", name),
    )


def _administer(servers: embedded.Servers, statement: str, *names: str) -> None:
    with psycopg.connect(servers.superuser_url, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
