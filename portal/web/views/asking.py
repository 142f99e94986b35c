"""The planner's form for a new campaign: what is asked, of whom, until when."""

import re
from collections.abc import Mapping
from typing import Final

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.access import Action, Thing, check
from portal.domain.deadlines import day_in_sweden, default_due_day
from portal.errors import Invalid
from portal.services import campaigns, questionnaires, suppliers
from portal.services.asking import Asked, NewCampaign
from portal.services.invitations import Sender
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.forms import Form, day_pieces, day_typed, id_of

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
            **{f"due_on-{piece}": [written] for piece, written in day_pieces(due).items()},
            "goods": ["yes"],
            "labour_risk": ["medium"],
            "transparency_depth": ["1"],
        }
    )


def _form(call: Call, *, typed: Form, problem: Invalid | None = None) -> Response:
    return call.page(
        "campaigns/new.html",
        status=422 if problem else 200,
        typed=typed,
        errors=call.faults(problem) if problem else {},
        questionnaires=[
            (str(one.id), f"{one.title[call.language]} ({one.version})")
            for one in questionnaires.offered(call.db)
        ],
        suppliers=suppliers.known(call.db, call.actor),
        facts=[(key, call.text(words)) for key, words in FACTS.items()],
        risks=[(key, call.text(words)) for key, words in RISKS.items()],
        depths=[(key, call.text(words)) for key, words in DEPTHS.items()],
        due=typed.pieces("due_on"),
        new_rows=_new_rows(typed) or [{}],
    )


def _typed(form: Form) -> NewCampaign:
    """What was typed, as it stands; the service says what cannot be taken."""
    known = [
        Asked(
            organisation_id=organisation_id,
            name="",
            number="",
            email=form.text(f"known-email-{value}"),
        )
        for value in form.all("known")
        if (organisation_id := id_of(value))
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
    return NewCampaign(
        title=form.text("title"),
        questionnaire_id=id_of(form.text("questionnaire")),
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


_ROW: Final = re.compile(r"new-([0-9]{1,4})-\w+")


def _row_number(name: str) -> str | None:
    row = _ROW.fullmatch(name)
    return row[1] if row else None


def _unreadable_day(form: Form) -> dict[str, str]:
    """The fault of a day that is none; told together with all the other faults of the page."""
    try:
        day_typed(form, "due_on")
    except Invalid as problem:
        return dict(problem.fields)
    return {}


ROUTES = [
    Route("/campaigns/new", endpoint(new), methods=["GET", "POST"], name="new_campaign"),
]
