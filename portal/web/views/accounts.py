"""Signing in and out, invitations, own settings, colleagues."""

from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal.data.session import transaction
from portal.domain.access import ROLE_NAMES, ROLES_OF, Role
from portal.errors import Invalid
from portal.services import accounts, notifications, passwords
from portal.services.accounts import NewInvitation
from portal.texts import LANGUAGES, N_
from portal.web.endpoint import Call, endpoint
from portal.web.security import (
    SIGN_IN,
    SIGN_IN_ADDRESS,
    cookie_name,
    forget_session,
    set_session,
)

WRONG = N_("The e-mail address and the password do not belong together. Try again.")
NAME_MISSING = N_("Write your name, so that your colleagues know who answered.")
NO_ROLE = N_("Choose at least one role.")

# Fields that belong to the sign-in page itself; all others are what was being sent.
_OWN = frozenset({"email", "password", "next"})


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
    kept = [
        (name, value)
        for name, values in call.form.fields.items()
        for value in values
        if name not in _OWN
    ]
    return call.page(
        "accounts/sign_in.html",
        status=status,
        email=call.form.text("email"),
        errors=errors or {},
        next=next_path,
        kept=kept,
        ended=False,
    )


def _signing_in(call: Call) -> Response:
    email = call.form.text("email")
    house, settings = call.house, call.house.settings
    peer = call.request.client.host if call.request.client else ""
    # Counted under a hash: the queue's server keeps no address.
    house.gate.count(
        SIGN_IN, "account", accounts.token_hash(email.lower(), settings.secret_key).hex()
    )
    house.gate.count(SIGN_IN_ADDRESS, "address", peer)
    with transaction(house.engine, door="sign-in") as db:
        found = accounts.credentials(db, email)
    # Hashing takes long and much memory: no connection is held meanwhile.
    if not passwords.verify(found.password_hash if found else None, _password(call)) or not found:
        return _sign_in_page(
            call,
            next_path=call.form.text("next"),
            errors={"email": call.text(WRONG)},
            status=422,
        )
    with transaction(house.engine, door="sign-in") as db:
        token = accounts.open_session(
            db,
            found.user_id,
            key=settings.secret_key,
            now=call.now,
            hours=settings.session_hours,
            agent=call.request.headers.get("user-agent", ""),
        )
    response = _after_sign_in(call)
    set_session(response, token, settings)
    return response


def _password(call: Call) -> str:
    return next(iter(call.form.all("password")), "")


def _after_sign_in(call: Call) -> Response:
    """On to where the person was going. What was being sent when the session ended is shown
    with a button that sends it: a POST is never repeated unasked."""
    target = safe_path(call.form.text("next"))
    kept = [(n, v) for n, values in call.form.fields.items() for v in values if n not in _OWN]
    if kept and target:
        return call.page("accounts/resume.html", target=target, kept=kept)
    return RedirectResponse(target or call.url("home"), 303)


def safe_path(path: str) -> str:
    """A path on this host, or nothing: no one is led away by a link to the sign-in page."""
    parts = urlsplit(path)
    inside = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if inside and not parts.scheme and not parts.netloc else ""


def sign_out(call: Call) -> Response:
    """End the session for good, also for a copied cookie."""
    settings = call.house.settings
    token = call.request.cookies.get(cookie_name(settings))
    if token:
        with transaction(call.house.engine, door="sign-in") as db:
            accounts.close_session(db, token, key=settings.secret_key)
    response = call.redirect("sign_in", notice="signed-out")
    forget_session(response, settings)
    return response


def invitation(call: Call) -> Response:
    """The way in by mail. GET only shows a form, for mail scanners open links too."""
    token = str(call.request.path_params["token"])
    key = call.house.settings.secret_key
    with transaction(call.house.engine, door="sign-in") as db:
        found = accounts.invitation(db, token, key=key, now=call.now)
    if call.request.method != "POST":
        return call.page("accounts/invitation.html", email=found.email, name=found.name, errors={})
    errors = _account_faults(call, found.email)
    if not errors:
        kept = passwords.hashed(_password(call))
        try:
            with transaction(call.house.engine, door="sign-in") as db:
                accounts.accept(
                    db, found.id, name=call.form.text("name"), password_hash=kept, now=call.now
                )
        except Invalid as problem:
            errors = {field: call.text(text) for field, text in problem.fields.items()}
    if errors:
        return call.page(
            "accounts/invitation.html",
            status=422,
            email=found.email,
            name=call.form.text("name"),
            errors=errors,
        )
    call.form = type(call.form)({"email": [found.email], "password": [_password(call)]})
    return _signing_in(call)


