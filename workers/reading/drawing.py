"""Draws a page as pixels with pdfium. Runs in the child, behind walls."""

import ctypes
import io
import math
import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2.raw as pdfium
from PIL import Image, WebPImagePlugin

from portal.domain.evidence import Limits
from workers.reading.child import Unopened
from workers.reading.page import opened, page_of, sheet_of
from workers.sandbox import Send

GREY_HEADER: Final = struct.Struct(">II")  # width and height, before the pixels

# Loaded here, by the parent: the child has no files to load a picture format from.
Image.preinit()
WEBP: Final = WebPImagePlugin.WebPImageFile.format

_WHITE: Final = 0xFFFFFFFF
_LONGEST: Final = 16_000  # pixels; WebP ends at 16 383
_QUALITY: Final = 75


def draw_webp(send: Send, data: mmap.mmap, *, number: int, dpi: int, limits: Limits) -> None:
    """Send one page as WebP; nothing when it cannot be drawn."""
    with _bitmap(data, number, dpi, pdfium.FPDFBitmap_BGRx, limits) as drawn:
        if drawn is None:
            return
        pixels, width, height, stride = drawn
        image = Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1)
        packed = io.BytesIO()
        image.save(packed, WEBP, quality=_QUALITY, method=2)
    send(packed.getvalue())


def draw_grey(send: Send, data: mmap.mmap, *, number: int, dpi: int, limits: Limits) -> None:
    """Send one page as bare grey pixels behind their width and height."""
    with _bitmap(data, number, dpi, pdfium.FPDFBitmap_Gray, limits) as drawn:
        if drawn is None:
            return
        pixels, width, height, _ = drawn
        send(GREY_HEADER.pack(width, height) + pixels)


_Bitmap = tuple[bytearray, int, int, int]


@contextmanager
def _bitmap(
    data: mmap.mmap, number: int, dpi: int, form: int, limits: Limits
) -> Iterator[_Bitmap | None]:
    """A page's pixels with their width, height and bytes per row; None when it will not open."""
    try:
        with opened(data) as document, page_of(document, number) as page:
            yield _draw(page, dpi, form, limits) if page else None
    except Unopened:
        yield None


def _draw(page: Any, dpi: int, form: int, limits: Limits) -> _Bitmap:
    sheet = sheet_of(page)
    width, height = pixel_size(sheet.width, sheet.height, dpi=dpi, most=limits.pixels)
    stride = width if form == pdfium.FPDFBitmap_Gray else width * 4
    pixels = bytearray(stride * height)
    held = (ctypes.c_ubyte * len(pixels)).from_buffer(pixels)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, form, held, stride)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels, width, height, stride


def pixel_size(width: float, height: float, *, dpi: int, most: int) -> tuple[int, int]:
    """Pixels for a page of so many points, made smaller where they would be more than ``most``."""
    wanted = dpi / 72
    fits = math.sqrt(most / (width * height))
    scale = min(wanted, fits, _LONGEST / width, _LONGEST / height)
    return max(int(width * scale), 1), max(int(height * scale), 1)
