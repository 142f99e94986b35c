"""Statements tell of audits and certificates by who audits, how many there were, and goals."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 11, 27)
Told = list[tuple[str, str, str]]


def told(sentence: str) -> Told:
    """Stance, bearing and standard of the claims of certificates of a sentence, in order."""
    page = f"We publish this statement for the past year.\n\n{sentence}\n\nThe board approved it."
    return [
        (claim.stance, claim.bearing, claim.value.get("standard", ""))
        for claim in nlp.find_claims([page], today=TODAY, kind="labour_statement")
        if claim.topic == "CERT"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Third-party audits are carried out at every spinner.",
        "Our factories are audited by an independent third party once a year.",
        "External auditors assess the working conditions of our suppliers every second year.",
        "Fabrikerna kontrolleras regelbundet av oberoende inspektörer.",
        "During the year 48 audits and assessments at supplier sites were scored.",
    ],
)
def test_audits_are_told_by_who_makes_them_or_by_their_number(sentence: str) -> None:
    assert told(sentence) == [("affirmed", "neutral", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our financial statements are audited by an independent firm.",
        "We may look at other third-party audit standards.",
        "An independent third party operates the hotline for our suppliers.",
        "All complaints are investigated by an external law firm.",
        "Our sustainability report is verified by an external auditor.",
        "The statement is in line with the Global Reporting Initiative.",
    ],
)
def test_books_hotlines_and_reports_are_no_audits_of_makers(sentence: str) -> None:
    assert told(sentence) == []


def test_an_audit_that_nobody_made_is_denied() -> None:
    assert told("This statement has not been reviewed by a third party.")[0][0] == "denied"


def test_a_goal_of_certified_raw_materials_is_required() -> None:
    assert told("Our goal is to use certified raw materials alone.") == [
        ("required", "support", "")
    ]


def test_a_preference_is_a_rule_that_bears_neither_way() -> None:
    assert told("We have a preference for SMETA audits of new suppliers.") == [
        ("required", "neutral", "SMETA")
    ]


def test_what_a_certificate_requires_is_no_rule_for_its_holder() -> None:
    held = "Our farms maintain certifications from WIETA and Fairtrade which require audits."
    assert told(held) == [("affirmed", "neutral", "Fairtrade"), ("affirmed", "neutral", "WIETA")]


def test_a_duty_before_a_colon_holds_for_the_standards_behind_it() -> None:
    rule = "Mills must comply with one of these: the standard GOTS or the standard OCS."
    assert [stance for stance, _, _ in told(rule)] == ["required", "required"]


@pytest.mark.parametrize(
    ("sentence", "standards"),
    [
        ("Sewing plants are assessed through Better Work and the SLCP.", ["Better Work", "SLCP"]),
        ("Our smelter is certified by the Aluminium Stewardship Initiative.", ["ASI"]),
        ("Sites underwent a Supplemental Validated Audit Process last year.", ["SVAP"]),
    ],
)
def test_schemes_of_statements_are_known(sentence: str, standards: list[str]) -> None:
    assert sorted(standard for _, _, standard in told(sentence)) == standards
