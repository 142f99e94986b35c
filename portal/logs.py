"""How the house writes its log: JSON lines, no bodies, no persons, no document text."""

import logging

import structlog


def configure_log(level: str) -> None:
    """Set up the log of this process. ``level`` as in the standard library: INFO, WARNING …"""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        cache_logger_on_first_use=True,
    )
