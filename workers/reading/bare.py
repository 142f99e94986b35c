"""Pictures on a page over which no text lies: what they say stands in no text of the page. Pure."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.reading.words import Box, Places

ENOUGH: Final = 0.1  # of the page under such pictures: logos cover less, a pasted scan more
_SMALL: Final = 0.02  # of the page; a logo or a button is no part of a scan
_WRITTEN_OVER: Final = 0.02  # of a picture under words: a background, or a scan that has its text
_APART: Final = 1.5  # points between two strips of one scan
MOST: Final = 40


def bare_pictures(pictures: NDArray[np.float64], words: Places, *, page: Box) -> list[Box]:
    """The large pictures without text on them, if they cover enough of the page; else none.

    All in points of the page. Strips that one picture was cut into are put together.
    """
    whole = _area(page)
    shown = [box for box in _clipped(pictures, page) if _area(box) > 0]
    large = [box for box in _joined(shown) if _area(box) >= _SMALL * whole][:MOST]
    bare = [box for box in large if _share_under(words, box) < _WRITTEN_OVER]
    return bare if sum(map(_area, bare)) >= ENOUGH * whole else []


def _clipped(pictures: NDArray[np.float64], page: Box) -> list[Box]:
    low, high = (page[0], page[1]) * 2, (page[2], page[3]) * 2
    return list(map(tuple, np.clip(np.nan_to_num(pictures), low, high).tolist()))


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of one width that lie close below each other as one."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box[0]), round(box[2]), box[1])):
        last = joined[-1] if joined else box
        sides = max(abs(last[0] - box[0]), abs(last[2] - box[2]))
        if joined and sides <= _APART and box[1] - last[3] <= _APART:
            joined[-1] = (last[0], last[1], last[2], max(last[3], box[3]))
        else:
            joined.append(box)
    return joined


def _share_under(words: Places, box: Box) -> float:
    """The share of a picture that words lie on, each as far as it does."""
    wide = np.minimum(words[:, 2], box[2]) - np.maximum(words[:, 0], box[0])
    high = np.minimum(words[:, 3], box[3]) - np.maximum(words[:, 1], box[1])
    return float((wide.clip(0) * high.clip(0)).sum() / _area(box))
