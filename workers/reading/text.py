"""The words of a page with their places, from pdfium. Runs in the child.

pdfium gives the characters in the order they were written, with blanks and line ends of its own
where the places call for them.
"""

import codecs
import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Any, Final, Self

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from workers.reading import native
from workers.reading.geometry import Matrix, Sheet
from workers.reading.scattered import WIDE, Scattered
from workers.reading.spans import find_spans
from workers.reading.spelling import clean_all
from workers.reading.words import Places, Words

Starts = NDArray[np.int64]  # for each word the index of a character

# Looked up here, by the parent: a codec is a file, and the child has none.
_DECODE: Final = codecs.getdecoder("utf-16-le")

_SAMPLES: Final = 24
_TINY: Final = 1.0  # points; nobody reads that
_FAR: Final = 1e9  # points; a hostile page says anything, and sums of it must stay numbers
_AT_ONCE: Final = 512  # words
# Made by the parent, so that children need not.
_BOXES: Final = native.Slots(ctypes.c_double, rows=_AT_ONCE, columns=4)
_BOX_VALUES: Final = np.frombuffer(_BOXES.values).reshape(-1, 4)
_ONE_GIVEN: Final = (1, 1)  # one box, and pdfium's word that it is written


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in order, and what was found odd about its characters."""

    words: Words
    cut: bool
    hidden: int
    off_page: int


class TextReader:
    """Reads the words of one page. Holds pdfium's text page: leave the ``with`` block."""

    def __init__(self, page: Any) -> None:  # Any: pdfium's handles are untyped
        self._handle = pdfium.FPDFText_LoadPage(page)
        self._raw = native.argument(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._handle:
            pdfium.FPDFText_ClosePage(self._handle)

    def read(self, sheet: Sheet, *, most: int, hidden: set[int]) -> PageText:
        """The words among the first ``most`` characters, placed on a sheet.

        ``hidden`` holds the addresses of pdfium's objects whose text is not shown.
        """
        count = self._count()
        scattered = Scattered(self._handle, self._raw, sheet.matrix())
        written, starts = self._words(self._chars(min(count, most)), scattered)
        shown = _on_sheet(written.places, sheet).nonzero()[0]
        off_page = len(written) - len(shown)
        words = written.at(shown) if off_page else written
        unseen = self._unseen(words.places, starts[shown], hidden, scattered)
        return PageText(
            words,
            cut=count > most,
            hidden=sum(_says_something(words.texts[index]) for index in unseen),
            off_page=off_page,
        )

    def turns(self) -> int:
        """How many quarters clockwise the page must be turned for most of its text to lie flat."""
        count = self._count()
        samples = range(0, count, max(count // _SAMPLES, 1))
        angles = list(map(native.get_char_angle, repeat(self._raw), samples))
        if not any(angles):
            return 0
        # pdfium's angle grows clockwise: text that runs upwards has three quarters.
        found = Counter(round(-angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
        return found.most_common(1)[0][0] if found else 0

    def _count(self) -> int:
        return max(pdfium.FPDFText_CountChars(self._handle), 0) if self._handle else 0

    def _chars(self, count: int) -> str:
        """One character for each of pdfium's, so that places can be asked for by index."""
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self._handle, 0, count, buffer)
        text = _DECODE(bytes(buffer)[: count * 2], "replace")[0]
        if len(text) == count and "\x00" not in text:
            return text
        ask = pdfium.FPDFText_GetUnicode
        return "".join(_one_char(ask(self._handle, index)) for index in range(count))

    def _unseen(
        self, places: Places, starts: Starts, hidden: set[int], scattered: Scattered
    ) -> set[int]:
        """The words nobody can see: too small, or drawn without ink."""
        low = (places[:, 3] - places[:, 1] < _TINY).nonzero()[0].tolist()
        unseen = {index for index in low if scattered.em(int(starts[index])) < _TINY}
        if hidden:
            objects = map(native.get_text_object, repeat(self._raw), starts.tolist())
            unseen.update(index for index, one in enumerate(objects) if one in hidden)
        return unseen

    def _words(self, chars: str, scattered: Scattered) -> tuple[Words, Starts]:
        """All words, and the character that each one's run begins with."""
        spans = find_spans(chars)
        places, plain = self._boxes(spans.starts, spans.ends - spans.starts, scattered.matrix)
        texts = clean_all(spans.runs)
        if not all(texts):
            plain &= np.fromiter(map(bool, texts), bool, len(texts))
        words = Words(texts, spans.lines, places, spans.broken)
        if plain.all():
            return words, spans.starts
        parts = {
            index: scattered.parts(spans.runs[index], int(spans.starts[index]))
            for index in (~plain).nonzero()[0].tolist()
        }
        words, origin = words.in_parts(parts)
        return words, spans.starts[origin]

    def _boxes(
        self, starts: Starts, lengths: NDArray[np.int64], matrix: Matrix
    ) -> tuple[Places, NDArray[np.bool_]]:
        """The first box of each run of characters; false where it is not alone, or does not fit."""
        count = len(starts)
        sides, given = np.empty((count, 4)), np.empty(count, bool)
        counts = map(native.count_rects, repeat(self._raw), starts.tolist(), lengths.tolist())
        for first in range(0, count, _AT_ONCE):
            last = min(first + _AT_ONCE, count)
            found = map(native.get_rect, repeat(self._raw), repeat(0), *_BOXES.places)
            # A run's box is asked for before the next run is counted: pdfium keeps those of one.
            both = zip(islice(counts, last - first), found, strict=False)
            given[first:last] = [one == _ONE_GIVEN for one in both]
            sides[first:last] = _BOX_VALUES[: last - first]
        if not (np.abs(sides) <= _FAR).all():  # nor are there numbers that are none
            np.nan_to_num(sides, copy=False)
            np.clip(sides, -_FAR, _FAR, out=sides)
        places = _shown(sides, matrix)
        return places, given & ~_is_wide(places, lengths)


def _shown(sides: Places, matrix: Matrix) -> Places:
    """Boxes of pdfium (left, top, right, bottom, upwards) as they lie on the sheet."""
    a, b, c, d, e, f = matrix
    xs, ys = sides[:, 0::2], sides[:, 1::2]
    across, down = a * xs + c * ys + e, b * xs + d * ys + f
    places = np.empty(sides.shape)
    for column, both in enumerate((across, down)):
        np.minimum(both[:, 0], both[:, 1], out=places[:, column])
        np.maximum(both[:, 0], both[:, 1], out=places[:, column + 2])
    return places


def _is_wide(places: Places, lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which boxes are so long for their characters that they may span a gap."""
    x0, top, x1, bottom = places.T
    across, down = x1 - x0, bottom - top
    most = WIDE * lengths * np.minimum(across, down)
    wide: NDArray[np.bool_] = (lengths > 1) & (np.maximum(across, down) > most)
    return wide


def _on_sheet(places: Places, sheet: Sheet) -> NDArray[np.bool_]:
    x0, top, x1, bottom = places.T
    inside: NDArray[np.bool_] = (x0 < sheet.width) & (top < sheet.height) & (x1 > 0) & (bottom > 0)
    return inside


def _says_something(word: str) -> bool:
    """Whether a word has a letter or digit: hidden signs, such as boxes to tick, mislead nobody."""
    return any(map(str.isalnum, word))


def _one_char(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
