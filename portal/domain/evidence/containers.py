"""The names inside a ZIP or a compound file, from its own lists alone; nothing is unpacked.

Every count and every chain is bounded, since the lists are a stranger's.
"""

import struct
from collections.abc import Iterator
from typing import Final, Protocol


class Bytes(Protocol):
    """The bytes of a file, of which only parts are asked for: bytes, a mapped file."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, part: slice, /) -> bytes:
        """Some of them."""


_END: Final = struct.Struct("<4s4HIIH")  # of central directory
_ENTRY: Final = struct.Struct("<4s6H3I5H2I")
_END_MARK: Final = b"PK\x05\x06"
_ENTRY_MARK: Final = b"PK\x01\x02"
_COMMENT: Final = 0xFFFF
_LIST_BYTES: Final = 4 * 1024 * 1024
_MOST_NAMES: Final = 20_000


def zip_names(data: Bytes) -> tuple[str, ...] | None:
    """The names of a ZIP's members as its central directory gives them; None without one."""
    found = _directory(data, exact=False)
    return tuple(_names(found)) if found else None


def ends_as_zip(data: Bytes) -> bool:
    """Whether a file can be unpacked as a ZIP, whatever its first bytes are.

    To the last byte: a ZIP that lies inside another file does not make it one.
    """
    return bool(_directory(data, exact=True))


def _directory(data: Bytes, *, exact: bool) -> bytes | None:
    """A ZIP's central directory, found from its end; what stands before the ZIP moves nothing."""
    size = len(data)
    tail = data[max(size - _END.size - _COMMENT, 0) : size]
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        return None
    _, _, _, _, count, length, _, comment = _END.unpack_from(tail, at)
    end = size - len(tail) + at
    behind = len(tail) - at - _END.size
    if not count or comment > behind or (exact and comment < behind):
        return None
    if length > min(end, _LIST_BYTES):
        return None
    directory = data[end - length : end]
    return directory if directory.startswith(_ENTRY_MARK) else None


def _names(directory: bytes) -> Iterator[str]:
    at = 0
    for _ in range(_MOST_NAMES):
        if len(directory) - at < _ENTRY.size or directory[at : at + 4] != _ENTRY_MARK:
            return
        fields = _ENTRY.unpack_from(directory, at)
        name, extra, comment = fields[10:13]
        start = at + _ENTRY.size
        yield directory[start : start + name].decode("utf-8", "replace")
        at = start + name + extra + comment


COMPOUND_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES: Final = 512
_FREE: Final = 0xFFFF_FFF0  # this and above are no sectors
_MOST_SECTORS: Final = 2_048
_MOST_LISTS: Final = 1_024
_SLOT_BYTES: Final = 128


def compound_names(data: Bytes) -> frozenset[str]:
    """The names at the root of a compound file (OLE2): the old office files, Outlook's mails."""
    if data[: len(COMPOUND_MARK)] != COMPOUND_MARK or len(data) < _HEADER_BYTES:
        return frozenset()
    slots = _slots(data)
    if not slots:
        return frozenset()
    names, waiting, seen = set(), [_number(slots[0], 76)], set[int]()
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(slots):
            continue
        seen.add(number)
        slot = slots[number]
        length = min(int.from_bytes(slot[64:66], "little"), 64)
        names.add(slot[: max(length - 2, 0)].decode("utf-16-le", "replace"))
        waiting += (_number(slot, 68), _number(slot, 72))
    return frozenset(names)


def _slots(data: Bytes) -> list[bytes]:
    """The directory's entries, in the order they are numbered."""
    header = data[:_HEADER_BYTES]
    size = 1 << int.from_bytes(header[30:32], "little")
    if size not in (512, 4096):
        return []
    lists = _lists(data, header, size)
    slots: list[bytes] = []
    sector = _number(header, 48)
    for _ in range(_MOST_SECTORS):
        if sector >= _FREE:
            break
        part = _sector(data, sector, size)
        slots += (part[at : at + _SLOT_BYTES] for at in range(0, len(part), _SLOT_BYTES))
        sector = _next(data, lists, sector, size)
    return [slot for slot in slots if len(slot) == _SLOT_BYTES]


def _lists(data: Bytes, header: bytes, size: int) -> list[int]:
    """The sectors that hold the table of what follows on each sector."""
    found = [_number(header, at) for at in range(76, _HEADER_BYTES, 4)]
    more = _number(header, 68)
    while more < _FREE and len(found) < _MOST_LISTS:
        part = _sector(data, more, size)
        if len(part) < size:
            break
        found += (_number(part, at) for at in range(0, size - 4, 4))
        more = _number(part, size - 4)
    return [sector for sector in found if sector < _FREE]


def _next(data: Bytes, lists: list[int], sector: int, size: int) -> int:
    held = size // 4
    if sector // held >= len(lists):
        return _FREE
    at = (lists[sector // held] + 1) * size + sector % held * 4
    return _number(data[at : at + 4] or b"\xff\xff\xff\xff", 0)


def _sector(data: Bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _number(part: bytes, at: int) -> int:
    return int.from_bytes(part[at : at + 4], "little")
