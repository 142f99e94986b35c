"""A unit of a page with all that was found in it: what every reader of claims is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nlp.denying import NO_AT_ALL
from nlp.layout.text import View
from nlp.layout.units import Unit
from nlp.matching import Found, Hit, by_kind
from nlp.verbs import VERBS, has_predicate, has_verb

BEFORE = 300  # characters before a passage in which what it goes on about is named
# A colon before a figure or a short answer joins; any other begins a clause.
_COLON = (
    r":(?=\s)(?!\s*(?:[<>≤≥~\d]|ca |about |below |under |mindre |less |upp |up |nd\b|n\.d|not det"
    r"|ej |inte påvis|nej\b|no\b|ja\b|yes\b|none\b|inga\b))"
)
# A dash begins a clause, unless a bare answer to the label before it is all that follows:
# "Tvångsarbete - förekommer inte"
_DASH = (
    rf"(?<!\d)\s-\s(?![\d<])(?!{NO_AT_ALL}(?: (?:in|i|av|of|at|vid|hos)\b[^.;:|]{{1,40}})?"
    r"\s*(?:[.;|\n\t]|\Z))"
)
_CLAUSE_WORDS = {
    "sv": r"men|dock|däremot|medan|eftersom|utom|vilket|vilka|som|och|samt|då|när|varav|såsom|fast"
    r"|även om|trots att",
    "en": r"but|while|whereas|however|although|though|because|since|as(?! well as\b)|except"
    r"|which|where|who|whose|and|when|yet|nor",
}
_STRONG_WORDS = {
    "sv": r"men|medan|eftersom|utom|förutom",
    "en": r"but|whereas|although|because|except|save(?= (?:for|one|two|a|an|the)\b)",
}
_PRONOUNS = {"sv": r"vi|de|den|det|han|hon|man", "en": r"we|they|it|he|she|this|these"}
_AND = {"sv": "och", "en": "and"}
# Half of "forced and child labour" is no thing, nor of "barn- och tvångsarbete".
_HALF = r"(?<!\w-)(?<!\bforced)(?<!\bbonded)(?<!\bprison)"
_EDGES = {
    language: re.compile(
        rf";|{_COLON}|{_DASH}|,\s+(?=(?:{words})\b)|\s(?=(?:{_STRONG_WORDS[language]})\s)"
        rf"|{_HALF}\s(?P<and>{_AND[language]}\s)(?=(?:[^\s,;:]+\s){{0,4}}{VERBS}\b)"
        rf"|,\s+(?=(?:{_PRONOUNS[language]})\s)"
        rf"|,(?P<verb>)\s+(?=(?:\S+\s){{1,3}}{VERBS}\b)"
    )
    for language, words in _CLAUSE_WORDS.items()
}


# Not of costs and sums, which plans of action and pay slips have too.
_PRICE = re.compile(r"\bprices?\b|\w*pris(?:er)?\b")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its stance and bearing are known. Offsets are the view's.

    `anchors` are the words that name the thing; `tone` says whether the thing is good or bad to
    have. `stance` and `bearing` are set where the reader already knows; `default` is the stance
    where neither doubt nor duty is heard.
    """

    topic: str
    start: int
    end: int
    anchors: tuple[tuple[int, int], ...]
    rule: str
    pack: str
    value: Mapping[str, str] = field(default_factory=dict)
    tone: str = "plain"
    weight: str = "strong"
    stance: str = ""
    bearing: str = ""
    default: str = ""


