"""The words of a rich text body, unpacked ([MS-OXRTFCP]) and freed of its orders."""

import re
import struct
from dataclasses import dataclass, replace
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
    rb"\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([^a-z]))|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\",
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
# The codepage of a font by the number of its set of signs.
_CHARSETS: Final = {
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip

# A codec is a file, and the child has none.
for _codepage in _CHARSETS.values():
    "".encode(_codepage)


def text_of_rtf(data: bytes) -> str:
    """What a rich text shows. One made of a page of the web holds that page's tags besides.

    Such a text marks what stands for a tag or a sign of the page (``\\htmlrtf``): it is what
    everyone sees who reads rich text, and belongs to the words.
    """
    words = _Words()
    at = 0
    while token := _TOKEN.match(data, at):
        at = token.end() + words.take(token)
    return words.text()


@dataclass(slots=True)
class _Look:
    """What holds within a group and ends with it."""

    seen: bool = True
    deleted: bool = False
    passed_over: int = 1  # signs behind one in Unicode that stand for it in old programs
    font: int = -1


class _Words:
    """Reads token by token."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._old = bytearray()  # signs of a codepage; some are two bytes long
        self._groups: list[_Look] = []
        self._deeper = 0  # groups open beyond those that are kept
        self._look = _Look()
        self._left = 0
        self._codepage = _CODEPAGE
        self._fonts: dict[int, str] = {}

    def text(self) -> str:
        """All that was said."""
        self._flush()
        # Signs beyond the first 65,536 come in two halves; a half alone is no sign.
        halves = "".join(self._parts).encode("utf-16-le", "surrogatepass")
        return halves.decode("utf-16-le", "replace")

    def take(self, token: re.Match[bytes]) -> int:
        """The next token; how many bytes behind it are no text."""
        word, number, code, sign, brace, plain = token.groups()
        if code or plain:
            self._say_old(bytes([int(code, 16)]) if code else plain)
            return 0
        self._flush()
        if brace:
            self._turn(brace)
        elif word and word.lower() == b"bin":
            return max(int(number or 0), 0)
        elif word:
            self._order(word.lower(), None if number is None else int(number))
        elif sign == b"*":
            self._look.seen = False
        elif sign:
            self._say(_SIGNS.get(sign, ""))
        return 0

    def _turn(self, brace: bytes) -> None:
        self._left = 0
        if brace == b"{":
            self._deeper += len(self._groups) >= _DEPTH
            if not self._deeper:
                self._groups.append(replace(self._look))
        elif self._deeper:
            self._deeper -= 1
        elif self._groups:
            self._look = self._groups.pop()

    def _order(self, word: bytes, number: int | None) -> None:
        look = self._look
        if word in _UNSEEN:
            look.seen = False
        elif word == b"deleted":
            look.deleted = number != 0
        elif word == b"f" and number is not None:
            look.font = number
        elif word == b"fcharset" and number in _CHARSETS:
            self._fonts[look.font] = _CHARSETS[number]
        elif word == b"ansicpg":
            self._codepage = f"cp{number}"
        elif word == b"uc":
            look.passed_over = 1 if number is None else max(number, 0)
        elif word == b"u" and number is not None:
            self._say(chr(number % 0x10000))
            self._left = look.passed_over
        else:
            self._say(_SHOWN.get(word, ""))

    def _say(self, text: str) -> None:
        if self._look.seen and not self._look.deleted:
            self._parts.append(text)

    def _say_old(self, signs: bytes) -> None:
        """Signs of a codepage, but for those that only stand for the one before."""
        kept, self._left = signs[self._left :], max(self._left - len(signs), 0)
        self._old += kept

    def _flush(self) -> None:
        if self._old:
            signs = bytes(self._old)
            self._old.clear()
            self._say(_decoded(signs, self._fonts.get(self._look.font, self._codepage)))


def _decoded(signs: bytes, codepage: str) -> str:
    try:
        return signs.decode(codepage, "replace")
    except (LookupError, PermissionError):  # a codepage that is none, or one not loaded
        return signs.decode(_CODEPAGE, "replace")
