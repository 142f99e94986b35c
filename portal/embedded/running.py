"""The embedded servers: made, started, asked whether they answer, and ended."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import psycopg
import redis
from psycopg import sql

from portal.children import Identity, Server, environment, unprivileged
from portal.embedded.folders import alone, home, private, sockets_folder
from portal.embedded.programs import runnable
from portal.errors import Misconfigured
from portal.settings import DEMO_SECRET, PREFIX

ROLES: Final = ("owner", "app", "worker")
DATABASE: Final = "underlag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Servers:
    """The running pair and the addresses they answer at."""

    database: Server
    bells: Server
    sockets: Path

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database for a role, for SQLAlchemy and libpq alike."""
        return _database_url(role, sockets=self.sockets, database=database)

    @property
    def superuser_url(self) -> str:
        """Where databases and roles are made; the product never connects as this."""
        return self.url("postgres", "postgres")

    @property
    def owner_url(self) -> str:
        """For migrations."""
        return self.url("owner")

    @property
    def app_url(self) -> str:
        """For the web process."""
        return self.url("app")

    @property
    def worker_url(self) -> str:
        """For the workers and the clock."""
        return self.url("worker")

    @property
    def redis_url(self) -> str:
        """Where the bells hang."""
        return f"unix://{self.sockets / 'redis.sock'}?db=0"

    def environment(
        self, *, files: Path, base_url: str, database: str = DATABASE
    ) -> dict[str, str]:
        """The environment of a process that lives on these; none of this machine's own settings
        get in."""
        inherited = {name: text for name, text in os.environ.items() if not name.startswith(PREFIX)}
        return inherited | {
            "UNDERLAG_MODE": "demo",
            "UNDERLAG_DATABASE_URL": self.url("app", database),
            "UNDERLAG_OWNER_DATABASE_URL": self.url("owner", database),
            "UNDERLAG_WORKER_DATABASE_URL": self.url("worker", database),
            "UNDERLAG_REDIS_URL": self.redis_url,
            "UNDERLAG_FILES": str(files),
            "UNDERLAG_SECRET_KEY": DEMO_SECRET,
            "UNDERLAG_BASE_URL": base_url,
        }


def _database_url(role: str, *, sockets: Path, database: str) -> str:
    return f"postgresql://{role}@/{database}?{urlencode({'host': sockets})}"


def _make_cluster(programs: Path, place: Path, identity: Identity) -> Path:
    """PostgreSQL's data folder, made on the first start; a half-made one is made anew."""
    data, half = place / "postgres", place / "postgres.half"
    if data.exists():
        return data
    if half.exists():
        shutil.rmtree(half)
    private(half, identity)
    made = subprocess.run(  # noqa: S603 - the command is ours
        [
            *(programs / "initdb", "--pgdata", half, "--username", "postgres", "--auth", "trust"),
            # The built-in locale is the same on every machine; the wheel has no ICU.
            *("--encoding", "UTF8", "--no-locale", "--locale-provider", "builtin"),
            *("--builtin-locale", "C.UTF-8", "--no-sync"),
        ],
        cwd="/",
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
        **identity,
    )
    if made.returncode:
        raise Misconfigured("initdb failed: %(why)s", why=made.stderr.strip()[-1000:])
    half.rename(data)
    return data


def _database_server(
    programs: Path, place: Path, *, sockets: Path, identity: Identity, durable: bool
) -> Server:
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "max_connections": "200",
        # What people write stands in statements and in the details of faults: not in the log.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    url = _database_url("postgres", sockets=sockets, database="postgres")
    options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    return Server(
        [programs / "postgres", "-D", _make_cluster(programs, place, identity), *options],
        log=place / "postgres.log",
        answers=lambda: _answers_sql(url),
        stop_signal=signal.SIGINT,  # the fast way: sessions are ended, nothing is lost
        identity=identity,
    )


def _answers_sql(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _bell_server(program: Path, place: Path, *, sockets: Path, identity: Identity) -> Server:
    socket = sockets / "redis.sock"
    return Server(
        [
            *(program, "--port", "0", "--unixsocket", socket, "--unixsocketperm", "700"),
            # Nothing is kept over a restart: what matters is in PostgreSQL, and the clock rings.
            *("--dir", sockets, "--save", "", "--appendonly", "no", "--daemonize", "no"),
        ],
        log=place / "redis.log",
        answers=lambda: _answers_ping(socket),
        stop_signal=signal.SIGTERM,
        identity=identity,
    )


def _answers_ping(socket: Path) -> bool:
    try:
        with redis.Redis(unix_socket_path=str(socket)) as client:
            return bool(client.ping())
    except redis.ConnectionError:
        return False


def _make_roles(superuser_url: str) -> None:
    """Make the roles and the database where they are missing."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        for role in ROLES:
            found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if found.fetchone() is None:
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS").format(
                        sql.Identifier(role)
                    )
                )
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if found.fetchone() is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER owner").format(sql.Identifier(DATABASE))
            )


@contextlib.contextmanager
def servers(folder: Path, *, durable: bool = True) -> Iterator[Servers]:
    """Run both servers on what ``folder`` holds, with roles and database made; end them after.

    ``durable`` says whether a power cut may cost nothing; tests go without, for speed.
    Raises :class:`Misconfigured` when the servers cannot be started or run here already.
    """
    identity = unprivileged()
    place = home(folder)
    with (
        alone(place),
        sockets_folder(place, identity) as sockets,
        contextlib.ExitStack() as stack,
    ):
        programs, redis_program = runnable(place, identity)
        database = _database_server(
            programs, place, sockets=sockets, identity=identity, durable=durable
        )
        bells = _bell_server(redis_program, place, sockets=sockets, identity=identity)
        for server in (database, bells):
            stack.callback(server.stop)
            server.start()
        running = Servers(database=database, bells=bells, sockets=sockets)
        _make_roles(running.superuser_url)
        yield running
