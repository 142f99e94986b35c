"""Harm that a sheet tells in words of its own: none known, no hazard, or that it may hurt."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims, told

TOPIC = "CHEM.HAZARD"


def section(number: int, *lines: str, swedish: bool = False) -> str:
    """A page of a sheet that stands under one section's title."""
    titles = {
        2: ("Hazards identification", "Farliga egenskaper"),
        3: ("Composition/information on ingredients", "Sammansättning"),
        11: ("Toxicological information", "Toxikologisk information"),
        15: ("Regulatory information", "Gällande föreskrifter"),
    }
    head = ("SAFETY DATA SHEET", "SECTION"), ("SÄKERHETSDATABLAD", "AVSNITT")
    name, word = head[swedish]
    return "\n".join([name, "", f"{word} {number}: {titles[number][swedish]}", *lines, ""])


NO_HARM = [
    (2, "Other hazards: none known."),
    (2, "Health hazards | None"),
    (2, "No special hazards are known."),
    (2, "The paste is not a hazardous mixture."),
    (2, "The paste does not meet the criteria for classification."),
    (11, "There are no known health effects of the paste."),
    (11, "Harmful effects are not expected at the bench."),
    (15, "The oil is not a controlled product under WHMIS."),
]
INGEN_SKADA = [
    (2, "Andra faror: inga kända."),
    (2, "Inga särskilda faror."),
    (2, "Pastan är inte ett farligt ämne."),
    (2, "Pastan uppfyller ej något kriterium för klassificering."),
    (11, "Pastan har inga kända hälsoeffekter."),
    (11, "Miljöskador är inte att vänta."),
]


@pytest.mark.parametrize(("number", "line"), NO_HARM)
def test_no_harm_is_denied_and_speaks_for_the_product(number: int, line: str) -> None:
    assert told(section(number, line), TOPIC) == [("denied", "support")]


@pytest.mark.parametrize(("number", "line"), INGEN_SKADA)
def test_no_harm_is_denied_in_swedish_too(number: int, line: str) -> None:
    assert told(section(number, line, swedish=True), TOPIC) == [("denied", "support")]


def test_none_known_answers_the_title_above_it_and_no_other() -> None:
    assert told(section(2, "2.3 Other hazards", "None known."), TOPIC) == [("denied", "support")]
    assert told(section(2, "Supplemental label", "None known."), TOPIC) == []


MAY_HARM = [
    "Breathing the mist can give headache and nausea.",
    "Splashes could cause redness.",
    "Dizziness may also occur.",
    "Contact with the hands may cause an allergic reaction.",
    "Persons with weak lungs may be affected by the dust.",
]
KAN_SKADA = [
    "Inandning av dimman kan ge huvudvärk och illamående.",
    "Stänk kan medföra rodnad.",
    "Yrsel kan också uppstå.",
]


@pytest.mark.parametrize("line", MAY_HARM)
def test_harm_that_may_come_is_in_doubt_and_a_risk(line: str) -> None:
    assert told(section(11, line), TOPIC) == [("hedged", "risk")]


@pytest.mark.parametrize("line", KAN_SKADA)
def test_harm_that_may_come_is_in_doubt_in_swedish_too(line: str) -> None:
    assert told(section(11, line, swedish=True), TOPIC) == [("hedged", "risk")]


def test_the_wording_of_a_statement_is_no_doubt_behind_a_label_either() -> None:
    (claim,) = claims(section(11, "Single exposure: May cause drowsiness or dizziness."), TOPIC)
    assert (claim.stance, claim.value["h_code"]) == ("affirmed", "H336")


def test_a_duty_of_the_reader_is_no_harm() -> None:
    assert told(section(2, "If not a hazardous mixture, rinse with water."), TOPIC) == []


def test_what_meets_the_definition_of_a_hazard_is_one() -> None:
    line = "This product meets the definition of a hazardous mixture."
    above = "The paste is white and smells of oil."  # a title that defines is of a glossary
    assert told(section(2, *[above] * 4, line), TOPIC) == [("affirmed", "risk")]


def test_each_clause_has_its_own_answer() -> None:
    line = "The resin does not irritate and is only slightly corrosive to the skin."
    assert told(section(11, line), TOPIC) == [("denied", "support"), ("affirmed", "risk")]
    line = "The environmental effects were not studied, however it may cause adverse effects."
    assert told(section(2, line), TOPIC) == [("hedged", "neutral"), ("hedged", "risk")]


@pytest.mark.parametrize(
    ("line", "swedish"),
    [
        ("Carcinogenicity: The oil holds no substances classed as carcinogenic.", False),
        ("Cancerogenicitet: Oljan innehåller inga ämnen som är cancerframkallande.", True),
    ],
)
def test_a_label_takes_its_stance_from_its_answer(line: str, swedish: bool) -> None:
    (claim,) = claims(section(11, line, swedish=swedish), TOPIC)
    assert (claim.stance, claim.bearing, claim.value["h_code"]) == ("denied", "support", "H350")


def test_that_no_component_is_sorted_as_possible_is_no_doubt() -> None:
    line = "IARC: No component of the oil is identified as a possible human carcinogen by IARC."
    assert told(section(11, line), TOPIC) == [("denied", "support")]


def test_fields_of_a_sheet_do_not_run_into_each_other() -> None:
    page = section(
        11,
        "Skin corrosion and irritation: The oil is not classified (the criteria are not met)",
        "Serious eye damage and irritation: Causes serious eye irritation after splashes there.",
    )
    assert told(page, TOPIC) == [("denied", "support"), ("affirmed", "neutral")]


@pytest.mark.parametrize(
    ("title", "swedish"), [("3. HAZARDS IDENTIFICATION", False), ("3. FARLIGA EGENSKAPER", True)]
)
def test_an_old_sheet_tells_its_hazards_third(title: str, swedish: bool) -> None:
    name = "VARUINFORMATIONSBLAD" if swedish else "MATERIAL SAFETY DATA SHEET"
    line = "Kan ge huvudvärk." if swedish else "May cause headaches."
    page = f"{name}\n\n2. COMPOSITION\nWater.\n\n{title}\n{line}\n"
    assert told(page, TOPIC) == [("hedged", "risk")]
