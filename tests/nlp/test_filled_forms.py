"""A form is read once it is filled in, a blank one only asks; a title's word may be a name."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

FILLED = [
    ("SVARSFORMULÄR\nLeverantör: Norrkläder AB\n\nVåra handskar innehåller latex.\n", "CHEM.GROUP"),
    ("Blankett 7\nIfylld av: Lena Ek\n\nBarnarbete förekommer inte i fabriken.\n", "LAB.CHILD"),
    ("BLANKETT B2\nNivå: ☐ låg ☒ hög\n\nTvå barn arbetade i sömnaden.\n", "LAB.CHILD"),
    (
        "SELF-ASSESSMENT FORM\nCompany: Lin Hai Chairs Ltd\n\nThe chairs contain PVC.\n",
        "CHEM.GROUP",
    ),
    ("Self-assessment form\nFilled in by: Ms Lin\n\nNo child labour occurs here.\n", "LAB.CHILD"),
    ("Form to be filled in\nBidder: Acme Ltd\n\nThe gloves contain latex.\n", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), FILLED)
def test_a_form_that_somebody_has_filled_in_is_read(page: str, topic: str) -> None:
    assert topic in topics(page)


BLANK = [
    "SVARSFORMULÄR\nLeverantör: ____________\n\nHandskar innehåller latex.\n",
    "Blankett 7\nFöretag:\n\nHandskarna innehåller latex.\n",
    "SELF-ASSESSMENT FORM\nCompany: ..............\n\nThe chairs contain PVC.\n",
    "Self-assessment form\nSupplier:    Country:\n\nThe gloves contain latex.\n",
    "BLANKETT\nLeverantör: Norr AB\nNr: ____\nA: ____\nB: ____\n\nHandskar innehåller latex.\n",
]


@pytest.mark.parametrize("page", BLANK)
def test_a_blank_form_claims_nothing(page: str) -> None:
    assert topics(page) == set()


NAMES = [
    ("Handlingsplan – Museum Textil AB\n\nHandskarna innehåller latex.\n", "CHEM.GROUP"),
    ("Action plan – Course Workwear Ltd\n\nThe gloves contain latex.\n", "CHEM.GROUP"),
    ("SMETA best practice guidance 6.1\n\nThe factory has no union.\n", "LAB.UNION"),
    ("Leverantörshandbok\n\nFacklig verksamhet får inte hindras.\n", "LAB.UNION"),
    ("Leverantörshandbok\n\nBarnarbete accepteras inte i något led.\n", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), NAMES)
def test_a_name_or_a_book_of_rules_is_no_guide(page: str, topic: str) -> None:
    assert topic in topics(page)


STILL = [
    "Kurs i kemikalier, Norr AB\n\nHandskar innehåller ofta latex.\n",
    "Museum Textiles Ltd\n\nGloves often contain latex.\n",
    "Guidance for buyers\n\nGloves often contain latex.\n",
]


@pytest.mark.parametrize("page", STILL)
def test_a_course_or_guide_by_a_firm_stays_one(page: str) -> None:
    assert topics(page) == set()
