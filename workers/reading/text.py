"""The words of a page with their places, from pdfium. Runs in the child.

pdfium gives the characters in the order they were written, with blanks and line ends of its own
where the places call for them.
"""

import codecs
import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, Self

import pypdfium2.raw as pdfium

from workers.reading.geometry import IDENTITY, Sheet, place

# pdfium writes this where a word is broken at a line's end, and leaves the line end out.
HYPHEN: Final = "\ufffe"

_TOKEN: Final = re.compile(r"[^\s\ufffe]+\ufffe?")
_SPELT_OUT: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    # Bullets, ticks and boxes of the Symbol and Wingdings fonts, which have no other code.
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf06c": "●", "\uf06e": "■", "\uf0d8": "➢", "\uf0e0": "→"}
    | {"\uf0fc": "✓", "\uf0fe": "☑", "\uf0fd": "☒", "\uf06f": "☐", "\uf0a8": "☐", "\uf071": "☐"}
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

    def __init__(self, page: Any) -> None:  # Any: pdfium's handles are untyped
        self._raw = pdfium.FPDFText_LoadPage(page)
        self._matrix = IDENTITY
        # Four numbers that pdfium writes one by one and that are read at once.
        self._sides = (ctypes.c_double * 4)()
        self._refs = tuple(
            ctypes.byref(ctypes.c_double.from_buffer(self._sides, 8 * side)) for side in range(4)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._raw:
            pdfium.FPDFText_ClosePage(self._raw)

    def read(self, sheet: Sheet, *, most: int, hidden: set[int]) -> PageText:
        """The words among the first ``most`` characters, placed on a sheet.

        ``hidden`` holds the addresses of pdfium's objects whose text is not shown.
        """
        self._matrix = sheet.matrix()
        count = max(pdfium.FPDFText_CountChars(self._raw), 0) if self._raw else 0
        chars = self._chars(min(count, most))
        tokens: list[Token] = []
        unseen = off_page = line = at = 0
        quick = self._upright if sheet.turns == 0 else self._tokens
        for match in _TOKEN.finditer(chars):
            line += chars.count("\n", at, match.start())
            at = match.start()
            for token in quick(match[0], at, line):
                if _is_off(token, sheet):
                    off_page += 1
                    continue
                unseen += self._is_unseen(token, at, hidden)
                tokens.append(token)
        return PageText(tokens, cut=count > most, hidden=unseen, off_page=off_page)

    def _upright(self, chars: str, start: int, line: int) -> Sequence[Token]:
        """As ``_tokens`` but without detours for what nearly every word is: plain, in one piece."""
        raw, count = self._raw, len(chars)
        if (
            not chars.isascii()
            or not chars.isprintable()
            or pdfium.FPDFText_CountRects(raw, start, count) != 1
            or not pdfium.FPDFText_GetRect(raw, 0, *self._refs)
        ):
            return self._tokens(chars, start, line)
        left, top, right, bottom = self._sides
        wide, high = right - left, top - bottom
        if wide <= 0 or high <= 0 or wide > _WIDE * count * high or high > _WIDE * count * wide:
            return self._tokens(chars, start, line)
        across, down = self._matrix[4:]
        return (Token(chars, line, left + across, down - top, right + across, down - bottom),)

    def turns(self) -> int:
        """How many quarters clockwise the page must be turned for most of its text to lie flat."""
        count = max(pdfium.FPDFText_CountChars(self._raw), 0) if self._raw else 0
        angles = (
            pdfium.FPDFText_GetCharAngle(self._raw, index)
            for index in range(0, count, max(count // _SAMPLES, 1))
        )
        # pdfium's angle grows clockwise: text that runs upwards has three quarters.
        found = Counter(round(-angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
        return found.most_common(1)[0][0] if found else 0

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
        if _is_one(boxes) and not _is_wide(boxes, len(chars)):
            return [_token(text, line, boxes, broken=broken)]
        return self._split(chars, start, line, broken=broken)

    def _split(self, chars: str, start: int, line: int, *, broken: bool) -> list[Token]:
        """Characters without a blank that yet stand apart become words of their own."""
        groups: list[tuple[list[str], list[_Box]]] = []
        em = self._em(start)
        for offset, char in enumerate(chars):
            box = self._char_box(start + offset)
            if groups and (box is None or _is_one([groups[-1][1][-1], box], em)):
                groups[-1][0].append(char)
                groups[-1][1].extend([box] if box is not None else [])
            elif box is not None:
                groups.append(([char], [box]))
        tokens = [
            _token(text, line, boxes, broken=False)
            for chars_of, boxes in groups
            if (text := _clean("".join(chars_of)))
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
        left, top, right, bottom = self._sides
        return self._shown(left, top, right, bottom)

    def _char_box(self, index: int) -> "_Box | None":
        if not pdfium.FPDFText_GetCharBox(self._raw, index, *self._refs):
            return None
        left, right, bottom, top = self._sides
        return self._shown(left, top, right, bottom)

    def _em(self, index: int) -> float:
        """About the size of the font a character is set in, in points."""
        box = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(self._raw, index, box):
            return 0.0
        return float(max(abs(box.right - box.left), abs(box.top - box.bottom)))

    def _shown(self, left: float, top: float, right: float, bottom: float) -> "_Box":
        one_x, one_y = place(self._matrix, left, top)
        two_x, two_y = place(self._matrix, right, bottom)
        return min(one_x, two_x), min(one_y, two_y), max(one_x, two_x), max(one_y, two_y)

    def _is_unseen(self, token: Token, index: int, hidden: set[int]) -> bool:
        """Whether nobody can see a word: too small, or drawn without ink."""
        if token.bottom - token.top < _TINY and self._em(index) < _TINY:
            return True
        if not hidden:
            return False
        owner = pdfium.FPDFText_GetTextObject(self._raw, index)
        return ctypes.cast(owner, ctypes.c_void_p).value in hidden


_Box = tuple[float, float, float, float]
_SAMPLES: Final = 24
_WIDE: Final = 1.8  # heights of a character that no character is wide
_TINY: Final = 1.0  # points; nobody reads that


def _is_off(token: Token, sheet: Sheet) -> bool:
    over = token.x0 >= sheet.width or token.top >= sheet.height
    return over or token.x1 <= 0 or token.bottom <= 0


def _one_char(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _clean(chars: str) -> str:
    if chars.isascii() and chars.isprintable():
        return chars
    whole = unicodedata.normalize("NFC", chars.translate(_SPELT_OUT))
    return "".join(char for char in whole if unicodedata.category(char) not in _DROPPED)


def _is_one(boxes: list[_Box], em: float = 0.0) -> bool:
    """Whether boxes follow each other closely enough to be one word."""
    for left, right in pairwise(boxes):
        size = max(em, *(min(b[3] - b[1], b[2] - b[0]) for b in (left, right)), 1.0)
        if _apart(left[0], left[2], right[0], right[2]) > size:
            return False
        if _apart(left[1], left[3], right[1], right[3]) > size / 2:
            return False
    return True


def _is_wide(boxes: list[_Box], count: int) -> bool:
    """Whether one box is so long for its characters that it may span a gap."""
    if len(boxes) != 1 or count < 2:
        return False
    x0, top, x1, bottom = boxes[0]
    wide, high = x1 - x0, bottom - top
    return max(wide, high) > _WIDE * count * min(wide, high)


def _apart(a0: float, a1: float, b0: float, b1: float) -> float:
    return max(b0 - a1, a0 - b1)


def _token(text: str, line: int, boxes: list[_Box], *, broken: bool) -> Token:
    if len(boxes) == 1:
        x0, top, x1, bottom = boxes[0]
    else:
        x0, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        x1, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Token(text, line, x0, top, x1, bottom, broken)
