"""A second opinion on what a file is: libmagic, on the mapped bytes, in the child alone.

The wheel ``pylibmagic`` brings the library and its table of marks. It is not imported, since it
changes how ctypes finds libraries; what is needed of it is six functions.
"""

import ctypes
import mmap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Final

from portal.domain.evidence import FileType

_MIME_TYPE: Final = 0x10
_ANY_LETTERS: Final = 0x20_0000  # MAGIC_NO_CHECK_ENCODING
_BYTES_MAX: Final = 7  # MAGIC_PARAM_BYTES_MAX
_LOOKED_AT: Final = 1024 * 1024
_LIBRARY: Final = "libmagic.so"
_MARKS: Final = "magic.mgc"
_ZIP: Final = "application/zip"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."
_COMPOUND: Final = ("application/x-ole-storage", "application/CDFV2", "application/octet-stream")

# What libmagic may call a file for both ways to agree. Where it tells a container or a text and
# not what is in it, our own look inside decides.
AGREEING: Final[Mapping[FileType, tuple[str, ...]]] = MappingProxyType(
    {
        FileType.PDF: ("application/pdf",),
        FileType.DOCX: (_OFFICE + "wordprocessingml.document", _ZIP),
        FileType.XLSX: (_OFFICE + "spreadsheetml.sheet", _ZIP),
        FileType.PPTX: (_OFFICE + "presentationml.presentation", _ZIP),
        FileType.ODT: (_OPEN + "text", _OPEN + "text-web", _OPEN + "text-template", _ZIP),
        FileType.ODS: (_OPEN + "spreadsheet", _OPEN + "spreadsheet-template", _ZIP),
        FileType.XLS: ("application/vnd.ms-excel", "application/vnd.ms-office", *_COMPOUND),
        FileType.MSG: ("application/vnd.ms-outlook", "application/vnd.ms-office", *_COMPOUND),
        FileType.LOCKED_OFFICE: (
            "application/encrypted",
            "application/vnd.ms-office",
            "application/vnd.ms-excel",
            *_COMPOUND,
        ),
        FileType.JPEG: ("image/jpeg",),
        FileType.PNG: ("image/png",),
        FileType.TIFF: ("image/tiff",),
        FileType.HEIC: ("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"),
        FileType.EML: ("message/rfc822", "message/news", "text/plain", "text/html", "text/x-mail"),
    }
)


@dataclass(frozen=True, slots=True)
class _Magic:
    """The library, and its handle of the loaded marks."""

    library: ctypes.CDLL
    cookie: int


@cache
def loaded() -> _Magic | None:
    """libmagic with its marks; None where the wheel is missing. Asked by the parent first."""
    spec = find_spec("pylibmagic")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    library = ctypes.CDLL(str(folder / _LIBRARY))
    library.magic_open.restype = ctypes.c_void_p
    library.magic_load.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
    library.magic_setflags.argtypes = (ctypes.c_void_p, ctypes.c_int)
    library.magic_setparam.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    library.magic_buffer.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)
    library.magic_buffer.restype = ctypes.c_char_p
    cookie = library.magic_open(_MIME_TYPE)
    if not cookie or library.magic_load(cookie, str(folder / _MARKS).encode()):
        return None
    most = ctypes.c_size_t(_LOOKED_AT)
    library.magic_setparam(cookie, _BYTES_MAX, ctypes.byref(most))
    return _Magic(library, cookie)


def mime_type(data: mmap.mmap, *, text: bool) -> str | None:
    """What libmagic calls a file; None where it is missing or has no answer.

    In what letters a file may be written is asked for a ``text`` alone: that takes ten times as
    long as all else.
    """
    magic = loaded()
    if magic is None:
        return None
    magic.library.magic_setflags(magic.cookie, _MIME_TYPE | (0 if text else _ANY_LETTERS))
    view = (ctypes.c_char * len(data)).from_buffer(data)
    named: bytes | None = magic.library.magic_buffer(magic.cookie, view, len(data))
    return named.decode("ascii", "replace") if named else None


def agrees(data: mmap.mmap, kind: FileType, *, second: bool) -> bool:
    """Whether libmagic does not contradict our own judgement of a file.

    A PDF behind other bytes is told as a second type already; libmagic may name those bytes.
    """
    if second and kind is FileType.PDF:
        return True
    named = mime_type(data, text=kind is FileType.EML)
    return named is None or named in AGREEING.get(kind, ())
