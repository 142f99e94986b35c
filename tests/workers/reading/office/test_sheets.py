"""Workbooks: each sheet by its name, each row with what its cells say."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile

import pytest

from portal.domain.evidence import FailureCode, FileType, Limits, PageNote, ReadingMethod
from tests.packages import odf, ooxml, packed, relations, sheet_row, xlsx
from tests.workers.reading.conftest import Read, ReadPage
from workers.reading.events import Ended, Inspected, Opened, PageRead
from workers.reading.office.sheets import spelt


def test_each_sheet_is_a_page_with_its_name_and_its_rows(read: Read) -> None:
    data = xlsx(
        {
            "Ämnen": sheet_row(1, "Ämne", "Halt") + sheet_row(5, "DEHP", 0.25),
            "Tomt": "",
            "Fabriker": sheet_row(1, "", "Vinh Phuc"),
        }
    )
    pages = [e for e in read(data) if isinstance(e, PageRead)]
    assert [page.text for page in pages] == [
        "Ämnen\nÄmne | Halt\nDEHP | 0.25",
        "Tomt",
        "Fabriker\nVinh Phuc",
    ]
    assert {page.method for page in pages} == {ReadingMethod.CELLS}
    assert pages[0].tables == 1


def test_an_empty_cell_within_a_row_keeps_its_place(read_page: ReadPage) -> None:
    rows = sheet_row(1, "a", "", "c") + sheet_row(2, "", "b")
    assert read_page(xlsx({"A": rows})).text == "A\na |  | c\n | b"


def test_numbers_are_shown_as_their_format_shows_them(read_page: ReadPage) -> None:
    rows = (
        sheet_row(1, 0.0025, style=1)
        + sheet_row(2, 46082, style=2)
        + sheet_row(3, 0.5, style=3)
        + sheet_row(4, 1e-7)
        + sheet_row(5, 12345678901)
    )
    page = read_page(xlsx({"A": rows}, formats=("0.00%", "yyyy-mm-dd", "0.0&quot; %&quot;")))
    assert page.text == "A\n0.25 %\n2026-03-01\n0.5\n0.0000001\n12345678901"


def test_a_hidden_sheet_is_read_and_told(read: Read) -> None:
    data = xlsx({"Öppen": sheet_row(1, "a"), "Dold": sheet_row(1, "b")}, hidden=("Dold",))
    notes = {e.text: e.notes for e in read(data) if isinstance(e, PageRead)}
    assert notes == {"Öppen\na": (), "Dold\nb": (PageNote.HIDDEN_PART,)}


def test_hidden_rows_and_columns_are_read_and_told(read: Read) -> None:
    seen = sheet_row(1, "a", "b")
    hidden_row = seen + sheet_row(2, "dold").replace("<row", '<row hidden="1"')
    columns = '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>'
    only_empty = sheet_row(1, "a")
    book = xlsx({"A": seen, "B": hidden_row, "C": seen, "D": only_empty})
    pages = [e for e in read(_columned(book, columns, 3, 4)) if isinstance(e, PageRead)]
    assert [(page.text, page.notes) for page in pages] == [
        ("A\na | b", ()),
        ("B\na | b\ndold", (PageNote.HIDDEN_TEXT,)),
        ("C\na | b", (PageNote.HIDDEN_TEXT,)),
        ("D\na", ()),
    ]


def _columned(book: bytes, columns: str, *sheets: int) -> bytes:
    """The same workbook with columns told in these sheets."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for number in sheets:
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = parts[name].replace(b"<sheetData>", columns.encode())
    return packed(parts)


@pytest.mark.parametrize("odd", ['min="x" max="9"', 'min="1" max="99999999999"', ""])
def test_columns_without_sense_hide_nothing_and_cost_nothing(read_page: ReadPage, odd: str) -> None:
    columns = f'<cols><col hidden="1" {odd}/></cols><sheetData>'
    assert read_page(_columned(xlsx({"A": sheet_row(1, "a")}), columns, 1)).text == "A\na"


def test_a_long_sheet_goes_on_over_several_pages(read: Read) -> None:
    rows = "".join(sheet_row(n, f"Artikel {n}", n) for n in range(1, 3_001))
    pages = [e for e in read(xlsx({"A": rows})) if isinstance(e, PageRead)]
    assert len(pages) > 2
    lines = [line for page in pages for line in page.text.split("\n")]
    assert lines == ["A", *(f"Artikel {n} | {n}" for n in range(1, 3_001))]


def test_comments_and_boxes_over_the_cells_are_read(read_page: ReadPage) -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("a", "comments", "../comments1.xml"), ("b", "drawing", "../drawings/drawing1.xml")
        ),
        "xl/comments1.xml": (
            f'<comments xmlns="{space}"><commentList><comment ref="A1"><text><r><t>Kolla</t></r>'
            "</text></comment></commentList></comments>"
        ),
        "xl/drawings/drawing1.xml": (
            '<x:wsDr xmlns:x="urn:x" xmlns:a="urn:a"><x:anchor><x:sp><a:p><a:r><a:t>I en ruta'
            "</a:t></a:r></a:p></x:sp></x:anchor></x:wsDr>"
        ),
    }
    page = read_page(xlsx({"A": sheet_row(1, "DEHP")}, parts))
    assert page.text == "A\nDEHP\nI en ruta\n[Kolla]"
    assert page.notes == (PageNote.COMMENTS,)


def test_a_workbook_that_is_broken_inside_is_told_as_damaged(read: Read) -> None:
    data = ooxml("xl/workbook.xml", {"xl/workbook.xml": "<workbook"})
    (ended,) = read(data)
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.DAMAGED


