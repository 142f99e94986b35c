"""Audits told by the firm that made them, by shares, scores and figures; certified by nobody."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims, told


@pytest.mark.parametrize(
    "sentence",
    [
        "The spinning mill was audited by Bureau Veritas with no critical findings.",
        "An audit of the dyehouse was carried out by SGS in June 2022.",
        "The workshop received a satisfactory rating in an audit by Intertek.",
        "UL Solutions, which completed an audit of the bakery, was pleased.",
        "Revisionen av väveriet utfördes av TÜV Rheinland i juni 2022.",
        "Alla våra leverantörer är granskade av Bureau Veritas.",
    ],
)
def test_an_audit_is_told_by_the_firm_that_made_it(sentence: str) -> None:
    assert [stance for stance, _ in told(sentence, "CERT")] == ["affirmed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "SGS is a testing company with offices in Geneva.",
        "Samples of the paint are tested by Intertek in Shanghai.",
        "The financial report was audited by DNV.",
        "The accounts were audited by an independent auditor.",
    ],
)
def test_a_laboratory_and_an_auditor_of_accounts_audit_no_makers(sentence: str) -> None:
    assert claims(sentence, "CERT") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "85 % of our suppliers were audited last year.",
        "All factories are audited before the first order.",
        "87 procent av våra leverantörer har en giltig social revision.",
        "Under året genomfördes 32 revisioner hos leverantörer i riskländer.",
        "Thirteen of them were new, and 13 suppliers were visited and audited in 2022.",
        "Under 2023 har vi reviderat 12 leverantörer.",
        "Vi har gjort 14 fabriksbesök och 9 revisioner under året.",
    ],
)
def test_audits_are_told_by_how_many_or_what_share(sentence: str) -> None:
    assert [stance for stance, _ in told(sentence, "CERT")] == ["affirmed"]


@pytest.mark.parametrize(
    ("row", "bearing"),
    [
        ("Number of audits performed | 112", "neutral"),
        ("Suppliers audited (%) | 78 | 82", "neutral"),
        ("Share of suppliers with a valid social audit | 94 %", "support"),
        ("Antal genomförda revisioner | 48", "neutral"),
        ("Andel leverantörer med giltig social revision | 87 %", "support"),
    ],
)
def test_a_row_tells_how_many_audits_there_were(row: str, bearing: str) -> None:
    assert told(f"Due diligence\n\n{row}\nEmissions in tonnes | 12\n", "CERT") == [
        ("affirmed", bearing)
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Number of workers covered by audits | 12000",
        "Number of people who attended audit training | 48",
        "Antal utbildade i revision, anställda | 12",
    ],
)
def test_a_row_of_people_tells_no_audits(row: str) -> None:
    assert claims(f"Due diligence\n\n{row}\nEmissions in tonnes | 12\n", "CERT") == []


@pytest.mark.parametrize(
    ("line", "grade", "bearing"),
    [
        ("Overall Factory Score : 91%", "91%", "support"),
        ("Audit score: 78 %", "78%", "neutral"),
        ("Overall rating: 41 %", "41%", "risk"),
        ("Health & Safety 83% - - 3 1 -", "83%", "neutral"),
        ("Wages and Hours 96% 0 0 1 0", "96%", "support"),
    ],
)
def test_a_score_is_the_grade_of_an_audit(line: str, grade: str, bearing: str) -> None:
    page = f"Audit of the sewing hall\n\n{line}\n"
    assert [(c.value["grade"], c.bearing) for c in claims(page, "CERT")] == [(grade, bearing)]


def test_an_earlier_audit_is_told_with_its_score() -> None:
    (claim,) = claims("Last Audit : 3 November 2023 (92 %) Auditors : A. Lind\n", "CERT")
    assert (claim.value["grade"], claim.value["valid_from"]) == ("92%", "2023-11-03")
    assert claim.bearing == "neutral"


def test_scores_of_customers_and_of_other_areas_are_no_audits() -> None:
    page = (
        "Audit of the sewing hall\n\nOverall customer satisfaction score: 88 %\nWater 97% - - 1\n"
    )
    assert claims(page, "CERT") == []


@pytest.mark.parametrize(
    "sentence",
    ["The mill had a follow-up audit in May 2023.", "Senaste revisionen gjordes i maj 2023."],
)
def test_an_audit_may_be_dated_by_its_month(sentence: str) -> None:
    (claim,) = claims(sentence, "CERT")
    assert claim.value == {"valid_from": "2023-05"}


def test_a_standard_in_a_list_is_no_number_of_another() -> None:
    found = claims("Vi är certifierade enligt GOTS, ISO 14001 och ISO 45001.", "CERT")
    assert [dict(claim.value) for claim in found] == [
        {"standard": "GOTS"},
        {"standard": "ISO 14001"},
        {"standard": "ISO 45001"},
    ]


def test_a_key_of_another_column_ends_the_number_of_a_report() -> None:
    page = "Report No : HK_20_7781 City : Hanoi\n"
    (claim,) = claims(page, "CERT")
    assert claim.value["number"] == "HK_20_7781"
    assert page[claim.start : claim.end] == "Report No : HK_20_7781"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The factories we use are ethically certified to international standards.", "affirmed"),
        ("Hela vår produktion är certifierad.", "affirmed"),
        ("The farm is organic certified.", "affirmed"),
        ("Vi köper bara in certifierade råvaror.", "affirmed"),
        ("None of our suppliers are certified.", "denied"),
        ("Ingen av våra leverantörer är certifierad.", "denied"),
    ],
)
def test_what_is_certified_by_nobody_named_is_told(sentence: str, stance: str) -> None:
    assert [stance for stance, _ in told(sentence, "CERT")] == [stance]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our staff are certified first aiders.",
        "This certificate shows that the product is certified.",
    ],
)
def test_people_and_what_a_paper_shows_are_not_certified(sentence: str) -> None:
    assert claims(sentence, "CERT") == []


@pytest.mark.parametrize(
    ("sentence", "standards"),
    [
        ("All our suppliers are members of amfori BSCI.", ["BSCI"]),
        ("Våra väverier är Oekotexcertifierade eller Sedexmedlemmar.",
         ["OEKO-TEX Standard 100", "Sedex"]),
        ("Certifications: GOTS, SA8000, WRAP", ["GOTS", "SA8000", "WRAP"]),
        ("Vi är anslutna till amfori BSCI.", ["BSCI"]),
        ("We only use cotton verified to the GOTS standard.", ["GOTS"]),
        ("70 % of our cotton is Better Cotton.", ["Better Cotton"]),
        ("Oljan köps från odlare som följer RSPO:s principer.", ["RSPO"]),
        ("The mills use the SMETA tool (Sedex Members Ethical Trade Audit).", ["SMETA"]),
        ("Vi kräver att alla fabriker är reviderade enligt BSCI.", ["BSCI"]),
    ],
)  # fmt: skip
def test_schemes_are_told_by_members_and_followers(sentence: str, standards: list[str]) -> None:
    assert sorted(c.value["standard"] for c in claims(sentence, "CERT")) == sorted(standards)


def test_data_from_a_scheme_is_no_certificate() -> None:
    assert claims("Using reports from amfori gives us a clear picture of progress.", "CERT") == []
