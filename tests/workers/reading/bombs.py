"""Bombs: small files that cost their reader much. Each is made for one limit.

``BOMBS`` names each with how it is made and where its reading ends. A bomb of the eye is read
like any page and goes off only when the page is drawn.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from portal.domain.evidence import FailureCode, Limits, PageNote
from tests.workers.reading.made import (
    Sheet,
    grid,
    pdf,
    plain,
    rule,
    slow_page,
    stream,
    text,
    whole,
)

MIB: Final = 1 << 20
SMALL: Final = Limits(memory_bytes=120 * MIB, page_seconds=4.0, draw_seconds=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bomb:
    """How a bomb is made and what its reading must come to.

    ``ends`` is the code of the whole reading, ``loses`` that of its page; ``notes`` are told of
    a page that was read, and ``drawn`` says whether that page can still be drawn.
    """

    make: Callable[[], bytes]
    limits: Limits = SMALL
    ends: FailureCode | None = None
    loses: FailureCode | None = None
    notes: frozenset[PageNote] = frozenset()
    drawn: bool | None = None
    unchecked: bool = field(default=False)


def packed(data: bytes, times: int = 1) -> Sheet:
    """A page whose content is packed once or several times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return Sheet(content=data, filters="/FlateDecode" * times)


@cache
def blanks(size: int) -> bytes:
    """So many blanks, packed twice: a few kilobytes."""
    return zlib.compress(zlib.compress(b" " * size, 1), 9)


def many_pages() -> bytes:
    """Two thousand and one pages that are all the same one."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    kids = b"3 0 R " * 2001
    tree = b"<</Type/Pages/Count 2001/Kids[%s]>>" % kids
    return whole([b"<</Type/Catalog/Pages 2 0 R>>", tree, leaf])


def million_pages() -> bytes:
    """A million pages in a thousand bytes: six floors of ten doors, each to the same floor."""
    floors = [
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (10 ** (6 - floor), b"%d 0 R " % (3 + floor) * 10)
        for floor in range(6)
    ]
    leaf = b"<</Type/Page/MediaBox[0 0 9 9]>>"
    return whole([b"<</Type/Catalog/Pages 2 0 R>>", *floors, leaf])


def pages_in_a_ring() -> bytes:
    """A tree of pages that grows out of itself."""
    return pdf(plain("x")).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")


def pages_that_are_not_there() -> bytes:
    """Fifteen hundred pages announced, one there."""
    return pdf(plain("x")).replace(b"/Count 1/", b"/Count 1500/")


def nested_forms() -> bytes:
    """Nine forms, each drawn ten times by the one before: a thousand million of the last."""
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N %d 0 R>>>>"
        b"/Length 60>>stream\n%s\nendstream" % (number, b"/N Do " * 10)
        for number in range(5, 13)
    ]
    line = b"0 0 m 9 9 l S"
    last = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length %d>>stream\n%s\nendstream"
    return pdf(Sheet(content=b"/X0 Do"), objects=[*forms, last % (len(line), line)])


def run_lengths() -> bytes:
    """Blanks told as run lengths, and those packed twice."""
    runs = b"\x81 " * (2 * MIB)
    twice = zlib.compress(zlib.compress(runs, 9), 9)
    filters = "/FlateDecode/FlateDecode/RunLengthDecode"
    return pdf(Sheet(content=twice, filters=filters))


def with_font(font: bytes, *objects: bytes) -> bytes:
    """A page of text in a font of one's own; the objects are numbered from 4."""
    data = pdf(Sheet(content=text("abc", 60, 700)), objects=objects or (stream(b""),))
    return data.replace(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", font
    )


def endless_mapping() -> bytes:
    """A table of characters with a range of two thousand million."""
    table = b"1 beginbfrange\n<00000000> <7fffffff> <0000>\nendbfrange\n" * 50
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 4 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
        b"/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>]>>"
    )
    return with_font(font, stream(table))


