"""The words of a page with their places, from pdfium. Runs in the child.

pdfium gives the characters in the order they were written, with blanks and line ends of its own
where the places call for them.
"""

import codecs
import ctypes
import itertools
import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final, Self

import pypdfium2.raw as pdfium

from workers.reading.geometry import Matrix, place

# pdfium writes this where a word is broken at a line's end, and leaves the line end out.
HYPHEN: Final = "\ufffe"

_TOKEN: Final = re.compile(r"[^\s\ufffe]+\ufffe?")
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# Looked up here, by the parent: a codec is a file, and the child has none.
_DECODE: Final = codecs.getdecoder("utf-16-le")
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs"})


@dataclass(slots=True)
class Token:
    """A word as it stands on the page, in points as shown.

    ``line`` counts pdfium's lines; ``broken`` says that the word goes on in the next token.
    """

    text: str
    line: int
    x0: float
    top: float
    x1: float
    bottom: float
    broken: bool = False


@dataclass(frozen=True, slots=True)
class PageText:
    """The tokens of a page in order, and what was found odd about its characters."""

    tokens: list[Token]
    cut: bool
    hidden: int
    off_page: int


class TextReader:
    """Reads the words of one page. Holds pdfium's text page: leave the ``with`` block."""

    def __init__(
        self, page: Any, *, matrix: Matrix, width: float, height: float, hidden: frozenset[int]
    ) -> None:  # Any: pdfium's handles are untyped
        self._raw = pdfium.FPDFText_LoadPage(page)
        self._matrix = matrix
        self._size = (width, height)
        self._hidden_objects = hidden
        self._sides = tuple(ctypes.c_double() for _ in range(4))
        self._refs = tuple(ctypes.byref(side) for side in self._sides)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._raw:
            pdfium.FPDFText_ClosePage(self._raw)

    def read(self, most: int) -> PageText:
        """The words among the first ``most`` characters."""
        count = max(pdfium.FPDFText_CountChars(self._raw), 0) if self._raw else 0
        chars = self._chars(min(count, most))
        tokens: list[Token] = []
        hidden = off_page = line = at = 0
        for match in _TOKEN.finditer(chars):
            line += chars.count("\n", at, match.start())
            at = match.start()
            for token in self._tokens(match[0], at, line):
                if self._is_off(token):
                    off_page += 1
                    continue
                hidden += self._is_hidden(token, at)
                tokens.append(token)
        return PageText(tokens, cut=count > most, hidden=hidden, off_page=off_page)

    def _chars(self, count: int) -> str:
        """One character for each of pdfium's, so that places can be asked for by index."""
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        text = _DECODE(bytes(buffer)[: count * 2], "replace")[0]
        if len(text) == count and "\x00" not in text:
            return text
        ask = pdfium.FPDFText_GetUnicode
        return "".join(_one_char(ask(self._raw, index)) for index in range(count))

    def _tokens(self, chars: str, start: int, line: int) -> list[Token]:
        broken = chars.endswith(HYPHEN)
        chars = chars.rstrip(HYPHEN)
        text = _clean(chars)
        if not text:
            return []
        boxes = self._boxes(start, len(chars))
        if len(boxes) == 1 or _is_one(boxes):
            return [_token(text, line, boxes, broken=broken)]
        return self._split(chars, start, line, broken=broken)

    def _split(self, chars: str, start: int, line: int, *, broken: bool) -> list[Token]:
        """Characters without a blank that yet stand apart become words of their own."""
        groups: list[tuple[str, list[_Box]]] = []
        for offset, char in enumerate(chars):
            box = self._char_box(start + offset)
            if groups and (box is None or _is_one([*groups[-1][1][-1:], box])):
                text, boxes = groups[-1]
                groups[-1] = (text + char, boxes if box is None else [*boxes, box])
            elif box is not None:
                groups.append((char, [box]))
        tokens = [
            _token(_clean(text), line, boxes, broken=False)
            for text, boxes in groups
            if _clean(text)
        ]
        if tokens:
            tokens[-1].broken = broken
        return tokens

    def _boxes(self, start: int, count: int) -> list["_Box"]:
        """The boxes of a run of characters, as pdfium joins them."""
        rects = pdfium.FPDFText_CountRects(self._raw, start, count)
        found = [box for index in range(rects) if (box := self._rect(index)) is not None]
        if found:
            return found
        single = (self._char_box(index) for index in range(start, start + count))
        return [box for box in single if box is not None] or [(0.0, 0.0, 0.0, 0.0)]

    def _rect(self, index: int) -> "_Box | None":
        if not pdfium.FPDFText_GetRect(self._raw, index, *self._refs):
            return None
        left, top, right, bottom = (side.value for side in self._sides)
        return self._shown(left, top, right, bottom)

    def _char_box(self, index: int) -> "_Box | None":
        if not pdfium.FPDFText_GetCharBox(self._raw, index, *self._refs):
            return None
        left, right, bottom, top = (side.value for side in self._sides)
        return self._shown(left, top, right, bottom)

    def _shown(self, left: float, top: float, right: float, bottom: float) -> "_Box":
        one_x, one_y = place(self._matrix, left, top)
        two_x, two_y = place(self._matrix, right, bottom)
        return min(one_x, two_x), min(one_y, two_y), max(one_x, two_x), max(one_y, two_y)

    def _is_off(self, token: Token) -> bool:
        width, height = self._size
        return token.x1 <= 0 or token.bottom <= 0 or token.x0 >= width or token.top >= height

    def _is_hidden(self, token: Token, index: int) -> bool:
        if token.bottom - token.top < _TINY and token.x1 - token.x0 < _TINY * len(token.text):
            return True
        if not self._hidden_objects:
            return False
        owner = pdfium.FPDFText_GetTextObject(self._raw, index)
        return ctypes.cast(owner, ctypes.c_void_p).value in self._hidden_objects


_Box = tuple[float, float, float, float]
_TINY: Final = 1.0  # points; nobody reads that


def _one_char(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _clean(chars: str) -> str:
    if chars.isascii() and chars.isprintable():
        return chars
    whole = unicodedata.normalize("NFC", chars.translate(_LIGATURES))
    return "".join(char for char in whole if unicodedata.category(char) not in _DROPPED)


def _is_one(boxes: list[_Box]) -> bool:
    """Whether boxes follow each other closely enough to be one word."""
    for left, right in itertools.pairwise(boxes):
        size = max(
            min(left[3] - left[1], left[2] - left[0]), min(right[3] - right[1], right[2] - right[0])
        )
        if _apart(left[0], left[2], right[0], right[2]) > max(size, 1.0):
            return False
        if _apart(left[1], left[3], right[1], right[3]) > max(size / 2, 1.0):
            return False
    return True


def _apart(a0: float, a1: float, b0: float, b1: float) -> float:
    return max(b0 - a1, a0 - b1)


def _token(text: str, line: int, boxes: list[_Box], *, broken: bool) -> Token:
    if len(boxes) == 1:
        x0, top, x1, bottom = boxes[0]
    else:
        x0, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        x1, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Token(text, line, x0, top, x1, bottom, broken)
