"""The words of a page that a statement stands on, moved by a person one word at a time."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

MOST: Final = 600
"""Characters of a span: more than any sentence that is read at once."""

CONTEXT: Final = 60
"""Characters that are shown on either side, where words can be taken in."""

_REACH: Final = 400  # characters in which the next word is looked for
# The bar between two cells of a row is no word.
_WORD: Final = re.compile(r"[^\s|]+")

Span = tuple[int, int]
"""Start and end in a page's text, the end exclusive."""


class Move(StrEnum):
    """Which end is moved, and which way."""

    START_EARLIER = "start_earlier"
    START_LATER = "start_later"
    END_EARLIER = "end_earlier"
    END_LATER = "end_later"


def holds(text: str, span: Span, flagged: Span) -> bool:
    """Whether a span is words of the text, not too many, and takes in some that were flagged."""
    start, end = span
    inside = 0 <= start < end <= len(text) and end - start <= MOST
    words = text[start:end]
    return inside and words == words.strip() and start < flagged[1] and flagged[0] < end


def shifted(span: Span, shift: tuple[int, int]) -> Span:
    """The span that begins and ends so many characters later."""
    return span[0] + shift[0], span[1] + shift[1]


def moved(text: str, span: Span, move: Move, *, flagged: Span) -> Span:
    """The span with one end moved by a word; the same where it would hold no more."""
    start, end = span
    match move:
        case Move.START_EARLIER:
            earlier = list(_words(text, start - _REACH, start))
            start = earlier[-1][0] if earlier else start
        case Move.START_LATER:
            start = next((word[0] for word in _words(text, start, end) if word[0] > start), start)
        case Move.END_EARLIER:
            shorter = [word for word in _words(text, start, end) if word[1] < end]
            end = shorter[-1][1] if shorter else end
        case Move.END_LATER:
            end = next((word[1] for word in _words(text, end, end + _REACH)), end)
    return (start, end) if holds(text, (start, end), flagged) else span


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _WORD.finditer(text, max(start, 0), max(end, 0)):
        yield match.span()


def around(text: str, span: Span) -> tuple[str, str, str]:
    """What stands before a span, the span itself and what stands after it, each on one line."""
    start, end = span
    before = text[max(start - CONTEXT, 0) : start]
    after = text[end : end + CONTEXT]
    # A word that is cut at the edge is left out.
    before = before if start <= CONTEXT else before.partition(" ")[2]
    after = after if end + CONTEXT >= len(text) else after.rpartition(" ")[0]
    return _line(before), _line(text[start:end]), _line(after)


def _line(text: str) -> str:
    return " ".join(text.split())
