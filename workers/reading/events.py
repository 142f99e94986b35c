"""What a reading tells its caller, in the order it comes."""

from dataclasses import dataclass

from portal.domain.evidence import (
    DocumentState,
    FailureCode,
    FileType,
    Inspection,
    PageNote,
    ReadingMethod,
    Word,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The document could be opened and has this many pages. Always the first, if it comes.

    ``type`` is what both ways of telling it agree on; ``printed`` tells that the pages are those
    of a print of the file.
    """

    page_count: int
    type: FileType
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """One page. ``number`` is from 1; ``width`` and ``height`` are in points, as shown.

    ``quality`` is from 0 to 1: the share of plausible characters, or what the recognition
    trusts its words with. Rows of tables stand in ``text`` as lines with cells divided by
    `` | ``. ``words`` are those with a place: a file without fixed pages has none. ``part`` is
    the name of the attachment that the page belongs to.
    """

    number: int
    method: ReadingMethod
    quality: float
    text: str
    words: tuple[Word, ...]
    width: float
    height: float
    tables: int
    notes: tuple[PageNote, ...]
    part: str = ""

    @property
    def is_to_recognise(self) -> bool:
        """Whether it is a picture that somebody may still look at."""
        seen = {PageNote.OCR_LIMIT, PageNote.PICTURE_UNREAD}
        return self.method is ReadingMethod.PICTURE and seen.isdisjoint(self.notes)


@dataclass(frozen=True, slots=True)
class PageLost:
    """One page that could not be read, and why."""

    number: int
    code: FailureCode


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the document holds beside its pages; comes once, after the last page that was tried."""

    inspection: Inspection


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The last of every reading. ``kept`` and ``lost`` count the pages of this reading only.

    A reading that resumed must be added to what was there before: its caller knows.
    """

    state: DocumentState
    code: FailureCode | None
    kept: int
    lost: int


Event = Opened | PageRead | PageLost | Inspected | Ended
