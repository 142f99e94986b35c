"""A unit of a page with all that was found in it: what every reader of claims is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nlp.lines import CAPTION, HEADING, QUESTION
from nlp.matching import Found, Hit
from nlp.text import VERBS, View, has_verb
from nlp.units import Unit

# A colon before a figure or a short answer joins; any other begins a clause.
_COLON = (
    r":(?=\s)(?!\s*(?:[<>≤≥~\d]|ca |about |below |under |mindre |less |upp |up |nd\b|n\.d|not det"
    r"|ej |inte påvis|nej\b|no\b|ja\b|yes\b|none\b|inga\b))"
)
_CLAUSE_WORDS = {
    "sv": r"men|dock|däremot|medan|eftersom|utom|vilket|vilka|som|och|samt|då|när|varav|såsom|fast"
    r"|även om|trots att",
    "en": r"but|while|whereas|however|although|though|because|since|as|except|which|where|who|whose"
    r"|and|when|yet|nor",
}
_STRONG_WORDS = {
    "sv": r"men|medan|eftersom|utom|förutom",
    "en": r"but|whereas|although|because|except|save(?= (?:for|one|two|a|an|the)\b)",
}
_PRONOUNS = {"sv": r"vi|de|den|det|han|hon|man", "en": r"we|they|it|he|she|this|these"}
_AND = {"sv": "och", "en": "and"}
_EDGES = {
    language: re.compile(
        rf";|{_COLON}|(?<!\d)\s-\s(?![\d<])|,\s+(?=(?:{words})\b)|\s(?=(?:{_STRONG_WORDS[language]})\s)"
        rf"|\s(?P<and>{_AND[language]}\s)(?=(?:\S+\s){{0,4}}{VERBS}\b)"
        rf"|,\s+(?=(?:{_PRONOUNS[language]})\s)"
        rf"|,(?P<verb>)\s+(?=(?:\S+\s){{1,3}}{VERBS}\b)"
    )
    for language, words in _CLAUSE_WORDS.items()
}
_ASIDE = re.compile(
    r"(?:närvarande|frånvarande|present|attendees|contact|kontakt|e-post|e-mail|telefon|phone|tel"
    r"|distribution|to|till|from|från|re|subject|ärende|kontaktperson)\s*:"
)
# Boxes that nobody ticked and lines that nobody wrote on.
_OPEN = re.compile(
    r"☐|\[ ?\](?!.*\[x\])|_{4,}|\((?:y/n|yes/no|ja/nej|j/n)\)|^(?:choose|select|välj|ange|state) "
    r"| [–-] (?:yes or no|ja eller nej|number of|antal|hours per|timmar per|with hyphens|choose"
    r"|välj)\b",
    re.IGNORECASE,
)
# Tables that tell what a grade or a word means.
_LEGEND = re.compile(
    r"\b(?:meaning|betydelse|innebörd|definition|förklaring|explanation|exempel)\b"
)
_EXAMPLES = re.compile(
    r"exempel|examples?|for instance|frågor som|kan handla om|may concern|kan gälla|can be about"
)


# "Tvångsarbete är allt arbete som ...", "PFAS is a group of ..."
_IS_A = re.compile(
    r"[^.:;]{2,60}?(?:\b(?:är|is|are)|:)\s(?:\w+\s){0,2}(?:samlingsnamn|arbete som"
    r"|work (?:that|which|done)"
    r"|grupp\w*|groups? of|famil(?:y|ies) of|ämnen som|substances? (?:that|which)"
    r"|term|begrepp|modell"
    r"|ersättning som|lön som|remuneration|person(?:er)? (?:under|som|who)|principle"
    r"|standard (?:som|that|for))\b"
)
# “Living wage” is a wage that covers ...
_TERM = re.compile(r"""["“”«»'](?:[^\s"“”«»']+ ?){1,3}["“”«»'] [a-zåäö]+\b""")
# Headings under which words are explained, one after the other.
_WORDS = re.compile(
    r"(?:\W*\d+\W+)?(?:(?:words|our words|words used|ord|våra ord|ord och begrepp)\W*$"
    r"|\w*(?:ordförklaringar|begreppsförklaringar))"
)
# What an act does, with the act as its subject or its ground.
_ACTS = re.compile(
    r"(?:(?:enligt|under|according to) )?(?:[^\s.;:]+ ){0,4}?"
    r"(?:\w{3,}(?:lagen|förordningen|direktivet|konventionen)|\w+ish law|\w+ lag"
    r"|(?:act|regulation|directive|convention)(?: (?:no\. )?\d+)?)(?: \([^)]*\))?(?: [\d/]+)?"
    r"(?: [^\s.;:]+){0,4}? (?:bans?|limits?|caps?|puts?|appl(?:y|ies)|requires?|sets?|allows?"
    r"|permits?|protects?|concerns?|ska|kräver|förbjuder|tillåter|skyddar|reglerar|begränsar|gäller|anger|är"
    r"|is)\b"
    r"|[^.;:]{3,60} (?:regleras|is regulated|are regulated) (?:\S+ ){0,2}?(?:av|i|by|in) "
)
_CODES = frozenset(("policy", "code_of_conduct", "supplier_contract", "delivery_terms"))
_SUBJECT = 70  # characters from the start within which the subject of a sentence is named
_REASON = re.compile(
    r"\b(?:enligt|where|as|som|if|under|when|where the|as the|local|med|by)\s+(?:\w+\s)?$"
)


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
    earlier: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the unit begins in the view."""
        return self.unit.start

    @property
    def end(self) -> int:
        """Where the unit ends in the view, exclusive."""
        return self.unit.end

    @cached_property
    def words(self) -> str:
        """The words of the unit as written."""
        return self.view.text[self.start : self.end]

    @cached_property
    def lower(self) -> str:
        """The words of the unit in lower case."""
        return self.view.lower[self.start : self.end]

    @cached_property
    def lead(self) -> str:
        """The words before the colon of the list the unit is an item of."""
        return self.view.lower[slice(*self.unit.lead)] if self.unit.lead else ""

    @cached_property
    def columns(self) -> list[str]:
        """The heads of the columns of the row's table."""
        return [self.view.lower[a:b] for a, b in self.unit.header]

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The clauses of the unit; columns are clauses of a row."""
        if self.unit.cells:
            return [cell for cell in self.unit.cells if cell[1] > cell[0]]
        return list(clauses(self.view.lower, self.start, self.end, self.language))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all sets found."""
        return frozenset(hit.rule.name for hit in self.hits if hit.rule.kind == "set")

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of rule of which anything was found: what a reader asks first."""
        return frozenset(hit.rule.kind for hit in self.hits)

    @cached_property
    def cues(self) -> dict[str, list[Hit]]:
        """The words of the passage's language that tell of a stance, by the name of their rule."""
        found: dict[str, list[Hit]] = {}
        for hit in self.hits:
            if hit.rule.kind == "cue" and hit.language in ("any", self.language):
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

    def of(self, kind: str) -> list[Hit]:
        """The hits of one kind, in order."""
        return [hit for hit in self.hits if hit.rule.kind == kind]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits that stand whole in [start, end)."""
        return [hit for hit in self.hits if hit.start >= start and hit.end <= end]

    def clause_of(self, at: int) -> tuple[int, int]:
        """The clause in which the character at `at` stands."""
        for start, end in self.clauses:
            if start <= at < end:
                return start, end
        return self.start, self.end

    @cached_property
    def asked(self) -> bool:
        """A question, a heading, a head of columns, an address line or a box nobody ticked."""
        if self.unit.kind in (HEADING, QUESTION, CAPTION) or _OPEN.search(self.words):
            return True
        if self.unit.cells and self.unit.cells == self.unit.header:
            return True
        return bool(_ASIDE.match(self.lower) or _EXAMPLES.search(self.lead))

    @cached_property
    def taught(self) -> bool:
        """A definition, a law or a trade at large, which says nothing of this supplier."""
        names = self.names
        ours = "ours" in names
        if _LEGEND.search(" ".join(self.columns)):
            return True
        if "general" in names and not ours:
            return True
        if "definition" in names and (not ours or self.words[:1] in "\"'"):
            return True
        if any(hit.rule.name == "definition" for hit in (*self.head_hits, *self.title_hits)):
            return True
        if _TERM.match(self.lower) or _WORDS.match(self.unit.heading.lower()):
            return True
        if (_IS_A.match(self.lower) or _ACTS.match(self.lower)) and not ours:
            return True
        law = "law" in names or "list" in self.kinds
        return law and "lawverb" in names and not ours and self._law_speaks()

    @cached_property
    def prescribes(self) -> bool:
        """A code or policy, whose plain sentences are rules for others and not reports."""
        return self.kind in _CODES or any(hit.rule.name == "code" for hit in self.title_hits)

    def _law_speaks(self) -> bool:
        """Is the law what the sentence is about ("Article 33 obliges"), and no mere reason?"""
        laws = [hit for hit in self.hits if hit.rule.name == "law" or hit.rule.kind == "list"]
        verbs = [hit for hit in self.hits if hit.rule.name == "lawverb"]
        return any(
            law.end <= verb.start and law.start - self.start < _SUBJECT and not self._reason(law)
            for law in laws
            for verb in verbs
        )

    def _reason(self, law: Hit) -> bool:
        """ "as the law allows", "where the law so requires": but not at the head of a sentence."""
        before = max(self.start, law.start - 16)
        found = _REASON.search(self.view.lower, before, law.start)
        return bool(found) and law.start - self.start > _HEAD


# Words of stance that decide nothing alone.
_BESIDE = frozenset(("knowing", "looking", "learnt", "source", "end", "past", "hedgeweak"))
_HEAD = 14  # characters: "Enligt FN:s ..." opens with its law


def clauses(lower: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Cut [start, end) at semicolons, colons, dashes and the words that begin a clause."""
    first = start
    for match in _EDGES[language].finditer(lower, start, end):
        if _in_brackets(lower, first, match.start()) or match.start() - first <= 3:
            continue
        weak = match["and"] or match["verb"] is not None
        if weak and not has_verb(lower, first, match.start()):
            continue
        yield first, match.start()
        first = match.start("and") if match["and"] else match.end()
    if end > first:
        yield first, end


def _in_brackets(lower: str, first: int, at: int) -> bool:
    return lower.count("(", first, at) > lower.count(")", first, at)
