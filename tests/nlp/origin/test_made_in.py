"""Where things are made: shares by country, plain verbs of making, towns and wider regions."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims


def countries(page: str) -> list[str]:
    """The countries that are told for goods, "" for a region without a code."""
    found = claims(page, "ORIGIN.COUNTRY")
    return sorted(claim.value.get("country", "") for claim in found if claim.stance == "affirmed")


@pytest.mark.parametrize(
    "page",
    [
        "Where our lamps are made\n\n62% Poland\n21 % Vietnam\n17 percent India\n",
        "Our manufacturers\n\n62 PCT. Poland\n21 PCT. Vietnam\n17 PCT. India\n",
        "Här tillverkas våra lampor\n\nPolen: 62 %\nVietnam: 21 %\nIndien: 17 procent\n",
    ],
)
def test_shares_of_making_are_told_line_by_line(page: str) -> None:
    assert countries(page) == ["IN", "PL", "VN"]


@pytest.mark.parametrize(
    "page",
    [
        "Our suppliers are located in:\n- Poland\n- Vietnam (two sites)\n- India: 12 %\n",
        "Vi köper från:\n- Polen\n- Vietnam\n- Indien\n",
    ],
)
def test_the_items_of_a_list_of_lands_are_where_makers_are(page: str) -> None:
    assert countries(page) == ["IN", "PL", "VN"]


def test_a_list_of_lands_that_were_visited_tells_no_making() -> None:
    page = "During the year we visited suppliers in:\n- Poland\n- Vietnam\n"
    assert [claim.rule for claim in claims(page, "ORIGIN.COUNTRY")] == []


@pytest.mark.parametrize(
    "page",
    [
        "Net sales of our manufacturing arm\n\nPoland 62 %\nVietnam 21 %\n",
        "Anställda i våra fabriker\n\nPolen 62 %\nVietnam 21 %\n",
    ],
)
def test_shares_of_sales_and_people_are_none_of_making(page: str) -> None:
    assert [claim.rule for claim in claims(page, "ORIGIN.COUNTRY")] == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The company crafts rings in Rhode Island.", ["US-RI"]),
        ("We make our chairs in Denmark.", ["DK"]),
        ("Våra stolar gör vi i Danmark.", ["DK"]),
        ("We moved our production from Norway to Portugal.", ["PT"]),
        ("Våra leverantörer finns idag i Portugal, följt av Polen.", ["PL", "PT"]),
        ("Designed in Sweden, made in Estonia.", ["EE"]),
        ("Produktionsland: Indien", ["IN"]),
        ("Möblerna tillverkas i den polska staden Olsztyn.", ["PL"]),
        ("The clamps are forged in the Pakistani city of Sialkot.", ["PK"]),
        ("Ungefär 70 % av produktionen sker i Kina, resten i Turkiet.", ["CN", "TR"]),
        ("Idag tillverkas 80 % av våra lampor i Europa och 20 % i Kina.", ["", "CN"]),
        ("We source goods, including when a broker imports them, from Peru and Chile.",
         ["CL", "PE"]),
        ("We source goods from Peru, Cte d'Ivoire, Mexico and Chile.", ["CL", "MX", "PE"]),
    ],
)  # fmt: skip
def test_making_is_told_by_plain_verbs(sentence: str, wanted: list[str]) -> None:
    assert countries(sentence) == wanted


def test_countries_of_making_that_nobody_knows_are_in_doubt() -> None:
    (claim,) = claims("We do not know in which countries the parts are made.", "ORIGIN.COUNTRY")
    assert (claim.stance, claim.bearing) == ("hedged", "risk")


def test_goods_that_pass_customs_are_not_told_to_be_made() -> None:
    assert claims("Imports from Peru and Chile are cleared by our broker.", "ORIGIN.COUNTRY") == []
