"""Large pictures in office files that are read as text: pages of their own, small ones not."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from portal.domain.evidence import DocumentState, FailureCode, Limits, PageNote, ReadingMethod
from tests.packages import (
    docx,
    docx_with_picture,
    odf,
    p,
    relations,
    sheet_row,
    shown_picture,
    xlsx,
)
from tests.slides import pptx, shape
from tests.workers.reading.conftest import Read, ReadPage
from tests.workers.scans import SAID, photo
from workers.reading.events import Ended, Opened, PageRead

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
LARGE, SMALL = (400.0, 500.0), (150.0, 80.0)
SIZES = pytest.mark.parametrize(("size", "told"), [(LARGE, True), (SMALL, False)])


def older(wide: float, high: float) -> str:
    return (
        f'<w:p><w:r><w:pict><v:shape style="position:absolute;width:{wide}pt;height:{high}pt">'
        '<v:imagedata r:id="scan"/></v:shape></w:pict></w:r></w:p>'
    )


def slide_picture(wide: float, high: float) -> str:
    size = f'cx="{int(wide * 12_700)}" cy="{int(high * 12_700)}"'
    blip = '<p:blipFill><a:blip r:embed="scan"/></p:blipFill>'
    return f"<p:pic>{blip}<p:spPr><a:xfrm><a:ext {size}/></a:xfrm></p:spPr></p:pic>"


BLIP = '<a:blip xmlns:r="urn:r" r:embed="scan"/>'


def drawn_over_cells(wide: float, high: float) -> str:
    size = f'cx="{int(wide * 12_700)}" cy="{int(high * 12_700)}"'
    return (
        f'<d:wsDr xmlns:d="urn:d" {A}><d:oneCellAnchor><d:ext {size}/><d:pic><d:blipFill>'
        "<a:blip/></d:blipFill></d:pic></d:oneCellAnchor></d:wsDr>"
    )


def over_cells(wide: float, high: float) -> bytes:
    named = relations(("d", "drawing", "../drawings/drawing1.xml"))
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": named,
        "xl/drawings/drawing1.xml": drawn_over_cells(wide, high),
    }
    return xlsx({"Intyg": sheet_row(1, "Se bilden")}, parts)


def frame(wide: float, high: float, *, href: str = "") -> str:
    svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    size = f'svg:width="{wide / 72:.2f}in" svg:height="{high / 72:.2f}in"'
    link = f'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{href}"'
    return f"<draw:frame {svg} {size}><draw:image {link}/></draw:frame>"


@SIZES
def test_a_large_picture_in_a_text_is_told(
    read_page: ReadPage, size: tuple[float, float], told: bool
) -> None:
    bodies = (
        docx(p("Se bilden") + shown_picture("scan", *size)),
        docx(p("Se bilden") + older(*size)),
        odf("text", f"<text:p>Se bilden{frame(*size)}</text:p>"),
        odf("text", f"{frame(*size)}<text:p>Se bilden</text:p>"),
    )
    for data in bodies:
        page = read_page(data)
        assert (page.text, page.method) == ("Se bilden", ReadingMethod.CELLS)
        assert (PageNote.PICTURE_UNREAD in page.notes) is told


@SIZES
def test_a_large_picture_over_cells_or_on_a_slide_is_told_where_it_is(
    read: Read, size: tuple[float, float], told: bool
) -> None:
    shapes = f"<table:shapes>{frame(*size)}</table:shapes>"
    cell = "<table:table-cell><text:p>b</text:p></table:table-cell>"
    rows = f"<table:table-row>{cell}</table:table-row>"
    first = f"<table:table table:name='A'>{rows}</table:table>"
    sheets = odf("spreadsheet", f"{first}<table:table table:name='B'>{shapes}{rows}</table:table>")
    for data in (over_cells(*size), sheets, pptx(shape("Ett") + slide_picture(*size))):
        *before, last = (event for event in read(data) if isinstance(event, PageRead))
        assert (PageNote.PICTURE_UNREAD in last.notes) is told
        assert all(page.notes == () for page in before)


def test_a_text_of_nothing_but_a_scan_is_a_page_that_was_not_read(read_page: ReadPage) -> None:
    page = read_page(docx(shown_picture("scan", *LARGE)), recognise=True)
    assert (page.method, page.quality, page.text) == (ReadingMethod.PICTURE, 0.0, "")
    assert page.notes == (PageNote.PICTURE_UNREAD,)


@pytest.mark.parametrize("size", ["", "-1", "9" * 40, "1e9", "٣"])
def test_a_size_that_is_none_is_no_large_picture(read_page: ReadPage, size: str) -> None:
    odd = shown_picture("scan", 1, 1).replace('cx="12700" cy="12700"', f'cx="{size}" cy="{size}"')
    assert read_page(docx(p("Text") + odd)).notes == ()


def over_cells_with(picture: bytes) -> bytes:
    parts: dict[str, str | bytes] = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("d", "drawing", "../drawings/d.xml")),
        "xl/drawings/d.xml": drawn_over_cells(*LARGE).replace("<a:blip/>", BLIP),
        "xl/drawings/_rels/d.xml.rels": relations(("scan", "image", "../media/scan.png")),
        "xl/media/scan.png": picture,
    }
    return xlsx({"Intyg": sheet_row(1, "Se bilden"), "Mer": sheet_row(1, "Slut")}, parts)


def on_a_slide(picture: bytes) -> bytes:
    slide = shape("Se bilden") + slide_picture(*LARGE)
    parts: dict[str, str | bytes] = {
        "ppt/slides/_rels/slide1.xml.rels": relations(("scan", "image", "../media/scan.png")),
        "ppt/media/scan.png": picture,
    }
    return pptx(slide, shape("Slut"), parts=parts)


def over_open_cells(picture: bytes) -> bytes:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}</table:table-row>"
    shapes = f"<table:shapes>{frame(*LARGE, href='Pictures/scan.png')}</table:shapes>"
    tables = (
        f"<table:table table:name='Intyg'>{shapes}{row.format('Se bilden')}</table:table>"
        f"<table:table table:name='Mer'>{row.format('Slut')}</table:table>"
    )
    return odf("spreadsheet", tables, {"Pictures/scan.png": picture})


def in_a_text(picture: bytes) -> bytes:
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    body = p("Se bilden") + shown_picture("scan", *LARGE) + broken + p("Slut")
    return docx_with_picture(body, picture)


def in_an_open_text(picture: bytes) -> bytes:
    body = f"<text:p>Se bilden{frame(*LARGE, href='./Pictures/scan.png')}</text:p>"
    after = "<text:soft-page-break/><text:p>Slut</text:p>"
    return odf("text", body + after, {"Pictures/scan.png": picture})


KINDS = pytest.mark.parametrize(
    "made",
    [over_cells_with, on_a_slide, over_open_cells, in_a_text, in_an_open_text],
    ids=["xlsx", "pptx", "ods", "docx", "odt"],
)
Made = Callable[[bytes], bytes]


@pytest.mark.usefixtures("with_tesseract")
@KINDS
def test_a_scan_is_a_page_behind_the_one_it_stands_on(read: Read, made: Made) -> None:
    opened, *events = read(made(photo()), recognise=True)
    assert isinstance(opened, Opened)
    assert opened.page_count == 3
    first, scan, last = (event for event in events if isinstance(event, PageRead))
    assert "Se bilden" in first.text
    assert first.notes == (PageNote.PICTURE_BEHIND,)
    assert (scan.method, scan.text, scan.notes) == (ReadingMethod.OCR, SAID, ())
    assert len(scan.words) == len(SAID.split())
    assert "Slut" in last.text
    assert last.notes == ()


@KINDS
@pytest.mark.parametrize(
    "picture",
    [b"", b"no picture", photo()[:20], b"\x01\x00\x00\x00" + bytes(100)],
    ids=["empty", "text", "cut off", "a drawing of Windows"],
)
def test_a_picture_that_cannot_be_opened_is_told_and_the_text_kept(
    read: Read, made: Made, picture: bytes
) -> None:
    pages = [event for event in read(made(picture)) if isinstance(event, PageRead)]
    assert [page.notes for page in pages] == [(PageNote.PICTURE_UNREAD,), ()]
    assert "Se bilden" in pages[0].text


def test_a_picture_that_is_too_large_is_told(read: Read) -> None:
    small = Limits(picture_pixels=1_000)
    pages = [e for e in read(over_cells_with(photo()), limits=small) if isinstance(e, PageRead)]
    assert [page.notes for page in pages] == [(PageNote.PICTURE_UNREAD,), ()]


def test_a_file_of_nothing_but_a_scan_is_one_page(read_page: ReadPage) -> None:
    page = read_page(docx_with_picture(shown_picture("scan", *LARGE), photo()))
    assert (page.method, page.notes) == (ReadingMethod.PICTURE, ())
    assert page.is_to_recognise


def test_a_picture_that_is_shown_again_is_one_page(read: Read) -> None:
    again = shown_picture("scan", *LARGE)
    data = docx_with_picture(p("Ett") + again + p("Två") + again, photo())
    assert [type(event) for event in read(data)].count(PageRead) == 2


def test_pictures_count_as_pages(read: Read) -> None:
    assert read(in_a_text(photo()), limits=Limits(pages=2))[-1] == Ended(
        state=DocumentState.FAILED, code=FailureCode.TOO_MANY_PAGES, kept=0, lost=0
    )


def test_a_scan_in_a_word_file_that_a_mail_brings_is_a_page_of_that_file(read: Read) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "anna@example.se", "Intyg"
    mail.set_content("Se bilagan.")
    mail.add_attachment(
        in_a_text(photo()), maintype="application", subtype="octet-stream", filename="intyg.docx"
    )
    pages = [event for event in read(bytes(mail)) if isinstance(event, PageRead)]
    assert [page.part for page in pages] == ["", "intyg.docx", "intyg.docx", "intyg.docx"]
    assert [page.is_to_recognise for page in pages] == [False, False, True, False]
