"""Excel workbooks of the old kind: a compound file, whose cells calamine reads."""

import io
import mmap
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import olefile

from portal.domain.evidence import ActiveContent, Limits
from workers.reading.child import Message
from workers.reading.office.flow import Flow, paginate
from workers.reading.office.hiding import Hidden
from workers.reading.office.sheets import SHEET_CHARS, Known, blocks, workbook

# The first signs of streams and storages of the old kind, in small letters, and what they are.
_HOLDS: Final = (
    ("mbd", ActiveContent.EMBEDDED_FILE),
    ("ctls", ActiveContent.SCRIPT),
    ("_signatures", ActiveContent.SIGNATURE),
    ("_xmlsignatures", ActiveContent.SIGNATURE),
)
_SAID: Final[Mapping[str, str]] = {
    "title": "title", "author": "author", "created": "create_time", "modified": "last_saved_time",
    "producer": "creating_application",
}  # fmt: skip
_WESTERN: Final = 1_252
_UTF8: Final = 65_001

# Records of the workbook's stream: before each stand its type and its length.
_RECORD: Final = struct.Struct("<HH")
_SHEET: Final = 0x85
_COLUMN: Final = 0x7D
_ROW: Final = 0x208
_BEGIN: Final = 0x809
_ROW_HIDDEN: Final = 0x20
_COLUMN_HIDDEN: Final = 0x1


@contextmanager
def open_xls(data: mmap.mmap, limits: Limits) -> Iterator[Flow]:
    """A workbook of the old kind to read. Raises Unopened."""
    hidden, held = _looked_into(data)
    known = {at: Known(hidden=each) for at, each in hidden.items()}
    with workbook(data) as book:
        leaves = paginate(blocks(book, known), limits=limits, page_chars=SHEET_CHARS)
        yield Flow(leaves, held)


def _looked_into(data: mmap.mmap) -> tuple[dict[int, Hidden], Message]:
    """What hides in its sheets, what it holds beside its cells, and what it says of itself."""
    hidden: dict[int, Hidden] = {}
    found: set[ActiveContent] = set()
    said: dict[str, str] = {}
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            tops = {path[0].lower() for path in ole.listdir(streams=True, storages=True)}
            found = {code for mark, code in _HOLDS for top in tops if top.startswith(mark)}
            said = _said(ole.get_metadata())
            name = "Workbook" if ole.exists("Workbook") else "Book"
            hidden = hidden_in_xls(ole.openstream(name).read())
    except (OSError, ValueError, IndexError, struct.error, RecursionError):
        found.add(ActiveContent.UNCHECKED)  # its cells were read all the same
    active = [code.value for code in ActiveContent if code in found]
    return hidden, {"active": active, "properties": said}


def _said(metadata: olefile.OleMetadata) -> dict[str, str]:
    number = (metadata.codepage or _WESTERN) % (1 << 16)  # some write it with a sign
    codepage = "utf-8" if number == _UTF8 else f"cp{number}"
    said = {}
    for key, name in _SAID.items():
        held = getattr(metadata, name)
        shown = _decoded(held, codepage) if isinstance(held, bytes) else str(held or "")
        said[key] = shown.rstrip("\x00")
    return {key: shown for key, shown in said.items() if shown}


def _decoded(held: bytes, codepage: str) -> str:
    try:
        return held.decode(codepage, "replace")
    except (LookupError, PermissionError):  # a codepage that is none, or one not loaded
        return held.decode("cp1252", "replace")


def hidden_in_xls(book: bytes) -> dict[int, Hidden]:
    """By the sheet's place among all, from 0; ``book`` is the stream of a workbook of the old kind.

    Raises struct.error for a record that is cut off.
    """
    starts: dict[int, int] = {}
    found: dict[int, tuple[set[int], set[int]]] = {}
    sheet = -1
    for at, kind, body in _records(book):
        if kind == _SHEET:
            starts.setdefault(struct.unpack_from("<I", body)[0], len(starts))
        elif kind == _BEGIN:
            sheet = starts.get(at, -1)
        elif kind == _ROW and struct.unpack_from("<I", body, 12)[0] & _ROW_HIDDEN:
            found.setdefault(sheet, (set(), set()))[0].add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMN and struct.unpack_from("<H", body, 8)[0] & _COLUMN_HIDDEN:
            first, last = struct.unpack_from("<HH", body)
            found.setdefault(sheet, (set(), set()))[1].update(range(first, min(last, 255) + 1))
    return {at: Hidden(frozenset(rows), frozenset(cells)) for at, (rows, cells) in found.items()}


def _records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + _RECORD.size <= len(book):
        kind, length = _RECORD.unpack_from(book, at)
        body = at + _RECORD.size
        yield at, kind, book[body : body + length]
        at = body + length
