"""Declarations as firms write them: lists after a colon, lines without a verb, boxes, cells."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances, told


def groups(page: str) -> dict[str, str]:
    """The stance of each group and each list of a page."""
    return {
        claim.value.get("group") or claim.value.get("list", ""): claim.stance
        for claim in nlp.find_claims([page], today=TODAY)
        if claim.topic in ("CHEM.GROUP", "CHEM.LIST")
    }


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Följande förekommer inte i hyllan: PFAS, ftalater och tungmetaller.", "denied"),
        ("Vi bekräftar att bordet inte innehåller något av följande: PFAS; ftalater.", "denied"),
        ("The chair is free from: phthalates, PFAS and latex.", "denied"),
        ("Our lamps hold none of the following substances: PFAS; phthalates; PVC.", "denied"),
        ("The following may not be used in the shelves: PFAS, azo dyes.", "required"),
        ("Följande ämnen ingår i stolen: PFAS, ftalater.", "affirmed"),
    ],
)
def test_what_stands_before_the_colon_is_said_of_all_behind(sentence: str, stance: str) -> None:
    found = groups(sentence)
    assert len(found) >= 2
    assert set(found.values()) == {stance}


def test_a_colon_that_announces_no_list_parts_two_things() -> None:
    assert groups("Water repellency was not tested: PFAS is contained.") == {"pfas": "affirmed"}


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("Inga SVHC-ämnen", "denied"),
        ("Oparfymerad", "denied"),
        ("SVHC – nej", "denied"),
        ("PVC - no", "denied"),
        ("RoHS: uppfyllt", "affirmed"),
        ("Compliant with RoHS 3 (2015/863/EU)", "affirmed"),
        ("Latex: ☒ Nej ☐ Ja", "denied"),
        ("PFAS in the lid: ☐ No ☒ Yes", "affirmed"),
        ("Candidate List substances: [ ] yes [x] no", "denied"),
        ("Bisfenoler: ☐ Ja ☐ Nej ☒ Vet ej", "hedged"),
    ],
)
def test_a_line_without_a_verb_declares(line: str, stance: str) -> None:
    page = f"Produktblad för hyllan\n\nKemikalier\n{line}\nStål och björk\n"
    assert list(groups(page).values()) == [stance]


def test_a_heading_that_names_a_group_declares_nothing() -> None:
    assert groups("PFAS och ftalater\n\nHyllan är av stål.\n") == {}


def test_cells_that_have_keys_answer_for_themselves() -> None:
    page = "Model | PVC | Latex\nTube A | PVC: no | latex: yes, coated\n"
    assert groups(page) == {"pvc": "denied", "latex": "affirmed"}


def test_a_question_its_answer_and_the_remark_behind_are_told_apart() -> None:
    page = "Svar om kudden\n\n3 | Flamskyddsmedel i tyget? | Ja | TCPP (13674-84-5), 4 %\n"
    assert told(page, "CHEM.GROUP") == [("affirmed", "risk")]
    claim = next(c for c in nlp.find_claims([page], today=TODAY) if c.topic == "CHEM.SUBSTANCE")
    assert page[claim.start : claim.end] == "TCPP (13674-84-5), 4 %"
    assert claim.value["pct_max"] == "4"


def test_a_question_still_open_is_in_doubt() -> None:
    assert told("7 | PFAS? | Under utredning | kabeln\n", "CHEM.GROUP") == [("hedged", "risk")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kadmium har inte analyserats i kuddens skum.",
        "Cadmium was not part of the order.",
        "Antimony has not been looked for in the yarn.",
    ],
)
def test_what_nobody_looked_for_speaks_neither_way(sentence: str) -> None:
    assert told(sentence, "CHEM.SUBSTANCE") == [("hedged", "neutral")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The tannery says that its leather is free from azo dyes.",
        "Väveriet uppger på etiketten att tyget är fritt från azofärger.",
    ],
)
def test_an_absence_that_a_maker_asserts_is_in_doubt(sentence: str) -> None:
    assert told(sentence, "CHEM.GROUP") == [("hedged", "neutral")]


@pytest.mark.parametrize(
    ("sentence", "bearing"),
    [
        ("Lead in the lacquer: 14 mg/kg, limit 90.", "support"),
        ("Lead in the lacquer: 140 mg/kg, limit 90.", "risk"),
        ("Nickel is released at 0.2 µg/cm2/week; 0.5 is permitted.", "support"),
        ("Arsenik i riset 0,3 mg/kg, där kundens gräns är 0,2.", "risk"),
        ("The old foil holds 1,700 mg/kg DEHP (117-81-7); the limit applied is 1,000.", "risk"),
    ],
)
def test_a_figure_is_weighed_by_the_limit_beside_it(sentence: str, bearing: str) -> None:
    assert told(sentence, "CHEM.SUBSTANCE") == [("affirmed", bearing)]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("SCCP: under 0,005 %.", "denied"),
        ("The cable's DEHP stays below 0.05 %.", "denied"),
        ("The glue contains less than 5 % toluene.", "affirmed"),
        ("Limmet är konserverat med BIT, under 0,02 %.", "affirmed"),
    ],
)
def test_a_small_bound_is_an_absence_and_a_recipe_s_is_none(sentence: str, stance: str) -> None:
    assert stances(sentence, "CHEM.SUBSTANCE") == [stance]


def test_columns_by_letter_are_samples() -> None:
    page = "Substance | CAS | LOQ mg/kg | Item A | Item B\nDEHP | 117-81-7 | 50 | ND | 5200\n"
    assert told(page, "CHEM.SUBSTANCE") == [("denied", "support"), ("affirmed", "risk")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Prover extraherades med aceton.",
        "Entry 63 of Annex XVII concerns lead in consumer articles.",
        "Perfluorhexansyra begränsas i EU från oktober 2026.",
        "The mains lead of the lamp is black.",
    ],
)
def test_a_laboratory_s_means_and_the_law_are_no_content(sentence: str) -> None:
    assert told(sentence, "CHEM.SUBSTANCE") == []


def test_a_key_is_no_claim_beside_what_is_told_behind_it() -> None:
    found = told("PFAS: the seat is treated with a C0 repellent, free of PFAS.", "CHEM.GROUP")
    assert found == [("denied", "support")]


def test_a_substance_that_is_bought_somewhere_is_not_told_as_content() -> None:
    assert told("Butadien och akrylnitril kommer från Sydkorea.", "CHEM.SUBSTANCE") == []


def test_a_weight_on_a_surface_is_no_weight() -> None:
    claims = nlp.find_claims(["Chromium VI: < 0.1 mg/dm2 in the passivation."], today=TODAY)
    assert ["amount" in claim.value for claim in claims] == [False]


def test_letters_of_a_screening_tell_what_was_found() -> None:
    page = (
        "RoHS screening of the lamp\n\nElement | Limit (mg/kg) | Cord | Board\n"
        "Pb | 1000 | BL | X (2400)\nHg | 1000 | BL | BL\n"
    )
    assert told(page, "CHEM.SUBSTANCE") == [
        ("denied", "support"),
        ("affirmed", "risk"),
        ("denied", "support"),
        ("denied", "support"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The cord does not comply with RoHS with regard to its cadmium.",
        "The cord does not comply with Directive 2011/65/EU with regard to DEHP.",
        "Sladden uppfyller inte RoHS avseende DEHP.",
    ],
)
def test_what_a_list_is_not_met_for_is_there(sentence: str) -> None:
    assert told(sentence, "CHEM.SUBSTANCE") == [("affirmed", "risk")]


def test_a_circuit_board_is_no_substance() -> None:
    assert told("The lamp has a PCB with a driver.", "CHEM.SUBSTANCE") == []
