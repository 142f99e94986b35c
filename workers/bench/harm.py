"""What bombs and hostile files cost: pages lost beside them, readings without an end."""

import tempfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from portal.domain.evidence import Limits
from workers import nest
from workers.bench.figures import Figure
from workers.reading.document import draw_page, read_document
from workers.reading.events import Ended, PageLost

_PAGES: Final = 200
_BOMBS: Final = (90, 180)
_MIB: Final = 1 << 20
_UNPACKED: Final = 2_000 * _MIB  # more than a child may use by default


def figures(hostile: Sequence[Path]) -> Iterator[Figure]:
    """Pages lost in a file with bombs inside; of hostile files, those whose reading has no end.

    They are read and drawn by this process as a worker would: were one to kill it, no figure at
    all would be printed. Were one to kill the nest, there would be another at the end.
    """
    parent = nest.stand_by()
    with tempfile.TemporaryDirectory(prefix="underlag-bench-") as folder:
        path = Path(folder) / "bombs.pdf"
        path.write_bytes(_with_bombs())
        lost = sum(isinstance(e, PageLost) for e in read_document(path, limits=Limits()))
    yield Figure(
        name="pages lost in a file with two bombs inside",
        value=lost,
        reach=2,
        at_most=True,
        basis=f"of {_PAGES}",
    )
    endless = 0
    for path in hostile:
        events = list(read_document(path, limits=Limits(), recognise=False))
        draw_page(path, 1, limits=Limits())
        endless += sum(isinstance(event, Ended) for event in events) != 1
    yield Figure(
        name="files whose reading has no end",
        value=endless,
        reach=0,
        at_most=True,
        basis=f"of {len(hostile)}; this process has outlived them all",
    )
    yield Figure(
        name="nests that have not outlived them all",
        value=nest.stand_by() != parent,
        reach=0,
        at_most=True,
    )


def _with_bombs() -> bytes:
    """Two hundred short pages, of which two unpack to more than a child may hold."""
    packer = zlib.compressobj(9)
    block = b" " * _MIB
    once = b"".join(packer.compress(block) for _ in range(_UNPACKED // _MIB)) + packer.flush()
    bomb = zlib.compress(once, 9)
    filters = b"/Filter[/FlateDecode/FlateDecode]"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(_PAGES))
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (_PAGES, kids),
        font,
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(bomb), filters, bomb),
    ]
    for number in range(1, _PAGES + 1):
        words = b"BT /F1 12 Tf 60 700 Td (page %d) Tj ET" % number
        content = 4 if number in _BOMBS else 4 + 2 * number
        things += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % content,
            b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        ]
    return _file(things)


def _file(things: Sequence[bytes]) -> bytes:
    """Objects, numbered from 1, as a file with a table of their places."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, thing in enumerate(things, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table, size = len(out), len(things) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table)
    return bytes(out)
