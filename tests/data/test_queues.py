"""Bells: what rings, what a planted job cannot do, and what a dead Redis or worker costs."""

import datetime as dt
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import redis
from rq import Queue
from rq.job import Job
from rq.serializers import JSONSerializer

from portal.data import queues

NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)

# Stands in for workers.jobs, whose own tests belong to the workers: writes down what it was asked.
JOBS = """
import os, time
from pathlib import Path

FOLDER = Path(os.environ["TEST_FOLDER"])

def send_mail(thing):
    with (FOLDER / "mails").open("a") as file:
        file.write(thing + "\\n")

def find(thing):
    raise OSError("the disk is away")

def read_document(thing):
    (FOLDER / "horse").write_text(str(os.getpid()))
    time.sleep(600)
"""
WORKER = (
    "import sys; from portal.data.queues import run_worker; run_worker(*sys.argv[1:3], burst={})"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "workers").mkdir()
    (tmp_path / "workers" / "__init__.py").touch()
    (tmp_path / "workers" / "jobs.py").write_text(JOBS)
    return tmp_path


@pytest.fixture
def connection(redis_url: str) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(redis_url) as client:
        yield client


def start_worker(
    folder: Path, queue: str, redis_url: str, *, burst: bool
) -> subprocess.Popen[bytes]:
    root = Path(__file__).parents[2]
    environment = os.environ | {"TEST_FOLDER": str(folder), "PYTHONPATH": f"{folder}:{root}"}
    return subprocess.Popen(
        [sys.executable, "-P", "-c", WORKER.format(burst), queue, redis_url],
        env=environment,
        cwd=folder,
    )


def work_through(folder: Path, queue: str, redis_url: str) -> None:
    with start_worker(folder, queue, redis_url, burst=True) as worker:
        assert worker.wait() == 0


def queue_of(name: str, connection: redis.Redis) -> Queue:
    return Queue(name, connection=connection, serializer=JSONSerializer)


def test_a_bell_reaches_the_worker_of_its_queue_with_the_id_alone(
    folder: Path, redis_url: str, connection: redis.Redis
) -> None:
    thing = uuid4()
    assert queues.ring(redis_url, "workers.jobs.send_mail", thing)
    work_through(folder, "read", redis_url)
    assert not (folder / "mails").exists()
    work_through(folder, "mail", redis_url)
    assert (folder / "mails").read_text() == f"{thing}\n"
    assert queue_of("mail", connection).count == 0


def test_every_bell_hangs_in_a_queue_that_is_worked_on_and_has_an_end() -> None:
    assert {bell.queue for bell in queues.BELLS.values()} == set(queues.QUEUES)
    assert all(bell.timeout > 0 for bell in queues.BELLS.values())


def test_a_function_that_is_not_in_the_list_cannot_be_rung_for(redis_url: str) -> None:
    with pytest.raises(KeyError):
        queues.ring(redis_url, "os.system", uuid4())


def test_a_planted_job_runs_nothing(folder: Path, redis_url: str, connection: redis.Redis) -> None:
    mark = folder / "planted"
    queue = queue_of("mail", connection)
    planted = queue.enqueue_call("os.system", args=(f"touch {mark}",))
    work_through(folder, "mail", redis_url)
    assert not mark.exists()
    assert planted.id in queue.failed_job_registry


def test_callbacks_and_webhooks_planted_in_an_allowed_job_are_dead(
    folder: Path, redis_url: str, connection: redis.Redis
) -> None:
    mark = folder / "planted"
    queue = queue_of("mail", connection)
    job = Job.create(
        "workers.jobs.send_mail", args=("x",), connection=connection, serializer=JSONSerializer
    )
    job._success_callback_name = "subprocess.getoutput"
    job._failure_callback_name = "os.abort"
    job.save()
    hook = '[{"url": "http://127.0.0.1:9/", "job_status": "finished"}]'
    connection.hset(job.key, "webhooks", hook)
    queue.push_job_id(job.id)
    work_through(folder, "mail", redis_url)
    assert (folder / "mails").read_text() == "x\n"
    assert not mark.exists()
    read = queues.ListedJob.fetch(job.id, connection=connection, serializer=JSONSerializer)
    for callback in (read.success_callback, read.failure_callback, read.stopped_callback):
        assert callback is None


