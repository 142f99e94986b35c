"""Office files read as the pages they are printed on: pictures, boxes, and the same pages again."""

import io
from uuid import UUID

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import delete, update

from portal.data import tables
from portal.data.files import fetch_derived, files_at, picture_key, print_key
from portal.domain.evidence import DocumentState, Limits, PageNote, ReadingMethod
from tests.packages import docx, docx_with_picture, p, relations, shown_picture
from tests.slides import pptx, shape
from tests.workers.conftest import Papers
from tests.workers.reading.made import pdf, plain
from tests.workers.scans import SAID, photo
from tests.workers.test_drawing import ask, picture, wish
from workers import jobs
from workers.reading import printing

pytestmark = pytest.mark.usefixtures("working")

QUOTE = "Produkten innehåller inga ftalater"
CLAIM = f"{QUOTE}."
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
REFERENCE = (
    '<w:p><w:r><w:t>Halten är låg.</w:t></w:r><w:r><w:commentReference w:id="4"/></w:r></w:p>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMMENT = {
    "word/_rels/document.xml.rels": relations(("e", "comments", "comments.xml")),
    "word/comments.xml": f'<w:comments {W}><w:comment w:id="4" w:author="Anna">'
    f"{p('Stämmer det?')}</w:comment></w:comments>",
}
PAPER = docx(
    p("Intyg om ämnen") + p("Norrek AB intygar följande.") + REFERENCE + BREAK + p(CLAIM), COMMENT
)


def read(papers: Papers, content: bytes = PAPER) -> UUID:
    document_id = papers.upload(content, "intyg.docx")
    jobs.read_document(str(document_id))
    jobs.flag_document(str(document_id))
    jobs.draw_document(str(document_id))
    return document_id


def pages_of(papers: Papers, document_id: UUID) -> list[tables.Page]:
    rows = papers.world.rows(tables.Page, document_id=document_id)
    return sorted(rows, key=lambda page: page.number)


def print_of(papers: Papers, document_id: UUID) -> bytes:
    kept = io.BytesIO()
    sha256 = papers.document(document_id).sha256
    assert fetch_derived(files_at(papers.settings.files), print_key(sha256), kept) is not None
    return kept.getvalue()


def place_in(printed: bytes, number: int, words: str) -> tuple[float, float, float, float]:
    """Where pdfium itself finds words on a page, in fractions from the top left."""
    document = pypdfium2.PdfDocument(printed)
    page = document[number - 1]
    text = page.get_textpage()
    searcher = text.search(words)
    index, count = searcher.get_next()
    boxes = [text.get_charbox(at) for at in range(index, index + count)]
    width, height = page.get_size()
    document.close()
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left) / width, 1 - max(top) / height, max(right) / width, 1 - min(bottom) / height


def test_a_flag_in_a_word_file_has_a_box_on_the_picture_of_its_page(papers: Papers) -> None:
    document_id = read(papers)
    pages = pages_of(papers, document_id)
    (flag,) = papers.world.rows(tables.Flag, document_id=document_id)
    assert (flag.page, flag.quote) == (2, QUOTE)
    (box,) = flag.boxes
    assert tuple(box) == pytest.approx(place_in(print_of(papers, document_id), 2, CLAIM), abs=0.01)
    for page in pages:
        drawn = Image.open(io.BytesIO(picture(papers, document_id, page.number)))
        assert drawn.width == pytest.approx(page.width * 110 / 72, abs=1)
        assert drawn.height == pytest.approx(page.height * 110 / 72, abs=1)
    left, top, right, bottom = box
    ink = drawn.convert("L").crop(
        (
            int(left * drawn.width),
            int(top * drawn.height),
            int(right * drawn.width) + 1,
            int(bottom * drawn.height) + 1,
        )
    )
    assert min(ink.tobytes()) < 100, "the words stand in the box"
    ask(papers, document_id, 2)
    jobs.draw_larger(str(document_id))
    assert wish(papers, document_id, 2) == "drawn"
    assert len(picture(papers, document_id, 2, larger=True)) > len(picture(papers, document_id, 2))


def test_pages_break_as_printed_and_a_comment_stays_without_a_place(papers: Papers) -> None:
    first, second = pages_of(papers, read(papers))
    assert (first.method, second.method) == (ReadingMethod.TEXT, ReadingMethod.TEXT)
    assert first.text.split("\n") == [
        "Intyg om ämnen",
        "Norrek AB intygar följande.",
        "Halten är låg.",
        "[Anna: Stämmer det?]",
    ]
    assert second.text == CLAIM
    placed = [first.text[word[0] : word[1]] for word in first.words]
    assert placed == [
        "Intyg",
        "om",
        "ämnen",
        "Norrek",
        "AB",
        "intygar",
        "följande.",
        "Halten",
        "är",
        "låg.",
    ]
    assert (first.notes, second.notes) == ([PageNote.COMMENTS], [])


