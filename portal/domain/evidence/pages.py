"""A page as it was read: its words with their places, and the boxes of a quote.

Places are fractions (0 to 1) of the page as it is shown: cropped and turned, from the top left.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from portal.texts import N_


class Word(NamedTuple):
    """A word on a page: ``text[start:end]`` is the word, ``x0 <= x1`` and ``y0 <= y1``.

    A tuple rather than a dataclass, since a document holds hundreds of thousands of them and
    they are stored as plain lists.
    """

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


class Box(NamedTuple):
    """A rectangle on a page, in fractions of it, from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float


class ReadingMethod(StrEnum):
    """Where a page's text comes from.

    Cells: of a spreadsheet, or of a file that has no fixed pages. Picture: the page is one, or
    shows one beside its text, and nothing could read it, or nothing has read it yet. Lost: the
    page stopped its reader.
    """

    TEXT = "text"
    CELLS = "cells"
    OCR = "ocr"
    PICTURE = "picture"
    LOST = "lost"


class WishState(StrEnum):
    """What has become of the wish for a larger picture of a page."""

    WAITING = "waiting"
    DRAWN = "drawn"
    FAILED = "failed"


DOUBTED_BELOW: Final = 0.8  # clean scans measure above 0.9; below, people should compare


class PageNote(StrEnum):
    """What a reader of the page's text should know about it. The list is closed."""

    TEXT_CUT = "text_cut"
    TABLES_SKIPPED = "tables_skipped"
    HIDDEN_TEXT = "hidden_text"
    TEXT_OFF_PAGE = "text_off_page"
    TEXT_UNDER_PICTURE = "text_under_picture"
    WITHOUT_OCR = "without_ocr"
    OCR_FAILED = "ocr_failed"
    BLANK = "blank"
    OCR_LIMIT = "ocr_limit"
    COMMENTS = "comments"
    DELETED_TEXT = "deleted_text"
    HIDDEN_PART = "hidden_part"
    ATTACHMENT_UNREAD = "attachment_unread"
    NOT_LAID_OUT = "not_laid_out"
    PICTURE_UNREAD = "picture_unread"
    RECOGNISED_BEHIND = "recognised_behind"
    PICTURE_BEHIND = "picture_behind"

    @property
    def sentence(self) -> str:
        """The note in words, to translate."""
        return NOTE_SENTENCES[self]


NOTE_SENTENCES: Final[Mapping[PageNote, str]] = MappingProxyType(
    {
        PageNote.TEXT_CUT: N_("The page holds more text than is read from one page; it was cut."),
        PageNote.TABLES_SKIPPED: N_(
            "The page holds more lines than are followed on one page; tables were not looked for."
        ),
        PageNote.HIDDEN_TEXT: N_("The page holds text that cannot be seen."),
        PageNote.TEXT_OFF_PAGE: N_("The page holds text outside what is shown; it was not read."),
        PageNote.TEXT_UNDER_PICTURE: N_(
            "The page is a picture; its text was put there by whoever scanned it."
        ),
        PageNote.WITHOUT_OCR: N_(
            "The page is a picture, and character recognition is not installed here."
        ),
        PageNote.OCR_FAILED: N_("The page is a picture, and no text could be recognised in it."),
        PageNote.BLANK: N_("The page is a picture of an empty sheet."),
        PageNote.OCR_LIMIT: N_(
            "The page is a picture, and the document holds more pictures than are recognised."
        ),
        PageNote.COMMENTS: N_("The page holds comments; they stand in square brackets."),
        PageNote.DELETED_TEXT: N_(
            "The page holds text that somebody marked as deleted; it was not read."
        ),
        PageNote.HIDDEN_PART: N_("This sheet or slide is hidden in the file."),
        PageNote.ATTACHMENT_UNREAD: N_(
            "The message has attachments that are not read: other messages, archives or kinds of "
            "file that are not taken. Upload what matters by itself."
        ),
        PageNote.NOT_LAID_OUT: N_(
            "The file could not be laid out here within its time and size, so its pages have no "
            "pictures. Its text was read. If the looks matter, save it as a PDF and upload that."
        ),
        PageNote.PICTURE_UNREAD: N_(
            "The page holds a large picture in which no text was read. If it says something that "
            "matters, upload it by itself, as a PDF or a picture."
        ),
        PageNote.RECOGNISED_BEHIND: N_(
            "The text of the file comes first; behind it stands what was recognised in a picture."
        ),
        PageNote.PICTURE_BEHIND: N_(
            "A large picture belongs to this page; it is the page behind it, read by itself."
        ),
    }
)

# Two words further apart than this many line heights are marked one by one, so that a mark
# never lies over a word of another column.
_GAP: Final = 1.5


def boxes_for(
    words: Iterable[Word], start: int, end: int, *, ratio: float = 1.0
) -> tuple[Box, ...]:
    """The boxes of the quote ``text[start:end]``: one per stretch of words on a line.

    ``ratio`` is the page's width over its height, so that gaps and heights can be compared.
    """
    boxes: list[Box] = []
    for word in words:
        if word.end <= start or word.start >= end:
            continue
        box = Box(word.x0, word.y0, word.x1, word.y1)
        if boxes and _continues(boxes[-1], box, ratio):
            boxes[-1] = _around(boxes[-1], box)
        else:
            boxes.append(box)
    return tuple(boxes)


def _continues(line: Box, box: Box, ratio: float) -> bool:
    height = min(line.y1 - line.y0, box.y1 - box.y0)
    shared = min(line.y1, box.y1) - max(line.y0, box.y0)
    # Text that runs up or down has tall boxes, side by side: its letters are as high as a box
    # is wide, so a box's shorter side is taken for the height of letters.
    letters = max(_shorter(line, ratio), _shorter(box, ratio))
    gap = (box.x0 - line.x1) * ratio
    return shared > height / 2 and -letters < gap < _GAP * letters


def _shorter(box: Box, ratio: float) -> float:
    return min(box.y1 - box.y0, (box.x1 - box.x0) * ratio)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.x0, other.x0),
        min(one.y0, other.y0),
        max(one.x1, other.x1),
        max(one.y1, other.y1),
    )
