"""What the jobs of one worker process share: settings, connection, objects, bells, the time."""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm import Session

import nlp
from portal.data import outbox
from portal.data.files import Files, fetch, files_at
from portal.data.malware import Scanner
from portal.data.queues import ring
from portal.data.session import connect, transaction
from portal.errors import Misconfigured
from portal.settings import Settings, read_settings


def now() -> dt.datetime:
    """The present moment, in UTC. Read here; everything below is given it."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The worker's side of the house."""

    settings: Settings
    engine: Engine
    files: Files
    scanner: Scanner | None
    ring: Callable[[str, UUID], bool]

    @property
    def recogniser(self) -> nlp.Recogniser | None:
        """What finds chemicals that no rule names, where the settings name its folder.

        Raises Misconfigured where it cannot be used.
        """
        return _recogniser(self.settings.chemical_model)

    @property
    def rules_version(self) -> str:
        """What makes this house's flags: engine, packs and models. Raises as ``recogniser``."""
        return nlp.version(self.recogniser)

    @contextmanager
    def step(self) -> Iterator[Session]:
        """One transaction of a job; its bells ring after commit."""
        with transaction(self.engine) as db:
            yield db
            rings = db.info.get("bells", False)
        if rings:
            outbox.relay(self.engine, self.ring, now=now())

    @contextmanager
    def copy_of(self, sha256: str) -> Iterator[BinaryIO]:
        """The bytes of an original in an unnamed file. Raises Unavailable where they are away."""
        with tempfile.TemporaryFile() as file:
            fetch(self.files, sha256, file)
            file.flush()
            yield file


@cache
def _recogniser(folder: Path | None) -> nlp.Recogniser | None:
    """Read once in a process, before its jobs are forked."""
    try:
        return nlp.read_recogniser(folder) if folder else None
    except nlp.RecogniserError as error:
        raise Misconfigured(
            "UNDERLAG_CHEMICAL_MODEL cannot be used: %(why)s.", why=str(error)
        ) from error


def make_house(settings: Settings) -> House:
    """A house for these settings, connected as the worker's role."""
    return House(
        settings=settings,
        engine=connect(settings.worker_database_url, pool_size=2),
        files=files_at(settings.files),
        scanner=Scanner(settings.clamd) if settings.clamd else None,
        ring=partial(ring, settings.redis_url),
    )


@cache
def house() -> House:
    """This process's own house. RQ runs each job in a forked child, which inherits it: whoever
    forks gives its connections back first."""
    return make_house(read_settings())
