"""A file's own text on the pages that it was printed on. Pure.

The text stays the file's, whose words are surer than what is read back from a page; the print
says where pages end and where words stand.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from portal.domain.evidence import PageNote, ReadingMethod
from workers.reading import quality
from workers.reading.aligning import align
from workers.reading.events import PageRead
from workers.reading.office.flow import CELL_MARK
from workers.reading.untrusted import RawPage

FOUND_AT_LEAST: Final = 0.6  # of the words; with fewer, pages would break at chance

_TOKEN: Final = re.compile(r"\S+")
_NEW_PAGE: Final = "\n"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of the file's text, and which page and word of the print it is, if any."""

    start: int
    end: int
    page: int = -1
    word: int = -1


def on_printed_pages(
    leaves: Sequence[RawPage], prints: Sequence[RawPage], *, fixed: bool = False
) -> tuple[PageRead, ...] | None:
    """A file's text as one page for each printed one; None where the print does not hold it.

    A word that is not printed, as in a comment, stays on the page of the words before it and has
    no place. ``fixed``: the file has pages of its own, as slides; then each keeps its text.
    """
    text = _NEW_PAGE.join(leaf.text for leaf in leaves)
    placed = _placed(text, prints)
    found = sum(word.page >= 0 for word in placed)
    if not prints or found < FOUND_AT_LEAST * len(placed):
        return None
    paired = fixed and len(leaves) == len(prints)
    starts = _leaf_starts(leaves) if paired else _page_starts(text, placed, len(prints))
    pieces = [_Piece(text, *ends) for ends in zip(starts, [*starts[1:], len(text)], strict=True)]
    on_page: list[list[_Placed]] = [[] for _ in prints]
    for word in placed:
        if word.page >= 0 and pieces[word.page].holds(word):
            on_page[word.page].append(word)
    under = [[leaf] for leaf in leaves] if paired else [_under(leaves, piece) for piece in pieces]
    drawn = any(map(_shows_picture, prints))
    held = [_notes(*each, drawn=drawn) for each in zip(under, pieces, prints, strict=True)]
    return tuple(
        _page(number, pieces[number], on_page[number], printed, held[number])
        for number, printed in enumerate(prints)
    )


class _Piece:
    """What of a text stands on one page, without blanks at its ends."""

    def __init__(self, text: str, start: int, end: int) -> None:
        piece = text[start:end]
        self.text = piece.strip()
        self.start = start + len(piece) - len(piece.lstrip())
        self.end = self.start + len(self.text)

    def holds(self, word: _Placed) -> bool:
        """Whether a word stands on the page."""
        return self.start <= word.start and word.end <= self.end


def _placed(text: str, prints: Sequence[RawPage]) -> list[_Placed]:
    mark = CELL_MARK.strip()
    spans = [found.span() for found in _TOKEN.finditer(text) if found[0] != mark]
    where = [(number, at) for number, page in enumerate(prints) for at in range(len(page.words))]
    theirs = [_plain(page.text[word.start : word.end]) for page in prints for word in page.words]
    ours = [_plain(text[start:end]) for start, end in spans]
    placed = [_Placed(*span) for span in spans]
    for mine, other in align(ours, theirs):
        placed[mine] = _Placed(*spans[mine], *where[other])
    return placed


def _plain(word: str) -> str:
    """A word as it is compared: capitals may be a look only."""
    return unicodedata.normalize("NFKC", word).casefold()


def _leaf_starts(leaves: Sequence[RawPage]) -> list[int]:
    ends = accumulate(len(leaf.text) + len(_NEW_PAGE) for leaf in leaves)
    return [0, *ends][: len(leaves)]


def _page_starts(text: str, placed: Sequence[_Placed], pages: int) -> list[int]:
    """Where each page's text begins: before its first word, or the line that begins with it."""
    starts = [0] * pages
    page, after = 0, 0  # the page of the words up to here, and where the last of them ended
    for word in placed:
        if word.page < 0:
            continue
        if word.page > page:
            line = text.rfind("\n", after, word.start) + 1 if after else 0
            begin = line or word.start
            starts[page + 1 : word.page + 1] = [begin if after else 0] * (word.page - page)
            page = word.page
        after = word.end
    starts[page + 1 :] = [len(text)] * (pages - page - 1)
    return starts


def _page(
    number: int,
    piece: _Piece,
    placed: Sequence[_Placed],
    printed: RawPage,
    notes: tuple[PageNote, ...],
) -> PageRead:
    pictured = _shows_picture(printed)
    return PageRead(
        number=number + 1,
        method=ReadingMethod.PICTURE if pictured else ReadingMethod.TEXT,
        quality=_quality(piece.text, pictured=pictured),
        text=piece.text,
        words=tuple(
            printed.words[word.word]._replace(
                start=word.start - piece.start, end=word.end - piece.start
            )
            for word in placed
        ),
        width=printed.width,
        height=printed.height,
        tables=_tables(piece.text),
        notes=notes,
    )


def _tables(text: str) -> int:
    """Stretches of lines that are rows."""
    rows = [CELL_MARK in line for line in text.split("\n")]
    return sum(here and not before for before, here in zip([False, *rows], rows, strict=False))


def _quality(text: str, *, pictured: bool) -> float:
    """How far a page's own text is trusted; 0 where its picture says what there is."""
    if not text and not pictured:
        return 1.0
    trusted = round(quality.text_quality(text), 3)
    little = len("".join(text.split())) < quality.ENOUGH_CHARS or trusted < quality.TRUSTED
    return 0.0 if pictured and little else trusted


def _shows_picture(printed: RawPage) -> bool:
    return bool(printed.bare)


def _under(leaves: Sequence[RawPage], piece: _Piece) -> list[RawPage]:
    """The pages of the file that a printed page's text was cut from."""
    ends = accumulate(len(leaf.text) + len(_NEW_PAGE) for leaf in leaves)
    return [
        leaf
        for leaf, end in zip(leaves, ends, strict=True)
        if end - len(leaf.text) - 1 <= piece.end and piece.start < end
    ]


def _notes(
    under: Sequence[RawPage], piece: _Piece, printed: RawPage, *, drawn: bool
) -> tuple[PageNote, ...]:
    """The notes of the file's pages; on comments only where one may be.

    White on white is hidden where it is printed. ``drawn``: the print tells itself which of its
    pages show a large picture.
    """
    held = {note for leaf in under for note in leaf.notes}
    held |= {PageNote.HIDDEN_TEXT}.intersection(printed.notes)
    if "[" not in piece.text:
        held.discard(PageNote.COMMENTS)
    if PageNote.PICTURE_BEHIND in held or any(leaf.picture for leaf in under):
        held = held - {PageNote.PICTURE_BEHIND} | {PageNote.PICTURE_UNREAD}
    if drawn:
        held.discard(PageNote.PICTURE_UNREAD)
    return tuple(note for note in PageNote if note in held)
