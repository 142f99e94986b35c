"""A page cut into what is read as one: sentences, list items, rows of tables, headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nlp import identifiers
from nlp.layout.boxes import UNTICKED
from nlp.layout.columns import cells_of, heads_table
from nlp.layout.lines import BULLET, CAPTION, HEADING, ITEM, QUESTION, ROW, SENTENCE, blocks
from nlp.layout.phrases import bounded, sentences
from nlp.layout.text import View
from nlp.layout.titles import SECTION
from nlp.verbs import has_predicate


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


# The title of a sheet, or what heads its pages; a report may speak of sheets as well.
_SHEET = re.compile(
    r"(?:\A|(?<=[\n\f]))[^\n\f.]{0,60}\b(?:safety data sheet|säkerhetsdatablad"
    r"|varuinformationsblad)\b[^\n\f]{0,80}(?=[\n\f]|\Z)"
)
# How the sections of a safety data sheet are headed (Annex II of REACH, in both languages).
_SHEET_TITLE = re.compile(
    r"identification|hazards?\b|composition|first.aid|fire.?fight|accidental|handling|exposure"
    r"|physical|stability|toxicolog|ecolog|disposal|transport|regulatory|other information"
    r"|namnet på|identifiering|farliga egenskaper|sammansättning|första hjälpen|brandbekämpning"
    r"|oavsiktlig|hantering|begränsning av exponering|fysikalisk|stabilitet|toxikologisk|ekologisk"
    r"|avfall|gällande föreskrifter|annan information"
)
# Short titles of the sections that tell a sheet from other numbered papers.
_OWN_TITLES = {
    2: re.compile(r"hazard|\bfar(?:or|lig|a\b)|\brisk"),
    3: re.compile(r"composition|ingredient|sammansättning|innehåll|beståndsdel"),
    4: re.compile(r"first.aid|första hjälpen"),
}
_SWAPPED = {2: 3, 3: 2}  # sheets from before 2007 tell the composition first, then the hazards
_SECTIONS = 16
_HEAD = 600  # characters of a page in which its title stands
_OPENING = 40  # characters in which a section gives its number
_NUMBERED = re.compile(r"^(\d{1,2})\s*[.:)]?(?:-\d+\.?)?\s+[A-ZÅÄÖ]")
# "*  15 Regulatory information": a mark in the margin tells what the new issue has changed.
_MARKED = re.compile(r"[*·•#]\s+(?=(?:1[0-6]|[1-9])[.:)]?\s+[A-ZÅÄÖ][a-zåäö])")


def cut(
    view: View, carried: Carried, furniture: Callable[[str], bool] = lambda _: False
) -> tuple[list[Unit], Carried]:
    """The units of a page in order, and what the next page stands under.

    `furniture` tells of a line whether it is one of those that head or foot every page.
    """
    state = _State(carried)
    head = view.lower[:_HEAD]
    titles = _SHEET.finditer(head)
    state.sheet |= any(not has_predicate(head, *title.span()) for title in titles)
    for kind, lines in blocks(view.text, furniture):
        state.block(view.text, kind, lines)
    return state.units, Carried(state.heading, state.section, state.sheet)


# A lead-in that its last word tells: "The supplier shall", "skall säkerställa att"
_LEADS = re.compile(
    r"\b(?:ska|skall|måste|får inte|får|bör|att|som|shall|must|should|may not|shall not|must not"
    r"|will|that|to|ensure"
    r"|(?:ska|skall|måste|får|bör|shall|must|may)(?: inte| ej| aldrig| not| never)? [a-zåäö]+)$"
)
# A title without a colon whose list is of what there is not: "Not used", "Finns inte i produkten"
_ABSENT = re.compile(
    r"(?:[\w-]+ ){0,4}(?:(?:is|are|does|do|has|have|har|är) )?"
    r"(?:(?:not|never) (?:be |been )?(?:used|added|present|contain\w*|included?|found|part)"
    r"|contains? (?:no|none of)|free (?:of|from)|without|fri(?:a|tt)? från|utan|ingen av|inga av"
    r"|inget av|(?:ingår|används|finns|tillsätts|förekommer|innehåller|tillsatt) (?:inte|ej|aldrig"
    r"|inga|inget))(?: [\w-]+){0,4}",
    re.IGNORECASE,
)


class _State:
    """Walks the blocks of a page and remembers what the next one stands under."""

    def __init__(self, carried: Carried) -> None:
        self.units: list[Unit] = []
        self.heading, self.section, self.sheet = carried.heading, carried.section, carried.sheet
        self.lead: tuple[int, int] | None = None
        self.titled: set[int] = set()
        self.header: tuple[tuple[int, int], ...] = ()
        self.former: tuple[tuple[int, int], ...] = ()

    def block(self, text: str, kind: str, lines: list[tuple[int, int]]) -> None:
        """Take in one block of lines of one kind."""
        start, end = lines[0][0], lines[-1][1]
        if kind != ROW:
            self.header = ()
        if kind in (SENTENCE, ITEM):
            self._run_in(text, start)
        if kind == ROW and (marked := _MARKED.match(text, start, end)) and self.sheet:
            self._head(text, marked.end(), end, HEADING)
        elif kind == ROW:
            self._row(text, start, end)
        elif kind == CAPTION:
            self.units.append(Unit(start, end, kind, heading=self.heading, section=self.section))
        elif kind in (HEADING, QUESTION):
            self._head(text, start, end, kind)
        elif kind == ITEM:
            bullet = BULLET.match(text[start : start + 12])
            start += bullet.end() if bullet and not UNTICKED.search(text, start, end) else 0
            self.units.extend(self._sentences(text, start, end, ITEM))
        else:
            self.lead = None
            self.units.extend(self._sentences(text, start, end, SENTENCE))
            self.lead = self._lead_in(text, end)

    def _row(self, text: str, start: int, end: int) -> None:
        cells = tuple(cells_of(text, start, end))
        if _is_answered(text, cells):
            self._answer(text, cells)
            return
        if heads_table(text, cells, headed=bool(self.header)):
            self.header = self.former = cells
        elif not self.header and len(cells) == len(self.former) and _goes_on(text, start, end):
            self.header = self.former
        unit = Unit(start, end, ROW, cells, self.header, self.heading, section=self.section)
        self.units.append(unit)

    def _answer(self, text: str, cells: Sequence[tuple[int, int]]) -> None:
        """A row that answers in several sentences: each is a unit under what was asked."""
        (start, end), before = cells[-2], self.heading
        self.heading, self.lead, self.header = text[start:end], None, ()
        kind = QUESTION if text[end - 1] == "?" else HEADING
        self.units.append(Unit(start, end, kind, heading=self.heading, section=self.section))
        self.units.extend(self._sentences(text, *cells[-1], SENTENCE))
        self.heading = before

    def _head(self, text: str, start: int, end: int, kind: str) -> None:
        words = text[start:end]
        named = SECTION.match(words)
        if named and self._is_of_sheet(words, int(named.group(1))):
            self.section, self.sheet = _of_title(int(named.group(1)), words.lower()), True
        elif numbered := _NUMBERED.match(words):
            self._number(int(numbered.group(1)), words.lower())
        self.heading, self.lead = words, (start, end) if _ABSENT.fullmatch(words) else None
        self.units.append(Unit(start, end, kind, heading=words, section=self.section))

    def _number(self, number: int, title: str) -> None:
        """A numbered heading; two in a row with the titles of a sheet's sections make a sheet."""
        if (own := _OWN_TITLES.get(number)) and own.search(title):
            self.sheet = self.sheet or number - 1 in self.titled
            self.titled.add(number)
        if self.sheet and (number <= _SECTIONS or self.section == _SECTIONS):
            self.section = min(_of_title(number, title), _SECTIONS)

    def _run_in(self, text: str, start: int) -> None:
        """A section that begins without a line of its own: "16. Full text: H302 Harmful ..." """
        line = text[start : start + _OPENING]
        named = SECTION.match(line) or (self.sheet and _NUMBERED.match(line))
        if named and self.sheet and self.section < int(named.group(1)) <= _SECTIONS:
            self.section, self.heading, self.lead = int(named.group(1)), "", None

    def _is_of_sheet(self, words: str, number: int) -> bool:
        """Is it a section of a safety data sheet, and none of an act, a code or a report?"""
        titled = self.sheet or bool(_SHEET_TITLE.search(words.lower()))
        return titled and 1 <= number <= _SECTIONS

    def _lead_in(self, text: str, end: int) -> tuple[int, int] | None:
        last = self.units[-1] if self.units else None
        if last is None:
            return None
        leads = text[end - 1 : end] == ":" or _LEADS.search(text, last.start, end)
        absent = _ABSENT.fullmatch(text, last.start, end)
        return (last.start, last.end) if leads or absent else None

    def _sentences(self, text: str, start: int, end: int, kind: str) -> Iterator[Unit]:
        heading = self.heading
        for first, last in bounded(sentences(text, start, end)):
            words = text[first:last]
            titled = first == start and last < end and _is_run_in(text, first, last)
            asked = words.endswith("?")
            yield Unit(
                first, last, HEADING if titled else QUESTION if asked else kind,
                heading=words if titled else heading, lead=self.lead, section=self.section,
            )  # fmt: skip
            if titled or asked:
                heading = words


