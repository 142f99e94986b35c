"""Whole numbers in figures or words, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

_ONES = (
    *("a one an another", "two both", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_ETT = (
    *("en ett", "två båda", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva"),
    *("tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TIO = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_SPELT = {
    word: number
    for names in (_ONES, _ETT)
    for number, words in enumerate(names, 1)
    for word in words.split()
}
_SMALL = tuple(_SPELT)
_BELOW_TEN = {names: " ".join(names[:9]).split() for names in (_ONES, _ETT)}
_SPELT |= {
    ten + joint + one: tens * 10 + _SPELT[one]
    for names, joint, ones in ((_TENS, "-", _ONES), (_TIO, "", _ETT))
    for tens, ten in enumerate(names, 2)
    for one in _BELOW_TEN[ones]
}
_SPELT |= {ten: tens * 10 for names in (_TENS, _TIO) for tens, ten in enumerate(names, 2)}


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


# Tens with ones behind them, and not each number by itself: many patterns are made of it.
SPELT = (
    rf"(?:{_any(_TENS)}(?:-{_any(_BELOW_TEN[_ONES])})?"
    rf"|{_any(_TIO)}{_any(_BELOW_TEN[_ETT])}?|{_any(_SMALL)})\b"
)
"""A number in words as a pattern, in lower case; `number_of` reads what it matches."""
COUNT = rf"(?:\d{{1,3}}|{SPELT})"
"""A number in figures or in words."""


def number_of(word: str) -> int | None:
    """The number of a word in lower case or of figures; None where it is none."""
    return int(word) if word.isdigit() else _SPELT.get(word)
