"""A country may be told by its code alone where a form asks for it."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def countries(page: str) -> list[str]:
    """The countries of origin that a page tells."""
    found = nlp.find_claims([page], today=TODAY)
    return [claim.value["country"] for claim in found if claim.topic == "ORIGIN.COUNTRY"]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Tillverkningsland: CN\n", ["CN"]),
        ("Country of origin: IN\n", ["IN"]),
        ("Country of origin | DE\n", ["DE"]),
        ("Article | Country of origin | Weight\nChair | VN | 12 kg\nTable | PL | 30 kg\n",
         ["VN", "PL"]),
    ],
)  # fmt: skip
def test_a_code_answers_for_its_country(page: str, wanted: list[str]) -> None:
    assert countries(page) == wanted


@pytest.mark.parametrize(
    "page",
    ["Made in: it\n", "Country of origin: XX\n", "Article | Name | CE\nChair | DE | 12 kg\n"],
)
def test_two_letters_are_no_country_elsewhere(page: str) -> None:
    assert countries(page) == []