def endless_widths() -> bytes:
    """A font that gives one width to two thousand million characters."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0 2147483647 500]"
        b"/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>]>>"
    )
    return with_font(font)


def odd_widths() -> bytes:
    """A font whose first character is far below zero, and as wide as numbers go."""
    return with_font(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar -2147483648/Widths[1e38]>>"
    )


def table_in_a_ring() -> bytes:
    """A table of objects whose former version is itself."""
    data = pdf(plain("x"))
    table = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % table)


def packed_objects() -> bytes:
    """Objects packed into a stream that unpacks to a hundred and sixty million blanks."""
    inner = b"<</Type/ObjStm/N 100000/First 10/Length %d/Filter[/FlateDecode/FlateDecode]>>"
    data = blanks(160 * MIB)
    thing = inner % len(data) + b"stream\n" + data + b"\nendstream"
    return pdf(plain("x"), objects=[thing], catalog="/X 4 0 R")


def one_picture(dictionary: bytes, data: bytes) -> bytes:
    """A page that is one picture."""
    picture = b"<</Type/XObject/Subtype/Image%s/Length %d>>stream\n%s\nendstream"
    placed = Sheet(content=b"q 595 0 0 842 0 0 cm /X0 Do Q")
    return pdf(placed, objects=[picture % (dictionary, len(data), data)])


def huge_picture() -> bytes:
    """A picture of ten thousand million pixels."""
    said = b"/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray"
    return one_picture(said + b"/Filter[/FlateDecode/FlateDecode]", blanks(160 * MIB))


def huge_jbig2() -> bytes:
    """A JBIG2 picture that says it is two million by two million pixels."""
    size = (2_000_000).to_bytes(4, "big")
    page = bytes(4) + b"\x30\x00\x01" + (19).to_bytes(4, "big") + size * 2 + bytes(8) + b"\0\0\0"
    said = b"/Width 2000000/Height 2000000/BitsPerComponent 1/ColorSpace/DeviceGray"
    return one_picture(said + b"/Filter/JBIG2Decode", page)


def huge_jpeg2000() -> bytes:
    """A JPEG 2000 picture that says it is a thousand million pixels wide and high."""
    side = (1 << 30).to_bytes(4, "big")
    siz = b"\0\0" + (side * 2 + bytes(8)) + (side * 2 + bytes(8)) + b"\0\x03" + b"\x07\x01\x01" * 3
    data = b"\xff\x4f\xff\x51" + (len(siz) + 2).to_bytes(2, "big") + siz
    data += b"\xff\x52\0\x0c\0\0\0\x01\0\x05\x04\x04\0\0" + b"\xff\x90\0\x0a\0\0\0\0\0\0\0\x01"
    return one_picture(b"/Width 1073741824/Height 1073741824/Filter/JPXDecode", data)


def tiny_tiles() -> bytes:
    """A page paved with tiles a hundredth of a point wide."""
    tiles = (
        b"<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep .01"
        b"/YStep .01/Resources<<>>/Length 12>>stream\n0 0 9 9 re f\nendstream"
    )
    sheet = Sheet(content=b"/Pattern cs /P scn 0 0 595 842 re f")
    data = pdf(sheet, objects=[tiles])
    return data.replace(b"/XObject<<", b"/Pattern<</P 4 0 R>>/XObject<<")


def endless_mesh() -> bytes:
    """A shading of half a million triangles, each as large as the page."""
    corners = b"\0\0\0\0" + b"\0\xff\xff\0" + b"\0\0\xff\xff"
    mesh = zlib.compress(corners * 500_000, 9)
    shading = (
        b"<</ShadingType 4/ColorSpace/DeviceGray/BitsPerCoordinate 8/BitsPerComponent 8"
        b"/BitsPerFlag 8/Decode[0 595 0 842 0 1]/Filter/FlateDecode/Length %d>>"
        b"stream\n%s\nendstream" % (len(mesh), mesh)
    )
    data = pdf(Sheet(content=b"/S sh"), objects=[shading])
    return data.replace(b"/XObject<<", b"/Shading<</S 4 0 R>>/XObject<<")


def many_fields() -> bytes:
    """Twenty thousand fields of a form on one page, all drawn alike."""
    look = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream"
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/F 4/Rect[9 9 99 99]/AP<</N 4 0 R>>>>"
    sheet = Sheet(extra=f"/Annots[{'5 0 R ' * 20_000}]")
    return pdf(sheet, objects=[look, field])


def deep_dictionaries() -> bytes:
    """A dictionary within a dictionary, and so on, with an order to start a program in each."""
    nested = b"<</S/Launch/A" * 300 + b"null" + b">>" * 300
    return pdf(plain("x"), objects=[nested], catalog="/X 4 0 R")


def late_in_the_file() -> bytes:
    """Two hundred pages, of which two hold more than a child may use."""
    sheets = [plain(f"sida {number}") for number in range(1, 201)]
    bomb = Sheet(content=blanks(160 * MIB), filters="/FlateDecode/FlateDecode")
    sheets[89] = sheets[179] = bomb
    return pdf(*sheets)


CURVES: Final = b"0 0 m 1 2 3 4 5 6 c S\n" * 300_000

BOMBS: Final[Mapping[str, Bomb]] = {
    "more pages than are read": Bomb(make=many_pages, ends=FailureCode.TOO_MANY_PAGES),
    "a million pages in a thousand bytes": Bomb(
        make=million_pages, ends=FailureCode.TOO_MANY_PAGES
    ),
    "pages in a ring": Bomb(make=pages_in_a_ring, ends=FailureCode.NO_PAGES),
    "pages that are not there": Bomb(make=pages_that_are_not_there),
    "more bytes than are taken": Bomb(
        make=lambda: pdf(plain("x" * 2000)),
        limits=Limits(upload_bytes=1000),
        ends=FailureCode.TOO_LARGE,
    ),
    "a page without end": Bomb(
        make=lambda: pdf(slow_page()),
        limits=Limits(page_seconds=0.4),
        ends=FailureCode.NO_PAGE_READ,
        loses=FailureCode.PAGE_TIMEOUT,
    ),
    "a document without end": Bomb(
        make=lambda: pdf(plain("x"), slow_page()),
        limits=Limits(document_seconds=0.5),
        ends=FailureCode.DOCUMENT_TIMEOUT,
    ),
    "a page of blanks, packed twice": Bomb(
        make=lambda: pdf(Sheet(content=blanks(160 * MIB), filters="/FlateDecode/FlateDecode")),
        ends=FailureCode.NO_PAGE_READ,
        loses=FailureCode.PAGE_TOO_COMPLEX,
    ),
    "one such page after the other": Bomb(
        make=lambda: pdf(
            *[Sheet(content=blanks(160 * MIB), filters="/FlateDecode/FlateDecode")] * 9
        ),
        limits=Limits(memory_bytes=120 * MIB, losses=3),
        ends=FailureCode.NO_PAGE_READ,
        loses=FailureCode.PAGE_TOO_COMPLEX,
    ),
    "run lengths, packed twice": Bomb(make=run_lengths),
    "more characters than a page holds": Bomb(
        make=lambda: pdf(
            packed(b"BT /F1 1 Tf 9 700 Td " + b"(%s) Tj " % (b"ab " * 99) * 600 + b"ET")
        ),
        notes=frozenset({PageNote.TEXT_CUT, PageNote.TEXT_OFF_PAGE}),
    ),
    "words all over the page": Bomb(
        make=lambda: pdf(
            packed(
                b"BT /F1 4 Tf "
                + b"".join(
                    b"1 0 0 1 %d %d Tm (a) Tj " % (n % 590, n * 7 % 840) for n in range(70_000)
                )
                + b"ET"
            )
        ),
        notes=frozenset({PageNote.TEXT_CUT, PageNote.TABLES_SKIPPED}),
    ),
    "more objects than are looked at": Bomb(
        make=lambda: pdf(packed(CURVES)), notes=frozenset({PageNote.TABLES_SKIPPED})
    ),
    "more rules than are followed": Bomb(
        make=lambda: pdf(packed(b"".join(rule(9, n / 10, 500, n / 10) for n in range(7000)))),
        notes=frozenset({PageNote.TABLES_SKIPPED}),
    ),
    "more crossings than are followed": Bomb(
        make=lambda: pdf(packed(grid(range(5, 590, 4), range(5, 840, 4)))),
        notes=frozenset({PageNote.TABLES_SKIPPED}),
    ),
    "a path of a million points": Bomb(
        make=lambda: pdf(packed(b"0 0 m " + b"9 9 l 9 0 l " * 500_000 + b"S"))
    ),
    "forms within forms": Bomb(
        make=nested_forms, ends=FailureCode.NO_PAGE_READ, loses=FailureCode.PAGE_TOO_COMPLEX
    ),
    "a range of two thousand million characters": Bomb(make=endless_mapping),
    "widths of two thousand million characters": Bomb(make=endless_widths),
    "widths that are no numbers": Bomb(make=odd_widths),
    "five million states without end": Bomb(
        make=lambda: pdf(packed(b"q " * 5_000_000)),
        ends=FailureCode.NO_PAGE_READ,
        loses=FailureCode.PAGE_TOO_COMPLEX,
    ),
    "a picture without end": Bomb(
        make=lambda: pdf(packed(b"BI /W 10 /H 10 /BPC 8 /CS /G ID " + b"no end " * 500_000))
    ),
    "brackets without end": Bomb(make=lambda: pdf(packed(b"[" * 2_000_000))),
    "a page larger than a town": Bomb(
        make=lambda: pdf(Sheet(content=text("x", 60, 700), media=(0, 0, 1e7, 1e7))),
        limits=Limits(pixels=1_000_000),
        drawn=True,
    ),
    "a page without extent": Bomb(
        make=lambda: pdf(Sheet(content=text("x", 60, 700), media=(0, 0, 0, 0))), drawn=True
    ),
    "a table of objects in a ring": Bomb(make=table_in_a_ring),
    "objects packed twice": Bomb(make=packed_objects),
    "twenty thousand fields": Bomb(make=many_fields, notes=frozenset({PageNote.TABLES_SKIPPED})),
    "dictionaries without end": Bomb(make=deep_dictionaries, unchecked=True),
    "tiles without number": Bomb(make=tiny_tiles, drawn=False),
    "triangles without number": Bomb(make=endless_mesh, drawn=False),
    "a picture of ten thousand million pixels": Bomb(make=huge_picture, drawn=True),
    "a JBIG2 picture without end": Bomb(make=huge_jbig2, drawn=True),
    "a JPEG 2000 picture without end": Bomb(make=huge_jpeg2000, drawn=True),
}
