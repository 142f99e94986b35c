"""Which language a document is written in, said only where it is clear."""

from __future__ import annotations

import re

from nlp.facts.words import terms
from nlp.layout.text import SMALL_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 5  # small words, below which nothing is said
_READ = 1500  # characters in which they are counted


def spoken(lower: str) -> str:
    """`sv` or `en`; "" where small words are few, or another language's are as many as half."""
    words = _WORD.findall(lower[:_READ])
    counts = {code: sum(word in small for word in words) for code, small in SMALL_WORDS.items()}
    code = max(counts, key=lambda each: counts[each])
    foreign = frozenset(terms("foreign"))
    others = max(sum(word in foreign for word in words), min(counts.values()))
    return code if counts[code] >= _LEAST and counts[code] > 2 * others else ""


def small_words(lower: str, code: str) -> int:
    """How many words of `lower` are small words of that language."""
    return sum(word in SMALL_WORDS[code] for word in _WORD.findall(lower))
