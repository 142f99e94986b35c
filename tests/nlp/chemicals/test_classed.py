"""Classes in short outside a sheet, and cells that say that none is given."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

TOLD = [
    ("The hardener is Carc. 1B.", "affirmed", "H350"),
    ("Kobolt är klassat Carc. 1B.", "affirmed", "H350"),
    ("It is classified as Repr. 1B.", "affirmed", "H360"),
    ("The ink is not classified as Skin Sens. 1.", "denied", "H317"),
    ("Product | Share | Class\nInk | 5 % | Skin Sens. 1A", "affirmed", "H317"),
    ("Product | Share | Class\nWax | 5 % | not classified", "denied", None),
    ("Vara | Halt | Klass\nVax | 5 % | ej klassificerad", "denied", None),
    ("Vara | Halt | Klass\nVax | 5 % | inte märkningspliktig", "denied", None),
    ("The mixture is not subject to classification under CLP.", "denied", None),
]


@pytest.mark.parametrize(("page", "stance", "code"), TOLD)
def test_a_class_is_claimed_where_it_is_given_or_not(
    page: str, stance: str, code: str | None
) -> None:
    """In running text and in a cell of its own."""
    (claim,) = claims(page, "CHEM.HAZARD")
    assert (claim.stance, claim.value.get("h_code")) == (stance, code)


SILENT = [
    "The concentration limits of the entry are Skin Irrit. 2 and Eye Irrit. 2.",
    "If the mixture is Carc. 1B, tell the buyer.",
    "Är någon vara klassad Repr. 1B?",
    "Order | Room | State\n7 | B2 | not classified documents",
    "Spår | Nivå\nBana 1 | klass 2",
]


@pytest.mark.parametrize("page", SILENT)
def test_a_limit_a_condition_and_a_question_give_no_class(page: str) -> None:
    """None of these is a class of the goods."""
    assert claims(page, "CHEM.HAZARD") == []
