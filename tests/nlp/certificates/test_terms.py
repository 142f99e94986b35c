"""How long a certificate is valid, and what is no number or no certificate of the topics."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def certificates(page: str) -> list[dict[str, str]]:
    """The values of what a page tells of certificates."""
    return [dict(c.value) for c in nlp.find_claims([page], today=TODAY) if c.topic == "CERT"]


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("EMAS-registrering SE-000123, giltig till 2028", "2028-12-31"),
        ("SA8000 certificate no. 2231, valid to 2027", "2027-12-31"),
        ("bluesign certificate valid until 2026/12/31", "2026-12-31"),
    ],
)
def test_a_year_alone_ends_with_its_last_day(page: str, day: str) -> None:
    (value,) = certificates(page)
    assert value["valid_to"] == day


@pytest.mark.parametrize(
    "page",
    [
        "bluesign certificate valid until 2026/12/31",
        "ISO 14001 certificate valid until 31-DEC-2026.",
        "Certificate SA8000 valid until 31.12.2026.",
    ],
)
def test_a_day_or_a_standard_is_no_number_of_a_certificate(page: str) -> None:
    (value,) = certificates(page)
    assert "number" not in value


def test_a_standard_of_another_field_is_not_told_of() -> None:
    assert certificates("ISO 9001 certificate valid until 2027-01-01") == []
    assert certificates("ISO 9001 and ISO 14001 certificates valid until 2027-01-01") != []


def test_a_body_called_union_is_no_union() -> None:
    page = "GOTS certificate CU 812345, issued by Control Union, valid to 31 Dec 2026."
    assert [claim.topic for claim in nlp.find_claims([page], today=TODAY)] == ["CERT"]
