"""Ruling lines from the paths on a page, thousands of segments at once. Runs in the child."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, repeat
from typing import Final

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.geometry import Matrix, Sheet, place_each
from workers.reading.ink import Painted

# Where a line lies, where it starts and where it ends, in points of the sheet.
Edge = tuple[float, float, float]

_FEWEST: Final = 5  # lines; two cells that hang together have no fewer
_POINTS: Final = 400  # of one path; a table's rule has two to five
_STRAIGHT: Final = 0.01  # points; the error of a matrix in single precision
_SHORTEST: Final = 1.0  # points; shorter strokes are parts of letters and patterns
_AT_ONCE: Final = 512  # segments
_RECTANGLE: Final = 5  # points, the last of them the first
_DIGITS: Final = 7  # that single precision keeps
_LEAST: Final = 1e-9  # points; less is nothing

_Numbers = NDArray[np.float64]
_Flags = NDArray[np.bool_]
_Counts = NDArray[np.int64]

# Made by the parent, so that children need not.
_POINT_SLOTS: Final = native.Slots(ctypes.c_float, rows=_AT_ONCE, columns=2)
_POINT_VALUES: Final = np.frombuffer(_POINT_SLOTS.values, np.float32).reshape(-1, 2)
_SIX: Final = native.Answer(ctypes.c_float, columns=6)
_AS_IT_IS: Final = np.array([1, 0, 0, 1, 0, 0], np.float32).tobytes()


@dataclass(frozen=True, slots=True)
class Edges:
    """The straight edges of what is drawn on a page: those that lead across, and those down."""

    across: list[Edge] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.across) + len(self.down)


def find_edges(paths: Painted, sheet: Sheet, *, most: int) -> tuple[Edges, bool]:
    """The straight edges of paths, in points of the sheet; true where there are more than most.

    None are looked for where there are too few for a table, as on most pages.
    """
    edges = Edges()
    counts = list(map(native.count_segments, paths.handles))
    if sum(counts) - len(counts) < _FEWEST:
        return edges, False
    for handles, outers, sizes in _batches(paths, counts):
        _add_straight(edges, _points(handles, outers, sizes), sheet)
        if len(edges) > most:
            return edges, True
    return edges, False


def _batches(
    paths: Painted, counts: Sequence[int]
) -> Iterator[tuple[list[native.Handle], list[Matrix], list[int]]]:
    """Paths that may hold rules, so many that their segments fit into the slots."""
    fit = paths.chosen([1 < count <= _POINTS for count in counts])
    sizes = [count for count in counts if 1 < count <= _POINTS]
    first = total = 0
    for index, size in enumerate(sizes):
        if total + size > _AT_ONCE:
            yield fit.handles[first:index], fit.outers[first:index], sizes[first:index]
            first, total = index, 0
        total += size
    if sizes:
        yield fit.handles[first:], fit.outers[first:], sizes[first:]


@dataclass(frozen=True, slots=True)
class _Points:
    """The points of outlines one after the other; pdfium repeats the first to close one."""

    xs: _Numbers
    ys: _Numbers
    starts: _Flags  # where an outline begins


def _points(
    handles: Sequence[native.Handle], outers: list[Matrix], sizes: Sequence[int]
) -> _Points:
    owners = chain.from_iterable(map(repeat, handles, sizes))
    segments = list(map(native.get_segment, owners, chain.from_iterable(map(range, sizes))))
    kinds = np.fromiter(map(native.get_segment_type, segments), np.int8, len(segments))
    counts = np.array(sizes)
    firsts = np.cumsum(counts) - counts
    starts = kinds == pdfium.FPDF_SEGMENT_MOVETO
    starts[firsts] = True
    curved = kinds == pdfium.FPDF_SEGMENT_BEZIERTO
    if curved.any():
        kept = _ends_of_curves(curved, firsts, counts)
        segments, starts = list(compress(segments, kept.tolist())), starts[kept]
        counts = np.add.reduceat(kept, firsts, dtype=np.int64)
    list(map(native.get_point, segments, *_POINT_SLOTS.places))
    outlines = _as_written(_POINT_VALUES[: len(segments)].astype(np.float64))
    _sum_corners(outlines, counts)
    return _Points(*_moved(outlines, handles, outers, counts), starts)


def _sum_corners(points: _Numbers, counts: _Counts) -> None:
    """Make the points of rectangles sums of a corner and the extent that the file gives."""
    ours = np.repeat(counts == _RECTANGLE, counts)
    rectangles = points[ours].reshape(-1, _RECTANGLE, 2)
    corners = rectangles[:, :1]
    sizes = np.abs(rectangles).max(axis=1, keepdims=True)
    extents = _to_digits(rectangles - corners, _DIGITS - 1, sizes)
    points[ours] = (corners + extents).reshape(-1, 2)


def _as_written(numbers: _Numbers) -> _Numbers:
    """Numbers as the file has them, which pdfium keeps in single precision.

    Whether two rules lie a tolerance apart hangs on the last bit of such numbers: with another
    we would find other tables than pdfplumber does.
    """
    return _to_digits(numbers, _DIGITS, np.abs(numbers))


def _to_digits(numbers: _Numbers, digits: int, sizes: _Numbers) -> _Numbers:
    """Numbers rounded to the place of the last of so many digits in numbers of some size."""
    places = np.floor(np.log10(np.maximum(sizes, _LEAST)))
    scale = 10.0 ** (digits - 1 - places)
    rounded: _Numbers = np.rint(numbers * scale) / scale
    return rounded


def _ends_of_curves(curved: _Flags, firsts: _Counts, counts: _Counts) -> _Flags:
    """False for the two points by which a curve is bent: no outline passes them."""
    so_far = np.cumsum(curved)
    before: _Counts = np.repeat(so_far[firsts] - curved[firsts], counts)
    kept: _Flags = ~curved | ((so_far - before) % 3 == 0)
    return kept


def _moved(
    points: _Numbers,
    handles: Sequence[native.Handle],
    outers: list[Matrix],
    counts: _Counts,
) -> tuple[_Numbers, _Numbers]:
    """Points of paths as they lie on the sheet."""
    asked = _SIX.each(native.get_matrix, handles)
    told = b"".join(one or _AS_IT_IS for one in native.alike(asked))
    own = _as_written(np.frombuffer(told, np.float32).astype(np.float64).reshape(-1, 6))
    xs, ys = points.T
    for matrices in (own, np.array(native.alike(outers))):
        each = matrices if len(matrices) == 1 else np.repeat(matrices, counts, axis=0)
        xs, ys = place_each(each, xs, ys)
    return xs, ys


def _add_straight(edges: Edges, points: _Points, sheet: Sheet) -> None:
    """The straight ones among the lines from point to point."""
    drawn = ~points.starts[1:]
    (ax, bx), (ay, by) = ((along[:-1][drawn], along[1:][drawn]) for along in (points.xs, points.ys))
    x0, x1 = np.minimum(ax, bx), np.maximum(ax, bx)
    top, bottom = np.minimum(ay, by), np.maximum(ay, by)
    wide, high = x1 - x0, bottom - top
    shown = (x1 >= 0) & (bottom >= 0) & (x0 <= sheet.width) & (top <= sheet.height)
    shown &= np.isfinite(wide + high)
    _add(edges.across, shown & (high <= _STRAIGHT) & (wide >= _SHORTEST), top, x0, x1)
    _add(edges.down, shown & (wide <= _STRAIGHT) & (high >= _SHORTEST), x0, top, bottom)


def _add(edges: list[Edge], chosen: _Flags, *sides: _Numbers) -> None:
    edges.extend(zip(*(side[chosen].tolist() for side in sides), strict=True))