@dataclass
class Passage:
    """One unit, its hits and what stands around it.

    `earlier` holds the topics of the passage before, for a sentence that goes on about them.
    `asked`, `taught` and `prescribes` tell what kind of passage it is; see `nlp.manners`.
    """

    view: View
    unit: Unit
    hits: Sequence[Hit]
    language: str
    today: date
    kind: str | None = None
    lead_hits: Sequence[Hit] = ()
    head_hits: Sequence[Hit] = ()
    title_hits: Sequence[Hit] = ()
    page_hits: Found | None = None
    issuer: str = ""
    genre: str = ""
    earlier: tuple[str, ...] = ()
    asked: bool = False
    taught: bool = False
    prescribes: bool = False
    start: int = field(init=False)
    """Where the unit begins in the view."""
    end: int = field(init=False)
    """Where the unit ends in the view, exclusive."""
    words: str = field(init=False)
    """The words of the unit as written."""
    lower: str = field(init=False)
    """The words of the unit in lower case."""

    def __post_init__(self) -> None:
        self.start, self.end = self.unit.start, self.unit.end
        self.words = self.view.text[self.start : self.end]
        self.lower = self.view.lower[self.start : self.end]

    @cached_property
    def lead(self) -> str:
        """The words before the colon of the list the unit is an item of."""
        return self.view.lower[slice(*self.unit.lead)] if self.unit.lead else ""

    @cached_property
    def columns(self) -> list[str]:
        """The heads of the columns of the row's table."""
        return [self.view.lower[a:b] for a, b in self.unit.header]

    @cached_property
    def priced(self) -> bool:
        """Is it a row of goods or services, with a column for what they cost?"""
        return any(map(_PRICE.search, self.columns))

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The clauses of the unit; columns are clauses of a row."""
        if self.unit.cells:
            return [cell for cell in self.unit.cells if cell[1] > cell[0]]
        return list(clauses(self.view.lower, self.start, self.end, self.language))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all sets found."""
        return frozenset([hit.rule.name for hit in self.of("set")])

    @cached_property
    def head_names(self) -> frozenset[str]:
        """The names of all that the passage stands under: its heading, the heads of its columns."""
        return frozenset([hit.rule.name for hit in self.head_hits])

    @cached_property
    def manners(self) -> frozenset[str]:
        """The names of the words found that tell how the passage speaks; see `nlp.manners`."""
        return frozenset(
            hit.rule.name
            for hit in self.of("manner")
            # The country is not "us".
            if self.view.text[hit.start : hit.end] != "US"
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of rule of which anything was found: what a reader asks first."""
        return frozenset(self._by_kind)

    @cached_property
    def _by_kind(self) -> dict[str, list[Hit]]:
        return by_kind(self.hits)

    @cached_property
    def cues(self) -> dict[str, list[Hit]]:
        """The words of the passage's language that tell of a stance, by the name of their rule."""
        found: dict[str, list[Hit]] = {}
        for hit in self.of("cue"):
            if self.in_language(hit):
                found.setdefault(hit.rule.name, []).append(hit)
        return found

    @cached_property
    def decisive(self) -> list[Hit]:
        """The words of stance that can decide by themselves, in order, the longer first."""
        found = [hit for name in self.cues.keys() - _BESIDE for hit in self.cues[name]]
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.rule.id))

    def named_cues(self, names: frozenset[str]) -> list[Hit]:
        """The words that tell of a stance whose rules have one of `names`, in order."""
        if self.cues.keys().isdisjoint(names):
            return []
        found = [hit for name in names & self.cues.keys() for hit in self.cues[name]]
        return sorted(found, key=lambda hit: hit.start)

    @cached_property
    def hits_before(self) -> list[Hit]:
        """The hits of the page in the `BEFORE` characters before the unit, in order."""
        page = self.page_hits
        return page.between(self.start - BEFORE, self.start) if page else []

    def in_language(self, hit: Hit) -> bool:
        """Is it a word of the passage's own language, or one of both?"""
        return hit.language in ("any", self.language)

    def of(self, kind: str) -> Sequence[Hit]:
        """The hits of one kind, in order."""
        return self._by_kind.get(kind, ())

    def mannered(self, *names: str) -> list[Hit]:
        """The words of these names that tell how the passage speaks."""
        return [hit for hit in self.of("manner") if hit.rule.name in names]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits that stand whole in [start, end)."""
        return [hit for hit in self.hits if hit.start >= start and hit.end <= end]

    def clause_of(self, at: int) -> tuple[int, int]:
        """The clause in which the character at `at` stands."""
        for start, end in self.clauses:
            if start <= at < end:
                return start, end
        return self.start, self.end


# Words of stance that decide nothing alone.
_BESIDE = frozenset(
    (
        "knowing",
        "looking",
        "learnt",
        "source",
        "end",
        "past",
        "hedgeweak",
        "saying",
        "teller",
        "unproved",
        "paper",
        "seeing",
        "yes",
    )
)


def clauses(lower: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Cut [start, end) at semicolons, colons, dashes and the words that begin a clause."""
    first = start
    if opening := _subordinate(lower, start, end):
        yield start, opening
        first = opening + 1
    for match in _EDGES[language].finditer(lower, first, end):
        if _in_brackets(lower, first, match.start()) or match.start() - first <= 3:
            continue
        if _ends_list(lower, first, match.end(), end):
            continue
        weak = match["and"] or match["verb"] is not None
        if weak and not has_verb(lower, first, match.start()):
            continue
        yield first, match.start()
        first = match.start("and") if match["and"] else match.end()
    if end > first:
        yield first, end


_OPENS = re.compile(r"(?:while|whilst|although|though|even though|medan|även om|trots att) ")


_MEANS = re.compile(r"\b(?:intends?|plans?|aims?|expects?|continues?|remains?|avser|planerar)\b")


def _tells(lower: str, start: int, end: int) -> bool:
    return has_predicate(lower, start, end) or bool(_MEANS.search(lower, start, end))


def _subordinate(lower: str, start: int, end: int) -> int:
    """Where the comma stands that ends "While some gaps were found, ..."; 0 where none does."""
    if not _OPENS.match(lower, start, end):
        return 0
    comma = lower.find(", ", start, end)
    while comma > 0:
        after = lower.find(",", comma + 1, end)
        rest = after if after > 0 else end
        if has_predicate(lower, start, comma) and _tells(lower, comma, rest):
            return comma
        comma = lower.find(", ", comma + 1, end)
    return 0


# The last of a list: ", and human trafficking."
_LAST = re.compile(
    r"(?:and|och|samt) (?!it |they |we |den |det |de |vi )[\w'-]+(?: [\w'-]+){0,4}(?=[.;:|]|$)"
)


def _ends_list(lower: str, first: int, at: int, end: int) -> bool:
    """ "Slavery, child labour, and trafficking": does a comma only part the last of a list?"""
    last = _LAST.match(lower, at, end) if "," in lower[first : at - 2] else None
    return last is not None and not has_predicate(lower, at, last.end())


def _in_brackets(lower: str, first: int, at: int) -> bool:
    return lower.count("(", first, at) > lower.count(")", first, at)
