"""Words that pdfium does not give as one plain box: joined, or taken apart, by their characters."""

import ctypes
from collections.abc import Sequence
from itertools import pairwise, starmap
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.geometry import Matrix
from workers.reading.spelling import clean
from workers.reading.words import Box, Part

WIDE: Final = 1.8  # heights of a character that no character is wide

# Four numbers that pdfium writes one by one and that are read at once. Made by the parent.
_SLOTS: Final = native.Slots(ctypes.c_double, rows=1, columns=4)
(_SIDES,) = _SLOTS.values
_PLACES: Final = [place for (place,) in _SLOTS.places]


class Scattered:
    """Finds the places of words one by one, on one text page of pdfium."""

    def __init__(self, handle: Any, raw: Any, matrix: Matrix) -> None:
        """``raw`` is the handle as ``native`` takes it. Any: pdfium's handles are untyped."""
        self._handle = handle
        self._raw = raw
        self.matrix = matrix

    def parts(self, chars: str, start: int) -> list[Part]:
        """A word whose characters begin at ``start``, in one part, several, or none."""
        text = clean(chars)
        if not text:
            return []
        boxes = self._boxes(start, len(chars))
        if _is_one(boxes) and not _is_wide(boxes, len(chars)):
            return [_part(text, boxes)]
        return self._split(chars, start)

    def em(self, index: int) -> float:
        """About the size of the font a character is set in, in points."""
        box = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(self._handle, index, box):
            return 0.0
        return float(max(abs(box.right - box.left), abs(box.top - box.bottom)))

    def _split(self, chars: str, start: int) -> list[Part]:
        """Characters without a blank that yet stand apart become words of their own."""
        em = self.em(start)
        boxes = [self._char_box(index) for index in range(start, start + len(chars))]
        known = [box for box in boxes if box is not None]
        if len(known) == len(chars) and _are_one(np.array(known), em):
            return [_part(clean(chars), known)]
        groups: list[tuple[list[str], list[Box]]] = []
        for char, box in zip(chars, boxes, strict=True):
            if groups and (box is None or _adjoins(groups[-1][1][-1], box, em)):
                groups[-1][0].append(char)
                groups[-1][1].extend([box] if box is not None else [])
            elif box is not None:
                groups.append(([char], [box]))
        return [
            _part(text, boxes) for chars_of, boxes in groups if (text := clean("".join(chars_of)))
        ]

    def _boxes(self, start: int, count: int) -> list[Box]:
        """The boxes of a run of characters, as pdfium joins them."""
        rects = native.count_rects(self._raw, start, count)
        found = [box for index in range(rects) if (box := self._rect(index)) is not None]
        if found:
            return found
        single = (self._char_box(index) for index in range(start, start + count))
        return [box for box in single if box is not None] or [(0.0, 0.0, 0.0, 0.0)]

    def _rect(self, index: int) -> Box | None:
        if not native.get_rect(self._raw, index, *_PLACES):
            return None
        left, top, right, bottom = _SIDES[:]
        return self._shown(left, top, right, bottom)

    def _char_box(self, index: int) -> Box | None:
        if not native.get_char_box(self._raw, index, *_PLACES):
            return None
        left, right, bottom, top = _SIDES[:]
        return self._shown(left, top, right, bottom)

    def _shown(self, left: float, top: float, right: float, bottom: float) -> Box:
        a, b, c, d, e, f = self.matrix
        one_x, two_x = a * left + c * top + e, a * right + c * bottom + e
        one_y, two_y = b * left + d * top + f, b * right + d * bottom + f
        if one_x > two_x:
            one_x, two_x = two_x, one_x
        if one_y > two_y:
            one_y, two_y = two_y, one_y
        return one_x, one_y, two_x, two_y


def _is_one(boxes: Sequence[Box]) -> bool:
    """Whether boxes follow each other closely enough to be one word."""
    return all(starmap(_adjoins, pairwise(boxes)))


def _adjoins(one: Box, other: Box, em: float = 0.0) -> bool:
    """Whether two boxes are no farther apart than their characters or their font are large."""
    size = max(em, _short(one), _short(other), 1.0)
    across = max(other[0] - one[2], one[0] - other[2])
    down = max(other[1] - one[3], one[1] - other[3])
    return not (across > size or down > size / 2)


def _short(box: Box) -> float:
    x0, top, x1, bottom = box
    return min(bottom - top, x1 - x0)


def _are_one(boxes: NDArray[np.float64], em: float) -> bool:
    """As ``_is_one``, quicker for many: rules and leaders made of characters are long."""
    low, high = boxes[:, :2], boxes[:, 2:]
    short = (high - low).min(axis=1)
    size = np.maximum(np.maximum(short[:-1], short[1:]), max(em, 1.0))
    apart = np.maximum(low[1:] - high[:-1], low[:-1] - high[1:])
    return bool((apart[:, 0] <= size).all() and (apart[:, 1] <= size / 2).all())


def _is_wide(boxes: Sequence[Box], count: int) -> bool:
    """Whether one box is so long for its characters that it may span a gap."""
    if len(boxes) != 1 or count < 2:
        return False
    x0, top, x1, bottom = boxes[0]
    wide, high = x1 - x0, bottom - top
    return max(wide, high) > WIDE * count * min(wide, high)


def _part(text: str, boxes: Sequence[Box]) -> Part:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Part(text, (min(lefts), min(tops), max(rights), max(bottoms)))
