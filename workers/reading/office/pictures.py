"""Large pictures in office files: what they say stands in no text of the file."""

import re
from typing import Final

from workers.reading.office.package import Element, child, value

_LARGE: Final = 50_000.0  # square points, a tenth of an A4: a logo is smaller, a scan is larger
_EMU: Final = 12_700  # of OOXML, in a point
_POINTS: Final = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_LENGTH: Final = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,9})?)(in|cm|mm|pt|pc|px)\s*")
_SHAPED: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:([^;]{1,40})")


def holds_large_picture(drawing: Element) -> bool:
    """Whether an element of an OOXML file draws a large picture: with its newer or older words."""
    if next(drawing.iter("{*}blip"), None) is not None:
        sizes = drawing.iter("{*}extent", "{*}ext")
        return any(_is_large(_emu(each, "cx"), _emu(each, "cy")) for each in sizes)
    if next(drawing.iter("{*}imagedata"), None) is not None:
        return any(_is_large(*_styled(each)) for each in drawing.iter("{*}shape", "{*}rect"))
    return False


def is_large_frame(frame: Element) -> bool:
    """Whether a frame of an OpenDocument shows a large picture."""
    wide, high = (_length(value(frame, side) or "") for side in ("width", "height"))
    return child(frame, "image") is not None and _is_large(wide, high)


def _is_large(wide: float, high: float) -> bool:
    return wide * high >= _LARGE


def _emu(size: Element, name: str) -> float:
    held = value(size, name) or ""
    return int(held) / _EMU if held.isascii() and held.isdecimal() and len(held) < 12 else 0.0


def _styled(shape: Element) -> tuple[float, float]:
    """Width and height of a shape of the older kind, in points; 0 where they are not told."""
    told = {found[1]: _length(found[2]) for found in _SHAPED.finditer(value(shape, "style") or "")}
    return told.get("width", 0.0), told.get("height", 0.0)


def _length(written: str) -> float:
    found = _LENGTH.fullmatch(written)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0
