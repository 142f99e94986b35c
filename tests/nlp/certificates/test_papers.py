"""Papers told by number and date, terms of results, standings, and dates in all usual forms."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(page: str) -> list[tuple[str, dict[str, str]]]:
    """Stance and values of the certificates of a page."""
    return [
        (c.stance, dict(c.value))
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic == "CERT" and c.rule != "heard.cert"
    ]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (
            "Test report no. PL/25/0-771, 4 March 2026.",
            {"number": "PL/25/0-771", "valid_from": "2026-03-04"},
        ),
        (
            "Emissionsrapport 3K-5518, 2025-10-09.",
            {"number": "3K-5518", "valid_from": "2025-10-09"},
        ),
        (
            "Certifikat SE-4471-B, giltigt till 14 februari 2027.",
            {"number": "SE-4471-B", "valid_to": "2027-02-14"},
        ),
        (
            "Audit reference ZAA700111222, 5–6 November 2025.",
            {"number": "ZAA700111222", "valid_from": "2025-11-06"},
        ),
    ],
)
def test_a_paper_is_told_by_its_number(line: str, value: dict[str, str]) -> None:
    assert told(f"Papers of the hoist.\n\n{line}\n") == [("affirmed", value)]


def test_the_number_of_a_report_is_told_once() -> None:
    page = "Report no. QX-25-118.\n\nThe hoist is sound.\n\nReport no. QX-25-118.\n"
    assert told(page) == [("affirmed", {"number": "QX-25-118"})]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The result is valid until 3 May 2026.", {"valid_to": "2026-05-03"}),
        ("Giltig t.o.m. 3 maj 2026.", {"valid_to": "2026-05-03"}),
    ],
)
def test_a_term_is_that_of_the_audit_of_the_page(sentence: str, value: dict[str, str]) -> None:
    page = f"amfori BSCI audit of the mill\n\nAll was seen.\n\n{sentence}\n"
    assert ("affirmed", {"standard": "BSCI"} | value) in told(page)


def test_areas_are_graded_line_by_line() -> None:
    page = "amfori BSCI audit, findings\n\nPA 2 Workers involvement: C\nPA 6 Working hours: E\n"
    assert [one for one in told(page) if "grade" in one[1]] == [
        ("affirmed", {"standard": "BSCI", "grade": "C"}),
        ("affirmed", {"standard": "BSCI", "grade": "E"}),
    ]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Oeko-Tex Standard 100 certificate PK 071 188 is valid until 2026-09-30.", "PK 071 188"),
        ("Mattan är Svanenmärkt, licens 3080 0123, giltig t.o.m. 2026-12-31.", "3080 0123"),
        ("Chain-of-custody certificate FSC-C031407 is valid until 6 May 2028.", "FSC-C031407"),
        ("Ackreditering 2046 (ISO/IEC 17025) gäller till 2027-01-01.", "2046"),
    ],
)
def test_numbers_stand_in_groups_and_after_the_name_of_their_standard(
    sentence: str, number: str
) -> None:
    assert [value["number"] for _, value in told(sentence + "\n")] == [number]


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("runs to 31/12/26", {"valid_to": "2026-12-31"}),
        ("gäller t.o.m. 30/4 2027", {"valid_to": "2027-04-30"}),
        ("is valid until the end of 2026", {"valid_to": "2026-12-31"}),
        ("gäller till sista augusti 2026", {"valid_to": "2026-08-31"}),
        ("gäller t.o.m. februari 2028", {"valid_to": "2028-02-29"}),
        ("löpte ut vid årsskiftet 2024/2025", {"valid_to": "2024-12-31"}),
        ("expiring 8 August 2026", {"valid_to": "2026-08-08"}),
        ("2022-09-01 - 2027-08-31", {"valid_from": "2022-09-01", "valid_to": "2027-08-31"}),
        ("1 July 2023 to 30 June 2026", {"valid_from": "2023-07-01", "valid_to": "2026-06-30"}),
    ],
)
def test_dates_are_told_in_all_usual_forms(words: str, dates: dict[str, str]) -> None:
    assert told(f"The ISO 14001 certificate {words}.\n") == [
        ("affirmed", {"standard": "ISO 14001"} | dates)
    ]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The SA8000 certificate was issued to our sister company.", "denied"),
        ("Licensen för PEFC drogs in i höstas.", "denied"),
        ("SA8000 certification is in preparation.", "hedged"),
        ("Mills with more than 100 workers need ISO 45001.", "required"),
        ("Hyllan är inte TCO-certifierad.", "denied"),
    ],
)
def test_what_is_gone_sought_or_needed_is_not_held(sentence: str, stance: str) -> None:
    assert [one[0] for one in told(sentence + "\n")] == [stance]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("In 2025, 31 factories were audited.", "affirmed"),
        ("Företaget har ingen social certifiering.", "denied"),
    ],
)
def test_audits_counted_and_papers_that_lack_are_told(sentence: str, stance: str) -> None:
    assert told(sentence + "\n") == [(stance, {})]


def test_a_bare_date_to_come_ends_a_term() -> None:
    assert told("ISO 14001: SE-E-7719, 7 July 2027.\n") == [
        ("affirmed", {"standard": "ISO 14001", "number": "SE-E-7719", "valid_to": "2027-07-07"})
    ]


@pytest.mark.parametrize(
    "sentence",
    ["EU-krav på märkning finns i en förordning.", "Ny BSCI-revision är bokad till mars."],
)
def test_a_requirement_and_an_audit_to_come_are_no_certificate(sentence: str) -> None:
    assert told(sentence + "\n") == []


def test_a_standard_answered_by_none_is_not_held() -> None:
    assert told("Standard | Number | Until\nRSPO, cream | none | –\n") == [
        ("denied", {"standard": "RSPO"})
    ]
