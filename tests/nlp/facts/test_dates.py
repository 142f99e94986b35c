"""A date is told by the words before it, and is as exact as they are."""

from __future__ import annotations

import pytest

from tests.nlp.facts.papers import AUDIT, CERTIFICATE, DATA_SHEET, POLICY, REPORT, facts, said

NAMES = ("issued", "signed", "valid_from", "valid_to", "revised")


def dates(*pages: str) -> dict[str, str]:
    return {name: value for name, value in said(*pages).items() if name in NAMES}


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (
            CERTIFICATE,
            {"valid_from": "2024-05-04", "valid_to": "2027-05-03", "signed": "2024-05-04"},
        ),
        (DATA_SHEET, {"issued": "2021-02-03", "revised": "2024-09-17"}),
        (AUDIT, {"issued": "2025-06-04"}),
        (POLICY, {"issued": "2023-03-12", "signed": "2023-03-12"}),
        (REPORT, {"issued": "2025-03-11"}),
    ],
)
def test_each_paper_gives_its_own_dates(page: str, wanted: dict[str, str]) -> None:
    assert dates(page) == wanted


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-04-09", "2025-04-09"),
        ("2025/04/09", "2025-04-09"),
        ("9 april 2025", "2025-04-09"),
        ("den 9 april 2025", "2025-04-09"),
        ("9th of April 2025", "2025-04-09"),
        ("April 9, 2025", "2025-04-09"),
        ("April 9th, 2025", "2025-04-09"),
        ("9-Apr-2025", "2025-04-09"),
        ("09.04.2025", "2025-04-09"),
        ("19/04/2025", "2025-04-19"),
        ("04/19/2025", "2025-04-19"),
        ("April 2025", "2025-04"),
        ("april 2025", "2025-04"),
    ],
)
def test_usual_ways_to_write_a_date_are_read(written: str, iso: str) -> None:
    page = f"Report\nIssued: {written}"
    fact = facts(page)["issued"]
    assert fact.value == iso
    assert page[fact.start : fact.end] in written


@pytest.mark.parametrize("written", ["05/06/2025", "05-06-2025"])
def test_where_either_figure_may_be_the_month_the_year_alone_is_said(written: str) -> None:
    assert dates(f"Report\nIssued: {written}") == {"issued": "2025"}


@pytest.mark.parametrize("written", ["31.02.2025", "2025-13-01", "the 9th", "9 april", "2025"])
def test_what_is_no_date_is_left_out(written: str) -> None:
    assert dates(f"Report\nIssued: {written}") == {}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Utfärdad: {}", "issued"),
        ("Datum {}", "issued"),
        ("Date: {}", "issued"),
        ("Version 7, {}. Kartan omfattar artiklar på avtalet.", "issued"),
        ("Undertecknad {}", "signed"),
        ("Ort och datum: Borås {}", "signed"),
        ("Giltigt från {}", "valid_from"),
        ("Policy no. 7, effective {}", "valid_from"),
        ("Version 6, applicable from {}", "valid_from"),
        ("Beslutad av ledningen {}", "issued"),
        ("It was approved by the board on {}", "issued"),
        ("Intyget är utfärdat {} av oss", "issued"),
        ("Enligt 2020/878        Version 3        Datum {}", "issued"),
        ("Ref. KC-25        {}", "issued"),
        ("The statement loses validity on {}", "valid_to"),
        ("This result may be used until {}", "valid_to"),
        ("Certifikatet gäller till {}", "valid_to"),
        ("Expiry date | {}", "valid_to"),
        ("Revision date {}", "revised"),
        ("Senast ändrad {}", "revised"),
        ("Datum för utfärdande:\n{}", "issued"),
        ("Valid until:\nBjörk AB        {}", "valid_to"),
    ],
)
def test_the_words_before_it_say_what_it_is(line: str, name: str) -> None:
    assert dates("Intyg från oss\n" + line.format("2025-04-09")) == {name: "2025-04-09"}


