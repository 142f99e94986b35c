"""The mail list: what has gone out, to whom, and what became of it."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response
from starlette.routing import Route

from portal.data.session import connect, transaction
from portal.domain.mails import MailState
from portal.errors import NotFound
from portal.services import notifications
from portal.texts import N_
from portal.web.endpoint import Call, endpoint

STATES: Final[Mapping[MailState, tuple[str, str]]] = {
    MailState.WAITING: (N_("Waiting"), "waiting"),
    MailState.SENDING: (N_("Being sent"), "part"),
    MailState.SENT: (N_("Sent"), "fine"),
    MailState.KEPT: (N_("Kept here"), "information"),
    MailState.UNKNOWN: (N_("Not known"), "caution"),
    MailState.FAILED: (N_("Not sent"), "risk"),
    MailState.BOUNCED: (N_("Came back"), "risk"),
}


def listing(call: Call) -> Response:
    """The mails that concern the person's organisation, the newest first."""
    before = call.request.query_params.get("before")
    mails = notifications.listing(call.db, call.actor, before=before)
    return call.page(
        "notifications/list.html",
        mails=mails.lines,
        older=mails.older,
        states={key: (call.text(words), kind) for key, (words, kind) in STATES.items()},
        smtp=call.house.settings.smtp_url is not None,
    )


def show(call: Call) -> Response:
    """One mail as it was written."""
    mail = notifications.one(call.db, call.actor, call.id("notification"))
    words, kind = STATES[MailState(mail.state)]
    return call.page(
        "notifications/show.html",
        mail=mail,
        state=call.text(words),
        kind=kind,
        link=_demonstration_link(call) if notifications.LINK in mail.text else None,
    )


def _demonstration_link(call: Call) -> str | None:
    """The secret link of a kept mail, in the demonstration alone: no mail leaves it, and nobody
    could else try an invitation. Only the worker's role may read it, and production's web does
    not know how to connect as that."""
    settings = call.house.settings
    if settings.mode != "demo" or settings.smtp_url is not None:
        return None
    engine = connect(settings.worker_database_url, pool_size=1)
    with transaction(engine) as db:
        link = notifications.secret_link(db, call.id("notification"))
    engine.dispose()
    return link


def calendar(call: Call) -> Response:
    """The calendar entry that goes with a mail, as a file."""
    mail = notifications.one(call.db, call.actor, call.id("notification"))
    if mail.calendar is None:
        raise NotFound
    return Response(
        mail.calendar,
        media_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="underlag.ics"'},
    )


ROUTES = [
    Route("/mail", endpoint(listing), name="mail"),
    Route("/mail/{notification:uuid}", endpoint(show), name="one_mail"),
    Route("/mail/{notification:uuid}/underlag.ics", endpoint(calendar), name="mail_calendar"),
]
