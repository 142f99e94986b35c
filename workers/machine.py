"""What this machine has for opening strangers' files; told at the start, which may demand it."""

import socket
from collections.abc import Callable, Mapping
from typing import Final

import structlog

from portal.errors import Misconfigured
from portal.services import health
from portal.services.health import Report
from workers import sandbox
from workers.house import House, now
from workers.reading import ocr, printing

log = structlog.get_logger()


def _languages() -> bool:
    return ocr.languages() == "swe+eng"


def _office() -> bool:
    return printing.program() is not None


# By queue, the programs of the system that its work is better with.
PROGRAMS: Final[Mapping[str, Mapping[str, Callable[[], bool]]]] = {
    "read": {"LibreOffice": _office},
    "draw": {},
    "ocr": {"Tesseract (swe, eng)": _languages},
}


def tell(here: House, queue: str) -> None:
    """Tell, in the log and for the health page, which walls and programs are missing.

    Raises Misconfigured where the settings demand walls that the machine lacks.
    """
    if queue not in PROGRAMS:
        return
    walls = sandbox.available()
    programs = tuple(name for name, there in PROGRAMS[queue].items() if not there())
    if walls.missing:
        log.warning("sandbox_incomplete", missing=walls.missing)
    else:
        log.info("sandbox_complete", landlock=walls.landlock)
    if programs:
        log.warning("programs_missing", missing=programs)
    report = Report(
        queue=queue,
        host=socket.gethostname(),
        walls_missing=walls.missing,
        programs_missing=programs,
    )
    with here.step() as db:
        health.tell(db, report, now=now())
    if walls.missing and here.settings.sandbox == "demand":
        raise Misconfigured(
            "This machine cannot shut strangers' files in: it lacks %(missing)s. Run the worker "
            "where it is there, or set UNDERLAG_SANDBOX=report to go on without.",
            missing=", ".join(walls.missing),
        )
