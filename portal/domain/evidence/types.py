"""What a file is, by its bytes alone: its name and what a browser says of it are never believed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from portal.domain.evidence.containers import (
    COMPOUND_MARK,
    Bytes,
    compound_names,
    ends_as_zip,
    zip_names,
)


class FileType(StrEnum):
    """What a file is: the kinds that are read first, then those that are told and refused."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    HEIC = "heic"
    EML = "eml"
    MSG = "msg"
    LOCKED_OFFICE = "locked_office"  # taken, so that the supplier is told as for a locked PDF
    MACROS = "macros"
    OTHER_OFFICE = "other_office"
    OTHER_PICTURE = "other_picture"
    SVG = "svg"
    ARCHIVE = "archive"
    PROGRAM = "program"
    UNKNOWN = "unknown"


PICTURES: Final = frozenset({FileType.JPEG, FileType.PNG, FileType.TIFF, FileType.HEIC})
PRINTABLE: Final = frozenset({FileType.DOCX, FileType.PPTX, FileType.ODT})
MAILS: Final = frozenset({FileType.EML, FileType.MSG})

SNIFFED_BYTES: Final = 1024  # a PDF's mark stands within these, in every real file measured
_HEADER_CHARS: Final = 8 * 1024
_PDF_MARK: Final = b"%PDF-"
_ZIP_MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06")

_MAGIC: Final = (
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"II*\x00", FileType.TIFF),
    (b"MM\x00*", FileType.TIFF),
    (b"GIF87a", FileType.OTHER_PICTURE),
    (b"GIF89a", FileType.OTHER_PICTURE),
    (b"{\\rtf", FileType.OTHER_OFFICE),
    (b"Rar!\x1a\x07", FileType.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileType.ARCHIVE),
    (b"\x1f\x8b", FileType.ARCHIVE),
    (b"BZh", FileType.ARCHIVE),
    (b"\xfd7zXZ\x00", FileType.ARCHIVE),
    (b"MSCF", FileType.ARCHIVE),
    (b"MZ", FileType.PROGRAM),
    (b"\x7fELF", FileType.PROGRAM),
    (b"#!", FileType.PROGRAM),
    (b"\xca\xfe\xba\xbe", FileType.PROGRAM),
    (b"\xcf\xfa\xed\xfe", FileType.PROGRAM),
    (b"BM", FileType.OTHER_PICTURE),
)
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
_SVG: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!DOCTYPE svg|<!--|<svg[\s>])")

# The main parts of office packages, and what marks one that holds macros.
_MAIN_PARTS: Final = (
    ("word/document.xml", FileType.DOCX),
    ("xl/workbook.xml", FileType.XLSX),
    ("ppt/presentation.xml", FileType.PPTX),
)
_PACKAGE_LIST: Final = "[Content_Types].xml"
_MACRO_PARTS: Final = ("vbaproject.bin", "vbadata.xml")

# An OpenDocument's first member names its type, unpacked, at a fixed place.
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument."
_OPEN_DOCUMENTS: Final = (
    (b"text", FileType.ODT),
    (b"spreadsheet", FileType.ODS),
)

# What stands at the root of a compound file, the telling first.
_COMPOUND: Final = (
    ("EncryptedPackage", FileType.LOCKED_OFFICE),
    ("_VBA_PROJECT_CUR", FileType.MACROS),
    ("Macros", FileType.MACROS),
    ("Workbook", FileType.XLS),
    ("Book", FileType.XLS),
    ("__properties_version1.0", FileType.MSG),
    ("WordDocument", FileType.OTHER_OFFICE),
    ("PowerPoint Document", FileType.OTHER_OFFICE),
)

_CONTAINED: Final = frozenset(
    kind for marks in (_MAIN_PARTS, _OPEN_DOCUMENTS, _COMPOUND) for _, kind in marks
) | {FileType.ARCHIVE}

_HEADER: Final = re.compile(rb"([!-9;-~]{1,70}):[ \t]?")
_FROM_SOMEONE: Final = frozenset({b"from", b"received", b"return-path", b"sender"})
_OF_MAIL: Final = _FROM_SOMEONE | {
    b"to", b"cc", b"subject", b"date", b"message-id", b"mime-version", b"delivered-to", b"reply-to",
}  # fmt: skip
_TELLING_HEADERS: Final = 2

_Mark = TypeVar("_Mark", str, bytes)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A file's type; ``second`` says that it can be opened as another type as well."""

    type: FileType
    second: bool = False


def sniff(data: Bytes) -> Sniffed:
    """Tell a file's type from its head and its own lists, without unpacking anything.

    A PDF's mark may stand behind other bytes, and a ZIP behind any file: both are told.
    """
    head = data[:SNIFFED_BYTES]
    at = head.find(_PDF_MARK)
    kind = _type_at_start(head, data)
    if kind is not None and kind in _CONTAINED:
        return Sniffed(kind, second=at >= 0 and kind is not FileType.ARCHIVE)
    if at >= 0:
        return Sniffed(FileType.PDF, second=at > 0 or ends_as_zip(data))
    kind = kind or _text_type(head, data)
    return Sniffed(kind, second=kind not in MAILS and ends_as_zip(data))


def file_type(data: Bytes) -> FileType:
    """What a file is."""
    return sniff(data).type


def _type_at_start(head: bytes, data: Bytes) -> FileType | None:
    if head.startswith(_ZIP_MARKS):
        return _zip_type(head, data)
    if head.startswith(COMPOUND_MARK):
        return _first(_COMPOUND, compound_names(data).__contains__, FileType.OTHER_OFFICE)
    if head[4:8] == b"ftyp":
        return FileType.HEIC if head[8:12] in _HEIC_BRANDS else FileType.OTHER_PICTURE
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return FileType.OTHER_PICTURE
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _zip_type(head: bytes, data: Bytes) -> FileType:
    names = zip_names(data)
    if names is None:
        return FileType.UNKNOWN  # cut off, or made to mislead
    if any(name.lower().endswith(_MACRO_PARTS) for name in names):
        return FileType.MACROS
    if head[30:].startswith(_OPEN_DOCUMENT):
        named = head[30 + len(_OPEN_DOCUMENT) :]
        return _first(_OPEN_DOCUMENTS, named.startswith, FileType.OTHER_OFFICE)
    if _PACKAGE_LIST not in names:
        return FileType.ARCHIVE
    return _first(_MAIN_PARTS, frozenset(names).__contains__, FileType.OTHER_OFFICE)


def _first(
    kinds: Iterable[tuple[_Mark, FileType]], holds: Callable[[_Mark], bool], otherwise: FileType
) -> FileType:
    return next((kind for mark, kind in kinds if holds(mark)), otherwise)


def _text_type(head: bytes, data: Bytes) -> FileType:
    if _SVG.match(head) and b"<svg" in head:
        return FileType.SVG
    return FileType.EML if _is_mail(data[:_HEADER_CHARS]) else FileType.UNKNOWN


def _is_mail(head: bytes) -> bool:
    """Whether a text begins with a mail's headers, among them who sent it."""
    if b"\x00" in head:
        return False
    lines = head.replace(b"\r\n", b"\n").split(b"\n")
    if lines[0].startswith(b"From "):  # as mailboxes put it before each mail
        del lines[0]
    names = set()
    for line in lines[:-1]:
        if not line:
            break
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif line[:1] not in (b" ", b"\t"):
            return False
    return len(names & _OF_MAIL) >= _TELLING_HEADERS and bool(names & _FROM_SOMEONE)
