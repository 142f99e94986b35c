"""Writes words, each by its index, as the lines and rows of a page's text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers.reading.words import Words

CELL_MARK: Final = " | "

_REGISTERED: Final = re.compile(r"\W*(?:\d{2,7}-\d\d|\d{3}-\d{3})-\d\W*")  # CAS, EC

# After a hyphen at a line's end these begin a new word: "in-" and then "och utförsel".
_JOINERS: Final = frozenset({"och", "eller", "samt", "resp", "and", "or", "to", "till"})


@dataclass(slots=True)
class Laid:
    """A page's words in the order of its text, how each is read, and what stands before it."""

    order: list[int] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    pending: str = ""
    tables: int = 0

    @property
    def text(self) -> str:
        """The page's text. It never changes afterwards: offsets rest on it."""
        return "".join(self._pieces()) + self.pending

    @property
    def spans(self) -> NDArray[np.int64]:
        """Where each word starts and ends in the text."""
        pieces = self._pieces()
        return np.fromiter(map(len, pieces), np.int64, len(pieces)).cumsum().reshape(-1, 2)

    def _pieces(self) -> list[str]:
        pieces = [""] * (2 * len(self.order))
        pieces[0::2], pieces[1::2] = self.gaps, self.shown
        return pieces

    def add(self, text: str) -> None:
        """Text that is no word: a blank, a line end, a cell's mark."""
        self.pending += text

    def add_words(self, words: Sequence[int], shown: Sequence[str], gaps: Sequence[str]) -> None:
        """Words as they shall be read, and the gaps between them: one fewer."""
        self.order += words
        self.shown += shown
        self.gaps.append(self.pending)
        self.gaps += gaps
        self.pending = ""


