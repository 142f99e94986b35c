"""Hazards of a sheet: classes and statements in words have their code, glossaries are silent."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)
SHEET = "SAFETY DATA SHEET\n\n"


def told(page: str) -> list[tuple[str, str, str]]:
    """Stance, bearing and code of the hazards of a page."""
    return [
        (c.stance, c.bearing, c.value.get("h_code", ""))
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic == "CHEM.HAZARD"
    ]


@pytest.mark.parametrize(
    ("line", "bearing", "code"),
    [
        ("Carcinogenicity | Category 2", "risk", "H351"),
        ("Skin corrosion/irritation | Category 1B", "neutral", "H314"),
        ("Acute toxicity, oral | Category 3", "risk", "H301"),
        ("Flammable liquids | Category 2", "neutral", "H225"),
    ],
)
def test_a_class_with_its_category_has_a_code(line: str, bearing: str, code: str) -> None:
    page = f"{SHEET}SECTION 2: Hazards identification\n{line}\n"
    assert told(page) == [("affirmed", bearing, code)]


@pytest.mark.parametrize(
    ("code", "bearing"),
    [
        ("H315", "neutral"),
        ("H319", "neutral"),
        ("H317", "risk"),
        ("H331", "risk"),
        ("H225", "neutral"),
    ],
)
def test_irritating_and_physical_hazards_speak_neither_for_nor_against(
    code: str, bearing: str
) -> None:
    page = f"{SHEET}SECTION 2: Hazards identification\n2.1 Class: {code}\n"
    assert told(page) == [("affirmed", bearing, code)]


@pytest.mark.parametrize(
    "opening", ["SECTION 16. Full text: ", "16. ", "16 Full text of phrases: "]
)
def test_a_glossary_that_runs_on_from_its_number_is_silent(opening: str) -> None:
    page = (
        f"{SHEET}SECTION 2: Hazards identification\nH317 May cause an allergic skin reaction\n\n"
        f"SECTION 15: Regulatory information\nNo further rules apply.\n\n"
        f"{opening}H315 Causes skin irritation. H317 May cause an allergic skin reaction.\n"
    )
    assert told(page) == [("affirmed", "risk", "H317")]


def test_two_titles_in_a_row_tell_a_sheet_without_its_name() -> None:
    page = (
        "Rengöring Gul\n\n2. FAROR\nH317 Kan orsaka allergisk hudreaktion\n\n3. INNEHÅLL\n"
        "Vatten och tvål.\n\n16. ANNAT\nH225 Mycket brandfarlig. H317 Kan ge allergi.\n"
    )
    assert told(page) == [("affirmed", "risk", "H317")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Damm från produkten kan ge upphov till astma.", ("affirmed", "risk", "H334")),
        ("Mutagenicitet: ej klassificerad.", ("denied", "support", "H340")),
        ("Hormonstörande effekter har inte utretts.", ("hedged", "neutral", "")),
        ("Produkten är helt ofarlig för miljön.", ("denied", "neutral", "")),
    ],
)
def test_effects_are_told_in_words(sentence: str, expected: tuple[str, str, str]) -> None:
    page = f"SÄKERHETSDATABLAD\n\nAVSNITT 11: Toxikologisk information\n{sentence}\n"
    assert told(page) == [expected]


def test_what_a_dye_may_split_into_is_no_hazard_of_the_product() -> None:
    assert told("The towel has no azo dyes that cleave into carcinogenic amines.\n") == []


def test_the_words_after_a_supplemental_code_belong_to_it() -> None:
    page = f"{SHEET}SECTION 2: Hazards\nEUH208 Contains BIT. May produce an allergic reaction.\n"
    assert told(page) == [("affirmed", "risk", "EUH208")]
