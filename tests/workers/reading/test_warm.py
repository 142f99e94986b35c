"""The page of our own that a worker reads before its first fork."""

from pathlib import Path

from portal.domain.evidence import Limits, PageNote
from workers.reading import warm
from workers.reading.document import read_document
from workers.reading.events import PageRead


def test_it_holds_what_is_looked_for_on_each_page(tmp_path: Path) -> None:
    page = _read(tmp_path)
    assert page.tables == 2
    assert "Bly | CAS 7439-92-1 | 0,0 %\n" in page.text
    assert "Ruta 3 | Ruta 3\n" in page.text
    assert "Leverantören följer upp sina under-" in page.text
    assert PageNote.HIDDEN_TEXT in page.notes


def test_a_child_reads_the_same_after_it_as_before(tmp_path: Path) -> None:
    before = _read(tmp_path)
    warm.warm_up()
    assert _read(tmp_path) == before


def _read(folder: Path) -> PageRead:
    path = folder / "own.pdf"
    path.write_bytes(warm.made())
    (page,) = (one for one in read_document(path, limits=Limits()) if isinstance(one, PageRead))
    return page
