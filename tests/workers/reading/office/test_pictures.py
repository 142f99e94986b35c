"""Large pictures in office files that are read as text: told where they are, small ones not."""

import pytest

from portal.domain.evidence import PageNote, ReadingMethod
from tests.packages import docx, odf, p, relations, sheet_row, shown_picture, xlsx
from tests.slides import pptx, shape
from tests.workers.reading.conftest import Read, ReadPage
from workers.reading.events import PageRead

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


def over_cells(wide: float, high: float) -> bytes:
    size = f'cx="{int(wide * 12_700)}" cy="{int(high * 12_700)}"'
    drawing = (
        f'<d:wsDr xmlns:d="urn:d" {A}><d:oneCellAnchor><d:ext {size}/><d:pic><d:blipFill>'
        "<a:blip/></d:blipFill></d:pic></d:oneCellAnchor></d:wsDr>"
    )
    named = relations(("d", "drawing", "../drawings/drawing1.xml"))
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": named,
        "xl/drawings/drawing1.xml": drawing,
    }
    return xlsx({"Intyg": sheet_row(1, "Se bilden")}, parts)


def frame(wide: float, high: float) -> str:
    svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    size = f'svg:width="{wide / 72:.2f}in" svg:height="{high / 72:.2f}in"'
    return f"<draw:frame {svg} {size}><draw:image/></draw:frame>"


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
