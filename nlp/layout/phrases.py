"""Where a sentence ends: stops that are no abbreviation, ordinal or initial."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATED = re.compile(
    r"(?:\b(?:nr|no|dvs|t\.?ex|bl\.?a|m\.?fl|m\.?m|ca|resp|inkl|exkl|s\.?k"
    r"|fr\.?o\.?m|t\.?o\.?m|e\.?g|i\.?e|etc"
    r"|vs|dr|mr|ms|mrs|pvt|ltd|co|inc|st|kl|tel|jfr|ev|osv|max|min|approx|art|div|exp"
    r"|(?-i:Met|Cat|Kat)|corr|irrit|dam|sens|tox|liq|flam|carc"
    r"|muta|repr|resp|aquat|asp|ox|sol|z|o|ref|p|d|n)|(?<![.,])\b\d{1,2}|(?-i:\b[A-ZÅÄÖ]\w*\s[A-Z]))\.$",
    re.IGNORECASE,
)
_WORD = 7  # letters in a row: no abbreviation has so many
# "P. R. China", "U.S. cotton": letters for words, where no new sentence plainly begins.
_INITIALS = re.compile(r"\b[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.$")
_OPENING = re.compile(
    r"\s*(?:The|We|It|They|This|These|That|Our|All|No|None|If|In|A|An|For|Vi|Det|De|Den|Alla|Inga"
    r"|Ingen|Inget|Om|I|På|För)\s"
)
_STOP = re.compile(
    r"[.!?][\"')\]]*(?=\s|$)"
    # "safe workplaces.We pay", "by the union.- Our five": the blank or the line's end is lost.
    r"|(?<=[a-zåäö]{3})[.!?](?P<glued>-? ?)(?=[A-ZÅÄÖ][a-zåäö]*[ ,'])"
)
_ADDRESS = re.compile(r"[^\s]*[./@:][^\s.]*$")
_TOKEN = 60  # characters of the longest address that is told as one
LONGEST = 2000  # characters of one unit


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end], blanks trimmed, in order."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        last = stop.end()
        if text[stop.start()] == "." and _goes_on(text, first, stop.start() + 1, end):
            continue
        if stop["glued"] is not None:
            if _ADDRESS.search(text, max(first, stop.start() - _TOKEN), stop.start()):
                continue
            last = stop.start() + 1
        yield from trimmed(text, first, last)
        first = stop.end()
    yield from trimmed(text, first, end)


def bounded(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those longer than any sentence in pieces: a bound on work, no reading."""
    for start, end in spans:
        for first in range(start, end, LONGEST):
            yield first, min(end, first + LONGEST)


def _goes_on(text: str, first: int, stop: int, end: int) -> bool:
    following = text[stop : min(end, stop + 40)].lstrip()[:1]
    if following.islower() or following in (",", ";"):
        return True
    if stop - first > _WORD and text[stop - 1 - _WORD : stop - 1].isalpha():
        return False  # so most sentences end
    if _INITIALS.search(text, max(first, stop - 6), stop):
        return not _OPENING.match(text, stop, end)
    if not _ABBREVIATED.search(text, max(first, stop - 24), stop):
        return False
    return following.isdigit() or not following.isupper() or not text[stop - 2].isdigit()


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
