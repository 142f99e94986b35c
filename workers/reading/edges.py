"""What is drawn on a page: ruling lines, hidden text, pictures. From pdfium, in the child."""

import ctypes
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, Final

import pypdfium2.raw as pdfium

from workers.reading import native
from workers.reading.geometry import Matrix, Sheet, after, place
from workers.reading.ink import Painted, unseen_texts
from workers.reading.native import Handle
from workers.reading.paths import Edge, find_edges

_DEPTH: Final = 8
_BOUNDS: Final = struct.Struct("4f")
_MODE: Final = struct.Struct("2i")  # how a path is filled, and whether it is stroked
_MATRIX: Final = struct.Struct("6f")
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """What was found on a page. ``picture_area`` is the share of the page under pictures."""

    edges: list[Edge] = field(default_factory=list)
    hidden_text: set[int] = field(default_factory=set)
    picture_area: float = 0.0
    objects: int = 0
    cut: bool = False


class Walk:
    """Goes through a page's objects, into forms, and stops at the bounds."""

    def __init__(self, sheet: Sheet, *, objects: int, edges: int) -> None:
        self.drawn = Drawn()
        self._sheet = sheet
        self._objects = objects
        self._edges = edges
        self._order = 0
        self._paths: list[Painted] = []
        self._texts: list[Painted] = []
        self._pictures: list[Painted] = []

    def page(self, page: Any) -> Drawn:  # Any: pdfium's handles are untyped
        """Everything on a page, its places in points of the sheet."""
        count = max(pdfium.FPDFPage_CountObjects(page), 0)
        raw = Handle(native.address_of(page))
        self._each(self._within(native.get_object, raw, count), self._sheet.matrix(), _DEPTH)
        painted, filled = self._visible()
        edges, more = find_edges(painted, self._sheet, most=self._edges)
        self.drawn.edges = edges
        self.drawn.hidden_text = unseen_texts(self._texts, filled, self._pictures)
        self.drawn.cut |= more
        return self.drawn

    def _within(self, ask: Any, owner: Handle, count: int) -> list[Handle]:
        """The objects of a page or form, no more than are still allowed."""
        left = self._objects - self.drawn.objects
        self.drawn.cut |= count > left
        self.drawn.objects += min(count, left + 1)
        return list(map(ask, repeat(owner), range(min(count, left))))

    def _each(self, handles: Sequence[Handle], matrix: Matrix, depth: int) -> None:
        for handle, kind in zip(handles, map(native.get_type, handles), strict=True):
            self._order += 1
            one = Painted(self._order, handle, matrix)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._texts.append(one)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._paths.append(one)
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                self._pictures.append(one)
                self._picture(handle, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth and not self.drawn.cut:
                self._form(handle, matrix, depth - 1)

    def _form(self, handle: Handle, matrix: Matrix, depth: int) -> None:
        count = max(pdfium.FPDFFormObj_CountObjects(ctypes.cast(handle, _OBJECT)), 0)
        (own,) = native.asked(native.get_matrix, [handle], number=ctypes.c_float, columns=6)
        inner = after(_MATRIX.unpack(own) if own else _IDENTITY, matrix)
        self._each(self._within(native.get_inner_object, handle, count), inner, depth)

    def _picture(self, handle: Handle, matrix: Matrix) -> None:
        (bounds,) = native.asked(native.get_bounds, [handle], number=ctypes.c_float, columns=4)
        if not bounds:
            return
        left, bottom, right, top = _BOUNDS.unpack(bounds)
        one, two = place(matrix, left, bottom), place(matrix, right, top)
        wide = _overlap(one[0], two[0], self._sheet.width)
        high = _overlap(one[1], two[1], self._sheet.height)
        self.drawn.picture_area += wide * high

    def _visible(self) -> tuple[list[Painted], list[Painted]]:
        """The paths that are painted, and those of them that are filled."""
        handles = (path.handle for path in self._paths)
        asked = native.asked(native.get_draw_mode, handles, number=ctypes.c_int, columns=2)
        modes = [_MODE.unpack(mode) if mode else (0, 0) for mode in asked]
        pairs = list(zip(self._paths, modes, strict=True))
        painted = [path for path, mode in pairs if any(mode)]
        return painted, [path for path, (fill, _) in pairs if fill]


_OBJECT: Final = pdfium.FPDF_PAGEOBJECT


def _overlap(one: float, two: float, size: float) -> float:
    """The share of 0..size that lies between two values."""
    low, high = max(min(one, two), 0.0), min(max(one, two), size)
    return max(high - low, 0.0) / size if size > 0 else 0.0
