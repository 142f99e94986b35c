"""One frozen Settings, read once from the environment; nonsense stops the start."""

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from portal.domain.evidence.limits import Limits
from portal.errors import Misconfigured

PREFIX: Final = "UNDERLAG_"

# What `make demo` uses. Production refuses to start with any of these.
DEMO_SECRET: Final = "demonstration-only-secret-key-do-not-use"  # noqa: S105 - known to all, and refused
SHORTEST_SECRET: Final = 32

BUCKET: Final = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
CLAMD: Final = re.compile(r"unix:/.+|tcp:([A-Za-z0-9._-]+|\[[0-9a-f:.]+\]):[0-9]{1,5}")
ENDPOINT: Final = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?|\[[0-9a-f:.]+\](:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class S3:
    """Where an S3-compatible server is, and with which keys it is spoken to."""

    endpoint: str
    bucket: str
    access_key: str
    secret_key: str
    region: str = "us-east-1"
    secure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that differs between installations."""

    mode: Literal["demo", "production"]
    database_url: str
    owner_database_url: str
    worker_database_url: str
    redis_url: str
    files: Path | S3
    secret_key: str
    base_url: str
    smtp_url: str | None
    mail_from: str
    log_level: str
    session_hours: int
    sandbox: Literal["demand", "report"]
    limits: Limits
    trusted_proxies: str
    clamd: str | None = None
    chemical_model: Path | None = None

    @property
    def secure(self) -> bool:
        """Whether pages are served over TLS: decides the cookie's name and HSTS."""
        return self.base_url.startswith("https://")

    @property
    def host(self) -> str:
        """The host name people see, without port."""
        return urlsplit(self.base_url).hostname or "localhost"


def setting_of(field: str) -> str:
    """The name of a limit's setting, without prefix: bytes are set in megabytes."""
    return "LIMIT_" + field.removesuffix("_bytes").upper() + ("_MEGABYTES" * bool(_bytes(field)))


def _bytes(field: str) -> bool:
    return field.endswith("_bytes")


def _unit(field: str) -> int:
    return 2**20 if _bytes(field) else 1


class _Reader:
    """Typed reading of one environment, collecting every fault before it stops."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.faults: list[str] = []

    def text(self, name: str, default: str | None = None) -> str:
        key = PREFIX + name
        path = self.environment.get(f"{key}_FILE")
        if path:
            return self._secret(key, path)
        value = self.environment.get(key, default)
        if value is None:
            self.faults.append(f"{key} is missing")
            return ""
        return value

    def _secret(self, key: str, path: str) -> str:
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            self.faults.append(f"{key}_FILE cannot be read: {error.strerror}")
            return ""

    def number(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        if not value.isdecimal() or int(value) == 0:
            self.faults.append(f"{PREFIX}{name} must be a whole number above 0, not {value!r}")
            return default
        return int(value)

    def flag(self, name: str, *, default: bool) -> bool:
        value = self.text(name, str(default))
        if value not in ("True", "False"):
            self.faults.append(f"{PREFIX}{name} must be True or False, not {value!r}")
        return value == "True"

    def sandbox(self) -> Literal["demand", "report"]:
        value = self.text("SANDBOX", "report")
        if value not in ("demand", "report"):
            self.faults.append(f"{PREFIX}SANDBOX must be demand or report, not {value!r}")
        return "demand" if value == "demand" else "report"

    def limits(self) -> Limits:
        """What a document may cost, each limit by a setting of its own name."""
        chosen = {field.name: self._limit(field.name, field.default) for field in fields(Limits)}
        limits = Limits(**chosen)
        self.faults += [f"{PREFIX}{setting_of(name)} {why}" for name, why in limits.faults()]
        return limits

    def _limit(self, field: str, default: Any) -> Any:  # Any: whole or broken, as the default is
        name, unit = setting_of(field), _unit(field)
        value = self.text(name, f"{default / unit:g}")
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not 0 < number < math.inf or (isinstance(default, int) and number * unit % 1):
            kind = "number" if isinstance(default, float) else "whole number"
            self.faults.append(f"{PREFIX}{name} must be a {kind} above 0, not {value!r}")
            return default
        return type(default)(number * unit)

    def clamd(self) -> str | None:
        address = self.text("CLAMD", "")
        if address and not CLAMD.fullmatch(address):
            self.faults.append(
                f"{PREFIX}CLAMD must be unix:/path or tcp:host:port, not {address!r}"
            )
        return address or None

    def files(self) -> Path | S3:
        place = self.text("FILES")
        if not place.startswith("s3://"):
            return Path(place)
        bucket, endpoint = place.removeprefix("s3://").strip("/"), self.text("S3_ENDPOINT")
        if not BUCKET.fullmatch(bucket):
            self.faults.append(f"{PREFIX}FILES names no bucket: {place!r}")
        if not ENDPOINT.fullmatch(endpoint):
            self.faults.append(
                f"{PREFIX}S3_ENDPOINT must be a host, perhaps with a port, and no more:"
                f" {endpoint!r}"
            )
        return S3(
            endpoint=endpoint,
            bucket=bucket,
            access_key=self.text("S3_ACCESS_KEY"),
            secret_key=self.text("S3_SECRET_KEY"),
            region=self.text("S3_REGION", "us-east-1"),
            secure=self.flag("S3_SECURE", default=True),
        )


def _mode_faults(settings: Settings) -> list[str]:
    faults = []
    if len(settings.secret_key) < SHORTEST_SECRET:
        faults.append(f"{PREFIX}SECRET_KEY must have at least {SHORTEST_SECRET} characters")
    if settings.mode == "production":
        if settings.secret_key == DEMO_SECRET:
            faults.append(f"{PREFIX}SECRET_KEY is the demonstration's: make one of your own")
        if not settings.secure:
            faults.append(f"{PREFIX}BASE_URL must start with https:// in production")
    return faults


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read and check the settings.

    Raises :class:`Misconfigured` that names every fault at once; no secret's value is in it.
    """
    reader = _Reader(os.environ if environment is None else environment)
    mode = reader.text("MODE", "production")
    if mode not in ("demo", "production"):
        reader.faults.append(f"{PREFIX}MODE must be demo or production, not {mode!r}")
    settings = Settings(
        mode="demo" if mode == "demo" else "production",
        database_url=reader.text("DATABASE_URL"),
        owner_database_url=reader.text("OWNER_DATABASE_URL", ""),
        worker_database_url=reader.text("WORKER_DATABASE_URL", ""),
        redis_url=reader.text("REDIS_URL"),
        files=reader.files(),
        secret_key=reader.text("SECRET_KEY"),
        base_url=reader.text("BASE_URL").rstrip("/"),
        smtp_url=reader.text("SMTP_URL", "") or None,
        mail_from=reader.text("MAIL_FROM", "Underlag <underlag@localhost>"),
        log_level=reader.text("LOG_LEVEL", "INFO"),
        session_hours=reader.number("SESSION_HOURS", 12),
        sandbox=reader.sandbox(),
        limits=reader.limits(),
        trusted_proxies=reader.text("TRUSTED_PROXIES", "127.0.0.1"),
        clamd=reader.clamd(),
        chemical_model=Path(model) if (model := reader.text("CHEMICAL_MODEL", "")) else None,
    )
    faults = reader.faults + ([] if reader.faults else _mode_faults(settings))
    if faults:
        raise Misconfigured("The settings cannot be used: %(faults)s.", faults="; ".join(faults))
    return settings
