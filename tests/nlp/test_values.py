"""Figures, units and dates in both decimal styles."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.values import amounts, days, unit_in

NEAR = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0,25 %", {"pct_min": "0.25", "pct_max": "0.25"}),
        ("5–10 %".replace("–", "-"), {"pct_min": "5", "pct_max": "10"}),
        ("1 - < 5 vikt-%", {"pct_min": "1", "pct_max": "5"}),
        (">= 10 - < 20 %", {"pct_min": "10", "pct_max": "20"}),
        ("< 0,1 viktprocent", {"pct_max": "0.1"}),
        ("up to 0.3 % w/w", {"pct_max": "0.3"}),
        ("1 200 mg/kg", {"amount": "1200", "unit": "mg/kg"}),
        ("0.71 µg/cm2/week", {"amount": "0.71", "unit": "µg/cm²/week"}),
        ("högst 30 ppm", {"amount": "30", "unit": "ppm"}),
    ],
)
def test_amounts(text: str, wanted: dict[str, str]) -> None:
    assert next(amounts(text, 0, len(text))).values() == wanted


def test_a_unit_is_read_from_the_head_of_a_column() -> None:
    assert unit_in("resultat, mg/kg") == "mg/kg"
    assert unit_in("halt (vikt-%)") == "%"
    assert unit_in("kommentar") == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024-09-03", "2024-09-03"),
        ("den 27 juni 2024", "2024-06-27"),
        ("5 September 2026", "2026-09-05"),
        ("March 9, 2028", "2028-03-09"),
        ("31.03.2024", "2024-03-31"),
        ("gick ut den 31 oktober", "2024-10-31"),
    ],
)
def test_dates_in_their_usual_forms(text: str, wanted: str) -> None:
    assert [found.day.isoformat() for found in days(text, 0, len(text), near=NEAR)] == [wanted]


def test_no_such_day_is_no_date() -> None:
    assert list(days("31 februari 2024, 2024-13-01", 0, 28, near=NEAR)) == []
