"""A person's own settings, and the colleagues of the organisation."""

from typing import Final

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from portal.data.session import transaction
from portal.domain.access import ROLE_NAMES, ROLES_OF, Role
from portal.errors import Invalid
from portal.services import accounts, invitations
from portal.services.invitations import NewInvitation, Sender
from portal.texts import LANGUAGES, N_
from portal.web.endpoint import Call, endpoint
from portal.web.security import safe_path

NO_ROLE: Final = N_("Choose at least one role.")


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
        return _colleagues_page(call, errors=call.faults(problem), status=422)
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
        buyer_id=actor.buyer_id,
        email=call.form.text("email"),
        name=call.form.text("name"),
        roles=roles,
        language=actor.language,
    )
    sender = Sender(call.house.settings.secret_key, call.house.settings.base_url)
    invitations.invite(call.db, actor, new, sender, now=call.now)


def disable(call: Call) -> Response:
    """Take a colleague's access away."""
    try:
        accounts.disable(call.db, call.actor, call.id("user"), now=call.now)
    except Invalid as problem:
        return _colleagues_page(call, errors={"": call.sentence(problem)}, status=422)
    return call.redirect("colleagues", notice="disabled")


ROUTES = [
    Route("/language", endpoint(language, door=True), methods=["POST"], name="language"),
    Route("/settings", endpoint(settings), methods=["GET", "POST"], name="settings"),
    Route("/colleagues", endpoint(colleagues), methods=["GET", "POST"], name="colleagues"),
    Route("/colleagues/{user:uuid}/disable", endpoint(disable), methods=["POST"], name="disable"),
]
