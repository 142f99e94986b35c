"""Finds the words of one text in another, in their order. Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

Pair = tuple[int, int]
_Stretch = tuple[int, int, int, int]  # from and to in the one, from and to in the other

_ROUNDS: Final = 12  # each splits what is left at words that stand out; few texts need three
_RUNS: Final = (1, 3)  # a word that occurs once on both sides, else three in a row that do
_AHEAD: Final = 64  # words passed over at a time where nothing stands out
_SMALL: Final = 4_096  # pairs of words that are compared one by one


def align(ours: Sequence[str], theirs: Sequence[str]) -> list[Pair]:
    """Pairs of indices of equal words; both rise from pair to pair.

    Words that occur once on both sides hold the texts together, in the longest order they share;
    between them it begins anew, and short stretches are compared word by word. Nearly linear:
    long stretches in which nothing stands out are only followed, a little ahead at a time.
    """
    pairs: list[Pair] = []
    stretches: list[_Stretch] = [(0, len(ours), 0, len(theirs))]
    for _ in range(_ROUNDS):
        left: list[_Stretch] = []
        for stretch in stretches:
            found, middle = _ends(ours, theirs, stretch)
            pairs += found
            inner = _between(middle, _inside(ours, theirs, middle, pairs))
            left += inner
        stretches = left
    return sorted(pairs)


def _inside(
    ours: Sequence[str], theirs: Sequence[str], middle: _Stretch, pairs: list[Pair]
) -> list[Pair] | None:
    """Pairs within a stretch, noted; None where nothing more is to be looked for."""
    a0, a1, b0, b1 = middle
    if a0 == a1 or b0 == b1:
        return None
    if (a1 - a0) * (b1 - b0) <= _SMALL:
        pairs += _longest_common(ours, theirs, middle)
        return None
    for run in _RUNS:
        if anchors := _rising(_once_on_both(ours, theirs, middle, run)):
            pairs += anchors
            return anchors
    pairs += _followed(ours, theirs, middle)
    return None


def _ends(
    ours: Sequence[str], theirs: Sequence[str], stretch: _Stretch
) -> tuple[list[Pair], _Stretch]:
    """The words that a stretch begins and ends with on both sides, and what is between."""
    a0, a1, b0, b1 = stretch
    pairs = []
    while a0 < a1 and b0 < b1 and ours[a0] == theirs[b0]:
        pairs.append((a0, b0))
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and ours[a1 - 1] == theirs[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
        pairs.append((a1, b1))
    return pairs, (a0, a1, b0, b1)


def _between(stretch: _Stretch, anchors: list[Pair] | None) -> Iterator[_Stretch]:
    if anchors is None:
        return
    a0, a1, b0, b1 = stretch
    for a, b in anchors:
        if a0 < a and b0 < b:
            yield a0, a, b0, b
        a0, b0 = a + 1, b + 1
    if a0 < a1 and b0 < b1:
        yield a0, a1, b0, b1


def _once_on_both(
    ours: Sequence[str], theirs: Sequence[str], stretch: _Stretch, run: int
) -> list[Pair]:
    a0, a1, b0, b1 = stretch
    mine, other = _once(ours, a0, a1, run), _once(theirs, b0, b1, run)
    return [(at, other[words]) for words, at in mine.items() if words in other]


def _once(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """Where each run of words begins that occurs once, in their order."""
    runs = [tuple(words[at : at + run]) for at in range(start, end - run + 1)]
    count = Counter(runs)
    return {words: start + at for at, words in enumerate(runs) if count[words] == 1}


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest of the orders in which both indices rise; the first ones rise already."""
    ends: list[int] = []  # the least index of theirs that an order so long can end with
    last: list[int] = []
    before: list[int] = []
    for at, (_, b) in enumerate(pairs):
        length = bisect_left(ends, b)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [b]
        last[length : length + 1] = [at]
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _longest_common(
    ours: Sequence[str], theirs: Sequence[str], stretch: _Stretch
) -> Iterator[Pair]:
    a0, a1, b0, b1 = stretch
    best = [[0] * (b1 - b0 + 1) for _ in range(a1 - a0 + 1)]
    for a in reversed(range(a0, a1)):
        row, below = best[a - a0], best[a - a0 + 1]
        for b in reversed(range(b0, b1)):
            at = b - b0
            row[at] = below[at + 1] + 1 if ours[a] == theirs[b] else max(below[at], row[at + 1])
    a, b = a0, b0
    while a < a1 and b < b1:
        if ours[a] == theirs[b]:
            yield a, b
            a, b = a + 1, b + 1
        elif best[a - a0 + 1][b - b0] >= best[a - a0][b - b0 + 1]:
            a += 1
        else:
            b += 1


def _followed(ours: Sequence[str], theirs: Sequence[str], stretch: _Stretch) -> Iterator[Pair]:
    """Word by word, passing over the fewest words, in one of both, where they part."""
    a, a1, b, b1 = stretch
    while a < a1 and b < b1:
        if ours[a] == theirs[b]:
            yield a, b
            a, b = a + 1, b + 1
            continue
        for step in range(1, _AHEAD):
            if b + step < b1 and ours[a] == theirs[b + step]:
                b += step
                break
            if a + step < a1 and ours[a + step] == theirs[b]:
                a += step
                break
        else:
            a, b = a + 1, b + 1
