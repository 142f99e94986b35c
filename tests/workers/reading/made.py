"""PDFs made for the tests, written byte by byte so that each oddity is meant."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

Box = tuple[float, float, float, float]
A4: Box = (0, 0, 595, 842)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: its content, where it is cut, how it is turned."""

    content: bytes = b""
    media: Box = A4
    crop: Box | None = None
    rotate: int = 0
    filters: str = ""
    extra: str = ""


def pdf(*sheets: Sheet, objects: Sequence[bytes] = (), catalog: str = "") -> bytes:
    """A whole file. Objects 1 to 3 are catalog, pages and font; ``objects`` are numbered from 4."""
    first = 4 + len(objects)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(sheets)))
    body = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode(),
        f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *objects,
    ]
    for index, sheet in enumerate(sheets):
        body += [_page(sheet, first + 2 * index + 1), stream(sheet.content, sheet.filters)]
    return whole(body)


def whole(body: Sequence[bytes]) -> bytes:
    """Objects, numbered from 1, as a file with a table of their places."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, thing in enumerate(body, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(body) + 1, table)
    return bytes(out)


def stream(data: bytes, filters: str = "") -> bytes:
    """A stream; ``filters`` are named as the data has been packed already."""
    named = f"/Filter[{filters}]" if filters else ""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), named.encode(), data)


def _page(sheet: Sheet, content: int) -> bytes:
    crop = f"/CropBox[{' '.join(map(str, sheet.crop))}]" if sheet.crop else ""
    media = " ".join(map(str, sheet.media))
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[{media}]{crop}/Rotate {sheet.rotate}"
        f"/Resources<</Font<</F1 3 0 R>>/XObject<</X0 4 0 R>>>>"
        f"/Contents {content} 0 R{sheet.extra}>>"
    ).encode()


def text(words: str, x: float, y: float, *, size: float = 12, mode: int = 0) -> bytes:
    """A run of text at a place in user space; mode 3 is invisible."""
    shown = words.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT %d Tr /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (mode, size, x, y, shown)


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """A thin line."""
    return b"%g %g m %g %g l S\n" % (x0, y0, x1, y1)


def grid(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """Rules from edge to edge."""
    down = b"".join(rule(x, ys[0], x, ys[-1]) for x in xs)
    return down + b"".join(rule(xs[0], y, xs[-1], y) for y in ys)


def plain(*lines: str) -> Sheet:
    """A page with lines from the top."""
    return Sheet(content=b"".join(text(line, 60, 780 - 20 * n) for n, line in enumerate(lines)))


def slow_page(glyphs: int = 1_500_000) -> Sheet:
    """A small page that is long to read: far more glyphs than a page can hold."""
    content = b"BT /F1 1 Tf " + b"(a)Tj " * glyphs + b"ET"
    return Sheet(content=zlib.compress(content), filters="/FlateDecode")


@cache
def greedy_page() -> Sheet:
    """A page of a few hundred bytes whose content unpacks to 150 MiB of blanks."""
    packed = zlib.compress(zlib.compress(b" " * (150 << 20), 1), 9)
    return Sheet(content=packed, filters="/FlateDecode/FlateDecode")
