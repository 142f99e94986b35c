"""Cells that hold a name with its figure, and names told again in each product's column."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

Told = list[tuple[str, str, str]]

FIGURES: list[tuple[str, Told]] = [
    (
        "XRF av propp\nEnhet mg/kg.\nPropp, stift | Pb 22 | Cd < 5 | Hg ej påvisat\n",
        [
            ("affirmed", "support", "Propp, stift | Pb 22"),
            ("denied", "support", "Cd < 5"),
            ("denied", "support", "Hg ej påvisat"),
        ],
    ),
    (
        "Screening, in mg/kg\nCable | Pb: 1 400 | Cd: 3\n",
        [("affirmed", "risk", "Cable | Pb: 1 400"), ("affirmed", "support", "Cd: 3")],
    ),
    (
        "Lid | Pb 42 mg/kg | Cd < 5 mg/kg\n",
        [("affirmed", "support", "Lid | Pb 42 mg/kg"), ("denied", "support", "Cd < 5 mg/kg")],
    ),
]


@pytest.mark.parametrize(("page", "expected"), FIGURES)
def test_each_cell_with_its_own_figure_is_a_claim(page: str, expected: Told) -> None:
    """The first begins with what was tested; the unit may stand above."""
    found = claims(page, "CHEM.SUBSTANCE")
    assert [(one.stance, one.bearing, page[one.start : one.end]) for one in found] == expected


AGAIN: list[tuple[str, Told]] = [
    (
        "Krav | Väska A | Väska B\nPVC | fri från PVC | PVC i remmen\n",
        [("denied", "support", "fri från PVC"), ("affirmed", "risk", "PVC i remmen")],
    ),
    (
        "Property | Bag A | Bag B\nPhthalates | no phthalates | phthalates in the strap\n",
        [("denied", "support", "no phthalates"), ("affirmed", "risk", "phthalates in the strap")],
    ),
]


@pytest.mark.parametrize(("page", "expected"), AGAIN)
def test_a_group_named_in_each_column_is_told_of_each_product(page: str, expected: Told) -> None:
    """The label claims nothing; each product's cell has a stance of its own."""
    found = claims(page, "CHEM.GROUP")
    assert [(one.stance, one.bearing, page[one.start : one.end]) for one in found] == expected


@pytest.mark.parametrize(
    "page",
    ["Detektionsgräns 5 för Cd och Hg, 10 för bly.", "Detection limit 2 mg/kg for lead."],
)
def test_what_a_laboratory_can_tell_is_no_content(page: str) -> None:
    """A limit of detection says what could have been found."""
    assert claims(page, "CHEM.SUBSTANCE") == []


@pytest.mark.parametrize(
    "page",
    [
        "Substance | CAS | Content, % | Unit\nLead | 7439-92-1 | 25 | ppm\n",
        "Ämne | CAS | Halt, % | Enhet\nBly | 7439-92-1 | 25 | ppm\n",
    ],
)
def test_a_unit_in_the_next_cell_outweighs_the_head_of_the_column(page: str) -> None:
    """25 ppm is not 25 per cent."""
    (one,) = claims(page, "CHEM.SUBSTANCE")
    assert (one.value.get("amount"), one.value.get("unit")) == ("25", "ppm")
    assert "pct_max" not in one.value


@pytest.mark.parametrize(
    "page",
    [
        "Component | CAS | % of total weight | Unit\nLead | 7439-92-1 | < 25 | ppm\n",
        "Ämne | CAS | Andel, % | Enhet\nBly | 7439-92-1 | < 25 | ppm\n",
    ],
)
def test_a_bound_in_a_recipe_is_a_range_in_whatever_unit(page: str) -> None:
    """Under a head of shares "< 25 ppm" is what there is at most, and no absence."""
    (one,) = claims(page, "CHEM.SUBSTANCE")
    assert (one.stance, one.value.get("amount")) == ("affirmed", "25")
