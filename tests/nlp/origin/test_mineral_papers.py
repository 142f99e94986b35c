"""Talk of templates, programmes and grades is no claim of minerals; what came of it is."""

from __future__ import annotations

from datetime import date

import pytest

from nlp import find_claims


def _minerals(text: str) -> list[tuple[str, str]]:
    found = find_claims([text], today=date(2025, 6, 1))
    return [(c.value.get("mineral", ""), c.stance) for c in found if c.topic == "ORIGIN.MINERALS"]


@pytest.mark.parametrize(
    "sentence",
    [
        "CMRT is a template for the four metals.",
        "EMRT är en mall för kobolt och glimmer.",
        "RMAP is a programme in which smelters are audited.",
        "Smelter: a facility that turns ore into metal.",
        "Cobalt and mica are outside the Regulation.",
        "We sent the CMRT to 40 suppliers.",
        "Vi använder mallen CMRT 6.31 från RMI.",
        "En utbildning i att läsa CMRT hölls i maj.",
        "Om ja, bifoga CMRT eller EMRT.",
        "Frågor om CMRT ställs till inköp.",
        "Den som arbetar vid en gruva eller ett smältverk kan skriva till oss.",
        "The panel is certified Indoor Air Comfort Gold until 2026.",
        "Cobalt bis(2-ethylhexanoate) is used as a drier.",
        "Cobalt is classified as Carc. 1B (H350).",
        "Responsible minerals.",
    ],
)
def test_what_explains_or_hands_out_papers_claims_nothing(sentence: str) -> None:
    assert _minerals(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mineral"),
    [
        ("Our CMRT lists 88 smelters, all of them RMAP conformant.", "3tg"),
        ("CMRT är ifylld med 88 smältverk.", "3tg"),
        ("Two of 40 suppliers have not returned the CMRT.", "3tg"),
        ("Nine refiners are outside any programme.", "3tg"),
        ("Vår CMRT upprättades i maj och skickas på begäran.", "3tg"),
        ("The product contains no conflict minerals.", "3tg"),
        ("All smelters of tantalum are audited by RMAP.", "tantalum"),
    ],
)
def test_what_came_of_it_is_a_claim(sentence: str, mineral: str) -> None:
    assert mineral in [name for name, _ in _minerals(sentence)]


@pytest.mark.parametrize(
    ("line", "stance"),
    [
        ("Guld: används i kontaktdon.", "affirmed"),
        ("Kobolt: inte i laddaren.", "denied"),
        ("3TG: present in the circuit boards.", "affirmed"),
        ("Tungsten: may be present in relays.", "hedged"),
    ],
)
def test_a_mineral_with_a_colon_is_claimed_with_its_answer(line: str, stance: str) -> None:
    text = "Konfliktmineral och smältverk / Conflict minerals and smelters\n\n" + line
    found = [
        c
        for c in find_claims([text], today=date(2025, 6, 1))
        if c.topic == "ORIGIN.MINERALS" and text[c.start : c.end] in line
    ]
    assert [(c.stance, c.end - c.start) for c in found] == [(stance, len(line) - 1)]


def _of(topic: str, text: str) -> list[str]:
    return [c.stance for c in find_claims([text], today=date(2025, 6, 1)) if c.topic == topic]


@pytest.mark.parametrize(
    "sentence",
    [
        "Names need not be given.",
        "Avsändaren behöver inte uppge namn.",
        "Names of interviewees are not given.",
        "Workers could not name their union representative.",
    ],
)
def test_who_need_not_be_named_is_no_hidden_factory(sentence: str) -> None:
    assert _of("ORIGIN.SITE", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The name of the factory is not disclosed.",
        "Our agent will not tell us which factory sews the jackets.",
        "Fabrikens namn lämnas inte ut.",
        "Kappan sys i Kina, fabrikens namn är okänt.",
    ],
)
def test_a_factory_kept_back_is_told(sentence: str) -> None:
    assert "hedged" in _of("ORIGIN.SITE", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the mass balance model the quantity sold may not exceed the quantity bought.",
        "Product that does not conform is labelled and segregated.",
        "Avvikande varor segregeras i karantän.",
    ],
)
def test_a_model_explained_and_rejects_are_no_chain_of_custody(sentence: str) -> None:
    assert _of("ORIGIN.MATERIAL", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The palm oil is bought as mass balance.",
        "The cotton is kept segregated at every step.",
        "Palmoljan är segregerad.",
    ],
)
def test_a_model_that_is_used_is_one(sentence: str) -> None:
    assert len(_of("ORIGIN.MATERIAL", sentence)) == 1
