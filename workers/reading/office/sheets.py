"""The cells of Excel workbooks, by calamine: each sheet by its name, each row with what it says."""

import datetime as dt
import io
import mmap
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Final

import olefile
import python_calamine as calamine

from portal.domain.evidence import ActiveContent, FailureCode, Limits, PageNote
from workers.reading.child import Message, Unopened
from workers.reading.office import ooxml
from workers.reading.office.drawn import beside_cells
from workers.reading.office.flow import Block, Flow, paginate, row, tidy
from workers.reading.office.percent import Places, percent_places

SHEET_CHARS: Final = 12_000  # rows are short, and a table is better not cut
MAIN: Final = "xl/workbook.xml"

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
_DIGITS: Final = 15  # as many as Excel keeps

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


@contextmanager
def open_xlsx(data: mmap.mmap, limits: Limits) -> Iterator[Flow]:
    """A workbook to read. Raises Unopened."""
    with ooxml.opened(data, limits, main=MAIN) as parts:
        places = percent_places(parts)
        beside = beside_cells(parts)
        with _workbook(data) as book:
            blocks = _blocks(book, places, beside)
            leaves = paginate(blocks, limits=limits, page_chars=SHEET_CHARS)
        yield Flow(leaves, ooxml.inspect(parts))


@contextmanager
def open_xls(data: mmap.mmap, limits: Limits) -> Iterator[Flow]:
    """A workbook of the old kind to read. Raises Unopened."""
    with _workbook(data) as book:
        leaves = paginate(_blocks(book, {}, {}), limits=limits, page_chars=SHEET_CHARS)
        yield Flow(leaves, _inspect_xls(data))


@contextmanager
def _workbook(data: mmap.mmap) -> Iterator[calamine.CalamineWorkbook]:
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            yield book
    except calamine.PasswordError as error:
        raise Unopened(FailureCode.ENCRYPTED) from error
    except calamine.CalamineError as error:
        raise Unopened(FailureCode.DAMAGED) from error


def _inspect_xls(data: mmap.mmap) -> Message:
    """What a workbook of the old kind holds beside its cells, and what it says of itself."""
    found: set[ActiveContent] = set()
    said: dict[str, str] = {}
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            tops = {path[0].lower() for path in ole.listdir(streams=True, storages=True)}
            found = {code for mark, code in _HOLDS for top in tops if top.startswith(mark)}
            said = _said(ole.get_metadata())
    except (OSError, ValueError, IndexError, struct.error, RecursionError):
        found.add(ActiveContent.UNCHECKED)  # its cells were read all the same
    return {"active": [code.value for code in ActiveContent if code in found], "properties": said}


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


def _blocks(
    book: calamine.CalamineWorkbook, places: dict[str, Places], beside: dict[str, list[Block]]
) -> Iterator[Block]:
    shown = calamine.SheetVisibleEnum.Visible
    for number, about in enumerate(book.sheets_metadata, start=1):
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        notes = frozenset({PageNote.HIDDEN_PART} if about.visible != shown else ())
        yield Block(tidy(about.name), notes, starts_page=True)
        sheet = book.get_sheet_by_name(about.name)
        yield from _rows(sheet, number, places.get(about.name, frozenset()))
        yield from beside.get(about.name, ())


def _rows(sheet: calamine.CalamineSheet, table: int, percent: Places) -> Iterator[Block]:
    if sheet.start is None:
        return
    down, across = sheet.start
    for at, cells in enumerate(sheet.to_python(skip_empty_area=True), start=down):
        shown = [
            spelt(cell, percent=(at, column) in percent)
            for column, cell in enumerate(cells, start=across)
        ]
        while shown and not shown[-1]:
            del shown[-1]
        if text := row(shown):
            yield Block(text, table=table)


def spelt(cell: Cell, *, percent: bool = False) -> str:
    """What a cell holds in plain signs: days as 2026-03-01, numbers without powers of ten."""
    match cell:
        case bool():
            return str(cell).upper()
        case str():
            return cell
        case int() | float() if percent:
            return _number(Decimal(repr(cell)) * 100) + " %"
        case int() | float():
            return _number(Decimal(repr(cell)))
        case dt.datetime():
            midnight = cell.time() == dt.time()
            return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
        case _:
            return str(cell)


def _number(number: Decimal) -> str:
    if not number.is_finite():
        return ""
    exact = Decimal(f"{number:.{_DIGITS}g}")
    whole = f"{exact:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole
