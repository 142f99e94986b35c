"""The reviewer's queue, narrowed and paged by its address."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from starlette.datastructures import QueryParams
from starlette.responses import Response
from starlette.routing import Route

from portal.domain.deadlines import day_in_sweden, distance
from portal.domain.flags import FAMILY_NAMES, Family
from portal.services import reviews
from portal.services.reviews import Due, Filters, Kind, Line, Order
from portal.texts import N_
from portal.web.endpoint import Call, endpoint
from portal.web.forms import id_of

Word = TypeVar("Word", bound=StrEnum)

DUE_NAMES: Final[Mapping[Due, str]] = {
    Due.PASSED: N_("Passed"),
    Due.WEEK: N_("Within 7 days"),
    Due.MONTH: N_("Within 30 days"),
}
ORDER_NAMES: Final[Mapping[Order, str]] = {
    Order.WORST: N_("Severe first"),
    Order.DUE: N_("First due first"),
}


def queue(call: Call) -> Response:
    """What waits for the reviewers, the worst first."""
    asked = call.request.query_params
    filters = _filters(asked)
    found = reviews.queue(call.db, call.actor, filters, now=call.now, after=asked.get("after"))
    chosen = _chosen(filters)
    return call.page(
        "reviews/queue.html",
        queue=found,
        rows=[_row(call, line) for line in found.lines],
        chosen=chosen,
        narrowed=bool(chosen.keys() - {"order"}),
        suppliers=[(str(key), name) for key, name in reviews.suppliers(call.db, call.actor)],
        families=[(key, call.text(name)) for key, name in FAMILY_NAMES.items()],
        dues=[(key, call.text(name)) for key, name in DUE_NAMES.items()],
        orders=[(key, call.text(name)) for key, name in ORDER_NAMES.items()],
        first=call.url("queue", **chosen) if asked.get("after") else None,
        further=call.url("queue", **chosen, after=found.next) if found.next else None,
    )


def _filters(asked: QueryParams) -> Filters:
    """What is understood of the address; the rest filters nothing."""
    return Filters(
        supplier=id_of(asked.get("supplier")),
        family=_one_of(Family, asked.get("family")),
        due=_one_of(Due, asked.get("due")),
        order=_one_of(Order, asked.get("order")) or Order.WORST,
    )


def _one_of(kind: type[Word], value: str | None) -> Word | None:
    return next((each for each in kind if each == value), None)


def _chosen(filters: Filters) -> dict[str, Any]:
    """The filters as they stand in the address, without those that filter nothing."""
    given = {
        "supplier": filters.supplier,
        "family": filters.family,
        "due": filters.due,
        "order": filters.order if filters.order != Order.WORST else None,
    }
    return {name: str(value) for name, value in given.items() if value}


def _row(call: Call, line: Line) -> dict[str, Any]:
    document = line.kind == Kind.DOCUMENT
    far = distance(day_in_sweden(line.due_at), call.now)
    return {
        "line": line,
        "url": call.url("review_document", document=line.id)
        if document
        else call.url("review_assessment", assessment=line.id),
        "is_document": document,
        "families": [
            (family, call.text(FAMILY_NAMES[family]), count)
            for family, count in line.load.families.items()
        ],
        "far": far,
    }


def next_document(call: Call) -> Response:
    """On to the worst document, other than the one that was just read."""
    before = id_of(call.request.query_params.get("after"))
    found = reviews.first_document(call.db, call.actor, now=call.now, but=before)
    if found is None:
        return call.redirect("queue")
    return call.redirect("review_document", document=found)


ROUTES: Final = [
    Route("/queue", endpoint(queue), name="queue"),
    Route("/queue/next", endpoint(next_document), name="queue_next"),
]
