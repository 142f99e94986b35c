"""A page cut into what is read as one: sentences, list items, rows of tables, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.text import GAP, View, has_verb

SENTENCE, ITEM, ROW, HEADING, QUESTION = "sentence", "item", "row", "heading", "question"


@dataclass(frozen=True, slots=True)
class Unit:
    """[start, end) of the view. `cells` are the columns of a row, `header` those of its table.

    `heading` is what the unit stands under, `lead` the words before a list's colon, `section`
    the number of a safety data sheet's section, 0 outside one.
    """

    start: int
    end: int
    kind: str
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[tuple[int, int], ...] = ()
    heading: str = ""
    lead: tuple[int, int] | None = None
    section: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """What one page hands to the next: the heading and section that go on over the break."""

    heading: str = ""
    section: int = 0
    sheet: bool = False


_SHEET = re.compile(r"safety data sheet|säkerhetsdatablad|varuinformationsblad")
_SECTION = re.compile(r"^(?:avsnitt|section)\s+(\d{1,2})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d{1,2})\s*[.:)]?(?:-\d+\.?)?\s+[A-ZÅÄÖ]")
_BULLET = re.compile(r"^\s*(?:[-•*·–]\s+|\(?[a-hivx]{1,4}\)\s+|\d{1,2}[.)]\s+(?=\S))")
_QUESTION = re.compile(
    r"^(?:fråga|question|[A-D]?\d{1,2}[.)])[^?]*\?\s*$|^[^.:]*\?\s*$", re.IGNORECASE
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:nr|no|dvs|t\.?ex|bl\.?a|m\.?fl|m\.?m|ca|resp|inkl|exkl|s\.?k"
    r"|fr\.?o\.?m|t\.?o\.?m|e\.?g|i\.?e|etc"
    r"|vs|dr|mr|ms|mrs|ltd|co|inc|st|kl|tel|jfr|ev|osv|max|min|approx|art|div|met"
    r"|corr|irrit|dam|sens|tox|liq|flam|carc"
    r"|muta|repr|resp|aquat|asp|ox|sol|z|o|ref|p|d|n)|\b\d{1,2}|(?-i:\b[A-ZÅÄÖ]\w*\s[A-Z]))\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][\"')\]]*(?=\s|$)")
_LONGEST = 2000  # characters of one unit
_WRAPPED = 180  # characters: a page with longer lines has not been broken at a margin
_VERBLESS_MAX = 9  # words; roughly chosen: no heading of the labelled documents is longer


def cut(view: View, carried: Carried) -> tuple[list[Unit], Carried]:
    """The units of a page in order, and what the next page stands under."""
    state = _State(carried)
    if _SHEET.search(view.lower[:600]):
        state.sheet = True
    for kind, lines in _blocks(view.text):
        state.block(view.text, kind, lines)
    return state.units, Carried(state.heading, state.section, state.sheet)


class _State:
    """Walks the blocks of a page and remembers what the next one stands under."""

    def __init__(self, carried: Carried) -> None:
        self.units: list[Unit] = []
        self.heading, self.section, self.sheet = carried.heading, carried.section, carried.sheet
        self.lead: tuple[int, int] | None = None
        self.header: tuple[tuple[int, int], ...] = ()

    def block(self, text: str, kind: str, lines: list[tuple[int, int]]) -> None:
        """Take in one block of lines of one kind."""
        start, end = lines[0][0], lines[-1][1]
        if kind != ROW:
            self.header = ()
        if kind == ROW:
            self._row(text, start, end)
        elif kind in (HEADING, QUESTION):
            self._head(text, start, end, kind)
        elif kind == ITEM:
            bullet = _BULLET.match(text[start : start + 12])
            start += bullet.end() if bullet else 0
            self.units.extend(self._sentences(text, start, end, ITEM))
        else:
            self.lead = None
            self.units.extend(self._sentences(text, start, end, SENTENCE))
            self.lead = self._lead_in(text, end)

    def _row(self, text: str, start: int, end: int) -> None:
        cells = tuple(_cells(text, start, end))
        if (not self.header or _is_header(text, cells)) and _names_columns(text, cells):
            self.header = cells
        unit = Unit(start, end, ROW, cells, self.header, self.heading, section=self.section)
        self.units.append(unit)

    def _head(self, text: str, start: int, end: int, kind: str) -> None:
        words = text[start:end]
        named = _SECTION.match(words)
        if named:
            self.section, self.sheet = int(named.group(1)), True
        elif self.sheet and (numbered := _NUMBERED.match(words)):
            self.section = min(int(numbered.group(1)), 16)
        self.heading, self.lead = words, None
        self.units.append(Unit(start, end, kind, heading=words, section=self.section))

    def _lead_in(self, text: str, end: int) -> tuple[int, int] | None:
        last = self.units[-1] if self.units else None
        return (last.start, last.end) if last and text[end - 1 : end] == ":" else None

    def _sentences(self, text: str, start: int, end: int, kind: str) -> Iterator[Unit]:
        base = Unit(start, end, kind, heading=self.heading, lead=self.lead, section=self.section)
        for first, last in _bounded(sentences(text, start, end)):
            unit = replace(base, start=first, end=last)
            if first == start and last < end and _is_run_in(text, first, last):
                base = replace(base, heading=text[first:last])
                yield replace(base, start=first, end=last, kind=HEADING)
                continue
            if text[first:last].endswith("?"):
                unit = replace(unit, kind=QUESTION)
            yield unit


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end], blanks trimmed, in order."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        last = stop.end()
        if text[stop.start()] == "." and _goes_on(text, first, stop.start() + 1, end):
            continue
        yield from _trimmed(text, first, last)
        first = last
    yield from _trimmed(text, first, end)


def _bounded(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those longer than any sentence in pieces: a bound on work, no reading."""
    for start, end in spans:
        for first in range(start, end, _LONGEST):
            yield first, min(end, first + _LONGEST)


