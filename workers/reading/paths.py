"""Ruling lines from the paths on a page, thousands of segments at once. Runs in the child."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.geometry import Sheet
from workers.reading.ink import Painted

# An edge as pdfplumber's functions take it.
Edge = dict[str, Any]  # Any: numbers and one string, as that library has it

_POINTS: Final = 400  # of one path; a table's rule has two to five
_STRAIGHT: Final = 0.01  # points; the error of a matrix in single precision
_SHORTEST: Final = 1.0  # points; shorter strokes are parts of letters and patterns
_AT_ONCE: Final = 512  # segments

_Numbers = NDArray[np.float64]
_Flags = NDArray[np.bool_]

# Made by the parent, so that children need not.
_POINT_SLOTS: Final = native.Slots(ctypes.c_float, rows=_AT_ONCE, columns=2)


def find_edges(paths: Sequence[Painted], sheet: Sheet, *, most: int) -> tuple[list[Edge], bool]:
    """The straight edges of paths in order, in points of the sheet; true where there are more."""
    if not paths:
        return [], False
    counts = list(map(native.count_segments, (path.handle for path in paths)))
    edges: list[Edge] = []
    for batch, sizes in _batches(paths, counts):
        edges += _edges(_points(batch, sizes), sheet)
        if len(edges) > most:
            return edges, True
    return edges, False


def _batches(
    paths: Sequence[Painted], counts: Sequence[int]
) -> Iterator[tuple[list[Painted], list[int]]]:
    """Paths that may hold rules, so many that their segments fit into the slots."""
    batch: list[Painted] = []
    sizes: list[int] = []
    for path, count in zip(paths, counts, strict=True):
        if not 1 < count <= _POINTS:
            continue
        if sum(sizes) + count > _AT_ONCE:
            yield batch, sizes
            batch, sizes = [], []
        batch.append(path)
        sizes.append(count)
    if batch:
        yield batch, sizes


@dataclass(frozen=True, slots=True)
class _Points:
    """The points of outlines one after the other, and what joins each to the one before."""

    xs: _Numbers
    ys: _Numbers
    starts: _Flags  # where an outline begins
    closes: _Flags  # from where a line leads back to the outline's first point


def _points(paths: Sequence[Painted], sizes: Sequence[int]) -> _Points:
    count = sum(sizes)
    handles = chain.from_iterable(map(repeat, (path.handle for path in paths), sizes))
    segments = list(map(native.get_segment, handles, chain.from_iterable(map(range, sizes))))
    kinds = np.fromiter(map(native.get_segment_type, segments), np.int64, count)
    given = np.fromiter(map(native.get_point, segments, *_POINT_SLOTS.places), bool, count)
    closes = np.fromiter(map(native.get_close, segments), bool, count)
    place = np.frombuffer(_POINT_SLOTS.values, np.float32)[: 2 * count].reshape(-1, 2)
    firsts = np.cumsum([0, *sizes[:-1]])
    starts = kinds == pdfium.FPDF_SEGMENT_MOVETO
    starts[firsts] = True
    kept = given & _ends_of_curves(kinds, firsts, sizes)
    xs, ys = _moved(place.astype(np.float64), paths, sizes)
    return _Points(xs[kept], ys[kept], starts[kept], closes[kept])


def _ends_of_curves(kinds: NDArray[np.int64], firsts: Any, sizes: Sequence[int]) -> _Flags:
    """False for the two points by which a curve is bent: no outline passes them."""
    curved = kinds == pdfium.FPDF_SEGMENT_BEZIERTO
    so_far = np.cumsum(curved)
    before = np.repeat(so_far[firsts] - curved[firsts], sizes)
    kept: _Flags = ~curved | ((so_far - before) % 3 == 0)
    return kept


def _moved(
    place: _Numbers, paths: Sequence[Painted], sizes: Sequence[int]
) -> tuple[_Numbers, _Numbers]:
    """Points of paths as they lie on the sheet."""
    asked = native.asked(
        native.get_matrix, (path.handle for path in paths), number=ctypes.c_float, columns=6
    )
    own = np.frombuffer(b"".join(one or _AS_IT_IS for one in asked), np.float32).reshape(-1, 6)
    whole = _after(own.astype(np.float64).T, np.array([path.outer for path in paths]).T)
    a, b, c, d, e, f = np.repeat(whole, sizes, axis=1)
    x, y = place[:, 0], place[:, 1]
    with np.errstate(all="ignore"):
        return a * x + c * y + e, b * x + d * y + f


_AS_IT_IS: Final = np.array([1, 0, 0, 1, 0, 0], np.float32).tobytes()


def _after(first: _Numbers, then: _Numbers) -> _Numbers:
    """As ``geometry.after``, for many matrices: six rows, a column for each."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    with np.errstate(all="ignore"):
        return np.stack(
            [
                a * g + b * i,
                a * h + b * j,
                c * g + d * i,
                c * h + d * j,
                e * g + f * i + k,
                e * h + f * j + m,
            ]
        )


def _edges(points: _Points, sheet: Sheet) -> list[Edge]:
    """The straight ones among the lines from point to point, in the order they are drawn."""
    count = len(points.xs)
    if not count:
        return []
    index = np.arange(count)
    first = np.maximum.accumulate(np.where(points.starts, index, 0))
    # A line goes on from the outline's first point where the one before it led back there.
    before = np.where(np.roll(points.closes, 1), first, index - 1)
    drawn, back = index[~points.starts], index[points.closes]
    source = np.concatenate([before[drawn], back])
    target = np.concatenate([drawn, first[back]])
    order = np.argsort(np.concatenate([2 * drawn, 2 * back + 1]))
    source, target = source[order], target[order]
    xs, ys = points.xs, points.ys
    return list(_straight(xs[source], ys[source], xs[target], ys[target], sheet))


def _straight(
    ax: _Numbers, ay: _Numbers, bx: _Numbers, by: _Numbers, sheet: Sheet
) -> Iterator[Edge]:
    x0, x1 = np.minimum(ax, bx), np.maximum(ax, bx)
    top, bottom = np.minimum(ay, by), np.maximum(ay, by)
    with np.errstate(all="ignore"):
        wide, high = x1 - x0, bottom - top
        kept = (
            (np.minimum(wide, high) <= _STRAIGHT)
            & (np.maximum(wide, high) >= _SHORTEST)
            & ((x1 >= 0) & (bottom >= 0) & (x0 <= sheet.width) & (top <= sheet.height))
        )
    across = wide > high
    x1, bottom = np.where(across, x1, x0), np.where(across, top, bottom)
    for edge in zip(*(side[kept].tolist() for side in (across, x0, x1, top, bottom)), strict=True):
        yield _edge(*edge)


def _edge(across: bool, x0: float, x1: float, top: float, bottom: float) -> Edge:  # noqa: FBT001 (a row)
    return {
        "object_type": "line",
        "orientation": "h" if across else "v",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
