"""Tables that are set without rules: words aligned in columns, on rows that follow each other.

Careful rather than complete: what becomes a table has three columns or more with clear gaps
between them from top to bottom, short cells, and one column of values. Running text in columns
has none of the last two, and a list of names and values has but two columns.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import Any, Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from workers.reading.words import Places

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

_Items = TypeVar("_Items", list[Any], tuple[Any, ...])
_Span = tuple[float, float]  # left and right
Cells = tuple[tuple[int, ...], ...]  # of one row: the numbers of the words in each column


class Stretch(NamedTuple):
    """Words on one row with no wide gap between them; ``words`` are their numbers.

    A tuple rather than a dataclass, as is a row, since a page makes hundreds of them at once.
    """

    words: tuple[int, ...]
    x0: float
    x1: float


class Row(NamedTuple):
    """What stands on one height, from the left; ``high`` is the height of its highest stretch.

    ``spans`` are its stretches' left and right sides.
    """

    stretches: list[Stretch]
    spans: list[_Span]
    top: float
    bottom: float
    high: float


_Column = Sequence[list[Stretch]]  # its cell in each row


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table without rules: its rows from the top, each with as many cells as columns."""

    rows: tuple[Cells, ...]


def find_unruled(texts: Sequence[str], places: Places, free: NDArray[np.bool_]) -> list[Unruled]:
    """The tables among the words that are ``free``: those in no table with rules."""
    chosen = free.nonzero()[0]
    if len(chosen) < _ROWS * _COLUMNS:
        return []
    numbers, order = _levels(places[chosen])
    rows = _rows(numbers, chosen[order], places)
    found = filter(_has_full_rows, _blocks(rows))
    blocks = (_table(block, texts) for block in found)
    return [block for block in blocks if block is not None]


def _is_full(row: Row) -> bool:
    return len(row.stretches) >= _COLUMNS


def _has_full_rows(block: Sequence[Row]) -> bool:
    return sum(map(_is_full, block)) >= _ROWS


