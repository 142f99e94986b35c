"""Words as numbers, and numbers as places in a table of fixed size: the same on every machine."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[^\W\d_]+|\d|[^\w\s]")
"""A word, a digit or a mark."""
_STEM = 5  # letters that a word shares with its inflections and compounds
LONGEST = 600
"""Characters of a text that are looked at: a bound on work."""
_STEP = 0x01000193
_ALL = 0xFFFFFFFF


def words(text: str) -> list[str]:
    """The words, digits and marks of a text in lower case; all digits are alike."""
    return ["0" if word.isdigit() else word for word in WORD.findall(text[:LONGEST])]


# A heading stands over many sentences, and each sentence is also the one before the next.
@lru_cache(maxsize=256)
def numbers_of(text: str) -> tuple[int, ...]:
    """A number of 32 bits for each word, pair of words and stem of a text."""
    found = words(text)
    single = [number(word) for word in found]
    pairs = [(one * _STEP & _ALL) ^ other for one, other in pairwise(single)]
    stems = [number(f"{word[:_STEM]}-") for word in found if len(word) > _STEM]
    return (*single, *pairs, *stems)


@lru_cache(maxsize=1 << 15)
def number(name: str) -> int:
    """The number of 32 bits of a name taken whole."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def places(numbers: NDArray[np.uint32], size: int) -> NDArray[np.int64]:
    """Where numbers lie in a table: what differs in few bits lies far apart."""
    spread = (numbers ^ (numbers >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
    spread ^= spread >> np.uint32(13)
    return (spread % np.uint32(size)).astype(np.int64)
