"""All words of all packs, found in one pass over a page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import maxunicode
from typing import overload

import ahocorasick

from nlp.rules import Rule, Rulebook, per_book


class _Blanking(dict[int, str]):
    """A translation that keeps letters and digits and blanks all else, learnt as it is used."""

    def __missing__(self, code: int) -> str:
        character = chr(code) if code <= maxunicode else " "
        self[code] = character if character.isalnum() or character == "µ" else " "
        return self[code]


_BLANKING = _Blanking()


def blanked(lower: str) -> str:
    """`lower` with all but letters and digits made blank; one character for one."""
    return lower.translate(_BLANKING)


# Never changed, yet not frozen: a page makes ten thousand, and each would cost four times as much.
@dataclass(slots=True)
class Hit:
    """A term of `rule` at [start, end) of the view; `language` is "any" where it is in both."""

    start: int
    end: int
    rule: Rule
    language: str


class Found(Sequence[Hit]):
    """The hits of a page by their start, of which a stretch is found without looking at all."""

    def __init__(self, hits: list[Hit]) -> None:
        self._hits = hits
        self._starts = [hit.start for hit in hits]

    def between(self, start: int, end: int) -> list[Hit]:
        """The hits that begin in [start, end)."""
        first = bisect_left(self._starts, start)
        return self._hits[first : bisect_left(self._starts, end, lo=first)]

    def of(self, kind: str) -> Sequence[Hit]:
        """All hits of a kind, in order. Sorted out once: each line of a page may ask."""
        return self._kinds.get(kind, ())

    def names(self, kind: str) -> frozenset[str]:
        """The names of all hits of a kind."""
        return self._names.get(kind, frozenset())

    @cached_property
    def _kinds(self) -> dict[str, list[Hit]]:
        return by_kind(self._hits)

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        return {
            kind: frozenset([hit.rule.name for hit in hits]) for kind, hits in self._kinds.items()
        }

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...

    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        return self._hits[index]

    def __len__(self) -> int:
        return len(self._hits)


def by_kind(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """The hits of each kind of rule, in order."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.rule.kind, []).append(hit)
    return found


def outermost(hits: Sequence[Hit]) -> list[Hit]:
    """Of hits that overlap the first and longest."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


class Matcher:
    """An Aho-Corasick automaton over the terms; a star opens an end of a term."""

    def __init__(self, book: Rulebook) -> None:
        entries: dict[str, list[tuple[int, int, Rule, str]]] = {}
        for rule in book.rules:
            for language, term in rule.terms:
                key, before, after = _key(term)
                entries.setdefault(key, []).append((before, after, rule, language))
        self._automaton = ahocorasick.Automaton()
        for key, found in entries.items():
            self._automaton.add_word(key, (len(key), found))
        self._automaton.make_automaton()

    def find(self, lower: str) -> Found:
        """Every hit, by start and then the longer first; words inside a `skip` are left out."""
        padded = f" {blanked(lower)} "
        hits: list[Hit] = []
        for last, (length, found) in self._automaton.iter(padded):
            first = last - length  # the padding is one blank
            for before, after, rule, language in found:
                hits.append(Hit(first + before, last - after, rule, language))
        hits.sort(key=lambda hit: (hit.start, -hit.end, hit.rule.id))
        return Found(_unskipped(hits))


def _key(term: str) -> tuple[str, int, int]:
    """The automaton's word for a term, and how many blanks of it are not the term's own."""
    left, right = not term.startswith("*"), not term.endswith("*")
    key = blanked(term.strip("*").lower())
    return f"{' ' * left}{key}{' ' * right}", int(left), int(right)


def _unskipped(hits: list[Hit]) -> list[Hit]:
    skips = [(hit.start, hit.end) for hit in hits if hit.rule.kind == "skip"]
    if not skips:
        return hits
    starts = sorted(skips)
    kept = []
    for hit in hits:
        if hit.rule.kind == "skip" or _inside(hit, starts):
            continue
        kept.append(hit)
    return kept


def _inside(hit: Hit, skips: list[tuple[int, int]]) -> bool:
    index = bisect_right(skips, (hit.start, 1 << 60)) - 1
    return index >= 0 and skips[index][0] <= hit.start and hit.end <= skips[index][1]


@per_book
def matcher(book: Rulebook) -> Matcher:
    """The automaton of the packs in use, built once."""
    return Matcher(book)
