"""What a certificate is worth today: ended, another's, refused, sought, graded."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances, told


def values(page: str) -> list[dict[str, str]]:
    """The values of the certificates of a page, in order."""
    found = nlp.find_claims([page], today=TODAY)
    return [dict(claim.value) for claim in found if claim.topic == "CERT"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our SA8000 certificate PK-4471 came to an end on 12 January 2026.",
        "ISO 14001, TW-5530, slutade gälla den 12 januari 2026.",
    ],
)
def test_a_certificate_that_ended_is_a_risk(sentence: str) -> None:
    assert told(sentence, "CERT") == [("affirmed", "risk")]
    assert values(sentence)[0]["valid_to"] == "2026-01-12"


@pytest.mark.parametrize(
    ("sentence", "stance", "bearing"),
    [
        ("SA8000-intyget ni såg tillhör ett systerbolag.", "denied", "risk"),
        ("The FSC certificate shown belongs to another sawmill.", "denied", "risk"),
        ("The press shop has refused a SMETA audit.", "denied", "risk"),
        ("TCO Certified: nej", "denied", "neutral"),
        ("Skummet bär EU Ecolabel", "affirmed", "neutral"),
        ("SMETA, report with the agent", "affirmed", "neutral"),
    ],
)
def test_a_certificate_is_held_not_held_or_another_s(
    sentence: str, stance: str, bearing: str
) -> None:
    assert told(f"Certificates of the chair\n\n{sentence}\n", "CERT") == [(stance, bearing)]


def test_cells_of_a_list_of_sites_tell_of_audits() -> None:
    page = (
        "Factory | Town | Country | Product | Social audit\n"
        "Lahore Looms Ltd | Lahore | Pakistan | sheets | refused SMETA\n"
        "Izmir Tekstil A.S. | Izmir | Turkey | towels | BSCI D\n"
        "Porto Malhas Lda | Porto | Portugal | socks | never audited\n"
        "Sialkot Steel Ltd | Sialkot | Pakistan | tools | SMETA available soon\n"
    )
    assert told(page, "CERT") == [
        ("denied", "risk"),
        ("affirmed", "risk"),
        ("denied", "neutral"),
        ("hedged", "neutral"),
    ]


def test_areas_of_a_social_audit_have_their_grade_whatever_their_column_is_called() -> None:
    page = (
        "amfori BSCI summary\n\nArea | Score\nFair remuneration | D\nNo child labour | A\n"
        "Rights of association | B\n"
    )
    found = values(page)
    assert [one.get("grade") for one in found if "grade" in one] == ["D", "A", "B"]
    assert set(stances(page, "CERT")) == {"affirmed"}


def test_a_title_that_names_a_summary_is_no_certificate() -> None:
    assert told("SMETA REPORT – EXTRACT FOR BUYERS\n\nThe gate was open.\n", "CERT") == []


def test_each_of_two_certificates_of_a_sentence_has_its_own_number_and_days() -> None:
    page = (
        "The factory is SA8000 certified (certificate MY-0099, valid until 30 May 2027) and has"
        " passed a SMETA audit in October 2025."
    )
    assert values(page) == [
        {"standard": "SA8000", "number": "MY-0099", "valid_to": "2027-05-30"},
        {"standard": "SMETA", "valid_from": "2025-10"},
    ]


def test_a_number_that_holds_the_name_of_a_standard_is_one_number() -> None:
    page = "ISO 14001:2015, certificate 1000765-MSC-SWEDAC, valid 2024-09-01 – 2027-08-31."
    assert [one["standard"] for one in values(page)] == ["ISO 14001"]


def test_a_grade_behind_the_name_of_its_scheme_is_read() -> None:
    assert values("Audits of the works\n\nAmfori BSCI: A (2025)\n")[0]["grade"] == "A"
