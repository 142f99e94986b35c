"""The words of the pack `facts`: those found in one pass, and those that patterns are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.matching import Matcher
from nlp.rules import Rulebook, factbook


@lru_cache(maxsize=1)
def matcher() -> Matcher:
    """The automaton of the titles, schemes, labels and sets, built once."""
    book = factbook()
    return Matcher(Rulebook(book.packs, tuple(r for r in book.rules if r.kind != "word")))


@lru_cache(maxsize=8)
def terms(name: str) -> tuple[str, ...]:
    """The words of one name that patterns are made of, the longest first."""
    found = {term for rule in factbook().of("word") if rule.name == name for _, term in rule.terms}
    return tuple(sorted(found, key=lambda term: (-len(term), term)))


def any_of(name: str) -> str:
    """A pattern for the words of one name."""
    return "|".join(re.escape(term) for term in terms(name))