def _levels(places: Places) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The number of each word's row, from 0 at the top, and the words in order of row and x."""
    middles = (places[:, 1] + places[:, 3]) / 2
    # The middle height; numpy's own median would load a module, and a child has no files.
    level = _LEVEL * float(np.sort(places[:, 3] - places[:, 1])[len(places) // 2])
    downwards = middles.argsort(kind="stable")
    sorted_middles = middles[downwards]
    numbers = np.empty(len(places), np.int64)
    numbers[downwards[0]] = 0
    numbers[downwards[1:]] = (sorted_middles[1:] - sorted_middles[:-1] > level).cumsum()
    order = np.lexsort((places[:, 0], numbers))
    return numbers[order], order


def _rows(numbers: NDArray[np.int64], order: NDArray[np.int64], places: Places) -> list[Row]:
    """The rows, each word's being numbered, from the first that may begin a table.

    None at all where there are too few such rows, as on most pages.
    """
    x0, top, x1, bottom = places[order].T
    new = np.ones(len(order), bool)
    new[1:] = numbers[1:] != numbers[:-1]
    rows = new.nonzero()[0]
    high = np.maximum.reduceat(bottom - top, rows)
    new[1:] |= x0[1:] - x1[:-1] > _GAP * high[numbers[1:]]
    starts = new.nonzero()[0]
    full = (np.bincount(numbers[starts]) >= _COLUMNS).nonzero()[0]
    if len(full) < _ROWS:
        return []
    firsts = starts.searchsorted(rows)  # of each row its first stretch
    lefts = np.minimum.reduceat(x0, starts).tolist()
    rights = np.maximum.reduceat(x1, starts).tolist()
    heights = np.maximum.reduceat(bottom, starts) - np.minimum.reduceat(top, starts)
    words = _divided(tuple(order.tolist()), starts)
    # Not by the classes themselves: that made a twentieth of the whole search.
    stretches = list(map(tuple.__new__, repeat(Stretch), zip(words, lefts, rights, strict=True)))
    columns = zip(
        _divided(stretches, firsts),
        _divided(list(zip(lefts, rights, strict=True)), firsts),
        np.minimum.reduceat(top, rows).tolist(),
        np.maximum.reduceat(bottom, rows).tolist(),
        np.maximum.reduceat(heights, firsts).tolist(),
        strict=True,
    )
    return list(map(tuple.__new__, repeat(Row), columns))[full[0] :]


def _divided(items: _Items, starts: NDArray[np.int64]) -> list[_Items]:
    return [items[start:end] for start, end in pairwise([*starts.tolist(), len(items)])]


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that may be a table: from one with three cells to the last such one, close together.

    A row that bridges a gap between columns ends it: a headline, or running text.
    """
    block: list[Row] = []
    columns: list[_Span] = []
    for row in rows:
        if not block and not _is_full(row):
            continue
        widened = _widened(columns, row.spans)
        if block and (len(widened) < _COLUMNS or not _follows(block[-1], row)):
            yield block
            block, widened = [], _widened([], row.spans)
        if block or _is_full(row):
            block.append(row)
        columns = widened if block else []
    if block:
        yield block


def _follows(above: Row, below: Row) -> bool:
    return below.top - above.bottom < _APART * above.high


def _widened(columns: Sequence[_Span], more: Iterable[_Span]) -> list[_Span]:
    """Where there are words in any row: columns, and those of one row more, joined as they meet."""
    found: list[_Span] = []
    left = right = -math.inf
    for x0, x1 in sorted([*columns, *more]):
        if x0 > right:
            left, right = x0, x1
            found.append((left, right))
        elif x1 > right:
            right = x1
            found[-1] = (left, right)
    return found


def _table(block: Sequence[Row], texts: Sequence[str]) -> Unruled | None:
    last = max(index for index, row in enumerate(block) if _is_full(row))
    block = _with_wrapped(block, last)
    columns = _side_by_side(_columns(block))
    if len(columns) < _COLUMNS or any(map(_is_running, columns)):
        return None
    rows = [tuple(map(_words, row)) for row in zip(*columns, strict=True)]
    numbers = _with_digit(rows, texts)
    values = _column_of_values(rows, numbers)
    full = sum(sum(map(bool, row)) >= _COLUMNS for row in rows)
    if full < _ROWS or values is None or not _is_short(rows):
        return None
    whole = [_is_whole(row, values, numbers) for row in rows]
    return Unruled(tuple(_joined(rows, block, whole)))


def _with_wrapped(block: Sequence[Row], last: int) -> Sequence[Row]:
    """The rows up to the last full one, and those below that have two cells or wrap one.

    A lone line in the first column is the beginning of what comes after the table.
    """
    end = last + 1
    first = min(one.x1 for row in block[:end] for one in row.stretches)
    for above, below in pairwise(block[last:]):
        gap = below.top - above.bottom
        lone = len(below.stretches) == 1
        if lone and (below.stretches[0].x0 <= first or gap > _WRAPPED * above.high):
            break
        end += 1
    return block[:end]


def _columns(block: Sequence[Row]) -> list[_Column]:
    """The columns from the left: no row bridges the gap between two of them."""
    spans = _widened([], chain.from_iterable(row.spans for row in block))
    lefts = [left for left, _ in spans]
    columns: list[_Column] = [[[] for _ in block] for _ in spans]
    for number, row in enumerate(block):
        for one in row.stretches:
            columns[bisect_right(lefts, one.x0) - 1][number].append(one)
    return columns


def _side_by_side(columns: Sequence[_Column]) -> list[_Column]:
    """Columns joined with the next where no row fills both: a head that stands beside its cells."""
    joined = [columns[0]]
    for column in columns[1:]:
        pairs = list(zip(joined[-1], column, strict=True))
        if any(left and right for left, right in pairs):
            joined.append(column)
        else:
            joined[-1] = [left + right for left, right in pairs]
    return joined


def _is_running(column: _Column) -> bool:
    """Whether a column is running text: line after line of words to its right edge."""
    lines = list(chain.from_iterable(column))
    left, right = min(one.x0 for one in lines), max(one.x1 for one in lines)
    edge = _TO_THE_EDGE * (right - left)
    whole = sum(len(one.words) > _SHORT and one.x1 - left > edge for one in lines)
    return whole >= _ROWS and whole > len(lines) / 3


def _words(cell: Sequence[Stretch]) -> tuple[int, ...]:
    if len(cell) == 1:
        return cell[0].words
    return tuple(chain.from_iterable(one.words for one in cell))


def _with_digit(rows: Iterable[Cells], texts: Sequence[str]) -> frozenset[int]:
    words = chain.from_iterable(chain.from_iterable(rows))
    return frozenset(index for index in words if _has_digit(texts[index]))


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _column_of_values(rows: Sequence[Cells], numbers: frozenset[int]) -> int | None:
    """The fullest column in which most cells are values, the first of them, if there is one."""
    found, most = None, _ROWS - 2
    for number, column in enumerate(zip(*rows, strict=True)):
        filled = [cell for cell in column if cell]
        values = sum(_is_value(cell, numbers) for cell in filled)
        if len(filled) > most and values >= _VALUES * len(filled):
            found, most = number, len(filled)
    return found


def _is_value(cell: Sequence[int], numbers: frozenset[int]) -> bool:
    """Whether a cell has few words, one of them with a digit."""
    return len(cell) <= _SHORT and not numbers.isdisjoint(cell)


def _is_short(rows: Sequence[Cells]) -> bool:
    """Whether most cells are short, and one column at most is longer text."""
    counts = sorted(len(cell) for row in rows for cell in row if cell)
    long = 0
    for column in zip(*rows, strict=True):
        filled = [len(cell) for cell in column if cell]
        long += sum(filled) > _LONG * len(filled)
    return counts[len(counts) // 2] <= _SHORT and long <= 1


def _is_whole(row: Cells, values: int, numbers: frozenset[int]) -> bool:
    """Whether a row is one of its own: full, with its value, or with something beside one."""
    filled = sum(map(bool, row))
    beside = bool(row[values]) and filled > 1
    return filled >= _COLUMNS or beside or _is_value(row[values], numbers)


def _joined(rows: Sequence[Cells], block: Sequence[Row], whole: Sequence[bool]) -> Iterator[Cells]:
    """Rows; those that are not ``whole`` and only wrap cells of the row above are joined to it."""
    held = rows[0]
    for index, row in enumerate(rows[1:], start=1):
        if not whole[index] and (not row[0] or _is_nearer_above(block, index)):
            held = tuple(above + below for above, below in zip(held, row, strict=True))
        else:
            yield held
            held = row
    yield held


def _is_nearer_above(block: Sequence[Row], index: int) -> bool:
    """Whether a row stands clearly nearer to the one above: else it may head those below."""
    if index + 1 == len(block):
        return False
    above, row, below = block[index - 1 : index + 2]
    return row.top - above.bottom < _NEARER * (below.top - row.bottom)
