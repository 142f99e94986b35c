"""Where a thing is made, said in many forms: each tells its countries, and nothing else does."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

import nlp

_TODAY = date(2026, 11, 28)
_BEFORE = {
    "sv": "Vi är ett företag som har funnits länge och som säljer till hela landet.\n\n",
    "en": "We are a company that has been there for years and sells to the whole country.\n\n",
}
_PAIRS = {
    "sv": (("Turkiet", "TR", "Litauen", "LT"), ("Indien", "IN", "Portugal", "PT")),
    "en": (("Turkey", "TR", "Lithuania", "LT"), ("India", "IN", "Portugal", "PT")),
}
_ONE = {
    "sv": (
        "Vi syr kuddarna i {a}.",
        "Vi producerar kuddarna i {a}.",
        "Vår leverantör i {a} syr kuddarna.",
        "Sömnaden sker i {a}.",
        "Produktionen flyttades till {a} 2023.",
        "Vi har flyttat produktionen från {b} till {a}.",
        "Vi formger i {b} och tillverkar i {a}.",
        "Produktionsort: {a}",
        "Produkt från {a}",
        "Ursprung: {aa}",
        "Ursprungsland = {aa}",
        "Land för sluttillverkning {a}",
        "Ursprungsland | {a}",
        "Var tillverkas varan? {a}.",
        "Var tillverkas varan?\n{a}",
        "Fråga: Var tillverkas varan?\nSvar: I {a}.",
        "1. I vilket land sker sluttillverkningen?\n{a}",
        "1.1 Tillverkningsland\n{a}",
    ),
    "en": (
        "We make the cushions in {a}.",
        "Our partner in {a} makes the cushions.",
        "Sterilisation takes place in {a}.",
        "We have moved production of the cushions from {b} to {a}.",
        "We design in {b} and produce in {a}.",
        "Hi Anna, the cushions are made in {a}, see attached.",
        "Product of {a}",
        "Origin: {aa}",
        "Country of last substantial processing: {aa}",
        "Country of final manufacture {a}",
        "Country of manufacture | {a}",
        "Where is the cushion made? {a}.",
        "Where is the product manufactured?\n{a}",
        "Q: Where are the cushions made?\nA: In {a}.",
        "1. In which country does final manufacturing take place?\n{a}",
        "1.1 Country of manufacture\n{a}",
    ),
}
_TWO = {
    "sv": (
        "Spinning: {a}, sömnad: {b}",
        "Spinning – {a}\nSömnad – {b}",
        "Våra produkter tillverkas i:\n- {a}\n- {b}",
        "Delarna tillverkas i följande länder:\n- {a}\n- {b}",
        "Del | Tillverkningsland\nStomme | {aa}\nÖverdrag | {bb}",
        "1.1 Tillverkningsland\n{a} och {b}",
    ),
    "en": (
        "Spinning: {a}, sewing: {b}",
        "Spinning – {a}\nSewing – {b}",
        "Our products are made in:\n- {a}\n- {b}",
        "Article | Description | COO\n1001 | Cushion | {aa}\n1002 | Chair | {bb}",
        "Process step | Location\nWeaving | {a}\nAssembly | {b}",
        "Country of origin: {aa}, {bb}",
    ),
}
_NONE = {
    "sv": (
        "Leveransland: {a}",
        "Arbetarna kommer från {a}.",
        "Vårt team i {a} reviderar fabriker.",
        "Vart skickas varan?\n{a}",
        "1.1 Leveransadress\n{a}",
        "Försäljning per land: {a}",
        "Vi formger kuddarna i {a}.",
    ),
    "en": (
        "Country of destination: {a}",
        "The test was made by a laboratory in {a}.",
        "If the cushion is made in {a}, state the factory.",
        "Our team in {a} audits factories.",
        "Name | Nationality\nA. Berg | {a}\nB. Lind | {b}",
        "Where is the product sold?\n{a}",
        "Country of registration: {a}",
    ),
}


def _countries(language: str, form: str, pair: tuple[str, str, str, str]) -> list[str]:
    a, first, b, second = pair
    text = form.format(a=a, b=b, aa=first, bb=second)
    found = nlp.find_claims([f"{_BEFORE[language]}{text}\n"], today=_TODAY)
    told = [claim for claim in found if claim.topic.startswith("ORIGIN.")]
    assert {claim.topic for claim in told} <= {"ORIGIN.COUNTRY"}, text
    assert {claim.stance for claim in told} <= {"affirmed"}, text
    return sorted(claim.value["country"] for claim in told if "country" in claim.value)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_form_tells_the_one_country_where_a_thing_is_made(language: str) -> None:
    for form, pair in product(_ONE[language], _PAIRS[language]):
        assert _countries(language, form, pair) == [pair[1]], form


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_form_tells_both_countries_of_two_steps(language: str) -> None:
    for form, pair in product(_TWO[language], _PAIRS[language]):
        assert _countries(language, form, pair) == sorted((pair[1], pair[3])), form


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_country_of_sales_people_or_papers_is_no_origin(language: str) -> None:
    for form, pair in product(_NONE[language], _PAIRS[language]):
        assert _countries(language, form, pair) == [], form


def test_a_place_of_making_that_is_kept_back_is_hedged() -> None:
    page = f"{_BEFORE['en']}We cannot disclose where the jacket is made.\n"
    found = nlp.find_claims([page], today=_TODAY)
    assert [(one.topic, one.stance, one.bearing) for one in found] == [
        ("ORIGIN.COUNTRY", "hedged", "risk")
    ]
