"""Word files: all of their text, in the order it is read, and what should be known about it."""

import pytest

from portal.domain.evidence import ActiveContent, FailureCode, Limits, PageNote, ReadingMethod
from tests.packages import chart, diagram, docx, p, relations, table
from tests.workers.reading.conftest import Read, ReadPage
from workers.reading.events import Ended, Inspected, PageRead

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def text_of(read: Read, body: str, parts: dict[str, str] | None = None) -> str:
    return "\n".join(e.text for e in read(docx(body, parts)) if isinstance(e, PageRead))


def test_paragraphs_lists_and_tables_become_lines(read_page: ReadPage) -> None:
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    page = read_page(
        docx(
            p("Leverantörsintyg")
            + p("Inga ftalater", paragraph=listed)
            + table(["Ämne", "CAS", "Halt"], ["DEHP", "117-81-7", "0,25 %"], ["", "", ""])
            + p("Slut")
        )
    )
    assert page.text == (
        "Leverantörsintyg\n• Inga ftalater\nÄmne | CAS | Halt\nDEHP | 117-81-7 | 0,25 %\nSlut"
    )
    assert (page.method, page.quality, page.words) == (ReadingMethod.CELLS, 1.0, ())
    assert (page.tables, page.notes) == (1, ())


def test_content_controls_fields_and_hyperlinks_are_read(read: Read) -> None:
    controlled = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Utställare: Norrek AB')}</w:sdtContent></w:sdt>"
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText>'
        "</w:r><w:r><w:t>2026-03-01</w:t></w:r></w:p>"
    )
    linked = "<w:p><w:hyperlink><w:r><w:t>underlag.example</w:t></w:r></w:hyperlink></w:p>"
    assert text_of(read, controlled + field + linked) == (
        "Utställare: Norrek AB\n2026-03-01\nunderlag.example"
    )


def test_a_row_in_a_content_control_and_a_table_in_a_cell_are_read(read: Read) -> None:
    inner = table(["a", "b"])
    body = (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{p('yttre')}{inner}</w:tc>"
        f"<w:sdt><w:sdtContent><w:tc>{p('sista')}</w:tc></w:sdtContent></w:sdt></w:tr>"
        "</w:sdtContent></w:sdt></w:tbl>"
    )
    assert text_of(read, body) == "yttre a | b | sista"


def test_a_text_box_is_read_once_though_it_stands_twice(read: Read) -> None:
    box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Före</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(read, body) == "Före\nI rutan"


def test_the_older_way_is_read_where_the_newer_says_nothing(read: Read) -> None:
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><v:textbox>'
        f"<w:txbxContent>{p('Bara här')}</w:txbxContent></v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(read, body) == "Bara här"


def test_headers_footers_notes_and_comments_are_read(read: Read) -> None:
    referring = (
        "<w:p><w:r><w:t>Halten är låg</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
        '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    parts = {
        "word/_rels/document.xml.rels": relations(
            ("a", "header", "header1.xml"),
            ("b", "footer", "footer1.xml"),
            ("c", "footnotes", "footnotes.xml"),
            ("d", "endnotes", "endnotes.xml"),
            ("e", "comments", "comments.xml"),
        ),
        "word/header1.xml": f"<w:hdr {W}>{p('Norrek AB')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}>{p('Sida')}</w:ftr>",
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{p("Mätt 2025")}'
        "</w:footnote></w:footnotes>",
        "word/endnotes.xml": f'<w:endnotes {W}><w:endnote w:id="3">{p("Slutnot")}'
        "</w:endnote></w:endnotes>",
        "word/comments.xml": f'<w:comments {W}><w:comment w:id="4" w:author="Anna">'
        f"{p('Stämmer det?')}</w:comment></w:comments>",
    }
    (page,) = (e for e in read(docx(referring, parts)) if isinstance(e, PageRead))
    assert page.text.split("\n") == [
        "Norrek AB",
        "Halten är låg",
        "[Mätt 2025]",
        "[Slutnot]",
        "[Anna: Stämmer det?]",
        "Sida",
    ]
    assert page.notes == (PageNote.COMMENTS,)


def test_what_was_inserted_is_read_and_what_was_deleted_is_told(read_page: ReadPage) -> None:
    page = read_page(
        docx(
            "<w:p><w:ins><w:r><w:t>Nytt </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>gammalt</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom><w:r><w:t>kvar</w:t></w:r></w:p>"
        )
    )
    assert page.text == "Nytt kvar"
    assert page.notes == (PageNote.DELETED_TEXT,)


