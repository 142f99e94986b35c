"""A unit of a page with all that was found in it: what every reader of claims is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nlp.matching import Hit
from nlp.text import View
from nlp.units import HEADING, QUESTION, Unit

_VERBS = (
    r"är|var|har|hade|ska|får|fick|kan|saknar|saknas|saknades|finns|fanns|kördes"
    r"|betalas|betalar|gäller|görs|sker|tillverkas|säljs|fungerar|ingår"
    r"|innehåller|läggs|kommer|is|are|was|were|has|have|had|shall|must|may|can|does"
    r"|do|did|holds?|contains?|works?|worked|paid|found|handled|exceed\w*|will"
)
_EDGE = re.compile(
    r";|:(?=\s)|\s-\s"
    r"|,\s+(?=(?:men|but|dock|däremot|medan|while|whereas|however|although|though"
    r"|eftersom|because|since|as|utom|except|which|vilket|som|where|who|och|and|då"
    r"|when|varav|såsom)\b)"
    r"|\s(?=(?:men|but|whereas|although|medan|eftersom|because)\s)"
    rf"|\s(?=(?:och|and)\s(?:\S+\s){{0,4}}(?:{_VERBS})\b)"
    r"|,\s+(?=(?:\S+\s){1,3}(?:är|var|har|ska|is|are|was|were|has|shall|must)\b)"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its stance and bearing are known. Offsets are the view's.

    `anchors` are the words that name the thing; `tone` says whether the thing is good or bad to
    have. `stance` and `bearing` are set where the reader already knows.
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


@dataclass
class Passage:
    """One unit, its hits and what stands around it."""

    view: View
    unit: Unit
    hits: Sequence[Hit]
    language: str
    today: date
    kind: str | None = None
    lead_hits: Sequence[Hit] = ()
    head_hits: Sequence[Hit] = ()
    title_hits: Sequence[Hit] = ()

    @property
    def start(self) -> int:
        return self.unit.start

    @property
    def end(self) -> int:
        return self.unit.end

    @cached_property
    def words(self) -> str:
        return self.view.text[self.start : self.end]

    @cached_property
    def lower(self) -> str:
        return self.view.lower[self.start : self.end]

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The clauses of the unit; columns are clauses of a row."""
        if self.unit.cells:
            return [cell for cell in self.unit.cells if cell[1] > cell[0]]
        return list(clauses(self.view.lower, self.start, self.end))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all sets found."""
        return frozenset(hit.rule.name for hit in self.hits if hit.rule.kind == "set")

    def of(self, kind: str) -> list[Hit]:
        return [hit for hit in self.hits if hit.rule.kind == kind]

    def within(self, start: int, end: int) -> list[Hit]:
        return [hit for hit in self.hits if hit.start >= start and hit.end <= end]

    def clause_of(self, at: int) -> tuple[int, int]:
        """The clause in which the character at `at` stands."""
        for start, end in self.clauses:
            if start <= at < end:
                return start, end
        return self.start, self.end

    @cached_property
    def asked(self) -> bool:
        """A question, a heading or a box that nobody ticked."""
        return (
            self.unit.kind in (HEADING, QUESTION) or "☐" in self.words or self.words.endswith("?")
        )

    @cached_property
    def taught(self) -> bool:
        """A definition or a law retold, which says nothing of this supplier or product."""
        names = self.names
        if "definition" in names and ("ours" not in names or self.words[:1] in "\"'"):
            return True
        head = {hit.rule.name for hit in self.head_hits}
        if "definition" in head:
            return True
        return "law" in names and "lawverb" in names and "ours" not in names


def clauses(lower: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut [start, end) at semicolons, colons, dashes and the words that begin a clause."""
    first = start
    depth_end = -1
    for match in _EDGE.finditer(lower, start, end):
        if match.start() < depth_end or _in_brackets(lower, first, match.start()):
            continue
        if match.start() - first > 3:
            yield first, match.start()
            first = match.end()
    if end > first:
        yield first, end


def _in_brackets(lower: str, first: int, at: int) -> bool:
    return lower.count("(", first, at) > lower.count(")", first, at)
