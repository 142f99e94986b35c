"""The main figures: counted by hand on small documents, with seeded intervals."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from nlp.claims import Claim
from nlp.measuring import calibration
from nlp.measuring.figures import Figure, Reading, figures, reading
from nlp.measuring.gold import Document


def claim(start: int, *, page: int = 1, score: float = 0.5, **changes: str) -> Claim:
    stance = changes.pop("stance", "affirmed")
    return Claim(page, start, start + 10, "CERT", stance, "risk", changes, score=score)


def read(number: int, wanted: list[Claim], found: list[Claim]) -> Reading:
    page = "a" * 200
    one = Document(f"d{number}", "en", "x", date(2025, 1, 1), (page, page), (1, 2), tuple(wanted))
    return reading(one, found)


@pytest.fixture(name="readings")
def two_documents() -> list[Reading]:
    """One without a fault, one with a miss, an alarm on a clean page, a flip and a wrong value."""
    good = [claim(0, country="SE"), claim(20)]
    return [
        read(1, good, [claim(0, country="SE", score=0.9), claim(20, score=0.9)]),
        read(
            2,
            [claim(0, country="SE", valid_to="2025-01-01"), claim(50)],
            [claim(0, country="NO", stance="denied", score=0.9), claim(80, page=2, score=0.9)],
        ),
    ]


def told(readings: list[Reading]) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures(readings, resamples=200)}


def test_each_figure_is_a_share_of_what_it_counts(readings: list[Reading]) -> None:
    expected = {
        "F1": (0.75, 8),
        "precision": (0.75, 4),
        "stance flips": (0.333333, 3),
        "value accuracy, those four": (0.333333, 3),
        "value accuracy, dates": (0.0, 1),
        "flags per page without claims": (0.5, 2),
        "calibration error among flags": (0.15, 4),
    }
    found = told(readings)
    assert expected == {n: (round(found[n].value, 6), found[n].of) for n in expected}


def test_an_interval_holds_the_figure_and_comes_out_the_same(readings: list[Reading]) -> None:
    once, again = told(readings), told(readings)
    assert str(once) == str(again)
    assert once["F1"].low <= once["F1"].value <= once["F1"].high
    assert (round(once["F1"].low, 6), round(once["F1"].high, 6)) == (0.5, 1.0)


def test_a_figure_of_nothing_is_no_number(readings: list[Reading]) -> None:
    nothing = told(readings)["value accuracy, cas"]
    assert nothing.of == 0
    assert np.isnan(nothing.value)


def test_scores_that_hold_have_no_calibration_error() -> None:
    scores = np.array([0.25] * 4 + [0.75] * 4)
    right = np.array([1.0, 0, 0, 0, 1, 1, 1, 0])
    for edges in (calibration.even_edges(), calibration.adaptive_edges(scores)):
        assert calibration.error(calibration.binned(scores, right, edges)) == 0


def test_scores_that_are_too_sure_are_wrong_by_as_much() -> None:
    scores = np.array([0.9] * 10)
    right = np.array([1.0] * 6 + [0.0] * 4)
    rows = calibration.binned(scores, right, calibration.even_edges())
    assert calibration.error(rows) == pytest.approx(0.3)


def test_bins_of_one_size_hold_as_many_each() -> None:
    scores = np.linspace(0.9, 1.0, 150)
    rows = calibration.binned(scores, scores, calibration.adaptive_edges(scores))
    assert set(rows[:, 0]) == {10.0}


def test_no_scores_have_no_error() -> None:
    nothing = np.array([])
    edges = calibration.adaptive_edges(nothing)
    assert calibration.error(calibration.binned(nothing, nothing, edges)) == 0