def test_a_reading_that_is_taken_up_again_gets_the_same_pages(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    document_id = read(papers)
    before = [(page.number, page.text, page.words) for page in pages_of(papers, document_id)]
    with papers.world.as_owner() as db:
        db.execute(delete(tables.Flag).where(tables.Flag.document_id == document_id))
        db.execute(delete(tables.Page).where(tables.Page.number == 2))
        db.execute(update(tables.Document).values(state=DocumentState.RECEIVED))
    monkeypatch.setattr(printing, "program", lambda: None)
    jobs.read_document(str(document_id))
    after = [(page.number, page.text, page.words) for page in pages_of(papers, document_id)]
    assert after == before
    assert papers.document(document_id).state == DocumentState.READ


def assert_text_alone(papers: Papers, document_id: UUID) -> None:
    """The text as it is read without a print, which is told, and no picture."""
    (page,) = pages_of(papers, document_id)
    assert (page.method, page.words) == (ReadingMethod.CELLS, [])
    assert page.text.endswith(CLAIM)
    assert PageNote.NOT_LAID_OUT in page.notes
    assert picture(papers, document_id, 1) == b""
    assert print_of(papers, document_id) == b""
    assert papers.document(document_id).state == DocumentState.READ
    (flag,) = papers.world.rows(tables.Flag, document_id=document_id)
    assert (flag.quote, flag.boxes) == (QUOTE, [])


def test_without_libreoffice_the_text_is_read_as_before(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "program", lambda: None)
    assert_text_alone(papers, read(papers, docx(p(CLAIM))))


@pytest.mark.parametrize(
    ("limit", "value"), [("PRINT_SECONDS", "0.3"), ("MEMORY_MEGABYTES", "100")]
)
def test_a_print_that_is_too_slow_or_is_killed_costs_no_text(
    papers: Papers, monkeypatch: pytest.MonkeyPatch, limit: str, value: str
) -> None:
    monkeypatch.setenv(f"UNDERLAG_LIMIT_{limit}", value)
    assert_text_alone(papers, read(papers, docx(p(CLAIM))))


@pytest.mark.parametrize(
    "made",
    [pdf(plain("something else")), b"%PDF-1.7 nothing behind it", b""],
    ids=["other words", "damaged", "empty"],
)
def test_a_print_that_does_not_hold_the_text_is_not_drawn_from(
    papers: Papers, monkeypatch: pytest.MonkeyPatch, made: bytes
) -> None:
    """As from an office program that a file has taken over."""

    def taken_over(source: object, kind: object, *, limits: Limits) -> bytes:
        return made

    monkeypatch.setattr(printing, "as_pdf", taken_over)
    assert_text_alone(papers, read(papers, docx(p(CLAIM))))


def test_a_pdf_is_not_laid_out(papers: Papers) -> None:
    document_id = papers.upload(pdf(plain("one")))
    jobs.read_document(str(document_id))
    sha256 = papers.document(document_id).sha256
    files = files_at(papers.settings.files)
    assert fetch_derived(files, print_key(sha256), io.BytesIO()) is None
    (page,) = pages_of(papers, document_id)
    assert page.notes == []


A4_SCAN = (420.0, 600.0)


def recognised(papers: Papers, content: bytes) -> tuple[UUID, list[tables.Page]]:
    """A paper read, its pictures looked at, flagged and drawn."""
    document_id = papers.upload(content, "intyg.docx")
    jobs.read_document(str(document_id))
    jobs.recognise_document(str(document_id))
    jobs.flag_document(str(document_id))
    jobs.draw_document(str(document_id))
    return document_id, pages_of(papers, document_id)


def test_a_word_file_made_of_scans_is_read_by_recognition(papers: Papers) -> None:
    scan = photo(SAID, media=(0, 0, 420, 600))
    body = shown_picture("scan", *A4_SCAN) + BREAK + shown_picture("scan", *A4_SCAN)
    document_id, pages = recognised(papers, docx_with_picture(body, scan))
    assert [(page.method, page.text, page.notes) for page in pages] == [("ocr", SAID, [])] * 2
    flags = papers.world.rows(tables.Flag, document_id=document_id)
    assert {(flag.page, flag.quote) for flag in flags} == {
        (1, SAID.rstrip(".")),
        (2, SAID.rstrip(".")),
    }
    row = papers.document(document_id)
    assert (row.state, row.pages, row.pages_recognised) == (DocumentState.READ, 2, 2)


def test_a_scan_between_a_files_own_words_is_read_behind_them(papers: Papers) -> None:
    scan = photo(SAID, media=(0, 0, 420, 300))
    body = p(CLAIM) + shown_picture("scan", 420, 300) + p("Slut på intyget.")
    document_id, (page,) = recognised(papers, docx_with_picture(body, scan))
    assert page.text == f"{CLAIM}\nSlut på intyget.\n{SAID}"
    assert (page.method, page.notes) == ("ocr", [PageNote.RECOGNISED_BEHIND])
    flags = papers.world.rows(tables.Flag, document_id=document_id)
    tops = {flag.quote: flag.boxes[0][1] for flag in flags}
    assert set(tops) == {QUOTE, SAID.rstrip(".")}
    assert tops[QUOTE] < tops[SAID.rstrip(".")], "the picture lies below the claim"


def test_signs_beside_text_that_are_no_words_leave_the_text_and_are_told(papers: Papers) -> None:
    signs = photo("@ # | ~ ^ = + * < > ;", media=(0, 0, 420, 300))
    body = p(CLAIM) + shown_picture("scan", 420, 300)
    _, (page,) = recognised(papers, docx_with_picture(body, signs))
    assert (page.method, page.text, page.quality) == ("text", CLAIM, 1.0)
    assert (page.notes, page.waiting) == ([PageNote.PICTURE_UNREAD], False)


def test_a_picture_without_letters_is_nothing_to_tell(papers: Papers) -> None:
    plain_photo = photo("", media=(0, 0, 420, 300))
    body = p(CLAIM) + shown_picture("scan", 420, 300)
    _, (page,) = recognised(papers, docx_with_picture(body, plain_photo))
    assert (page.method, page.text, page.quality) == ("text", CLAIM, 1.0)
    assert (page.notes, page.waiting) == ([], False)


def test_a_logo_is_no_reason_to_look_for_words(papers: Papers) -> None:
    body = shown_picture("scan", 120, 60) + p(CLAIM)
    document_id = read(papers, docx_with_picture(body, photo()))
    (page,) = pages_of(papers, document_id)
    assert (page.method, page.notes) == ("text", [])
    assert papers.document(document_id).pages_pictured == 0


def test_without_a_print_a_scan_in_a_word_file_is_a_page_of_its_own(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "program", lambda: None)
    scan = photo(SAID, media=(0, 0, 420, 600))
    body = p(CLAIM) + shown_picture("scan", *A4_SCAN)
    document_id, (text, page) = recognised(papers, docx_with_picture(body, scan))
    assert (text.method, text.text) == ("cells", CLAIM)
    assert text.notes == [PageNote.PICTURE_BEHIND, PageNote.NOT_LAID_OUT]
    assert (page.method, page.text, page.notes) == ("ocr", SAID, [])
    flags = papers.world.rows(tables.Flag, document_id=document_id)
    assert {flag.page: bool(flag.boxes) for flag in flags} == {1: False, 2: True}
    row = papers.document(document_id)
    assert row.state == DocumentState.READ
    files = files_at(papers.settings.files)
    assert files.open(picture_key(row.sha256, 1)) is None, "nobody knows its looks"
    drawn = files.open(picture_key(row.sha256, 2))
    assert drawn is not None
    with drawn:
        assert drawn.read(4) == b"RIFF"


def test_slides_are_pages_with_boxes_and_a_hidden_one_is_told(papers: Papers) -> None:
    content = pptx(shape("Om oss"), shape(CLAIM), shape("Tack"), hidden=2)
    document_id = papers.upload(content, "bilder.pptx")
    jobs.read_document(str(document_id))
    jobs.flag_document(str(document_id))
    jobs.draw_document(str(document_id))
    pages = pages_of(papers, document_id)
    assert [(page.method, page.text, page.notes) for page in pages] == [
        ("text", "Om oss", []),
        ("text", CLAIM, [PageNote.HIDDEN_PART]),
        ("text", "Tack", []),
    ]
    (flag,) = papers.world.rows(tables.Flag, document_id=document_id)
    assert (flag.page, flag.quote) == (2, QUOTE)
    (box,) = flag.boxes
    assert tuple(box) == pytest.approx(place_in(print_of(papers, document_id), 2, CLAIM), abs=0.01)
    assert Image.open(io.BytesIO(picture(papers, document_id, 2))).width == 1100


def test_what_is_deleted_is_not_flagged_and_what_is_hidden_is_told(papers: Papers) -> None:
    deleted = f"<w:p><w:del><w:r><w:delText>{CLAIM}</w:delText></w:r></w:del></w:p>"
    document_id = read(papers, docx(p("Intyg om ämnen") + deleted))
    (page,) = pages_of(papers, document_id)
    assert (page.text, page.notes) == ("Intyg om ämnen", [PageNote.DELETED_TEXT])
    assert papers.world.rows(tables.Flag, document_id=document_id) == []
    shown = p("Intyg om ämnen") + p("Norrek AB intygar följande om sina varor.")
    hidden = docx(shown + p(CLAIM, run="<w:vanish/>"))
    document_id = read(papers, hidden)
    (page,) = pages_of(papers, document_id)
    assert page.notes == [PageNote.HIDDEN_TEXT]
    (flag,) = papers.world.rows(tables.Flag, document_id=document_id)
    assert (flag.quote, flag.boxes) == (QUOTE, []), "it is flagged, and nobody sees it on the page"


def test_white_words_in_a_word_file_are_told_as_hidden(papers: Papers) -> None:
    document_id = read(
        papers, docx(p("Intyg om ämnen") + p(CLAIM, run='<w:color w:val="FFFFFF"/>'))
    )
    (page,) = pages_of(papers, document_id)
    assert page.text.endswith(CLAIM)
    assert page.notes == [PageNote.HIDDEN_TEXT]
