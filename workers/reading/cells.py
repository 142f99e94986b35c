"""Which words stand in which cell of a table with rules, and the rows between its rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.reading.tables import Cell, Grid
from workers.reading.words import Places, Words

_SLOTS: Final = 200_000  # of one table's grid; more would be a pattern, not a table
_STACKED: Final = 3
_COLUMNS: Final = 3

Held = list[int]  # the indices of the words in one cell


@dataclass(frozen=True, slots=True)
class Filled:
    """The words in each cell of a table, row by row, and all of them as they were written."""

    rows: list[list[Held]]
    words: list[int]


def fill(table: Grid, places: Places) -> Filled:
    """The table's cells, each with the words whose middle it holds.

    All are empty where there are too many. A place where cells span others is not in its row.
    """
    rows: list[list[Held]] = [[[] for cell in row if cell is not None] for row in table.rows]
    slots = _slots([cell for row in table.rows for cell in row if cell is not None])
    if slots is None:
        return Filled(rows, [])
    lefts, tops, owner = slots
    columns = np.searchsorted(lefts, (places[:, 0] + places[:, 2]) / 2, side="right")
    downwards = np.searchsorted(tops, (places[:, 1] + places[:, 3]) / 2, side="right")
    of_word = owner[columns, downwards]
    words = of_word.nonzero()[0]
    cells = list(chain.from_iterable(rows))
    for index, number in zip(words.tolist(), of_word[words].tolist(), strict=True):
        cells[number - 1].append(index)
    return Filled(rows, words.tolist())


_Slots = tuple[list[float], list[float], NDArray[np.int32]]


def _slots(cells: Sequence[Cell]) -> _Slots | None:
    """Which cell (from 1) owns each slot of the finest grid, so that a point finds it at once."""
    lefts = sorted({x for cell in cells for x in (cell[0], cell[2])})
    tops = sorted({y for cell in cells for y in (cell[1], cell[3])})
    if len(lefts) * len(tops) > _SLOTS:
        return None
    column = {x: index for index, x in enumerate(lefts, start=1)}
    row = {y: index for index, y in enumerate(tops, start=1)}
    owner = np.zeros((len(lefts) + 1, len(tops) + 1), np.int32)
    for number, (x0, top, x1, bottom) in enumerate(cells, start=1):
        owner[column[x0] : column[x1], row[top] : row[bottom]] = number
    return lefts, tops, owner


def rows_within(cells: list[Held], words: Words) -> list[list[Held]]:
    """The rows that stand between two rules, for tables ruled only every few rows.

    Cells are taken for several rows only where all of them have the same lines, three or more,
    and one column holds a number on each: a wrapped text must stay one cell.
    """
    full = [cell for cell in cells if cell]
    if len(full) < _COLUMNS or min(map(len, full)) < _STACKED:
        return [cells]
    stacked = [_stack(cell, words) for cell in cells]
    filled = [lines for lines in stacked if lines]
    count = len(filled[0])
    if count < _STACKED or any(len(lines) != count for lines in filled):
        return [cells]
    if not any(all(_has_digit(line, words) for line in lines) for lines in filled):
        return [cells]
    if not all(_on_one_line(side_by_side, words) for side_by_side in zip(*filled, strict=True)):
        return [cells]
    return [[lines[index] if lines else [] for lines in stacked] for index in range(count)]


def _stack(cell: Held, words: Words) -> list[Held]:
    """A cell's words by the line they stand on, from the top."""
    lefts, tops, _, bottoms = words.places[cell].T.tolist()
    middles = [(top + bottom) / 2 for top, bottom in zip(tops, bottoms, strict=True)]
    lines: list[list[int]] = []
    for at in sorted(range(len(cell)), key=middles.__getitem__):
        if lines and middles[at] < bottoms[lines[-1][0]]:
            lines[-1].append(at)
        else:
            lines.append([at])
    return [[cell[at] for at in sorted(line, key=lefts.__getitem__)] for line in lines]


def _has_digit(line: Held, words: Words) -> bool:
    return any(char.isdigit() for index in line for char in words.texts[index])


def _on_one_line(lines: Iterable[Held], words: Words) -> bool:
    """Whether lines of neighbouring cells share some height."""
    places = [words.places[line] for line in lines]
    top = max(place[:, 1].min() for place in places)
    return bool(top < min(place[:, 3].max() for place in places))
