"""What a file is, told from its bytes: each kind that is read, each that is refused, and both."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import (
    REFUSALS,
    FailureCode,
    FileType,
    Limits,
    Sniffed,
    file_type,
    refusal,
    sniff,
)
from portal.domain.evidence.containers import compound_names, zip_names
from tests.packages import compound, docx, odf, ooxml, p, packed, sheet_row, xlsx

LIMITS = Limits()
WORD = docx(p("Intyg"))
BOOK = xlsx({"Blad1": sheet_row(1, "DEHP", 0.1)})
MAIL = (
    b"From: anna@example.org\r\nSubject: Intyg\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n\r\nHej"
)
PDF = b"%PDF-1.7\n%%EOF\n"


def pptx(*others: str) -> bytes:
    return ooxml("ppt/presentation.xml", dict.fromkeys(("ppt/presentation.xml", *others), "<x/>"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, FileType.PDF),
        (b"junk before\n" * 20 + PDF, FileType.PDF),
        (b"x" * 1020 + PDF, FileType.UNKNOWN),
        (WORD, FileType.DOCX),
        (BOOK, FileType.XLSX),
        (pptx(), FileType.PPTX),
        (odf("text", "<text:p>x</text:p>"), FileType.ODT),
        (odf("spreadsheet", ""), FileType.ODS),
        (odf("presentation", ""), FileType.OTHER_OFFICE),
        (compound({"Workbook": b"x"}), FileType.XLS),
        (compound({"__properties_version1.0": b"x"}), FileType.MSG),
        (compound({"__properties_version1.0": b"x", "a": {"Workbook": b"x"}}), FileType.MSG),
        (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), FileType.LOCKED_OFFICE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", FileType.JPEG),
        (b"\x89PNG\r\n\x1a\n", FileType.PNG),
        (b"II*\x00", FileType.TIFF),
        (b"MM\x00*", FileType.TIFF),
        (b"\x00\x00\x00\x18ftypheic", FileType.HEIC),
        (MAIL, FileType.EML),
        (b"From anna Mon Mar  2\n" + MAIL, FileType.EML),
        (b"Received: from a\n by b;\n\tMon\nFrom: a\n\n", FileType.EML),
    ],
)
def test_what_is_read_is_known_by_its_content(data: bytes, kind: FileType) -> None:
    assert file_type(data) is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(p("x"), {"word/vbaProject.bin": b"x"}), FailureCode.MACROS),
        (compound({"Workbook": b"x", "_VBA_PROJECT_CUR": {"VBA": b"x"}}), FailureCode.MACROS),
        (compound({"WordDocument": b"x", "Macros": {"VBA": b"x"}}), FailureCode.MACROS),
        (compound({"WordDocument": b"x"}), FailureCode.OTHER_OFFICE),
        (compound({"PowerPoint Document": b"x"}), FailureCode.OTHER_OFFICE),
        (b"{\\rtf1 Intyg}", FailureCode.OTHER_OFFICE),
        (packed({"[Content_Types].xml": "x", "xl/workbook.bin": "x"}), FailureCode.OTHER_OFFICE),
        (b"GIF89a", FailureCode.OTHER_PICTURE),
        (b"BM" + bytes(50), FailureCode.OTHER_PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", FailureCode.OTHER_PICTURE),
        (b"\x00\x00\x00\x18ftypavif", FailureCode.OTHER_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FailureCode.DRAWING),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", FailureCode.DRAWING),
        (packed({"intyg.pdf": PDF}, stored=("intyg.pdf",)), FailureCode.ARCHIVE),
        (b"Rar!\x1a\x07\x00", FailureCode.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c", FailureCode.ARCHIVE),
        (b"\x1f\x8b\x08", FailureCode.ARCHIVE),
        (b"MZ\x90\x00", FailureCode.PROGRAM),
        (b"\x7fELF\x02", FailureCode.PROGRAM),
        (b"#!/bin/sh\n", FailureCode.PROGRAM),
        (b"hello", FailureCode.NOT_TAKEN),
        (b"<html><body>Intyg</body></html>", FailureCode.NOT_TAKEN),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", FailureCode.NOT_TAKEN),
        (b"Subject: not who sent it\n\n", FailureCode.NOT_TAKEN),
        (b"From: a\x00\nSubject: b\n\n", FailureCode.NOT_TAKEN),
        (WORD[: len(WORD) // 2], FailureCode.NOT_TAKEN),
        (b"", FailureCode.EMPTY),
    ],
)
def test_what_is_not_read_is_refused_with_its_own_sentence(data: bytes, code: FailureCode) -> None:
    assert refusal(data, limits=LIMITS) is code


def test_a_file_above_the_limit_is_refused_before_it_is_looked_at() -> None:
    assert refusal(PDF, limits=LIMITS) is None
    assert refusal(PDF, limits=Limits(upload_bytes=5)) is FailureCode.TOO_LARGE


def test_each_kind_is_either_read_or_refused() -> None:
    read = {kind for kind in FileType if kind not in REFUSALS}
    assert {kind.value for kind in read} == {
        *("pdf", "docx", "xlsx", "xls", "pptx", "odt", "ods"),
        *("jpeg", "png", "tiff", "heic", "eml", "msg", "locked_office"),
    }


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a" + bytes(50) + PDF, FileType.PDF),
        (b"\xff\xd8\xff\xe0" + bytes(50) + PDF, FileType.PDF),
        (PDF + packed({"a.txt": "x"}), FileType.PDF),
        (b"\xff\xd8\xff\xe0" + bytes(2000) + packed({"a.txt": "x"}), FileType.JPEG),
        (packed({"[Content_Types].xml": PDF, "word/document.xml": "x"},
                stored=("[Content_Types].xml",)), FileType.DOCX),
    ],
)  # fmt: skip
def test_a_file_of_two_types_is_told_as_such(data: bytes, kind: FileType) -> None:
    assert sniff(data) == Sniffed(kind, second=True)


@pytest.mark.parametrize(
    "data",
    [
        PDF,
        WORD,
        MAIL,
        b"\xff\xd8\xff\xe0" + bytes(2000),
        PDF[:9] + packed({"bilaga.txt": "x"}) + b"\nendstream\n%%EOF\n",
    ],
)
def test_a_file_of_one_type_is_not_told_as_two(data: bytes) -> None:
    assert not sniff(data).second


def test_bytes_behind_a_package_do_not_hide_what_it_is() -> None:
    assert file_type(WORD + bytes(600)) is FileType.DOCX


def test_the_names_in_a_zip_are_those_that_a_zip_reader_sees() -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        assert zip_names(BOOK) == tuple(archive.namelist())
    assert zip_names(b"PK\x05\x06" + bytes(18)) is None


def test_a_compound_file_s_lists_that_go_in_circles_come_to_an_end() -> None:
    data = bytearray(compound({"Workbook": b"x", "a": b"y", "b": {"c": b"z"}}))
    start = int.from_bytes(data[48:52], "little")
    listing = (start + 1) * 512
    for slot in range(4):
        for at in (68, 72, 76):  # every entry points at the root
            place = listing + slot * 128 + at
            data[place : place + 4] = bytes(4)
    assert compound_names(bytes(data)) == {"Root Entry"}
    table = int.from_bytes(data[76:80], "little")
    entry = (table + 1) * 512 + start * 4
    data[entry : entry + 4] = start.to_bytes(4, "little")  # the listing follows itself
    assert compound_names(bytes(data)) == {"Root Entry"}


@given(
    st.sampled_from([WORD, BOOK, compound({"Workbook": b"x", "a": {"b": b"c"}}), MAIL]),
    st.lists(st.tuples(st.integers(0), st.binary(min_size=1, max_size=4)), max_size=20),
)
def test_any_bytes_at_all_have_a_type(whole: bytes, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(whole)
    for place, new in changes:
        at = place % len(data)
        data[at : at + len(new)] = new
    assert isinstance(sniff(bytes(data)), Sniffed)
