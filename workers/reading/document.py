"""Reads a document page by page and draws its pages: the parent's side of the sandbox."""

import mmap
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from portal.domain.evidence import (
    DocumentState,
    FailureCode,
    FileType,
    Limits,
    PageNote,
    ReadingMethod,
    Sniffed,
    refusal,
    sniff,
)
from workers import nest, sandbox
from workers.reading import drawing, ocr, quality
from workers.reading.begun import Begun, shared
from workers.reading.behind import put_behind
from workers.reading.course import Course
from workers.reading.events import Ended, Event, Inspected, Opened, PageLost, PageRead
from workers.reading.light import Grey, is_blank, pictures_alone
from workers.reading.openers import opener_of
from workers.reading.printed import on_printed_pages
from workers.reading.untrusted import RawPage

READER_VERSION: Final = "11"  # a change in text or words needs a new one: flags rest on both
PAGE_DPI: Final = 110

_PRINT_READ_SECONDS: Final = 30.0
_DRAWN_BYTES: Final = 32 * 1024 * 1024

Source = Path | int


@dataclass(frozen=True, slots=True)
class _Judged:
    """An open file for children to map, and what we judge it to be."""

    file: int
    sniffed: Sniffed


def read_document(
    source: Source,
    *,
    limits: Limits,
    start_page: int = 1,
    recognise: bool = True,
    printed: Source | None = None,
) -> Generator[Event]:
    """Read a document from a path or an open file: Opened, each page in order, Inspected, Ended.

    A page that kills or stalls its reader is lost alone: another child goes on behind it. Close
    the iterator to end the reading early. With ``recognise`` false, pages that are pictures come
    back as such, to be given to ``recognise_page`` later. ``printed`` is a print of the file as a
    PDF, empty where that failed: where it holds the file's text, its pages are the pages.
    """
    with _judged(source, limits) as judged:
        if isinstance(judged, FailureCode):
            yield Ended(state=DocumentState.FAILED, code=judged, kept=0, lost=0)
            return
        laid = _laid_out(judged, printed, limits, start_page) if printed is not None else None
        looks = source if laid is None or printed is None else printed
        events = laid or _as_read(judged, limits, start_page, printed=printed is not None)
        for event in bounded(events, pictures=limits.ocr_pages) if recognise else events:
            if recognise and isinstance(event, PageRead) and event.is_to_recognise:
                yield recognise_page(looks, event, limits=limits)
            else:
                yield event


def bounded(events: Iterable[Event], *, pictures: int) -> Iterator[Event]:
    """The events, with a note on each picture that is one too many to be recognised.

    Pages of text that show a picture have half of the places: what is a picture alone says
    nothing without.
    """
    beside_text = (pictures + 1) // 2
    for event in events:
        if isinstance(event, PageRead) and event.is_to_recognise:
            has_text = event.quality > 0
            if pictures < 1 or (has_text and beside_text < 1):
                yield unrecognised(event, PageNote.OCR_LIMIT)
                continue
            pictures -= 1
            beside_text -= has_text
        yield event


def _as_read(judged: _Judged, limits: Limits, start: int, *, printed: bool) -> Iterator[Event]:
    """The events of a file as it is. ``printed``: it has a print, which is not the file's."""
    for event in _events(judged, limits, start=start):
        if not isinstance(event, RawPage):
            yield event
            continue
        plain = _plain(event)
        yield _noted(plain, PageNote.NOT_LAID_OUT) if printed and plain.number == 1 else plain


def recognise_page(source: Source, read: PageRead, *, limits: Limits) -> PageRead:
    """A page that came back as a picture, with the characters recognised in it, if any.

    ``source`` is what it is drawn from. Where the page has text of its own, that stays.
    """
    with _judged(source, limits) as judged:
        return read if isinstance(judged, FailureCode) else _recognised(judged, read, limits)


def unrecognised(read: PageRead, why: PageNote) -> PageRead:
    """A page in whose picture nothing was recognised; with text of its own it is one of text."""
    if not read.quality:
        return _noted(read, why)
    return _noted(replace(read, method=ReadingMethod.TEXT), PageNote.PICTURE_UNREAD)


