"""Where a quote stands on a page that another reader has set in other lines and columns."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator

_EDGE = r"[\s|]+"  # between two words: blanks, a line's end, the edge of a cell
_BETWEEN = re.compile(r"[\s|\u00ad]")
_WORD = re.compile(r"[^\s|]+")
_WIDEST = 2  # times the quote's length: words of one row in another order, not of a whole page
_FEWEST = 4  # words: fewer in any order stand in many places


def place(page: str, quote: str, occurrence: int = 1) -> tuple[int, int]:
    """Start and end of the n-th such quote on the page; (0, 0) where it does not stand there.

    Words are compared first; then the letters alone, for readers that part words otherwise; then
    the words in any order, for readers that take the cells of a row in another order.
    """
    words = _WORD.findall(quote)
    if not words:
        return 0, 0
    loose = _EDGE.join(re.escape(word) for word in words)
    found = _nth(page, loose, occurrence) or _by_letters(page, "".join(words), occurrence)
    if not found and len(words) >= _FEWEST:
        windows = list(_windows(page, words, _WIDEST * len(quote)))
        found = windows[occurrence - 1] if len(windows) >= occurrence else None
    return found or (0, 0)


def _nth(page: str, pattern: str, occurrence: int) -> tuple[int, int] | None:
    for count, match in enumerate(re.finditer(pattern, page), 1):
        if count == occurrence:
            return match.span()
    return None


def _by_letters(page: str, letters: str, occurrence: int) -> tuple[int, int] | None:
    places = [at for at, character in enumerate(page) if not _BETWEEN.match(character)]
    joined = "".join(page[at] for at in places)
    found = _nth(joined, re.escape(letters), occurrence)
    return (places[found[0]], places[found[1] - 1] + 1) if found else None


def _windows(page: str, words: list[str], widest: int) -> Iterator[tuple[int, int]]:
    """The stretches of the page, each as short as it can be, that hold all the words."""
    wanted = Counter(words)
    missing = len(words)
    stretch: deque[re.Match[str]] = deque()
    for word in _WORD.finditer(page):
        stretch.append(word)
        missing -= wanted[word.group()] > 0
        wanted[word.group()] -= 1
        while wanted[stretch[0].group()] < 0:  # one more than needed, or a word of no quote
            wanted[stretch.popleft().group()] += 1
            if not stretch:
                break
        if stretch and not missing and word.end() - stretch[0].start() <= widest:
            yield stretch[0].start(), word.end()
            for passed in stretch:
                wanted[passed.group()] += 1
            stretch.clear()
            missing = len(words)
