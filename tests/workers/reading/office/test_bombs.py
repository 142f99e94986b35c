"""Packages made to swell: one for each limit, each told by its code, none of them unpacked."""

import os
from dataclasses import replace

import pytest

from portal.domain.evidence import FailureCode, Limits
from tests.packages import WORD, compound, docx, ooxml, p, packed, relations, sheet_row, xlsx
from tests.workers.reading.conftest import Read
from workers.reading.events import Ended

MIB = 1 << 20
MAIN = "word/document.xml"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def end_of(read: Read, data: bytes, limits: Limits | None = None) -> FailureCode | None:
    *_, ended = read(data, limits=limits)
    assert isinstance(ended, Ended)
    return ended.code


def word(document: str) -> bytes:
    return ooxml(MAIN, {MAIN: document})


def test_a_part_that_unpacks_to_hundreds_of_times_its_size(read: Read) -> None:
    data = docx(p("x"), {"word/media/a.xml": bytes(60 * MIB)})
    assert end_of(read, data) is FailureCode.UNPACKS_TOO_LARGE


@pytest.mark.parametrize("limits", [Limits(part_bytes=MIB), Limits(unpacked_bytes=MIB)])
def test_a_part_or_a_whole_that_is_too_large(read: Read, limits: Limits) -> None:
    data = docx(p("x"), {"word/media/a.bin": os.urandom(MIB + 1)})
    assert end_of(read, data, limits) is FailureCode.UNPACKS_TOO_LARGE


def test_more_parts_than_are_looked_at(read: Read) -> None:
    data = docx(p("x"), {f"word/{n}.xml": b"" for n in range(5_000)})
    assert end_of(read, data) is FailureCode.TOO_MANY_PARTS


@pytest.mark.parametrize("name", ["word/../../etc/x", "/etc/x", "word\\..\\x", "WORD/document.xml"])
def test_a_part_that_leads_out_or_stands_twice(read: Read, name: str) -> None:
    assert end_of(read, docx(p("x"), {name: "x"})) is FailureCode.TYPE_UNCLEAR


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        f'<!DOCTYPE d [<!ENTITY q "{"x" * 100_000}">]>',
    ],
    ids=["laughs", "file", "quadratic"],
)
def test_entities_of_the_file_s_own(read: Read, doctype: str) -> None:
    body = "<w:p><w:r><w:t>&l9;&x;&q;</w:t></w:r></w:p>"
    document = f'{doctype}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    assert end_of(read, word(document)) is FailureCode.DAMAGED


def test_elements_nested_deeper_than_anyone_writes(read: Read) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    assert end_of(read, docx(deep)) is FailureCode.DAMAGED


def test_two_cells_at_the_far_corners_of_a_sheet(read: Read) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    code = end_of(read, xlsx({"A": sheet_row(1, "x") + far}))
    assert code in (FailureCode.OUT_OF_MEMORY, FailureCode.DAMAGED)


def test_a_zip_whose_list_lies_about_sizes(read: Read) -> None:
    data = bytearray(docx(p("x" * 2_000_000)))
    entry = data.rfind(b"PK\x01\x02", 0, data.rfind(MAIN.encode()))
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert end_of(read, bytes(data)) is FailureCode.DAMAGED


def test_a_package_without_its_main_part_is_an_archive(read: Read) -> None:
    assert end_of(read, packed({"a.txt": "x"})) is FailureCode.ARCHIVE


def test_a_sheet_dense_with_cells_ends_within_its_bounds(read: Read) -> None:
    rows = "".join(f'<row r="{n}">{"<c><v>1</v></c>" * 1_000}</row>' for n in range(1, 1_501))
    limits = Limits(pages=20, ratio=100_000)
    assert end_of(read, xlsx({"A": rows}), limits) is FailureCode.TOO_MANY_PAGES


@pytest.mark.parametrize(
    ("limits", "ends"),
    [(Limits(part_bytes=60 * MIB), FailureCode.UNPACKS_TOO_LARGE), (Limits(), None)],
)
def test_shared_strings_of_many_megabytes(
    read: Read, limits: Limits, ends: FailureCode | None
) -> None:
    one = f"<si><t>{'x' * 1_000_000}</t></si>"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        "xl/sharedStrings.xml": f'<sst xmlns="{space}">{one * 90}</sst>',
        "xl/_rels/workbook.xml.rels": relations(
            ("s1", "worksheet", "worksheets/sheet1.xml"),
            ("t", "sharedStrings", "sharedStrings.xml"),
        ),
    }
    roomy = replace(limits, ratio=100_000)
    data = xlsx({"A": '<row r="1"><c t="s"><v>0</v></c></row>'}, parts)
    assert end_of(read, data, roomy) is ends


@pytest.mark.parametrize(
    ("name", "ends"),
    [("Workbook", FailureCode.NO_PAGES), ("__properties_version1.0", None)],
)
def test_a_compound_file_whose_chains_run_in_circles(
    read: Read, name: str, ends: FailureCode | None
) -> None:
    held = {name: bytes(20_000), "__substg1.0_0037001F": bytes(5_000)}
    data = bytearray(compound(held))
    table = int.from_bytes(data[76:80], "little")
    at = (table + 1) * 512
    entries = [int.from_bytes(data[n : n + 4], "little") for n in range(at, at + 200, 4)]
    for number, after in enumerate(entries):
        if after < 0xFFFF_FFF0:  # what goes on, goes back to where it began
            data[at + 4 * number : at + 4 * number + 4] = bytes(4)
    assert end_of(read, bytes(data)) is ends
