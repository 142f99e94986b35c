"""From words and tables to the page's text: lines, rows with cells, and each word's offsets."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.reading.cells import Filled, Held, fill, rows_within
from workers.reading.columns import find_unruled
from workers.reading.tables import Grid
from workers.reading.words import Words
from workers.reading.written import Laid, Writer

_CELL_WORDS: Final = 150  # a cell with more is a frame around running text
_NO_TABLE: Final = -1


def lay_out(words: Words, tables: Sequence[Grid]) -> Laid:
    """The text of a page. A table stands where its first word was written."""
    writer = Writer(words)
    ruled = [fill(table, words.places) for table in tables]
    owner = np.full(len(words), _NO_TABLE)
    for number, filled in enumerate(ruled):
        owner[filled.words] = number
    unruled = find_unruled(words.texts, words.places, owner == _NO_TABLE)
    for number, table in enumerate(unruled, start=len(ruled)):
        owner[list(chain.from_iterable(chain.from_iterable(table.rows)))] = number
    written: set[int] = set()
    for number, first, last in _runs(owner):
        if number == _NO_TABLE:
            writer.lines(first, last)
        elif number in written:
            continue
        elif number < len(ruled):
            _table(writer, ruled[number], words)
        else:
            for row in unruled[number - len(ruled)].rows:
                writer.row(row)
        written.add(number)
    writer.laid.tables = len(ruled) + len(unruled)
    return writer.laid


def _runs(owner: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Each table's number, or none's, with the first word of a run that it owns, and the end."""
    edges = (owner[1:] != owner[:-1]).nonzero()[0] + 1
    firsts = [0, *edges.tolist()] if len(owner) else []
    for first, last in pairwise([*firsts, len(owner)]):
        yield int(owner[first]), first, last


def _table(writer: Writer, table: Filled, words: Words) -> None:
    for row in table.rows:
        filled = [cell for cell in row if cell]
        if len(filled) > 1 and not any(map(_is_frame, filled)):
            for part in rows_within(row, words):
                writer.row(part)
            continue
        for cell in filled:
            for _, line in groupby(cell, key=words.lines.__getitem__):
                writer.line(list(line))


def _is_frame(cell: Held) -> bool:
    return len(cell) > _CELL_WORDS
