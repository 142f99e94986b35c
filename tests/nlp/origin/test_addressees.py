"""Whose paper it is, who asks and who answers: firms and people with a town, and no origin."""

from __future__ import annotations

from datetime import date

import pytest

from nlp import find_claims


def _origins(text: str) -> list[tuple[str, str]]:
    found = find_claims([text], today=date(2025, 6, 1))
    return [(c.topic[7:], c.value.get("country", "")) for c in found if c.topic[:6] == "ORIGIN"]


@pytest.mark.parametrize(
    "line",
    [
        "Köpare: Vårdmöbler i Borås AB",
        "Mottagare: Rumsglädje i Norrland AB, herr Nils Ek",
        "Anbudsgivare: Rena Golv i Malmö AB",
        "Svar från: Gardiner & Draperi i Borås AB",
        "Företag: Mätdon Sverige AB",
        "On behalf of: Grossisten i Lund AB",
        "Company: Shandong Bright Chemical Co., Ltd",
        "Respondent: Nordic Care Limited, Leeds",
        "Editor: Anne Hansen, Copenhagen",
        "Branches: Malmö, Oslo, Hamburg",
        "Plats: Poznań och Teams",
        "Union: Galway, recognised since 1981",
        "SR: Nils var i Gdynia i november",
    ],
)
def test_a_line_that_tells_who_it_is_names_no_origin(line: str) -> None:
    assert _origins(line) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ram: Polen", ("COUNTRY", "PL")),
        ("Dyna: Borås", ("COUNTRY", "SE")),
        ("Helmets: Italy", ("COUNTRY", "IT")),
        ("PP: Tyskland", ("COUNTRY", "DE")),
        ("Ursprungsland: Sverige", ("COUNTRY", "SE")),
        ("Slutmontering: Möbelbolaget i Tibro AB, Tibro, Sverige", ("SITE", "SE")),
        ("Stommen svetsas hos Stalmet Sp. z o.o. i Gdynia, Polen.", ("SITE", "PL")),
        ("The frames are welded by Stalmet Sp. z o.o. in Poznań, Poland.", ("SITE", "PL")),
        ("Factory: Stalmet Kwiat Sp. z o.o., Poznań, Poland", ("SITE", "PL")),
        ("The gloves are made by Vietnam Glove Co., Ltd.", ("COUNTRY", "VN")),
    ],
)
def test_a_line_that_tells_of_goods_names_one(line: str, told: tuple[str, str]) -> None:
    assert _origins(line) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "The average week in the packing section in Penang was 62 hours.",
        "Agency workers made up 17 per cent of the workforce in Nitra.",
        "Our regional team, which is based in Dhaka and Izmir, made a further 37 visits.",
        "Two agencies in Dhaka had turned away married women.",
        "Registreringen görs hos myndigheten i Helsingfors.",
        "Konfiguration och märkning görs i Göteborg.",
        "Such a scheme was discovered in December at one mill in Tamil Nadu.",
        "Fabriken i Thailand har bekostat alla nya rekryteringar.",
    ],
)
def test_what_happens_in_a_place_is_no_making(sentence: str) -> None:
    assert [topic for topic, _ in _origins(sentence) if topic == "COUNTRY"] == []


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Our products are made in two factories in China.", "CN"),
        ("The factory in Gdynia, Poland, was opened in 2004.", "PL"),
        ("The chairs come from a factory in Vietnam.", "VN"),
        ("Fabriken ligger i Polen.", "PL"),
        ("Förpackning sker i Danmark.", "DK"),
        ("Packing and sewing are done in Denmark.", "DK"),
        ("The firm was founded in Oslo and assembles its lamps in Gdynia, Poland.", "PL"),
        ("Produktionen utförs helt i anläggningen i Polen.", "PL"),
    ],
)
def test_making_in_a_place_is_an_origin(sentence: str, country: str) -> None:
    assert _origins(sentence) == [("COUNTRY", country)]
