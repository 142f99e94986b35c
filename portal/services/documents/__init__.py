"""Documents of a supplier: taken in, laid to questions, listed, opened."""

from portal.services.documents.facts import About, Twin, about, say, twins
from portal.services.documents.language import languages
from portal.services.documents.listing import Paper, attached, paper, papers
from portal.services.documents.opened import (
    Leaf,
    Opened,
    Place,
    Statement,
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
from portal.services.documents.validity import Lapsing, lapsing

__all__ = [
    "About",
    "Laid",
    "Lapsing",
    "Leaf",
    "Opened",
    "Paper",
    "Place",
    "Received",
    "Refused",
    "Statement",
    "Twin",
    "about",
    "attach",
    "attached",
    "check_place",
    "choose",
    "languages",
    "lapsing",
    "opened",
    "original",
    "paper",
    "papers",
    "picture",
    "places",
    "receive",
    "remove",
    "say",
    "statements",
    "twins",
]
