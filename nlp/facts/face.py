"""The face of a document: the lines that head its first page and foot its last one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from nlp.facts.fact import Fact
from nlp.facts.tongue import spoken
from nlp.facts.words import matcher
from nlp.layout.text import View, fold
from nlp.matching import Hit, outermost

HEAD = 4000  # characters of the first page that are read
FOOT = 2000  # characters of the last page; who signs and when stands there
_FOOT_LINES = 14
_PAGES, _BEGINNING = 6, 400  # pages of which the beginning is looked at, and its characters
_LINE = re.compile(r"[^\n\f\s][^\n\f]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, folded; `hits` are the words of the pack in it, their offsets the line's own.

    It stands `at` a place of the `view` of a part of the page that has `begun` at another.
    """

    page: int
    text: str
    lower: str
    hits: Sequence[Hit]
    view: View
    at: int
    begun: int
    language: str

    def fact(self, name: str, value: str, span: tuple[int, int], rule: str) -> Fact:
        """A fact that rests on [start, end) of this line."""
        start, end = self.view.span(self.at + span[0], self.at + span[1])
        return Fact(name, value, self.page, self.begun + start, self.begun + end, rule)

    def of(self, kind: str, *names: str) -> list[Hit]:
        """The hits of one kind, of these names or of all.

        Of those that overlap the longest, and of those that are one word that of the language.
        """
        hits = [
            hit
            for hit in self.hits
            if hit.rule.kind == kind and (not names or hit.rule.name in names)
        ]
        if len(hits) < 2:  # nothing to choose from
            return hits
        hits.sort(key=lambda hit: (hit.start, -hit.end, hit.language != self.language))
        return outermost(hits)


@dataclass(frozen=True, slots=True)
class Face:
    """What is read of a document: the `head` of its first page with text, the `foot` of its last.

    `lines` are both, each once. `beginnings` are the first words of the pages after the first.
    """

    language: str
    head: Sequence[Line]
    foot: Sequence[Line]
    lines: Sequence[Line]
    beginnings: Sequence[str]


def _is_seen(char: str) -> bool:
    """Is it neither a blank nor a sign without looks, as a soft hyphen is?"""
    return not char.isspace() and category(char) != "Cf"


def face(pages: Sequence[str]) -> Face | None:
    """The face of a document; None where no page has text."""
    written = [number for number, page in enumerate(pages, 1) if any(map(_is_seen, page))]
    if not written:
        return None
    first, last = written[0], written[-1]
    head = fold(pages[first - 1][:HEAD])
    begun = max(HEAD if last == first else 0, len(pages[last - 1].rstrip()) - FOOT)
    rest = pages[last - 1][begun:]
    foot = fold(rest) if rest.strip() else None
    language = spoken(head.lower + (foot.lower if foot else ""))
    heads = list(_lines(head, first, 0, language))
    feet = list(_lines(foot, last, begun, language)) if foot else []
    every = heads + feet
    following = [pages[number - 1][:_BEGINNING] for number in written[1:_PAGES]]
    return Face(language, heads, every[-_FOOT_LINES:], every, following)


def _lines(view: View, page: int, begun: int, language: str) -> Iterator[Line]:
    hits = matcher().find(view.lower)
    for match in _LINE.finditer(view.text):
        at = match.start()
        own = [
            Hit(hit.start - at, hit.end - at, hit.rule, hit.language)
            for hit in hits.between(at, match.end())
            if hit.end <= match.end()
        ]
        yield Line(
            page, match.group(), view.lower[at : match.end()], own, view, at, begun, language
        )
