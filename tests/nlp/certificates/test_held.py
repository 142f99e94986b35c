"""Certificates held, not held and hoped for; their terms and grades, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.claims import Claim
from nlp.pipeline import read_pages


def _told(page: str) -> list[Claim]:
    """The claims of certificates that the rules alone make."""
    read = read_pages([page], today=date(2025, 6, 1))
    return [g.claim for one in read for g in one.grounds if g.claim.topic == "CERT"]


@pytest.mark.parametrize(
    ("page", "stance", "bearing"),
    [
        ("ISO 45001 is not held by the foundry.", "denied", "neutral"),
        ("Gjuteriet har inte SA8000.", "denied", "neutral"),
        ("All desks must carry the EU Ecolabel by 2028.", "required", "support"),
        ("Till 2028 ska alla skåp ha EU Ecolabel.", "required", "support"),
        ("The dyehouse has a SMETA report.", "affirmed", "neutral"),
    ],
)
def test_a_standard_that_is_had_or_not_is_claimed(page: str, stance: str, bearing: str) -> None:
    (claim,) = _told(page)
    assert (claim.stance, claim.bearing) == (stance, bearing)


@pytest.mark.parametrize(
    "page",
    [
        "ISO 14001 runs to 30 April 2025.",
        "FSC certificate KLM-COC-2041, to 30 April 2025.",
        "Fabriken är RSPO-certifierad (KLM-RSPO-22) till 30 april 2025.",
    ],
)
def test_a_day_after_a_bare_to_is_where_the_term_ends(page: str) -> None:
    (claim,) = _told(page)
    assert (claim.value["valid_to"], claim.bearing) == ("2025-04-30", "risk")


@pytest.mark.parametrize(
    ("page", "grade"),
    [
        ("The BSCI audit of 4 March 2025 ended with a D.", "D"),
        ("BSCI-revisionen den 4 mars 2025 slutade på B.", "B"),
    ],
)
def test_what_an_audit_ended_with_is_its_grade(page: str, grade: str) -> None:
    (claim,) = _told(page)
    assert claim.value["grade"] == grade


def test_a_row_of_a_sheet_of_grades_needs_no_heads() -> None:
    page = "Area and rating\nFair remuneration | E\nDecent working hours | B\n"
    assert [(c.value["grade"], c.bearing) for c in _told(page)] == [("E", "risk"), ("B", "support")]


def test_what_a_standard_is_claims_nothing() -> None:
    assert _told("SMETA is a methodology and not a certificate.") == []
