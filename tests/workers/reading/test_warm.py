"""The page of our own that a worker reads before its first fork."""

import mmap
from pathlib import Path

from portal.domain.evidence import Limits, PageNote, sniff
from workers.reading import child, warm
from workers.reading.begun import shared
from workers.reading.document import read_document
from workers.reading.events import PageRead
from workers.reading.openers import opener_of


def test_it_holds_what_is_looked_for_on_each_page(tmp_path: Path) -> None:
    page = _read(tmp_path)
    assert page.tables == 2
    assert "Bly | CAS 7439-92-1 | 0,0 %\n" in page.text
    assert "Ruta 3 | Ruta 3\n" in page.text
    assert "Leverantören följer upp sina under-" in page.text
    assert PageNote.HIDDEN_TEXT in page.notes


def test_what_is_read_after_it_is_the_same_as_before() -> None:
    before = _frames()
    warm.warm_up()
    assert _frames() == before


def _frames() -> list[bytes]:
    """The page as it is read by this process itself."""
    frames: list[bytes] = []
    made, limits = warm.made(), Limits()
    with mmap.mmap(-1, len(made)) as data, shared() as begun:
        data[:] = made
        opener = opener_of(sniff(data))
        child.read(frames.append, data, begun, opener=opener, start=1, limits=limits)
    return frames


def _read(folder: Path) -> PageRead:
    path = folder / "own.pdf"
    path.write_bytes(warm.made())
    (page,) = (one for one in read_document(path, limits=Limits()) if isinstance(one, PageRead))
    return page
