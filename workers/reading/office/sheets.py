"""The cells of Excel workbooks, by calamine: each sheet by its name, each row with what it says."""

import datetime as dt
import io
import mmap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

import python_calamine as calamine

from portal.domain.evidence import FailureCode, Limits, PageNote
from workers.reading.child import Unopened
from workers.reading.office import ooxml
from workers.reading.office.drawn import beside_cells
from workers.reading.office.flow import Block, paginate, row, tidy
from workers.reading.office.hiding import Hidden, hidden_in_xlsx
from workers.reading.office.package import Package
from workers.reading.office.paged import Paged
from workers.reading.office.percent import Places, percent_places

SHEET_CHARS: Final = 12_000  # rows are short, and a table is better not cut
MAIN: Final = "xl/workbook.xml"

_DIGITS: Final = 15  # as many as Excel keeps

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a sheet beside its cells: which are per cent, which are hidden, and more."""

    percent: Places = frozenset()
    hidden: Hidden = field(default_factory=Hidden)
    beside: Sequence[Block] = ()


@contextmanager
def open_xlsx(data: mmap.mmap, limits: Limits) -> Iterator[Paged]:
    """A workbook to read. Raises Unopened."""
    with ooxml.opened(data, limits, main=MAIN) as parts:
        with workbook(data) as book:
            names = [about.name for about in book.sheets_metadata]
            leaves = paginate(
                blocks(book, _known(parts, names)), limits=limits, page_chars=SHEET_CHARS
            )
        yield Paged(leaves, ooxml.inspect(parts), parts, limits)


@contextmanager
def workbook(data: mmap.mmap) -> Iterator[calamine.CalamineWorkbook]:
    """A workbook's cells. Raises Unopened."""
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            yield book
    except calamine.PasswordError as error:
        raise Unopened(FailureCode.ENCRYPTED) from error
    except calamine.CalamineError as error:
        raise Unopened(FailureCode.DAMAGED) from error


def _known(parts: Package, names: Sequence[str]) -> dict[int, Known]:
    percent, hidden, beside = percent_places(parts), hidden_in_xlsx(parts), beside_cells(parts)
    return {
        at: Known(percent.get(name, frozenset()), hidden.get(name, Hidden()), beside.get(name, ()))
        for at, name in enumerate(names)
    }


def blocks(book: calamine.CalamineWorkbook, known: Mapping[int, Known]) -> Iterator[Block]:
    """Each sheet that holds cells, by its name, with its rows; ``known`` by their place, from 0."""
    shown = calamine.SheetVisibleEnum.Visible
    for at, about in enumerate(book.sheets_metadata):
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        notes = frozenset({PageNote.HIDDEN_PART} if about.visible != shown else ())
        yield Block(tidy(about.name), notes, starts_page=True)
        sheet, of = book.get_sheet_by_name(about.name), known.get(at, Known())
        yield from _rows(sheet, at + 1, of)
        yield from of.beside


def _rows(sheet: calamine.CalamineSheet, table: int, known: Known) -> Iterator[Block]:
    if sheet.start is None:
        return
    down, across = sheet.start
    for at, cells in enumerate(sheet.to_python(skip_empty_area=True), start=down):
        shown = [
            spelt(cell, percent=(at, column) in known.percent)
            for column, cell in enumerate(cells, start=across)
        ]
        while shown and not shown[-1]:
            del shown[-1]
        if text := row(shown):
            hides = known.hidden.hides(at, dict(enumerate(shown, start=across)))
            notes = frozenset({PageNote.HIDDEN_TEXT} if hides else ())
            yield Block(text, notes, table=table)


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
