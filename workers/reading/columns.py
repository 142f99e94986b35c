"""Tables that are set without rules: words aligned in columns, on rows that follow each other.

Careful rather than complete: what becomes a table has three columns or more with clear gaps
between them from top to bottom, short cells, and one column of values. Running text in columns
has none of the last two, and a list of names and values has but two columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workers.reading.token import Places, Token

_ROWS: Final = 3  # that hold a cell in three columns at least
_COLUMNS: Final = 3
_GAP: Final = 1.2  # heights of a row's letters: a blank between words is about a third of one
_LEVEL: Final = 0.35  # heights that the middles of words on one row differ
_APART: Final = 3.2  # heights from one row to the next within a table
_SHORT: Final = 4  # words in most cells
_LONG: Final = 6  # words in the cells of a column that is running text; one may be
_VALUES: Final = 0.6  # share of a column's cells that are values

_TO_THE_EDGE: Final = 0.8  # of a column's width
_WRAPPED: Final = 1.2  # heights from a cell's line to the next
_NEARER: Final = 0.6  # of the gap below

_Span = tuple[float, float]  # left and right
Cells = tuple[tuple[int, ...], ...]  # of one row: the numbers of the words in each column


class Stretch(NamedTuple):
    """Words on one row with no wide gap between them; ``words`` are their numbers.

    A tuple rather than a dataclass, since a page makes hundreds of them at once.
    """

    row: int
    words: tuple[int, ...]
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without rules: its rows from the top, each with as many cells as columns."""

    rows: tuple[Cells, ...]


def find_unruled(tokens: Sequence[Token], places: Places, free: Sequence[bool]) -> list[Unruled]:
    """The tables among the words that are ``free``: those in no table with rules."""
    chosen = np.flatnonzero(np.asarray(free, bool))
    if len(chosen) < _ROWS * _COLUMNS:
        return []
    rows, order = _rows(places[chosen])
    order = chosen[order]
    stretches = _stretches(rows, order, places)
    found = filter(_has_full_rows, _blocks(stretches))
    blocks = (_table(block, tokens) for block in found)
    return [block for block in blocks if block is not None]


def _has_full_rows(rows: Sequence[Sequence[Stretch]]) -> bool:
    return sum(len(row) >= _COLUMNS for row in rows) >= _ROWS


def _rows(places: Places) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The number of each word's row, from 0 at the top, and the words in order of row and x."""
    middles = (places[:, 1] + places[:, 3]) / 2
    # The middle height; numpy's own median would load a module, and a child has no files.
    level = _LEVEL * float(np.sort(places[:, 3] - places[:, 1])[len(places) // 2])
    downwards = np.argsort(middles, kind="stable")
    sorted_middles = middles[downwards]
    numbers = np.empty(len(places), np.int64)
    numbers[downwards[0]] = 0
    numbers[downwards[1:]] = np.cumsum(sorted_middles[1:] - sorted_middles[:-1] > level)
    order = np.lexsort((places[:, 0], numbers))
    return numbers[order], order


def _stretches(
    rows: NDArray[np.int64], order: NDArray[np.int64], places: Places
) -> list[list[Stretch]]:
    """Each row's words, divided at wide gaps, from the first row that may begin a table.

    None at all where there are too few such rows, as on most pages.
    """
    x0, top, x1, bottom = places[order].T
    new = np.ones(len(order), bool)
    new[1:] = rows[1:] != rows[:-1]
    high = np.maximum.reduceat(bottom - top, np.flatnonzero(new))
    new[1:] |= x0[1:] - x1[:-1] > _GAP * high[rows[1:]]
    starts = np.flatnonzero(new)
    full = np.flatnonzero(np.bincount(rows[starts]) >= _COLUMNS)
    if len(full) < _ROWS:
        return []
    first = np.searchsorted(rows[starts], full[0])
    sides = (
        np.minimum.reduceat(x0, starts),
        np.maximum.reduceat(x1, starts),
        np.minimum.reduceat(top, starts),
        np.maximum.reduceat(bottom, starts),
    )
    words, ends = order.tolist(), np.append(starts[1:], len(order))
    spans = zip(starts[first:].tolist(), ends[first:].tolist(), strict=True)
    made = map(
        Stretch,
        rows[starts[first:]].tolist(),
        [tuple(words[start:end]) for start, end in spans],
        *(side[first:].tolist() for side in sides),
    )
    return [list(row) for _, row in groupby(made, key=attrgetter("row"))]


def _blocks(rows: Sequence[list[Stretch]]) -> Iterator[list[list[Stretch]]]:
    """Rows that may be a table: from one with three cells to the last such one, close together.

    A row that bridges a gap between columns ends it: a headline, or running text.
    """
    block: list[list[Stretch]] = []
    columns: list[_Span] = []
    for row in rows:
        if not block and len(row) < _COLUMNS:
            continue
        widened = _widened(columns, row)
        if block and (len(widened) < _COLUMNS or not _follows(block[-1], row)):
            yield block
            block, widened = [], _widened([], row)
        if block or len(row) >= _COLUMNS:
            block.append(row)
        columns = widened if block else []
    if block:
        yield block


def _follows(above: Sequence[Stretch], below: Sequence[Stretch]) -> bool:
    height = max(one.bottom - one.top for one in above)
    return min(one.top for one in below) - max(one.bottom for one in above) < _APART * height


def _widened(columns: Sequence[_Span], row: Sequence[Stretch]) -> list[_Span]:
    """Where there are words in any row: columns, and those of one row more, joined as they meet."""
    found: list[_Span] = []
    for x0, x1 in sorted([*columns, *((one.x0, one.x1) for one in row)]):
        if found and x0 <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], x1))
        else:
            found.append((x0, x1))
    return found


