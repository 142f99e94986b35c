"""The view of a page: what scanning mistakes is undone, and pages' heads are the same in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp.layout.text import fold

TODAY = date(2026, 4, 1)

MISREAD = [
    ("Lead l2 mg/kg, limit 9O mg/kg", "Lead 12 mg/kg, limit 90 mg/kg"),
    ("DEHP ll7-8l-7 O,25 %", "DEHP 117-81-7 0,25 %"),
    ("EG 2O4-2ll-O", "EG 204-211-0"),
    ("at least l5 years old", "at least 15 years old"),
]


@pytest.mark.parametrize(("raw", "read"), MISREAD)
def test_letters_within_a_figure_are_read_as_digits(raw: str, read: str) -> None:
    assert fold(raw).text == read


@pytest.mark.parametrize(
    "raw", ["H2O 5 %", "CO2 10 ppm", "allt till 12 %", "all-or-nothing", "l %"]
)
def test_letters_of_words_and_formulas_stay(raw: str) -> None:
    assert fold(raw).text == raw


FOLDED = [
    ("one\ntwo", "one\ntwo"),
    ("one \t\r\n two", "one\ntwo"),
    ("one\n \n two", "one\ftwo"),
    ("one  two", "one two"),
    ("one   two", "one\ttwo"),
    ("one\ttwo", "one two"),
    ("arbets-\ntid", "arbetstid"),
    ("arbets- \noch fritid", "arbets-\noch fritid"),
    ("EN 12-\n13", "EN 12-\n13"),
    ("ar\u00adbete", "arbete"),
    ("e\u0301cru ½ \uff21", "\u00e9cru 1\u20442 A"),
    ("\u0301 alone", "\u0301 alone"),
]


@pytest.mark.parametrize(("raw", "read"), FOLDED)
def test_breaks_gaps_hyphens_and_accents_are_told_in_one_way(raw: str, read: str) -> None:
    assert fold(raw).text == read


def test_words_of_which_one_letter_has_no_small_form_keep_their_length() -> None:
    view = fold("İPLİK AŞ")
    assert view.lower == "İplİk aş"


def test_a_misread_number_names_its_substance_and_amount() -> None:
    page = "The lid contains DEHP, ll7-8l-7, at O,25 %."
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert claim.value["cas"] == "117-81-7"
    assert claim.value["pct_max"] == "0.25"


def test_a_head_of_every_page_is_read_once_whatever_its_dashes_and_gaps() -> None:
    head = "Acme AB – Declaration – contains no PFAS     page {} of 3\n\n"
    body = ["The seat is oak.", "The base is steel.", "The arm is ash."]
    pages = [head.format(number) + said for number, said in enumerate(body, 1)]
    found = nlp.find_claims(pages, today=TODAY)
    assert [claim.page for claim in found if claim.topic == "CHEM.GROUP"] == [1]


@given(st.text(st.sampled_from("ab \n\t\u00ad-–ﬁÅ\u0301"), max_size=60))
def test_a_place_in_a_pages_own_text_has_the_first_one_in_the_view_behind_it(raw: str) -> None:
    view = fold(raw)
    for offset in range(len(raw) + 1):
        behind = [at for at in range(len(view.text)) if view.raw(at) >= offset]
        assert view.at(offset) == (behind[0] if behind else len(view.text))