_MIDNIGHT = dt.datetime(2026, 3, 1)  # noqa: DTZ001 (a cell knows no time zone)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (True, "TRUE"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (-1.5e-9, "-0.0000000015"),
        (1e20, "100000000000000000000"),
        (float("inf"), ""),
        ("text", "text"),
        ("", ""),
        (dt.date(2026, 3, 1), "2026-03-01"),
        (_MIDNIGHT, "2026-03-01"),
        (_MIDNIGHT.replace(hour=14, minute=2), "2026-03-01 14:02"),
        (dt.time(14, 2), "14:02:00"),
    ],
)
def test_what_a_cell_holds_is_spelt_plainly(cell: object, shown: str) -> None:
    assert spelt(cell) == shown  # type: ignore[arg-type]  # parametrised


def test_per_cent_is_spelt_with_its_sign() -> None:
    assert spelt(0.001, percent=True) == "0.1 %"
    assert spelt(1, percent=True) == "100 %"


def test_an_opendocument_sheet_shows_what_its_cells_show(read: Read) -> None:
    def cell(text: str, extra: str = "") -> str:
        return f"<table:table-cell{extra}><text:p>{text}</text:p></table:table-cell>"

    repeated = ' table:number-columns-repeated="2"'
    body = (
        '<table:table table:name="Ämnen"><table:table-header-rows><table:table-row>'
        f"{cell('Ämne')}{cell('Halt', repeated)}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('DEHP')}{cell('0,25 %')}<table:table-cell"
        ' table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/>'
        "</table:table-row></table:table>"
        f'<table:table table:name="Dold" table:style-name="ta2"><table:table-row>{cell("x")}'
        "</table:table-row></table:table>"
    )
    styles = (
        '<style:style style:name="ta2">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    pages = [e for e in read(odf("spreadsheet", body, styles=styles)) if isinstance(e, PageRead)]
    assert [(page.text, page.notes) for page in pages] == [
        ("Ämnen\nÄmne | Halt | Halt\nDEHP | 0,25 %", ()),
        ("Dold\nx", (PageNote.HIDDEN_PART,)),
    ]


def test_hidden_rows_and_columns_of_an_opendocument_sheet_are_told(read: Read) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    line = f"<table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
    filtered = line.replace("<table:table-row", '<table:table-row table:visibility="filter"')
    collapsed = ' table:visibility="collapse" table:number-columns-repeated="3"/>'
    columns = f"<table:table-column/><table:table-column{collapsed}"
    behind = (
        f'<table:table-column table:number-columns-repeated="2"/><table:table-column{collapsed}'
    )
    names = {"A": line, "B": line + filtered, "C": columns + line, "D": behind + line}
    body = "".join(f'<table:table table:name="{n}">{b}</table:table>' for n, b in names.items())
    pages = [e for e in read(odf("spreadsheet", body)) if isinstance(e, PageRead)]
    assert {page.text[0]: page.notes for page in pages} == {
        "A": (),
        "B": (PageNote.HIDDEN_TEXT,),
        "C": (PageNote.HIDDEN_TEXT,),
        "D": (),
    }


def test_sheets_have_a_bound_of_pages_too(read: Read) -> None:
    rows = "".join(sheet_row(n, "x" * 100) for n in range(1, 1_001))
    (ended,) = read(xlsx({"A": rows}), limits=Limits(pages=3))
    assert isinstance(ended, Ended)
    assert ended.code is FailureCode.TOO_MANY_PAGES


@pytest.fixture(scope="module")
def old_workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A workbook of the old kind, as an office program saves one from a sheet of ours."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("install the package libreoffice-calc-nogui")
    folder = tmp_path_factory.mktemp("xls")
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    half = (
        '<table:table-cell office:value-type="float" office:value="0.25"><text:p>0,25</text:p>'
        "</table:table-cell>"
    )
    rows = (f"{cell.format('Ämne')}{cell.format('Halt')}", f"{cell.format('DEHP')}{half}")
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    hides = ' table:visibility="collapse"'
    hidden = {
        "Rad": f"<table:table-column/>{lines}<table:table-row{hides}>{cell.format('x')}"
        "</table:table-row>",
        "Kolumn": f"<table:table-column/><table:table-column{hides}/>{lines}",
    }
    meta = (
        "<office:document-meta SPACES><office:meta><dc:title>Ämneslista</dc:title></office:meta>"
        "</office:document-meta>"
    )
    manifest = (
        '<manifest:manifest SPACES><manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    made = folder / "lista.ods"
    made.write_bytes(
        odf(
            "spreadsheet",
            "".join(
                f'<table:table table:name="{name}">{held}</table:table>'
                for name, held in {"Blad å": lines, **hidden}.items()
            ),
            {"meta.xml": meta, "META-INF/manifest.xml": manifest},
        )
    )
    home = f"-env:UserInstallation=file://{folder}/home"
    order = [program, home, "--headless", "--convert-to", "xls", "--outdir", str(folder), str(made)]
    subprocess.run(order, check=True, capture_output=True)
    return made.with_suffix(".xls").read_bytes()


def test_a_workbook_of_the_old_kind_is_read(read: Read, old_workbook: bytes) -> None:
    events = read(old_workbook)
    assert events[0] == Opened(3, FileType.XLS)
    pages = [e for e in events if isinstance(e, PageRead)]
    assert [(page.text, page.notes) for page in pages] == [
        ("Blad å\nÄmne | Halt\nDEHP | 0.25", ()),
        ("Rad\nÄmne | Halt\nDEHP | 0.25\nx", (PageNote.HIDDEN_TEXT,)),
        ("Kolumn\nÄmne | Halt\nDEHP | 0.25", (PageNote.HIDDEN_TEXT,)),
    ]
    (seen,) = (e for e in events if isinstance(e, Inspected))
    assert seen.inspection.active == ()
    assert seen.inspection.properties["title"] == "Ämneslista"
