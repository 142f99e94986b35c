"""Which of a page's characters make up its words. Pure."""

import codecs
import sys
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.reading.spelling import HYPHEN

# Looked up here, by the parent: a codec is a file, and the child has none.
_ENCODE: Final = codecs.getencoder("utf-32-le" if sys.byteorder == "little" else "utf-32-be")
# Beyond the first plane there is no blank.
_IN_WORDS: Final = np.array([not chr(code).isspace() for code in range(0x10000)])
_IN_WORDS[ord(HYPHEN)] = False


@dataclass(frozen=True, slots=True)
class Spans:
    """The runs of characters without a blank; where each begins, ends, and its line, from 0.

    A run is ``broken`` where pdfium's hyphen follows it, which is no part of it.
    """

    runs: list[str]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    lines: NDArray[np.int64]
    broken: NDArray[np.bool_]


def find_spans(chars: str) -> Spans:
    """The words among characters as pdfium gives them."""
    codes = np.zeros(len(chars) + 1, np.uint32)
    codes[:-1] = np.frombuffer(_ENCODE(chars)[0], np.uint32)
    inside = np.zeros(len(chars) + 2, bool)
    inside[1:-1] = _IN_WORDS.take(codes[:-1], mode="clip")
    edges = (inside[1:] != inside[:-1]).nonzero()[0]
    starts, ends = edges[0::2], edges[1::2]
    return Spans(
        chars.replace(HYPHEN, " ").split(),
        starts,
        ends,
        (codes == ord("\n")).nonzero()[0].searchsorted(starts),
        codes[ends] == ord(HYPHEN),
    )
