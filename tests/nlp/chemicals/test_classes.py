"""Hazard statements and classes are those of the pack, with its codes, wordings and bearings."""

from __future__ import annotations

import pytest

from nlp.chemicals.classes import bearing_of, category_of, code_of, ungiven
from nlp.packs.hazards import HazardClass, HazardStatement
from nlp.rules import rulebook, using
from tests.nlp.asking import claims

STATEMENTS = [one for one in rulebook().hazards if isinstance(one, HazardStatement)]


def told(page: str) -> list[tuple[str, str, str]]:
    """Words, bearing and code of the hazards of a page."""
    return [
        (page[c.start : c.end], c.bearing, c.value.get("h_code", ""))
        for c in claims(page, "CHEM.HAZARD")
    ]


SENTENCES = {
    "The glue may cause an allergic skin reaction.": ("risk", "H317"),
    "Limmet kan orsaka allergisk hudreaktion.": ("risk", "H317"),
    "The varnish is very toxic to aquatic life.": ("risk", "H400"),
    "Lacken är mycket giftig för vattenlevande organismer.": ("risk", "H400"),
    "The cleaner causes skin irritation.": ("neutral", "H315"),
    "Rengöringsmedlet irriterar huden.": ("neutral", "H315"),
    "The acid may be corrosive to metals.": ("neutral", "H290"),
    "Medlet är korrosivt för metaller.": ("neutral", "H290"),
    "Carcinogenicity: not classified.": ("support", "H350"),
    "Cancerframkallande egenskaper: ej klassificerad.": ("support", "H350"),
}


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES.items())
def test_a_sentence_bears_as_the_pack_says(sentence: str, wanted: tuple[str, str]) -> None:
    assert [each[1:] for each in told(f"{sentence}\n")] == [wanted]


@pytest.mark.parametrize("one", STATEMENTS, ids=lambda one: one.code)
def test_a_statement_is_known_by_the_wordings_of_the_law(one: HazardStatement) -> None:
    assert {code_of(wording) for wording in one.wordings} == {one.code}


def test_every_code_of_a_class_bears_somehow() -> None:
    codes = {
        code
        for one in rulebook().hazards
        if isinstance(one, HazardClass)
        for code in one.categories.values()
    }
    assert {bearing_of(code) for code in codes} == {"risk", "neutral"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("aspiration hazard category 1", "H304"),
        ("long-term aquatic hazard: category 3", "H412"),
        ("farligt för vattenmiljön, kroniskt: kategori 2", "H411"),
        ("hazardous to the aquatic environment, acute, category 1", "H400"),
        ("flammable liquids: category 4", "H227"),
        ("carcinogenicity category 3", ""),
        ("carcinogenicity", ""),
    ],
)
def test_a_class_and_its_category_have_the_code_of_the_pack(words: str, code: str) -> None:
    assert category_of(words) == code


def test_the_narrowest_words_tell_the_statement() -> None:
    assert code_of("very toxic to aquatic life with long lasting effects") == "H410"
    assert code_of("toxic to aquatic life with long lasting effects") == "H411"


def test_words_of_several_classes_tell_none_that_is_absent() -> None:
    assert ungiven("not mutagenic") == "H340"
    assert ungiven("neither carcinogenic nor mutagenic") == ""


@pytest.mark.parametrize(
    ("code", "bearing"),
    [
        ("H222", "neutral"),
        ("H299", "neutral"),
        ("H302", "neutral"),
        ("H301", "risk"),
        ("H399", "risk"),
        ("H420", "risk"),
        ("EUH066", "neutral"),
        ("EUH208", "risk"),
    ],
)
def test_a_statement_without_a_bearing_of_its_own_has_that_of_its_part(
    code: str, bearing: str
) -> None:
    assert bearing_of(code) == bearing


def test_a_class_in_short_belongs_to_its_code() -> None:
    page = "SAFETY DATA SHEET\n\nSECTION 2: Hazards identification\nAerosol 1, H222\n"
    assert told(page) == [("Aerosol 1, H222", "neutral", "H222")]


def test_without_the_pack_a_statement_is_a_risk_and_stands_alone() -> None:
    with using(["stance 0.1.0", "chemicals 0.1.0"]):
        assert told("Classification: Skin Irrit. 2, H315\n") == [("H315", "risk", "H315")]


SHORT = [
    ("Skin Irrit. 2", "neutral", "H315"),
    ("Eye Dam.1", "neutral", "H318"),
    ("Resp. Sens. 1B", "risk", "H334"),
    ("STOT RE Cat. 1", "risk", "H372"),
    ("Aquatic Chronic 2", "risk", "H411"),
    ("Acute Tox. 4", "neutral", ""),
]


@pytest.mark.parametrize(("short", "bearing", "code"), SHORT)
def test_a_class_in_short_is_told_without_the_code_of_its_statement(
    short: str, bearing: str, code: str
) -> None:
    page = f"SAFETY DATA SHEET\n\nSECTION 2: Hazards identification\nClasses: {short}, and more\n"
    ((words, found, given),) = told(page)
    assert (found, given) == (bearing, code)
    assert short.startswith(words)


def test_classes_in_short_are_told_one_by_one() -> None:
    page = (
        "SÄKERHETSDATABLAD\n\nAVSNITT 3: Sammansättning\n"
        "Terpentin 8006-64-2 10-20 % Flam. Liq. 3, Skin Sens. 1, Asp. Tox. 1\n"
    )
    assert [code for _, _, code in told(page)] == ["H226", "H317", "H304"]


def test_a_class_in_short_takes_no_figure_for_its_category() -> None:
    page = "SAFETY DATA SHEET\n\nSECTION 3: Composition\nEye Irrit. 2.5 % of the mixture\n"
    assert told(page) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [("Eye irritation, category 2A", "H319"), ("Hudsensibilisering, kategori 1", "H317")],
)
def test_a_class_with_its_category_is_no_title(line: str, code: str) -> None:
    page = f"SAFETY DATA SHEET\n\nSECTION 2: Hazards identification\n{line}\n"
    assert [given for _, _, given in told(page)] == [code]


def test_that_a_sheet_can_be_asked_for_tells_neither_for_nor_against() -> None:
    page = (
        "SAFETY DATA SHEET\n\nSECTION 2: Hazards identification\n"
        "EUH210 Safety data sheet available on request.\n"
    )
    assert [(bearing, code) for _, bearing, code in told(page)] == [("neutral", "EUH210")]
