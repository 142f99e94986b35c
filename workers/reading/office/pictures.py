"""Large pictures in office files: what they say stands in no text of the file."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from workers.reading.office.ooxml import Relation
from workers.reading.office.package import Element, local, value

_LARGE: Final = 50_000.0  # square points, a tenth of an A4: a logo is smaller, a scan is larger
_EMU: Final = 12_700  # of OOXML, in a point
_POINTS: Final = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_PIXELS: Final = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic")
_LENGTH: Final = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,9})?)(in|cm|mm|pt|pc|px)\s*")
_SHAPED: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:([^;]{1,40})")


def large_pictures(drawing: Element, named: Mapping[str, Relation]) -> Iterator[str]:
    """The part of each large picture that an element of an OOXML file draws; "" without one.

    With the newer words or the older; ``named`` are the relations of the element's own part.
    """
    blips = list(drawing.iter("{*}blip"))
    if blips:
        sizes = drawing.iter("{*}extent", "{*}ext")
        if any(_is_large(_emu(each, "cx"), _emu(each, "cy")) for each in sizes):
            yield from (_part(value(each, "embed"), named) for each in blips)
        return
    older = list(drawing.iter("{*}imagedata"))
    shapes = drawing.iter("{*}shape", "{*}rect")
    if older and any(_is_large(*_styled(each)) for each in shapes):
        yield from (_part(value(each, "id"), named) for each in older)


def _part(relation: str | None, named: Mapping[str, Relation]) -> str:
    found = named.get(relation or "")
    return "" if found is None or found.outside else found.target


def large_frame(frame: Element) -> Iterator[str]:
    """The part of the large picture that a frame of an OpenDocument shows, if it does.

    Of a drawing its pixels, which stand behind it.
    """
    wide, high = (_length(value(frame, side) or "") for side in ("width", "height"))
    held = [value(each, "href") or "" for each in frame if local(each) == "image"]
    if held and _is_large(wide, high):
        pixels = (each for each in held if each.lower().endswith(_PIXELS))
        yield next(pixels, held[0]).removeprefix("./")


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