def _goes_on(text: str, first: int, stop: int, end: int) -> bool:
    following = text[stop : min(end, stop + 40)].lstrip()[:1]
    if following.islower() or following in (",", ";"):
        return True
    if not _ABBREVIATED.search(text, max(first, stop - 24), stop):
        return False
    return following.isdigit() or not following.isupper() or not text[stop - 2].isdigit()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    mark = "|" if "|" in text[start:end] else GAP
    first = start
    while first <= end:
        last = text.find(mark, first, end)
        last = end if last < 0 else last
        found = list(_trimmed(text, first, last))
        yield found[0] if found else (first, first)
        first = last + 1


_HEADER = re.compile(r"^[^\d<>%]*$")


# A title at the head of a paragraph: "Working hours. No sampled worker ..."
_RUN_IN = re.compile(
    r"(?!(?:no|none|not|nej|ja|yes|inga|ingen|inget|ej)\b)[A-ZÅÄÖ][^\W\d]*(?:,? [^\W\d]+){0,5}\.",
    re.IGNORECASE,
)


def _is_run_in(text: str, first: int, last: int) -> bool:
    return bool(_RUN_IN.fullmatch(text, first, last)) and not has_verb(
        text[first:last].lower(), 0, last - first
    )


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


def _unfinished(text: str, line: tuple[int, int]) -> bool:
    """A line of running text that stops without a stop: what follows is no heading."""
    words = text[slice(*line)]
    return len(words) > 40 and words[-1] not in ".:;!?" and ": " not in words[:30]


def _names_columns(text: str, cells: tuple[tuple[int, int], ...]) -> bool:
    """Short cells without figures: the first row of a table that names its columns."""
    filled = [text[a:b] for a, b in cells if b > a]
    if len(filled) < 2 or any(len(cell) > 40 for cell in filled):
        return False
    units = re.compile(r"cm2|cm²|m3|m²|mg/kg|sample \d|prov \d|\d{4}", re.IGNORECASE)
    return not any(re.search(r"\d|[<>]", units.sub("", cell)) for cell in filled)


