"""The planner's pages: campaigns, a new one, one of them with its suppliers."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.access import Action, Thing, check
from portal.domain.assessment import STATE_NAMES, SUBMITTED_STATES, WITH_SUPPLIER, AssessmentState
from portal.domain.deadlines import day_in_sweden, default_due_day
from portal.errors import Invalid
from portal.services import campaigns, questionnaires
from portal.services.asking import Asked, NewCampaign
from portal.services.campaigns import Followed, Sender
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.forms import Form

NO_DAY: Final = N_("Write the date with day, month and year in numbers.")

# What a planner may tell of the contract, and the words it is told with.
FACTS: Final[Mapping[str, str]] = {
    "goods": N_("Goods are delivered, not only services"),
    "chemical_product": N_("Chemical products are among them, such as detergents"),
    "buyer_asks_sites": N_("We ask for names and addresses of the factories"),
    "chem_req": N_("The contract has requirements on chemicals"),
    "env_req": N_("The contract has requirements on environmental work"),
}
RISKS: Final[Mapping[str, str]] = {
    "low": N_("Low"),
    "medium": N_("Medium"),
    "high": N_("High: the suppliers answer the section on labour conditions too"),
}
DEPTHS: Final[Mapping[str, str]] = {
    "1": N_("Final manufacture"),
    "2": N_("One step beyond"),
    "3": N_("Components"),
    "4": N_("Raw material"),
}

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


def new(call: Call) -> Response:
    """The form for a new campaign, and sending it."""
    check(call.actor, Action.PLAN_CAMPAIGN, Thing(buyer_id=call.actor.organisation_id))
    if call.request.method != "POST":
        return _form(call, typed=_defaults(call))
    if call.form.has("add"):
        return _form(call, typed=call.form)
    settings = call.house.settings
    try:
        # A savepoint: what was begun before a fault was met is not kept.
        with call.db.begin_nested():
            campaign_id = campaigns.send(
                call.db,
                call.actor,
                _typed(call.form),
                Sender(settings.secret_key, settings.base_url),
                now=call.now,
            )
    except Invalid as problem:
        problem.fields |= _unreadable_day(call.form)
        return _form(call, typed=call.form, problem=problem)
    return call.redirect("campaign", campaign=campaign_id, notice="campaign-sent")


def _defaults(call: Call) -> Form:
    due = default_due_day(day_in_sweden(call.now))
    offered = questionnaires.offered(call.db)
    return Form(
        {
            "questionnaire": [str(one.id) for one in offered[:1]],
            "due_on-day": [str(due.day)],
            "due_on-month": [str(due.month)],
            "due_on-year": [str(due.year)],
            "goods": ["yes"],
            "labour_risk": ["medium"],
            "transparency_depth": ["1"],
        }
    )


def _form(call: Call, *, typed: Form, problem: Invalid | None = None) -> Response:
    errors = (
        {k: call.text(v, **problem.values) for k, v in problem.fields.items()} if problem else {}
    )
    return call.page(
        "campaigns/new.html",
        status=422 if problem else 200,
        typed=typed,
        errors=errors,
        questionnaires=[
            (str(one.id), f"{one.title[call.language]} ({one.version})")
            for one in questionnaires.offered(call.db)
        ],
        suppliers=campaigns.known_suppliers(call.db, call.actor),
        facts=[(key, call.text(words)) for key, words in FACTS.items()],
        risks=[(key, call.text(words)) for key, words in RISKS.items()],
        depths=[(key, call.text(words)) for key, words in DEPTHS.items()],
        due={part: typed.text(f"due_on-{part}") for part in ("day", "month", "year")},
        new_rows=_new_rows(typed) or [{}],
    )


def _typed(form: Form) -> NewCampaign:
    """What was typed, as it stands; the service says what cannot be taken."""
    known = [
        Asked(
            organisation_id=UUID(value), name="", number="", email=form.text(f"known-email-{value}")
        )
        for value in form.all("known")
        if _is_id(value)
    ]
    fresh = [
        Asked(organisation_id=None, name=row["name"], number=row["number"], email=row["email"])
        for row in _new_rows(form)
    ]
    context: dict[str, object] = {key: form.has(key) for key in FACTS}
    context["labour_risk"] = (
        form.text("labour_risk") if form.text("labour_risk") in RISKS else "medium"
    )
    depth = form.text("transparency_depth")
    context["transparency_depth"] = int(depth) if depth in DEPTHS else 1
    questionnaire = form.text("questionnaire")
    return NewCampaign(
        title=form.text("title"),
        questionnaire_id=UUID(questionnaire) if _is_id(questionnaire) else None,
        due_on=None if _unreadable_day(form) else day_typed(form, "due_on"),
        context=context,
        suppliers=known + fresh,
    )


def _new_rows(form: Form) -> list[dict[str, str]]:
    """The rows of new suppliers that have something in them."""
    numbers = sorted({int(n) for name in form.fields if (n := _row_number(name)) is not None})
    rows = [
        {key: form.text(f"new-{n}-{key}") for key in ("name", "number", "email")} for n in numbers
    ]
    return [row for row in rows if any(row.values())]


def _row_number(name: str) -> str | None:
    parts = name.split("-")
    return parts[1] if len(parts) == 3 and parts[0] == "new" and parts[1].isdigit() else None


def _is_id(value: str) -> bool:
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def day_typed(form: Form, name: str) -> dt.date | None:
    """A date from its three fields; None where nothing was typed.

    Raises Invalid on the field where something was typed that is no date.
    """
    parts = [form.text(f"{name}-{part}") for part in ("year", "month", "day")]
    if not any(parts):
        return None
    try:
        return dt.date(*(int(part) for part in parts))
    except ValueError:
        raise Invalid({name: NO_DAY}) from None


def _unreadable_day(form: Form) -> dict[str, str]:
    """The fault of a day that is none; told together with all the other faults of the page."""
    try:
        day_typed(form, "due_on")
    except Invalid as problem:
        return dict(problem.fields)
    return {}


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
    suppliers = campaigns.followed(call.db, campaign.id, now=call.now)
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
    line = campaigns.follow(call.db, call.actor, assessment_id, now=call.now)
    due = {
        "day": str(day_in_sweden(line.due_at).day),
        "month": str(day_in_sweden(line.due_at).month),
        "year": str(day_in_sweden(line.due_at).year),
    }
    errors: dict[str, str] = {}
    if call.request.method == "POST":
        due = {part: call.form.text(f"due_on-{part}") for part in due}
        try:
            campaign_id = campaigns.change_due_date(
                call.db, call.actor, assessment_id, day_typed(call.form, "due_on"), now=call.now
            )
        except Invalid as problem:
            errors = {key: call.text(words) for key, words in problem.fields.items()}
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
        line = campaigns.follow(call.db, call.actor, assessment_id, now=call.now)
        return call.page("campaigns/withdraw.html", line=line)
    campaign_id = campaigns.withdraw(call.db, call.actor, assessment_id, now=call.now)
    return call.redirect("campaign", campaign=campaign_id, notice="withdrawn")


ROUTES = [
    Route("/campaigns", endpoint(listing), name="campaigns"),
    Route("/campaigns/new", endpoint(new), methods=["GET", "POST"], name="new_campaign"),
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
