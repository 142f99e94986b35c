"""Bounds what comes out of the sandbox: a child that read a stranger's bytes may be a stranger."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Final

import numpy as np

from portal.domain.evidence import (
    PROPERTIES,
    PROPERTY_CHARS,
    ActiveContent,
    Box,
    FailureCode,
    Inspection,
    Limits,
    PageNote,
    ReadingMethod,
    Word,
    clean_name,
)

PAGE_BYTES: Final = 16 * 1024 * 1024
END_OF_JSON: Final = b"\n"  # JSON holds none; behind it a page's words, packed
PACKED: Final = np.dtype("<i4")  # six for each word: start, end, x0, y0, x1, y1
_WORD_BYTES: Final = 6 * PACKED.itemsize
_SCALE: Final = 100_000
_LONGEST_SIDE: Final = 1e9  # points
_FAULT_CHARS: Final = 300
_TEXT_PER_CHAR: Final = 6  # blanks, cell marks and ligatures add to what pdfium counted
_NAME_CHARS: Final = 1_000
_PICTURES: Final = 40

# What a child may say of a document or a page that it cannot open; the first stands for the rest.
_FAILURES: Final = (
    FailureCode.DAMAGED,
    FailureCode.ENCRYPTED,
    FailureCode.TYPE_UNCLEAR,
    FailureCode.MACROS,
    FailureCode.TOO_MANY_PARTS,
    FailureCode.UNPACKS_TOO_LARGE,
    FailureCode.PICTURE_TOO_LARGE,
)
_LOSSES: Final = (FailureCode.PAGE_DAMAGED, FailureCode.PICTURE_TOO_LARGE)
_NOT_STORED: Final = frozenset("\x00\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")


class Untrusted(Exception):
    """The child answered what no reading of ours answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """A page as the child read it, within bounds. ``bare`` are pictures that no text lies on."""

    number: int
    width: float
    height: float
    text: str
    words: tuple[Word, ...]
    tables: int
    objects: int
    picture: float
    notes: tuple[PageNote, ...]
    method: ReadingMethod = ReadingMethod.TEXT
    part: str = ""
    bare: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class PageCount:
    """How many pages the child says there are."""

    pages: int


@dataclass(frozen=True, slots=True)
class Unloadable:
    """A page that the reader will not open, and why."""

    number: int
    code: FailureCode = FailureCode.PAGE_DAMAGED


@dataclass(frozen=True, slots=True)
class Fault:
    """The child met a fault of its own; ``text`` says where, for the log only."""

    text: str


Answer = PageCount | Unloadable | RawPage | Inspection | FailureCode | Fault


def parse_answer(frame: bytes, limits: Limits) -> Answer:
    """One frame of the child. Raises Untrusted."""
    told, _, packed = frame.partition(END_OF_JSON)
    try:
        message = json.loads(told)
    except (ValueError, RecursionError) as error:
        raise Untrusted("no JSON") from error
    if not isinstance(message, dict):
        raise Untrusted("no object")
    if "pages" in message:
        return PageCount(_whole(message, "pages", 0, 1 << 31))
    if "failed" in message:
        return _known(_FAILURES, {"code": message["failed"]})
    if "fault" in message:
        return Fault(ascii(message["fault"])[:_FAULT_CHARS])
    if "lost" in message:
        return Unloadable(_whole(message, "lost", 1, limits.pages), _known(_LOSSES, message))
    if "active" in message:
        return _inspection(message)
    return _page(message, packed, limits)


def _known(codes: Sequence[FailureCode], message: Mapping[str, Any]) -> FailureCode:
    """One of the codes a child may tell; the first for whatever else it says."""
    return next((code for code in codes if code.value == message.get("code")), codes[0])


def _inspection(message: Mapping[str, Any]) -> Inspection:
    """Known codes and known properties only; whatever else was sent is passed over."""
    active, said = message["active"], message.get("properties")
    if not isinstance(active, list) or not isinstance(said, dict):
        raise Untrusted("inspection")
    codes = active[: len(ActiveContent) + 1]
    properties = {key: _one_line(said[key]) for key in PROPERTIES if isinstance(said.get(key), str)}
    return Inspection(
        tuple(code for code in ActiveContent if code.value in codes),
        {key: value for key, value in properties.items() if value},
    )


