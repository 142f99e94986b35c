"""Text that nobody can see for its ink: none, wholly transparent, or that of what lies under it.

Where it is not certain what lies under a text (a picture, a shading, something transparent or of
odd shape) the text counts as seen: white letters on a coloured field are no trick.
"""

import ctypes
import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from workers.reading import native
from workers.reading.geometry import Matrix, place

_COLOUR: Final = struct.Struct("4I")  # red, green, blue and cover, each to 255
_SIDES: Final = struct.Struct("4f")
_NEAR: Final = 16  # of 255: nobody tells such colours apart in letters
_RULE: Final = 3.0  # points
_COVERS: Final = 250
_STEPS: Final = 100_000  # areas looked at for the texts of one page
_CORNERS: Final = 6  # segments of a rectangle, however it is closed
_FILLED: Final = (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
_STROKED: Final = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)

_Colour = tuple[int, ...]
_Rect = tuple[float, float, float, float]
_PAPER: Final[_Colour] = (255, 255, 255)


class Painted(NamedTuple):
    """An object in the order of painting, and the way from where its form lies to the sheet."""

    order: int
    handle: native.Handle
    outer: Matrix


class _Area(NamedTuple):
    """Something that covers what was painted before; ``colour`` is None where it is unsure."""

    order: int
    rect: _Rect
    colour: _Colour | None


def unseen_texts(
    texts: Sequence[Painted], paths: Sequence[Painted], pictures: Sequence[Painted]
) -> set[int]:
    """The addresses of the texts whose ink cannot be seen. ``paths`` are the filled ones."""
    modes = list(map(native.get_render_mode, (text.handle for text in texts)))
    inks = _inks(texts, modes)
    unseen = {
        text.handle.value or 0
        for text, mode, ink in zip(texts, modes, inks, strict=True)
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE or (ink is not None and ink[3] == 0)
    }
    fields = [
        (path, rect) for path, rect in zip(paths, _rects(paths), strict=True) if _is_field(rect)
    ]
    fills = _colours([path for path, _ in fields])
    grounds = {_PAPER, *(fill[:3] for fill in fills if fill is not None)}
    doubted = {ink for ink in set(inks) if ink and any(_is_near(ink, one) for one in grounds)}
    suspects = [(text, ink) for text, ink in zip(texts, inks, strict=True) if ink in doubted]
    if suspects:
        unseen |= _on_their_own_colour(suspects, _areas(fields, fills, pictures))
    return unseen


def _inks(texts: Sequence[Painted], modes: Sequence[int]) -> list[_Colour | None]:
    """The one colour each text is painted in; None where there are two, or none is told."""
    inks = [
        fill if mode in _FILLED else None for fill, mode in zip(_colours(texts), modes, strict=True)
    ]
    for index, mode in enumerate(modes):
        if mode in _STROKED:
            (inks[index],) = _colours([texts[index]], stroke=True)
    return inks


def _colours(things: Sequence[Painted], *, stroke: bool = False) -> list[_Colour | None]:
    ask = native.get_stroke if stroke else native.get_fill
    asked = native.asked(ask, (one.handle for one in things), number=ctypes.c_uint, columns=4)
    known = {colour: _COLOUR.unpack(colour) if colour else None for colour in set(asked)}
    return [known[colour] for colour in asked]


def _is_near(one: _Colour, other: _Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one[:3], other[:3], strict=True))


def _areas(
    fields: Sequence[tuple[Painted, _Rect | None]],
    fills: Sequence[_Colour | None],
    pictures: Sequence[Painted],
) -> list[_Area]:
    """What covers something, the last painted first."""
    areas = [
        _Area(path.order, rect, _sure_colour(path, fill))
        for (path, rect), fill in zip(fields, fills, strict=True)
        if rect is not None
    ]
    areas += (
        _Area(picture.order, rect, None)
        for picture, rect in zip(pictures, _rects(pictures), strict=True)
        if rect is not None
    )
    return sorted(areas, key=lambda area: -area.order)


def _is_field(rect: _Rect | None) -> bool:
    """Whether something is large enough for words to lie on it: a rule is not."""
    return rect is not None and min(rect[2] - rect[0], rect[3] - rect[1]) > _RULE


def _sure_colour(path: Painted, fill: _Colour | None) -> _Colour | None:
    """The colour a path gives to all of its extent; None where it shines through or is no field."""
    if fill is None or fill[3] < _COVERS or native.count_segments(path.handle) > _CORNERS:
        return None
    return fill[:3]


def _rects(things: Sequence[Painted]) -> list[_Rect | None]:
    handles = (one.handle for one in things)
    asked = native.asked(native.get_bounds, handles, number=ctypes.c_float, columns=4)
    return [
        _rect(_SIDES.unpack(sides), one.outer) if sides else None
        for one, sides in zip(things, asked, strict=True)
    ]


def _rect(sides: _Rect, outer: Matrix) -> _Rect:
    left, bottom, right, top = sides
    (x0, y0), (x1, y1) = place(outer, left, bottom), place(outer, right, top)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _on_their_own_colour(
    suspects: Sequence[tuple[Painted, _Colour | None]], areas: Sequence[_Area]
) -> set[int]:
    unseen: set[int] = set()
    steps = 0
    rects = _rects([text for text, _ in suspects])
    for (text, ink), rect in zip(suspects, rects, strict=True):
        steps += len(areas)
        if rect is None or ink is None or steps > _STEPS:
            continue
        ground = _ground(text.order, rect, areas)
        if ground is not None and _is_near(ink, ground):
            unseen.add(text.handle.value or 0)
    return unseen


def _ground(order: int, rect: _Rect, areas: Sequence[_Area]) -> _Colour | None:
    """The colour under a text: of the last thing painted before that it touches, or of paper.

    None where that is unsure, or where it does not lie under all of the text.
    """
    for area in areas:
        if area.order < order and _touch(area.rect, rect):
            return area.colour if _holds(area.rect, rect) else None
    return _PAPER


def _touch(one: _Rect, other: _Rect) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _holds(one: _Rect, other: _Rect) -> bool:
    across = one[0] <= other[0] and other[2] <= one[2]
    return across and one[1] <= other[1] and other[3] <= one[3]
