"""A word's characters as they are kept: ligatures spelt out, signs of symbol fonts named."""

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
_LINE_ENDS: Final = str.maketrans("\r\n", "  ")
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs"})


def is_clean(chars: str) -> bool:
    """Whether no word among these characters, lines of a page, needs cleaning."""
    return chars.isascii() and chars.translate(_LINE_ENDS).isprintable()


def clean(chars: str) -> str:
    """Characters of a word without those that are never seen; composed, ligatures spelt out."""
    if chars.isascii() and chars.isprintable():
        return chars
    whole = unicodedata.normalize("NFC", chars.translate(SPELT_OUT))
    if whole.isprintable():
        return whole
    return "".join(char for char in whole if unicodedata.category(char) not in _DROPPED)
