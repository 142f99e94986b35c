"""Ages as they are told without a unit, and the lower end of a span of them."""

from __future__ import annotations

import pytest

from nlp.labour.figures import figure_of


@pytest.mark.parametrize(
    ("clause", "age"),
    [
        ("vi har sex sommarjobbare, 16 och 17 år gamla", "16"),
        ("tre unga på 15-17 år arbetade natt", "15"),
        ("eight vocational trainees, 16-17 years, came in june", "16"),
        ("workers of 16 to 18 years: 5", "16"),
        ("den som inte har fyllt 18 får inte köra truck", "18"),
        ("you need to have turned 18 to work here", "18"),
        ("nobody under 18 may handle solvents", "18"),
        ("a boy of 13 was carrying bundles", "13"),
        ("girls of 12 and 13 were seen picking", "12"),
        ("a girl of twelve was sorting leaves", "12"),
        ("en pojke på tolv packade strumpor", "12"),
        ("youngest worker: 21", "21"),
        ("enligt listan är den yngsta 16", "16"),
        ("två lärlingar är 17", "17"),
        ("ingen anställs före 18", "18"),
        ("alla är över 18", "18"),
        ("minimum age 15", "15"),
        ("files showed ages of 18 and above", "18"),
        ("applicants must be 18 or older", "18"),
        ("37 adolescents between 14 and 17 pick at weekends", "14"),
    ],
)
def test_an_age_needs_no_unit_behind_whom_it_is_of(clause: str, age: str) -> None:
    assert figure_of("LAB.CHILD", clause) == {"age": age}


@pytest.mark.parametrize(
    "clause",
    [
        "17 workers were asked for proof of age",
        "under 18 may 2024 the list was kept",
        "age records of 12 workers were missing",
        "children were seen in 14 of 20 units",
        "åldern styrktes för 16 arbetare",
        "barn fanns i 12 av 40 hushåll",
    ],
)
def test_a_count_or_a_day_is_no_age(clause: str) -> None:
    assert figure_of("LAB.CHILD", clause) == {}