def _one_line(untrusted: str) -> str:
    shown = (char if char.isprintable() else " " for char in untrusted[:PROPERTY_CHARS])
    return " ".join("".join(shown).split())


def _page(message: Mapping[str, Any], packed: bytes, limits: Limits) -> RawPage:
    text = message.get("text")
    if not isinstance(text, str) or len(text) > limits.chars * _TEXT_PER_CHAR:
        raise Untrusted("text")
    if not text.replace("\n", " ").isprintable() and not _can_be_stored(text):
        raise Untrusted("characters")
    return RawPage(
        number=_whole(message, "page", 1, limits.pages),
        width=_size(message, "width"),
        height=_size(message, "height"),
        text=text,
        words=parse_words(packed, text, limits),
        tables=_whole(message, "tables", 0, limits.crossings),
        objects=_whole(message, "objects", 0, limits.objects + 1000),
        picture=_share(message, "picture"),
        notes=_notes(message.get("notes")),
        method=_method(message),
        part=_part(message),
        bare=_bare(message.get("bare", [])),
    )


def _method(message: Mapping[str, Any]) -> ReadingMethod:
    """Read from a page or from cells; whether it is a picture, the parent judges."""
    cells = message.get("method") == ReadingMethod.CELLS.value
    return ReadingMethod.CELLS if cells else ReadingMethod.TEXT


def _part(message: Mapping[str, Any]) -> str:
    part = message.get("part", "")
    if not isinstance(part, str):
        raise Untrusted("part")
    return clean_name(part[:_NAME_CHARS]) if part else ""


def _bare(untrusted: object) -> tuple[Box, ...]:
    if not isinstance(untrusted, list) or len(untrusted) > _PICTURES:
        raise Untrusted("pictures")
    return tuple(map(_box, untrusted))


def _box(untrusted: object) -> Box:
    """A box of whole numbers, as words have theirs."""
    if not isinstance(untrusted, list) or len(untrusted) != 4:
        raise Untrusted("picture")
    if any(type(side) is not int or not 0 <= side <= _SCALE for side in untrusted):
        raise Untrusted("picture")
    x0, y0, x1, y1 = untrusted
    if x0 > x1 or y0 > y1:
        raise Untrusted("picture")
    return Box(x0 / _SCALE, y0 / _SCALE, x1 / _SCALE, y1 / _SCALE)


def _can_be_stored(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return _NOT_STORED.isdisjoint(text)


def parse_words(packed: bytes, text: str, limits: Limits) -> tuple[Word, ...]:
    """Words from six whole numbers each. Raises Untrusted.

    Offsets rise, lie in the text and hold no blank at their ends; places lie on the page.
    """
    if len(packed) % _WORD_BYTES or len(packed) > limits.chars * _WORD_BYTES:
        raise Untrusted("words")
    if not packed:
        return ()
    words = np.frombuffer(packed, PACKED).reshape(-1, 6)
    starts, ends = words[:, 0], words[:, 1]
    if starts[0] < 0 or ends[-1] > len(text) or (starts >= ends).any():
        raise Untrusted("offsets")
    if (ends[:-1] > starts[1:]).any():
        raise Untrusted("offsets")
    low, high = words[:, 2:4], words[:, 4:6]
    if low.min() < 0 or high.max() > _SCALE or (low > high).any():
        raise Untrusted("places")
    offsets, sides = words[:, :2].T.tolist(), (words[:, 2:] / _SCALE).T.tolist()
    # The class's own making of a tuple is several times slower, and here are all words.
    return tuple(map(tuple.__new__, repeat(Word), zip(*offsets, *sides, strict=True)))


def _notes(untrusted: object) -> tuple[PageNote, ...]:
    if not isinstance(untrusted, list):
        raise Untrusted("notes")
    told = untrusted[: len(PageNote)]
    return tuple(note for note in PageNote if note.value in told) if told else ()


def _whole(message: Mapping[str, Any], key: str, low: int, high: int) -> int:
    value = message.get(key)
    if type(value) is not int or not low <= value <= high:
        raise Untrusted(key)
    return value


def _size(message: Mapping[str, Any], key: str) -> float:
    value = message.get(key)
    if not isinstance(value, int | float) or not 0 < value <= _LONGEST_SIDE:
        raise Untrusted(key)
    return float(value)


def _share(message: Mapping[str, Any], key: str) -> float:
    value = message.get(key)
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Untrusted(key)
    return float(value)
