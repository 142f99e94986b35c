"""The embedded servers: roles, restarts, and what they leave behind."""

import os
import select
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from portal import embedded
from portal.errors import Misconfigured
from portal.settings import read_settings


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that ``nobody`` can reach, which pytest's own is not."""
    place = Path(tempfile.mkdtemp(prefix="underlag-tests-"))
    yield place
    embedded.erase(place)


def one(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
        return row and row[0]


@pytest.mark.parametrize("role", embedded.ROLES)
def test_roles_obey_row_level_security(servers: embedded.Servers, role: str) -> None:
    question = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert one(servers.url(role), question) is False


def test_swedish_letters_are_letters(servers: embedded.Servers) -> None:
    assert one(servers.owner_url, "SELECT lower('ÅÄÖ')") == "åäö"


def test_a_process_on_the_servers_has_none_of_this_machine_s_own_settings(
    servers: embedded.Servers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERLAG_SMTP_URL", "smtp://mail.example.se")
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    environment = servers.environment(files=tmp_path, base_url="http://testserver", database="own")
    assert environment["LANG"] == "sv_SE.UTF-8"
    settings = read_settings(environment)
    assert settings.smtp_url is None
    assert settings.worker_database_url == servers.url("worker", "own")


def test_what_was_written_is_found_at_the_next_start(folder: Path) -> None:
    with embedded.servers(folder) as running, psycopg.connect(running.owner_url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with embedded.servers(folder) as running:
        assert one(running.owner_url, "SELECT number FROM kept") == 7


def test_the_database_can_be_stopped_and_started_again(folder: Path) -> None:
    with embedded.servers(folder) as running:
        running.database.stop()
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(running.owner_url)
        running.database.start()
        assert one(running.owner_url, "SELECT 1") == 1


def test_a_second_start_on_the_same_folder_is_refused_in_plain_words(folder: Path) -> None:
    with (
        embedded.servers(folder),
        pytest.raises(Misconfigured, match="running already"),
        embedded.servers(folder),
    ):
        pass


def test_a_half_made_cluster_is_made_anew(folder: Path) -> None:
    half = embedded.home(folder) / "postgres.half"
    half.mkdir()
    (half / "PG_VERSION").write_text("18")
    with embedded.servers(folder) as running:
        assert one(running.owner_url, "SELECT 1") == 1
    assert not half.exists()


def test_a_server_that_cannot_start_tells_why(folder: Path) -> None:
    with embedded.servers(folder):
        pass
    (embedded.home(folder) / "postgres" / "PG_VERSION").write_text("9\n")
    with pytest.raises(Misconfigured, match="postgres did not start"), embedded.servers(folder):
        pass


def test_a_path_too_long_for_a_socket_is_no_trouble(folder: Path) -> None:
    deep = folder.joinpath(*["a-long-name-for-a-folder"] * 6)
    deep.mkdir(parents=True)
    for place in (folder, *folder.rglob("*")):
        place.chmod(0o755)
    with embedded.servers(deep) as running:
        assert one(running.owner_url, "SELECT 1") == 1
        with redis.Redis.from_url(running.redis_url) as client:
            assert client.ping()
        sockets = running.sockets
    assert not sockets.exists()


def test_a_folder_behind_a_closed_door_opens_no_door(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    checkout = closed / "checkout"
    checkout.mkdir(mode=0o755)
    before = doors(checkout)
    data = checkout / "data"
    with embedded.servers(data) as running:
        assert one(running.owner_url, "SELECT 1") == 1
    assert doors(checkout) == before
    place = embedded.home(data)
    embedded.erase(data)
    assert not data.exists()
    assert not place.exists()


def doors(folder: Path) -> list[tuple[Path, int, int]]:
    return [
        (place, stat.S_IMODE(place.stat().st_mode), place.stat().st_uid)
        for place in (folder, *folder.parents)
    ]


# A run in the background has the signal of Ctrl-C ignored, and what it starts inherits that.
PARENT = """
import signal, sys, time
from pathlib import Path
from portal import embedded
signal.signal(signal.SIGINT, signal.default_int_handler)
with embedded.servers(Path(sys.argv[1])) as running:
    print(running.database.pid, running.bells.pid, flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child of its parent's death"
)
def test_nothing_is_left_running_when_the_parent_is_killed(
    folder: Path, number: signal.Signals
) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with parent:
        assert parent.stdout
        pids = [int(word) for word in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.send_signal(number)
    for pid in pids:
        wait_until_gone(pid)
    # And the next start finds everything in order.
    with embedded.servers(folder) as running:
        assert one(running.owner_url, "SELECT 1") == 1


def wait_until_gone(pid: int) -> None:
    """Wait for a process that is no child of ours, so that its end can only be seen."""
    handle = os.pidfd_open(pid) if Path(f"/proc/{pid}").exists() else None
    if handle is not None:
        select.select([handle], [], [])
        os.close(handle)
