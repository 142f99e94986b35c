"""Office packages (OOXML, OpenDocument): a ZIP of XML parts, bounded before a part is unpacked."""

import io
import mmap
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any, Final

from lxml import etree

from portal.domain.evidence import FailureCode, Limits
from portal.domain.evidence.containers import zip_names
from workers.reading.child import Unopened

Element = Any  # lxml is untyped

# A member's name that is not marked as UTF-8 is in this one; a codec is a file, the child has none.
"".encode("cp437")

_SAFE: Final = {"resolve_entities": False, "no_network": True, "huge_tree": False}
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_SMALL: Final = 1024 * 1024  # a small package may be packed as well as it likes
_SEALED: Final = 0x1  # a member packed with a password


class Package:
    """An opened package whose members are known to be bearable."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    @property
    def names(self) -> Collection[str]:
        """The names of all parts, in small letters."""
        return self._names.keys()

    def parsed(self, name: str) -> Element | None:
        """A small part as a tree; None where there is no such part. Raises Unopened."""
        if name.lower() not in self._names:
            return None
        parser = etree.XMLParser(remove_comments=True, remove_pis=True, **_SAFE)
        with self._open(name) as stream:
            tree = etree.parse(stream, parser)
        _refuse_own_entities(tree)
        return tree.getroot()

    def blocks(self, name: str, under: Collection[str]) -> Iterator[Element]:
        """The elements of a part right below those named, each freed when the next is asked for.

        No element at all where there is no such part.
        """
        if name.lower() not in self._names:
            return
        above: list[str] = []
        with self._open(name) as stream:
            events = ("start", "end")
            reading = etree.iterparse(
                stream, events=events, remove_comments=True, remove_pis=True, **_SAFE
            )
            for event, element in reading:
                if event == "start":
                    if not above:
                        _refuse_own_entities(element.getroottree())
                    above.append(local(element))
                    continue
                above.pop()
                if above and above[-1] in under:
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]

    def read(self, name: str) -> bytes:
        """A part's bytes."""
        with self._open(name) as stream:
            return stream.read()

    def _open(self, name: str) -> IO[bytes]:
        return self._archive.open(self._names[name.lower()])


@contextmanager
def opened(data: mmap.mmap, limits: Limits) -> Iterator[Package]:
    """A package, judged by its list before anything is unpacked. Raises Unopened."""
    names = zip_names(data)
    if names is None:
        raise Unopened(FailureCode.DAMAGED)
    if len(names) > limits.parts:
        raise Unopened(FailureCode.TOO_MANY_PARTS)
    with readable(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check(archive.infolist(), len(data), limits)
        yield Package(archive)


@contextmanager
def readable() -> Iterator[None]:
    """What libraries say of a broken file becomes one answer. Raises Unopened."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, KeyError) as error:
        raise Unopened(FailureCode.DAMAGED) from error


def _check(members: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    total = sum(member.file_size for member in members)
    largest = max((member.file_size for member in members), default=0)
    if total > limits.unpacked_bytes or largest > limits.part_bytes:
        raise Unopened(FailureCode.UNPACKS_TOO_LARGE)
    if total > max(_SMALL, size * limits.ratio):
        raise Unopened(FailureCode.UNPACKS_TOO_LARGE)
    if any(member.flag_bits & _SEALED for member in members):
        raise Unopened(FailureCode.ENCRYPTED)
    if any(member.compress_type not in _METHODS for member in members):
        raise Unopened(FailureCode.DAMAGED)
    names = [member.filename.lower() for member in members]
    # Two parts of one name, or one that leads outside: programs would disagree on what is read.
    if len(set(names)) < len(names) or any(map(_leads_out, names)):
        raise Unopened(FailureCode.TYPE_UNCLEAR)


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts


def _refuse_own_entities(tree: Any) -> None:
    """No office program writes a document type; what comes with one means to swell or to fetch."""
    if tree.docinfo.doctype:
        raise Unopened(FailureCode.DAMAGED)


def local(element: Element) -> str:
    """An element's name without its namespace: the strict and the usual kind have two."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    for key, held in element.items():
        if key.rpartition("}")[2] == name:
            return str(held)
    return None


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next((each for each in element if local(each) == name), None)
