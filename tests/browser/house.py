"""A whole house for the browser: the story's database, web, every worker and the clock."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from portal import embedded
from portal.demo import story
from portal.demo.run import Part, free_port, parts_of, running, wait_until_ready
from portal.services.installation import bring_up_to_date
from portal.settings import Settings, read_settings

LOOK: Final = 0.2  # seconds between two looks at what the workers have done

# Read and flagged, or given up.
_WAITING: Final = """
    select count(*) from document
    where state in ('received', 'reading')
       or state in ('read', 'partial') and rules_version is null
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A running house: where its pages are, and the settings it runs with."""

    url: str
    settings: Settings
    parts: tuple[Part, ...]
    place: Path

    def wait_until_read(self) -> None:
        """Wait until no document waits to be read or flagged. Raises where a worker has ended."""
        with psycopg.connect(self.settings.owner_database_url, autocommit=True) as connection:
            while True:
                waiting = connection.execute(_WAITING).fetchone()
                if waiting == (0,):
                    return
                self._refuse_the_dead()
                time.sleep(LOOK)

    def _refuse_the_dead(self) -> None:
        for part in self.parts:
            if (ended_with := part.look()) is not None:
                tail = part.log.read_text(errors="replace")[-2000:]
                raise AssertionError(f"{part.name} ended with {ended_with}: {tail}")


@contextmanager
def a_house(servers: embedded.Servers, *, database: str, place: Path) -> Iterator[House]:
    """Load the story, start every process, and end them all with the block."""
    port = free_port(8600)
    files = place / "files"
    files.mkdir()
    base_url = f"http://127.0.0.1:{port}"
    environment = servers.environment(files=files, base_url=base_url, database=database)
    settings = read_settings(environment)
    bring_up_to_date(settings.owner_database_url)
    story.load(settings)
    parts = tuple(parts_of(environment, place=place, port=port))
    with running(parts):
        wait_until_ready(parts, port=port, stop=threading.Event())
        yield House(url=settings.base_url, settings=settings, parts=parts, place=place)