@pytest.mark.parametrize(
    "words",
    [
        "Valid {} to {}",
        "Giltighetstid {} - {}",
        "Validity: {} until {}",
        "Gäller från {} till och med {}",
    ],
)
def test_a_range_is_two_dates(words: str) -> None:
    page = "Certificate\n" + words.replace("Valid {}", "Valid from {}").format(
        "2024-05-04", "2027-05-03"
    )
    assert dates(page) == {"valid_from": "2024-05-04", "valid_to": "2027-05-03"}


@pytest.mark.parametrize(
    "words",
    [
        "Giltig {} – {}",
        "Giltigt: {}--{}",
        "Gäller {} till och med {}",
        "Giltighetstid\n{} – {}",
        "Gäller:\n{} — {}",
        "Intyget gäller under tiden {} – {}",
        "Valid: {} – {}",
        "Valid from/to: {}/{}",
        "The certificate is valid {} through {}",
        "Period of validity | {} – {}",
    ],
)
def test_two_days_behind_a_bare_word_of_validity_are_its_first_and_its_last(words: str) -> None:
    page = "Certifikat\n" + words.format("2024-01-01", "2026-12-31")
    assert dates(page) == {"valid_from": "2024-01-01", "valid_to": "2026-12-31"}


@pytest.mark.parametrize(
    "line",
    [
        "Ert avtal gäller 2024-01-01 – 2026-12-31",
        "Valid orders 2024-01-01 – 2026-12-31",
        "Gäller 2024-01-01",
        "Gäller: 2024-01-01 – tills vidare",
        "Prislistan, giltig 2024-01-01 – 2026-12-31",
    ],
)
def test_a_bare_word_of_validity_tells_nothing_else(line: str) -> None:
    found = dates("Intyg från oss\n" + "Text om arbetet.\n" * 20 + line)
    assert found == {}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Datum: 24-03-05", {"issued": "2024-03-05"}),
        ("Datum 5.3.24", {"issued": "2024-03-05"}),
        ("Utfärdad den 05.03.24", {"issued": "2024-03-05"}),
        ("Utfärdat | 24-03-05", {"issued": "2024-03-05"}),
        ("Utfärdad 25/3/24", {"issued": "2024-03-25"}),
        ("Utfärdad 3/25/24", {"issued": "2024-03-25"}),
        ("Utfärdad 5/3/24", {"issued": "2024"}),
        ("Giltigt t.o.m. 26-12-31", {"valid_to": "2026-12-31"}),
        ("Datum för utfärdande:\n24-03-05", {"issued": "2024-03-05"}),
        ("Giltig 24-01-01 – 26-12-31", {"valid_from": "2024-01-01", "valid_to": "2026-12-31"}),
    ],
)
def test_a_year_of_two_figures_is_read_right_behind_its_label(
    line: str, wanted: dict[str, str]
) -> None:
    page = "Intyg från oss\n" + line
    assert dates(page) == wanted
    for name in wanted:
        fact = facts(page)[name]
        assert page[fact.start : fact.end] in line


@pytest.mark.parametrize(
    "line",
    [
        "24-03-05",
        "Version 24-03-05",
        "Art.nr 24-03-05",
        "Datum för besöket med ny chef 24-03-05",
        "Ersätter 24-03-05",
        "Datum: 24-13-05",
        "Datum: 05-03-24",
        "Datum: 99-03-05",
        "Datum: 24-03-05-7",
        "Datum: 5.3.24.1",
        "Utfärdad 1.2.2.24",
    ],
)
def test_figures_that_may_be_something_else_are_no_date(line: str) -> None:
    assert dates("Intyg från oss\n" + line) == {}


def test_in_an_english_paper_years_of_two_figures_do_not_come_first() -> None:
    text = "This is the report of what we have found at the works and in the store.\n"
    assert dates("Report\n" + text + "Date: 24-03-05") == {}
    assert dates("Report\n" + text + "Date: 24.03.05") == {}
    assert dates("Report\n" + text + "Date: 5.3.24") == {"issued": "2024-03-05"}


