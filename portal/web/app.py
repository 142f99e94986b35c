"""The web application: its middleware, its routes, its start and its end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Final

import anyio
import structlog
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal.data.files import checks, files_at
from portal.data.queues import ring
from portal.data.session import connect, refuse_superuser, transaction
from portal.errors import Misconfigured, NotFound
from portal.logs import configure_log
from portal.services import accounts
from portal.settings import Settings
from portal.texts import N_, translate
from portal.web import pages
from portal.web.endpoint import House
from portal.web.routes import routes
from portal.web.security import CrossSiteCheck, Gate, SafeHeaders, loggable

log = structlog.get_logger()

# Threads for views. Each holds at most one connection, so the pool has as many.
THREADS: Final = 20
LARGEST_FORM: Final = 2 * 2**20

SENTENCES: Final = {
    404: NotFound.sentence,
    405: NotFound.sentence,
    413: N_("The file is larger than may be sent. Nothing was saved of it; the rest is kept."),
    400: N_("The request could not be read. Nothing was saved; what was saved before is kept."),
}
UNEXPECTED: Final = N_("Something went wrong on our side. What you had saved is kept.")


def create_app(settings: Settings) -> Starlette:
    """The application for these settings. Raises Misconfigured where the role is unsafe."""
    configure_log(settings.log_level)
    return Starlette(
        routes=routes(upload_bytes=settings.limits.upload_bytes + 2**20),
        middleware=[
            Middleware(SafeHeaders, settings=settings),
            Middleware(TooLargeInWords),
            Middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST_FORM),
            Middleware(TrustedHostMiddleware, allowed_hosts=[settings.host, "127.0.0.1"]),
            Middleware(CrossSiteCheck),
        ],
        exception_handlers={HTTPException: _http_problem, Exception: _unexpected},
        lifespan=partial(_life, settings=settings),
    )


@asynccontextmanager
async def _life(app: Starlette, settings: Settings) -> AsyncIterator[None]:
    engine = connect(settings.database_url, pool_size=THREADS)
    try:
        refuse_superuser(engine)
        _refuse_demonstration(engine, settings)
    except Misconfigured:
        engine.dispose()
        raise
    anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
    app.state.house = House(
        settings=settings,
        engine=engine,
        files=files_at(settings.files),
        gate=Gate(settings.redis_url),
        ring=partial(ring, settings.redis_url),
    )
    # In a thread: a storage that hangs must not hold the event loop.
    await run_in_threadpool(checks.tell, settings.files)
    log.info("web_started", mode=settings.mode)
    yield
    engine.dispose()


def _refuse_demonstration(engine: Engine, settings: Settings) -> None:
    """Stop the start of production on the demonstration's database: its passwords are known."""
    if settings.mode != "production":
        return
    with transaction(engine, door="sign-in") as db:
        if accounts.made_up(db):
            raise Misconfigured(
                "The database holds accounts of the demonstration (their addresses end in"
                " .example). Production needs a database of its own."
            )


def _plain_page(request: Request, code: int, sentence: str, reference: str | None) -> Response:
    """A page that needs neither database nor person: it must come whatever is broken."""
    language = pages.language_of(request)
    html = (
        pages.environment(language)
        .get_template("problem.html")
        .render(
            actor=None,
            room="public",
            nav=[],
            url=partial(pages.address, request.app.router),
            path=request.url.path,
            shortcuts=False,
            told=None,
            demo=False,
            code=code,
            sentence=translate(language, sentence),
            reference=reference,
        )
    )
    return HTMLResponse(html, code)


async def _http_problem(request: Request, problem: Exception) -> Response:
    code = problem.status_code if isinstance(problem, HTTPException) else 500
    return _in_words(request, code)


def _in_words(request: Request, code: int) -> Response:
    if request.headers.get("x-fragment") == "1":
        sentence = translate(pages.language_of(request), SENTENCES.get(code, UNEXPECTED))
        return JSONResponse({"sentence": sentence}, code)
    return _plain_page(request, code, SENTENCES.get(code, UNEXPECTED), None)


class TooLargeInWords:
    """Says in the person's language what the limit of the body says in two bare words."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Put our page in the place of the limit's reply."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        replaced = False

        async def send_in_words(message: Message) -> None:
            nonlocal replaced
            if replaced:
                return  # the body of the reply whose place was taken
            if message["type"] == "http.response.start" and _is_the_limit(message):
                replaced = True
                await _in_words(Request(scope), 413)(scope, receive, send)
                return
            await send(message)

        await self.app(scope, receive, send_in_words)


def _is_the_limit(message: Message) -> bool:
    plain = Headers(raw=message["headers"]).get("content-type", "").startswith("text/plain")
    return plain and message["status"] == 413


async def _unexpected(request: Request, problem: Exception) -> Response:
    """Tell the person a reference number; the log has the reason under the same number."""
    reference = request.scope.get("state", {}).get("request_id", "")
    log.error("unexpected", reference=reference, path=loggable(request.url.path), exc_info=problem)
    return _plain_page(request, 500, UNEXPECTED, reference)
