"""Whole numbers in figures or words, in both languages."""

from __future__ import annotations

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
_SPELT |= {
    ten + joint + one: tens * 10 + number
    for names, joint, ones in ((_TENS, "-", _ONES), (_TIO, "", _ETT))
    for tens, ten in enumerate(names, 2)
    for number, words in enumerate(ones[:9], 1)
    for one in words.split()
}
_SPELT |= {ten: tens * 10 for names in (_TENS, _TIO) for tens, ten in enumerate(names, 2)}
SPELT = rf"(?:{'|'.join(sorted(_SPELT, key=len, reverse=True))})\b"
"""A number in words as a pattern, in lower case; `number_of` reads what it matches."""
COUNT = rf"(?:\d{{1,3}}|{SPELT})"
"""A number in figures or in words."""


def number_of(word: str) -> int | None:
    """The number of a word in lower case or of figures; None where it is none."""
    return int(word) if word.isdigit() else _SPELT.get(word)
