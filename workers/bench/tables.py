"""How far our tables are those of pdfplumber: found at the same place, cell by cell the same."""

import json
import math
import mmap
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from portal.domain.evidence import Limits
from workers import nest, sandbox
from workers.bench.figures import Figure
from workers.reading import page
from workers.reading.begun import Begun, shared
from workers.reading.cells import fill
from workers.reading.child import Unopened
from workers.reading.geometry import turn_back
from workers.reading.spelling import clean
from workers.reading.tables import Grid
from workers.sandbox import Send

_NEAR: Final = 4.0  # points that the corners of one table may differ
_FRAME_BYTES: Final = 16 * 1024 * 1024

Rect = tuple[float, float, float, float]  # x0, top, x1, bottom, in points of the shown page
Table = Mapping[Rect, str]  # the words of each cell
Tables = dict[tuple[str, int], list[Table]]  # by path and page (from 1)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of how many tables and cells how many are the same."""

    tables: int = 0
    found: int = 0
    cells: int = 0
    same: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.tables + other.tables,
            self.found + other.found,
            self.cells + other.cells,
            self.same + other.same,
        )


def figures(agreed: Agreement) -> Iterator[Figure]:
    """The shares of tables found and of cells that are the same, apart from white space."""
    yield Figure(
        name="tables of pdfplumber that are found",
        value=_percent(agreed.found, agreed.tables),
        reach=99.5,
        unit=" %",
        basis=f"{agreed.found} of {agreed.tables}",
    )
    yield Figure(
        name="their cells with the same words",
        value=_percent(agreed.same, agreed.cells),
        reach=98.5,
        unit=" %",
        basis=f"{agreed.same} of {agreed.cells}",
    )


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def parse_tables(rows: Sequence[Any]) -> Tables:
    """The peer's tables, moved to where the shown part of their page begins."""
    return {
        (path, number): [_parse_table(table, left, top) for table in tables]
        for path, number, (left, top), tables in rows
        if tables
    }


def _parse_table(rows: Sequence[Any], left: float, top: float) -> Table:
    pairs = chain.from_iterable(zip(cells, words, strict=True) for cells, words in rows)
    return {
        (cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top): words or ""
        for cell, words in pairs
        if cell is not None
    }


def compare(theirs: Tables) -> Agreement:
    """Our reader on the same pages.

    The cells of a page whose text runs up or down are left out: the peer gives their words in
    the order of the columns it sees, not in that of reading.
    """
    total = Agreement()
    for path in dict.fromkeys(path for path, _ in theirs):
        pages = {number: found for (of, number), found in theirs.items() if of == path}
        ours, turned = _our_tables(Path(path), sorted(pages))
        for number, found in pages.items():
            agreed = agreement(ours.get(number, []), found)
            total += replace(agreed, cells=0, same=0) if number in turned else agreed
    return total


def agreement(ours: Sequence[Table], theirs: Sequence[Table]) -> Agreement:
    """How far the tables of one page agree. A table that is not found has no cell the same."""
    total = Agreement()
    for table in theirs:
        twin = next((one for one in ours if _is_near(_around(one), _around(table))), None)
        same = _same(twin, table) if twin else 0
        total += Agreement(1, twin is not None, len(table), same)
    return total


def _around(table: Table) -> Rect:
    lefts, tops, rights, bottoms = zip(*table, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _is_near(one: Rect, other: Rect) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _same(ours: Table, theirs: Table) -> int:
    """How many cells lie at one place in both with the same words."""
    ordered = sorted(ours)
    same = 0
    for cell, words in theirs.items():
        first = bisect_left(ordered, (cell[0] - _NEAR,))
        last = bisect_right(ordered, (cell[0] + _NEAR, math.inf))
        twins = (one for one in ordered[first:last] if _is_near(one, cell))
        same += any(_dense(ours[twin]) == _dense(words) for twin in twins)
    return same


def _dense(words: str) -> str:
    """Words without blanks; ligatures and signs of symbol fonts spelt out, as our reader does."""
    return "".join(map(clean, words.split()))


def _our_tables(
    path: Path, numbers: Sequence[int]
) -> tuple[Mapping[int, list[Table]], frozenset[int]]:
    """The tables of some pages of a file, read in the sandbox as any stranger's file is.

    And the numbers of the pages that were turned for reading.
    """
    found: dict[int, list[Table]] = {}
    askew: set[int] = set()
    work, bounds = partial(_send_tables, numbers=numbers), sandbox.Bounds()
    with (
        path.open("rb") as file,
        shared() as begun,
        nest.start(work, file=file.fileno(), begun=begun, bounds=bounds) as child,
    ):
        while frame := child.receive(seconds=60.0, most=_FRAME_BYTES):
            number, tables, turned = json.loads(frame)
            found[number] = [{tuple(cell): words for cell, words in one} for one in tables]
            askew |= {number} if turned else set()
    return found, frozenset(askew)


def _send_tables(send: Send, data: mmap.mmap, _begun: Begun, *, numbers: Sequence[int]) -> None:
    """In the child: a frame for each page."""
    try:
        with page.opened(data) as document:
            for number in numbers:
                seen = page.look_at(document, number, Limits())
                tables = [_cells(grid, seen) for grid in seen.tables] if seen else []
                turned = seen is not None and seen.flat.turns != seen.sheet.turns
                send(json.dumps([number, tables, turned]).encode())
    except Unopened:
        return


def _cells(grid: Grid, seen: page.Seen) -> list[tuple[Rect, str]]:
    words = seen.text.words
    cells = [cell for row in grid.rows for cell in row if cell is not None]
    held = chain.from_iterable(fill(grid, words.places).rows)
    return [
        (
            _as_shown(cell, seen),
            " ".join(words.texts[i] + "-" * bool(words.broken[i]) for i in indices),
        )
        for cell, indices in zip(cells, held, strict=True)
    ]


def _as_shown(cell: Rect, seen: page.Seen) -> Rect:
    """A cell of a page that was turned for reading, as it lies on the page as it is shown."""
    wide, high = seen.flat.width, seen.flat.height
    x0, y0, x1, y1 = cell
    share = (x0 / wide, y0 / high, x1 / wide, y1 / high)
    x0, y0, x1, y1 = turn_back(share, seen.flat.turns - seen.sheet.turns)
    wide, high = seen.sheet.width, seen.sheet.height
    return x0 * wide, y0 * high, x1 * wide, y1 * high
