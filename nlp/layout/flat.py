"""Rows of a laboratory's table whose columns a reader of PDFs has parted by single blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.denying import UNDETECTED
from nlp.verbs import has_verb

_ABSENT = rf"{UNDETECTED}|<\s?(?:loq|lod|mdl|rl)"
_UNIT = r"m[gl]/k?[gl]|[µu]g/k?[gl]|ng/k?[gl]|pp[mb]"
_FIGURE = r"[<>≤≥~±]?\s?\d+(?:[.,]\d+)?%?"
_TOKEN = rf"(?:{_ABSENT}|{_UNIT}|{_FIGURE}|%|-|–|pass|fail|ok)"
# A name, which may hold its number, and at least three columns behind it.
_ROW = re.compile(
    rf"(?P<name>[^\W_][^|;:?!\t]{{1,70}}?)(?P<told>(?:\s+{_TOKEN}(?=\s|$)){{3,}})", re.IGNORECASE
)
_CELL = re.compile(_TOKEN + r"(?=\s|$)", re.IGNORECASE)
_TELLING = re.compile(rf"(?<!\S)(?:{_ABSENT}|{_UNIT})(?!\S)", re.IGNORECASE)
_LAST = re.compile(rf"(?:{_TOKEN}|detected|påvisa[dt]|detekterad|loq|lod|mdl|rl)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOST = 9  # words of a name
# "Test Item(s) Limit Unit MDL 001 002": what the columns of such a table are called.
_NAMED = (
    r"test(?:ed)? (?:items?|parameters?|substances?)(?:\(s\))?|parameters?|analytes?|elements?"
    r"|compounds?|substances?(?: names?)?|ämnen?|analys(?:parameter)?|grundämne"
)
_CALLED = (
    r"(?:cas(?:[ -]?(?:no|nr)\.?)?|limits?|max\. limit|units?|enhet|mdl|loq|lod|rl|results?"
    r"|resultat"
    r"|halt|rapp(?:\.|orterings)gräns|mätosäkerhet|gräns(?:värde)?|conc(?:entration|\.)?|metod"
    r"|method"
    r"|conclusion|bedömning|\d{3}|[a-z]\d{1,2}|no\.\s?\d)(?:\s?\([^()\s]{1,10}\))?"
)
_HEADS = re.compile(rf"(?P<name>{_NAMED})(?P<told>(?:\s+{_CALLED}(?=\s|$)){{2,}})", re.IGNORECASE)
_HEAD = re.compile(_CALLED + r"(?=\s|$)", re.IGNORECASE)
_SURE = re.compile(r"\b(?:units?|enhet|mdl|loq|lod|rl|results?|resultat)\b", re.IGNORECASE)


def is_head(text: str, start: int, end: int) -> bool:
    """Does a line name the columns of a laboratory's table, with single blanks between them?"""
    return bool(_HEADS.fullmatch(text, start, end)) and bool(_SURE.search(text, start, end))


def is_row(text: str, start: int, end: int) -> bool:
    """Is a line a name and its figures, which tell what was found by a unit or an absence?"""
    last = text.rfind(" ", start, end) + 1
    # The last word is asked first: of nearly all lines it is of running text.
    if not _LAST.fullmatch(text, max(last, start), end) or not _TELLING.search(text, start, end):
        return False
    row = _ROW.fullmatch(text, start, end)
    if row is None or not _LETTERS.search(row["name"]):
        return False
    name = row["name"].lower()
    return len(name.split()) <= _MOST and not has_verb(name, 0, len(name))


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of such a row or head; [] of any other line."""
    if is_head(text, start, end):
        return list(_split(_HEADS, _HEAD, text, start, end))
    return list(_split(_ROW, _CELL, text, start, end)) if is_row(text, start, end) else []


def _split(
    line: re.Pattern[str], cell: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    found = line.fullmatch(text, start, end)
    if found:
        yield found.span("name")
        yield from (one.span() for one in cell.finditer(text, *found.span("told")))
