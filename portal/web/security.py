"""What stands between the pages and strangers: cross-site check, headers, cookie, limits."""

import secrets
from typing import Final
from urllib.parse import urlsplit

import structlog
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter
from redis.exceptions import RedisError
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from portal.errors import TooMany
from portal.settings import Settings

log = structlog.get_logger()

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})

# No inline script or style anywhere; pictures are our own page images. Markup of a reply enters
# a page only through fragment.js.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types underlag"
)

SIGN_IN: Final = parse("10/5minutes")
SIGN_IN_ADDRESS: Final = parse("50/5minutes")
UPLOAD: Final = parse("120/10minutes")

# Below it stands a secret: who holds the link becomes the person that was invited.
INVITATION: Final = "/invitation/"


def loggable(path: str) -> str:
    """A path as it may stand in the log: without the secret of an invitation."""
    return f"{INVITATION}…" if path.startswith(INVITATION) else path


def safe_path(path: str) -> str:
    """A path on this host, or nothing: no one is led away by a link to the sign-in page."""
    parts = urlsplit(path)
    inside = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if inside and not parts.scheme and not parts.netloc else ""


def cookie_name(settings: Settings) -> str:
    """The session cookie; ``__Host-`` binds it to this host, but needs TLS."""
    return "__Host-underlag" if settings.secure else "underlag"


def set_session(response: Response, token: str, settings: Settings) -> None:
    """Give the browser its session."""
    response.set_cookie(
        cookie_name(settings), token, path="/", secure=settings.secure, httponly=True,
        samesite="lax",
    )  # fmt: skip


def forget_session(response: Response, settings: Settings) -> None:
    """Take the session from the browser; the row is deleted by the service."""
    response.delete_cookie(
        cookie_name(settings), path="/", secure=settings.secure, httponly=True, samesite="lax"
    )


class CrossSiteCheck:
    """Refuses what another site sends: ``Sec-Fetch-Site`` first, else ``Origin`` against ``Host``.

    A request with neither is refused too. OWASP's cheat sheet on CSRF (2026) names both steps.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is safe or from here."""
        if scope["type"] != "http" or scope["method"] in SAFE or _from_here(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        log.warning("cross_site_refused", path=loggable(scope["path"]))
        await PlainTextResponse("Cross-site request refused.", 403)(scope, receive, send)


def _from_here(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return bool(origin) and urlsplit(str(origin)).netloc == headers.get("host")


class SafeHeaders:
    """Puts the security headers on every response and a request id into the log."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.secure = settings.secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add what the response has not set itself."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = secrets.token_hex(6)
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope["path"].startswith("/static/"):
                    # Asked again each time, answered by "not modified": modules import each
                    # other by plain names, which a longer life would leave old.
                    headers["Cache-Control"] = "no-cache"
                self._add(headers, request_id)
            await send(message)

        await self.app(scope, receive, send_safely)

    def _add(self, headers: MutableHeaders, request_id: str) -> None:
        headers["X-Request-ID"] = request_id
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("Cache-Control", "private, no-store")
        if self.secure:
            headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"


class Gate:
    """Counts tries in the queue's server, so that all web processes count together."""

    def __init__(self, redis_url: str) -> None:
        # A server that hangs must not hold up whoever signs in.
        storage = storage_from_string(
            _storage(redis_url), socket_timeout=1, socket_connect_timeout=1
        )
        self._limiter = FixedWindowRateLimiter(storage)

    def count(self, limit: RateLimitItem, *keys: str) -> None:
        """Count one try. Raises TooMany over the limit.

        Opens where the server does not answer: it may be wiped or away at any time, and a
        portal without sign-in would be the worse harm.
        """
        try:
            allowed = self._limiter.hit(limit, *keys)
        except (RedisError, StorageError):
            log.warning("limits_unavailable")
            return
        if not allowed:
            raise TooMany(limit.get_expiry())


def _storage(redis_url: str) -> str:
    return redis_url.replace("unix://", "redis+unix://", 1)