_TOLD_ON = re.compile(r"[.!?]\s+[A-ZÅÄÖ]|[^\W\d]{2,};\s")
_NUMBER = re.compile(r"\w{0,2}[\d.]+[.)]?")


def _is_answered(text: str, cells: Sequence[tuple[int, int]]) -> bool:
    """Is it a label or question, perhaps with its number, and an answer of several sentences?"""
    if len(cells) == 3 and _NUMBER.fullmatch(text, *cells[0]):
        cells = cells[1:]
    if len(cells) != 2 or not (told := _TOLD_ON.search(text, *cells[1])):
        return False
    return told.group().rstrip().endswith(";") or len(list(sentences(text, *cells[1]))) > 1


def _of_title(number: int, title: str) -> int:
    """The section of today's order that a numbered title heads."""
    other = _SWAPPED.get(number)
    if other is None or _OWN_TITLES[number].search(title):
        return number
    return other if _OWN_TITLES[other].search(title) else number


def _goes_on(text: str, start: int, end: int) -> bool:
    """Is it a row of substances, whose heads a subtitle parts it from?"""
    return any(identifiers.cas_numbers(text, start, end))


# A title at the head of a paragraph: "Working hours. No sampled worker ..."
_RUN_IN = re.compile(
    r"(?!(?:no|none|not|nej|ja|yes|inga|ingen|inget|ej)\b)[A-ZÅÄÖ][^\W\d]*(?:,? [^\W\d]+){0,3}\.",
    re.IGNORECASE,
)


# "Made in Italy.", "Knapparna gjuts i Taiwan.": a place behind what is done there.
_DONE_AT = re.compile(
    r"(?:[Mm]ade|\w{2,}(?:ed|en|wn|un|ad|at|da|as|ts|ns|ks|ds|gs|ps|ys))"
    r" (?:in|i|at|hos|av|by) (?:the )?[A-ZÅÄÖ]"
)


def _is_run_in(text: str, first: int, last: int) -> bool:
    if not _RUN_IN.fullmatch(text, first, last) or _DONE_AT.search(text, first, last):
        return False
    return not has_predicate(text[first:last].lower(), 0, last - first)
