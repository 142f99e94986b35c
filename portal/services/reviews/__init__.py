"""The reviewer's work: a queue, flags decided on the page, requirements assessed."""

from portal.services.reviews.assessment import assessed
from portal.services.reviews.decisions import (
    Choice,
    check_correctable,
    correct_flag,
    decide_flag,
    undo,
)
from portal.services.reviews.document import Desk, desk
from portal.services.reviews.marking import marked
from portal.services.reviews.marks import Altered, Anew, Marked, Marks, Met, Standing, Wording
from portal.services.reviews.queue import Line, Queue, first_document, queue, suppliers
from portal.services.reviews.submitted import Asked, Assessed, Found, Required
from portal.services.reviews.verdicts import accept, completion_day, conclude, grade, send_back
from portal.services.reviews.weighing import Due, Filters, Kind, Order

__all__ = [
    "Altered",
    "Anew",
    "Asked",
    "Assessed",
    "Choice",
    "Desk",
    "Due",
    "Filters",
    "Found",
    "Kind",
    "Line",
    "Marked",
    "Marks",
    "Met",
    "Order",
    "Queue",
    "Required",
    "Standing",
    "Wording",
    "accept",
    "assessed",
    "check_correctable",
    "completion_day",
    "conclude",
    "correct_flag",
    "decide_flag",
    "desk",
    "first_document",
    "grade",
    "marked",
    "queue",
    "send_back",
    "suppliers",
    "undo",
]
