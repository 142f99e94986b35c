"""How far a page's text can be trusted, and whether the page is better read as a picture."""

import unicodedata
from typing import Final

ENOUGH_CHARS: Final = 15  # fewer on a page with a picture: the text is in the picture
LITTLE_TEXT: Final = 200  # a scan with a stamp or a footer put on it by a machine
_MOST_OF_PAGE: Final = 0.5
TRUSTED: Final = 0.6
_OUTLINES: Final = 50
_LETTERS_TO_JUDGE: Final = 20
_VOWELS: Final = frozenset("aeiouyåäöéèêëüïáíóúàâôûæøœAEIOUYÅÄÖÉÈÊËÜÏÁÍÓÚÀÂÔÛÆØŒ")
_PLAUSIBLE_VOWELS: Final = 0.2  # running Swedish and English have about 0.4
_GOOD: Final = frozenset({"L", "N", "P", "S", "M"})


def text_quality(text: str) -> float:
    """From 0 to 1: the share of characters that can be part of a text people wrote.

    Text in a font without a table of its characters comes out as private or odd signs, or as
    letters of another alphabet shifted by some places: then hardly a vowel is left.
    """
    dense = _dense(text)
    if not dense:
        return 0.0
    # Few characters differ, and counting one of them is quick.
    odd = sum(dense.count(char) for char in set(dense) if not _plausible(char))
    share = 1 - odd / len(dense)
    return share if _has_vowels(dense) else min(share, TRUSTED / 2)


def _dense(text: str) -> str:
    return "".join(text.split())


def _plausible(char: str) -> bool:
    if char.isascii():
        return True
    return char != "\ufffd" and unicodedata.category(char)[0] in _GOOD


def _has_vowels(dense: str) -> bool:
    """Whether the Latin letters, if there are enough to judge, hold vowels as languages do."""
    counted = {c: dense.count(c) for c in set(dense) if c.isalpha() and c < "\u0250"}
    latin = sum(counted.values())
    if latin < max(_LETTERS_TO_JUDGE, len(dense) / 2):
        return True
    vowels = sum(count for char, count in counted.items() if char in _VOWELS)
    return vowels >= _PLAUSIBLE_VOWELS * latin


def wants_recognition(text: str, *, quality: float, picture: float, objects: int) -> bool:
    """Whether a page is to be read as a picture.

    ``picture`` is the share of it under pictures, ``objects`` the number of things drawn: letters
    may be drawn as outlines. A page with next to nothing on it is just empty.
    """
    chars = len(_dense(text))
    if chars >= ENOUGH_CHARS and quality < TRUSTED:
        return True
    if picture >= _MOST_OF_PAGE:
        return chars < LITTLE_TEXT
    return chars < ENOUGH_CHARS and (picture > 0 or objects >= _OUTLINES)
