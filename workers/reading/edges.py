"""What is drawn on a page: ruling lines, hidden text, pictures. From pdfium, in the child."""

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from workers.reading.geometry import Matrix, Sheet, after, place

# An edge as pdfplumber's functions take it.
Edge = dict[str, Any]  # Any: numbers and one string, as that library has it

_DEPTH: Final = 8
_POINTS: Final = 400  # of one path; a table's rule has two to five
_STRAIGHT: Final = 0.1  # points
_SHORTEST: Final = 1.0  # points; shorter strokes are parts of letters and patterns

_Point = tuple[float, float]
_Path = list[_Point]


@dataclass(slots=True)
class Drawn:
    """What was found on a page. ``picture`` is the share of the page under pictures."""

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
        self._size = (sheet.width, sheet.height)
        self._floats = tuple(ctypes.c_float() for _ in range(4))
        self._refs = tuple(ctypes.byref(value) for value in self._floats)
        self._fill = ctypes.c_int()
        self._stroke = ctypes.c_int()

    def page(self, page: Any) -> Drawn:
        """Everything on a page, its places in points of the sheet."""
        count = pdfium.FPDFPage_CountObjects(page)
        handles = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
        self._each(handles, self._sheet.matrix(), _DEPTH)
        return self.drawn

    def _each(self, handles: Iterator[Any], matrix: Matrix, depth: int) -> None:
        for handle in handles:
            self.drawn.objects += 1
            if self.drawn.objects > self._objects or len(self.drawn.edges) > self._edges:
                self.drawn.cut = True
                return
            self._one(handle, matrix, depth)

    def _one(self, handle: Any, matrix: Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._text(handle)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(handle, matrix)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            self._picture(handle, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count = max(pdfium.FPDFFormObj_CountObjects(handle), 0)
            inside = (pdfium.FPDFFormObj_GetObject(handle, index) for index in range(count))
            self._each(inside, after(_matrix(handle), matrix), depth - 1)

    def _text(self, handle: Any) -> None:
        if pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            self.drawn.hidden_text.add(ctypes.cast(handle, ctypes.c_void_p).value or 0)

    def _picture(self, handle: Any, matrix: Matrix) -> None:
        if not pdfium.FPDFPageObj_GetBounds(handle, *self._refs):
            return
        left, bottom, right, top = (value.value for value in self._floats)
        one, two = place(matrix, left, bottom), place(matrix, right, top)
        wide = _overlap(one[0], two[0], self._size[0])
        high = _overlap(one[1], two[1], self._size[1])
        self.drawn.picture_area += wide * high

    def _path(self, handle: Any, matrix: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(handle)
        if not 1 < count <= _POINTS:
            return
        pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(self._fill), ctypes.byref(self._stroke))
        if not self._fill.value and not self._stroke.value:
            return
        whole = after(_matrix(handle), matrix)
        for points in self._subpaths(handle, count, whole):
            for one, two in itertools.pairwise(points):
                if edge := self._edge(one, two):
                    self.drawn.edges.append(edge)

    def _subpaths(self, handle: Any, count: int, matrix: Matrix) -> Iterator[_Path]:
        x, y, *_ = self._floats
        ref_x, ref_y, *_ = self._refs
        points: _Path = []
        curve = 0
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(handle, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                curve += 1
                if curve % 3:  # only where a curve ends is a point of the outline
                    continue
            elif kind == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            if pdfium.FPDFPathSegment_GetPoint(segment, ref_x, ref_y):
                points.append(place(matrix, x.value, y.value))
            if points and pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points

    def _edge(self, one: _Point, two: _Point) -> Edge | None:
        wide, high = abs(one[0] - two[0]), abs(one[1] - two[1])
        if wide > _STRAIGHT < high or max(wide, high) < _SHORTEST:
            return None
        x0, x1 = sorted((one[0], two[0]))
        top, bottom = sorted((one[1], two[1]))
        if x1 < 0 or bottom < 0 or x0 > self._size[0] or top > self._size[1]:
            return None
        if wide > high:
            return _edge("h", x0, x1, top, top)
        return _edge("v", x0, x0, top, bottom)


def _edge(orientation: str, x0: float, x1: float, top: float, bottom: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _matrix(handle: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _overlap(one: float, two: float, size: float) -> float:
    """The share of 0..size that lies between two values."""
    low, high = max(min(one, two), 0.0), min(max(one, two), size)
    return max(high - low, 0.0) / size if size > 0 else 0.0
