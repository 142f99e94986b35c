"""Rules without a word of duty, questions nobody answers, goals, agreed actions, scored risks."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances

CODES = [
    ("SUPPLIER CODE OF CONDUCT\n\nWorking hours\nNormal working week: 48 hours.\n", "LAB.HOURS"),
    ("UPPFÖRANDEKOD\n\nArbetstid\nNormal arbetsvecka är 40 timmar per vecka.\n", "LAB.HOURS"),
]


@pytest.mark.parametrize(("page", "topic"), CODES)
def test_a_plain_sentence_of_a_code_of_conduct_is_a_rule(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


def test_what_was_found_is_a_report_also_in_a_code_of_conduct() -> None:
    page = "SUPPLIER CODE OF CONDUCT\n\nReport\nIn 2024 fire exits were blocked at two sites.\n"
    assert stances(page, "LAB.SAFETY") == ["affirmed"]


def test_the_same_plain_sentence_elsewhere_is_a_report() -> None:
    page = "AUDIT REPORT\n\nWorking hours\nNormal working week: 48 hours.\n"
    assert stances(page, "LAB.HOURS") == ["affirmed"]


UNANSWERED = [
    ("Om övertiden är frivillig framgår inte av protokollet.", "LAB.HOURS"),
    ("Whether the hotline is anonymous could not be established, it is not documented.",
     "LAB.GRIEVANCE"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "topic"), UNANSWERED)
def test_an_indirect_question_that_nobody_answers_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


def test_a_condition_that_is_answered_is_no_question() -> None:
    assert stances("Om övertid behövs betalas den dubbelt.", "LAB.WAGE") != ["hedged"]


def test_an_action_is_a_duty_until_it_is_done() -> None:
    head = "Finding | Corrective action | Status\n"
    assert stances(f"{head}Fire exits blocked | Fire exits kept free | Open\n", "LAB.SAFETY") == [
        "affirmed",
        "required",
    ]
    assert stances(f"{head}Fire exits blocked | Fire exits kept free | Closed\n", "LAB.SAFETY") == [
        "affirmed",
        "affirmed",
    ]


def test_a_goal_is_a_commitment() -> None:
    page = "Mål 2027 | Utfall 2024\nLevnadslön hos alla leverantörer | 1 av 10\n"
    assert stances(page, "LAB.WAGE") == ["required"]


def test_a_scored_risk_is_feared_and_not_found() -> None:
    page = "Vi har bedömt riskerna:\n\nRisk | S | K | Summa\nBarnarbete, kakao | 4 | 5 | 20\n"
    assert stances(page, "LAB.CHILD") == ["hedged"]


ACTS = """
Modern Slavery Statement

Section 54 of the Modern Slavery Act 2015 requires certain companies to publish a statement.

Our supply chains
Our gloves are made in Malaysia.
"""


def test_a_section_of_an_act_does_not_close_the_page_to_origin() -> None:
    claims = nlp.find_claims([ACTS], today=TODAY)
    assert [(c.topic, c.value.get("country")) for c in claims] == [("ORIGIN.COUNTRY", "MY")]


PREFORMED = [
    "Prison labour is never acceptable.",
    "Fängelsearbete accepteras ej.",
    "Fängelsearbete är inte tillåtet.",
]


@pytest.mark.parametrize("page", PREFORMED)
def test_what_is_not_accepted_is_a_rule_and_no_absence(page: str) -> None:
    assert stances(page, "LAB.FORCED") == ["required"]
