"""How the house writes its log: JSON lines, no bodies, no persons, no document text."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog


def place_of_fault(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Tell of an exception where it was raised and of what kind, never what it says.

    A database's message quotes the row that did not fit: an answer, an address.
    """
    fault = event.pop("exc_info", None)
    if fault is True:
        fault = sys.exception()
    if isinstance(fault, BaseException):
        event["exception"] = "".join(_chain(fault))
    return event


def _chain(fault: BaseException) -> list[str]:
    cause = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    before = _chain(cause) if cause is not None else []
    kind = type(fault)
    return [
        *before,
        *traceback.format_tb(fault.__traceback__),
        f"{kind.__module__}.{kind.__qualname__}\n",
    ]


def configure_log(level: str) -> None:
    """Set up the log of this process. ``level`` as in the standard library: INFO, WARNING …"""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            place_of_fault,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        cache_logger_on_first_use=True,
    )
