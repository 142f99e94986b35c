"""The words of a rich text body, unpacked ([MS-OXRTFCP]) and freed of its orders."""

import re
import struct
from typing import Final

from workers.reading.office.flow import CELL_MARK

_HEADER: Final = struct.Struct("<III4x")  # bytes that follow, bytes unpacked, kind, check sum
_PACKED: Final = 0x75465A4C  # LZFu
_PLAIN: Final = 0x414C454D  # MELA
_WINDOW: Final = 4_096
# What the window holds before the first byte.
_BEGINNING: Final = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpacked(data: bytes, *, most: int) -> bytes:
    """A body as it was before it was packed, at most so many bytes. Raises ValueError."""
    if len(data) < _HEADER.size:
        raise ValueError("no header")
    _, size, kind = _HEADER.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEADER.size :][: min(size, most)]
    if kind != _PACKED:
        raise ValueError("unknown packing")
    return _inflated(data, min(size, most))


def _inflated(data: bytes, most: int) -> bytes:
    """Eight steps behind each byte of flags: a byte as it is, or a place to copy from."""
    told = bytearray(_BEGINNING)
    at = _HEADER.size
    while at < len(data) and len(told) < len(_BEGINNING) + most:
        flags, at = data[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                told += data[at : at + 1]
                at += 1
                continue
            place, at = int.from_bytes(data[at : at + 2], "big"), at + 2
            back = (len(told) - (place >> 4)) % _WINDOW
            if not back or back > len(told):  # the mark of the end, or what was never written
                at = len(data)
                break
            for _ in range((place & 15) + 2):
                told.append(told[-back])
    return bytes(told[len(_BEGINNING) :][:most])


_TOKEN: Final = re.compile(
    rb"\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([^a-z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN: Final = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"generator",
     b"listtable", b"listoverridetable", b"themedata", b"datastore"}
)  # fmt: skip
_SHOWN: Final = {
    b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n", b"page": "\n", b"tab": " ",
    b"cell": CELL_MARK, b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c",
    b"rdblquote": "\u201d", b"endash": "\u2013", b"emdash": "\u2014", b"bullet": "\u2022",
}  # fmt: skip
_SIGNS: Final = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_DEPTH: Final = 200
_CODEPAGE: Final = "cp1252"


def text_of_rtf(data: bytes) -> str:
    """What a rich text shows. One made of a page of the web shows that page's words."""
    words = _Words()
    for token in _TOKEN.finditer(data):
        words.take(token)
    return "".join(words.parts)


class _Words:
    """Reads token by token. Each open group keeps whether it is seen and what hides a sign."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._groups: list[tuple[bool, bool, int]] = []
        self._deeper = 0  # groups open beyond those that are kept
        self._seen = True
        self._for_others = False  # repeats for readers of rich text what the page has by itself
        self._passed_over = 1  # signs behind one in Unicode that stand for it in old programs
        self._left = 0
        self._codepage = _CODEPAGE

    def take(self, token: re.Match[bytes]) -> None:
        """The next token."""
        word, number, code, sign, brace, plain = token.groups()
        if brace:
            self._turn(brace)
        elif word:
            self._order(word.lower(), int(number or 1), given=number is not None)
        elif code:
            self._say(self._decoded(bytes([int(code, 16)])), old=True)
        elif sign == b"*":
            self._seen = False
        elif sign:
            self._say(_SIGNS.get(sign, ""))
        elif plain:
            kept, self._left = plain[self._left :], max(self._left - len(plain), 0)
            self._say(self._decoded(kept))

    def _turn(self, brace: bytes) -> None:
        self._left = 0
        if brace == b"{":
            kept = (self._seen, self._for_others, self._passed_over)
            self._deeper += len(self._groups) >= _DEPTH
            if not self._deeper:
                self._groups.append(kept)
        elif self._deeper:
            self._deeper -= 1
        elif self._groups:
            self._seen, self._for_others, self._passed_over = self._groups.pop()

    def _order(self, word: bytes, number: int, *, given: bool) -> None:
        if word in _UNSEEN:
            self._seen = False
        elif word == b"htmlrtf":
            self._for_others = not (given and number == 0)
        elif word == b"ansicpg":
            self._codepage = f"cp{number}"
        elif word == b"uc":
            self._passed_over = max(number, 0) if given else 1
        elif word == b"u" and given:
            self._say(chr(number % 0x10000))
            self._left = self._passed_over
        else:
            self._say(_SHOWN.get(word, ""))

    def _say(self, text: str, *, old: bool = False) -> None:
        if old and self._left:
            self._left -= 1
        elif self._seen and not self._for_others:
            self.parts.append(text)

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode(self._codepage, "replace")
        except (LookupError, PermissionError):  # a codepage that is none, or one not loaded
            return data.decode(_CODEPAGE, "replace")
