"""What a PDF holds beside its pages: scripts, orders, files within, forms, seals. In the child.

Each object is looked at, also those packed into object streams, which no search through the
bytes of the file would find.
"""

import io
import mmap
import re
import time
from collections.abc import Iterator, Mapping
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from portal.domain.evidence import PROPERTIES, PROPERTY_CHARS, ActiveContent, Inspection
from workers.reading.pagetree import leaves_in

_OBJECTS: Final = 200_000
_DEPTH: Final = 50  # of dictionaries within dictionaries
_SECONDS: Final = 4.0  # less than a page may take: what was found until then is told

_BY_ACTION: Final[Mapping[str, ActiveContent]] = {
    "/JavaScript": ActiveContent.SCRIPT,
    "/Launch": ActiveContent.LAUNCH,
    "/GoToE": ActiveContent.EMBEDDED_FILE,
    "/GoToR": ActiveContent.EXTERNAL_LINK,
    "/URI": ActiveContent.EXTERNAL_LINK,
    "/SubmitForm": ActiveContent.EXTERNAL_LINK,
    "/ImportData": ActiveContent.EXTERNAL_LINK,
}
_BY_TYPE: Final[Mapping[str, ActiveContent]] = {
    "/EmbeddedFile": ActiveContent.EMBEDDED_FILE,
    "/Sig": ActiveContent.SIGNATURE,
    "/DocTimeStamp": ActiveContent.SIGNATURE,
}
_BY_KEY: Final[Mapping[str, ActiveContent]] = {
    "/JS": ActiveContent.SCRIPT,
    "/EF": ActiveContent.EMBEDDED_FILE,
    "/XFA": ActiveContent.XFA,
    "/ByteRange": ActiveContent.SIGNATURE,
}
# Nothing of these in an object written out: nothing to look for within it.
_WORTH_A_LOOK: Final = re.compile(
    b"|".join(
        re.escape(name.encode())
        for name in (*_BY_ACTION, *_BY_TYPE, *_BY_KEY, "/AA", "/URL", "/F ")
    )
)
_SAID: Final = dict(
    zip(PROPERTIES, ("/Title", "/Author", "/Producer", "/CreationDate", "/ModDate"), strict=True)
)
_DATE: Final = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?")


def inspect(data: bytes | mmap.mmap, *, pages: int | None = None) -> Inspection:
    """What a PDF holds beside its ``pages``, and what it says of itself.

    ``UNCHECKED`` is among it where the file could not be gone through to its end.
    """
    found: set[ActiveContent] = set()
    properties: dict[str, str] = {}
    try:
        with pikepdf.open(io.BytesIO(data), inherit_page_attributes=False) as pdf:
            # One by one: what was found before a fault is told.
            for one in _in_file(pdf):
                found.add(one)
            if pages is not None and leaves_in(pdf, most=pages + 1) > pages:
                found.add(ActiveContent.UNCOUNTED_PAGES)
            properties |= _properties(pdf)
    except pikepdf.PasswordError:
        found |= {ActiveContent.ENCRYPTION, ActiveContent.UNCHECKED}
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        # qpdf says in many ways that a file is damaged; pdfium may have read it all the same.
        found.add(ActiveContent.UNCHECKED)
    return Inspection(tuple(code for code in ActiveContent if code in found), properties)


def _in_file(pdf: Pdf) -> Iterator[ActiveContent]:
    if pdf.is_encrypted:
        yield ActiveContent.ENCRYPTION
    yield from _in_catalog(pdf.Root)
    until = time.monotonic() + _SECONDS
    for number, thing in enumerate(pdf.objects):
        if number >= _OBJECTS or time.monotonic() > until:
            yield ActiveContent.UNCHECKED
            return
        if isinstance(thing, Dictionary | Array | Stream):
            yield from _in_object(thing)


def _in_catalog(catalog: Object) -> Iterator[ActiveContent]:
    opening = catalog.get("/OpenAction")
    if isinstance(opening, Dictionary) and opening.get("/S") != Name.GoTo:
        yield ActiveContent.OPEN_ACTION
    form = catalog.get("/AcroForm")
    if isinstance(form, Dictionary) and ("/XFA" in form or _is_filled(form.get("/Fields"))):
        yield ActiveContent.FORM


def _is_filled(fields: object) -> bool:
    return isinstance(fields, Array) and len(fields) > 0


def _in_object(thing: Object) -> Iterator[ActiveContent]:
    whole = thing.stream_dict if isinstance(thing, Stream) else thing
    if not _WORTH_A_LOOK.search(whole.unparse(resolved=True)):
        return
    if isinstance(thing, Stream) and isinstance(whole.get("/F"), String | Dictionary):
        yield ActiveContent.EXTERNAL_LINK  # its bytes are in another file
    yield from _within(whole, _DEPTH)


def _within(thing: Object, depth: int) -> Iterator[ActiveContent]:
    """What a dictionary or array holds itself; what it refers to is looked at by itself."""
    if not depth:
        yield ActiveContent.UNCHECKED
        return
    if isinstance(thing, Dictionary):
        yield from _in_dictionary(thing)
    values = thing.values() if isinstance(thing, Dictionary) else thing
    for value in values:
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            yield from _within(value, depth - 1)


def _in_dictionary(thing: Dictionary) -> Iterator[ActiveContent]:
    action, kind = _name(thing.get("/S")), _name(thing.get("/Type"))
    yield from (_BY_KEY[key] for key in _BY_KEY if key in thing)
    if action in _BY_ACTION:
        yield _BY_ACTION[action]
    if kind in _BY_TYPE:
        yield _BY_TYPE[kind]
    if "/AA" in thing and kind in ("/Catalog", "/Page"):
        yield ActiveContent.OPEN_ACTION
    if _name(thing.get("/FS")) == "/URL":
        yield ActiveContent.EXTERNAL_LINK


def _name(value: object) -> str:
    return str(value) if isinstance(value, Name) else ""


def _properties(pdf: Pdf) -> dict[str, str]:
    """What the file says of itself, times as ISO 8601 without their zone."""
    info = pdf.trailer.get("/Info")
    if not isinstance(info, Dictionary):
        return {}
    said = {key: info.get(name) for key, name in _SAID.items()}
    words = {key: str(value) for key, value in said.items() if isinstance(value, String)}
    for key in words.keys() & {"created", "modified"}:
        words[key] = _as_time(words[key])
    return {key: value[:PROPERTY_CHARS] for key, value in words.items() if value}


def _as_time(words: str) -> str:
    found = _DATE.match(words)
    if found is None:
        return words
    year, month, day, hour, minute, second = found.groups()
    date = f"{year}-{month or '01'}-{day or '01'}"
    return f"{date}T{hour}:{minute}:{second or '00'}" if hour else date
