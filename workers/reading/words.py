"""The words of a page in the order they were written, a column for each thing known of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]  # x0, top, x1, bottom, in points of the page as shown
Places = NDArray[np.float64]  # a box in each row


class Part(NamedTuple):
    """What stands together of a word's characters, and where."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Words:
    """Columns rather than an object for each word, since a page has hundreds of them.

    ``lines`` counts pdfium's lines; a word that is ``broken`` goes on in the next one.
    """

    texts: list[str]
    lines: NDArray[np.int64]
    places: Places
    broken: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, indices: NDArray[np.int64]) -> "Words":
        """Some of the words, as often as their index is given."""
        texts = list(map(self.texts.__getitem__, indices.tolist()))
        return Words(texts, self.lines[indices], self.places[indices], self.broken[indices])

    def in_parts(self, parts: Mapping[int, Sequence[Part]]) -> tuple["Words", NDArray[np.int64]]:
        """The same, some words, by index, in one part or several or gone; of each its old index.

        The last part of a broken word is the broken one.
        """
        counts = np.ones(len(self), np.int64)
        counts[list(parts)] = list(map(len, parts.values()))
        origin = np.repeat(np.arange(len(self)), counts)
        words = self.at(origin)
        firsts = (counts.cumsum() - counts)[list(parts)]
        for first, its in zip(firsts.tolist(), parts.values(), strict=True):
            for index, part in enumerate(its, start=first):
                words.texts[index], words.places[index] = part
            words.broken[first : first + len(its) - 1] = False
        return words, origin
