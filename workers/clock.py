"""The clock: rings what waits, sends what is due, puts back what was left. Two do no harm."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Final

import structlog
from redis.exceptions import RedisError
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from portal.data import outbox, queues
from portal.errors import Unavailable
from portal.services import deadlines, sweeps
from workers.house import House, now
from workers.reading.document import READER_VERSION

log = structlog.get_logger()

BEAT: Final = 2.0  # seconds between ticks
LOCK: Final = 8_165_210  # any number; the same for every clock of one database


@contextmanager
def leading(engine: Engine) -> Iterator[bool]:
    """Whether this clock leads while the block runs; the lock falls with its connection."""
    with engine.connect() as connection:
        leads = connection.execute(
            text("select pg_try_advisory_lock(:lock)"), {"lock": LOCK}
        ).scalar_one()
        connection.commit()
        try:
            yield bool(leads)
        finally:
            if leads:
                connection.execute(text("select pg_advisory_unlock(:lock)"), {"lock": LOCK})
                connection.commit()


def tick(here: House) -> None:
    """One look around. Each part is a transaction of its own."""
    moment = now()
    with here.step() as db:
        deadlines.remind(db, base_url=here.settings.base_url, now=moment)
    with here.step() as db:
        sweeps.put_back_stuck(db, now=moment)
        if here.scanner is not None:
            # First: each sweep leaves alone what the one before it has touched.
            sweeps.ring_for_unjudged(db, now=moment)
        sweeps.ring_for_forgotten(db, now=moment)
        sweeps.ring_for_pictures(db, limits=here.settings.limits, now=moment)
        sweeps.ring_for_undrawn(db, now=moment)
        sweeps.put_back_older(db, version=READER_VERSION, now=moment)
        sweeps.ring_for_stale(db, version=here.rules_version, now=moment)
        sweeps.ring_for_mail(db, now=moment)
        sweeps.sweep_out(db, now=moment)
    outbox.relay(here.engine, here.ring, now=moment)
    queues.tick(here.settings.redis_url, now=moment)


def run(here: House) -> None:
    """Tick until SIGTERM or SIGINT. A database or queue that is away is waited for."""
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    log.info("clock_started", rules=here.rules_version)
    while not stop.wait(BEAT):
        try:
            with leading(here.engine) as leads:
                if leads:
                    tick(here)
        except (OperationalError, RedisError, Unavailable) as trouble:
            log.warning("clock_waits", reason=type(trouble).__name__)
