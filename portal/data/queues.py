"""Bells: tell a worker that a row waits for it. The row is the truth; all here may be wiped."""

import datetime as dt
import os
import signal
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from uuid import UUID

import redis
import structlog
from redis.backoff import NoBackoff
from redis.retry import Retry as Again
from rq import Queue, Retry, Worker
from rq.job import Job
from rq.serializers import JSONSerializer

from portal.children import bound_to_parent

QUEUES: Final = ("read", "draw", "ocr", "flag", "mail")

# Seconds between the tries of a job that failed unexpectedly; the clock moves them on.
PAUSES: Final = (10, 60, 300)
KEPT_FAILURES: Final = 7 * 24 * 3600  # seconds a failed job can be looked at

# A worker tells that it lives this often; with RQ's own 420 s a killed one is missed for 400 s.
WORKER_TTL: Final = 30
MONITORING: Final = 5
STALE: Final = dt.timedelta(seconds=3 * WORKER_TTL)

CLOCK_KEY: Final = "underlag:clock"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Bell:
    """Where a job runs, and for how many seconds at most."""

    queue: str
    timeout: int


# Every function a worker may be asked to run: RQ itself would run any function of any module.
BELLS: Final[Mapping[str, Bell]] = {
    "workers.jobs.read_document": Bell("read", 1200),
    "workers.jobs.scan_document": Bell("read", 600),
    "workers.jobs.draw_document": Bell("draw", 1200),
    "workers.jobs.draw_larger": Bell("draw", 600),
    # Ten pages, each at most what a page may take: see workers/recognising.py.
    "workers.jobs.recognise_document": Bell("ocr", 3600),
    "workers.jobs.flag_document": Bell("flag", 600),
    "workers.jobs.find": Bell("flag", 120),
    "workers.jobs.send_mail": Bell("mail", 60),
    "workers.jobs.tell_request": Bell("mail", 60),
    "workers.jobs.tell_due_date": Bell("mail", 60),
    "workers.jobs.tell_returned": Bell("mail", 60),
}


class NotAllowed(Exception):
    """A job names a function that is not in the list: someone else wrote it into Redis."""


class ListedJob(Job):
    """A job that runs functions of the list only; callbacks and webhooks planted in it are dead."""

    @property
    def func(self) -> object:
        """The function to run. Raises :class:`NotAllowed` for any that is not in the list."""
        if self.func_name not in BELLS or self.instance is not None:
            raise NotAllowed(self.func_name)
        return super().func

    @property
    def success_callback(self) -> None:
        """None is ever called."""

    @property
    def failure_callback(self) -> None:
        """None is ever called."""

    @property
    def stopped_callback(self) -> None:
        """None is ever called."""

    def send_webhooks(self, *_arguments: object, **_options: object) -> None:
        """Send nothing."""


class BoundWorker(Worker):
    """A worker whose running job ends with it, so that a killed one never works on unseen."""

    before_job: Callable[[], object] | None = None

    def fork_work_horse(self, job: Job, queue: Queue) -> None:
        """See to what the job will find, then fork it."""
        if self.before_job:
            self.before_job()
        super().fork_work_horse(job, queue)

    def main_work_horse(self, job: Job, queue: Queue) -> None:
        """The child's part: bind to the worker, then run the job."""
        bound_to_parent(signal.SIGKILL, parent=os.getppid())()
        super().main_work_horse(job, queue)


@cache
def _connection(redis_url: str) -> redis.Redis:
    return redis.Redis.from_url(
        redis_url, socket_connect_timeout=2, socket_timeout=5, retry=Again(NoBackoff(), 1)
    )


def _queue(name: str, connection: redis.Redis) -> Queue:
    return Queue(name, connection=connection, serializer=JSONSerializer, job_class=ListedJob)


def ring(redis_url: str, job: str, thing: UUID) -> bool:
    """Ask for a job on one thing. Call it after commit, never inside a transaction.

    ``job`` is the dotted name of a function in :data:`BELLS`. Returns whether the bell rang: a
    Redis that is away or full is only told to the log, for the clock rings again later.
    Ringing twice is harmless, since a job claims its row first.
    """
    bell = BELLS[job]
    try:
        _queue(bell.queue, _connection(redis_url)).enqueue_call(
            job,
            args=(str(thing),),
            timeout=bell.timeout,
            result_ttl=0,
            failure_ttl=KEPT_FAILURES,
            retry=Retry(max=len(PAUSES), interval=list(PAUSES)),
        )
    except (redis.ConnectionError, redis.TimeoutError, redis.OutOfMemoryError) as error:
        log.warning("bell_not_rung", job=job, thing=str(thing), error=str(error))
        return False
    return True


def tick(redis_url: str, *, now: dt.datetime) -> None:
    """The clock's part: put failed jobs whose pause is over back on their queue, and say it lives.

    RQ's own scheduler is a second process beside each worker and outlives a killed one.
    Raises redis.RedisError when Redis is away.
    """
    connection = _connection(redis_url)
    for name in QUEUES:
        queue = _queue(name, connection)
        paused = queue.scheduled_job_registry
        for job_id in paused.get_jobs_to_schedule(int(now.timestamp())):
            job = queue.fetch_job(job_id)
            # First on the queue, then out of the pause: twice is harmless, never is not.
            if job is not None:
                queue.enqueue_job(job)
            paused.remove(job_id)
    connection.set(CLOCK_KEY, "ticks", ex=STALE)


def run_worker(
    queue: str,
    redis_url: str,
    *,
    burst: bool = False,
    before_job: Callable[[], object] | None = None,
) -> None:
    """Work on one queue until SIGTERM, which lets the running job finish; or until it is empty.

    ``before_job`` is called by the worker itself, before it forks each job.
    One queue a worker: with several, RQ would pop jobs instead of moving them, and lose one
    in a crash. Raises ValueError for a queue that is none of ours.
    """
    if queue not in QUEUES:
        raise ValueError(f"there is no queue {queue!r}")
    connection = redis.Redis.from_url(redis_url)
    worker = BoundWorker(
        [_queue(queue, connection)],
        connection=connection,
        job_class=ListedJob,
        serializer=JSONSerializer,
        worker_ttl=WORKER_TTL,
        job_monitoring_interval=MONITORING,
        maintenance_interval=WORKER_TTL,
        log_job_description=False,
    )
    worker.before_job = before_job
    worker.work(burst=burst, logging_level="WARNING")


def worker_lives(redis_url: str, queue: str, *, now: dt.datetime) -> bool:
    """Whether a worker of this queue on this machine has told lately that it lives."""
    return socket.gethostname() in living_hosts(redis_url, queue, now=now)


def living_hosts(redis_url: str, queue: str, *, now: dt.datetime) -> set[str]:
    """The machines on which a worker of this queue has told lately that it lives."""
    workers = Worker.all(queue=_queue(queue, _connection(redis_url)))
    return {
        one.hostname
        for one in workers
        if one.hostname and one.last_heartbeat and now - one.last_heartbeat < STALE
    }


def clock_lives(redis_url: str) -> bool:
    """Whether any clock has ticked lately."""
    return bool(_connection(redis_url).exists(CLOCK_KEY))