@pytest.mark.parametrize(
    ("run", "hidden"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="0"/>', False),
        ('<w:rStyle w:val="Dold"/>', True),
        ('<w:rStyle w:val="Ovan"/>', True),
        ('<w:rStyle w:val="Synlig"/>', False),
        ('<w:rStyle w:val="Runt"/>', False),
    ],
)
def test_hidden_text_is_read_and_told(read_page: ReadPage, run: str, hidden: bool) -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="Dold"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Ovan"><w:basedOn w:val="Dold"/></w:style>'
        '<w:style w:styleId="Synlig"><w:basedOn w:val="Dold"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
        '</w:style><w:style w:styleId="Runt"><w:basedOn w:val="Runt"/></w:style></w:styles>'
    )
    page = read_page(docx(p("Syns ") + p("syns inte", run=run), {"word/styles.xml": styles}))
    assert page.text == "Syns\nsyns inte"
    assert (PageNote.HIDDEN_TEXT in page.notes) is hidden


def test_a_hidden_row_and_a_hidden_box_are_read_and_told(read: Read) -> None:
    rows = table(["a"], ["b"]).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1)
    box = (
        '<w:p><w:r><w:drawing><w:inline><w:docPr id="1" hidden="1"/><wps:txbx><w:txbxContent>'
        f"{p('I rutan')}</w:txbxContent></wps:txbx></w:inline></w:drawing></w:r></w:p>"
    )
    turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    pages = [e for e in read(docx(rows + turn + box)) if isinstance(e, PageRead)]
    assert [(page.text, page.notes) for page in pages] == [
        ("a\nb", (PageNote.HIDDEN_TEXT,)),
        ("I rutan", (PageNote.HIDDEN_TEXT,)),
    ]


def test_a_deleted_row_is_not_read(read_page: ReadPage) -> None:
    rows = table(["innehåller bly"], ["b"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    page = read_page(docx(rows))
    assert (page.text, page.notes) == ("b", (PageNote.DELETED_TEXT,))


def test_ticks_symbols_breaks_and_hyphens_are_what_they_look_like(read: Read) -> None:
    body = (
        "<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>"
        "<w:t>Ja</w:t></w:r><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='0'/>"
        "</w:checkBox></w:ffData></w:fldChar><w:t>Nej</w:t></w:r></w:p>"
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> vald</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>117</w:t><w:noBreakHyphen/><w:t>81</w:t><w:tab/><w:t>a</w:t><w:br/>"
        "<w:t>b</w:t></w:r></w:p>"
    )
    assert text_of(read, body) == "☒Ja☐Nej\n☑ vald\n117-81 a\nb"


@pytest.mark.parametrize(
    "between",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>",
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
    ],
)
def test_pages_break_where_the_file_says_so(read: Read, between: str) -> None:
    events = read(docx(p("Ett") + between + p("Två")))
    assert [(e.number, e.text) for e in events if isinstance(e, PageRead)] == [
        (1, "Ett"),
        (2, "Två"),
    ]


def test_a_break_within_a_paragraph_cuts_it(read: Read) -> None:
    events = read(docx('<w:p><w:r><w:t>Ett</w:t><w:br w:type="page"/><w:t>Två</w:t></w:r></w:p>'))
    assert [e.text for e in events if isinstance(e, PageRead)] == ["Ett", "Två"]
    before = "<w:pageBreakBefore/>"
    events = read(docx(p("Ett") + p("Två", paragraph=before)))
    assert [e.text for e in events if isinstance(e, PageRead)] == ["Ett", "Två"]


def test_long_text_without_breaks_is_cut_at_a_bearable_length(read: Read) -> None:
    events = read(docx(p("ord " * 4_000) + "".join(p(f"rad {n}") for n in range(900))))
    pages = [e for e in events if isinstance(e, PageRead)]
    assert len(pages) > 3
    assert max(len(page.text) for page in pages) <= 6_000
    whole = " ".join(" ".join(page.text.split()) for page in pages)
    assert whole == "ord " * 4_000 + " ".join(f"rad {n}" for n in range(900))


def test_an_empty_file_has_no_pages(read: Read) -> None:
    (ended,) = read(docx(""))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.NO_PAGES


def test_more_pages_than_are_read_are_told(read: Read) -> None:
    body = "".join(p(str(n), paragraph="<w:pageBreakBefore/>") for n in range(9))
    (ended,) = read(docx(body), limits=Limits(pages=5))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.TOO_MANY_PAGES


def test_what_a_file_fetches_holds_and_says_of_itself_is_told(read: Read) -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Intyg</dc:title>'
        "<dc:creator>Anna</dc:creator><dcterms:created>2026-03-01T10:00:00Z</dcterms:created>"
        "</c:coreProperties>"
    )
    parts = {
        "docProps/core.xml": core,
        "docProps/app.xml": "<Properties><Application>Writer</Application></Properties>",
        "word/_rels/document.xml.rels": relations(
            ("a", "image", "http://example.org/spy.png"),
            ("b", "hyperlink", "http://example.org/"),
            outside=("a", "b"),
        ),
        "word/embeddings/bok.xlsx": "x",
        "_xmlsignatures/sig1.xml": "<x/>",
    }
    (seen,) = (e for e in read(docx(p("x"), parts)) if isinstance(e, Inspected))
    assert set(seen.inspection.active) == {
        ActiveContent.EXTERNAL_LINK,
        ActiveContent.EMBEDDED_FILE,
        ActiveContent.SIGNATURE,
    }
    assert seen.inspection.properties == {
        "title": "Intyg",
        "author": "Anna",
        "created": "2026-03-01T10:00:00Z",
        "producer": "Writer",
    }