def _blocks(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Lines gathered to blocks of one kind; lines of running text are joined."""
    pending: list[tuple[int, int]] = []
    pending_kind = SENTENCE
    longest = max((b - a for a, b in _lines(text)), default=0)
    for start, end in _lines(text):
        if end <= start:
            if pending:
                yield pending_kind, pending
            pending, _previous_blank = [], True
            continue
        kind = _kind_of(text, start, end)
        if kind == SENTENCE and not pending and _titled(text, start, end):
            kind = HEADING
        if kind == HEADING and pending and _unfinished(text, pending[-1]):
            pending.append((start, end))
            continue
        joins = pending and kind == SENTENCE and _continues(text, pending[-1], start, longest)
        joins = joins or bool(
            pending and kind == HEADING and _continues(text, pending[-1], start, longest)
        )
        if joins:
            pending.append((start, end))
        else:
            if pending:
                yield pending_kind, pending
            pending, pending_kind = [], SENTENCE
            if kind in (ROW, HEADING, QUESTION):
                yield kind, [(start, end)]
            else:
                pending, pending_kind = [(start, end)], kind
    if pending:
        yield pending_kind, pending


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[\n\f]", text):
        yield from _line(text, start, match.start())
        if match.group() == "\f":
            yield match.start(), match.start()
        start = match.end()
    yield from _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return _trimmed(text, start, end)


def _kind_of(text: str, start: int, end: int) -> str:
    line = text[start:end]
    if _SECTION.match(line) and len(line.split()) < _VERBLESS_MAX:
        return HEADING
    if len(line) > _LONGEST:
        return SENTENCE
    if "|" in line or (GAP in line and not _PROSE_GAP.search(line)):
        return ROW
    if line.endswith("?") and _QUESTION.match(line):
        return QUESTION
    if _is_heading(line):
        return HEADING
    if _BULLET.match(line):
        return ITEM
    return SENTENCE


# Blanks between sentences, not between columns.
_PROSE_GAP = re.compile(r"\.$|[a-zåäö)\d]\.\t+[A-ZÅÄÖ]")
_HEAD_MARK = re.compile(
    r"^(?:§\s*\d+|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[A-Z]\d{0,2}[.)]|(?:avsnitt|section"
    r"|del|part)\s+\w+)[:.]?\s",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(
    r"[.;!,:]$|:\s|SA ?8000,|ISO \d{4,5},|OEKO-TEX.*\d{4}|\b(?:FSC|PEFC|GOTS|BSCI"
    r"|RSPO|MSC)\b.*\d|\bH\d{3}|\bEUH\d|\bR\d\d|\d{2,7}-\d{2}-\d\b"
    r"|\b(?:är|har|ska|innehåller|finns|saknas|is|are|has|have|shall|must|contains"
    r"|not|inte|made in|certifi\w+)\b|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)


_BELOW = re.compile(r"[^\n\f]+")


def _titled(text: str, start: int, end: int) -> bool:
    """A numbered line without a full stop over one that has it: "4 Child labour is not used"."""
    line = text[start:end]
    marked = _HEAD_MARK.match(line)
    if not marked or len(line.split()) > _VERBLESS_MAX or line[-1] in ".:;,!":
        return False
    below = _BELOW.search(text, end + 1)
    return bool(below and below.group().rstrip()[-1:] in ".!?")


_CUT_OFF = re.compile(
    r"\b(?:i|av|på|och|eller|för|som|att|en|ett|med|till|från|of|in|the|and|or|a|an|by|with|to|from"
    r"|for|at|on)$"
)
_ASKED_MAX = 7  # words of "Where the minerals are used"
_ASKING = re.compile(
    r"(?:var|vad|vem|hur|vilk\w+|när|varför|så|om|where|what|how|who|why|when|which|about)\b",
    re.IGNORECASE,
)


def _is_heading(line: str) -> bool:
    marked = _HEAD_MARK.match(line)
    if _SECTION.match(line):
        return True
    words = line.split()
    if len(words) > _VERBLESS_MAX + (2 if marked else 0) or not (
        marked or line[0].isupper() or line[0] == "["
    ):
        return False
    if line.isupper() and len(words) < 8:
        return not re.search(r"\bH\d{3}", line)
    rest = line[marked.end() :] if marked else line
    if _ASKING.match(rest) and not marked and line[-1].isalnum() and len(words) <= _ASKED_MAX:
        return True
    if _NO_HEADING.search(rest) or _CUT_OFF.search(rest):
        return False
    return bool(marked or _ASKING.match(rest) or not has_verb(rest.lower(), 0, len(rest)))


def _continues(text: str, line: tuple[int, int], start: int, longest: int) -> bool:
    """Does the line at `start` go on with the sentence of `line`?"""
    end = line[1]
    if text[end - 1] in ".:!?;" and not text[start].islower():
        return text[end - 1] in ".!?" and longest <= _WRAPPED and end - line[0] > 0.6 * longest
    if _BULLET.match(text[start : start + 6]):
        return False
    if text[start].islower() or text[end - 1] in ",-(":
        return True
    return longest <= _WRAPPED and (end - line[0]) > 0.6 * longest
