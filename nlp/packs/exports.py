"""Reads what publishers export, xlsx or csv, into rows of cells by the names of their columns."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from nlp.packs.entries import wrong_cas

Cell = object
Columns = Mapping[str, Sequence[str]]
"""Our name of a column, and the names that publishers give it; those that end in "?" may miss."""

_MISSING = frozenset({"", "-", "–", "—", "n/a", "not available"})
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_APART = re.compile(r"\s+/\s+|[\s;,|]+")
_WORDED = re.compile(r"(\d{1,2})[-/. ]([^\W\d]{3,})\.?[-/. ](\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")
# The first three letters of the months in the languages that ECHA exports in; "ma" is told apart.
_MONTHS = (
    *(("jan", 1), ("feb", 2), ("mar", 3), ("mrt", 3), ("mär", 3), ("apr", 4), ("maj", 5)),
    *(("mei", 5), ("may", 5), ("mai", 5), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9)),
    *(("okt", 10), ("oct", 10), ("nov", 11), ("dec", 12), ("dez", 12)),
)
_EXPORTED = re.compile(r"export date: *(\S+)", re.IGNORECASE)


class ExportError(Exception):
    """An export is not as expected; the sentence names the file, the row and the column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header. `number` counts the rows of the file from 1."""

    file: str
    number: int
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """A cell as words on one line, without mark-up; "" for a dash."""
        return _plain(self.cells.get(column, ""))

    def name(self, column: str) -> str:
        """The same for a name: one that a cell repeats on each of its lines is told once."""
        lines = (" ".join(line.split()) for line in _bare(self.cells.get(column, "")).split("\n"))
        return _plain("\n".join(dict.fromkeys(line for line in lines if line)))

    def day(self, column: str) -> date | None:
        """A cell as a day; None for a dash. Raises `ExportError`."""
        cell = self.cells.get(column, "")
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        told = _plain(cell)
        if not told:
            return None
        found = day_of(told)
        if found is None:
            raise ExportError(f"{self.file}, row {self.number}, {column}: {told!r} is no day")
        return found

    def numbers(self, column: str) -> tuple[str, ...]:
        """The CAS or EC numbers of a cell, each once; also those a spreadsheet took for days."""
        cell = self.cells.get(column, "")
        whole = _plain(cell)
        parts = [whole] if _ISO.fullmatch(whole) else _APART.split(_bare(cell))
        found = (self._number(told) for part in parts if (told := _plain(part)))
        return tuple(dict.fromkeys(found))

    def _number(self, told: str) -> str:
        """79-06-1 became the first of June 1979: the check digit tells which number it was."""
        match = _ISO.fullmatch(told) or _SLASHED.fullmatch(told)
        if match is None:
            return told
        first, month, last = match.groups()[:3]
        day, year = (first, last) if "/" in told or "." in told else (last, first)
        middle, check = f"{int(month):02}", f"{int(day)}"
        # Two digits become a year of this century or the last, four are kept.
        years = (year, year[2:]) if 1930 <= int(year) < 2030 else (year,)
        ways = {f"{short}-{middle}-{check}" for short in years}
        good = [way for way in ways if not wrong_cas(way)]
        if len(good) == 1:
            return good[0]
        place = f"{self.file}, row {self.number}"
        raise ExportError(f"{place}: {told} was a number before a spreadsheet made a day of it")


@dataclass(frozen=True, slots=True)
class Export:
    """The rows of a file below its header; `exported` is the day its title tells, if it does."""

    rows: tuple[Row, ...]
    exported: date | None


def read(path: Path, columns: Columns, *, sheet: str = "") -> Export:
    """Read an export whose columns go by some of these names, wherever its header stands.

    Raises `ExportError` for a file that is none, or that lacks a column, by its name.
    """
    spread = path.suffix.lower() in (".xlsx", ".xls", ".ods")
    tables = [_spreadsheet(path, sheet)] if spread else _texts(path)
    table = max(tables, key=lambda table: len(_header(table, columns)[1]))
    at, places = _header(table, columns)
    _check(path.name, table[at] if table else (), places, columns)
    rows = tuple(
        Row(path.name, number, {ours: _at(cells, place) for ours, place in places.items()})
        for number, cells in enumerate(table[at + 1 :], at + 2)
        if any(_plain(cell) for cell in cells)
    )
    title = " ".join(_plain(cell) for cells in table[:at] for cell in cells)
    told = _EXPORTED.search(title)
    return Export(rows, day_of(told[1]) if told else None)


def day_of(told: str) -> date | None:
    """The day of 04-Feb-2026, 04-feb-2026, 04/02/2026, 2026-02-04; None for anything else."""
    try:
        if iso := _ISO.fullmatch(told):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if slashed := _SLASHED.fullmatch(told):
            return date(int(slashed[3]), int(slashed[2]), int(slashed[1]))
        if worded := _WORDED.fullmatch(told):
            month = dict(_MONTHS).get(worded[2][:3].casefold(), 0)
            return date(int(worded[3]), month, int(worded[1]))
    except ValueError:
        return None
    return None


def _header(table: Sequence[Sequence[Cell]], columns: Columns) -> tuple[int, dict[str, int]]:
    """The row that has most of the columns, and where in it each stands."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number, cells in enumerate(table[:60]):
        names = {_name(cell): place for place, cell in reversed(list(enumerate(cells)))}
        places = {
            ours: names[_name(theirs)]
            for ours, ways in columns.items()
            for theirs in reversed(ways)
            if _name(theirs) in names
        }
        if len(places) > len(best[1]):
            best = number, places
    return best


def _check(file: str, header: Sequence[Cell], places: Mapping[str, int], columns: Columns) -> None:
    for ours, ways in columns.items():
        if ours not in places and "?" not in ways:
            there = [_plain(cell) for cell in header] if places else []
            told = f"; it has {', '.join(filter(None, there))}" if there else ""
            raise ExportError(f"{file} has no column {ways[0]!r}{told}")


def _spreadsheet(path: Path, sheet: str) -> list[list[Cell]]:
    try:
        book = CalamineWorkbook.from_path(path)
        if sheet and sheet not in book.sheet_names:
            there = ", ".join(book.sheet_names)
            raise ExportError(f"{path.name} has no sheet {sheet!r}; it has {there}")
        found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
        return [list(row) for row in found.to_python(skip_empty_area=False)]
    except (CalamineError, OSError) as error:
        raise ExportError(f"{path.name} cannot be read: {error}") from error


def _texts(path: Path) -> list[list[list[Cell]]]:
    """A csv file as a table for each mark that may divide its cells."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path.name} cannot be read: {error}") from error
    text = _decoded(raw)
    try:
        return [
            [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=divider)]
            for divider in "\t;,"
        ]
    except csv.Error as error:
        raise ExportError(f"{path.name} cannot be read: {error}") from error


def _decoded(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _at(cells: Sequence[Cell], place: int) -> Cell:
    return cells[place] if place < len(cells) else ""


def _name(cell: Cell) -> str:
    return _plain(cell).casefold()


def _bare(cell: Cell) -> str:
    """A cell without mark-up, its lines kept."""
    return html.unescape(_TAG.sub("\n", str(cell))).replace("\u00ad", "")


def _plain(cell: Cell) -> str:
    text = " ".join(_bare(cell).split())
    return "" if text.casefold() in _MISSING or text.startswith("NOCAS_") else text
