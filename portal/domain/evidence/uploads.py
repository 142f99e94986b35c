"""Judging what comes in: what the first bytes are, and a name that may be shown."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from portal.domain.evidence.failures import FailureCode
from portal.domain.evidence.limits import Limits


class FileType(StrEnum):
    """What the first bytes say a file is, however it is named."""

    PDF = "pdf"
    PICTURE = "picture"
    OFFICE = "office"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"


SNIFFED_BYTES: Final = 1024  # a PDF's mark stands within these, in every real file measured

# RIFF is judged by its form, ZIP by its first member, so neither stands here.
MAGIC: Final[tuple[tuple[bytes, FileType], ...]] = (
    (b"\xff\xd8\xff", FileType.PICTURE),
    (b"\x89PNG\r\n\x1a\n", FileType.PICTURE),
    (b"GIF87a", FileType.PICTURE),
    (b"GIF89a", FileType.PICTURE),
    (b"BM", FileType.PICTURE),
    (b"II*\x00", FileType.PICTURE),
    (b"MM\x00*", FileType.PICTURE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileType.OFFICE),
    (b"{\\rtf", FileType.OFFICE),
    (b"Rar!\x1a\x07", FileType.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileType.ARCHIVE),
    (b"\x1f\x8b", FileType.ARCHIVE),
)
PICTURE_BRANDS: Final = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"avif"})
OFFICE_MEMBERS: Final = (b"[Content_Types].xml", b"_rels/", b"word/", b"xl/", b"ppt/", b"mimetype")


def file_type(head: bytes) -> FileType:
    """The type of a file by its first ``SNIFFED_BYTES`` bytes."""
    head = head[:SNIFFED_BYTES]
    if b"%PDF-" in head:
        return FileType.PDF
    if head.startswith(b"PK\x03\x04"):
        member = head[30:80]
        return FileType.OFFICE if member.startswith(OFFICE_MEMBERS) else FileType.ARCHIVE
    if head[4:8] == b"ftyp" and head[8:12] in PICTURE_BRANDS:
        return FileType.PICTURE
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return FileType.PICTURE
    return next((kind for magic, kind in MAGIC if head.startswith(magic)), FileType.UNKNOWN)


REFUSALS: Final[Mapping[FileType, FailureCode]] = MappingProxyType(
    {
        FileType.PICTURE: FailureCode.PICTURE,
        FileType.OFFICE: FailureCode.OFFICE,
        FileType.ARCHIVE: FailureCode.ARCHIVE,
        FileType.UNKNOWN: FailureCode.NOT_PDF,
    }
)


def refusal(head: bytes, *, size: int, limits: Limits) -> FailureCode | None:
    """Why a file cannot be taken at all, or None. ``size`` is in bytes."""
    if size == 0:
        return FailureCode.EMPTY
    if size > limits.upload_bytes:
        return FailureCode.TOO_LARGE
    return REFUSALS.get(file_type(head))


NAME_CHARS: Final = 120
UNNAMED: Final = "document"
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean_name(name: str) -> str:
    """A file's name as it may be shown: no folders, no control or direction marks, bounded.

    Cleaning twice changes nothing. A long name keeps its ending; an empty one becomes
    ``document``. The name is for people only: objects are stored under their hash.
    """
    kept = "".join(c for c in _spaced(name) if unicodedata.category(c) not in _DROPPED)
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", kept))[-1]
    shown = " ".join(base.split()).lstrip(". ")
    return _shortened(shown) or UNNAMED


def _spaced(name: str) -> str:
    return re.sub(r"[\s\u2028\u2029]", " ", name)


def _shortened(name: str) -> str:
    if len(name) <= NAME_CHARS:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 8:
        return name[:NAME_CHARS].rstrip()
    return f"{stem[: NAME_CHARS - len(ending) - 1].rstrip()}.{ending}"
