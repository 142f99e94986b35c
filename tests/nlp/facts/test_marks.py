"""Title, number and version."""

from __future__ import annotations

import pytest

from tests.nlp.facts.papers import AUDIT, CERTIFICATE, DATA_SHEET, POLICY, REPORT, facts, said


@pytest.mark.parametrize(
    ("page", "title", "number", "version"),
    [
        (CERTIFICATE, "Certificate", "BC-SA-0417", "3"),
        (DATA_SHEET, "Säkerhetsdatablad", None, "2.1"),
        (AUDIT, "amfori BSCI audit: summary", "AA-25-118", None),
        (POLICY, "Uppförandekod för leverantörer", None, "4"),
        (REPORT, "Provningsrapport PK-25-0093", "PK-25-0093", None),
    ],
)
def test_papers_are_named_and_numbered(
    page: str, title: str, number: str | None, version: str | None
) -> None:
    found = said(page)
    assert (found["title"], found.get("number"), found.get("version")) == (title, number, version)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Certificate no. 24.WTX.90417", "24.WTX.90417"),
        ("Certifikat nr KC-M-51", "KC-M-51"),
        ("Rapport nr 25-11873", "25-11873"),
        ("Dnr RM 2025/0418", "RM 2025/0418"),
        ("Ref. NK 2024-331", "NK 2024-331"),
        ("Document TC-ENV-0092, revision F", "TC-ENV-0092"),
        ("No. DoC-27U4-C", "DoC-27U4-C"),
        ("Reg. no. 559900-6677", None),
        ("Org.nr 559900-1407", None),
        ("Certificate no. ISO 14001", None),
        ("Report 2025", None),
        ("Report no. 118", None),
        ("Ref. TN-200, TN-210", None),
        ("Materialdeklaration MD-2025-114", "MD-2025-114"),
        ("The certificate KC-M-51 is shown at the office.", None),
        ("art.nr 7710-S12", None),
    ],
)
def test_a_number_follows_a_word_that_says_so(line: str, number: str | None) -> None:
    assert said(f"Alm Handel AB\n{line}").get("number") == number


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("Version 4.1", "4.1"),
        ("Utgåva 2", "2"),
        ("TC-ENV-0092, revision F, 18 August 2025", "F"),
        ("Policy, issue 11, April 2025", "11"),
        ("Rev. 7 / 14.09.2022", "7"),
        ("Replaces version 3.0", None),
        ("Global Organic Textile Standard (GOTS) version 7.0", None),
        ("They filled in version 6.4 of the template", None),
        ("Date of issue: 1 September 2025", None),
        ("Revision 2025-02-17", None),
        ("The version of the seller", None),
    ],
)
def test_a_version_is_a_short_mark(line: str, version: str | None) -> None:
    assert said(f"Alm Handel AB\n{line}").get("version") == version


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("Alm Handel AB\nSOCIAL AUDIT REPORT\nSite: Savar", "SOCIAL AUDIT REPORT"),
        ("LÖNEANALYS VÅRDKLÄDER\nBeställd av Alm", "LÖNEANALYS VÅRDKLÄDER"),
        ("Alm Handel AB SÄKERHETSDATABLAD", "SÄKERHETSDATABLAD"),
        ("Redovisning av ursprung\nTill: Region", "Redovisning av ursprung"),
        (
            "ALM HANDEL AB\nÄmnen i mattor, utgåva 6\nText",
            "Ämnen i mattor, utgåva 6",
        ),
        ("Ämnen i våra mattor\nAlm Handel AB\nText", "Ämnen i våra mattor"),
        ("AUDIT RESULT EXTRACT\nBSCI audit, 3-4 June 2025, overall C", "AUDIT RESULT EXTRACT"),
        ("Alm AB Materialdeklaration MD-25-114", "Materialdeklaration MD-25-114"),
        ("Alm Handel AB\nHavnevej 12, Kolding", None),
        ("Alm Handel AB\nBangpoo Industrial Zone", None),
        ("Social notes\nMonitoring type: unannounced audit", None),
        ("Certificate issued to\nAlm", None),
        ("Why this statement\nBuyers ask.", None),
        ("Area        Code        Report", None),
        ("One\nTwo\nThree\nFour\nFive\nSix\nOur report", None),
        ("Alm\nMats\nJuly\nFor buyers\nPolicy\nWe buy.", None),
        ("Site profile\nThe site has a code.", None),
        ("Hej!\nHär kommer en rapport från oss.", None),
        ("Report | Date | Number", None),
        ("Area | Code | Report", None),
    ],
)
def test_a_title_is_a_line_that_names_a_document(page: str, title: str | None) -> None:
    assert said(page).get("title") == title


def test_the_title_of_a_message_is_its_subject_without_the_label() -> None:
    page = "From: Huy\nTo: Anna\nDate: 14 Mar 2025\nSubject: Intyg om arbetstid\nHej Anna,"
    assert said(page, title="Intyg om arbetstid")["title"] == "Intyg om arbetstid"
    fact = facts(page, title="Intyg om arbetstid")["title"]
    assert page[fact.start : fact.end] == "Intyg om arbetstid"
    assert said("Alm Handel AB\nÄmne: Leverantörsintyg\nText")["title"] == "Leverantörsintyg"


def test_the_title_of_the_file_counts_where_the_page_bears_it() -> None:
    page = "Om bomull\nVårt arbete med bomull\nText."
    assert said(page, title="Vårt arbete  med bomull")["title"] == "Vårt arbete med bomull"
    assert "title" not in said(page, title="Document1")
