"""A PDF's page as pixels, by pdfium. Runs in the child, behind walls."""

import ctypes
import math
from typing import Any, Final

import pypdfium2.raw as pdfium
from PIL import Image

from portal.domain.evidence import Limits
from workers.reading.geometry import Sheet

LONGEST: Final = 16_000  # pixels; WebP ends at 16 383
_WHITE: Final = 0xFFFFFFFF


def render(page: Any, sheet: Sheet, *, dpi: int, grey: bool, limits: Limits) -> Image.Image:
    """A page drawn on white. Raises MemoryError where it is too large. Any: pdfium has no types."""
    form = pdfium.FPDFBitmap_Gray if grey else pdfium.FPDFBitmap_BGRx
    width, height = pixel_size(sheet.width, sheet.height, dpi=dpi, most=limits.pixels)
    stride = width if grey else width * 4
    pixels = bytearray(stride * height)
    held = (ctypes.c_ubyte * len(pixels)).from_buffer(pixels)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, form, held, stride)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(bitmap)
    if grey:
        return Image.frombuffer("L", (width, height), pixels, "raw", "L", 0, 1)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1)


def pixel_size(width: float, height: float, *, dpi: int, most: int) -> tuple[int, int]:
    """Pixels for a page of so many points, made smaller where they would be more than ``most``."""
    wanted = dpi / 72
    fits = math.sqrt(most / (width * height))
    scale = min(wanted, fits, LONGEST / width, LONGEST / height)
    return max(int(width * scale), 1), max(int(height * scale), 1)
