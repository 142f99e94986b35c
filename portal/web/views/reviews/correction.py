"""Correcting a flag: the form at the flag, and keeping what was filled in."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.flags import Written
from portal.errors import Conflict, Invalid, NotFound
from portal.services import reviews
from portal.web.endpoint import Call, endpoint, status_of
from portal.web.forms import id_of
from portal.web.views.reviews.desk import after_decision, by_page, document_page, flag_url, kept
from portal.web.views.reviews.form import as_it_stands, as_sent, correction_form, with_move


def show(call: Call) -> Response:
    """The form, filled in with what the flag says."""
    return _form(call, None)


def correct(call: Call) -> Response:
    """Keep the correction, or show the form again: for another topic or words, or with faults."""
    written = as_sent(call.form)
    if call.form.has("show") or call.form.has("move"):
        return _form(call, written)
    document_id, flag_id = call.id("document"), call.id("flag")
    shown = id_of(call.form.text("version"))
    try:
        reviews.correct_flag(
            call.db, call.actor, document_id, flag_id, written, shown=shown, now=call.now
        )
    except (Invalid, Conflict) as problem:
        return _refused(call, written, problem)
    return after_decision(call, document_id, flag_id)


def _refused(call: Call, written: Written, problem: Invalid | Conflict) -> Response:
    """The form with what is wrong at its fields, and everything that was filled in."""
    errors = call.faults(problem) or {"": call.sentence(problem)}
    return _form(call, written, errors=errors, status=status_of(problem))


def _form(
    call: Call,
    written: Written | None,
    *,
    errors: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    document_id, flag_id = call.id("document"), call.id("flag")
    reviews.check_correctable(call.db, call.actor, document_id, flag_id)
    desk = reviews.desk(call.db, call.actor, document_id, flag_id=flag_id, by_page=by_page(call))
    flag = desk.marks.flag(flag_id)
    if flag is None or desk.leaf is None:
        raise NotFound
    written = written or as_it_stands(flag, call.language)
    form = correction_form(
        flag,
        with_move(written, call.form.text("move"), flag, desk.leaf.text),
        call.language,
        text=desk.leaf.text,
        url=call.url("correct_flag", document=document_id, flag=flag_id, **kept(call)),
        cancel=flag_url(call, document_id, flag),
        errors=errors,
    )
    if call.wants_fragment:
        return call.page("reviews/_correction.html", status=status, form=form)
    return document_page(call, desk, correction=form, status=status)


_FLAG: Final = "/review/documents/{document:uuid}/flags/{flag:uuid}/correction"
ROUTES: Final = [
    Route(_FLAG, endpoint(show), name="correction"),
    Route(_FLAG, endpoint(correct), methods=["POST"], name="correct_flag"),
]