@pytest.mark.parametrize(
    "line",
    [
        "Replaces version 3 of 2022-10-04",
        "Samples received 2025-02-01",
        "Nästa översyn 2027-01-01",
        "Reporting period 2025-01-01 to 2025-12-31",
        "An ISO 45001 certificate valid until 2026-02-17 was shown.",
        "The contract was revised 2024-05-01 after talks.",
        "Our supplier standard was revised in May 2024.",
        "DEHP | 117-81-7 | issued 2025-01-01",
        "Workers were paid on 2025-01-01 and again later that year.",
        "Test report TX-25-8 dated 2025-03-20. The works is in Borås.",
        "ASC farm certificate ASC-18, valid to 2026-11-30",
        "Safety 8000, VN-8, giltigt t.o.m. 2025-09-30",
        "Audit ref ZAA655, conducted 2024-08-20",
    ],
)
def test_dates_of_other_things_are_not_the_documents_own(line: str) -> None:
    assert dates("Account of the year\n" + "Text about the work.\n" * 20 + line) == {}


def test_a_date_alone_at_the_head_is_the_documents() -> None:
    assert dates("Norrsken AB\nRiskanalys\n2025-04-09\nSida 1") == {"issued": "2025-04-09"}
    page = "Norrsken AB\nRisk analysis\nRef. NA-25        26 May 2025\nPage 1"
    assert dates(page) == {"issued": "2025-05-26"}


@pytest.mark.parametrize(
    "line",
    [
        "Kontroll har gjorts mot listan daterad 2025-01-21",
        "Order placed before 2025-04-09",
        "Helpline calls, January-October 2025",
        "Datum: 2025-02-11 och 2025-02-12",
        "Utskrivet 2025-04-09",
    ],
)
def test_a_day_at_the_head_that_is_said_of_something_is_not_the_papers(line: str) -> None:
    assert dates(f"Norrsken AB\nRiskanalys\n{line}\nSida 1") == {}


@pytest.mark.parametrize(
    ("page", "issued"),
    [
        ("amfori BSCI audit\nAudit date 2025-06-04", "2025-06-04"),
        ("Leverantörsintyg\nAudit date 2025-06-04", None),
        ("Revisionsrapport\nVi har sett det.\nRevisionsdatum: 3-5 juni 2025", "2025-06-05"),
    ],
)
def test_the_day_of_an_audit_is_that_of_its_report_alone(page: str, issued: str | None) -> None:
    assert dates(page).get("issued") == issued


def test_a_sentence_that_ends_on_a_day_is_no_place_of_signing() -> None:
    foot = "Gäller leveranser från den 1 oktober 2025.\nBorås den 27 oktober 2025\nMaj Lindqvist"
    page = "Leverantörsintyg\n" + "Text om arbetet.\n" * 20 + foot
    assert dates(page) == {"signed": "2025-10-27"}


def test_a_labelled_date_is_surer_than_one_that_stands_alone() -> None:
    page = "Norrsken AB\nRiskanalys\n2025-04-09\nFastställd 2025-04-01"
    assert dates(page)["issued"] == "2025-04-01"


def test_the_foot_of_the_last_page_is_read() -> None:
    middle = "Text about the work and the people who do it.\n" * 200
    foot = "Borås den 9 april 2025\nMaj Lindqvist\nInköpschef"
    fact = facts(POLICY, middle, middle + foot)["signed"]
    assert (fact.page, fact.value, fact.start) == (3, "2025-04-09", len(middle) + len("Borås den "))


def test_validity_on_a_later_page_of_a_certificate_is_another_ones() -> None:
    page = CERTIFICATE.replace("Valid until 3 May 2027\n", "")
    assert "valid_to" not in dates(page, "Annex\nValid until 1 January 2030")
