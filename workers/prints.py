"""Office files laid out as pages: made once for the same bytes, kept, and drawn from."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from portal.data.files import fetch_derived, print_key
from workers.house import House
from workers.reading import printing


@contextmanager
def print_of(here: House, sha256: str, original: BinaryIO) -> Iterator[BinaryIO | None]:
    """The print of a file, empty where it could not be made; None for a kind that has none.

    It is kept as it came out, empty too: whoever goes on reading these bytes gets the same pages.
    Raises Unavailable where storage is away or full.
    """
    kind = printing.printable(original)
    if kind is None:
        yield None
        return
    with tempfile.TemporaryFile() as file:
        if fetch_derived(here.files, print_key(sha256), file) is None:
            made = printing.as_pdf(original, kind, limits=here.settings.limits)
            here.files.put_derived(print_key(sha256), made)
            file.write(made)
        file.flush()
        yield file


def forget(here: House, sha256: str) -> None:
    """Let a print not count, whose pages are not the file's: nothing is drawn from it then."""
    here.files.put_derived(print_key(sha256), b"")


@contextmanager
def to_draw(here: House, sha256: str) -> Iterator[BinaryIO]:
    """What the pages of a document are drawn from: its print, or else the file itself."""
    with tempfile.TemporaryFile() as file:
        printed = fetch_derived(here.files, print_key(sha256), file)
        file.flush()
        if printed:
            yield file
            return
    with here.copy_of(sha256) as original:
        yield original
