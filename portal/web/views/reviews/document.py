"""The reviewer's document page: the page, its flags, and the decisions on them."""

from typing import Final
from uuid import UUID

from starlette.responses import Response
from starlette.routing import Route

from portal.errors import Conflict, Invalid
from portal.services import accounts, reviews
from portal.services.reviews import Choice
from portal.web.endpoint import Call, endpoint, status_of
from portal.web.forms import id_of, number_of
from portal.web.views.reviews.desk import (
    after_decision,
    by_page,
    document_page,
    kept,
    page_view,
    reply,
    to_flag,
)


def show(call: Call) -> Response:
    """A document at a page and a flag; to a script, the page alone."""
    asked = call.request.query_params
    desk = reviews.desk(
        call.db,
        call.actor,
        call.id("document"),
        page=number_of(asked.get("page")),
        flag_id=id_of(asked.get("flag")),
        by_page=by_page(call),
    )
    if call.wants_fragment:
        return call.page("reviews/_page.html", view=page_view(call, desk))
    return document_page(call, desk)


def decide(call: Call) -> Response:
    """Keep what was pressed; the next open flag follows, or the flag again with what is wrong."""
    document_id, flag_id = call.id("document"), call.id("flag")
    choice = Choice(
        kind=call.form.text("decision"),
        reason=call.form.text("reason"),
        shown=id_of(call.form.text("version")),
    )
    try:
        reviews.decide_flag(call.db, call.actor, document_id, flag_id, choice, now=call.now)
    except (Invalid, Conflict) as problem:
        return _refused(call, flag_id, choice, problem)
    return after_decision(call, document_id, flag_id)


def undo(call: Call) -> Response:
    """Take the last decision back; its flag is there to decide anew."""
    document_id, decision_id = call.id("document"), id_of(call.form.text("version"))
    flag_id = reviews.undo(call.db, call.actor, document_id, decision_id, now=call.now)
    marks = reviews.marked(call.db, call.actor, document_id, by_page=by_page(call))
    if call.wants_fragment:
        return reply(call, document_id, marks, flag_id)
    return to_flag(call, document_id, marks.flag(flag_id))


def shortcuts(call: Call) -> Response:
    """Turn the single keys on or off, and come back to the document."""
    accounts.choose_shortcuts(call.db, call.actor, on=call.form.text("shortcuts") == "on")
    return call.redirect("review_document", document=call.id("document"), **kept(call))


def _refused(call: Call, flag_id: UUID, choice: Choice, problem: Invalid | Conflict) -> Response:
    """The flag again, with what is wrong and what was typed."""
    sentence = next(iter(call.faults(problem).values()), call.sentence(problem))
    wrong = {"flag": str(flag_id), "sentence": sentence, "typed": choice.reason}
    status = status_of(problem)
    document_id = call.id("document")
    if call.wants_fragment:
        marks = reviews.marked(call.db, call.actor, document_id, by_page=by_page(call))
        return reply(call, document_id, marks, flag_id, wrong=wrong, status=status)
    desk = reviews.desk(call.db, call.actor, document_id, flag_id=flag_id, by_page=by_page(call))
    return document_page(call, desk, wrong=wrong, status=status)


_DOCUMENT: Final = "/review/documents/{document:uuid}"
ROUTES: Final = [
    Route(_DOCUMENT, endpoint(show), name="review_document"),
    Route(_DOCUMENT + "/flags/{flag:uuid}", endpoint(decide), methods=["POST"], name="decide_flag"),
    Route(_DOCUMENT + "/undo", endpoint(undo), methods=["POST"], name="undo_decision"),
    Route(_DOCUMENT + "/shortcuts", endpoint(shortcuts), methods=["POST"], name="review_shortcuts"),
]
