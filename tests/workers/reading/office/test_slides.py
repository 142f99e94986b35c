"""Slides: one page for each, with all that is written on it and beside it."""

from portal.domain.evidence import PageNote
from tests.packages import chart, diagram, relations
from tests.slides import SPACES, pptx, shape
from tests.workers.reading.conftest import Read, ReadPage
from workers.reading.events import PageRead


def texts(read: Read, data: bytes) -> list[str]:
    return [event.text for event in read(data) if isinstance(event, PageRead)]


def test_each_slide_is_a_page_in_the_order_they_are_shown(read: Read) -> None:
    assert texts(read, pptx(shape("Ett", "två"), shape("Tre"))) == ["Ett\ntvå", "Tre"]


def test_a_slide_without_text_is_a_page_too(read: Read) -> None:
    assert texts(read, pptx(shape("Ett"), "", shape("Tre"))) == ["Ett", "", "Tre"]


def test_tables_groups_and_notes_are_read_and_numbers_are_not(read: Read) -> None:
    cells = "".join(
        f"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>"
        for cell in ("DEHP", "117-81-7")
    )
    table = f"<p:graphicFrame><a:tbl><a:tr>{cells}</a:tr></a:tbl></p:graphicFrame>"
    grouped = f"<p:grpSp><p:grpSp>{shape('I en grupp')}</p:grpSp></p:grpSp>"
    notes = (
        f"<p:notes {SPACES}><p:cSld><p:spTree>{shape('Säg detta', kind='body')}"
        f"{shape('7', kind='sldNum')}</p:spTree></p:cSld></p:notes>"
    )
    comments = f"<p:cmLst {SPACES}><p:cm><p:text>Stämmer det?</p:text></p:cm></p:cmLst>"
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": relations(
            ("n", "notesSlide", "../notesSlides/notesSlide1.xml"),
            ("c", "comments", "../comments/comment1.xml"),
        ),
        "ppt/notesSlides/notesSlide1.xml": notes,
        "ppt/comments/comment1.xml": comments,
    }
    data = pptx(shape("Titel", kind="title") + table + grouped, parts=parts)
    (page,) = (event for event in read(data) if isinstance(event, PageRead))
    assert page.text.split("\n") == [
        "Titel",
        "DEHP | 117-81-7",
        "I en grupp",
        "Säg detta",
        "[Stämmer det?]",
    ]
    assert (page.tables, page.notes) == (1, (PageNote.COMMENTS,))


def test_a_hidden_slide_is_read_and_told(read: Read) -> None:
    pages = [e for e in read(pptx(shape("Ett"), shape("Två"), hidden=2)) if isinstance(e, PageRead)]
    assert [(page.text, page.notes) for page in pages] == [
        ("Ett", ()),
        ("Två", (PageNote.HIDDEN_PART,)),
    ]


def test_a_hidden_shape_is_read_and_told(read_page: ReadPage) -> None:
    page = read_page(pptx(shape("Ett") + shape("Dolt", hidden=True)))
    assert (page.text, page.notes) == ("Ett\nDolt", (PageNote.HIDDEN_TEXT,))


def test_charts_and_diagrams_on_a_slide_are_read(read: Read) -> None:
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": relations(
            ("k", "chart", "../charts/chart1.xml"), ("d", "diagramData", "../diagrams/data1.xml")
        ),
        "ppt/charts/chart1.xml": chart("Timmar", {"Mars": 61, "April": 48.5}, series="Skift A"),
        "ppt/diagrams/data1.xml": diagram("Steg ett"),
    }
    (text,) = texts(read, pptx(shape("Rubrik"), parts=parts))
    assert text.split("\n") == [
        "Rubrik",
        "Timmar",
        " | Skift A",
        "Mars | 61",
        "April | 48.5",
        "Steg ett",
    ]
