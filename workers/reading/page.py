"""Reads one PDF, page by page, with pdfium. Runs in the child, behind walls."""

import ctypes
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pypdfium2.raw as pdfium
from PIL import Image

from portal.domain.evidence import FailureCode, Limits, PageNote
from workers.reading.active import inspect
from workers.reading.bare import ENOUGH, bare_pictures
from workers.reading.child import Message, Unopened
from workers.reading.edges import Drawn, Walk
from workers.reading.geometry import Sheet, turn_back
from workers.reading.layout import lay_out
from workers.reading.pagetree import count_leaves
from workers.reading.render import render
from workers.reading.tables import Grid, TooComplex, find_tables
from workers.reading.text import PageText, TextReader
from workers.reading.words import Places
from workers.reading.written import Laid

SCALE: Final = 100_000  # places cross the border as whole numbers: fractions of the page times this

_FARTHEST: Final = 400_000_000.0  # points from the origin; PDF itself sets no bound
_UNSEEN: Final = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_ANNOTATIONS: Final = 2_000  # looked at on one page

_FAULTS: Final = {
    pdfium.FPDF_ERR_PASSWORD: FailureCode.ENCRYPTED,
    pdfium.FPDF_ERR_SECURITY: FailureCode.ENCRYPTED,
}


@contextmanager
def opened(data: mmap.mmap) -> Iterator[Any]:
    """pdfium's handle of a document that the parent mapped. Raises Unopened."""
    view = (ctypes.c_char * len(data)).from_buffer(data)
    document = pdfium.FPDF_LoadMemDocument64(view, len(data), None)
    if not document:
        raise Unopened(_FAULTS.get(pdfium.FPDF_GetLastError(), FailureCode.DAMAGED))
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def page_of(document: Any, number: int) -> Iterator[Any]:
    """pdfium's handle of a page (from 1), what was filled into it made part of it; or None."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if page and _is_filled_in(page):
        # Answers typed into a form are no text of the page until it is flattened.
        changed = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        if changed == pdfium.FLATTEN_SUCCESS:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, number - 1)
    try:
        yield page
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _is_filled_in(page: Any) -> bool:
    """Whether anything lies on a page but links; flattening one with links only is for nothing."""
    return any(
        _kind_of_annotation(page, index) not in _UNSEEN
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _ANNOTATIONS))
    )


def _kind_of_annotation(page: Any, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return int(pdfium.FPDF_ANNOT_UNKNOWN)
    kind = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind


def sheet_of(page: Any) -> Sheet:
    """What of a page is shown. A page without extent gets some, so that fractions exist."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return Sheet(0.0, 0.0, 612.0, 792.0, 0)
    sides = (box.left, box.right, box.bottom, box.top)
    left, right, bottom, top = (min(max(side, -_FARTHEST), _FARTHEST) for side in sides)
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    turns = max(pdfium.FPDFPage_GetRotation(page), 0)
    return Sheet(left, bottom, max(right, left + 1), max(top, bottom + 1), turns)


class Pdf:
    """A PDF that pdfium has opened. See ``child.Readable``."""

    def __init__(self, document: Any, data: mmap.mmap, limits: Limits) -> None:
        self._document = document  # Any: pdfium's handles are untyped
        self._data = data
        self._limits = limits
        self.pages = _checked_count(document, data, limits)

    def page(self, number: int) -> Message:
        """The text, words and tables of one page."""
        return _page(self._document, number, self._limits)

    def inspect(self) -> Message:
        """What it holds beside its pages."""
        found = inspect(self._data, pages=self.pages)
        return {"active": list(found.active), "properties": dict(found.properties)}

    def image(self, number: int, *, dpi: int, grey: bool) -> Image.Image:
        """One page as pixels. Raises Unopened when it will not open."""
        with page_of(self._document, number) as page:
            if not page:
                raise Unopened(FailureCode.PAGE_DAMAGED)
            return render(page, sheet_of(page), dpi=dpi, grey=grey, limits=self._limits)


def _checked_count(document: Any, data: mmap.mmap, limits: Limits) -> int:
    """How many pages there are. The number is the file's word, so it is held against the tree.

    The tree is counted only where the last page is not there: else the number is not too high.
    """
    said: int = max(pdfium.FPDF_GetPageCount(document), 0)
    size = pdfium.FS_SIZEF()
    if not 0 < said <= limits.pages or pdfium.FPDF_GetPageSizeByIndexF(document, said - 1, size):
        return said
    held = count_leaves(data, most=said)
    return said if held is None else held