class _Lines:
    """The lines of a page as it was written: most need no second look and go out many at once.

    ``odd`` are the words on lines that do, for their hyphens or their order; ``gaps`` is what
    stands before each word of the others.
    """

    def __init__(self, words: Words, hyphened: NDArray[np.bool_]) -> None:
        begins = np.ones(len(words), bool)
        begins[1:] = words.lines[1:] != words.lines[:-1]
        odd = hyphened.copy()
        odd[1:] |= (words.places[1:, 0] < words.places[:-1, 0]) & ~begins[1:]
        odd_lines = np.zeros(words.lines.max(initial=0) + 1, bool)
        odd_lines[words.lines[odd]] = True
        odd = odd_lines[words.lines]
        self.odd: list[bool] = odd.tolist()
        self.gaps = [" "] * len(words)
        for start in begins.nonzero()[0].tolist():
            self.gaps[start] = "\n"
        begins[1:] &= odd[1:] | odd[:-1]
        self._bounds: list[int] = begins.nonzero()[0].tolist()

    def between(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The odd lines from one word to before another, and the stretches between these lines."""
        low, high = bisect_right(self._bounds, first), bisect_left(self._bounds, last)
        return pairwise((first, *self._bounds[low:high], last))


class Writer:
    """Writes words of a page into ``laid``, one line or row after the other."""

    def __init__(self, words: Words) -> None:
        self.laid = Laid()
        self._words = words
        self._texts = words.texts
        self._lefts = words.places[:, 0].tolist()
        hyphened = _hyphened(words)
        self._hyphened = frozenset(hyphened.nonzero()[0].tolist())
        self._lines = _Lines(words, hyphened)

    def row(self, cells: Sequence[Sequence[int]]) -> None:
        """A line of cells with a mark between them."""
        self._new_line()
        words: list[int] = []
        gaps: list[str] = []  # what stands before each
        mark = ""
        for cell in cells:
            if cell:
                words += cell
                gaps.append(mark)
                gaps += [" "] * (len(cell) - 1)
                mark = ""
            mark += CELL_MARK
        if words:
            self.laid.add(gaps[0])
            self._write(words, gaps[1:])
        self.laid.add(mark.removesuffix(CELL_MARK))

    def lines(self, first: int, last: int) -> None:
        """Words written one after the other, from ``first`` to before ``last``, as lines."""
        for start, end in self._lines.between(first, last):
            if self._lines.odd[start]:
                self.line(range(start, end))
                continue
            self._begin_line(start)
            gaps = self._lines.gaps[start + 1 : end]
            self.laid.add_words(range(start, end), self._texts[start:end], gaps)

    def line(self, words: Sequence[int]) -> None:
        """Words on a line of their own."""
        self._begin_line(words[0])
        self._write(self._left_to_right(words), [" "] * (len(words) - 1))

    def _begin_line(self, first: int) -> None:
        """A new line, unless its first word is the rest of a number above."""
        if not self._number_goes_on(first):
            self._new_line()

    def _left_to_right(self, words: Sequence[int]) -> Sequence[int]:
        """A line's words as they stand, where a document wrote them in another order.

        pdfium keeps the order of writing within a line. Words on different heights keep it too:
        a word broken at a line's end goes on in the next.
        """
        lefts = [self._lefts[index] for index in words]
        if lefts == sorted(lefts):
            return words
        runs = [[words[0]]]
        for before, index in pairwise(words):
            if not self._words.broken[before] and self._is_level(before, index):
                runs[-1].append(index)
            else:
                runs.append([index])
        return [index for run in runs for index in sorted(run, key=self._lefts.__getitem__)]

    def _is_level(self, one: int, two: int) -> bool:
        _, top, _, bottom = self._words.places[one].tolist()
        _, other_top, _, other_bottom = self._words.places[two].tolist()
        shared = min(bottom, other_bottom) - max(top, other_top)
        return bool(shared > min(bottom - top, other_bottom - other_top) / 2)

    def _number_goes_on(self, index: int) -> bool:
        """Whether a word is the rest of a CAS or EC number: pdfium joins words, not these."""
        last = self._texts[self.laid.order[-1]] if self.laid.order else ""
        return last.endswith("-") and _REGISTERED.fullmatch(last + self._texts[index]) is not None

    def _new_line(self) -> None:
        if self.laid.order or self.laid.pending:
            self.laid.add("\n")

    def _write(self, words: Sequence[int], gaps: list[str]) -> None:
        shown = list(map(self._texts.__getitem__, words))
        if not self._hyphened.isdisjoint(words):
            self._join(words, shown, gaps)
        self.laid.add_words(words, shown, gaps)

    def _join(self, words: Sequence[int], shown: list[str], gaps: list[str]) -> None:
        """Make words whole that lines or cells break, and leave the others their hyphen."""
        for number, index in enumerate(words):
            if index not in self._hyphened:
                continue
            if number < len(gaps) and gaps[number] == " ":  # no word goes on in the next cell
                hyphen, gaps[number] = self._joint(index, words[number + 1])
                shown[number] += hyphen
            elif self._words.broken[index]:
                shown[number] += "-"

    def _joint(self, index: int, following: int) -> tuple[str, str]:
        """What stands between two words: a hyphen or none, a blank or none.

        A word broken at a line's end is made whole. A hyphen of its own stays, as before a
        capital or in a CAS number that a narrow cell breaks.
        """
        text, next_text = self._texts[index], self._texts[following]
        if not self._words.broken[index]:
            number = text.endswith("-") and text[-2:-1].isdigit()
            apart = self._words.lines[index] != self._words.lines[following]
            return "", "" if number and apart and next_text[:1].isdigit() else " "
        if next_text.lower() in _JOINERS:
            return "-", " "
        whole = text[-1:].isalpha() and next_text[:1].islower()
        return ("" if whole else "-"), ""


def _hyphened(words: Words) -> NDArray[np.bool_]:
    """Which words may go on in the next one."""
    hyphened = words.broken.copy()
    hyphened[[index for index, text in enumerate(words.texts) if text[-1] == "-"]] = True
    return hyphened