def test_a_pickle_in_redis_is_not_opened(
    folder: Path, redis_url: str, connection: redis.Redis
) -> None:
    mark = folder / "planted"

    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, (f"touch {mark}",)

    job = Job.create(
        "workers.jobs.send_mail", args=("x",), connection=connection, serializer=JSONSerializer
    )
    job.save()
    connection.hset(job.key, "data", pickle.dumps(Trap()))
    queue_of("mail", connection).push_job_id(job.id)
    work_through(folder, "mail", redis_url)
    assert not mark.exists()
    assert not (folder / "mails").exists()


def test_a_failed_job_waits_and_is_put_back_by_the_clock(
    folder: Path, redis_url: str, connection: redis.Redis
) -> None:
    queues.ring(redis_url, "workers.jobs.find", uuid4())
    queue = queue_of("flag", connection)
    for pause in queues.PAUSES:
        failed_at = dt.datetime.now(dt.UTC)
        work_through(folder, "flag", redis_url)
        assert queue.count == 0
        assert len(queue.scheduled_job_registry) == 1
        queues.tick(redis_url, now=failed_at + dt.timedelta(seconds=pause - 2))
        assert queue.count == 0
        queues.tick(redis_url, now=failed_at + dt.timedelta(seconds=pause + 60))
        assert queue.count == 1
        assert len(queue.scheduled_job_registry) == 0
    work_through(folder, "flag", redis_url)
    assert len(queue.failed_job_registry) == 1


def test_a_redis_that_is_away_is_told_to_the_log_and_no_more(tmp_path: Path) -> None:
    assert not queues.ring(f"unix://{tmp_path}/gone.sock", "workers.jobs.find", uuid4())


def test_the_clock_tells_that_it_lives(redis_url: str) -> None:
    assert not queues.clock_lives(redis_url)
    queues.tick(redis_url, now=NOW)
    assert queues.clock_lives(redis_url)


def _waits(redis_url: str) -> bool:
    with redis.Redis.from_url(redis_url) as client:
        return any(client.hget(key, "state") == b"idle" for key in client.scan_iter("rq:worker:*"))


def test_a_worker_lives_until_it_ends_or_falls_silent(folder: Path, redis_url: str) -> None:
    now = dt.datetime.now(dt.UTC)
    assert not queues.worker_lives(redis_url, "mail", now=now)
    with start_worker(folder, "mail", redis_url, burst=False) as worker:
        while not queues.worker_lives(redis_url, "mail", now=dt.datetime.now(dt.UTC)):
            time.sleep(0.05)
        assert not queues.worker_lives(redis_url, "read", now=dt.datetime.now(dt.UTC))
        later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=10)
        assert not queues.worker_lives(redis_url, "mail", now=later)
        # Only once it waits for work does it listen to a polite signal.
        while not _waits(redis_url):
            time.sleep(0.05)
        worker.send_signal(signal.SIGTERM)
    assert not queues.worker_lives(redis_url, "mail", now=dt.datetime.now(dt.UTC))


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child of its parent's death"
)
def test_a_killed_worker_takes_its_running_job_with_it(folder: Path, redis_url: str) -> None:
    queues.ring(redis_url, "workers.jobs.read_document", uuid4())
    with start_worker(folder, "read", redis_url, burst=False) as worker:
        while not (folder / "horse").exists() or not (folder / "horse").read_text():
            time.sleep(0.05)
        horse = int((folder / "horse").read_text())
        worker.kill()
    while Path(f"/proc/{horse}").exists():
        time.sleep(0.05)


def test_there_is_no_worker_for_an_unknown_queue(redis_url: str) -> None:
    with pytest.raises(ValueError, match="no queue"):
        queues.run_worker("export", redis_url)
