"""Documents of a supplier: taken in, laid to questions, listed, opened."""

from portal.services.documents.listing import Paper, attached, paper, papers
from portal.services.documents.opened import (
    Lapsing,
    Leaf,
    Opened,
    Place,
    Statement,
    lapsing,
    opened,
    original,
    picture,
    places,
    statements,
)
from portal.services.documents.taking import (
    Laid,
    Received,
    Refused,
    attach,
    check_place,
    choose,
    receive,
    remove,
)

__all__ = [
    "Laid",
    "Lapsing",
    "Leaf",
    "Opened",
    "Paper",
    "Place",
    "Received",
    "Refused",
    "Statement",
    "attach",
    "attached",
    "check_place",
    "choose",
    "lapsing",
    "opened",
    "original",
    "paper",
    "papers",
    "picture",
    "places",
    "receive",
    "remove",
    "statements",
]
