"""A disk that is really full: what was there stays, nothing is left half, all is done later.

The disk is memory, mounted in a namespace of its own, which any user may have where the kernel
lets users have namespaces.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from portal.data import tables
from portal.data.files import files_at
from portal.domain.evidence import FailureCode, Limits
from portal.errors import Unavailable
from portal.services import documents
from portal.services.documents import Refused
from tests.packages import docx, p
from tests.workers.conftest import Papers
from tests.workers.reading.made import pdf, plain
from tests.workers.test_faults import drawn, numbers, stands_once
from workers import jobs

DISK = 512 * 1024
MOUNT = f"mount -t tmpfs -o size={DISK},mode=0700 none /mnt && echo mounted && exec cat"
LINES = ["The agency keeps the passports of its workers."] * 30

pytestmark = pytest.mark.usefixtures("working")


@pytest.fixture
def files() -> Iterator[Path]:
    """A folder on a disk of half a megabyte."""
    order = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT]
    with subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        if holder.stdout.readline() != b"mounted\n":
            pytest.skip("users have no namespaces here, so none can mount a disk of its own")
        yield Path(f"/proc/{holder.pid}/root/mnt")
        holder.kill()


@contextmanager
def full(disk: Path, *, left: int = 0) -> Iterator[None]:
    """The disk with so many bytes left, in whole pages of memory."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            file.truncate(max(file.tell() - left, 0))
    yield
    ballast.unlink()


def lying(disk: Path) -> set[str]:
    """All files that the house has on the disk."""
    return {str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file()} - {"ballast"}


def text_of(papers: Papers, document: UUID) -> list[str]:
    rows = papers.world.rows(tables.Page, document_id=document)
    return [row.text for row in sorted(rows, key=lambda row: row.number)]


def test_an_upload_on_a_full_disk_is_refused_with_a_sentence_and_leaves_nothing(
    papers: Papers, files: Path
) -> None:
    content, store = pdf(plain(*LINES)), files_at(files)
    with full(files):
        refused = documents.receive(store, "intyg.pdf", BytesIO(content), limits=Limits())
        assert refused == Refused("intyg.pdf", FailureCode.NOT_STORED)
        assert lying(files) == set()
    document = papers.upload(content)
    jobs.read_document(str(document))
    assert papers.document(document).state == "read"


def test_a_disk_that_fills_while_pictures_are_stored_keeps_those_that_were(
    papers: Papers, files: Path
) -> None:
    document = papers.upload(pdf(*(plain(f"Page {n}.", *LINES) for n in range(4))))
    jobs.read_document(str(document))
    jobs.flag_document(str(document))
    before = text_of(papers, document)
    with full(files, left=100_000):
        with pytest.raises(Unavailable):
            jobs.draw_document(str(document))
        row, some = papers.document(document), drawn(papers, document)
        assert (row.state, row.drawn_version) == ("read", None)
        assert 0 < len(some) < 4
        assert not any(name.startswith("incoming") for name in lying(files))
    assert text_of(papers, document) == before
    jobs.draw_document(str(document))
    stands_once(papers, document)


def test_a_print_for_which_there_is_no_room_is_made_later(papers: Papers, files: Path) -> None:
    document = papers.upload(docx(p("The agency keeps the passports.")), "intyg.docx")
    with full(files):
        with pytest.raises(Unavailable):
            jobs.read_document(str(document))
        row = papers.document(document)
        assert (row.state, row.failure, row.attempts) == ("received", None, 0)
        assert numbers(papers, document) == []
    jobs.read_document(str(document))
    (page,) = papers.world.rows(tables.Page, document_id=document)
    assert (papers.document(document).state, page.method, page.notes) == ("read", "text", [])
