"""The lines of a page gathered to blocks: running text, items, rows, headings, captions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from nlp.layout import sheets
from nlp.layout.flat import is_head, is_row
from nlp.layout.listing import contents, each_alone, lettered, numbered, remarked
from nlp.layout.phrases import LONGEST, trimmed
from nlp.layout.text import GAP
from nlp.layout.titles import (
    FIELD,
    MOST_WORDS,
    NUMBERING,
    SECTION,
    counts_sections,
    is_heading,
    tops_text,
)
from nlp.verbs import has_predicate

SENTENCE, ITEM, ROW, HEADING = "sentence", "item", "row", "heading"
QUESTION, CAPTION = "question", "caption"
# "Section 8)." ends a reference that a line's end broke.
BULLET = re.compile(
    r"^\s*(?:[-•*·–☐☒☑✓✔]\s+|\[[ xX]?\]\s+|\(?[a-hivx]{1,4}\)\s+|\d{1,2}[.)]\s+(?=\S))"
)
_QUESTION = re.compile(
    r"^(?:fråga|question|[A-D]?\d{1,2}[.)])[^?]*\?(?: [^?.:]*\?)*\s*$|^[^.:]*\?\s*$", re.IGNORECASE
)
_FULL = 0.8  # of the longest line: letters differ in width
_WRAPPED = 180  # characters: a page with longer lines has not been broken at a margin


def blocks(
    text: str, furniture: Callable[[str], bool]
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Lines gathered to blocks of one kind; lines of running text are joined.

    Lines of which `furniture` holds stand alone, and nothing is joined over a blank line. The
    entries of a table of contents are left out.
    """
    pending: list[tuple[int, int]] = []
    pending_kind = SENTENCE
    lines = list(_lines(text))
    longest = max((b - a for a, b in lines), default=0)
    entries = contents(text, lines)
    counted = numbered(text, lines) | lettered(text, lines) | remarked(text, lines)
    for start, end in lines:
        alone = end > start and furniture(text[start:end])
        if end <= start or alone or start in entries:
            if pending and end <= start and _HANGING_FAR.search(text, *pending[-1]):
                continue
            if pending:
                yield pending_kind, pending
            pending = []
            if alone:
                yield _kind_of(text, start, end), [(start, end)]
            continue
        kind = ITEM if start in counted else _kind_at(text, start, end, first=not pending)
        if pending and _joined(text, kind, pending[-1], (start, end), longest):
            pending.append((start, end))
            continue
        if pending:
            yield pending_kind, pending
        pending, pending_kind = [], SENTENCE
        if kind in (SENTENCE, ITEM):
            pending, pending_kind = [(start, end)], kind
        else:
            yield kind, [(start, end)]
    if pending:
        yield pending_kind, pending


def _joined(
    text: str, kind: str, before: tuple[int, int], line: tuple[int, int], longest: int
) -> bool:
    """Does a line of one kind go on with the one before it?"""
    if sheets.begins_section(text, line[0]):
        return False
    if kind == HEADING:
        broken = longest <= _WRAPPED or _HANGING.search(text, *before)
        if broken and _unfinished(text, before):
            return True
        if text[before[1] - 1] in ".!?" and _stands_alone(text, line, longest):
            return False
    return kind in (SENTENCE, HEADING) and _continues(text, before, line[0], longest)


def _stands_alone(text: str, line: tuple[int, int], longest: int) -> bool:
    """A heading that its number or its shortness tells from a line broken at the margin."""
    numbered = NUMBERING.match(text[slice(*line)])
    return bool(numbered) or line[1] - line[0] <= longest // 2


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[\n\f]", text):
        yield from _line(text, start, match.start())
        if match.group() == "\f":
            yield match.start(), match.start()
        start = match.end()
    yield from _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in sheets.broken(text, start, end):
        yield from trimmed(text, first, last)


def _unfinished(text: str, line: tuple[int, int]) -> bool:
    """A line of running text that stops without a stop: what follows is no heading."""
    words = text[slice(*line)]
    return len(words) > 40 and words[-1] not in ".:;!?" and ": " not in words[:30]


# What stands behind a quotation tells who said it: "... the agency." Worker, packing
_SIGNED = re.compile(r'[.!?]"\s+[A-ZÅÄÖ][^.!?"]{2,60}$')


# "3.2 Bisphenols in food contact?": the number of a clause; "0.2 % in the barrel" is none.
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?[ \t]+[A-ZÅÄÖ][a-zåäö]")


def _continues(text: str, line: tuple[int, int], start: int, longest: int) -> bool:
    """Does the line at `start` go on with the sentence of `line`?"""
    end = line[1]
    if _SIGNED.search(text, line[0], end) or FIELD.match(text, line[0], end):
        return False
    if each_alone(text, line, start):
        return False
    if text[end - 1] in ".:!?;" and not text[start].islower():
        return text[end - 1] in ".!?" and longest <= _WRAPPED and end - line[0] > 0.6 * longest
    if BULLET.match(text[start : start + 6]) or _CLAUSE.match(text, start):
        return False
    if text[start].islower() or text[end - 1] in ",-(":
        return True
    if _HANGING.search(text, line[0], end) or _HANGING_FAR.search(text, line[0], end):
        return True
    return (
        longest <= _WRAPPED
        and (end - line[0]) > 0.6 * longest
        and _filled(text, line, start, longest)
    )


