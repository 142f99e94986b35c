"""Judging what comes in: whether it is taken at all, and a name that may be shown."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from portal.domain.evidence.containers import Bytes
from portal.domain.evidence.failures import FailureCode
from portal.domain.evidence.limits import Limits
from portal.domain.evidence.types import FileType, file_type

REFUSALS: Final[Mapping[FileType, FailureCode]] = MappingProxyType(
    {
        FileType.MACROS: FailureCode.MACROS,
        FileType.OTHER_OFFICE: FailureCode.OTHER_OFFICE,
        FileType.OTHER_PICTURE: FailureCode.OTHER_PICTURE,
        FileType.SVG: FailureCode.DRAWING,
        FileType.ARCHIVE: FailureCode.ARCHIVE,
        FileType.PROGRAM: FailureCode.PROGRAM,
        FileType.UNKNOWN: FailureCode.NOT_TAKEN,
    }
)

# What a browser's file dialogue offers first; a person may choose anything all the same.
ENDINGS: Final = (
    ".pdf", ".docx", ".xlsx", ".xls", ".pptx", ".odt", ".ods",
    ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif", ".eml", ".msg",
)  # fmt: skip


def refusal(data: Bytes, *, limits: Limits) -> FailureCode | None:
    """Why a file cannot be taken at all, or None."""
    if len(data) == 0:
        return FailureCode.EMPTY
    if len(data) > limits.upload_bytes:
        return FailureCode.TOO_LARGE
    return REFUSALS.get(file_type(data))


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
