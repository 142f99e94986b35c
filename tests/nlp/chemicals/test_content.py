"""Which names tell of content: none in a workshop, a limit, a method, a material or a code."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(page: str) -> list[tuple[str, str]]:
    """Number or group of each substance and group of a page, with its stance."""
    return [
        (c.value.get("cas") or c.value.get("group") or c.value["name"], c.stance)
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic in ("CHEM.SUBSTANCE", "CHEM.GROUP")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ammonia alarm had been switched off.",
        "Två personer fördes till sjukhus efter exponering för isopropanol.",
        "Chlorine cylinders stood next to the canteen.",
        "Limit: 0.1 % for the sum of DEHP and DBP.",
        "Kundens krav för DIDP: 1000 mg/kg.",
        "Lead and cadmium reference solutions were traceable.",
        "Kadmium och bly bestämdes med ICP-MS efter uppslutning i salpetersyra.",
        "The cobalt in the cells comes from several smelters.",
        "The frame is of aluminium.",
        "FSC certificate BPF-COC-11920 is shown.",
        "EUH208 Contains subtilisin.",
    ],
)
def test_a_name_beside_the_goods_is_no_content(sentence: str) -> None:
    assert told(f"About the hoist.\n\n{sentence}\n") == []


def test_members_in_brackets_belong_to_their_group() -> None:
    assert told("Organotin compounds (DBT, TBT, DOT): not detected.\n") == [
        ("organotins", "denied")
    ]


def test_a_metal_with_a_figure_is_content() -> None:
    assert told("Cobalt release from the bit: 0.2 µg/cm2/week.\n") == [("7440-48-4", "affirmed")]


@pytest.mark.parametrize(
    ("name", "cas"),
    [
        ("bens[a]pyren", "50-32-8"),
        ("bens[e]pyren", "192-97-2"),
        ("bensylalkohol", "100-51-6"),
        ("4,4'-metylendianilin", "101-77-9"),
        ("fenoxietanol", "122-99-6"),
        ("1,4-diklorbensen", "106-46-7"),
        ("diisobutylftalat", "84-69-5"),
        ("trikloretylen", "79-01-6"),
        ("HEMA", "868-77-9"),
        ("kortkedjiga klorparaffiner", "85535-84-8"),
        ("amidosulfonsyra", "5329-14-6"),
    ],
)
def test_substances_are_known_by_their_swedish_names(name: str, cas: str) -> None:
    assert told(f"Färgen på hyllan innehåller {name} i dag.\n") == [(cas, "affirmed")]


@pytest.mark.parametrize(
    ("name", "cas"),
    [
        ("chloramphenicol", "56-75-7"),
        ("decabromodiphenyl ether", "1163-19-5"),
        ("N-methyl-2-pyrrolidone", "872-50-4"),
        ("Chromium (VI)", "18540-29-9"),
        ("benzalkonium chloride", "68424-85-1"),
    ],
)
def test_substances_are_known_by_their_english_names(name: str, cas: str) -> None:
    assert told(f"The liquid in the bottle contains {name} today.\n") == [(cas, "affirmed")]


def test_the_end_of_a_longer_name_is_no_other_substance() -> None:
    assert ("129-00-0", "affirmed") not in told("Ämnet är cyklopenta[cd]pyren, som ingår.\n")
    assert ("12125-02-9", "affirmed") not in told("It contains oleyl ammonium chloride.\n")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Table 4, mg/kg (for toys)\nName | CAS | (c) | (e)\nMIT | 2682-20-4 | 3 | 14\n", "14"),
        (
            "Mätning med XRF, ppm:\n       gräns    Nora 2    Vera 7\nBly    1000    12    14\n",
            "14",
        ),
    ],
)
def test_a_unit_stands_over_the_table(page: str, expected: str) -> None:
    claims = [c for c in nlp.find_claims([page], today=TODAY) if c.topic == "CHEM.SUBSTANCE"]
    assert [c.value.get("amount") for c in claims][-1] == expected
    assert len(claims) == 2


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Innehåller glasyren bly? | Nej, sedan 2016", [("7439-92-1", "denied")]),
        ("Bisphenols? | not that we are aware of", [("bisphenols", "hedged")]),
        ("Coating | NMP | 872-50-4 | not reported", [("872-50-4", "hedged")]),
    ],
)
def test_a_question_is_answered_in_the_next_cell(row: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"Fråga | Svar\n{row}\n") == expected


def test_a_bound_behind_a_colon_is_that_of_the_names_before() -> None:
    page = "Benzidine and 4-aminoazobenzene: both below 5 mg/kg in the cloth.\n"
    assert told(page) == [("60-09-3", "denied"), ("92-87-5", "denied")]


def test_a_figure_before_another_name_is_not_its_own() -> None:
    page = "The seal has D4 (556-67-2) at 0.12 % and D5 (541-02-6), listed, at 0.15 %.\n"
    shares = {
        c.value["cas"]: c.value["pct_max"]
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic == "CHEM.SUBSTANCE"
    }
    assert shares == {"556-67-2": "0.12", "541-02-6": "0.15"}


@pytest.mark.parametrize(
    ("sentence", "group", "stance"),
    [
        ("Kartongen är fluorfri.", "pfas", "denied"),
        ("Hyllans lack saknar fluor.", "pfas", "denied"),
        ("Stolens skum är flamskyddat.", "flame_retardants", "affirmed"),
        ("The foam has no halogenated flame retardants.", "flame_retardants", "denied"),
        ("Färgerna avger inga otillåtna aminer.", "azo_dyes", "denied"),
        ("The dyes are free from banned amines.", "azo_dyes", "denied"),
        ("Handskarna är fria från naturgummi.", "latex", "denied"),
        ("Virket är fritt från träskyddsmedel.", "biocides", "denied"),
        ("Påsen är oparfymerat papper.", "fragrances", "denied"),
        ("Organic tin compounds were not detected.", "organotins", "denied"),
    ],
)
def test_groups_are_known_by_their_usual_words(sentence: str, group: str, stance: str) -> None:
    assert told(f"Om varan.\n\n{sentence}\n") == [(group, stance)]


def test_a_short_question_heads_a_column_of_answers() -> None:
    page = "Product | PFAS added? | Fluorine, mg/kg | Comment\nTray T4 | no | < 10 | of pulp\n"
    assert told(page) == [("pfas", "denied")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The chemicals below are not employed in the factory: a.cadmium and its salts, b.lead.",
        "None of the substances below is part of the lid: cadmium, lead.",
        "Nedanstående ämnen tillsätts aldrig i locket: kadmium, bly.",
    ],
)
def test_what_is_ruled_out_before_a_colon_is_so_behind_it(sentence: str) -> None:
    assert sorted(told(f"About the lid.\n\n{sentence}\n")) == [
        ("7439-92-1", "denied"),
        ("7440-43-9", "denied"),
    ]


def test_what_is_not_only_there_is_not_ruled_out() -> None:
    sentence = "The metals below are not only part of the lid: cadmium, lead."
    assert {stance for _, stance in told(f"About the lid.\n\n{sentence}\n")} == {"affirmed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Metals may be present as impurities (<0.1% for Pb, Hg and <0.01% for Cd).",
        "Metaller kan förekomma (<0,1 % för bly, kvicksilver och <0,01 % för kadmium).",
    ],
)
def test_a_figure_before_a_list_is_that_of_each_and_no_absence(sentence: str) -> None:
    found = nlp.find_claims([f"About the lid.\n\n{sentence}\n"], today=TODAY)
    shares = {
        c.value["cas"]: (c.stance, c.value["pct_max"]) for c in found if c.topic == "CHEM.SUBSTANCE"
    }
    assert shares == {
        "7439-92-1": ("hedged", "0.1"),
        "7439-97-6": ("hedged", "0.1"),
        "7440-43-9": ("hedged", "0.01"),
    }


def test_a_longer_name_is_none_of_the_shorter_ones_in_it() -> None:
    page = "The lid.\n\nPoly(bisphenol A carbonate) [CASRN 25037-45-0] is what the lid contains.\n"
    (claim,) = (c for c in nlp.find_claims([page], today=TODAY) if c.topic == "CHEM.SUBSTANCE")
    assert dict(claim.value) == {"name": "Poly(bisphenol A carbonate)", "cas": "25037-45-0"}
    assert told("The lid.\n\nThe lid contains styrene copolymers.\n") == []