def _table(block: Sequence[Sequence[Stretch]], tokens: Sequence[Token]) -> Unruled | None:
    last = max(index for index, row in enumerate(block) if len(row) >= _COLUMNS)
    block = _with_wrapped(block, last)
    columns = _side_by_side(block, _widened([], list(chain.from_iterable(block))))
    if len(columns) < _COLUMNS or any(_is_running(block, column) for column in columns):
        return None
    rows = [_cells(row, columns) for row in block]
    values = _column_of_values(rows, tokens)
    full = sum(sum(map(bool, row)) >= _COLUMNS for row in rows)
    if full < _ROWS or values is None or not _is_short(rows):
        return None
    whole = [_is_whole(row, values, tokens) for row in rows]
    return Unruled(tuple(_joined(rows, block, whole)))


def _side_by_side(block: Sequence[Sequence[Stretch]], columns: Sequence[_Span]) -> list[_Span]:
    """Columns joined with the next where no row fills both: a head that stands beside its cells."""
    filled = [{one.row for row in block for one in row if _is_in(one, span)} for span in columns]
    joined: list[_Span] = []
    rows: set[int] = set()
    for span, its in zip(columns, filled, strict=True):
        if joined and rows.isdisjoint(its):
            joined[-1] = (joined[-1][0], span[1])
            rows = rows | its
        else:
            joined.append(span)
            rows = its
    return joined


def _is_in(one: Stretch, span: _Span) -> bool:
    return span[0] <= one.x0 <= span[1]


def _is_running(block: Sequence[Sequence[Stretch]], span: _Span) -> bool:
    """Whether a column is running text: line after line of words to its right edge."""
    lines = [one for row in block for one in row if _is_in(one, span)]
    wide = max(one.x1 for one in lines) - span[0]
    whole = sum(len(one.words) > _SHORT and one.x1 - span[0] > _TO_THE_EDGE * wide for one in lines)
    return whole >= _ROWS and whole > len(lines) / 3


def _with_wrapped(block: Sequence[Sequence[Stretch]], last: int) -> Sequence[Sequence[Stretch]]:
    """The rows up to the last full one, and those below that have two cells or wrap one.

    A lone line in the first column is the beginning of what comes after the table.
    """
    end = last + 1
    first = min(one.x1 for row in block[:end] for one in row)
    for above, below in pairwise(block[last:]):
        height = max(one.bottom - one.top for one in above)
        gap = min(one.top for one in below) - max(one.bottom for one in above)
        if len(below) == 1 and (below[0].x0 <= first or gap > _WRAPPED * height):
            break
        end += 1
    return block[:end]


def _cells(row: Sequence[Stretch], columns: Sequence[_Span]) -> Cells:
    return tuple(
        tuple(word for one in row if _is_in(one, span) for word in one.words) for span in columns
    )


def _column_of_values(rows: Sequence[Cells], tokens: Sequence[Token]) -> int | None:
    """The column in which most cells are values: few words, with a digit. None if there is none."""
    shares = [
        (sum(_is_value(cell, tokens) for cell in column if cell) / max(sum(map(bool, column)), 1))
        for column in zip(*rows, strict=True)
    ]
    filled = [sum(map(bool, column)) for column in zip(*rows, strict=True)]
    fit = [n for n, share in enumerate(shares) if share >= _VALUES and filled[n] >= _ROWS - 1]
    return max(fit, key=lambda n: filled[n]) if fit else None


def _is_value(cell: Sequence[int], tokens: Sequence[Token]) -> bool:
    return len(cell) <= _SHORT and any(_has_digit(tokens[index].text) for index in cell)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _is_short(rows: Sequence[Cells]) -> bool:
    """Whether most cells are short, and one column at most is longer text."""
    counts = sorted(len(cell) for row in rows for cell in row if cell)
    long = 0
    for column in zip(*rows, strict=True):
        filled = [len(cell) for cell in column if cell]
        long += sum(filled) > _LONG * len(filled)
    return counts[len(counts) // 2] <= _SHORT and long <= 1


def _is_whole(row: Cells, values: int, tokens: Sequence[Token]) -> bool:
    """Whether a row is one of its own: full, with its value, or with something beside one."""
    filled = sum(map(bool, row))
    beside = bool(row[values]) and filled > 1
    return filled >= _COLUMNS or beside or _is_value(row[values], tokens)


def _joined(
    rows: Sequence[Cells], block: Sequence[Sequence[Stretch]], whole: Sequence[bool]
) -> Iterator[Cells]:
    """Rows; those that are not ``whole`` and only wrap cells of the row above are joined to it."""
    held = rows[0]
    for index, row in enumerate(rows[1:], start=1):
        if not whole[index] and (not row[0] or _is_nearer_above(block, index)):
            held = tuple(above + below for above, below in zip(held, row, strict=True))
        else:
            yield held
            held = row
    yield held


def _is_nearer_above(block: Sequence[Sequence[Stretch]], index: int) -> bool:
    """Whether a row stands clearly nearer to the one above: else it may head those below."""
    if index + 1 == len(block):
        return False
    tops = [min(one.top for one in row) for row in block[index : index + 2]]
    bottoms = [max(one.bottom for one in row) for row in block[index - 1 : index + 1]]
    return tops[0] - bottoms[0] < _NEARER * (tops[1] - bottoms[1])
