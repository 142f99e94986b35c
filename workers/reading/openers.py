"""Which reader opens which type, once a second judge agrees that it is one. Runs in the child."""

import mmap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from types import MappingProxyType
from typing import Final, NoReturn

from PIL import Image

from portal.domain.evidence import ActiveContent, FailureCode, FileType, Limits, Sniffed
from workers.reading import magic
from workers.reading.begun import Begun
from workers.reading.child import FileOpener, Message, Opener, Readable, Unopened
from workers.reading.mail.document import open_eml, open_msg
from workers.reading.office.docx import open_docx
from workers.reading.office.odf import open_odt
from workers.reading.office.ods import open_ods
from workers.reading.office.pptx import open_pptx
from workers.reading.office.sheets import open_xlsx
from workers.reading.office.xls import open_xls
from workers.reading.page import open_pdf
from workers.reading.picture import open_picture


def _locked(_data: mmap.mmap, _limits: Limits) -> NoReturn:
    raise Unopened(FailureCode.ENCRYPTED)


_ATTACHED: Final[Mapping[FileType, Opener]] = MappingProxyType(
    {
        FileType.PDF: open_pdf,
        FileType.DOCX: open_docx,
        FileType.XLSX: open_xlsx,
        FileType.XLS: open_xls,
        FileType.PPTX: open_pptx,
        FileType.ODT: open_odt,
        FileType.ODS: open_ods,
        FileType.JPEG: open_picture,
        FileType.PNG: open_picture,
        FileType.TIFF: open_picture,
        FileType.HEIC: open_picture,
    }
)
_MAILS: Final = MappingProxyType({FileType.EML: open_eml, FileType.MSG: open_msg})


def opener_of(sniffed: Sniffed) -> FileOpener:
    """What opens a file that we judge so. It raises Unopened where libmagic contradicts.

    Its marks tell the parts of a message that a child before has died of.
    """
    return partial(_confirmed, sniffed=sniffed)


def _opener(kind: FileType, begun: Begun) -> Opener:
    if kind in _MAILS:
        return partial(_MAILS[kind], openers=_ATTACHED, begun=begun)
    return _locked if kind is FileType.LOCKED_OFFICE else _ATTACHED[kind]


@contextmanager
def _confirmed(
    data: mmap.mmap, limits: Limits, begun: Begun, *, sniffed: Sniffed
) -> Iterator[Readable]:
    if not magic.agrees(data, sniffed.type, second=sniffed.second):
        raise Unopened(FailureCode.TYPE_UNCLEAR)
    with _opener(sniffed.type, begun)(data, limits) as document:
        yield _Twofold(document) if sniffed.second else document


class _Twofold:
    """A document whose file can also be opened as another type: its reviewer is told."""

    def __init__(self, document: Readable) -> None:
        self._document = document

    @property
    def pages(self) -> int:
        return self._document.pages

    def page(self, number: int) -> Message:
        return self._document.page(number)

    def image(self, number: int, *, dpi: int, grey: bool) -> Image.Image | None:
        return self._document.image(number, dpi=dpi, grey=grey)

    def inspect(self) -> Message:
        held = self._document.inspect()
        return {**held, "active": [*held["active"], ActiveContent.SECOND_TYPE.value]}
