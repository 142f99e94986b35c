"""A word's characters as they are kept: ligatures spelt out, signs of symbol fonts named."""

import re
import unicodedata
from typing import Final

# pdfium writes this where a word is broken at a line's end, and leaves the line end out.
HYPHEN: Final = "\ufffe"

SPELT_OUT: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    # Bullets, ticks and boxes of the Symbol and Wingdings fonts, which have no other code.
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf06c": "●", "\uf06e": "■", "\uf0d8": "➢", "\uf0e0": "→"}
    | {"\uf0fc": "✓", "\uf0fe": "☑", "\uf0fd": "☒", "\uf06f": "☐", "\uf0a8": "☐", "\uf071": "☐"}
)
_SPELT_OUT: Final = re.compile("[{}]".format("".join(map(chr, SPELT_OUT))))
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs"})


def clean_all(words: list[str]) -> list[str]:
    """Each word cleaned. On most pages none needs it, which is seen faster for all at once."""
    return words if _is_clean("".join(words)) else list(map(clean, words))


def _is_clean(chars: str) -> bool:
    """Whether cleaning any part of these characters leaves it as it is."""
    if not chars.isprintable():
        return False
    if chars.isascii():
        return True
    return not _SPELT_OUT.search(chars) and unicodedata.is_normalized("NFC", chars)


def clean(chars: str) -> str:
    """Characters of a word without those that are never seen; composed, ligatures spelt out."""
    if chars.isascii() and chars.isprintable():
        return chars
    whole = unicodedata.normalize("NFC", chars.translate(SPELT_OUT))
    if whole.isprintable():
        return whole
    return "".join(char for char in whole if unicodedata.category(char) not in _DROPPED)
