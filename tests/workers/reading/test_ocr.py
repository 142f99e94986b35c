"""Pages that are pictures: recognised where tesseract is, told honestly where it is not."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from portal.domain.evidence import Limits, PageNote, ReadingMethod, boxes_for
from tests.workers.reading.conftest import Read, ReadPage
from tests.workers.reading.made import Sheet, pdf, plain
from tests.workers.scans import ABOVE, CARD, SAID, document, pasted, photo, pictured
from workers.reading import ocr
from workers.reading.document import bounded, draw_page, recognise_page
from workers.reading.events import PageRead
from workers.reading.ocr import parse_tsv

LINES = (
    "Arbetsgivaren förvarar arbetstagarnas pass",
    "The agency keeps the passports until the loan is repaid",
    "Bis(2-etylhexyl)ftalat 117-81-7 0,25 %",
)


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A page of text, printed and scanned: nothing but pixels."""
    return scanned(tmp_path_factory.mktemp("scan"), turn=0)


def scanned(folder: Path, *, turn: int) -> bytes:
    path = folder / "printed.pdf"
    path.write_bytes(pdf(plain(*LINES)))
    drawn = draw_page(path, 1, limits=Limits(), dpi=200)
    assert drawn is not None
    image = Image.open(io.BytesIO(drawn)).convert("L").rotate(turn, expand=True)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=200)
    return out.getvalue()


@pytest.mark.usefixtures("with_tesseract")
def test_a_scanned_page_is_recognised_with_its_words_in_place(read: Read, scan: bytes) -> None:
    (page,) = (event for event in read(scan, recognise=True) if isinstance(event, PageRead))
    assert page.method is ReadingMethod.OCR
    assert page.quality > 0.8
    assert "förvarar arbetstagarnas pass" in page.text
    assert "117-81-7" in page.text
    start = page.text.index("keeps")
    (box,) = boxes_for(page.words, start, start + 5, ratio=page.width / page.height)
    printed = _box_in_print(read, "keeps")
    assert (box.x0, box.y0) == pytest.approx(printed[:2], abs=0.01)
    assert (box.x1, box.y1) == pytest.approx(printed[2:], abs=0.01)


def _box_in_print(read: Read, quote: str) -> tuple[float, ...]:
    (page,) = (event for event in read(pdf(plain(*LINES))) if isinstance(event, PageRead))
    start = page.text.index(quote)
    return tuple(boxes_for(page.words, start, start + len(quote))[0])


@pytest.mark.usefixtures("with_tesseract")
def test_a_scan_on_its_head_is_turned_and_read(read: Read, tmp_path: Path) -> None:
    data = scanned(tmp_path, turn=180)
    (page,) = (event for event in read(data, recognise=True) if isinstance(event, PageRead))
    assert "keeps the passports" in page.text
    first = page.words[0]
    assert first.y0 > 0.8, "the first word stands at the foot of a page on its head"


@pytest.mark.usefixtures("with_tesseract")
@pytest.mark.parametrize("turned", [0, 90])
def test_a_scan_pasted_on_a_page_of_text_is_read_behind_the_text(
    read_page: ReadPage, turned: int
) -> None:
    page = read_page(document(pasted(turned=turned)), recognise=True)
    assert page.text == "\n".join([*ABOVE, SAID])
    assert page.method is ReadingMethod.OCR
    assert page.notes == (PageNote.RECOGNISED_BEHIND,)
    start = page.text.index(SAID)
    boxes = boxes_for(page.words, start, len(page.text))
    if turned:
        assert all(box.x1 < 0.4 for box in boxes), "the foot of the page lies to the left"
    else:
        assert all(box.y0 > 0.6 for box in boxes)


@pytest.mark.usefixtures("with_tesseract")
def test_a_paper_photographed_in_the_shadow_is_read(read_page: ReadPage) -> None:
    paper = np.asarray(Image.open(io.BytesIO(photo(SAID, SAID, media=(0, 0, 420, 300)))))
    light = np.linspace(0.45, 0.95, paper.shape[1])
    out = io.BytesIO()
    Image.fromarray((paper * light).astype(np.uint8)).save(out, "JPEG", quality=90)
    page = read_page(out.getvalue(), recognise=True)
    assert page.text.split("\n") == [SAID, SAID]


