"""The document page put together: the page, its flags with their addresses, what stands around."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from starlette.responses import Response

from portal.domain.deadlines import day_in_sweden
from portal.domain.evidence import blocks_at
from portal.domain.flags import REJECT_REASONS, TOPIC_NAMES
from portal.errors import NotFound
from portal.services import documents, reviews
from portal.services.documents import Leaf
from portal.services.reviews import Desk, Marked, Marks
from portal.texts import N_
from portal.web.endpoint import Call
from portal.web.facts import fact_lines, notice_sentences, spoken
from portal.web.views.leaves import told
from portal.web.views.pictures import larger_of, url_of
from portal.web.views.reviews.form import CorrectionForm
from portal.web.views.reviews.words import anew, item, rect

DRAWN_DPI: Final = 110
POINTS_AN_INCH: Final = 72

UNDO_WORDS: Final = N_("Last decision: %(topic)s on page %(page)s.")


def by_page(call: Call) -> bool:
    """Whether the list stands in the order of the pages."""
    return call.request.query_params.get("order") == "page"


def kept(call: Call) -> dict[str, str]:
    """What goes along from page to page: the order of the list."""
    return {"order": "page"} if by_page(call) else {}


def _url(call: Call, document_id: UUID, **params: object) -> str:
    return call.url("review_document", document=document_id, **params, **kept(call))


def flag_url(call: Call, document_id: UUID, flag: Marked) -> str:
    """The document's page with a flag chosen."""
    return _url(call, document_id, page=flag.page, flag=flag.id)


def to_flag(call: Call, document_id: UUID, flag: Marked | None) -> Response:
    """Go to a flag, or to the document where there is none."""
    if flag is None:
        return call.redirect("review_document", document=document_id, **kept(call))
    return call.redirect(
        "review_document",
        anchor=f"flag-{flag.id}",
        document=document_id,
        page=flag.page,
        flag=flag.id,
        **kept(call),
    )


def after_decision(call: Call, document_id: UUID, flag_id: UUID) -> Response:
    """What follows a decision: to a script its flag, else the next one that is open."""
    marks = reviews.marked(call.db, call.actor, document_id, by_page=by_page(call))
    if call.wants_fragment:
        return reply(call, document_id, marks, flag_id)
    return to_flag(call, document_id, marks.next_open(flag_id) or marks.flag(flag_id))


def reply(
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
        flags=[line(call, document_id, flag, spoken(marks.language))] if flag else [],
        chosen=None,
        wrong=wrong,
        correction=None,
        **_around(call, document_id, marks),
    )


def document_page(
    call: Call,
    desk: Desk,
    *,
    wrong: Mapping[str, str] | None = None,
    correction: CorrectionForm | None = None,
    status: int = 200,
) -> Response:
    """The whole page. ``wrong`` is a decision that could not be kept, with its flag and what was
    typed; ``correction`` a form that is open at its flag."""
    document_id, written = desk.paper.id, spoken(desk.marks.language)
    return call.page(
        "reviews/document.html",
        status=status,
        errors={"": wrong["sentence"]} if wrong else correction.errors if correction else {},
        desk=desk,
        limits=call.house.settings.limits,
        say=call.text,
        view=page_view(call, desk) if desk.leaf else None,
        flags=[line(call, document_id, flag, written) for flag in desk.marks.flags],
        chosen=str(desk.chosen.id) if desk.chosen else None,
        wrong=wrong,
        correction=correction,
        by_page=by_page(call),
        **_about(call, desk),
        order_url=call.url(
            "review_document",
            document=document_id,
            **({} if by_page(call) else {"order": "page"}),
        ),
        keys_url=call.url("review_shortcuts", document=document_id, **kept(call)),
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


def line(call: Call, document_id: UUID, flag: Marked, written: str) -> dict[str, object]:
    """A flag with its addresses; ``written`` is the paper's language."""
    return {
        "item": item(
            flag,
            written,
            call.language,
            lambda met: (
                call.url("review_assessment", assessment=met.assessment_id)
                + f"#q-{met.question.id}"
            ),
        ),
        "url": flag_url(call, document_id, flag),
        "page_url": _url(call, document_id, page=flag.page),
        "decide": call.url("decide_flag", document=document_id, flag=flag.id, **kept(call)),
        "correct": call.url("correction", document=document_id, flag=flag.id, **kept(call)),
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
        "undo_url": call.url("undo_decision", document=document_id, **kept(call)),
        "undo_version": str(last.decision.id) if last and last.decision else None,
        "undo_words": call.text(
            UNDO_WORDS, topic=call.text(TOPIC_NAMES[last.topic]), page=last.page
        )
        if last
        else "",
    }


def page_view(call: Call, desk: Desk) -> dict[str, object]:
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
        "language": spoken(desk.marks.language),
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
        "url": flag_url(call, document_id, flag),
        "label": f"{call.text(TOPIC_NAMES[flag.topic])}: {flag.quote}",
        "rects": [rect(box) for box in flag.boxes],
    }


def _note(call: Call, leaf: Leaf) -> str | None:
    """What a reader should know of how the page was read."""
    return " ".join(told(call, leaf)) or None