def ordered(*pieces: str) -> str:
    """A paragraph with a field whose order is written in pieces."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"<w:p>{mark.format('begin')}{runs}{mark.format('separate')}{mark.format('end')}</w:p>"


@pytest.mark.parametrize(
    ("field", "fetches"),
    [
        (ordered(' DDEAUTO c:\\x "y"'), True),
        (ordered(" INCLUDE", 'PICTURE "http://example.org/x.png"'), True),
        ('<w:p><w:fldSimple w:instr=" includetext &quot;x&quot;"><w:r/></w:fldSimple></w:p>', True),
        (ordered(' HYPERLINK "http://example.org"'), False),
        (ordered(" PAGE "), False),
        (ordered(" REF INCLUDETEXT "), False),
        (p("INCLUDEPICTURE is written here"), False),
    ],
)
def test_a_field_that_fetches_is_told(read: Read, field: str, fetches: bool) -> None:
    (seen,) = (e for e in read(docx(p("x") + field)) if isinstance(e, Inspected))
    assert seen.inspection.active == ((ActiveContent.EXTERNAL_LINK,) if fetches else ())


def test_a_chart_and_a_diagram_are_read_where_they_stand(read_page: ReadPage) -> None:
    drawn = (
        '<w:p><w:r><w:t>Se</w:t></w:r><w:r><w:drawing><c:chart xmlns:c="urn:c" r:id="k"/>'
        "</w:drawing></w:r></w:p>"
        '<w:p><w:r><w:drawing><d:relIds xmlns:d="urn:d" r:dm="d"/></w:drawing></w:r></w:p>'
    )
    parts = {
        "word/_rels/document.xml.rels": relations(
            ("k", "chart", "charts/chart1.xml"), ("d", "diagramData", "diagrams/data1.xml")
        ),
        "word/charts/chart1.xml": chart(
            "Halt av DEHP", {"Golv": 0.0025, "Vägg": 0.4}, series="2025", code="0.00%"
        ),
        "word/diagrams/data1.xml": diagram("Inköp", "Kontroll"),
    }
    page = read_page(docx(drawn + p("Efter"), parts))
    assert page.text.split("\n") == [
        "Se",
        "Halt av DEHP",
        " | 2025",
        "Golv | 0.25 %",
        "Vägg | 40 %",
        "Inköp",
        "Kontroll",
        "Efter",
    ]
    assert page.tables == 1


def test_a_link_that_waits_to_be_followed_is_no_fetching(read: Read) -> None:
    links = relations(("b", "hyperlink", "http://example.org/"), outside=("b",))
    events = read(docx(p("x"), {"word/_rels/document.xml.rels": links}))
    (seen,) = (e for e in events if isinstance(e, Inspected))
    assert seen.inspection.active == ()


@pytest.mark.parametrize(
    ("main_type", "code"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", FailureCode.MACROS),
        ("text/plain", FailureCode.TYPE_UNCLEAR),
    ],
)
def test_a_main_part_that_is_another_than_its_name_says_is_not_read(
    read: Read, main_type: str, code: FailureCode
) -> None:
    (ended,) = read(docx(p("x"), main_type=main_type))
    assert isinstance(ended, Ended)
    assert ended.code is code
