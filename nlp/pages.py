"""The pages of one document, made ready: what is furniture, who heads it, what stands where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from nlp import manners
from nlp.genres import genre
from nlp.layout.lines import SENTENCE
from nlp.layout.text import View, fold, language
from nlp.layout.units import Unit
from nlp.matching import Found, Hit, matcher
from nlp.passages import Passage
from nlp.scoring.grounds import Ground
from nlp.scoring.model import Model
from nlp.scoring.sentences import Heard, Numbers, silence
from nlp.scoring.spots import Spot
from nlp.verbs import has_predicate

_EDGE_LINES = 10  # lines at the head and foot of a page among which furniture stands
_LETTERHEAD = 600  # characters at the head of the first page in which the firm names itself
_TITLE_UNITS = 3
_FIRM = re.compile(
    r"[A-ZÅÄÖ][\w&.-]*(?:[ ](?:&|och|and|i(?=[ ][A-ZÅÄÖ][\w-]+[ ]AB\b)|[A-ZÅÄÖ][\w&.-]*)){0,4}"
    r"[ ](?:AB|Ltd|Oy|A/S|ApS|GmbH|BV|B\.V\.|Inc|plc)\b"
)


@dataclass
class About:
    """What holds for the whole document.

    `title` are the hits in its first lines, `genre` is that of the page read last.
    """

    today: date
    kind: str | None
    issuer: str
    furniture: frozenset[str]
    title: Sequence[Hit] = ()
    genre: str = ""

    def is_furniture(self, line: str) -> bool:
        """Is a line one of those that head or foot the pages?"""
        return bool(self.furniture) and without_figures(line) in self.furniture


@dataclass
class Page:
    """One page on its way through the pipeline: its components fill what is empty here.

    `heard` are the sentences that claim something or are listened to, `margins` what the heads of
    `model` say of them, and `spots` how they stand among one another.
    """

    number: int
    view: View
    units: list[Unit]
    about: About
    hits: Found = field(default_factory=lambda: Found([]))
    grounds: list[Ground] = field(default_factory=list)
    quality: float = 1.0
    model: Model | None = None
    heard: Heard = field(default_factory=silence)
    margins: Numbers | None = None
    spots: Sequence[Spot] = ()
    genre: str = ""

    def before(self, unit: Unit) -> Unit | None:
        """The unit in front of another."""
        index = bisect_left(self.units, unit.start, key=lambda one: one.start)
        return self.units[index - 1] if index else None

    def passages(self, *, every: bool = False) -> Iterator[Passage]:
        """The units in which something was found, or `every` one, with what stands around it."""
        heads: dict[str, list[Hit]] = {}
        spoken = language(self.view.lower[:4000])
        prescribes = manners.prescribes(self.about.kind, self.about.title)
        for unit in self.units:
            words = self.view.text[unit.start : unit.end]
            own = self.hits.between(unit.start, unit.end)
            told = any(hit.rule.kind != "manner" for hit in own)
            spoken_of = told or any(map(str.isdigit, words)) or _judges(words)
            answers = unit.heading.endswith("?")
            if not (every or spoken_of or answers or self._asks_land(unit)):
                continue
            if self.number > 1 and self.about.is_furniture(words):
                continue
            if unit.heading not in heads:
                heads[unit.heading] = headed(unit.heading.lower())
            passage = self._passage(unit, own, heads[unit.heading], spoken)
            passage.prescribes = prescribes
            passage.asked, passage.taught = manners.asks(passage), manners.teaches(passage)
            yield passage

    def _asks_land(self, unit: Unit) -> bool:
        """Does a column ask where things are made? "Cover | PL": no pack knows a bare code."""
        heads = self.hits.between(unit.header[0][0], unit.header[-1][1]) if unit.header else ()
        return any(hit.rule.kind == "set" and hit.rule.name in _LANDS for hit in heads)

    def _passage(self, unit: Unit, own: list[Hit], heads: list[Hit], spoken: str) -> Passage:
        if unit.header:
            heads = heads + _plain(self.hits.between(unit.header[0][0], unit.header[-1][1]))
        words = self.view.lower[unit.start : unit.end]
        # A row is too short to tell its language by; the page has told it.
        tongue = spoken if unit.cells else language(words, "") or _spoken(own, spoken)
        return Passage(
            self.view, unit, own, tongue, self.about.today, kind=self.about.kind,
            lead_hits=self.hits.between(*unit.lead) if unit.lead else (),
            head_hits=heads, title_hits=self.about.title, page_hits=self.hits,
            issuer=self.about.issuer, genre=self.genre,
        )  # fmt: skip

    def take_title(self) -> None:
        """Keep what the first lines tell: the page's genre, and on the first page its title."""
        before = self.about.genre if self.number > 1 else None
        self.genre = self.about.genre = genre(self.view, self.units, self.hits, before)
        if self.number == 1 and self.units:
            first = self.units[:_TITLE_UNITS]
            found = _plain(self.hits.between(0, first[-1].end))
            told = [unit for unit in first if self._tells(unit)]
            whole = [unit for unit in told if self.view.text[unit.end - 1] == "."]
            replies = [
                unit for unit in first if _REPLIES.search(self.view.lower, unit.start, unit.end)
            ]
            self.about.title = [
                hit
                for hit in found
                if not (_is_in(hit, "code", told + replies) or _is_in(hit, "definition", whole))
            ]

    def _tells(self, unit: Unit) -> bool:
        """Is it a sentence, which may speak of a code and is no title of one?"""
        return unit.kind == SENTENCE and has_predicate(self.view.lower, unit.start, unit.end)