# A word that wants another behind it: "sewn by Amal Ltd in" over "Sousse, Tunisia".
_HANGING = re.compile(
    r"\s(?:i|in|på|hos|vid|at|från|from|och|and|eller|or|the|an?|en|ett|includ(?:es?|ing)|such as"
    r"|omfattar|inkluderar|såsom)$"
)
# The same over a blank line, in text that is set with one behind each of its lines.
_HANGING_FAR = re.compile(
    r"(?<=.{40})\s(?:in|i|på|at|from|från|and|och|or|eller|the|an?|en|ett|of|by|av|for|för|with|med)$"
)


def _filled(text: str, line: tuple[int, int], start: int, longest: int) -> bool:
    """Would the first word of the next line not have found room on this one?"""
    word = re.match(r"\S*", text[start : start + 40])
    return line[1] - line[0] + 1 + (word.end() if word else 0) > _FULL * longest


def _kind_at(text: str, start: int, end: int, *, first: bool) -> str:
    """The kind of a line by itself and by the lines around it. `first`: nothing goes on before."""
    kind = _kind_of(text, start, end)
    titled = kind == SENTENCE and (
        (first and tops_text(text, start, end)) or _heads_rows(text, start, end)
    )
    return HEADING if titled or (kind == ITEM and counts_sections(text, start, end)) else kind


def _kind_of(text: str, start: int, end: int) -> str:
    line = text[start:end]
    if SECTION.match(line) and len(line.split()) < MOST_WORDS:
        return HEADING
    if len(line) > LONGEST:
        return SENTENCE
    if _CAPTION.match(line) or _is_unfilled(line):
        return CAPTION
    if "|" in line or (GAP in line and not _PROSE_GAP.search(line)):
        return ROW
    if ";" in line and (_PARTED.fullmatch(line) or _FIELDS.fullmatch(line)):
        return ROW
    if is_head(text, start, end) or is_row(text, start, end):
        return ROW
    if line.endswith("?") and _QUESTION.match(line):
        return QUESTION
    if is_heading(line):
        return HEADING
    if BULLET.match(line):
        return ITEM
    return SENTENCE


# "Tabell 2. Bly i mässing, gräns 3 %", over the rows of its table
_TABLE = re.compile(r"(?:tabell|table|tab\.) ?\d{1,2}(?:\.\d)?[a-z]?\s?[.:)–-]\s", re.IGNORECASE)
_NEXT = re.compile(r"[^\n\f]*\n([^\n\f]*)")


def _heads_rows(text: str, start: int, end: int) -> bool:
    if not _TABLE.match(text, start, end):
        return False
    below = _NEXT.match(text, end)
    row = below is not None and ("|" in below[1] or GAP in below[1])
    return row and not has_predicate(text[start:end].lower(), 0, end - start)


# "Ethanol; 64-17-5; 200-578-6; < 10 %": a list of substances whose fields semicolons part.
_PARTED = re.compile(
    r"[^;]{2,60};(?:[^;]*;)*\s*(?:\d{2,7}-\d\d-\d|CAS(?:[ -]?(?:nr|no)\.?)?)\s*;[^;]*(?:;[^;]*)*",
    re.IGNORECASE,
)
# "Kunshan Lida;Kunshan;Kina;svetsade ramar;560": a table as a file of values has it.
_FIELDS = re.compile(r"(?:[^;]*;(?! )){2,}[^;]*")
_CAPTION = re.compile(
    r"(?:photo(?:graph)?|picture|image|figure|fig\.|foto|fotografi|bild|figur)\s*\d+\w?\s*[.:)-]\s",
    re.IGNORECASE,
)
# Dots, or a line, from a label to what nobody filled in.
_LEADER = re.compile(r"\.{4,}|(?:\. ){4,}|_{4,}|…{2,}")
_UNFILLED = re.compile(r"\s*(?:[a-zåäö%/]{0,12}[.,]?|[^.:]{1,40}:)?\s*")


def _is_unfilled(line: str) -> bool:
    """Has a line leaders, and no more behind them than a unit or the next label?"""
    if not ("...." in line or ". . " in line or "____" in line or "……" in line):
        return False  # asked first: quicker than to look for a pattern
    parts = _LEADER.split(line)[1:]
    return bool(parts) and all(map(_UNFILLED.fullmatch, parts))


# Blanks between sentences, not between columns.
_PROSE_GAP = re.compile(r"\.$|(?:(?!o\.|r\.)[a-zåäö)\d]|[^Nn][or])\.\t+[A-ZÅÄÖ]")
