"""The first page after signing in: each role's own."""

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.access import Role
from portal.web.endpoint import Call, endpoint
from portal.web.views import assessments


def home(call: Call) -> Response:
    """The supplier's requests, the reviewer's queue, the planner's campaigns, or the staff."""
    actor = call.actor
    if actor.side == "supplier":
        return assessments.requests(call)
    if Role.REVIEWER in actor.roles:
        return call.redirect("queue")
    if Role.PLANNER in actor.roles:
        return call.redirect("campaigns")
    return call.redirect("colleagues")


ROUTES = [Route("/", endpoint(home), name="home")]