# "Supplier code of conduct - questionnaire": a paper that answers to a code and lays none down.
_REPLIES = re.compile(
    r"\b(?:questionnaire|self[- ]assessment|gap[- ]?analys(?:[ie]s)?|improvement plan"
    r"|action plan"
    r"|(?:reply|replies|response|answers?) to|follow-up|progress report|audit report|assessment of"
    r"|svar på|svar till|självskattning|självdeklaration|egenkontroll|uppföljning av|åtgärdsplan"
    r"|enkät|redovisning av|granskning av|revisionsrapport|rapport om)\b"
)


def _is_in(hit: Hit, name: str, told: Sequence[Unit]) -> bool:
    """ "We have published a code of conduct" is no title of one, nor "Tin is defined as ..."."""
    return hit.rule.name == name and any(unit.start <= hit.start < unit.end for unit in told)


_LANDS = frozenset(("made", "origin"))  # sets of words that ask for a land
# A short line that judges by its title's word alone: "Lamp Long: complies".
_JUDGED = re.compile(
    r"överensstäm|uppfyll|godkän|klara|gäller|compl|conform|pending|pågår", re.IGNORECASE
)
_LINE = 80  # characters of such a line


def _judges(words: str) -> bool:
    return len(words) <= _LINE and bool(_JUDGED.search(words))


# What stands before the words of a heading, or between two of them: "4.2 Fråga: Barn och unga?"
_NUMBERING = re.compile(
    r"\b(?:fråga|question|clause|element|section|avsnitt|punkt|del|part|and|och|the|då|our|våra|on"
    r"|om|q|[a-z])\b|[^a-zåäö ]"
)
_SHORT = 2  # words of a heading that is one of the short ones, which name other things elsewhere


def headed(heading: str) -> list[Hit]:
    """The hits in a heading in lower case; words for short headings count in short ones alone."""
    found = list(matcher().find(heading))
    return found if len(_NUMBERING.sub(" ", heading).split()) <= _SHORT else _plain(found)


def _plain(hits: Sequence[Hit]) -> list[Hit]:
    """The hits but for words that head a section only where they stand alone."""
    return [hit for hit in hits if hit.rule.kind != "head" or hit.rule.weight != "weak"]


def _spoken(hits: list[Hit], default: str) -> str:
    """The language more of the words found belong to: what decides where small words do not."""
    swedish = sum(hit.end - hit.start for hit in hits if hit.language == "sv")
    english = sum(hit.end - hit.start for hit in hits if hit.language == "en")
    if swedish == english:
        return default
    return "sv" if swedish > english else "en"


def about(pages: Sequence[str], *, today: date, kind: str | None) -> About:
    """What the pages tell of the document as a whole."""
    found = _FIRM.search(pages[0][:_LETTERHEAD]) if pages else None
    issuer = " ".join(found.group().split()) if found else ""
    return About(today, kind, issuer, furniture(pages))


def furniture(pages: Sequence[str]) -> frozenset[str]:
    """Lines that head or foot more than one page and half of them, figures left out.

    A whole sentence is one only on three pages at least and most of all: it may be said twice.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        edges = lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]
        counts.update({without_figures(fold(line).text) for line in edges})
    some, most = max(2, len(pages) // 2), max(3, len(pages) * 3 // 4)
    return frozenset(
        line
        for line, count in counts.items()
        if line and count >= (most if _is_sentence(line) else some)
    )


def _is_sentence(line: str) -> bool:
    return line.endswith(".") and len(line.split()) > 4 and has_predicate(line, 0, len(line))


def without_figures(line: str) -> str:
    """A line as compared with another page's: page numbers and case left out."""
    return " ".join(re.sub(r"\d+", "", line).split()).casefold()
