"""Results of a laboratory whose table came as lines of words: each row, each answer, each box."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(page: str) -> list[tuple[str, str, str]]:
    """What each substance or group of a page is, its stance, and how much of it there is."""
    found = nlp.find_claims([page], today=TODAY)
    return [
        (c.value.get("cas") or c.value.get("group", ""), c.stance, c.value.get("amount", ""))
        for c in found
        if c.topic in ("CHEM.SUBSTANCE", "CHEM.GROUP")
    ]


def test_each_sample_of_a_row_has_its_result_and_the_limit_is_none() -> None:
    page = (
        "Report on the strap\n\nTest Item(s) Limit Unit MDL 001 002\n"
        "Cadmium (Cd) 100 mg/kg 2 ND ND\nLead (Pb) 1000 mg/kg 2 ND 15\n"
    )
    assert told(page) == [
        ("7440-43-9", "denied", "2"),
        ("7440-43-9", "denied", "2"),
        ("7439-92-1", "denied", "2"),
        ("7439-92-1", "affirmed", "15"),
    ]


def test_a_swedish_table_is_read_so_too() -> None:
    page = (
        "Analys av remmen\n\nParameter Resultat Enhet Mätosäkerhet Rapp.gräns\n"
        "Bly, Pb <0,50 mg/kg 0,5\nKadmium, Cd 0,12 mg/kg 0,1\n"
    )
    assert told(page) == [("7439-92-1", "denied", "0.50"), ("7440-43-9", "affirmed", "0.12")]


def test_a_row_without_heads_speaks_for_the_strap_where_nothing_was_found() -> None:
    page = "Report on the strap\n\nCadmium (Cd) 100 mg/kg 2 ND ND\n"
    claims = [c for c in nlp.find_claims([page], today=TODAY) if c.topic == "CHEM.SUBSTANCE"]
    assert [(c.stance, c.bearing) for c in claims] == [("denied", "support")]


def test_lines_that_answer_do_not_run_into_each_other() -> None:
    page = (
        "Material i remmen\n\nBly 7439-92-1 < 0,1 %\nKvicksilver 7439-97-6 ingår ej\n"
        "Bromerade flamskyddsmedel - Nej\nPVC - Ja\n"
    )
    assert [one[:2] for one in told(page)] == [
        ("7439-92-1", "denied"),
        ("7439-97-6", "denied"),
        ("flame_retardants", "denied"),
        ("pvc", "affirmed"),
    ]


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Ja ☐ Nej ☒", "denied"),
        ("Ja ☒ Nej ☐", "affirmed"),
        ("Nej ☒ Ja ☐", "denied"),
        ("☒ Nej ☐ Ja", "denied"),
        ("Yes [ ] No [x]", "denied"),
        ("[x] Yes [ ] No", "affirmed"),
    ],
)
def test_a_box_stands_before_its_word_or_behind_it(answer: str, stance: str) -> None:
    page = f"About the strap.\n\nDoes it hold PFAS? {answer}\n"
    assert [one[:2] for one in told(page)] == [("pfas", stance)]
    row = f"About the strap.\n\nPFAS | {answer}\n"
    assert [one[:2] for one in told(row)] == [("pfas", stance)]


@pytest.mark.parametrize("answer", ["Ja ☐ Nej ☐", "Yes [ ] No [ ]"])
def test_boxes_that_nobody_ticked_answer_nothing(answer: str) -> None:
    assert told(f"About the strap.\n\nDoes it hold PFAS? {answer}\n") == []


def test_a_name_with_its_sign_is_one_substance() -> None:
    assert told("The strap holds lead (Pb) in its buckle.\n") == [("7439-92-1", "affirmed", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "DBP (84-74-2), which was part of older straps, is no longer used.",
        "DBP (84-74-2), som fanns i äldre remmar, ingår ej sedan 2015.",
    ],
)
def test_what_was_dropped_is_denied_over_the_words_between(sentence: str) -> None:
    assert [one[:2] for one in told(f"{sentence}\n")] == [("84-74-2", "denied")]
