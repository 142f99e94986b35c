"""A works with its town is a site, whosever it is; a country alone is a country."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

COUNTRY, MATERIAL, SITE = "ORIGIN.COUNTRY", "ORIGIN.MATERIAL", "ORIGIN.SITE"


def _countries(page: str, topic: str) -> list[str]:
    return sorted(claim.value.get("country", "") for claim in claims(page, topic))


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Brickorna tillverkas på fabriken i Aveiro, Portugal.", "PT"),
        ("All produktion sker i fabriken i Hanoi, Vietnam.", "VN"),
        ("Kapporna sys i ateljén i Borås.", "SE"),
        ("Pennorna monteras i vårt eget sömmeri i Malmö.", "SE"),
        ("The stools are welded at the plant in Brno, Czech Republic.", "CZ"),
        ("Our mugs are glazed and made in our unit at Porto, Portugal.", "PT"),
        ("The pads are produced on our lines 3 and 4 at Budapest, Hungary.", "HU"),
        ("The lamps are assembled at our site in Aarhus, Denmark.", "DK"),
    ],
)
def test_goods_made_at_a_works_in_a_town_tell_a_site(sentence: str, country: str) -> None:
    assert _countries(sentence, SITE) == [country]
    assert _countries(sentence, COUNTRY) == []


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Varorna tillverkas i fabriken i Kina.", "CN"),
        ("The goods are sewn in the factory in Bangladesh.", "BD"),
        ("The goods are made in our units in China.", "CN"),
        ("Möblerna görs i Polen och hämtas på anläggningen i Borås.", "PL"),
    ],
)
def test_a_works_in_a_country_tells_the_country(sentence: str, country: str) -> None:
    assert _countries(sentence, COUNTRY) == [country]
    assert _countries(sentence, SITE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi besökte fabriken i Wuhan.",
        "The canteen at the mill in Oulu was closed.",
        "Mötet hölls på anläggningen i Borås.",
        "Lunch is served at our site in Leeds.",
        "Kontraktet skrevs under i verkstaden i Malmö.",
    ],
)
def test_a_works_where_nothing_is_made_is_no_site(sentence: str) -> None:
    assert claims(sentence, SITE) == []


def test_the_firm_whose_paper_it_is_keeps_its_whole_name() -> None:
    page = (
        "Stolfabriken i Bodafors AB\n\nUppgifter om varor\n\nStolarna görs i vår fabrik i Bodafors."
    )
    assert [claim.value.get("site") for claim in claims(page, SITE)] == [
        "Stolfabriken i Bodafors AB"
    ]


@pytest.mark.parametrize(
    ("page", "countries"),
    [
        ("Ursprungsland\n\nPärm i plast: Polen\nLim 40 ml: Italien\nBlock: Finland", "FI IT PL"),
        (
            "Country of manufacture\n\nPlastic cup: Poland\nComb: Italy\nTray: Finland",
            "FI IT PL",
        ),
        ("3. Ursprung\n3.2 Batteri: Japan\n3.3 Hölje: Estland", "EE JP"),
        ("3. Origin\n3.2 Battery: Japan\n3.3 Casing: Estonia", "EE JP"),
        ("Dioderna är koreanska och höljet pressas i Estland.", "EE KR"),
    ],
)
def test_each_line_of_a_list_of_parts_tells_its_own_country(page: str, countries: str) -> None:
    assert _countries(page, COUNTRY) == countries.split()


@pytest.mark.parametrize(
    "page",
    [
        "Land | Ort | Telefon | Språk\nSverige | Malmö | 040-55 | sv\nPolen | Łódź | 58 22 | pl",
        "Country | Town | Telephone\nSweden | Malmö | 040 55 11\nPoland | Gdynia | 58 22 33",
        "Land | Besök | Avvikelser\nKina | 3 | 14\nTurkiet | 2 | 5",
        "Country | Visits | Findings\nChina | 3 | 14\nTurkey | 2 | 5",
    ],
)
def test_where_to_ring_and_how_many_visits_are_no_origin(page: str) -> None:
    assert claims(page, COUNTRY) == []


@pytest.mark.parametrize(
    "page",
    [
        "Artikel | Tillverkningsland | Besök\nStol | Kina | 2\nBord | Polen | 1",
        "Article | Country of manufacture\nChair | China\nTable | Poland",
    ],
)
def test_a_column_of_countries_of_goods_still_tells_them(page: str) -> None:
    assert _countries(page, COUNTRY) == ["CN", "PL"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kinesisk bomull från Xinjiang används inte.",
        "No Chinese cotton from Xinjiang is used.",
    ],
)
def test_a_country_s_adjective_before_its_region_is_no_second_origin(sentence: str) -> None:
    assert _countries(sentence, MATERIAL) == ["CN-XJ"]
