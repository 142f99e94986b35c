"""The reviewer's document page: the page, its flags, and the decisions on them."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from starlette.responses import Response
from starlette.routing import Route

from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import blocks_at
from portal.domain.flags import REJECT_REASONS, TOPIC_NAMES
from portal.errors import Conflict, Invalid, NotFound
from portal.services import accounts, documents, reviews
from portal.services.documents import Leaf
from portal.services.reviews import Choice, Desk, Marked, Marks
from portal.texts import N_
from portal.web.endpoint import STATUS, Call, endpoint
from portal.web.facts import fact_lines, notice_sentences
from portal.web.forms import id_of, number_of
from portal.web.views.leaves import told
from portal.web.views.pictures import larger_of, url_of
from portal.web.views.reviews.words import anew, item, rect

DRAWN_DPI: Final = 110
POINTS_AN_INCH: Final = 72

UNDO_WORDS: Final = N_("Last decision: %(topic)s on page %(page)s.")


def show(call: Call) -> Response:
    """A document at a page and a flag; to a script, the page alone."""
    asked = call.request.query_params
    desk = reviews.desk(
        call.db,
        call.actor,
        call.id("document"),
        page=number_of(asked.get("page")),
        flag_id=id_of(asked.get("flag")),
        by_page=_by_page(call),
    )
    if call.wants_fragment:
        return call.page("reviews/_page.html", view=_page_view(call, desk))
    return _document_page(call, desk)


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
    marks = reviews.marked(call.db, call.actor, document_id, by_page=_by_page(call))
    if call.wants_fragment:
        return _reply(call, document_id, marks, flag_id)
    return _to(call, document_id, marks.next_open(flag_id) or marks.flag(flag_id))


def undo(call: Call) -> Response:
    """Take the last decision back; its flag is there to decide anew."""
    document_id, decision_id = call.id("document"), id_of(call.form.text("version"))
    flag_id = reviews.undo(call.db, call.actor, document_id, decision_id, now=call.now)
    marks = reviews.marked(call.db, call.actor, document_id, by_page=_by_page(call))
    if call.wants_fragment:
        return _reply(call, document_id, marks, flag_id)
    return _to(call, document_id, marks.flag(flag_id))


def shortcuts(call: Call) -> Response:
    """Turn the single keys on or off, and come back to the document."""
    accounts.choose_shortcuts(call.db, call.actor, on=call.form.text("shortcuts") == "on")
    return call.redirect("review_document", document=call.id("document"), **_kept(call))


def _by_page(call: Call) -> bool:
    return call.request.query_params.get("order") == "page"


def _kept(call: Call) -> dict[str, str]:
    """What goes along from page to page: the order of the list."""
    return {"order": "page"} if _by_page(call) else {}


def _url(call: Call, document_id: UUID, **params: object) -> str:
    return call.url("review_document", document=document_id, **params, **_kept(call))


def _flag_url(call: Call, document_id: UUID, flag: Marked) -> str:
    return _url(call, document_id, page=flag.page, flag=flag.id)


def _to(call: Call, document_id: UUID, flag: Marked | None) -> Response:
    if flag is None:
        return call.redirect("review_document", document=document_id, **_kept(call))
    return call.redirect(
        "review_document",
        anchor=f"flag-{flag.id}",
        document=document_id,
        page=flag.page,
        flag=flag.id,
        **_kept(call),
    )


def _refused(call: Call, flag_id: UUID, choice: Choice, problem: Invalid | Conflict) -> Response:
    """The flag again, with what is wrong and what was typed."""
    fields = problem.fields if isinstance(problem, Invalid) else {}
    sentence = call.text(next(iter(fields.values()), problem.sentence), **problem.values)
    wrong = {"flag": str(flag_id), "sentence": sentence, "typed": choice.reason}
    status = next(code for kind, code in STATUS.items() if isinstance(problem, kind))
    document_id = call.id("document")
    if call.wants_fragment:
        marks = reviews.marked(call.db, call.actor, document_id, by_page=_by_page(call))
        return _reply(call, document_id, marks, flag_id, wrong=wrong, status=status)
    desk = reviews.desk(call.db, call.actor, document_id, flag_id=flag_id, by_page=_by_page(call))
    return _document_page(call, desk, wrong=wrong, status=status)


def _reply(
    call: Call,
    document_id: UUID,
    marks: Marks,
    flag_id: UUID | None,
    *,
    wrong: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """What a script takes over after a decision: the flag, the tally, the way back."""
    flag = marks.flag(flag_id)
    return call.page(
        "reviews/_decided.html",
        status=status,
        flags=[_line(call, document_id, flag)] if flag else [],
        chosen=None,
        wrong=wrong,
        **_around(call, document_id, marks),
    )


def _document_page(
    call: Call, desk: Desk, *, wrong: Mapping[str, str] | None = None, status: int = 200
) -> Response:
    document_id = desk.paper.id
    return call.page(
        "reviews/document.html",
        status=status,
        errors={"": wrong["sentence"]} if wrong else {},
        desk=desk,
        limits=call.house.settings.limits,
        say=call.text,
        view=_page_view(call, desk) if desk.leaf else None,
        flags=[_line(call, document_id, flag) for flag in desk.marks.flags],
        chosen=str(desk.chosen.id) if desk.chosen else None,
        wrong=wrong,
        by_page=_by_page(call),
        **_about(call, desk),
        order_url=call.url(
            "review_document",
            document=document_id,
            **({} if _by_page(call) else {"order": "page"}),
        ),
        keys_url=call.url("review_shortcuts", document=document_id, **_kept(call)),
        **_around(call, document_id, desk.marks),
    )


def _about(call: Call, desk: Desk) -> dict[str, object]:
    """What the paper says of itself, who says so, and whether another handed in the same file."""
    about = documents.about(call.db, desk.paper, today=day_in_sweden(call.now))
    return {
        "lines": fact_lines(
            call, about, lambda words: _url(call, desk.paper.id, page=words.page) + "#page-view"
        ),
        "noticed": notice_sentences(call, about),
        "twins": documents.twins(call.db, call.actor, desk.paper),
    }


def _line(call: Call, document_id: UUID, flag: Marked) -> dict[str, object]:
    """A flag with its addresses."""
    return {
        "item": item(
            flag,
            call.language,
            lambda met: (
                call.url("review_assessment", assessment=met.assessment_id)
                + f"#q-{met.question.id}"
            ),
        ),
        "url": _flag_url(call, document_id, flag),
        "page_url": _url(call, document_id, page=flag.page),
        "decide": call.url("decide_flag", document=document_id, flag=flag.id, **_kept(call)),
    }


def _around(call: Call, document_id: UUID, marks: Marks) -> dict[str, object]:
    last = marks.undoable
    return {
        "reasons": [(reason, call.text(reason)) for reason in REJECT_REASONS],
        "workable": marks.workable,
        "laid": marks.laid,
        "anew": [anew(run, call.language) for run in marks.anew],
        "next_url": call.url("queue_next", after=document_id),
        "decided": marks.decided,
        "total": len(marks.flags),
        "undo_url": call.url("undo_decision", document=document_id, **_kept(call)),
        "undo_version": str(last.decision.id) if last and last.decision else None,
        "undo_words": call.text(
            UNDO_WORDS, topic=call.text(TOPIC_NAMES[last.topic]), page=last.page
        )
        if last
        else "",
    }


def _page_view(call: Call, desk: Desk) -> dict[str, object]:
    """One page with the boxes of its flags, for the macro that draws it."""
    leaf = desk.leaf
    if leaf is None:
        raise NotFound
    document_id, at = desk.paper.id, desk.numbers.index(leaf.number)
    around = (
        desk.numbers[at - 1] if at else None,
        desk.numbers[at + 1] if at + 1 < len(desk.numbers) else None,
    )
    before, after = (_url(call, document_id, page=n) if n else None for n in around)
    here = [flag for flag in desk.marks.flags if flag.page == leaf.number]
    return {
        "number": leaf.number,
        "total": desk.paper.pages or len(desk.numbers),
        "image": url_of(call, document_id, desk.paper.sha256, leaf.number),
        "larger": larger_of(call, document_id, leaf.number, leaf.larger),
        "width": round(leaf.width * DRAWN_DPI / POINTS_AN_INCH),
        "height": round(leaf.height * DRAWN_DPI / POINTS_AN_INCH),
        "boxes": [_box(call, document_id, flag) for flag in here],
        "selected": str(desk.chosen.id) if desk.chosen else None,
        "blocks": blocks_at(leaf.text, [(flag.start, flag.end) for flag in here]),
        "previous": before,
        "next": after,
        "note": _note(call, leaf),
    }


def _box(call: Call, document_id: UUID, flag: Marked) -> dict[str, object]:
    return {
        "flag": str(flag.id),
        "topic": flag.topic,
        "bearing": flag.bearing,
        "decided": not flag.open,
        "url": _flag_url(call, document_id, flag),
        "label": f"{call.text(TOPIC_NAMES[flag.topic])}: {flag.quote}",
        "rects": [rect(box) for box in flag.boxes],
    }


def _note(call: Call, leaf: Leaf) -> str | None:
    """What a reader should know of how the page was read."""
    return " ".join(told(call, leaf)) or None


_DOCUMENT: Final = "/review/documents/{document:uuid}"
ROUTES: Final = [
    Route(_DOCUMENT, endpoint(show), name="review_document"),
    Route(_DOCUMENT + "/flags/{flag:uuid}", endpoint(decide), methods=["POST"], name="decide_flag"),
    Route(_DOCUMENT + "/undo", endpoint(undo), methods=["POST"], name="undo_decision"),
    Route(_DOCUMENT + "/shortcuts", endpoint(shortcuts), methods=["POST"], name="review_shortcuts"),
]
