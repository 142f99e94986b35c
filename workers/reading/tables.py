"""Tables from ruling lines: pdfplumber's way of joining edges, with an indexed search for cells."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from pdfplumber.table import merge_edges, snap_edges

from workers.reading.paths import Edge

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


def find_tables(edges: list[Edge], *, crossings: int) -> list[Grid]:
    """The tables that edges draw, from the top. Raises TooComplex."""
    if len({edge["orientation"] for edge in edges}) < 2:
        return []
    points = find_crossings(join_edges(edges), most=crossings)
    return [_grid(cells) for cells in find_groups(find_cells(points))]


def join_edges(edges: list[Edge]) -> list[Edge]:
    """Edges snapped to their neighbours and joined where they touch.

    Rounded between the two steps: snapping leaves edges of one line apart by the last bit.
    """
    snapped = [_rounded(edge) for edge in snap_edges(edges, _NEAR, _NEAR)]
    joined = merge_edges(snapped, 0, 0, _NEAR, _NEAR)
    return [
        edge
        for edge in joined
        if edge["height" if edge["orientation"] == "v" else "width"] >= _NEAR
    ]


def _rounded(edge: Edge) -> Edge:
    sides = {side: round(edge[side], 3) for side in ("x0", "x1", "top", "bottom")}
    return {
        **edge,
        **sides,
        "width": sides["x1"] - sides["x0"],
        "height": sides["bottom"] - sides["top"],
    }


@dataclass(frozen=True, slots=True)
class Crossings:
    """Where edges cross: for each point the numbers of the edges up and down, left and right."""

    vertical: dict[Point, set[int]]
    horizontal: dict[Point, set[int]]


def find_crossings(edges: Sequence[Edge], *, most: int) -> Crossings:
    """The points where a vertical and a horizontal edge meet. Raises TooComplex."""
    across = sorted((e for e in edges if e["orientation"] == "h"), key=itemgetter("top", "x0"))
    tops = [e["top"] for e in across]
    vertical: dict[Point, set[int]] = defaultdict(set)
    horizontal: dict[Point, set[int]] = defaultdict(set)
    for number, down in enumerate(e for e in edges if e["orientation"] == "v"):
        first = bisect_left(tops, down["top"] - _NEAR)
        last = bisect_right(tops, down["bottom"] + _NEAR)
        for index in range(first, last):
            edge = across[index]
            if edge["x0"] - _NEAR <= down["x0"] <= edge["x1"] + _NEAR:
                point = (down["x0"], edge["top"])
                vertical[point].add(number)
                horizontal[point].add(index)
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