def test_a_picture_left_for_later_is_told_as_one(read: Read, scan: bytes) -> None:
    (page,) = (event for event in read(scan) if isinstance(event, PageRead))
    assert (page.method, page.quality, page.text) == (ReadingMethod.PICTURE, 0.0, "")


@pytest.mark.usefixtures("with_tesseract")
def test_a_picture_can_be_recognised_later(read: Read, scan: bytes, tmp_path: Path) -> None:
    (page,) = (event for event in read(scan) if isinstance(event, PageRead))
    later = recognise_page(tmp_path / "made.pdf", page, limits=Limits())
    assert later.method is ReadingMethod.OCR
    assert later.number == page.number


def test_without_tesseract_a_picture_is_told_as_unread(
    read: Read, scan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "languages", lambda: None)
    (page,) = (event for event in read(scan, recognise=True) if isinstance(event, PageRead))
    assert page.method is ReadingMethod.PICTURE
    assert page.quality == 0.0
    assert page.notes == (PageNote.WITHOUT_OCR,)


def test_more_pictures_than_allowed_are_left_and_told(read: Read, scan: bytes) -> None:
    limits = Limits(ocr_pages=0)
    (page,) = (e for e in read(scan, recognise=True, limits=limits) if isinstance(e, PageRead))
    assert page.notes == (PageNote.OCR_LIMIT,)


def test_pictures_beside_text_leave_places_for_scans(read: Read) -> None:
    events = read(document(pasted(), pasted(), pictured(), pictured(), pictured()))
    pages = [e for e in bounded(events, pictures=3) if isinstance(e, PageRead)]
    assert [page.is_to_recognise for page in pages] == [True, True, True, False, False]
    pages = [e for e in bounded(events, pictures=2) if isinstance(e, PageRead)]
    assert [page.is_to_recognise for page in pages] == [True, False, True, False, False]
    assert (pages[1].method, pages[1].notes) == (ReadingMethod.TEXT, (PageNote.PICTURE_UNREAD,))
    assert pages[3].notes == (PageNote.OCR_LIMIT,)


@pytest.mark.usefixtures("with_tesseract")
def test_a_recognition_that_takes_too_long_is_given_up(read: Read, scan: bytes) -> None:
    limits = Limits(ocr_seconds=0.01)
    (page,) = (e for e in read(scan, recognise=True, limits=limits) if isinstance(e, PageRead))
    assert page.method is ReadingMethod.PICTURE
    assert page.notes == (PageNote.OCR_FAILED,)


@pytest.mark.usefixtures("with_tesseract")
def test_the_empty_back_of_a_scanned_sheet_is_told_as_empty(read: Read) -> None:
    white = b"<</Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    objects = [white + b"/Length 1>>stream\n\xf0\nendstream"]
    data = pdf(Sheet(content=b"q 420 0 0 120 0 0 cm /X0 Do Q", media=CARD), objects=objects)
    (page,) = (event for event in read(data, recognise=True) if isinstance(event, PageRead))
    assert (page.method, page.quality, page.text) == (ReadingMethod.OCR, 1.0, "")
    assert page.notes == (PageNote.BLANK,)


def row(text: str, *, line: int = 1, place: str = "10\t20\t30\t40", trust: str = "90") -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{place}\t{trust}\t{text}"


def test_a_table_of_words_becomes_lines_with_offsets() -> None:
    printed = "\n".join([row("Inga"), row("ftalater"), row("alls", line=2, trust="60")])
    found = parse_tsv(printed, width=100, height=200, limits=Limits())
    assert found.text == "Inga ftalater\nalls"
    assert found.quality == 0.8
    assert [found.text[w.start : w.end] for w in found.words] == ["Inga", "ftalater", "alls"]
    assert found.words[0][2:] == (0.1, 0.1, 0.4, 0.3)


@pytest.mark.parametrize(
    "odd",
    [
        "nothing like it",
        row("x", place="10\t20\t30"),
        row("x", place="ett\t20\t30\t40"),
        row("x", place="10\t20\t0\t40"),
        row(" \x00\x1b"),
        row("x", trust="mycket"),
    ],
)
def test_rows_that_are_none_are_passed_over(odd: str) -> None:
    assert parse_tsv(odd, width=100, height=200, limits=Limits()).words == ()


def test_places_outside_the_picture_are_brought_in() -> None:
    found = parse_tsv(row("x", place="-5\t-5\t900\t900"), width=100, height=100, limits=Limits())
    assert found.words[0][2:] == (0.0, 0.0, 1.0, 1.0)
