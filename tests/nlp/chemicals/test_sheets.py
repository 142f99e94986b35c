"""Safety data sheets as they are printed in the trade: marks in the margin, fields, old labels."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(topic: str, page: str) -> list[tuple[str, str, str]]:
    """Quote, stance and bearing of a page's claims on one topic, in order."""
    found = nlp.find_claims([page], today=TODAY)
    return [(page[c.start : c.end], c.stance, c.bearing) for c in found if c.topic == topic]


def sheet(section: str, *lines: str) -> str:
    """A page of a safety data sheet that stands under one section's title."""
    return "\n".join(["SAFETY DATA SHEET", "", section, *lines])


EFFECTS = "SECTION 11: Toxicological information"
EMPTY = [
    "Respiratory sensitisation: no data available",
    "Carcinogenicity      Not available.",
    "Germ cell mutagenicity: no further relevant information available.",
    "Cancerogenitet: uppgift saknas",
    "Carcinogenicity: (duration, species, route, dose)",
    "Primary irritant effect:",
    "Embryo development   Rat   Oral   8 mg/kg/day   NOAEL   Teratogenic",
    "0 % of the mixture consists of ingredients of unknown toxicity",
]


@pytest.mark.parametrize("line", EMPTY)
def test_a_field_that_is_not_filled_says_nothing(line: str) -> None:
    assert told("CHEM.HAZARD", sheet(EFFECTS, "Effects on health", line)) == []


FILLED = {
    "Skin sensitisation: may cause an allergic skin reaction.": ("affirmed", "risk"),
    "Carcinogenicity: the mixture is not classified as carcinogenic.": ("denied", "support"),
    "Sensitisation: sensitisation possible through skin contact.": ("hedged", "risk"),
    "Long contact with the skin may cause mild irritation.": ("hedged", "risk"),
    "Sensitisation: no sensitising effects known.": ("hedged", "neutral"),
    "The toxicological properties have not been fully investigated.": ("hedged", "neutral"),
    "Inga studier av sensibilisering har gjorts på blandningen.": ("hedged", "neutral"),
}


@pytest.mark.parametrize(("line", "label"), FILLED.items())
def test_a_field_that_is_filled_says_it_once(line: str, label: tuple[str, str]) -> None:
    found = told("CHEM.HAZARD", sheet(EFFECTS, line))
    assert [one[1:] for one in found] == [label]


def test_a_mark_in_the_margin_hides_no_section() -> None:
    page = sheet("14 Transport information", "Not regulated.", "*    15 Regulatory information",
                 "- Section 313 (toxic chemical listings): Substance is not listed.")  # fmt: skip
    (claim,) = told("CHEM.LIST", page)
    assert claim[1:] == ("denied", "support")


def test_a_reference_broken_at_a_lines_end_begins_no_section() -> None:
    page = sheet("3. COMPOSITION", "A limit holds for one of the ingredients (see",
                 "Section 8).", "DEHP 117-81-7 4 %")  # fmt: skip
    assert [stance for _, stance, _ in told("CHEM.SUBSTANCE", page)] == ["affirmed"]


INGREDIENTS = [
    ("Ingredient   CAS Number   EINECS   GHS class   %",
     "Water   7732-18-5   231-791-2   Not listed   60"),
    ("Name   EC-No   CAS-No   Weight %   REACH",
     "Water   231-791-2   7732-18-5   50 %   no data available"),
    ("CAS-No      7732-18-5",),
]  # fmt: skip


@pytest.mark.parametrize("lines", INGREDIENTS)
def test_an_ingredient_is_there_whatever_no_and_not_listed_stand_for(
    lines: tuple[str, ...],
) -> None:
    found = told("CHEM.SUBSTANCE", sheet("SECTION 3: Composition", *lines))
    assert [stance for _, stance, _ in found] == ["affirmed"]


def test_no_longer_denies_where_it_is_no_number() -> None:
    found = told("CHEM.HAZARD", "Classified as environmentally hazardous: no.\n\n3. Ingredients")
    assert [stance for _, stance, _ in found] == ["denied"]


@pytest.mark.parametrize("line", [
    "Carcinogen: None of the components are listed.",
    "Chemicals known to cause cancer: Substance is not listed.",
])  # fmt: skip
def test_an_entry_of_a_list_is_of_the_list_and_no_hazard(line: str) -> None:
    page = sheet("SECTION 15: Regulatory information", line)
    assert told("CHEM.HAZARD", page) == []
    assert [stance for _, stance, _ in told("CHEM.LIST", page)] == ["denied"]


@pytest.mark.parametrize("line", [
    "TSCA: Substance is not listed.", "IATA: not regulated",
    "The identities of ingredients not listed herein are trade secrets.",
])  # fmt: skip
def test_an_inventory_of_trade_and_a_carriers_rules_are_no_list(line: str) -> None:
    assert told("CHEM.LIST", sheet("SECTION 15: Regulatory information", line)) == []


