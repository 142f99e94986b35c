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
from portal.data.session import transaction
from portal.domain.access import Action, check
from portal.errors import Unavailable
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
    """For an administrator: which parts answer."""
    check(call.actor, Action.SEE_HEALTH)
    house = call.house
    return call.page(
        "house/health.html",
        parts=_parts(house),
        workers=_workers(house, now=call.now),
        lacks=checks.lacks(house.settings.files),
    )


def _workers(house: House, *, now: dt.datetime) -> dict[str, bool]:
    """Whether each worker, and the clock, has told lately that it lives."""
    redis_url = house.settings.redis_url
    try:
        lives = {
            queue: queues.worker_lives(redis_url, queue, now=now, anywhere=True)
            for queue in queues.QUEUES
        }
        return lives | {"clock": queues.clock_lives(redis_url)}
    except RedisError:
        # Where nothing can be told, nothing is said: the queue's own line has the reason.
        return {}


def accessibility(call: Call) -> Response:
    """The accessibility statement that DOS-lagen asks for."""
    return call.page("house/accessibility.html")


ROUTES = [
    Route("/healthz", alive, name="alive"),
    Route("/readyz", ready, name="ready"),
    Route("/health", endpoint(health), name="health"),
    Route("/accessibility", endpoint(accessibility, door=True), name="accessibility"),
]