def draw_page(source: Source, number: int, *, limits: Limits, dpi: int = PAGE_DPI) -> bytes | None:
    """A page (from 1) as WebP, or None where it cannot be drawn within its time and memory.

    Empty where it has no looks of its own, as a sheet of a workbook or the text of a message.
    A page too large for ``limits.pixels`` is drawn smaller; boxes are fractions and still fit.
    """
    with _judged(source, limits) as judged:
        if isinstance(judged, FailureCode):
            return None
        draw = partial(drawing.draw_webp, number=number, dpi=dpi, limits=limits)
        drawn = _drawn(draw, judged, limits, most=_DRAWN_BYTES)
    is_picture = drawn is not None and drawn[:4] == b"RIFF" and drawn[8:12] == b"WEBP"
    return drawn if is_picture or drawn == b"" else None


def _events(
    judged: _Judged, limits: Limits, *, start: int = 1
) -> Iterator[Opened | RawPage | PageLost | Inspected | Ended]:
    with shared() as begun:
        yield from Course(
            judged.file,
            kind=judged.sniffed.type,
            opener=opener_of(judged.sniffed),
            begun=begun,
            limits=limits,
            start=start,
        ).events()


def _laid_out(judged: _Judged, printed: Source, limits: Limits, start: int) -> list[Event] | None:
    """The events of a file whose pages are those of its print; None where it has no such pages.

    Nothing is told meanwhile, so the print has little time to be read in.
    """
    seconds = min(limits.document_seconds, _PRINT_READ_SECONDS)
    quick = replace(
        limits, document_seconds=seconds, page_seconds=min(limits.page_seconds, seconds)
    )
    with _judged(printed, limits) as judged_print:
        if isinstance(judged_print, FailureCode):
            return None
        prints = list(_events(judged_print, quick))
    if not _is_whole(prints):
        return None
    leaves = list(_events(judged, limits))
    opened = leaves[0]
    if not isinstance(opened, Opened) or not _is_whole(leaves):
        return None
    fixed = opened.type is FileType.PPTX
    # Of pictures that have pages of their own here, the print tells where they stand.
    texts = [page for page in _pages(leaves) if page.method is ReadingMethod.CELLS]
    pages = on_printed_pages(texts, _pages(prints), fixed=fixed)
    if pages is None:
        return None
    rest = pages[start - 1 :]
    ended = Ended(state=DocumentState.READ, code=None, kept=len(rest), lost=0)
    held = [event for event in leaves if isinstance(event, Inspected)]
    return [Opened(len(pages), opened.type, printed=True), *rest, *held, ended]


def _is_whole(events: Sequence[object]) -> bool:
    last = events[-1]
    return isinstance(last, Ended) and last.state is DocumentState.READ


def _pages(events: Sequence[object]) -> list[RawPage]:
    return [event for event in events if isinstance(event, RawPage)]


@contextmanager
def _judged(source: Source, limits: Limits) -> Iterator[_Judged | FailureCode]:
    """A file for children to open, or why it is not even tried."""
    fd = os.open(source, os.O_RDONLY | os.O_CLOEXEC) if isinstance(source, Path) else source
    try:
        yield _judge(fd, limits)
    finally:
        if isinstance(source, Path):
            os.close(fd)


def _judge(file: int, limits: Limits) -> _Judged | FailureCode:
    if not os.fstat(file).st_size:  # nothing can be mapped
        return FailureCode.EMPTY
    with mmap.mmap(file, 0, access=mmap.ACCESS_READ) as data:
        return refusal(data, limits=limits) or _Judged(file, sniff(data))


def _plain(raw: RawPage) -> PageRead:
    """A page with the text that stands in the file, or marked as a picture."""
    trusted = quality.text_quality(raw.text)
    wanted = raw.method is ReadingMethod.TEXT and quality.wants_recognition(
        raw.text, quality=trusted, picture=raw.picture, objects=raw.objects
    )
    pictured = raw.method is ReadingMethod.CELLS and raw.picture > 0
    wanted |= not raw.text and (pictured or PageNote.PICTURE_UNREAD in raw.notes)
    empty = not raw.text and not wanted
    return PageRead(
        number=raw.number,
        method=ReadingMethod.PICTURE if wanted or (raw.bare and trusted) else raw.method,
        quality=1.0 if empty else 0.0 if wanted else round(trusted, 3),
        text=raw.text,
        words=raw.words,
        width=raw.width,
        height=raw.height,
        tables=raw.tables,
        notes=raw.notes,
        part=raw.part,
    )


