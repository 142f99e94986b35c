"""The way of one request: who asks, one transaction, the view, the page."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import structlog
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from portal.data import outbox
from portal.data.files import Files
from portal.data.session import become, transaction
from portal.domain.access import Actor
from portal.errors import (
    Conflict,
    Denied,
    Invalid,
    NotFound,
    Problem,
    SignInNeeded,
    TooMany,
    Unavailable,
)
from portal.services import sessions
from portal.services.sessions import SignedIn
from portal.settings import Settings
from portal.texts import translate
from portal.web import pages
from portal.web.forms import Form, read_form
from portal.web.navigation import navigation
from portal.web.security import Gate, cookie_name, loggable

log = structlog.get_logger()

STATUS: Final[dict[type[Problem], int]] = {
    NotFound: 404,
    Denied: 403,
    SignInNeeded: 401,
    Invalid: 422,
    Conflict: 409,
    TooMany: 429,
    Unavailable: 503,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What all requests share."""

    settings: Settings
    engine: Engine
    files: Files
    gate: Gate
    ring: Callable[[str, UUID], bool]


@dataclass(slots=True, kw_only=True)
class Call:
    """One request on its way through a view."""

    request: Request
    house: House
    form: Form
    now: dt.datetime
    person: SignedIn | None = None
    _db: Session | None = field(default=None, repr=False)

    @property
    def db(self) -> Session:
        """The request's one transaction, opened as the person."""
        if self._db is None:
            raise RuntimeError("a view outside the house has no transaction")
        return self._db

    @property
    def actor(self) -> Actor:
        """Who is asking. Raises SignInNeeded where nobody is signed in."""
        if self.person is None:
            raise SignInNeeded
        return self.person.actor

    @property
    def language(self) -> str:
        """The person's language, or the browser's."""
        return self.person.actor.language if self.person else pages.language_of(self.request)

    @property
    def wants_json(self) -> bool:
        """Whether a script asks, and not a person who will see a page."""
        return "application/json" in self.request.headers.get("accept", "")

    @property
    def wants_fragment(self) -> bool:
        """Whether a script asks for a part of a page."""
        return self.request.headers.get("x-fragment") == "1"

    def id(self, name: str) -> UUID:
        """An id from the path."""
        return UUID(str(self.request.path_params[name]))

    def text(self, message: str, **values: object) -> str:
        """A marked text in the person's language."""
        return translate(self.language, message, values or None)

    def sentence(self, problem: Problem) -> str:
        """What went wrong, in the person's language."""
        return self.text(problem.sentence, **problem.values)

    def faults(self, problem: Problem) -> dict[str, str]:
        """What is wrong at each field, in the person's language; nothing where no field is."""
        fields = problem.fields if isinstance(problem, Invalid) else {}
        return {name: self.text(words, **problem.values) for name, words in fields.items()}

    def url(self, name: str, **params: Any) -> str:
        """The path of a named route."""
        return pages.address(self.request.app.router, name, **params)

    def page(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """A page of ours, with what every page knows."""
        actor = self.person.actor if self.person else None
        notice = pages.NOTICES.get(self.request.query_params.get("notice", ""))
        known = {
            "actor": actor,
            "room": _room(actor),
            "nav": navigation(actor, self, self.request.url.path),
            "url": self.url,
            "path": self.request.url.path,
            "shortcuts": bool(self.person and self.person.shortcuts),
            "told": self.text(notice) if notice else None,
            "now": self.now,
            "demo": self.house.settings.mode == "demo",
        }
        env = pages.environment(self.language)
        return HTMLResponse(env.get_template(template).render(known | context), status)

    def redirect(self, name: str, *, anchor: str = "", **params: Any) -> RedirectResponse:
        """Go to a named route after a change, so that a reload repeats nothing."""
        return RedirectResponse(self.url(name, **params) + (f"#{anchor}" if anchor else ""), 303)


def _room(actor: Actor | None) -> str:
    """Which of the house's rooms the page is in: its type, width and air."""
    if actor is None:
        return "public"
    return "supplier" if actor.side == "supplier" else "staff"


View = Callable[[Call], Response]


def endpoint(view: View, *, door: bool = False) -> Callable[[Request], Any]:
    """A route's handler: the form is read here, the view runs in the thread pool.

    ``door``: the view is open to one who is not signed in, and opens its own transactions.
    """

    async def handle(request: Request) -> Response:
        call = Call(
            request=request,
            house=request.app.state.house,
            form=await read_form(request),
            now=dt.datetime.now(dt.UTC),
        )
        try:
            return await run_in_threadpool(_serve, call, view, door=door)
        finally:
            await request.close()  # the temporary files of what came in

    return handle


def _serve(call: Call, view: View, *, door: bool) -> Response:
    try:
        response = _outside(call, view) if door else _inside(call, view)
    except Problem as problem:
        return problem_page(call, problem)
    return response


def _outside(call: Call, view: View) -> Response:
    """The sign-in pages: the person, if any, is found first, in a transaction of its own."""
    with transaction(call.house.engine, door="sign-in") as db:
        call.person = _person(call, db)
    return view(call)


def _inside(call: Call, view: View) -> Response:
    with transaction(call.house.engine, door="sign-in") as db:
        call.person = _person(call, db)
        if call.person is None:
            raise SignInNeeded
        become(db, call.person.actor)
        structlog.contextvars.bind_contextvars(user=str(call.person.actor.user_id))
        call._db = db
        response = view(call)
        rings = db.info.get("bells", False)
    if rings:
        # After commit: a job that comes at once finds its row.
        outbox.relay(call.house.engine, call.house.ring, now=call.now)
    return response


def _person(call: Call, db: Session) -> SignedIn | None:
    settings = call.house.settings
    token = call.request.cookies.get(cookie_name(settings))
    if not token:
        return None
    return sessions.who_is(
        db, token, key=settings.secret_key, now=call.now, hours=settings.session_hours
    )


def status_of(problem: Problem) -> int:
    """The status that an expected failure is answered with."""
    return next((code for kind, code in STATUS.items() if isinstance(problem, kind)), 400)


def problem_page(call: Call, problem: Problem) -> Response:
    """An expected failure as a page, as JSON to a script, or as the way to sign in."""
    status = status_of(problem)
    path = loggable(call.request.url.path)
    log.info("problem", kind=type(problem).__name__, status=status, path=path)
    sentence = call.sentence(problem)
    if call.wants_json:
        return JSONResponse({"sentence": sentence, "fields": call.faults(problem)}, status)
    if isinstance(problem, SignInNeeded):
        return _sign_in_first(call)
    return call.page("problem.html", status=status, code=status, sentence=sentence, reference=None)


def _sign_in_first(call: Call) -> Response:
    """To the sign-in page; what was being sent goes along in the page and is not lost."""
    if call.request.method != "POST":
        return RedirectResponse(call.url("sign_in", next=call.request.url.path), 303)
    return call.page(
        "accounts/sign_in.html",
        status=401,
        email="",
        errors={},
        next=call.request.url.path,
        kept=call.form.pairs(),
        ended=True,
    )
