"""Signing in and out."""

from typing import Final
from uuid import UUID

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal.data.session import transaction
from portal.services import passwords, sessions
from portal.services.tokens import token_hash
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.security import (
    SIGN_IN,
    SIGN_IN_ADDRESS,
    cookie_name,
    forget_session,
    safe_path,
    set_session,
)

WRONG: Final = N_("The e-mail address and the password do not belong together. Try again.")

# Fields that belong to the sign-in page itself; all others are what was being sent.
_OWN: Final = frozenset({"email", "password", "next"})


def sign_in(call: Call) -> Response:
    """The sign-in page, and signing in."""
    if call.request.method == "POST":
        return _signing_in(call)
    if call.person is not None:
        return call.redirect("home")
    return _sign_in_page(call, next_path=call.request.query_params.get("next", ""))


def _sign_in_page(
    call: Call, *, next_path: str, errors: dict[str, str] | None = None, status: int = 200
) -> Response:
    return call.page(
        "accounts/sign_in.html",
        status=status,
        email=call.form.text("email"),
        errors=errors or {},
        next=next_path,
        kept=_kept(call),
        ended=False,
    )


def _kept(call: Call) -> list[tuple[str, str]]:
    """What was being sent when the session ended."""
    return [(name, value) for name, value in call.form.pairs() if name not in _OWN]


def _signing_in(call: Call) -> Response:
    email = call.form.text("email")
    house, settings = call.house, call.house.settings
    peer = call.request.client.host if call.request.client else ""
    # Counted under a hash: the queue's server keeps no address.
    house.gate.count(SIGN_IN, "account", token_hash(email.lower(), settings.secret_key).hex())
    house.gate.count(SIGN_IN_ADDRESS, "address", peer)
    with transaction(house.engine, door="sign-in") as db:
        found = sessions.credentials(db, email)
    # Hashing takes long and much memory: no connection is held meanwhile.
    kept = found.password_hash if found else None
    if not passwords.verify(kept, call.form.exact("password")) or found is None:
        return _sign_in_page(
            call,
            next_path=call.form.text("next"),
            errors={"email": call.text(WRONG)},
            status=422,
        )
    return begin_session(call, found.user_id, _after_sign_in(call))


def begin_session(call: Call, user_id: UUID, response: Response) -> Response:
    """The response, with the cookie of a new session of this person."""
    settings = call.house.settings
    with transaction(call.house.engine, door="sign-in") as db:
        token = sessions.begin(
            db,
            user_id,
            key=settings.secret_key,
            now=call.now,
            hours=settings.session_hours,
            agent=call.request.headers.get("user-agent", ""),
        )
    set_session(response, token, settings)
    return response


def _after_sign_in(call: Call) -> Response:
    """On to where the person was going. What was being sent when the session ended is shown
    with a button that sends it: a POST is never repeated unasked."""
    target = safe_path(call.form.text("next"))
    kept = _kept(call)
    if kept and target:
        return call.page("accounts/resume.html", target=target, kept=kept)
    return RedirectResponse(target or call.url("home"), 303)


def sign_out(call: Call) -> Response:
    """End the session for good, also for a copied cookie."""
    settings = call.house.settings
    token = call.request.cookies.get(cookie_name(settings))
    if token:
        with transaction(call.house.engine, door="sign-in") as db:
            sessions.end(db, token, key=settings.secret_key)
    response = call.redirect("sign_in", notice="signed-out")
    forget_session(response, settings)
    return response


ROUTES = [
    Route("/sign-in", endpoint(sign_in, door=True), methods=["GET", "POST"], name="sign_in"),
    Route("/sign-out", endpoint(sign_out, door=True), methods=["POST"], name="sign_out"),
]
