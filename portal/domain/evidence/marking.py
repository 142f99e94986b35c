"""A page's text as it is shown: cut at its quotes, lines with cells as the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

# Between the cells of a row, as readers write it; the last cell of a row may be empty.
_BETWEEN: Final = re.compile(r" \|(?: |$)")

Span = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of text; ``mark`` is the place of its quote in the list, None between quotes."""

    text: str
    mark: int | None


Cell = tuple[Piece, ...]


class Block(NamedTuple):
    """Lines as they run, or the rows of a table: the other of both is empty."""

    lines: Cell = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


def cut_at(text: str, spans: Sequence[Span]) -> Cell:
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


def blocks_at(text: str, spans: Sequence[Span]) -> tuple[Block, ...]:
    """A page's text in blocks. A quote over several lines or cells is marked in each."""
    blocks = []
    for is_table, group in groupby(_lines(text), key=lambda line: _is_row(text, line)):
        lines = list(group)
        if is_table:
            rows = (tuple(_cut(text, cell, spans) for cell in _cells(text, line)) for line in lines)
            blocks.append(Block(rows=tuple(rows)))
        else:
            blocks.append(Block(lines=_cut(text, (lines[0][0], lines[-1][1]), spans)))
    return tuple(block for block in blocks if block.rows or block.lines)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _is_row(text: str, line: Span) -> bool:
    return _BETWEEN.search(text, *line) is not None


def _cells(text: str, line: Span) -> Iterator[Span]:
    at, end = line
    for between in _BETWEEN.finditer(text, at, end):
        yield at, between.start()
        at = between.end()
    yield at, end


def _cut(text: str, part: Span, spans: Sequence[Span]) -> Cell:
    start, end = part
    near = [(first - start, last - start) for first, last in spans]
    return cut_at(text[start:end], near)
