"""Reading what a test has made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.domain.evidence import Limits
from workers.reading import ocr
from workers.reading.document import read_document
from workers.reading.events import Event, PageRead

Read = Callable[..., list[Event]]
ReadPage = Callable[..., PageRead]


@pytest.fixture(scope="module")
def with_tesseract() -> None:
    """Reading pictures is a promise, so its absence is a failure and not a skip."""
    if ocr.languages() != "swe+eng":
        pytest.fail("install the packages tesseract-ocr, tesseract-ocr-swe and tesseract-ocr-eng")


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read bytes as a document, to the end; without recognising pictures unless told."""

    def reading(
        data: bytes, *, limits: Limits | None = None, start_page: int = 1, recognise: bool = False
    ) -> list[Event]:
        path = tmp_path / "made.pdf"
        path.write_bytes(data)
        return list(
            read_document(
                path, limits=limits or Limits(), start_page=start_page, recognise=recognise
            )
        )

    return reading


@pytest.fixture
def read_page(read: Read) -> ReadPage:
    """The only page of a document."""

    def one(data: bytes, **options: object) -> PageRead:
        (page,) = (event for event in read(data, **options) if isinstance(event, PageRead))
        return page

    return one
