"""What in an office file hides its text: styles of a Word file, rows and columns of a workbook."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workers.reading.office.package import Element, Package, child, local, value
from workers.reading.office.percent import Places, sheets
from workers.reading.office.unshown import unshown_places

_NO: Final = frozenset({"0", "false", "off", "none"})
_YES: Final = frozenset({"1", "true"})
_ABOVE: Final = 20  # styles that one rests on
_MARK: Final = re.compile(rb"hidden\s*=")
_COLUMNS: Final = 16_384


def is_on(switch: Element | None) -> bool:
    """Whether a switch of a Word file is there, and not said to be off."""
    return switch is not None and (value(switch, "val") or "1") not in _NO


def hiding_styles(parts: Package) -> frozenset[str]:
    """The styles of a Word file that hide what they are laid on, or rest on one that does."""
    root = parts.parsed("word/styles.xml")
    own: dict[str, bool] = {}
    above: dict[str, str] = {}
    for style in root if root is not None else ():
        name = value(style, "styleId") or ""
        runs, rests = child(style, "rPr"), child(style, "basedOn")
        switch = child(runs, "vanish") if runs is not None else None
        if switch is not None:
            own[name] = is_on(switch)
        if rests is not None:
            above[name] = value(rests, "val") or ""
    return frozenset(name for name in {*own, *above} - {""} if _is_hiding(name, own, above))


def _is_hiding(name: str, own: Mapping[str, bool], above: Mapping[str, str]) -> bool:
    for _ in range(_ABOVE):
        if name in own:
            return own[name]
        name = above.get(name, "")
    return False


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows, columns and single cells of a sheet that are not shown, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    cells: Places = frozenset()

    def hides(self, row: int, cells: Mapping[int, str]) -> bool:
        """Whether a row is hidden, or one of its cells, by column, that hold something."""
        if row in self.rows or any(cells[at] for at in self.columns & cells.keys()):
            return True
        return any((row, at) in self.cells for at, said in cells.items() if said)


def hidden_in_xlsx(parts: Package) -> dict[str, Hidden]:
    """By the sheet's name; a sheet that hides nothing is left out, after one look at its bytes."""
    cells = unshown_places(parts)
    return {
        name: _hidden(parts, part, cells.get(name, frozenset()))
        for name, part in sheets(parts).items()
        if cells.get(name) or (part.lower() in parts.names and _MARK.search(parts.read(part)))
    }


def _hidden(parts: Package, part: str, cells: Places) -> Hidden:
    rows, columns = set[int](), set[int]()
    for element in parts.blocks(part, ("cols", "sheetData")):
        if value(element, "hidden") not in _YES:
            continue
        if local(element) == "row":
            rows.add(_number(element, "r") - 1)
        elif local(element) == "col":
            columns.update(range(_number(element, "min") - 1, _number(element, "max")))
    return Hidden(frozenset(rows), frozenset(columns), cells)


def _number(element: Element, name: str) -> int:
    held = value(element, name) or ""
    whole = held.isascii() and held.isdecimal() and len(held) < 8
    return min(int(held), _COLUMNS if name != "r" else 1 << 20) if whole else 0
