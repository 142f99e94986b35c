"""Words and letters of a text as places in a table of fixed size, the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
_WORD = re.compile(r"[^\W\d_]+|\d|[^\w\s]")
_FEW, _MANY = 3, 5  # letters of the shortest and the longest run that is looked at
_MIX, _STEP = np.uint32(0x2C1B3C6D), np.uint32(0x01000193)
_LONGEST = 600  # characters of a text that are looked at: a bound on work


def words(text: str) -> list[str]:
    """The words, digits and marks of a text in lower case; all digits are alike."""
    return ["0" if word.isdigit() else word for word in _WORD.findall(text[:_LONGEST])]


def of_words(text: str, size: int, *, room: str = "") -> Places:
    """The places of the words and pairs of words of a text; `room` keeps kinds of text apart."""
    found = words(text)
    pairs = [f"{one} {other}" for one, other in pairwise(found)]
    return _places((f"{room}{one}" for one in (*found, *pairs)), size)


def of_names(names: Iterable[str], size: int) -> Places:
    """The places of names taken whole."""
    return _places(names, size)


def _places(names: Iterable[str], size: int) -> Places:
    found = {crc32(name.encode("utf-8", "surrogatepass")) % size for name in names}
    return np.array(sorted(found), dtype=np.int64)


def of_letters(text: str, size: int) -> Places:
    """The places of all runs of three to five letters of a text, blanks told as one."""
    spaced = f" {' '.join(text[:_LONGEST].split())} "
    codes = np.frombuffer(spaced.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    runs = []
    rolled = codes
    for length in range(2, min(_MANY, len(codes)) + 1):
        rolled = (rolled[:-1] * _STEP) ^ codes[length - 1 :]
        if length >= _FEW:
            mixed = (rolled ^ (rolled >> np.uint32(15))) * _MIX
            runs.append((mixed ^ (mixed >> np.uint32(13))) % np.uint32(size))
    if not runs:
        return np.zeros(0, dtype=np.int64)
    return np.unique(np.concatenate(runs)).astype(np.int64)
