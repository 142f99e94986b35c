"""The way in by an invitation's link."""

from typing import Final
from uuid import UUID

from starlette.responses import Response
from starlette.routing import Route

from portal.data.session import transaction
from portal.data.tables import Invitation
from portal.errors import Invalid
from portal.services import invitations, passwords
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.views.sessions import begin_session

NAME_MISSING: Final = N_("Write your name, so that your colleagues know who answered.")


def invitation(call: Call) -> Response:
    """The form for one's own account. GET only shows it, for mail scanners open links too."""
    token = str(call.request.path_params["token"])
    key = call.house.settings.secret_key
    with transaction(call.house.engine, door="sign-in") as db:
        found = invitations.invitation(db, token, key=key, now=call.now)
    if call.request.method != "POST":
        return call.page("accounts/invitation.html", email=found.email, name=found.name, errors={})
    try:
        user_id = _accept(call, found)
    except Invalid as problem:
        return call.page(
            "accounts/invitation.html",
            status=422,
            email=found.email,
            name=call.form.text("name"),
            errors=call.faults(problem),
        )
    return begin_session(call, user_id, call.redirect("home"))


def _accept(call: Call, found: Invitation) -> UUID:
    """Make the account, with the name and password that were typed. Raises Invalid."""
    name, password = call.form.text("name"), call.form.exact("password")
    faults = {} if name else {"name": NAME_MISSING}
    fault = passwords.fault(password, email=found.email)
    if fault:
        faults["password"] = fault
    if faults:
        raise Invalid(faults)
    # Hashing takes long and much memory: no connection is held meanwhile.
    kept = passwords.hashed(password)
    with transaction(call.house.engine, door="sign-in") as db:
        return invitations.accept(db, found.id, name=name, password_hash=kept, now=call.now)


ROUTES = [
    Route(
        "/invitation/{token}",
        endpoint(invitation, door=True),
        methods=["GET", "POST"],
        name="invitation",
    ),
]
