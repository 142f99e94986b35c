"""What asks, bids, explains or lays down claims nothing; what states the same words does."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def topics(page: str) -> set[str]:
    """The topics claimed on a page."""
    return {claim.topic for claim in nlp.find_claims([page], today=TODAY)}


LEFT_TO_OTHERS = [
    "Attendees: the union steward, the safety officer\n",
    "Närvarande: skyddsombudet, fackklubbens ordförande\n",
    "State the phthalates that the product contains.\n",
    "Ange vilka ftalater produkten innehåller.\n",
    "Phthalates above the limit – yes or no\n",
    "Things you may report, for example:\n- passports are kept by the employer\n",
    "Frågor som hör hit:\n- passen hålls inne av arbetsgivaren\n",
    "4. Ord och begrepp\n\nBarnarbete: den som inte har fyllt 15 år arbetar.\n",
]


@pytest.mark.parametrize("page", LEFT_TO_OTHERS)
def test_what_is_left_for_others_to_say_claims_nothing(page: str) -> None:
    assert topics(page) == set()


STATED = [
    ("State-imposed labour has been found at the mill.\n", "LAB.FORCED"),
    ("Passports are kept by the employer.\n", "LAB.FORCED"),
    ("Produkten innehåller ftalater.\n", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), STATED)
def test_the_same_words_claim_where_they_are_stated(page: str, topic: str) -> None:
    assert topics(page) == {topic}
