"""The cells of a row, and which row names the columns of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.denying import denies
from nlp.layout import flat
from nlp.layout.phrases import trimmed
from nlp.layout.text import GAP


def cells_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row, between upright strokes, gaps, semicolons, or the blanks of a table."""
    mark = next((mark for mark in ("|", GAP) if mark in text[start:end]), "")
    if not mark and (blanked := flat.cells(text, start, end)):
        yield from blanked
        return
    mark = mark or ";"
    first = start
    while first <= end:
        last = text.find(mark, first, end)
        last = end if last < 0 else last
        found = list(trimmed(text, first, last))
        yield found[0] if found else (first, first)
        first = last + 1


def _is_header(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    filled = [text[a:b] for a, b in cells if b > a]
    if len(filled) < 3:
        return False
    named = {
        "nr",
        "no.",
        "ref",
        "cas",
        "cas-nr",
        "cas no",
        "cas no.",
        "resultat",
        "result",
        "rating",
        "status",
    }
    return any(cell.lower() in named for cell in filled) and all(len(cell) < 40 for cell in filled)


_ANSWER = re.compile(
    r"(?:ja|nej|yes|no|true|false|(?:dis)?agreed?|confirmed|(?:in)?stämmer|bekräftas)\b(?![.:])",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"-$|n\.?[da]\.?$", re.IGNORECASE)  # what no column is called


# The column of numbers of substances, which no row but the heads of a table calls by its name.
_IDENTIFIER = re.compile(r"CAS(?:[ -]?(?:nr|no|number|nummer)\b\.?)?", re.IGNORECASE)
_BOUNDS = re.compile(
    r"(?:limit|gräns|gränsvärde|riktvärde|loq|lod|mdl|rl|rapp\.?gräns|krav)\b.{0,12}", re.IGNORECASE
)
_VALUE = re.compile(r"[<>≤≥~]?\s*\d")


# A grade, or the code of a country, and no head of a column of numbers.
_LETTERS = re.compile(r"[A-F]|(?!EC|EG|ID|NR|NO)[A-Z]{2}")
_GRADED = 2  # cells of a row of a sheet of grades: the area, and its letter


_HEAD = 3  # words of a question that can head a column: "PFAS added?", "SVHC > 0.1 %?"
_HEAD_WORD = re.compile(r"[^\W\d_]+")


def _asks(index: int, cell: str) -> bool:
    return cell.endswith("?") and (index == 0 or len(_HEAD_WORD.findall(cell)) > _HEAD)


# Figures that a head of a column may have: units, samples, years, and scales ("Severity 1-5").
_NUMBERED = re.compile(
    r"cm2|cm²|m3|m²|mg/kg|(?:över|above|over|exceeding|[>≥]) ?0[.,]1 ?%?"
    r"|sample \d|prov \d|\d{4}|(?<=[a-zåäö] )\(?[01] ?(?:-|to|till) ?(?:5"
    r"|10)\)?$",
    re.IGNORECASE,
)


_YES_AND_NO, _JA_OCH_NEJ = {"yes", "no"}, {"ja", "nej"}  # columns to put a cross in


def _answers(cell: str) -> bool:
    return bool(_ANSWER.match(cell) or _EMPTY.match(cell)) or denies(cell.lower())


def _names_columns(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    """Short cells without figures: the first row of a table that names its columns."""
    filled = [text[a:b] for a, b in cells if b > a]
    if len(filled) < 2 or any(len(cell) > 40 for cell in filled):
        return False
    if any(_answers(cell) for cell in filled[1:]):
        return {cell.lower() for cell in filled[1:]} >= _YES_AND_NO or (
            {cell.lower() for cell in filled[1:]} >= _JA_OCH_NEJ
        )
    if any(_asks(index, cell) for index, cell in enumerate(filled[:-1])):
        return False  # a question and its answer; "Used?" may head the last column
    if len(filled) == _GRADED and _LETTERS.fullmatch(filled[1]):
        return False
    if any(_IDENTIFIER.fullmatch(cell) for cell in filled):
        return not any(_VALUE.match(cell) for cell in filled)
    if any(_BOUNDS.fullmatch(cell) for cell in filled) and not any(map(_VALUE.match, filled)):
        return True
    return not any(re.search(r"\d|[<>]", _NUMBERED.sub("", cell)) for cell in filled)


def heads_table(text: str, cells: tuple[tuple[int, int], ...], *, headed: bool) -> bool:
    """Does the row name the columns of its table? `headed`: another row has done so before."""
    if cells and flat.is_head(text, cells[0][0], cells[-1][1]):
        return True
    return (not headed or _is_header(text, cells)) and _names_columns(text, cells)
