"""Cells of a workbook that show nothing of what they hold: by formats without a sign, or white."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from workers.reading.office import ooxml
from workers.reading.office.package import Element, Package, child, local, value
from workers.reading.office.percent import Places, place_of, sheets

_STYLES: Final = "xl/styles.xml"
_SIGNS: Final = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|(;)|([^\s"])')
_COMPARES: Final = re.compile(r"\[[<>=]")
_AREA: Final = re.compile(r"([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?")
_CELLS: Final = 100_000  # of the areas of one condition; more would be a whole sheet
_WHITE: Final = frozenset({"FFFFFFFF", "00FFFFFF", "FFFFFF"})
_PAPER: Final = "0"  # among the colours of a theme
_NO_FILL: Final = "none"


@dataclass(frozen=True, slots=True)
class Format:
    """What of a cell's content a format of numbers shows as nothing."""

    plus: bool = False
    minus: bool = False
    zero: bool = False
    text: bool = False

    def __bool__(self) -> bool:
        return self.plus or self.minus or self.zero or self.text

    def hides(self, cell: Element) -> bool:
        """Whether a cell shows nothing of what it holds."""
        if (value(cell, "t") or "n") != "n":
            return self.text
        held = child(cell, "v")
        number = (held.text or "").strip() if held is not None else ""
        if not number.strip("0.eE+-"):
            return self.zero
        return self.minus if number.startswith("-") else self.plus


_ALL: Final = Format(plus=True, minus=True, zero=True, text=True)


def unshown(code: str) -> Format:
    """What a code of Excel's shows as nothing.

    A zero alone that is not shown is how tables are made easy to read, and hides nothing.
    """
    parts = _sections(code)
    if len(parts) < 2:  # a colour or nothing at all is no format
        nothing = '""' in code and not parts[0]
        return Format(nothing, nothing, nothing)
    plus, minus, zero = (not (parts[at] if at < len(parts) else parts[0]) for at in range(3))
    nothing = plus and minus and zero
    text = len(parts) > 3 and not parts[3]
    if _COMPARES.search(code):  # its parts are for other numbers than those above and below zero
        return Format(nothing, nothing, nothing, text)
    return Format(plus, minus, nothing, text)


def _sections(code: str) -> list[str]:
    """What each part of a code shows, without colours, conditions and blanks."""
    parts = [""]
    for quoted, escaped, end, sign in _SIGNS.findall(code):
        if end:
            parts.append("")
        else:
            parts[-1] += (quoted + escaped).strip() + sign
    return parts


def unshown_places(parts: Package) -> dict[str, Places]:
    """The places of such cells that hold something, by the sheet's name."""
    looks = _Looks(parts)
    if not looks:
        return {}
    return {name: frozenset(_places(parts, part, looks)) for name, part in sheets(parts).items()}


class _Looks:
    """The styles of a workbook that show nothing, by their numbers as cells name them."""

    def __init__(self, parts: Package) -> None:
        root = parts.parsed(_STYLES)
        self.formats: Mapping[str, Format] = {}
        self.white: frozenset[str] = frozenset()
        self.conditional: frozenset[str] = frozenset()
        if root is None:
            return
        codes = {
            value(each, "numFmtId") or "": unshown(value(each, "formatCode") or "")
            for each in _held(root, "numFmts")
        }
        used = list(enumerate(_held(root, "cellXfs")))
        named = {str(at): codes.get(value(xf, "numFmtId") or "", Format()) for at, xf in used}
        self.formats = {at: code for at, code in named.items() if code}
        white = {str(at) for at, font in enumerate(_held(root, "fonts")) if _is_white(font)}
        bare = {str(at) for at, fill in enumerate(_held(root, "fills")) if _is_bare(fill)}
        self.white = frozenset(
            str(at) for at, xf in used if value(xf, "fontId") in white and _fill(xf) in bare
        )
        self.conditional = frozenset(
            str(at) for at, look in enumerate(_held(root, "dxfs")) if _hides_all(look)
        )

    def __bool__(self) -> bool:
        return bool(self.formats or self.white or self.conditional)


def _held(root: Element, name: str) -> list[Element]:
    listed = child(root, name)
    return [] if listed is None else list(listed)


def _is_white(font: Element) -> bool:
    colour = child(font, "color")
    if colour is None or value(colour, "tint") is not None:
        return False
    return value(colour, "rgb") in _WHITE or value(colour, "theme") == _PAPER


def _is_bare(fill: Element) -> bool:
    pattern = child(fill, "patternFill")
    return pattern is not None and (value(pattern, "patternType") or _NO_FILL) == _NO_FILL


def _fill(style: Element) -> str:
    return value(style, "fillId") or "0"


def _hides_all(look: Element) -> bool:
    code = child(look, "numFmt")
    return code is not None and unshown(value(code, "formatCode") or "") == _ALL


def _places(parts: Package, part: str, looks: _Looks) -> Iterator[tuple[int, int]]:
    # A table of its own lays its colours under the cells, and its head is often white.
    white = looks.white if not ooxml.targets(parts, part, "table") else frozenset()
    for element in parts.blocks(part, ("sheetData", "worksheet")):
        if local(element) == "row":
            for cell in element:
                style, place = cell.get("s") or "0", place_of(cell.get("r", ""))
                hidden = style in white or looks.formats.get(style, Format()).hides(cell)
                if place and hidden:
                    yield place
        elif local(element) == "conditionalFormatting":
            rules = (value(rule, "dxfId") for rule in element)
            if any(rule in looks.conditional for rule in rules):
                yield from _in_areas(value(element, "sqref") or "")


def _in_areas(written: str) -> Iterator[tuple[int, int]]:
    left = _CELLS
    for found in _AREA.finditer(written):
        first, last = place_of(found[1]), place_of(found[2] or found[1])
        if first is None or last is None:
            continue
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                left -= 1
                if left < 0:
                    return
                yield row, column
