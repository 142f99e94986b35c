"""Which cells of a workbook are shown as per cent: 0.0025 stands there for 0.25 %."""

import re
from collections.abc import Iterator
from typing import Final

from workers.reading.office import ooxml
from workers.reading.office.package import Package, child, local, value

Places = frozenset[tuple[int, int]]  # row and column, from 0

_BUILT_IN: Final = frozenset({"9", "10"})
_QUOTED: Final = re.compile(r'"[^"]*"|\\.')
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_WORKBOOK: Final = "xl/workbook.xml"


def percent_places(parts: Package) -> dict[str, Places]:
    """The places of such cells by the sheet's name; none is looked into without such a style."""
    styles = _styles(parts)
    if not styles:
        return {}
    return {name: frozenset(_places(parts, part, styles)) for name, part in sheets(parts).items()}


def sheets(parts: Package) -> dict[str, str]:
    """Each sheet's part by its name."""
    root = parts.parsed(_WORKBOOK)
    listed = child(root, "sheets") if root is not None else None
    named = ooxml.relations(parts, _WORKBOOK)
    found = {}
    for sheet in listed if listed is not None else ():
        relation = next((held for key, held in sheet.items() if key.endswith("}id")), "")
        if relation in named:
            found[value(sheet, "name") or ""] = named[relation].target
    return found


def _styles(parts: Package) -> frozenset[str]:
    """The numbers of the cell styles whose format ends in a per cent sign."""
    root = parts.parsed("xl/styles.xml")
    if root is None:
        return frozenset()
    formats = set(_BUILT_IN)
    own = child(root, "numFmts")
    for each in own if own is not None else ():
        if "%" in _QUOTED.sub("", value(each, "formatCode") or ""):
            formats.add(value(each, "numFmtId") or "")
    used = child(root, "cellXfs")
    return frozenset(
        str(number)
        for number, style in enumerate(used if used is not None else ())
        if value(style, "numFmtId") in formats
    )


def _places(parts: Package, part: str, styles: frozenset[str]) -> Iterator[tuple[int, int]]:
    for line in parts.blocks(part, ("sheetData",)):
        for cell in line:
            shown = cell.get("s") in styles and cell.get("t", "n") == "n"
            if local(cell) == "c" and shown and (place := place_of(cell.get("r", ""))):
                yield place


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a cell as "B7" names it; None for what names none."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]) - 1, _column(found[1])) if found else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
