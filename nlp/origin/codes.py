"""Countries told by their code alone, where a form asks for a country: "Country of origin: CN"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.passages import Passage
from nlp.rules import Rulebook, per_book

_ASKS = (
    r"(?:country of (?:origin|manufacture|production|assembly)|(?:tillverknings|ursprungs)land"
    r"|made in|tillverka[dt] i|producera[dt] i)"
)
_LINE = re.compile(rf"{_ASKS}[ \t]*[:|\t ][ \t|]*(?P<code>[A-Z]{{2}})\b\W*", re.IGNORECASE)
_COLUMN = re.compile(rf"{_ASKS}|land|country|origin|ursprung")


@per_book
def _known(book: Rulebook) -> frozenset[str]:
    """The codes of all countries of the packs."""
    return frozenset(rule.name for rule in book.of("country") if len(rule.name) == 2)


def coded(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Start and end of each code of the line or row that answers for a country, and the code."""
    text = passage.view.text
    if line := _LINE.fullmatch(text, passage.start, passage.end):
        yield from _code(text, *line.span("code"))
        return
    if len(passage.columns) != len(passage.unit.cells):
        return
    for head, (start, end) in zip(passage.columns, passage.unit.cells, strict=True):
        if _COLUMN.fullmatch(head.strip()):
            yield from _code(text, start, end)


def _code(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if text[start:end] in _known():
        yield start, end, text[start:end]
