"""What is drawn on a page: ruling lines, hidden text, pictures. From pdfium, in the child."""

import ctypes
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.covered import covered_texts
from workers.reading.geometry import Matrix, Sheet, after
from workers.reading.ink import Painted, rects_of, unseen_texts
from workers.reading.native import Handle
from workers.reading.paths import Edges, find_edges

_DEPTH: Final = 8
_MATRIX: Final = struct.Struct("6f")
_SIX: Final = native.Answer(ctypes.c_float, columns=6)
_MODES: Final = native.Answer(ctypes.c_int, columns=2)  # of filling and of stroking
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """What was found on a page.

    ``picture_area`` is the share of the page under pictures, ``pictures`` where they lie.
    """

    edges: Edges = field(default_factory=Edges)
    hidden_text: set[int] = field(default_factory=set)
    picture_area: float = 0.0
    pictures: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 4)))
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
        self._texts, self._paths, self._pictures = Painted(), Painted(), Painted()
        self._by_kind = {
            pdfium.FPDF_PAGEOBJ_TEXT: self._texts,
            pdfium.FPDF_PAGEOBJ_PATH: self._paths,
            pdfium.FPDF_PAGEOBJ_IMAGE: self._pictures,
            pdfium.FPDF_PAGEOBJ_SHADING: self._pictures,
        }

    def page(self, document: Any, page: Any, *, pixels: int) -> Drawn:
        """Everything on a page, its places in points of the sheet.

        ``pixels`` bounds the pictures that are unpacked. Any: pdfium's handles are untyped.
        """
        count = max(pdfium.FPDFPage_CountObjects(page), 0)
        raw = Handle(native.address_of(page))
        self._each(self._within(native.get_object, raw, count), self._sheet.matrix(), _DEPTH)
        painted, filled = self._visible()
        with np.errstate(all="ignore"):  # a hostile page's sums are no numbers, and near nothing
            self.drawn.edges, more = find_edges(painted, self._sheet, most=self._edges)
            self.drawn.hidden_text = unseen_texts(self._texts, filled, self._pictures)
            if self._pictures.handles:
                self._look_under_pictures((document, page), pixels)
        self.drawn.cut |= more
        return self.drawn

    def _within(self, ask: Any, owner: Handle, count: int) -> list[Handle]:
        """The objects of a page or form, no more than are still allowed."""
        left = self._objects - self.drawn.objects
        self.drawn.cut |= count > left
        self.drawn.objects += min(count, left + 1)
        return list(map(ask, repeat(owner), range(min(count, left))))

    def _each(self, handles: Sequence[Handle], matrix: Matrix, depth: int) -> None:
        """Objects in the order of painting, with those of a form in its place."""
        kinds = list(map(native.get_type, handles))
        first = 0
        for at in (index for index, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_FORM):
            self._sort(handles[first:at], kinds[first:at], matrix)
            if depth and not self.drawn.cut:
                self._form(handles[at], matrix, depth - 1)
            first = at + 1
        self._sort(handles[first:], kinds[first:], matrix)

    def _sort(self, handles: Sequence[Handle], kinds: Sequence[int], matrix: Matrix) -> None:
        """Objects of a page or form to those of their kind."""
        orders = range(self._order, self._order + len(handles))
        self._order = orders.stop
        for kind in self._by_kind.keys() & kinds:
            ours = [one == kind for one in kinds]
            self._by_kind[kind].add(compress(orders, ours), compress(handles, ours), matrix)

    def _form(self, handle: Handle, matrix: Matrix, depth: int) -> None:
        count = max(pdfium.FPDFFormObj_CountObjects(ctypes.cast(handle, _OBJECT)), 0)
        (own,) = _SIX.each(native.get_matrix, [handle])
        inner = after(_MATRIX.unpack(own) if own else _IDENTITY, matrix)
        self._each(self._within(native.get_inner_object, handle, count), inner, depth)

    def _visible(self) -> tuple[Painted, Painted]:
        """The paths that are painted, and those of them that are filled."""
        modes = _MODES.each(native.get_draw_mode, self._paths.handles)
        painted = self._paths.chosen([mode.strip(b"\0") for mode in modes])
        return painted, self._paths.chosen([mode[:4].strip(b"\0") for mode in modes])

    def _look_under_pictures(self, page: tuple[Any, Any], pixels: int) -> None:
        self.drawn.pictures = np.nan_to_num(rects_of(self._pictures))
        self.drawn.picture_area = self._picture_area()
        self.drawn.hidden_text |= covered_texts(
            page,
            self._texts,
            self._pictures,
            unseen=self.drawn.hidden_text,
            area=self._sheet.width * self._sheet.height,
            pixels=pixels,
        )

    def _picture_area(self) -> float:
        """The share of the page under pictures, one above another counted twice."""
        wide, high = self._sheet.width, self._sheet.height
        area = 0.0
        for x0, top, x1, bottom in self.drawn.pictures.tolist():
            across, down = min(x1, wide) - max(x0, 0.0), min(bottom, high) - max(top, 0.0)
            area += max(across, 0.0) * max(down, 0.0)
        return area / (wide * high)


_OBJECT: Final = pdfium.FPDF_PAGEOBJECT
