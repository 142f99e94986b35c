"""What buyers' and makers' papers say of substances, lists and hazards in their everyday ways."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims, stances

SUBSTANCE, GROUP = "CHEM.SUBSTANCE", "CHEM.GROUP"
LIST, HAZARD = "CHEM.LIST", "CHEM.HAZARD"


@pytest.mark.parametrize(
    ("page", "topic", "value"),
    [
        ("Spackelfärgen innehåller zinkfosfat.", SUBSTANCE, {"cas": "7779-90-0"}),
        ("The glue contains ethyl cyanoacrylate.", SUBSTANCE, {"cas": "7085-85-0"}),
        ("Slangen är mjukgjord med BTHC.", SUBSTANCE, {"cas": "82469-79-2"}),
        ("The coating contains chlorinated paraffins.", SUBSTANCE, {"cas": "63449-39-8"}),
        ("The sealing strip contains chrysotile.", SUBSTANCE, {"cas": "12001-29-5"}),
        ("Stolpen är kreosotbehandlad.", SUBSTANCE, {"cas": "8001-58-9"}),
        ("Bandet innehåller naturgummi.", GROUP, {"group": "latex"}),
        ("The grips contain natural rubber.", GROUP, {"group": "latex"}),
        ("Tyget är flambehandlat.", GROUP, {"group": "flame_retardants"}),
    ],
)
def test_a_common_name_is_known(page: str, topic: str, value: dict[str, str]) -> None:
    (claim,) = claims(page, topic)
    assert claim.stance == "affirmed"
    assert value.items() <= dict(claim.value).items()


@pytest.mark.parametrize(
    "page",
    [
        "Bomullen köps från Indien.",
        "Naturgummit kommer från Thailand.",
        "Natural rubber for the tyres comes from Thailand.",
        "Handtagen är av gummi.",
        "The lead buyer visited the plant.",
    ],
)
def test_no_other_word_is_taken_for_one(page: str) -> None:
    assert not claims(page, SUBSTANCE)
    assert not claims(page, GROUP)


@pytest.mark.parametrize(
    ("page", "stance"),
    [
        ("Katetrarna är fria från DEHP.", "denied"),
        ("Bordet är fritt från BPA.", "denied"),
        ("Slangar med DEHP finns kvar i lagret.", "affirmed"),
        ("Trays with BPA are still in stock.", "affirmed"),
        ("Fogbruket är fritt från kvarts.", "denied"),
        ("The grout is free of quartz.", "denied"),
    ],
)
def test_a_name_that_wants_context_has_it_in_being_free(page: str, stance: str) -> None:
    assert stances(page, SUBSTANCE) == [stance]


@pytest.mark.parametrize("page", ["Mötet med BPA hölls i maj.", "Vi väntar svar av DEHP AB."])
def test_a_known_abbreviation_is_told_of_goods_or_tried(page: str) -> None:
    assert all(claim.stance != "denied" for claim in claims(page, SUBSTANCE))


@pytest.mark.parametrize(
    "page",
    [
        "Nickel 12 µg/l, gränsvärde 20.",
        "Bly 3 mg/kg, under gränsen 90.",
        "PFOS 31 µg/kg, above the limit of 25.",
        "Cadmium 140 mg/kg, over the limit of 100.",
        "Krom 0,2 mg/l, inom kravet 1.",
    ],
)
def test_a_figure_beside_its_limit_is_told(page: str) -> None:
    assert len(claims(page, SUBSTANCE)) == 1


@pytest.mark.parametrize(
    "page",
    [
        "Gränsvärdet för nickel är 0,5 µg/cm2 och vecka.",
        "The limit for cadmium is 100 mg/kg.",
        "Limit: 0.1 % for the sum of DEHP and DBP.",
        "Gräns för bly: 90 mg/kg.",
        "The reporting limit for lead was 2 mg/kg.",
    ],
)
def test_a_limit_by_itself_is_none(page: str) -> None:
    assert not claims(page, SUBSTANCE)


def test_results_below_the_limit_of_reporting_are_absences() -> None:
    page = "DBP and BBP were both below the reporting limit of 0.01 %."
    assert stances(page, SUBSTANCE) == ["denied", "denied"]


def test_a_bracket_of_two_numbers_does_not_end_the_row() -> None:
    page = "Del | Ämne\nMutter | bly (7439-92-1, 231-100-4), 0,4 viktprocent\n"
    (claim,) = claims(page, SUBSTANCE)
    assert dict(claim.value)["pct_max"] == "0.4"


def test_a_limit_in_the_cell_of_its_figure_belongs_to_the_row() -> None:
    page = "Nr | Vara | Fynd\n1 | Boll | DINP 14 %, gräns 0,1 % för leksaker\n"
    (claim,) = claims(page, SUBSTANCE)
    assert page[: claim.end].endswith("för leksaker")


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("4. PVC – used for the bag of K-2\n5. Phthalates – not used\n", GROUP),
        ("4. Lead – used as solder in K-2\n5. Phthalates – not used\n", SUBSTANCE),
        ("4. PVC – används i påsen till K-2\n5. Ftalater – används ej\n", GROUP),
    ],
)
def test_a_numbered_line_tells_what_is_used(line: str, topic: str) -> None:
    assert stances(line, topic)[0] == "affirmed"


@pytest.mark.parametrize(
    ("row", "stance"),
    [("no", "denied"), ("yes", "affirmed"), ("not yet determined", "hedged")],
)
def test_the_head_of_a_column_may_have_the_limit_of_its_list(row: str, stance: str) -> None:
    page = f"Article | SVHC > 0.1 %? | Details\nFloor tile | {row} | –\n"
    assert stances(page, LIST) == [stance]


@pytest.mark.parametrize(
    ("page", "stance"),
    [
        ("Vara | Del | Uppgift\nStol | ben | inget kandidatämne att uppge\n", "denied"),
        ("Item | Part | Note\nChair | legs | no SVHC to report\n", "denied"),
        ("Demand | Outcome\nREACH Annex XVII | satisfied\n", "affirmed"),
        ("Demand | Outcome\nREACH Annex XVII | not satisfied\n", "denied"),
    ],
)
def test_a_cell_tells_of_a_list_in_its_own_words(page: str, stance: str) -> None:
    assert stances(page, LIST) == [stance]


def test_an_empty_box_before_a_statement_is_no_claim() -> None:
    page = "☐ H317 May cause an allergic skin reaction\n☒ H331 Toxic if inhaled\n☐ H340 / H350\n"
    assert [dict(claim.value)["h_code"] for claim in claims(page, HAZARD)] == ["H331"]


def test_a_ticked_box_leaves_its_statement() -> None:
    page = "[x] H412 Harmful to aquatic life\n[ ] H400 Very toxic to aquatic life\n"
    assert [dict(claim.value)["h_code"] for claim in claims(page, HAZARD)] == ["H412"]


@pytest.mark.parametrize(
    ("page", "stance", "code"),
    [
        ("Limmet är märkt som allergiframkallande.", "affirmed", "H317"),
        ("Härdaren är allergiframkallande vid inandning.", "affirmed", "H334"),
        ("Tvålen är inte klassad som allergiframkallande.", "denied", "H317"),
        ("The resin is a known sensitiser.", "affirmed", "H317"),
        ("The other cleaners are unclassified.", "denied", None),
        ("Någon faroklass har medlet inte.", "denied", None),
    ],
)
def test_a_class_in_words_has_its_code(page: str, stance: str, code: str | None) -> None:
    (claim,) = claims(page, HAZARD)
    assert claim.stance == stance
    assert dict(claim.value).get("h_code") == code


@pytest.mark.parametrize(
    "page",
    [
        "Send these papers:\n– statement on PFAS and bisphenols\n– declaration on phthalates\n",
        "Lämna in:\n– intyg om ftalater och biocider\n– uppgift om PFAS i tyget\n",
        "PFAS är en grupp av flera tusen ämnen.",
        "Phthalates are a family of chemicals.",
    ],
)
def test_a_paper_that_is_asked_for_and_a_family_tell_nothing(page: str) -> None:
    assert not claims(page, GROUP)


@pytest.mark.parametrize(
    "page",
    [
        "Vi visar:\n– uppgift om ftalater saknas\n– tyget innehåller PFAS\n",
        "Our goods:\n– the cloth is treated with PFAS\n– statement: no phthalates are used\n",
        "The boards are halogen-free by the definition of IEC 61249.",
        "Korten är halogenfria enligt IEC:s definition.",
        "Våra mattor hör till en grupp av varor som innehåller ftalater.",
    ],
)
def test_a_claim_beside_such_words_is_told(page: str) -> None:
    assert claims(page, GROUP)


@pytest.mark.parametrize(
    "page",
    ["The cells of the drill contain no cobalt.", "Batteriet innehåller inget kobolt."],
)
def test_cobalt_of_batteries_is_a_mineral(page: str) -> None:
    assert not claims(page, SUBSTANCE)
    assert stances(page, "ORIGIN.MINERALS") == ["denied"]


def test_cobalt_of_a_pigment_is_a_substance() -> None:
    assert claims("Cobalt in the blue paint was 13 mg/kg.", SUBSTANCE)


def test_what_a_laboratory_sells_is_no_result() -> None:
    page = (
        "Nr | Parameter | Metod | Gräns | Pris\n"
        "2 | Bromerade flamskyddsmedel | GC-MS | 5 mg/kg | 2 100\n"
        "3 | Formaldehyd | EN 717-1 | 0,01 mg/m3 | 9 800\n"
    )
    assert not claims(page, GROUP)
    assert not claims(page, SUBSTANCE)
