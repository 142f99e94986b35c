"""pdfium's functions that are called for every word, line and object of a page.

The bindings check each argument and wrap each handle, which costs several times what is asked
for. These take a handle as a ``Handle``, a place in memory as a ``Place`` and an index as a whole
number, unchecked, so that ``map`` can go through thousands at once: nothing else may be passed.
"""

import ctypes
from collections.abc import Callable, Iterable
from itertools import repeat, starmap
from typing import Any, Final, TypeVar

import pypdfium2.raw as pdfium

Handle = ctypes.c_void_p
Place = ctypes.c_void_p
_Thing = TypeVar("_Thing")


class _Held(ctypes.c_void_p):
    """A handle as pdfium returns it: a class of its own, or ctypes would make it a number."""


def _plain(function: Any, result: Any = ctypes.c_int) -> Callable[..., Any]:
    """The same function, its arguments unchecked. Any: what ctypes takes and gives is untyped.

    It lets no other thread run meanwhile: the child has none, and to offer it takes a fifth of
    the time.
    """
    plain: Callable[..., Any] = ctypes.PYFUNCTYPE(result)(address_of(function))
    return plain


def address_of(handle: Any) -> int:
    """A handle or function of the bindings as a number."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def argument(handle: Any) -> Any:
    """A handle of the bindings made an argument once, which each call would do with a Handle."""
    return Handle.from_param(address_of(handle))


count_rects: Final = _plain(pdfium.FPDFText_CountRects)
get_rect: Final = _plain(pdfium.FPDFText_GetRect)
get_char_box: Final = _plain(pdfium.FPDFText_GetCharBox)
get_char_angle: Final = _plain(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
get_text_object: Final = _plain(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)

get_object: Final = _plain(pdfium.FPDFPage_GetObject, _Held)
get_inner_object: Final = _plain(pdfium.FPDFFormObj_GetObject, _Held)
get_type: Final = _plain(pdfium.FPDFPageObj_GetType)
get_bounds: Final = _plain(pdfium.FPDFPageObj_GetBounds)
get_matrix: Final = _plain(pdfium.FPDFPageObj_GetMatrix)
get_render_mode: Final = _plain(pdfium.FPDFTextObj_GetTextRenderMode)
get_fill: Final = _plain(pdfium.FPDFPageObj_GetFillColor)
get_stroke: Final = _plain(pdfium.FPDFPageObj_GetStrokeColor)
get_draw_mode: Final = _plain(pdfium.FPDFPath_GetDrawMode)
count_segments: Final = _plain(pdfium.FPDFPath_CountSegments)
get_segment: Final = _plain(pdfium.FPDFPath_GetPathSegment, _Held)
get_point: Final = _plain(pdfium.FPDFPathSegment_GetPoint)
get_segment_type: Final = _plain(pdfium.FPDFPathSegment_GetType)
get_close: Final = _plain(pdfium.FPDFPathSegment_GetClose)


def alike(things: list[_Thing]) -> list[_Thing]:
    """The first alone where all are the same, as the matrices of most pages are."""
    return things[:1] if things.count(things[0]) == len(things) else things


class Slots:
    """Room for so many rows of numbers that pdfium writes, and the place of each number."""

    def __init__(self, number: Any, *, rows: int, columns: int) -> None:  # Any: a type of ctypes
        self.rows = rows
        self.values = ((number * columns) * rows)()
        size = ctypes.sizeof(number)
        step, end = size * columns, ctypes.sizeof(self.values)
        self.places = tuple(
            tuple(ctypes.byref(self.values, at) for at in range(column * size, end, step))
            for column in range(columns)
        )


class Answer:
    """What pdfium writes of one thing after the other: so many numbers of a type of ctypes.

    Made by the parent, so that children need not.
    """

    def __init__(self, number: Any, *, columns: int) -> None:  # Any: a type of ctypes
        held = (number * columns)()
        size = ctypes.sizeof(number)
        self._places = [repeat(ctypes.byref(held, column * size)) for column in range(columns)]
        self._written = starmap(memoryview(held).tobytes, repeat(()))

    def each(self, ask: Callable[..., int], handles: Iterable[Any]) -> list[bytes]:
        """What it writes for each of some handles, as bytes; empty where it has no answer."""
        given = map(ask, handles, *self._places)
        return [
            numbers if found else b"" for found, numbers in zip(given, self._written, strict=False)
        ]
