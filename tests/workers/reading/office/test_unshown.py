"""Cells that show nothing of what they hold: read, and told as hidden."""

import pytest

from portal.domain.evidence import PageNote
from tests.packages import relations, sheet_row, xlsx
from tests.workers.reading.conftest import ReadPage
from workers.reading.office.unshown import Format, unshown

ALL = Format(plus=True, minus=True, zero=True, text=True)
NUMBERS = Format(plus=True, minus=True, zero=True)
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("code", "hides"),
    [
        (";;;", ALL),
        (' ; ;"" ; ', ALL),
        ("[White];[Red];_-;*x", ALL),
        (";;", NUMBERS),
        ('""', NUMBERS),
        (";;;@", NUMBERS),
        (";-0;", Format(plus=True)),
        ("0;;", Format(minus=True)),
        ("0;-0;0;", Format(text=True)),
        ("0;-0;;@", Format()),
        ('0;-0;"";@', Format()),
        ("[>100]0;[<5];0", Format()),
        ("[>100];[<5];", NUMBERS),
        ("General", Format()),
        ("[Red]", Format()),
        ("", Format()),
        ("0.00 %", Format()),
        ('"";"";"";"x;y"', NUMBERS),
        ("\\;;", Format(minus=True)),
    ],
)
def test_a_format_hides_what_its_parts_show_nothing_of(code: str, hides: Format) -> None:
    assert unshown(code) == hides


def text_cell(number: int, said: str, style: int) -> str:
    inside = f"<is><t>{said}</t></is>"
    return f'<row r="{number}"><c r="A{number}" s="{style}" t="inlineStr">{inside}</c></row>'


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (sheet_row(2, "Bly", 12, style=1), True),
        (sheet_row(2, "Bly", 0, style=1), True),
        (text_cell(2, "Ingen får veta", 1), True),
        (text_cell(2, "", 1), False),
        (sheet_row(2, "Bly", 12, style=2), False),
        (sheet_row(2, "Bly", 0, style=2), False),
        (sheet_row(2, "Bly", -1, style=3), True),
        (sheet_row(2, "Bly", 1, style=3), False),
    ],
)
def test_a_cell_whose_format_shows_nothing_is_read_and_told(
    read_page: ReadPage, row: str, told: bool
) -> None:
    formats = (";;;", "0;-0;;@", "0;;")
    page = read_page(xlsx({"A": sheet_row(1, "Ämne", 5) + row}, formats=formats))
    assert page.text.startswith("A\nÄmne | 5")
    assert page.notes == ((PageNote.HIDDEN_TEXT,) if told else ())


STYLES = f"""<styleSheet xmlns="{SPACE}"><fonts><font/><font><color rgb="FFFFFFFF"/></font>
<font><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid">
<fgColor rgb="FF000080"/></patternFill></fill></fills>
<cellXfs><xf/><xf fontId="1"/><xf fontId="2" fillId="0"/><xf fontId="1" fillId="1"/>
<xf fontId="3"/></cellXfs>
<dxfs><dxf><numFmt numFmtId="164" formatCode=";;;"/></dxf><dxf><font/></dxf></dxfs></styleSheet>"""


@pytest.mark.parametrize(
    ("style", "told"), [(0, False), (1, True), (2, True), (3, False), (4, False)]
)
def test_white_on_a_cell_without_colour_is_told(
    read_page: ReadPage, style: int, told: bool
) -> None:
    data = xlsx({"A": text_cell(1, "Vit", style)}, {"xl/styles.xml": STYLES})
    page = read_page(data)
    assert page.text == "A\nVit"
    assert page.notes == ((PageNote.HIDDEN_TEXT,) if told else ())


def test_white_heads_of_tables_that_have_their_colours_elsewhere_are_not(
    read_page: ReadPage,
) -> None:
    named = relations(("t", "table", "../tables/table1.xml"))
    parts = {"xl/styles.xml": STYLES, "xl/worksheets/_rels/sheet1.xml.rels": named}
    assert read_page(xlsx({"A": text_cell(1, "Vit", 1)}, parts)).notes == ()


@pytest.mark.parametrize(
    ("area", "rule", "told"),
    [
        ("A1:B2", 0, True),
        ("C9 A1", 0, True),
        ("B2:C9", 0, False),
        ("A1", 1, False),
        ("A1:XFD1048576", 0, True),
        ("A0", 0, False),
        ("", 0, False),
    ],
)
def test_what_a_condition_may_hide_is_told(
    read_page: ReadPage, area: str, rule: int, told: bool
) -> None:
    condition = (
        f'</sheetData><conditionalFormatting sqref="{area}"><cfRule type="expression"'
        f' dxfId="{rule}" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting>'
        "<sheetData>"
    )
    data = xlsx({"A": sheet_row(1, "Ingen får veta") + condition}, {"xl/styles.xml": STYLES})
    page = read_page(data)
    assert page.text == "A\nIngen får veta"
    assert page.notes == ((PageNote.HIDDEN_TEXT,) if told else ())
