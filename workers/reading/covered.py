"""Text under a picture that was painted over it: a scan laid on the text that was read from it.

Only pictures over half the page are looked at, and only where text lies under them: stamps, logos
and shaded rows are painted over text on pages of every kind, and hide nothing.
"""

import ctypes
from collections.abc import Collection
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.geometry import place_each
from workers.reading.ink import SIDES, Painted, rects_of

_LARGE: Final = 0.5  # of the page
_LOOKED_AT: Final = 2  # pictures of a page, the last painted: each is unpacked
_SEGMENTS: Final = 1_000  # of what a picture is cut to
_COVERS: Final = 250  # of 255: what shines through less is not seen
_MOST: Final = 0.99  # of a picture's points
_COVER: Final = 3  # blue, green, red and cover, a byte each


def covered_texts(
    page: tuple[Any, Any],
    texts: Painted,
    pictures: Painted,
    *,
    unseen: Collection[int],
    area: float,
    pixels: int,
) -> set[int]:
    """The addresses of the texts that are hidden by a large picture alone, not by their ink.

    ``page`` is a document and its page (Any: pdfium's handles are untyped), ``unseen`` what is
    hidden anyway, ``area`` the page's in points², ``pixels`` a bound on what is unpacked.
    """
    rects = rects_of(pictures)
    sizes = rects[:, 2:] - rects[:, :2]
    large = np.flatnonzero(sizes.prod(axis=1) > _LARGE * area)[-_LOOKED_AT:].tolist()
    covered: set[int] = set()
    for at in large:
        order, handle = pictures.orders[at], pictures.handles[at]
        seen = [
            painted < order and text.value not in unseen
            for painted, text in zip(texts.orders, texts.handles, strict=True)
        ]
        under = _lying_in(_shown(pictures, at), texts.chosen(seen))
        if under.handles and _hides(page, handle, pixels):
            covered.update(text.value or 0 for text in under.handles)
    return covered


def _lying_in(rect: NDArray[np.float64], texts: Painted) -> Painted:
    lying = rects_of(texts)
    inside = np.hstack((lying[:, :2] >= rect[:2], lying[:, 2:] <= rect[2:]))
    return texts.chosen([all(sides) for sides in inside.tolist()])


def _shown(pictures: Painted, at: int) -> NDArray[np.float64]:
    """Where a picture lies on the sheet, as far as it is not cut off."""
    handle = pictures.handles[at]
    (told,) = SIDES.each(native.get_bounds, [handle])
    sides = np.frombuffer(told, np.float32).astype(np.float64)
    for cut in _cuts(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)):
        sides = np.concatenate((np.maximum(sides[:2], cut[:2]), np.minimum(sides[2:], cut[2:])))
    xs, ys = place_each(np.array([pictures.outers[at]]), sides[0::2, None], sides[1::2, None])
    return np.array([xs.min(), ys.min(), xs.max(), ys.max()])


def _cuts(picture: Any) -> list[NDArray[np.float64]]:
    """The extents of what a picture is cut to, each as its left, bottom, right and top."""
    clip = pdfium.FPDFPageObj_GetClipPath(picture)
    cuts = []
    for path in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0)):
        count = max(pdfium.FPDFClipPath_CountPathSegments(clip, path), 0)
        points = [_point(clip, path, at) for at in range(min(count, _SEGMENTS))]
        if points:
            cuts.append(np.concatenate((np.min(points, axis=0), np.max(points, axis=0))))
    return cuts


def _point(clip: Any, path: int, at: int) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, at), x, y)
    return x.value, y.value


def _hides(page: tuple[Any, Any], handle: native.Handle, pixels: int) -> bool:
    """Whether nothing is seen through a picture; one too large to unpack counts as seen through."""
    if native.get_type(handle) != pdfium.FPDF_PAGEOBJ_IMAGE:
        return False
    picture = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    if pdfium.FPDFPageObj_HasTransparency(picture) or _points(handle, picture) > pixels:
        return False
    drawn = pdfium.FPDFImageObj_GetRenderedBitmap(*page, picture)
    if not drawn:
        return False
    try:
        return _is_whole(drawn)
    finally:
        pdfium.FPDFBitmap_Destroy(drawn)


def _points(handle: native.Handle, picture: Any) -> float:
    """The larger of what a picture holds and what it is drawn to, in its pixels and its points."""
    wide, high = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(picture, wide, high)
    (told,) = SIDES.each(native.get_bounds, [handle])
    left, bottom, right, top = np.frombuffer(told, np.float32).tolist()
    return max(float(wide.value) * high.value, float((right - left) * (top - bottom)))


def _is_whole(drawn: Any) -> bool:
    """Whether a bitmap's points cover what lies under them."""
    if pdfium.FPDFBitmap_GetFormat(drawn) != pdfium.FPDFBitmap_BGRA:
        return True
    size = pdfium.FPDFBitmap_GetStride(drawn) * pdfium.FPDFBitmap_GetHeight(drawn)
    values = np.frombuffer(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(drawn), size), np.uint8)
    return bool(np.mean(values[_COVER::4] >= _COVERS) >= _MOST)
