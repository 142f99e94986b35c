"""What was recognised in a picture on a page, put behind the text that the page has of its own.

Pure. The own text is surer than what is recognised of it, so that of a word that stands on the
page as text nothing is taken from the picture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from portal.domain.evidence import PageNote, ReadingMethod, Word
from workers.reading.events import PageRead
from workers.reading.ocr import Recognised

SURE: Final = 0.6  # of a word; below, tesseract sees letters in a photo's trees and walls


def put_behind(read: PageRead, found: Recognised, *, standing: Sequence[Word]) -> PageRead | None:
    """The page with what was found beside the words ``standing`` on it; None where that is none."""
    new = [at for at in _beside(found, standing) if found.trusts[at] >= SURE]
    if not new:
        return None
    text, words = read.text, list(read.words)
    line = -1
    for at in new:
        word = found.words[at]
        above, line = line, found.text.count("\n", 0, word.start)
        start = len(text) + 1
        text += ("\n" if line != above else " ") + found.text[word.start : word.end]
        words.append(word._replace(start=start, end=len(text)))
    trusts = [found.trusts[at] for at in new]
    return replace(
        read,
        method=ReadingMethod.OCR,
        quality=round(sum(trusts) / len(trusts), 3),
        text=text,
        words=tuple(words),
        notes=(*read.notes, PageNote.RECOGNISED_BEHIND),
    )


def _beside(found: Recognised, standing: Sequence[Word]) -> Iterator[int]:
    """The numbers of the words that were found where no word stands: by their middles."""
    places = np.array([word[2:] for word in standing]).reshape(-1, 4)
    x0, y0, x1, y1 = places.T
    for at, (_, _, left, top, right, bottom) in enumerate(found.words):
        x, y = (left + right) / 2, (top + bottom) / 2
        if not ((x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)).any():
            yield at
