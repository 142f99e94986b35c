"""What is told of a paper is held against every value that careful people may tell."""

from __future__ import annotations

import pytest

from nlp.measuring.facts import told


@pytest.mark.parametrize(
    ("found", "wanted", "verdict"),
    [
        ("Alm Handel AB", ("ALM  HANDEL AB",), "right"),
        ("Alm Handel AB", ("Alm Handel", "Alm Handel AB"), "right"),
        ("Alm Handel AB", ("", "Alm Handel AB"), "right"),
        ("Mål - plan", ("Mål – plan",), "right"),
        ("FlNLAY OY 1O", ("FINLAY OY 10",), "right"),
        ("Alm Handel AB", ("Alm AB",), "wrong"),
        ("", ("Alm AB",), "unsaid"),
        ("", ("",), "none"),
        ("", ("", "Alm AB"), "none"),
        ("Alm Handel AB", ("",), "though none"),
        ("Alm Handel AB", ("", "Alm AB"), "though none"),
    ],
)
def test_a_verdict_weighs_what_was_found_against_the_label(
    found: str, wanted: tuple[str, ...], verdict: str
) -> None:
    assert told(found, wanted) == verdict
