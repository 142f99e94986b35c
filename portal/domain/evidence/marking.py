"""A page's text cut at its quotes, for a page that has no picture to mark them on."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of text; ``mark`` is the place of its quote in the list, None between quotes."""

    text: str
    mark: int | None


def cut_at(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """The whole text in pieces. Where quotes overlap, what the earlier one covers stays with it."""
    pieces: list[Piece] = []
    at = 0
    for mark in sorted(range(len(spans)), key=spans.__getitem__):
        start, end = max(spans[mark][0], at), min(spans[mark][1], len(text))
        if start >= end:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], None))
        pieces.append(Piece(text[start:end], mark))
        at = end
    return (*pieces, Piece(text[at:], None)) if at < len(text) else tuple(pieces)
