"""How far a page's text can be trusted, and whether the page is better read as a picture."""

import re
import string
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final

ENOUGH_CHARS: Final = 15  # fewer on a page with a picture: the text is in the picture
LITTLE_TEXT: Final = 200  # a scan with a stamp or a footer put on it by a machine
_MOST_OF_PAGE: Final = 0.5
TRUSTED: Final = 0.6
_OUTLINES: Final = 50
_LETTERS_TO_JUDGE: Final = 20
_PLAUSIBLE_VOWELS: Final = 0.2  # running Swedish and English have about 0.4
_GOOD: Final = frozenset({"L", "N", "P", "S", "M"})

_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_BLANKS: Final = bytes(code for code in range(0x80) if chr(code).isspace())
_LETTERS: Final = string.ascii_letters.encode()
_VOWELS: Final = b"aeiouyAEIOUY"
_OTHER_VOWELS: Final = frozenset("åäöéèêëüïáíóúàâôûæøœÅÄÖÉÈÊËÜÏÁÍÓÚÀÂÔÛÆØŒ")


@dataclass(frozen=True, slots=True)
class _Counts:
    """Of a text: its characters that are no blanks, and among them those that tell something."""

    chars: int
    odd: int
    latin: int
    vowels: int


def text_quality(text: str) -> float:
    """From 0 to 1: the share of characters that can be part of a text people wrote.

    Text in a font without a table of its characters comes out as private or odd signs, or as
    letters of another alphabet shifted by some places: then hardly a vowel is left.
    """
    counts = _counts(text)
    if not counts.chars:
        return 0.0
    share = 1 - counts.odd / counts.chars
    return share if _has_vowels(counts) else min(share, TRUSTED / 2)


def _counts(text: str) -> _Counts:
    """ASCII is counted by the machine, all sorts at once; of other characters few differ."""
    plain = text.encode("ascii", "ignore")
    other = Counter("" if len(plain) == len(text) else _ASCII.sub("", text))
    latin = {char: count for char, count in other.items() if char.isalpha() and char < "\u0250"}
    return _Counts(
        chars=len(text)
        - _among(plain, _BLANKS)
        - sum(count for char, count in other.items() if char.isspace()),
        odd=sum(count for char, count in other.items() if not _is_plausible(char)),
        latin=_among(plain, _LETTERS) + sum(latin.values()),
        vowels=_among(plain, _VOWELS)
        + sum(count for char, count in latin.items() if char in _OTHER_VOWELS),
    )


def _among(plain: bytes, wanted: bytes) -> int:
    """How many of some characters are among the wanted ones."""
    return len(plain) - len(plain.translate(None, wanted))


def _is_plausible(char: str) -> bool:
    return char.isspace() or (char != "\ufffd" and unicodedata.category(char)[0] in _GOOD)


def _has_vowels(counts: _Counts) -> bool:
    """Whether the Latin letters, if there are enough to judge, hold vowels as languages do."""
    if counts.latin < max(_LETTERS_TO_JUDGE, counts.chars / 2):
        return True
    return counts.vowels >= _PLAUSIBLE_VOWELS * counts.latin


def wants_recognition(text: str, *, quality: float, picture: float, objects: int) -> bool:
    """Whether a page is to be read as a picture.

    ``picture`` is the share of it under pictures, ``objects`` the number of things drawn: letters
    may be drawn as outlines. A page with next to nothing on it is just empty.
    """
    if quality < TRUSTED and _has(text, ENOUGH_CHARS):
        return True
    if picture >= _MOST_OF_PAGE:
        return not _has(text, LITTLE_TEXT)
    return (picture > 0 or objects >= _OUTLINES) and not _has(text, ENOUGH_CHARS)


def _has(text: str, chars: int) -> bool:
    """Whether a text has so many characters that are no blanks."""
    words = text.split(maxsplit=chars)
    return len(words) > chars or sum(map(len, words)) >= chars
