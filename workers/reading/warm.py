"""Reads a page of our own in the nest, so that its children find warm what each page asks for.

Python makes a function quick once it has been called some ten times, which a child with a short
document never comes to, and pdfium loads its own fonts when they are first asked for. Only bytes
that are made here are ever read so: a stranger's go to a child behind its walls.
"""

import io
import mmap
from collections.abc import Iterator
from typing import Final

import pikepdf

from portal.domain.evidence import Limits, sniff
from workers.reading import child
from workers.reading.begun import shared
from workers.reading.openers import opener_of

_TIMES: Final = 20
_LINE: Final = 14  # points from one line to the next
_COLUMN: Final = 100
_ROWS: Final = range(4)
_FONTS: Final = ("Helvetica", "Helvetica-Bold", "Times-Roman")


def warm_up() -> None:
    """Read it as a child would, often enough. Takes some 0.1 s; for before the first fork."""
    _open_locked()
    told = made()
    limits = Limits()
    with mmap.mmap(-1, len(told)) as data, shared() as begun:
        data[:] = told
        opener = opener_of(sniff(data))
        for _ in range(_TIMES):
            child.read(_drop, data, begun, opener=opener, start=1, limits=limits)


def _open_locked() -> None:
    """Have qpdf load what it opens locked files with: it has files of its own to look for."""
    with pikepdf.new() as document:
        file = io.BytesIO()
        document.save(file, encryption=pikepdf.Encryption(owner="own"))
    pikepdf.open(file).close()


def _drop(_frame: bytes) -> None:
    """What was read tells nobody anything."""


def made() -> bytes:
    """A PDF of one page with some of each: running text, tables, a field, a picture."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(595, 842))
        fonts = {f"/F{number}": _font(name) for number, name in enumerate(_FONTS)}
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
        page.obj.Contents = document.make_stream("\n".join(_painted()).encode("cp1252"))
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()


def _font(name: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name(f"/{name}"),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )


def _painted() -> Iterator[str]:
    """The page's drawing, from the top."""
    for line in range(12):
        yield _text("Leverantören följer upp sina under-", 50, 780 - _LINE * line, font=line % 3)
    for row in _ROWS:
        for column, word in enumerate(("Bly", "CAS 7439-92-1", f"0,{row} %")):
            yield _text(word, 50 + _COLUMN * column, 560 - _LINE * row)
    for row in _ROWS:
        yield f"50 {440 - 20 * row} {2 * _COLUMN} 20 re S"
        for column in range(2):
            yield _text(f"Ruta {row}", 55 + _COLUMN * column, 445 - 20 * row)
    yield f"{50 + _COLUMN} 380 m {50 + _COLUMN} 460 l S"
    yield "0 g 50 300 200 40 re f 1 g"
    yield _text("Vitt på svart", 60, 315)
    yield _text("Vitt på vitt", 300, 315)
    yield "q 40 0 0 40 50 240 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q"


def _text(words: str, x: float, y: float, *, font: int = 0) -> str:
    return f"BT /F{font} 10 Tf {x} {y} Td ({words}) Tj ET"
