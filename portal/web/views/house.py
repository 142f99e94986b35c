"""The house itself: is it well, and is it open to all."""

import datetime as dt

import structlog
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from portal.data import queues
from portal.data.files import checks, original_key
from portal.data.malware import Scanner
from portal.data.session import transaction
from portal.domain.access import Action, check
from portal.errors import Unavailable
from portal.services.health import reports
from portal.web.endpoint import Call, House, endpoint

log = structlog.get_logger()


def alive(_request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"state": "ok"})


def ready(request: Request) -> Response:
    """The parts the portal cannot work without answer: database, queue, objects."""
    parts = _parts(request.app.state.house)
    return JSONResponse(parts, 200 if all(parts.values()) else 503)


def _parts(house: House) -> dict[str, bool]:
    return {
        "database": _database_answers(house),
        "queue": _queue_answers(house),
        "files": _files_answer(house),
    }


def _database_answers(house: House) -> bool:
    try:
        with transaction(house.engine) as db:
            db.execute(text("select 1"))
    except SQLAlchemyError:
        log.warning("database_unavailable")
        return False
    return True


def _queue_answers(house: House) -> bool:
    try:
        with Redis.from_url(house.settings.redis_url, socket_timeout=1) as redis:
            redis.ping()
    except RedisError:
        return False
    return True


def _files_answer(house: House) -> bool:
    try:
        absent = house.files.open(original_key("0" * 64))
    except Unavailable:
        return False
    return absent is None


def health(call: Call) -> Response:
    """For an administrator: which parts answer, and what the machines behind them lack."""
    check(call.actor, Action.SEE_HEALTH)
    hosts, clock = _living(call.house, now=call.now)
    workers = {queue: bool(there) for queue, there in hosts.items()}
    address = call.house.settings.clamd
    scanner = Scanner(address) if address else None
    return call.page(
        "house/health.html",
        parts=_parts(call.house),
        workers=workers if clock is None else workers | {"clock": clock},
        lacks=checks.lacks(call.house.settings.files),
        reports=reports(call.db, call.actor, hosts),
        weaknesses=scanner.weaknesses(now=call.now) if scanner else None,
        scanner=scanner.version() if scanner else None,
    )


def _living(house: House, *, now: dt.datetime) -> tuple[dict[str, set[str]], bool | None]:
    """Where the workers of each queue live, and whether a clock ticks."""
    redis_url = house.settings.redis_url
    try:
        hosts = {queue: queues.living_hosts(redis_url, queue, now=now) for queue in queues.QUEUES}
        return hosts, queues.clock_lives(redis_url)
    except RedisError:
        # Where nothing can be told, nothing is said: the queue's own line has the reason.
        return {}, None


def accessibility(call: Call) -> Response:
    """The accessibility statement that DOS-lagen asks for."""
    return call.page("house/accessibility.html")


ROUTES = [
    Route("/healthz", alive, name="alive"),
    Route("/readyz", ready, name="ready"),
    Route("/health", endpoint(health), name="health"),
    Route("/accessibility", endpoint(accessibility, door=True), name="accessibility"),
]
