"""What a paper is, said by its supplier: the form, and the one press that says it is right."""

from collections.abc import Mapping

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import DATES, KIND_LABELS, LANGUAGE_LABELS, SAYABLE
from portal.errors import Invalid, NotFound
from portal.services import documents
from portal.services.documents import About, Paper
from portal.web.endpoint import Call, endpoint
from portal.web.facts import fact_lines
from portal.web.forms import Form


def show(call: Call) -> Response:
    """The form, filled in with what is known."""
    paper, about = _own(call)
    values: dict[str, object] = {
        name: _fields(name, fact.value) for name, fact in about.known.items()
    }
    return _page(call, paper, about, values)


def say(call: Call) -> Response:
    """Keep what was said; or the form again with what is wrong and what was typed."""
    paper, about = _own(call)
    written = written_in(call.form)
    try:
        documents.say(call.db, call.actor, paper.id, written, now=call.now)
    except Invalid as problem:
        values = {name: _fields(name, value) for name, value in written.items()}
        return _page(call, paper, about, values, errors=call.faults(problem), status=422)
    return call.redirect("document", document=paper.id, notice="facts", anchor="about-paper")


def written_in(form: Form) -> dict[str, object]:
    """The facts that a form sends; a date in one field or in three."""
    written: dict[str, object] = {}
    for name in SAYABLE:
        if name in DATES and form.has(f"{name}-year"):
            written[name] = form.pieces(name)
        elif form.has(name):
            written[name] = form.text(name)
    return written


def _own(call: Call) -> tuple[Paper, About]:
    """The supplier's own paper and what is known of it; a buyer has no such page."""
    if call.actor.side != "supplier":
        raise NotFound
    paper = documents.paper(call.db, call.actor, call.id("document"))
    return paper, documents.about(call.db, paper, today=day_in_sweden(call.now))


def _fields(name: str, value: object) -> object:
    """A value as its field takes it: a date in three pieces, of which some may be empty."""
    if name not in DATES or isinstance(value, Mapping):
        return value
    year, month, day = [*str(value).split("-"), "", ""][:3]
    return {"day": day, "month": month, "year": year}


def _page(
    call: Call,
    paper: Paper,
    about: About,
    values: Mapping[str, object],
    *,
    errors: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    lines = fact_lines(
        call, about, lambda words: call.url("document", document=paper.id, page=words.page)
    )
    return call.page(
        "documents/facts.html",
        status=status,
        paper=paper,
        values=values,
        errors=errors or {},
        labels={name: call.text(name.label) for name in SAYABLE},
        dates=DATES,
        read={line.name: line for line in lines if line.words},
        kinds=[(kind, call.text(label)) for kind, label in KIND_LABELS.items()],
        languages=[(code, call.text(label)) for code, label in LANGUAGE_LABELS.items()],
    )


_ONE = "/documents/{document:uuid}/facts"

ROUTES = [
    Route(_ONE, endpoint(show), name="facts"),
    Route(_ONE, endpoint(say), methods=["POST"], name="say_facts"),
]
