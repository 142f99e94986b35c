"""A page from the reader, as its row takes it."""

from portal.domain.evidence import FailureCode, ReadingMethod
from portal.services.reading import PageToKeep
from workers.reading.events import PageLost, PageRead


def read_page(read: PageRead) -> PageToKeep:
    """A page that was read. A picture waits to be recognised, unless that is known to be vain."""
    return PageToKeep(
        number=read.number,
        method=read.method,
        quality=read.quality,
        text=read.text,
        words=read.words,
        width=read.width,
        height=read.height,
        notes=read.notes,
        part=read.part,
        waiting=read.is_to_recognise,
    )


def lost_page(lost: PageLost) -> PageToKeep:
    """A page that stopped its reader."""
    code: FailureCode = lost.code
    return PageToKeep(
        number=lost.number,
        method=ReadingMethod.LOST,
        quality=0,
        text="",
        words=(),
        width=0,
        height=0,
        notes=(code,),
    )
