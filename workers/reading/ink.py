"""Text that nobody can see for its ink: none, wholly transparent, or that of what lies under it.

Where it is not certain what lies under a text (a picture, a shading, something transparent or of
odd shape) the text counts as seen: white letters on a coloured field are no trick.
"""

import ctypes
import math
import struct
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from typing import Final, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.geometry import Matrix, Rect, place_each

_COLOUR: Final = struct.Struct("4I")  # red, green, blue and cover, each to 255
_COLOURS: Final = native.Answer(ctypes.c_uint, columns=4)
SIDES: Final = native.Answer(ctypes.c_float, columns=4)
_NO_SIDES: Final = np.full(4, np.nan, np.float32).tobytes()
_NEAR: Final = 16  # of 255: nobody tells such colours apart in letters
_RULE: Final = 3.0  # points
_COVERS: Final = 250
_STEPS: Final = 100_000  # areas looked at for the texts of one page
_CORNERS: Final = 6  # segments of a rectangle, however it is closed
_FILLED: Final = frozenset({pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP})
_STROKED: Final = frozenset(
    {pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP}
)

_Colour = tuple[int, ...]
_Ink = tuple[int, bytes]  # how a text is painted, and its one colour in pdfium's bytes, if any
_PAPER: Final[_Colour] = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Painted:
    """Objects of one kind: when each is painted, and the way from where its form lies to the sheet.

    In columns: a page has thousands, and few are looked at one by one.
    """

    orders: list[int] = field(default_factory=list)
    handles: list[native.Handle] = field(default_factory=list)
    outers: list[Matrix] = field(default_factory=list)

    def add(self, orders: Iterable[int], handles: Iterable[native.Handle], outer: Matrix) -> None:
        """More of them, all in one form."""
        self.orders.extend(orders)
        self.handles.extend(handles)
        self.outers.extend(repeat(outer, len(self.handles) - len(self.outers)))

    def chosen(self, flags: Collection[object]) -> "Painted":
        """Those whose flag is set."""
        return Painted(
            list(compress(self.orders, flags)),
            list(compress(self.handles, flags)),
            list(compress(self.outers, flags)),
        )


class _Area(NamedTuple):
    """Something that covers what was painted before; ``colour`` is None where it is unsure."""

    order: int
    rect: Rect
    colour: _Colour | None


def unseen_texts(texts: Painted, paths: Painted, pictures: Painted) -> set[int]:
    """The addresses of the texts whose ink cannot be seen. ``paths`` are the filled ones."""
    inks = _inks(texts)
    kinds = set(inks)
    fields, rects = _fields(paths)
    fills = list(map(_colour, _colours(fields)))
    grounds = {_PAPER, *(fill[:3] for fill in fills if fill is not None)}
    without = {ink for ink in kinds if _is_without(ink)}
    doubted = {ink for ink in kinds - without if _is_one_of(_colour(ink[1]), grounds)}
    unseen: set[int] = set()
    if without:
        gone = texts.chosen([ink in without for ink in inks])
        unseen.update(handle.value or 0 for handle in gone.handles)
    if doubted:
        suspects = [ink in doubted for ink in inks]
        areas = _areas(fields, rects, fills, pictures)
        unseen |= _on_their_own_colour(
            texts.chosen(suspects), list(compress(inks, suspects)), areas
        )
    return unseen


def _inks(texts: Painted) -> list[_Ink]:
    """How each text is painted; without a colour where there are two, or none is told."""
    modes = list(map(native.get_render_mode, texts.handles))
    colours = _colours(texts)
    if not set(modes) <= _FILLED:
        outlined = [mode in _STROKED for mode in modes]
        outlines = iter(_colours(texts.chosen(outlined), stroke=True))
        for index, mode in enumerate(modes):
            if mode not in _FILLED:
                colours[index] = next(outlines) if outlined[index] else b""
    return list(zip(modes, colours, strict=True))


