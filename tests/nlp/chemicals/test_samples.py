"""Tables of a laboratory: each sample has its own result, a limit is none, heads carry units."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)
Told = list[tuple[str, dict[str, str]]]
FIGURES = ("amount", "unit", "pct_min", "pct_max")


def told(page: str) -> Told:
    """Stance and figures of the substances of a page, in order."""
    return [
        (c.stance, {key: c.value[key] for key in FIGURES if key in c.value})
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic == "CHEM.SUBSTANCE"
    ]


def mg(amount: str) -> dict[str, str]:
    """The figures of a weight in a weight."""
    return {"amount": amount, "unit": "mg/kg"}


@pytest.mark.parametrize(
    "page",
    [
        "Substance | CAS | LOQ mg/kg | Glove | Apron\nDIBP | 84-69-5 | 20 | 640 | <20\n",
        (
            "Ämne      CAS        Handske    Förkläde    Rapp.gräns mg/kg\n"
            "DIBP      84-69-5    640        <20         20\n"
        ),
    ],
)
def test_each_sample_has_its_own_result(page: str) -> None:
    assert told(page) == [("affirmed", mg("640")), ("denied", mg("20"))]


def test_heads_of_fewer_columns_stand_over_the_last_cells() -> None:
    page = "           Grip     Strap     Unit\nDBP 84-74-2     <0.02     0.31     %\n"
    assert told(page) == [
        ("denied", {"pct_max": "0.02"}),
        ("affirmed", {"pct_min": "0.31", "pct_max": "0.31"}),
    ]


def test_the_columns_of_a_matrix_name_the_substances() -> None:
    page = "Part | Pb | Cd | Cr(VI)\nSocket shell | 41 mg/kg | ND | ND\n"
    assert told(page) == [("affirmed", mg("41")), ("denied", {}), ("denied", {})]


def test_a_column_of_limits_is_no_result() -> None:
    page = "Ämne | CAS | Gräns mg/kg | Mätvärde mg/kg\nBly | 7439-92-1 | 500 | 73\n"
    assert told(page) == [("affirmed", mg("73"))]
    page = "Substance | CAS No. | LOQ | Foil 2 | Limit\nLead | 7439-92-1 | 5 | 73 mg/kg | 500\n"
    assert told(page) == [("affirmed", mg("73"))]


def test_rows_under_a_subtitle_keep_the_heads_of_their_table() -> None:
    page = (
        "Ämne | CAS | Halt, mg/kg | Gräns\nBly | 7439-92-1 | 12 | 90\n\n"
        "2. Handtag, svart\nKadmium | 7440-43-9 | 3 | 40\n"
    )
    assert told(page) == [("affirmed", mg("12")), ("affirmed", mg("3"))]


def test_what_is_not_found_is_bounded_by_what_can_be_found() -> None:
    page = "Substance | CAS | RL mg/kg | Result mg/kg\nDMF | 68-12-2 | 5 | ND\n"
    assert told(page) == [("denied", mg("5"))]


@pytest.mark.parametrize(
    ("answer", "stance"),
    [("none", "denied"), ("negative", "denied"), ("may be present", "hedged"), ("trace", "hedged")],
)
def test_a_row_is_answered_in_words(answer: str, stance: str) -> None:
    page = f"Part | Substance | CAS | % w/w\nHose | DEHP | 117-81-7 | {answer}\n"
    assert told(page) == [(stance, {})]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lead 7 (limit 90)", ("affirmed", mg("7"))),
        ("Cadmium < 2 (limit 75)", ("denied", mg("2"))),
        ("Nickel: not detected, < 4", ("denied", mg("4"))),
    ],
)
def test_a_title_gives_the_unit_of_the_figures_below(
    line: str, expected: tuple[str, dict[str, str]]
) -> None:
    assert told(f"3. Elements in the coating (mg/kg)\n{line}\n") == [expected]


def test_a_figure_is_that_of_its_own_substance() -> None:
    page = "The screening of the plug gave Pb 31 ppm (limit 500), Cd < 4 ppm, Hg < 3 ppm.\n"
    assert sorted(told(page), key=str) == [
        ("affirmed", {"amount": "31", "unit": "ppm"}),
        ("denied", {"amount": "3", "unit": "ppm"}),
        ("denied", {"amount": "4", "unit": "ppm"}),
    ]
    page = "MBT (149-30-4): inte påvisat, LOQ 3 mg/kg.\n"
    assert told("Resultat av provningen av gummit.\n\n" + page) == [("denied", mg("3"))]


def test_doses_of_tests_on_animals_are_no_content() -> None:
    assert told("Substance | LD50 oral\nToluene | 5580 mg/kg\n") == []


@pytest.mark.parametrize(
    ("line", "bearing"),
    [
        ("BPS 1.4 mg/kg, customer limit 0.2 mg/kg.", "risk"),
        ("Barium: 9 mg/kg (limit 1500).", "support"),
        ("Anilin 6 mg/kg, gränsen är 30.", "support"),
        ("Nickel release: 0.8 µg/cm²/week, limit 0.5.", "risk"),
    ],
)
def test_a_limit_in_the_text_decides_the_bearing(line: str, bearing: str) -> None:
    claims = nlp.find_claims([f"Results of the test.\n\n{line}\n"], today=TODAY)
    assert [c.bearing for c in claims if c.topic == "CHEM.SUBSTANCE"] == [bearing]
