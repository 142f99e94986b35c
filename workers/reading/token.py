"""A word as it stands on a page."""

from collections.abc import Collection
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]  # x0, top, x1, bottom of a word in each row, in points as shown

_SIDES: Final = itemgetter(2, 3, 4, 5)


class Token(NamedTuple):
    """A word and its place, in points of the page as shown.

    ``line`` counts pdfium's lines; ``broken`` says that the word goes on in the next token.
    A tuple rather than a dataclass, since a page makes hundreds of them at once.
    """

    text: str
    line: int
    x0: float
    top: float
    x1: float
    bottom: float
    broken: bool = False


def places_of(tokens: Collection[Token]) -> Places:
    """Where tokens stand, a row for each."""
    sides = chain.from_iterable(map(_SIDES, tokens))
    return np.fromiter(sides, np.float64, 4 * len(tokens)).reshape(-1, 4)
