"""The supplier's papers: the list, one opened at a page, its state as it is read, its bytes."""

from collections.abc import Iterator
from typing import BinaryIO, Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from portal.domain.flags import TOPIC_NAMES
from portal.errors import NotFound
from portal.services import documents
from portal.services.documents import Opened, Paper
from portal.web.endpoint import Call, endpoint
from portal.web.steps import step
from portal.web.views.evidence import limits

CHUNK: Final = 256 * 1024

# A stranger's bytes: saved, never shown as a page of ours, whatever they turn out to be.
SANDBOX: Final = "sandbox; default-src 'none'; frame-ancestors 'none'"


def listing(call: Call) -> Response:
    """All papers of the organisation."""
    return call.page(
        "documents/list.html",
        papers=documents.papers(call.db, call.actor),
        limits=limits(call),
        say=call.text,
    )


def document(call: Call) -> Response:
    """One paper at a page: what it says, with its own words."""
    if call.actor.side != "supplier":
        # The reviewer has a page of its own for this, with decisions.
        raise NotFound
    with step(call) as db:
        opened = documents.opened(db, call.actor, call.id("document"), page=_page_number(call))
        places = documents.places(db, call.actor, opened.paper.id)
    return call.page(
        "documents/document.html",
        opened=opened,
        places=places,
        view=_page_view(call, opened),
        topics=TOPIC_NAMES,
        limits=limits(call),
        say=call.text,
    )


def _page_number(call: Call) -> int:
    written = call.request.query_params.get("page", "1")
    if not written.isdecimal() or len(written) > 5:
        raise NotFound
    return int(written)


def _page_view(call: Call, opened: Opened) -> dict[str, object] | None:
    """What the macro for a page takes; the picture's address leads to nothing until it is drawn."""
    leaf = opened.leaf
    if leaf is None:
        return None
    place = opened.numbers.index(leaf.number)
    around = {
        "previous": opened.numbers[place - 1] if place else None,
        "next": opened.numbers[place + 1] if place + 1 < len(opened.numbers) else None,
    }
    return {
        name: call.url("document", document=opened.paper.id, page=number) if number else None
        for name, number in around.items()
    } | {
        "image": _picture_url(call, opened.paper, leaf.number),
        "boxes": [
            {
                "flag": str(each.id),
                "topic": str(each.topic),
                "bearing": str(each.bearing),
                "decided": False,
                "url": f"#s-{each.id}",
                "label": call.text(TOPIC_NAMES[each.topic]),
                "rects": [(b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0) for b in each.boxes],
            }
            for each in opened.statements
            if each.page == leaf.number
        ],
    }


def _picture_url(call: Call, paper: Paper, number: int) -> str | None:
    stream = documents.picture(call.house.files, paper.sha256, number)
    if stream is None:
        return None
    stream.close()
    return call.url("picture", document=paper.id, number=number)


def state(call: Call) -> Response:
    """The inside of a paper's row, for a script that follows it until the paper is read."""
    paper = documents.paper(call.db, call.actor, call.id("document"))
    question = call.request.query_params.get("question", "")
    response = call.page(
        "documents/_state.html",
        paper=paper,
        remove=f"{question}:{paper.id}" if question else "",
        limits=limits(call),
        say=call.text,
    )
    if paper.done:
        response.headers["X-Done"] = "1"
    return response


def picture(call: Call) -> Response:
    """The picture of a page, for all who may read the document."""
    with step(call) as db:
        paper = documents.paper(db, call.actor, call.id("document"))
    number = int(call.request.path_params["number"])
    stream = documents.picture(call.house.files, paper.sha256, number)
    if stream is None:
        raise NotFound
    # A page's picture never changes for a version of the drawing; it is private all the same.
    headers = {"Cache-Control": "private, max-age=3600", "Content-Security-Policy": SANDBOX}
    return StreamingResponse(_parts(stream), media_type="image/webp", headers=headers)


def original(call: Call) -> Response:
    """The file as it was uploaded, to be saved."""
    with step(call) as db:
        paper = documents.paper(db, call.actor, call.id("document"))
    stream = documents.original(call.house.files, paper.sha256)
    if stream is None:
        raise NotFound
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(paper.name, safe='')}",
        "Content-Security-Policy": SANDBOX,
        "Content-Length": str(paper.size),
    }
    return StreamingResponse(_parts(stream), media_type="application/octet-stream", headers=headers)


def _parts(stream: BinaryIO) -> Iterator[bytes]:
    with stream:
        while part := stream.read(CHUNK):
            yield part


_ONE = "/documents/{document:uuid}"

ROUTES = [
    Route("/documents", endpoint(listing), name="documents"),
    Route(_ONE, endpoint(document, door=True), name="document"),
    Route(f"{_ONE}/state", endpoint(state), name="document_state"),
    Route(f"{_ONE}/pages/{{number:int}}.webp", endpoint(picture, door=True), name="picture"),
    Route(f"{_ONE}/original", endpoint(original, door=True), name="original"),
]