def _is_without(ink: _Ink) -> bool:
    """Whether a text leaves no ink at all."""
    mode, colour = ink[0], _colour(ink[1])
    return mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE or (colour is not None and colour[3] == 0)


def _colours(things: Painted, *, stroke: bool = False) -> list[bytes]:
    ask = native.get_stroke if stroke else native.get_fill
    return _COLOURS.each(ask, things.handles)


def _colour(told: bytes) -> _Colour | None:
    return _COLOUR.unpack(told) if told else None


def _is_one_of(ink: _Colour | None, grounds: Iterable[_Colour]) -> bool:
    return ink is not None and any(_is_near(ink, ground) for ground in grounds)


def _is_near(one: _Colour, other: _Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one[:3], other[:3], strict=True))


def _fields(paths: Painted) -> tuple[Painted, list[Rect]]:
    """The paths large enough for words to lie on them, and where they lie: a rule is too small."""
    if not paths.handles:
        return paths, []
    rects = rects_of(paths)
    sizes = rects[:, 2:] - rects[:, :2]
    large = sizes.min(axis=1) > _RULE
    return paths.chosen(large.tolist()), _as_tuples(rects[large])


def rects_of(things: Painted) -> NDArray[np.float64]:
    """Where things lie on the sheet, a row for each; no numbers where pdfium does not tell."""
    if not things.handles:
        return np.empty((0, 4))
    asked = SIDES.each(native.get_bounds, things.handles)
    told = np.frombuffer(b"".join(one or _NO_SIDES for one in asked), np.float32)
    sides = told.astype(np.float64).reshape(-1, 4).T
    xs, ys = place_each(np.array(native.alike(things.outers)), sides[0::2], sides[1::2])
    return np.array([xs.min(axis=0), ys.min(axis=0), xs.max(axis=0), ys.max(axis=0)]).T


def _as_tuples(rects: NDArray[np.float64]) -> list[Rect]:
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in rects.tolist()]


def _areas(
    fields: Painted, rects: Sequence[Rect], fills: Sequence[_Colour | None], pictures: Painted
) -> list[_Area]:
    """What covers something, the last painted first."""
    sure = map(_sure_colour, fields.handles, fills)
    areas = list(map(_Area, fields.orders, rects, sure))
    areas += map(_Area, pictures.orders, _as_tuples(rects_of(pictures)), repeat(None))
    return sorted(areas, key=lambda area: -area.order)


def _sure_colour(path: native.Handle, fill: _Colour | None) -> _Colour | None:
    """The colour a path gives to all of its extent; None where it shines through or is no field."""
    if fill is None or fill[3] < _COVERS or native.count_segments(path) > _CORNERS:
        return None
    return fill[:3]


def _on_their_own_colour(texts: Painted, inks: Sequence[_Ink], areas: Sequence[_Area]) -> set[int]:
    unseen: set[int] = set()
    steps = 0
    rects = _as_tuples(rects_of(texts))
    for order, handle, rect, (_, told) in zip(
        texts.orders, texts.handles, rects, inks, strict=True
    ):
        steps += len(areas)
        ink = _colour(told)
        if ink is None or math.isnan(rect[0]) or steps > _STEPS:
            continue
        ground = _ground(order, rect, areas)
        if ground is not None and _is_near(ink, ground):
            unseen.add(handle.value or 0)
    return unseen


def _ground(order: int, rect: Rect, areas: Sequence[_Area]) -> _Colour | None:
    """The colour under a text: of the last thing painted before that it touches, or of paper.

    None where that is unsure, or where it does not lie under all of the text.
    """
    for area in areas:
        if area.order < order and _touch(area.rect, rect):
            return area.colour if _holds(area.rect, rect) else None
    return _PAPER


def _touch(one: Rect, other: Rect) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _holds(one: Rect, other: Rect) -> bool:
    across = one[0] <= other[0] and other[2] <= one[2]
    return across and one[1] <= other[1] and other[3] <= one[3]