@contextmanager
def open_pdf(data: mmap.mmap, limits: Limits) -> Iterator[Pdf]:
    """A PDF to read. Raises Unopened."""
    with opened(data) as document:
        yield Pdf(document, data, limits)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is on a page before it is laid out, in points of ``flat``: the page with its text
    lying flat, which may be turned from how it is shown, ``sheet``.

    ``followed`` is false where the page holds more than is followed for tables.
    """

    sheet: Sheet
    flat: Sheet
    text: PageText
    drawn: Drawn
    tables: list[Grid]
    followed: bool


def look_at(document: Any, number: int, limits: Limits) -> Seen | None:
    """The words, rules and tables of a page (from 1); None where pdfium will not load it."""
    with page_of(document, number) as page:
        if not page:
            return None
        sheet = sheet_of(page)
        with _lying_flat(page, sheet) as (reader, flat):
            walk = Walk(flat, objects=limits.objects, edges=limits.edges)
            drawn = walk.page(document, page, pixels=limits.pixels)
            text = reader.read(flat, most=limits.chars, hidden=drawn.hidden_text)
        tables, followed = _tables(drawn, limits)
        return Seen(sheet, flat, text, drawn, tables, followed)


def _page(document: Any, number: int, limits: Limits) -> Message:
    seen = look_at(document, number, limits)
    if seen is None:
        return {"lost": number}
    laid = lay_out(seen.text.words, seen.tables)
    return {
        "page": number,
        "width": round(seen.sheet.width, 2),
        "height": round(seen.sheet.height, 2),
        "tables": laid.tables,
        "objects": seen.drawn.objects,
        "picture": round(min(seen.drawn.picture_area, 1.0), 3),
        "bare": _bare(seen),
        "notes": _notes(seen.text, seen.drawn, followed=seen.followed),
        **_laid(laid, seen.text.words.places, seen),
    }


@contextmanager
def _lying_flat(page: Any, sheet: Sheet) -> Iterator[tuple[TextReader, Sheet]]:
    """A reader of the page, turned so that its text lies flat, however it is shown.

    pdfium ends lines by the way the page is shown, and rows of tables are found so too.
    """
    with TextReader(page) as reader:
        flat = sheet.turned(reader.turns())
        if flat.turns == sheet.turns:
            yield reader, flat
            return
    pdfium.FPDFPage_SetRotation(page, flat.turns)
    with TextReader(page) as reader:
        yield reader, flat


def _tables(drawn: Drawn, limits: Limits) -> tuple[list[Grid], bool]:
    if drawn.cut:
        return [], False
    try:
        return find_tables(drawn.edges, crossings=limits.crossings), True
    except TooComplex:
        return [], False


def _notes(text: PageText, drawn: Drawn, *, followed: bool) -> list[str]:
    under_picture = drawn.picture_area > 0.5 and text.hidden > len(text.words) / 2
    found = {
        PageNote.TEXT_CUT: text.cut,
        PageNote.TABLES_SKIPPED: not followed,
        PageNote.TEXT_UNDER_PICTURE: under_picture,
        PageNote.HIDDEN_TEXT: bool(text.hidden) and not under_picture,
        PageNote.TEXT_OFF_PAGE: bool(text.off_page),
    }
    return [note.value for note, holds in found.items() if holds]


def _bare(seen: Seen) -> list[list[int]]:
    """Where pictures lie that no text lies on, as words' places are told."""
    if seen.drawn.picture_area < ENOUGH:
        return []
    wide, high = seen.flat.width, seen.flat.height
    found = bare_pictures(seen.drawn.pictures, seen.text.words.places, page=(0.0, 0.0, wide, high))
    turns = seen.flat.turns - seen.sheet.turns
    shares = [(x0 / wide, y0 / high, x1 / wide, y1 / high) for x0, y0, x1, y1 in found]
    return [
        [int(min(max(side, 0.0), 1.0) * SCALE) for side in turn_back(share, turns)]
        for share in shares
    ]


def _laid(laid: Laid, places: Places, seen: Seen) -> Message:
    """The text, and six whole numbers for each word: its offsets and its place on the page."""
    flat = seen.flat
    share = places[laid.order] / (flat.width, flat.height, flat.width, flat.height)
    if turns := flat.turns - seen.sheet.turns:
        share = np.stack(turn_back(tuple(share.T), turns), axis=1)
    scaled = np.clip(share, 0, 1) * SCALE
    words = np.empty((len(share), 6), np.int32)
    words[:, 0:2] = laid.spans
    words[:, 2:4] = np.floor(scaled[:, 0:2])
    words[:, 4:6] = np.ceil(scaled[:, 2:4])
    return {"text": laid.text, "words": words}
