"""Countries told by their code alone, where a form asks for a country: "Country of origin: CN"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.passages import Passage
from nlp.rules import Rulebook, per_book

ASKS = (
    r"(?:(?:the |final )?(?:country|place|location) (?:of|for) (?:the )?(?:\w+ )?"
    r"(?:origin|manufactur\w+|production|assembly|last substantial \w+|processing|sewing)"
    r"|(?:manufacturing|production|producing|assembly) (?:country|location|place)"
    r"|(?:land|plats|ort) för (?:\w+ ){0,2}"
    r"(?:\w*tillverkning|\w*montering|produktion|bearbetning|sömnad)"
    r"|(?:slut)?(?:tillverknings|ursprungs|produktions|monterings)(?:land|ort|plats)"
    r"|made in|tillverka[dt] i|producera[dt] i)"
)
"""The label of a form that asks for the country of making."""
_LINE = re.compile(
    rf"(?:{ASKS}|origin|ursprung)[ \t]*[:|\t =–-][ \t|]*"
    r"(?P<codes>[A-Z]{2}(?:(?: ?[,/;&] ?| and | och )[A-Z]{2})*)\b\W*",
    re.IGNORECASE,
)
_TWO = re.compile(r"[A-Z]{2}")
_COLUMN = re.compile(rf"{ASKS}|land|country|origin|ursprung|coo|country code|landskod|landkod")


@per_book
def _known(book: Rulebook) -> frozenset[str]:
    """The codes of all countries of the packs."""
    return frozenset(rule.name for rule in book.of("country") if len(rule.name) == 2)


def coded(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Start and end of each code of the line or row that answers for a country, and the code."""
    text = passage.view.text
    if line := _LINE.fullmatch(text, passage.start, passage.end):
        for code in _TWO.finditer(text, *line.span("codes")):
            yield from _code(text, *code.span())
        return
    if len(passage.columns) != len(passage.unit.cells):
        return
    for head, (start, end) in zip(passage.columns, passage.unit.cells, strict=True):
        if _COLUMN.fullmatch(head.strip()):
            yield from _code(text, start, end)


def _code(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if text[start:end] in _known():
        yield start, end, text[start:end]
