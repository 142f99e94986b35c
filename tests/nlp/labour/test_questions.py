"""What is answered to a question on work, in words that name its topic no more."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, all_told

Told = list[tuple[str, str, str]]


ANSWERED = [
    ("Minimum age for hiring?\n17.\n", [("LAB.CHILD", "required", "support")]),
    ("Lägsta ålder vid anställning?\n17 år.\n", [("LAB.CHILD", "required", "support")]),
    (
        "4. Is there a grievance channel? Is it used?\nYes, a telephone number in Thai.\n",
        [("LAB.GRIEVANCE", "affirmed", "support")],
    ),
    (
        "4. Finns en klagomålskanal? Används den?\nJa, ett telefonnummer på thai.\n",
        [("LAB.GRIEVANCE", "affirmed", "support")],
    ),
    (
        "3. Whom do you employ?\nSewers.\n\n4. Do you have a hotline? Is it used?\nYes, in Thai.\n",
        [("LAB.GRIEVANCE", "affirmed", "support")],
    ),
    (
        "Serious accidents this year?\nTwo: hands in a roller.\n",
        [("LAB.SAFETY", "affirmed", "risk")],
    ),
    ("Allvarliga olyckor i år?\nTvå: händer i en vals.\n", [("LAB.SAFETY", "affirmed", "risk")]),
]


@pytest.mark.parametrize(("page", "wanted"), ANSWERED)
def test_an_answer_is_about_what_was_asked(page: str, wanted: Told) -> None:
    assert all_told(page) == wanted


SILENT = [
    "Minimum age for hiring?\nSee the handbook.\n",
    "Name of the contact?\nTwo: Kim and Lee.\n",
    "Kontaktperson?\nTvå: Kim och Lee.\n",
]


@pytest.mark.parametrize("page", SILENT)
def test_what_answers_nothing_on_work_is_no_claim(page: str) -> None:
    assert all_told(page) == []


def test_the_age_that_is_answered_is_its_value() -> None:
    [claim] = nlp.find_claims(["Lägsta ålder vid anställning?\n17 år.\n"], today=TODAY)
    assert claim.value["age"] == "17"
