"""OpenDocument texts: what is shown, and what lies beside it."""

import pytest

from portal.domain.evidence import ActiveContent, FailureCode, PageNote
from tests.packages import odf
from tests.workers.reading.conftest import Read, ReadPage
from workers.reading.events import Ended, Inspected, PageRead

STYLES = (
    '<style:style style:name="Ny"><style:paragraph-properties fo:break-before="page"/>'
    "</style:style>"
    '<style:style style:name="Dold"><style:text-properties text:display="none"/></style:style>'
)


def test_paragraphs_lists_tables_and_boxes_become_lines(read_page: ReadPage) -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    body = (
        '<text:h>Intyg</text:h><text:p>Två<text:s text:c="2"/>blanka<text:tab/>och'
        "<text:line-break/>ny rad</text:p><text:list><text:list-item><text:p>ett</text:p>"
        f"</text:list-item></text:list><table:table><table:table-row>{cell('DEHP')}"
        f"{cell('0,25 %')}</table:table-row></table:table><text:p>Före<draw:frame><draw:text-box>"
        "<text:p>I rutan</text:p></draw:text-box></draw:frame> efter</text:p>"
    )
    page = read_page(odf("text", body))
    assert page.text.split("\n") == [
        "Intyg",
        "Två blanka och",
        "ny rad",
        "• ett",
        "DEHP | 0,25 %",
        "Före efter",
        "I rutan",
    ]
    assert page.tables == 1


def test_notes_comments_headers_and_deletions_are_told(read_page: ReadPage) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>borta</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:p>Halt"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Mätt 2025"
        "</text:p></text:note-body></text:note><office:annotation><dc:creator>Anna</dc:creator>"
        "<text:p>Stämmer det?</text:p></office:annotation></text:p>"
    )
    styles = (
        "<office:document-styles SPACES><office:master-styles><style:master-page><style:header>"
        "<text:p>Norrek AB</text:p></style:header><style:footer><text:p>Sida</text:p>"
        "</style:footer></style:master-page></office:master-styles></office:document-styles>"
    )
    page = read_page(odf("text", body, {"styles.xml": styles}))
    assert page.text.split("\n") == [
        "Norrek AB",
        "Halt",
        "[Mätt 2025]",
        "[Anna: Stämmer det?]",
        "Sida",
    ]
    assert set(page.notes) == {PageNote.COMMENTS, PageNote.DELETED_TEXT}


def test_pages_break_where_the_file_says_so_and_hidden_text_is_told(read: Read) -> None:
    body = (
        "<text:p>Ett<text:soft-page-break/>två</text:p>"
        '<text:p text:style-name="Ny">Tre <text:span text:style-name="Dold">dolt</text:span>'
        "</text:p>"
    )
    pages = [e for e in read(odf("text", body, styles=STYLES)) if isinstance(e, PageRead)]
    assert [(page.text, page.notes) for page in pages] == [
        ("Ett", ()),
        ("två", ()),
        ("Tre dolt", (PageNote.HIDDEN_TEXT,)),
    ]


def test_only_deletions_are_told_as_deleted(read_page: ReadPage) -> None:
    inserted = (
        "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region>"
        "</text:tracked-changes><text:p>Nytt</text:p>"
    )
    assert read_page(odf("text", inserted)).notes == ()


@pytest.mark.parametrize(
    ("body", "hidden"),
    [
        ('<text:p text:style-name="Dold">x</text:p>', True),
        ('<text:p text:style-name="Under">x</text:p>', True),
        ('<text:p text:style-name="Synlig">x</text:p>', False),
        ('<text:section text:display="none"><text:p>x</text:p></text:section>', True),
        ("<text:section><text:p>x</text:p></text:section>", False),
        ("<text:p><text:hidden-text>x</text:hidden-text></text:p>", True),
    ],
)
def test_text_is_hidden_by_named_styles_and_sections_too(
    read_page: ReadPage, body: str, hidden: bool
) -> None:
    none = '<style:text-properties text:display="none"/>'
    named = (
        "<office:document-styles SPACES><office:styles>"
        f'<style:style style:name="Dold">{none}</style:style></office:styles>'
        "</office:document-styles>"
    )
    own = (
        '<style:style style:name="Under" style:parent-style-name="Dold"/>'
        '<style:style style:name="Synlig" style:parent-style-name="Dold">'
        '<style:text-properties text:display="true"/></style:style>'
    )
    page = read_page(odf("text", body, {"styles.xml": named}, styles=own))
    assert page.text == "x"
    assert (PageNote.HIDDEN_TEXT in page.notes) is hidden


def test_what_a_file_holds_and_says_of_itself_is_told(read: Read) -> None:
    meta = (
        "<office:document-meta SPACES><office:meta><dc:title>Intyg</dc:title>"
        "<meta:generator>Writer</meta:generator></office:meta></office:document-meta>"
    )
    parts = {"meta.xml": meta, "Basic/Standard/a.xml": "x", "META-INF/documentsignatures.xml": "x"}
    (seen,) = (
        e for e in read(odf("text", "<text:p>x</text:p>", parts)) if isinstance(e, Inspected)
    )
    assert set(seen.inspection.active) == {ActiveContent.SCRIPT, ActiveContent.SIGNATURE}
    assert seen.inspection.properties == {"title": "Intyg", "producer": "Writer"}


def test_a_locked_file_is_told_as_locked(read: Read) -> None:
    manifest = (
        "<manifest:manifest SPACES><manifest:file-entry><manifest:encryption-data/>"
        "</manifest:file-entry></manifest:manifest>"
    )
    (ended,) = read(odf("text", "<text:p>x</text:p>", {"META-INF/manifest.xml": manifest}))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.ENCRYPTED


XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("held", "fetches"),
    [
        (f'<draw:image {XLINK} xlink:href="http://example.org/x.png"/>', True),
        (f'<draw:image {XLINK} xlink:href="../x.png"/>', True),
        (f'<draw:image {XLINK} xlink:href="Pictures/x.png"/>', False),
        (f'<text:a {XLINK} xlink:href="http://example.org">länk</text:a>', False),
    ],
)
@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_a_picture_from_outside_is_told_and_a_link_is_not(
    read: Read, kind: str, held: str, fetches: bool
) -> None:
    body = f"<text:p>x{held}</text:p>"
    if kind == "spreadsheet":
        cell = f"<table:table-cell>{body}</table:table-cell>"
        body = (
            f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'
        )
    (seen,) = (e for e in read(odf(kind, body)) if isinstance(e, Inspected))
    assert seen.inspection.active == ((ActiveContent.EXTERNAL_LINK,) if fetches else ())
