"""One command line for what runs behind: ``python -m workers --help`` tells its parts."""

import argparse
import datetime as dt
import gc
import os
import sys
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.orm import configure_mappers

import nlp
from portal.data import mail, malware, queues
from portal.data.files import checks
from portal.data.session import refuse_superuser
from portal.errors import Misconfigured
from portal.logs import configure_log
from portal.services import notifications
from portal.settings import read_settings
from workers import clock, jobs, machine, nest, reflag
from workers.house import house, make_house
from workers.reading import byhand

LARGEST_BOUNCE: Final = 2**20

# What a person waits for goes first where a machine is short of processors.
MANNERS: Final = {"draw": 5, "ocr": 15}

# Who has strangers' files opened.
NESTED: Final = ("read", "draw", "ocr")

# The first job of each queue; on a row that is not there it leaves quietly.
WARMED: Final = {
    "read": jobs.read_document,
    "draw": jobs.draw_document,
    "ocr": jobs.recognise_document,
    "flag": jobs.flag_document,
    "mail": jobs.send_mail,
}


def main() -> int:
    """Run the part that is named, until it is told to stop; 1 with a sentence where it cannot."""
    try:
        return _run()
    except Misconfigured as problem:
        sys.stderr.write(f"{problem}\n")
        return 1


def _run() -> int:
    parser = argparse.ArgumentParser(prog="python -m workers")
    parts = parser.add_subparsers(dest="part", required=True)
    for queue in queues.QUEUES:
        parts.add_parser(queue, help=f"work on the queue {queue}")
    parts.add_parser("clock", help="ring, remind, put back")
    alive = parts.add_parser("alive", help="exit 0 if that part has told lately that it lives")
    alive.add_argument("of", choices=[*queues.QUEUES, "clock"])
    read_file = parts.add_parser("read-file", help="read one file through the sandbox, as JSON")
    read_file.add_argument("file", type=Path)
    read_file.add_argument(
        "--text-only", action="store_true", help="lay no office file out as pages, which is quicker"
    )
    parts.add_parser("bounced", help="note a returned mail, read from standard input")
    anew = parts.add_parser("reflag", help="flag one document anew, and tell what has changed")
    anew.add_argument("document", type=UUID)
    anew.add_argument("--diff", action="store_true", help="tell alone, and change nothing")
    chosen = parser.parse_args()
    if chosen.part == "bounced":
        return _bounced(sys.stdin.buffer.read(LARGEST_BOUNCE))
    if chosen.part == "read-file":
        return byhand.main(chosen.file, lay_out=not chosen.text_only)
    if chosen.part == "reflag":
        here = make_house(read_settings())
        refuse_superuser(here.engine)
        return reflag.main(here, chosen.document, write=not chosen.diff)
    if chosen.part == "alive":
        return 0 if _alive(chosen.of) else 1
    return _work(chosen.part)


def _bounced(raw: bytes) -> int:
    """For the mail server's pipe: 0 also where the mail is none of ours, so that none loops."""
    bounce = mail.read_bounce(raw)
    if bounce is not None and bounce.permanent:
        here = make_house(read_settings())
        with here.step() as db:
            notifications.mark_bounced(db, bounce.message_id, error=bounce.status)
    return 0


def _alive(part: str) -> bool:
    redis_url = read_settings().redis_url
    if part == "clock":
        return queues.clock_lives(redis_url)
    return queues.worker_lives(redis_url, part, now=dt.datetime.now(dt.UTC))


def _work(part: str) -> int:
    here = house()
    configure_log(here.settings.log_level)
    refuse_superuser(here.engine)
    if part == "clock":
        clock.run(here)
        return 0
    machine.tell(here, part)
    if part == "read":
        checks.tell(here.settings.files)
    if part == "read" and here.scanner is not None:
        most, moment = here.settings.limits.upload_bytes, dt.datetime.now(dt.UTC)
        malware.tell(here.scanner, largest=most, now=moment)
    os.nice(MANNERS.get(part, 0))
    _warm(part)
    # No connection is shared across RQ's fork; what was loaded and compiled is.
    here.engine.dispose()
    before_job = nest.stand_by if part in NESTED else None
    queues.run_worker(part, here.settings.redis_url, before_job=before_job)
    return 0


def _warm(part: str) -> None:
    """Do a job on nothing before RQ forks, so that no job pays for what is done once."""
    configure_mappers()
    if part == "flag":
        today, recogniser = dt.datetime.now(dt.UTC).date(), house().recogniser
        nlp.find_claims(["Varm.", "It contains it."], today=today, recogniser=recogniser)
    if part in NESTED:
        nest.stand_by()
    if part in WARMED:
        WARMED[part](str(UUID(int=0)))
    # What is loaded stays: to look through it for garbage, as each job would, takes some 0.1 s.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    raise SystemExit(main())
