"""The planner's pages: campaigns, one of them with its suppliers, and what is changed for one."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.assessment import STATE_NAMES, SUBMITTED_STATES, WITH_SUPPLIER, AssessmentState
from portal.domain.deadlines import day_in_sweden
from portal.errors import Invalid
from portal.services import campaigns, following
from portal.services.following import Followed
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.forms import day_pieces, day_typed

# The bar of a campaign, which is also its filter: key, words, the bar's and the tag's kind.
STAGES: Final = (
    ("not_reached", N_("Not reached"), "risk", "risk"),
    ("overdue", N_("Overdue"), "caution", "caution"),
    ("sent", N_("Not opened"), "plain", "plain"),
    ("opened", N_("Opened"), "waiting", "open"),
    ("in_progress", N_("Started"), "half", "part"),
    ("submitted", N_("Submitted"), "information", "information"),
    ("finished", N_("Finished"), "fine", "fine"),
    ("withdrawn", N_("Withdrawn"), "plain", "locked"),
)


def listing(call: Call) -> Response:
    """The buyer's campaigns."""
    lines = campaigns.lines(call.db, call.actor)
    open_states = {str(state) for state in WITH_SUPPLIER}
    return call.page("campaigns/list.html", lines=lines, open_states=open_states)


def stage_of(one: Followed) -> str:
    """The part of the bar that a supplier belongs to."""
    if not one.reached:
        return "not_reached"
    if one.overdue:
        return "overdue"
    if one.state == AssessmentState.WITHDRAWN:
        return "withdrawn"
    if one.state in SUBMITTED_STATES:
        return "finished" if one.state == AssessmentState.ASSESSED else "submitted"
    return "in_progress" if one.state == AssessmentState.RETURNED else str(one.state)


def show(call: Call) -> Response:
    """One campaign: how far its suppliers are, as a bar that is also the filter, and as a list."""
    campaign = campaigns.campaign(call.db, call.actor, call.id("campaign"))
    suppliers = following.followed(call.db, campaign.id, now=call.now)
    chosen = call.request.query_params.get("stage", "")
    return call.page(
        "campaigns/show.html",
        campaign=campaign,
        parts=_parts(call, campaign.id, suppliers, chosen),
        suppliers=[one for one in suppliers if chosen in ("", stage_of(one))],
        chosen=chosen,
        state_names={state: call.text(words) for state, words in STATE_NAMES.items()},
        stage_of=stage_of,
        stages={key: (call.text(words), kind) for key, words, _, kind in STAGES},
        with_supplier=WITH_SUPPLIER,
    )


def _parts(
    call: Call, campaign_id: UUID, suppliers: Sequence[Followed], chosen: str
) -> Iterable[dict[str, object]]:
    stages = [stage_of(one) for one in suppliers]
    return [
        {
            "label": call.text(words),
            "count": stages.count(key),
            "url": call.url("campaign", campaign=campaign_id)
            if key == chosen
            else call.url("campaign", campaign=campaign_id, stage=key),
            "kind": kind,
            "current": key == chosen,
        }
        for key, words, kind, _ in STAGES
    ]


def due_date(call: Call) -> Response:
    """Move one supplier's last day to answer."""
    assessment_id = call.id("assessment")
    line = following.follow(call.db, call.actor, assessment_id, now=call.now)
    due = day_pieces(day_in_sweden(line.due_at))
    errors: dict[str, str] = {}
    if call.request.method == "POST":
        due = call.form.pieces("due_on")
        try:
            campaign_id = following.change_due_date(
                call.db, call.actor, assessment_id, day_typed(call.form, "due_on"), now=call.now
            )
        except Invalid as problem:
            errors = call.faults(problem)
        else:
            return call.redirect("campaign", campaign=campaign_id, notice="due-changed")
    return call.page(
        "campaigns/due_date.html",
        status=422 if errors else 200,
        line=line,
        due=due,
        errors=errors,
    )


def withdraw(call: Call) -> Response:
    """Take one request back; GET asks first."""
    assessment_id = call.id("assessment")
    if call.request.method != "POST":
        line = following.follow(call.db, call.actor, assessment_id, now=call.now)
        return call.page("campaigns/withdraw.html", line=line)
    campaign_id = following.withdraw(call.db, call.actor, assessment_id, now=call.now)
    return call.redirect("campaign", campaign=campaign_id, notice="withdrawn")


ROUTES = [
    Route("/campaigns", endpoint(listing), name="campaigns"),
    Route("/campaigns/{campaign:uuid}", endpoint(show), name="campaign"),
    Route(
        "/campaigns/suppliers/{assessment:uuid}/due-date",
        endpoint(due_date),
        methods=["GET", "POST"],
        name="due_date",
    ),
    Route(
        "/campaigns/suppliers/{assessment:uuid}/withdraw",
        endpoint(withdraw),
        methods=["GET", "POST"],
        name="withdraw",
    ),
]