def _recognised(judged: _Judged, read: PageRead, limits: Limits) -> PageRead:
    if ocr.languages() is None:
        return unrecognised(read, PageNote.WITHOUT_OCR)
    grey = _grey(judged, read.number, limits)
    if read.quality:
        return _recognised_behind(judged, read, grey, limits)
    found = None if grey is None else ocr.recognise(grey, limits=limits)
    if grey is not None and found and not found.words and is_blank(grey):
        return _noted(replace(read, method=ReadingMethod.OCR, quality=1.0), PageNote.BLANK)
    if found is None or not found.words:
        return unrecognised(read, PageNote.OCR_FAILED)
    return replace(
        read,
        method=ReadingMethod.OCR,
        quality=found.quality,
        text=found.text,
        words=found.words,
        tables=0,
    )


def _recognised_behind(
    judged: _Judged, read: PageRead, grey: Grey | None, limits: Limits
) -> PageRead:
    """A page with text of its own, and behind it what is recognised in its pictures.

    Pictures that hold no letters, as photos, leave it a page of text without a word on them.
    """
    shown = _shown(judged, read.number, limits)
    if grey is None or shown is None:
        return unrecognised(read, PageNote.OCR_FAILED)
    pictures = pictures_alone(grey, shown.bare)
    if pictures is None:
        return replace(read, method=ReadingMethod.TEXT)
    found = ocr.recognise(pictures, limits=limits)
    whole = found and put_behind(read, found, standing=shown.words)
    return whole or unrecognised(read, PageNote.OCR_FAILED)


def _grey(judged: _Judged, number: int, limits: Limits) -> Grey | None:
    """A page, drawn for recognition; None where that failed."""
    draw = partial(drawing.draw_grey, number=number, dpi=ocr.DPI, limits=limits)
    frame = _drawn(draw, judged, limits, most=limits.pixels + drawing.GREY_HEADER.size)
    if frame is None or len(frame) < drawing.GREY_HEADER.size:
        return None
    width, height = drawing.GREY_HEADER.unpack_from(frame)
    pixels = frame[drawing.GREY_HEADER.size :]
    if not width or not height or width * height != len(pixels):
        return None
    return np.frombuffer(pixels, np.uint8).reshape(height, width)


def _shown(judged: _Judged, number: int, limits: Limits) -> RawPage | None:
    """A page as it is shown: its pictures, and all words on it, also those a print has added."""
    for event in _events(judged, limits, start=number):
        if isinstance(event, RawPage):
            return event
    return None


def _noted(read: PageRead, note: PageNote) -> PageRead:
    return replace(read, notes=(*read.notes, note))


def _drawn(
    draw: Callable[..., None], judged: _Judged, limits: Limits, *, most: int
) -> bytes | None:
    """The one frame of a child that draws, or None when it died, stalled or sent too much.

    Where it died of opening a part of a message, another draws without that part.
    """
    work, left_out = partial(draw, opener=opener_of(judged.sniffed)), -1
    drawn = None
    with shared() as begun:
        while drawn is None and left_out < begun.count() <= limits.losses:
            left_out = begun.count()
            drawn = _frame(work, judged, begun, limits, most=most)
    return drawn


def _frame(
    work: nest.Work, judged: _Judged, begun: Begun, limits: Limits, *, most: int
) -> bytes | None:
    bounds = sandbox.Bounds(
        memory_bytes=limits.memory_bytes, cpu_seconds=int(limits.draw_seconds) + 1
    )
    for _ in range(2):  # a child that ended with its nest has one more try, out of another
        with nest.start(work, file=judged.file, begun=begun, bounds=bounds) as child:
            frame = None
            with suppress(sandbox.Late, sandbox.Spilled):
                frame = child.receive(seconds=limits.draw_seconds, most=most)
        if frame is not None or not child.kill().orphaned:
            return frame
    return None
