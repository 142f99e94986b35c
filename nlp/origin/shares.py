"""Where things are made, one country to a line: "62 % China", "Bangladesh: 21 %", an item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.layout.lines import ITEM, ROW
from nlp.matching import Hit
from nlp.origin.places import named
from nlp.passages import Draft, Passage

_ABOUT = frozenset(("maker", "made", "sourcing", "acquire", "site"))
_SHARE = re.compile(
    r"[\s:,.()–-]*\d{1,3}(?:[.,]\d+)?\s?(?:%|pct\b\.?|per ?cent\b|procent\b)[\s:,.()–-]*"
)
# Countries that have shares of something else.
_OTHERWISE = re.compile(
    r"\b(?:sales|revenues?|turnover|employees|workforce|customers?|markets?|emissions?"
    r"|nationalit\w+"
    r"|shareholders?|omsättning\w*|försäljning\w*|anställda|kunder\w*|marknad\w*|utsläpp\w*)\b"
)
_BEFORE = 300  # characters in which it is said what the shares are of


def read(passage: Passage) -> Iterator[Draft]:
    """A draft for each line of a country and a share, where makers or goods were spoken of."""
    if passage.unit.kind == ROW or "country" not in passage.kinds:
        return
    if place := _listed(passage):
        yield _draft(passage.start, passage.end, place)
        return
    if not _is_told(passage):
        return
    lines = [_placed(passage, *line) for line in _lines(passage)]
    for place in lines if all(lines) else ():
        if place is not None:
            yield _draft(*_line_of(passage, place), place)


def _draft(start: int, end: int, place: Hit) -> Draft:
    return Draft(
        "ORIGIN.COUNTRY", start, end, ((place.start, place.end),), "origin.share", "origin",
        {"country": place.rule.name}, stance="affirmed",
    )  # fmt: skip


def _listed(passage: Passage) -> Hit | None:
    """ "Our suppliers are located in:", and then a country to each item of the list."""
    if passage.unit.kind != ITEM or not _LEADS.search(passage.lead):
        return None
    if _NOT_THERE.search(passage.lead):
        return None
    if not any(hit.rule.name in _SOURCES for hit in passage.lead_hits):
        return None
    found = named(passage, passage.start, passage.end)
    rest = passage.view.lower[found[0].end : passage.end] if found else ""
    alone = len(found) == 1 and found[0].start == passage.start
    return found[0] if alone and _ASIDE.fullmatch(rest) else None


_SOURCES = frozenset(("maker", "sourcing", "acquire", "made"))
_LEADS = re.compile(r"\b(?:in|from|are|is|include|countries|i|från|är|länder)\s*:?\s*$")
_NOT_THERE = re.compile(
    r"\b(?:visit\w*|train\w*|risk\w*|not|sell|sold|stores?|offices?|besök\w*|utbild\w*|inte"
    r"|butik\w*|kontor\w*|säljer|säljs)\b"
)
_ASIDE = re.compile(r"[\s.,;]*(?:\([^()]{1,30}\)|[:–-]?\s?\d{1,3}(?:[.,]\d)? ?%)?[\s.,;]*")


def is_of_other(passage: Passage) -> bool:
    """Are countries given shares of sales, people or emissions? "Net sales: Poland 62 %"."""
    before = passage.view.lower[max(0, passage.start - _BEFORE) : passage.start]
    return bool(
        _OTHERWISE.search(before) and all(_placed(passage, *line) for line in _lines(passage))
    )


def _is_told(passage: Passage) -> bool:
    if _OTHERWISE.search(passage.view.lower, max(0, passage.start - _BEFORE), passage.start):
        return False
    around = (*passage.hits_before, *passage.head_hits)
    return "ORIGIN.COUNTRY" in passage.earlier or any(hit.rule.name in _ABOUT for hit in around)


def _lines(passage: Passage) -> Iterator[tuple[int, int]]:
    at = passage.start
    for line in passage.words.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _placed(passage: Passage, start: int, end: int) -> Hit | None:
    """The one country of a line that tells it and a share, and nothing more."""
    found = [hit for hit in named(passage, start, end) if hit.rule.weight == "strong"]
    if len(found) != 1:
        return None
    lower, place = passage.view.lower, found[0]
    rest = lower[start : place.start] + lower[place.end : end]
    return place if _SHARE.fullmatch(rest) else None


def _line_of(passage: Passage, place: Hit) -> tuple[int, int]:
    return next(line for line in _lines(passage) if line[0] <= place.start < line[1])
