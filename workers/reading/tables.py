"""Tables from ruling lines: pdfplumber's way of joining edges, with an indexed search for cells."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from pdfplumber.utils.clustering import make_cluster_dict

from workers.reading.paths import Edge, Edges

Point = tuple[float, float]
Cell = tuple[float, float, float, float]  # x0, top, x1, bottom

# The tolerances are pdfplumber's own, in points.
_NEAR: Final = 3.0
_STEPS: Final = 400_000  # of the search for cells on one page; real pages need a few thousand


class TooComplex(Exception):
    """More lines cross than are followed on one page."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: rows from the top, each with its cells from the left, None where one spans."""

    rows: tuple[tuple[Cell | None, ...], ...]
    x0: float
    top: float
    x1: float
    bottom: float


def find_tables(edges: Edges, *, crossings: int) -> list[Grid]:
    """The tables that edges draw, from the top. Raises TooComplex."""
    if not edges.across or not edges.down:
        return []
    across, down = join_edges(edges.across), join_edges(edges.down)
    points = find_crossings(across, down, most=crossings)
    return [_grid(cells) for cells in find_groups(find_cells(points))]


def join_edges(edges: Sequence[Edge]) -> list[Edge]:
    """Edges of one direction snapped to their neighbours and joined where they touch, in order.

    The same as pdfplumber's ``merge_edges``, bit by bit, without a mapping for each edge. What is
    shorter than the tolerance when all is joined is left out.
    """
    joined: list[Edge] = []
    for at, start, end in sorted(_snapped(edges)) if edges else ():
        line, first, last = joined[-1] if joined else (math.nan, 0.0, 0.0)
        if line == at and start <= last + _NEAR:
            joined[-1] = (at, first, max(last, end))
        else:
            joined.append((at, start, end))
    return [edge for edge in joined if edge[2] - edge[1] >= _NEAR]


def _snapped(edges: Sequence[Edge]) -> Iterator[Edge]:
    """Edges whose lines lie near each other, each moved by its way to the mean of theirs."""
    ats, starts, ends = zip(*edges, strict=True)
    group_of = make_cluster_dict(ats, _NEAR)
    groups = np.array([group_of[at] for at in ats])
    means = np.bincount(groups, ats) / np.bincount(groups)
    # Not the mean itself: what pdfplumber joins are equal sums, so they must be its own.
    lines = np.array(ats) + (means[groups] - np.array(ats))
    return zip(lines.tolist(), starts, ends, strict=True)


@dataclass(frozen=True, slots=True)
class Crossings:
    """Where edges cross: for each point the numbers of the edges up and down, left and right."""

    vertical: dict[Point, set[int]]
    horizontal: dict[Point, set[int]]


def find_crossings(across: Sequence[Edge], down: Sequence[Edge], *, most: int) -> Crossings:
    """The points where an edge across, in order, and one down meet. Raises TooComplex."""
    tops = [top for top, _, _ in across]
    vertical: dict[Point, set[int]] = defaultdict(set)
    horizontal: dict[Point, set[int]] = defaultdict(set)
    for number, (x, top, bottom) in enumerate(down):
        first, last = bisect_left(tops, top - _NEAR), bisect_right(tops, bottom + _NEAR)
        for index in range(first, last):
            y, left, right = across[index]
            if left - _NEAR <= x <= right + _NEAR:
                vertical[x, y].add(number)
                horizontal[x, y].add(index)
        if len(vertical) > most:
            raise TooComplex
    return Crossings(vertical, horizontal)


def find_cells(points: Crossings) -> list[Cell]:
    """The smallest rectangle that starts in each point. Raises TooComplex."""
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    ordered = sorted(points.vertical)
    for x, top in ordered:
        columns[x].append(top)
        rows[top].append(x)
    steps = 0
    cells: list[Cell] = []
    for point in ordered:
        for corner in _corners(points, point, columns[point[0]], rows[point[1]]):
            steps += 1
            if _closes(points, point, corner):
                cells.append((*point, *corner))
                break
            if steps > _STEPS:
                raise TooComplex
    return cells


def _corners(
    points: Crossings, point: Point, column: list[float], row: list[float]
) -> Iterator[Point]:
    """Where a cell from this point may end: the nearest below first, then the nearest right.

    Edges on one line do not overlap once joined, so the first point without a common edge ends
    the search along that line.
    """
    x, top = point
    for below in column[bisect_right(column, top) :]:
        if points.vertical[point].isdisjoint(points.vertical[x, below]):
            return
        for right in row[bisect_right(row, x) :]:
            if points.horizontal[point].isdisjoint(points.horizontal[right, top]):
                break
            yield right, below


def _closes(points: Crossings, point: Point, corner: Point) -> bool:
    """Whether edges lead from both neighbours to the corner."""
    if corner not in points.vertical:
        return False
    below, right = (point[0], corner[1]), (corner[0], point[1])
    return not points.horizontal[corner].isdisjoint(
        points.horizontal[below]
    ) and not points.vertical[corner].isdisjoint(points.vertical[right])


def find_groups(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Cells that hang together by a corner, from the top; a lone cell is no table."""
    leader: dict[Point, Point] = {}

    def find(point: Point) -> Point:
        while (above := leader.setdefault(point, point)) != point:
            leader[point] = leader[above]
            point = above
        return point

    cells = list(cells)
    for x0, top, x1, bottom in cells:
        first = find((x0, top))
        for corner in ((x0, bottom), (x1, top), (x1, bottom)):
            leader[find(corner)] = first
    groups: dict[Point, list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[find((cell[0], cell[1]))].append(cell)
    found = [group for group in groups.values() if len(group) > 1]
    return sorted(found, key=lambda group: min((c[1], c[0]) for c in group))


def _grid(cells: list[Cell]) -> Grid:
    lefts = sorted({cell[0] for cell in cells})
    by_top: dict[float, dict[float, Cell]] = defaultdict(dict)
    for cell in cells:
        by_top[cell[1]][cell[0]] = cell
    rows = tuple(tuple(by_top[top].get(x) for x in lefts) for top in sorted(by_top))
    return Grid(
        rows,
        min(c[0] for c in cells),
        min(c[1] for c in cells),
        max(c[2] for c in cells),
        max(c[3] for c in cells),
    )