def test_each_crossed_category_is_a_hazard_of_its_own() -> None:
    page = sheet("15. REGULATORY INFORMATION", "Hazard categories:",
                 "Fire[ X ]     Reactivity[ ]     Acute Health[ X ]")  # fmt: skip
    assert told("CHEM.HAZARD", page) == [
        ("Fire[ X ]", "affirmed", "neutral"), ("Acute Health[ X ]", "affirmed", "risk"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["Xi - Irritant", "Xi;R38"])
def test_a_label_of_before_2015_is_read(line: str) -> None:
    found = told("CHEM.HAZARD", sheet("2. HAZARDS IDENTIFICATION", "Symbol", line))
    assert [stance for _, stance, _ in found] == ["affirmed"]


def test_a_substance_over_its_trials_is_no_content() -> None:
    page = sheet(EFFECTS, "ETHANOL (CAS 64-17-5)", "Oral   LD50   Rat   7060 mg/kg")
    assert told("CHEM.SUBSTANCE", page) == []


def test_limits_of_exposure_are_no_share_of_the_product() -> None:
    page = sheet("2. COMPOSITION", "Ingredient Name   CAS No.   OSHA PEL   ACGIH TLV",
                 "ETHYL ACETATE   141-78-6   400 ppm   400 ppm")  # fmt: skip
    (claim,) = [c for c in nlp.find_claims([page], today=TODAY) if c.topic == "CHEM.SUBSTANCE"]
    assert "amount" not in claim.value


def test_the_places_in_a_molecule_belong_to_its_name() -> None:
    (claim,) = nlp.find_claims(["1,2-Propylene glycol 57-55-6 50 %"], today=TODAY)
    assert claim.value["name"] == "1,2-Propylene glycol"


def test_nothing_of_work_is_heard_in_a_sheet() -> None:
    page = sheet("SECTION 5: Fire-fighting", "Fire = 1   Health = 2", "Exposure 10 hours")
    assert [c for c in nlp.find_claims([page], today=TODAY) if c.topic.startswith("LAB.")] == []


def test_a_report_that_speaks_of_a_sheet_is_none() -> None:
    page = "4. Safety data sheets in Turkish were on the wall.\n7. Workers pay no recruitment fees."
    found = nlp.find_claims([page], today=TODAY)
    assert "LAB.FEES" in {claim.topic for claim in found}


def test_a_number_under_its_name_is_the_same_ingredient() -> None:
    page = sheet("SECTION 3: Composition", "Sodium lauryl sulfate   RRN : 01-   3-5   Xn; R22",
                 "EC:205-788-1   R41   H332", "CAS : 151-21-3")  # fmt: skip
    assert len(told("CHEM.SUBSTANCE", page)) == 1


def test_an_act_alone_on_its_line_is_heard_of_nothing() -> None:
    page = sheet("SECTION 15: Regulatory information", "Annex A - Elimination - Use",
                 "None of the components are listed.",
                 "Pollution control   :   Not listed")  # fmt: skip
    assert [one[1] for one in told("CHEM.LIST", page)] == ["denied", "denied"]


REGULATED = "SECTION 15: Regulatory information"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Acute health hazard: Yes", [("affirmed", "risk")]),
        ("Chronic Health Hazard N", [("denied", "support")]),
        ("Fire: Yes; Reactivity: No", [("affirmed", "neutral"), ("denied", "support")]),
    ],
)
def test_the_categories_of_sara_are_answered_one_by_one(
    line: str, expected: list[tuple[str, str]]
) -> None:
    found = told("CHEM.HAZARD", sheet(REGULATED, line))
    assert [one[1:] for one in found] == expected


def test_an_answer_of_another_section_is_none_to_sara() -> None:
    assert told("CHEM.HAZARD", sheet(EFFECTS, "Fire: No")) == []


@pytest.mark.parametrize("line", ["NTP: Not tested", "IARC: ej utvärderad"])
def test_a_body_that_has_not_tried_it_leaves_it_open(line: str) -> None:
    (claim,) = told("CHEM.LIST", sheet(EFFECTS, line))
    assert claim[1:] == ("hedged", "neutral")


def test_what_a_state_knows_of_is_no_doubt_and_told_once() -> None:
    line = "The oil contains no chemicals known to the State of California to cause cancer."
    page = sheet(REGULATED, line)
    assert [one[1:] for one in told("CHEM.LIST", page)] == [("denied", "support")]
    assert told("CHEM.HAZARD", page) == []


SILENT = [
    "US DOT: Not regulated",
    'A "Not listed" entry shows that a part of it may not be brought into the country.',
    "Parts that are not listed separately are classed by the maker.",
    "Safe Drinking Water and Toxic Enforcement Act:",
]


@pytest.mark.parametrize("line", SILENT)
def test_what_a_sheet_says_of_others_is_no_claim(line: str) -> None:
    page = sheet(REGULATED, line)
    assert told("CHEM.LIST", page) + told("CHEM.HAZARD", page) == []


def test_each_line_of_a_composition_is_a_substance_of_its_own() -> None:
    page = sheet("SECTION 3: Composition", "Toluene 10-20% 108-88-3 N/A None",
                 "Xylene 1330-20-7 5-10% Not classified", "Ethanol 64-17-5 1-2% None")  # fmt: skip
    found = told("CHEM.SUBSTANCE", page)
    assert [stance for _, stance, _ in found] == ["affirmed"] * 3
    assert not any("\n" in words for words, _, _ in found)
