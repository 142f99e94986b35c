"""Pictures of pages: where they are, and the larger ones that a person asks for."""

from collections.abc import Iterator
from typing import BinaryIO, Final
from uuid import UUID

from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from portal.domain.evidence import Malware, WishState
from portal.errors import NotFound
from portal.services import documents, pictures
from portal.web.endpoint import Call, endpoint
from portal.web.steps import step

CHUNK: Final = 256 * 1024

# A stranger's bytes: saved, never shown as a page of ours, whatever they turn out to be.
SANDBOX: Final = "sandbox; default-src 'none'; frame-ancestors 'none'"


def parts(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a stream, closed at the end."""
    with stream:
        while part := stream.read(CHUNK):
            yield part


def picture(call: Call) -> Response:
    """The picture of a page, for all who may read the document."""
    return _sent(call, larger=False)


def larger(call: Call) -> Response:
    """The larger picture of a page, once someone has asked for it."""
    return _sent(call, larger=True)


def _sent(call: Call, *, larger: bool) -> Response:
    with step(call) as db:
        paper = documents.paper(db, call.actor, call.id("document"))
    if paper.malware is Malware.INFECTED:
        raise NotFound
    number = int(call.request.path_params["number"])
    stream = documents.picture(call.house.files, paper.sha256, number, larger=larger)
    if stream is None:
        raise NotFound
    # A page's picture never changes for a version of the drawing; it is private all the same.
    headers = {"Cache-Control": "private, max-age=3600", "Content-Security-Policy": SANDBOX}
    return StreamingResponse(parts(stream), media_type="image/webp", headers=headers)


def ask(call: Call) -> Response:
    """Ask for a larger picture, and come back to the page."""
    document_id, number = call.id("document"), int(call.request.path_params["number"])
    pictures.ask_larger(call.db, call.actor, document_id, number, now=call.now)
    place = {"document": document_id, "page": number}
    return call.redirect(_page_of(call), anchor="page-view", **place)


def _page_of(call: Call) -> str:
    """The page on which this person reads documents."""
    return "document" if call.actor.side == "supplier" else "review_document"


def url_of(call: Call, document_id: UUID, sha256: str, number: int) -> str | None:
    """Where a page's picture is; None until it is drawn."""
    stored = documents.picture(call.house.files, sha256, number)
    if stored is None:
        return None
    stored.close()
    return call.url("picture", document=document_id, number=number)


def larger_of(call: Call, document_id: UUID, number: int, wish: str | None) -> dict[str, str]:
    """What a page offers: to ask for a larger picture, to wait for it, or to open it."""
    name = "larger_picture" if wish == WishState.DRAWN else "ask_larger"
    return {
        "state": wish or "",
        "url": call.url(name, document=document_id, number=number),
        "here": call.url(_page_of(call), document=document_id, page=number),
    }


_PAGE: Final = "/documents/{document:uuid}/pages/{number:int}"

ROUTES: Final = [
    Route(f"{_PAGE}.webp", endpoint(picture, door=True), name="picture"),
    Route(f"{_PAGE}/larger.webp", endpoint(larger, door=True), name="larger_picture"),
    Route(f"{_PAGE}/larger", endpoint(ask), methods=["POST"], name="ask_larger"),
]