def _account_faults(call: Call, email: str) -> dict[str, str]:
    errors = {}
    if not call.form.text("name"):
        errors["name"] = call.text(NAME_MISSING)
    fault = passwords.fault(_password(call), email=email)
    if fault:
        errors["password"] = call.text(fault)
    return errors


def language(call: Call) -> Response:
    """Choose the language; it stays with the person, or with the browser."""
    chosen = call.form.text("language")
    response = RedirectResponse(safe_path(call.form.text("next")) or call.url("home"), 303)
    if chosen in LANGUAGES:
        response.set_cookie(
            "language", chosen, max_age=31_536_000, samesite="lax", httponly=True,
            secure=call.house.settings.secure,
        )  # fmt: skip
        if call.person is not None:
            with transaction(call.house.engine, call.person.actor) as db:
                accounts.choose_language(db, call.person.actor, chosen)
    return response


def settings(call: Call) -> Response:
    """A person's own settings: language and single-key shortcuts."""
    if call.request.method != "POST":
        return call.page("accounts/settings.html")
    accounts.choose_language(call.db, call.actor, call.form.text("language"))
    accounts.choose_shortcuts(call.db, call.actor, on=call.form.has("shortcuts"))
    return call.redirect("settings", notice="settings")


def colleagues(call: Call) -> Response:
    """Who works here, and inviting one more."""
    if call.request.method != "POST":
        return _colleagues_page(call)
    try:
        _invite_colleague(call)
    except Invalid as problem:
        errors = {field: call.text(text) for field, text in problem.fields.items()}
        return _colleagues_page(call, errors=errors, status=422)
    return call.redirect("colleagues", notice="invited")


def _colleagues_page(
    call: Call, *, errors: dict[str, str] | None = None, status: int = 200
) -> Response:
    roles = [(role, call.text(ROLE_NAMES[role])) for role in sorted(ROLES_OF[call.actor.side])]
    return call.page(
        "accounts/colleagues.html",
        status=status,
        users=accounts.colleagues(call.db, call.actor),
        roles=roles,
        role_names={str(role): label for role, label in roles},
        typed={
            "email": call.form.text("email"),
            "name": call.form.text("name"),
            "roles": call.form.all("roles"),
        },
        errors=errors or {},
    )


def _invite_colleague(call: Call) -> None:
    actor = call.actor
    known = {str(role): role for role in ROLES_OF[actor.side]}
    roles: tuple[Role, ...] = tuple(known[r] for r in call.form.all("roles") if r in known)
    if not roles:
        raise Invalid({"roles": NO_ROLE})
    new = NewInvitation(
        organisation_id=actor.organisation_id,
        buyer_id=actor.organisation_id if actor.side == "buyer" else None,
        email=call.form.text("email"),
        name=call.form.text("name"),
        roles=roles,
        language=actor.language,
    )
    token = accounts.invite(call.db, actor, new, key=call.house.settings.secret_key, now=call.now)
    notifications.invitation(
        call.db, actor, new, token=token, base_url=call.house.settings.base_url, now=call.now
    )


def disable(call: Call) -> Response:
    """Take a colleague's access away."""
    try:
        accounts.disable(call.db, call.actor, call.id("user"), now=call.now)
    except Invalid as problem:
        return _colleagues_page(call, errors={"": call.text(problem.sentence)}, status=422)
    return call.redirect("colleagues", notice="disabled")


ROUTES = [
    Route("/sign-in", endpoint(sign_in, door=True), methods=["GET", "POST"], name="sign_in"),
    Route("/sign-out", endpoint(sign_out, door=True), methods=["POST"], name="sign_out"),
    Route(
        "/invitation/{token}",
        endpoint(invitation, door=True),
        methods=["GET", "POST"],
        name="invitation",
    ),
    Route("/language", endpoint(language, door=True), methods=["POST"], name="language"),
    Route("/settings", endpoint(settings), methods=["GET", "POST"], name="settings"),
    Route("/colleagues", endpoint(colleagues), methods=["GET", "POST"], name="colleagues"),
    Route("/colleagues/{user:uuid}/disable", endpoint(disable), methods=["POST"], name="disable"),
]
