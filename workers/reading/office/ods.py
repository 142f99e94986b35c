"""The text of OpenDocument spreadsheets: each sheet by its name, each row as its cells show it."""

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from portal.domain.evidence import Limits, PageNote
from workers.reading.office import odf
from workers.reading.office.flow import Block, paginate, tidy
from workers.reading.office.package import Element, Package, local, value
from workers.reading.office.paged import Paged
from workers.reading.office.sheets import SHEET_CHARS

_COLUMN_GROUPS: Final = ("table-columns", "table-header-columns", "table-column-group")
_INSIDE: Final = ("automatic-styles", "spreadsheet", "table", *odf.ROW_GROUPS, *_COLUMN_GROUPS)
_COLUMNS: Final = 16_384


@contextmanager
def open_ods(data: mmap.mmap, limits: Limits) -> Iterator[Paged]:
    """A spreadsheet to read. Raises Unopened."""
    with odf.opened(data, limits) as parts:
        styles = odf.Styles()
        leaves = paginate(_blocks(parts, styles), limits=limits, page_chars=SHEET_CHARS)
        yield Paged(leaves, odf.inspect(parts, styles), parts, limits)


def _blocks(parts: Package, styles: odf.Styles) -> Iterator[Block]:
    """Each sheet with its name and its rows; a row that repeats is written once."""
    hidden = set[str]()
    begun: _Sheet | None = None
    number = 0
    for element in parts.blocks(odf.CONTENT, _INSIDE):
        styles.fetch |= odf.fetches(element)
        kind = local(element)
        if kind == "style":
            if any(value(each, "display") == "false" for each in element):
                hidden.add(value(element, "name") or "")
        elif kind in ("shapes", "table-column", "table-row"):
            table = next(each for each in element.iterancestors() if local(each) == "table")
            name = value(table, "name") or ""
            if begun is None or name != begun.name:
                number += 1
                begun = _Sheet(name, number)
                yield begun.title(hidden=value(table, "style-name") in hidden)
            yield from begun.blocks(kind, element, styles)


class _Sheet:
    """A sheet while its parts come by."""

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self._number = number
        self._columns = 0
        self._hidden = set[int]()

    def title(self, *, hidden: bool) -> Block:
        """The sheet's name, which begins a page."""
        notes = frozenset({PageNote.HIDDEN_PART} if hidden else ())
        return Block(tidy(self.name), notes, starts_page=True)

    def blocks(self, kind: str, element: Element, styles: odf.Styles) -> Iterator[Block]:
        """What a part of the sheet says: a row, what is drawn over it; nothing for a column."""
        if kind == "table-column":
            count = odf.count(element, "number-columns-repeated", _COLUMNS)
            if _is_hidden(element):
                self._hidden.update(range(self._columns, self._columns + count))
            self._columns = min(self._columns + count, _COLUMNS)
        elif kind == "shapes":
            yield from odf.Writer(styles).inside(element)
        else:
            made = odf.row_block(element, styles, self._number)
            hides = made.text and (_is_hidden(element) or self._hides(element))
            notes = made.notes | ({PageNote.HIDDEN_TEXT} if hides else set())
            if made.text or notes or made.pictures:
                yield replace(made, notes=notes)

    def _hides(self, row: Element) -> bool:
        """Whether a cell of a row that holds something stands in a hidden column."""
        at = 0
        for cell in row if self._hidden else ():
            count = odf.count(cell, "number-columns-repeated", _COLUMNS)
            here = range(at, at + count)
            if not self._hidden.isdisjoint(here) and "".join(cell.itertext()).strip():
                return True
            at += count
        return False


def _is_hidden(element: Element) -> bool:
    return value(element, "visibility") in ("collapse", "filter")
