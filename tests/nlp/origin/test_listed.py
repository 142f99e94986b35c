"""Works on lines of their own, in the names of which a country stands, and in what is told of."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

Told = list[tuple[str, str]]


def sites(page: str) -> Told:
    """The name and the country of each site of a page, in order."""
    found = claims(page, "ORIGIN.SITE")
    return [(claim.value.get("site", ""), claim.value.get("country", "")) for claim in found]


def _countries(page: str) -> list[str]:
    return sorted(claim.value.get("country", "") for claim in claims(page, "ORIGIN.COUNTRY"))


def test_a_works_is_placed_by_the_line_below_its_name() -> None:
    page = "Rivertex Garments\n\nCountry: Cambodia\nIssues: overtime, wages\n"
    (claim,) = claims(page, "ORIGIN.SITE")
    assert page[claim.start : claim.end] == "Rivertex Garments\n\nCountry: Cambodia"
    assert sites(page) == [("Rivertex Garments", "KH")]
    assert _countries(page) == []


def test_a_form_names_a_works_and_tells_its_country_further_down() -> None:
    page = (
        "Facility Name: Rivertex Apparels Limited Legal Status: private\n"
        "Year of opening: 2011\nCity: Phnom Penh\nCountry: Cambodia\n"
    )
    assert sites(page) == [("Rivertex Apparels Limited", "KH")]
    assert _countries(page) == []


def test_the_next_line_of_a_form_is_no_part_of_a_name() -> None:
    page = "Factory: Alder Weaving Ltd\nLocation: Bursa, Turkey\nNumber of workers: 120\n"
    (claim,) = claims(page, "ORIGIN.SITE")
    assert claim.value["site"] == "Alder Weaving Ltd"
    assert "Number" not in page[claim.start : claim.end]


def test_swedish_works_are_placed_by_their_own_keys() -> None:
    page = "Våra fabriker\n\nPamuk Tekstil\nPlats: Izmir, Turkiet\nAntal anställda: 120\n"
    assert sites(page) == [("Pamuk Tekstil", "TR")]


def test_a_list_of_makers_tells_each_of_them() -> None:
    page = (
        "Our factories\n\nAlpha Knit Ltd, Dhaka, Bangladesh\nDelta Weaving Co., Ltd, Hefei, China\n"
    )
    assert sites(page) == [("Alpha Knit Ltd", "BD"), ("Delta Weaving Co., Ltd", "CN")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Tier 1: Alder Exports Pvt Ltd, Bangalore, India", ("Alder Exports Pvt Ltd", "IN")),
        ("Väveri: Lund Tekstil, Bursa, Turkiet", ("Lund Tekstil", "TR")),
        ("Our main supplier is Textil Nova, located in Porto, Portugal.", ("Textil Nova", "PT")),
    ],
)
def test_a_name_is_a_maker_by_the_role_before_it(line: str, told: tuple[str, str]) -> None:
    assert sites(line) == [told]


def test_a_line_of_a_list_may_go_on_behind_the_place() -> None:
    page = "Our suppliers\n\nHefei Lights Co., Ltd (China) – 320 workers – lamps\n"
    assert sites(page) == [("Hefei Lights Co., Ltd", "CN")]


@pytest.mark.parametrize("sentence", ["Pipes are extruded at our works in Worksop, England."])
def test_where_a_works_of_our_own_is_tells_no_country_besides(sentence: str) -> None:
    assert len(sites(sentence)) == 1
    assert _countries(sentence) == []


@pytest.mark.parametrize(
    "page",
    [
        "Contact our supplier desk\n\nOsterholm Systems GmbH, Am Speicher 4, Leipzig, Germany\n",
        "Write to the factory manager\n\nRowan Textiles Ltd, Galway, Ireland\n",
        "Complaints about makers\n\nPO Box 30, Utrecht, Netherlands\n",
    ],
)
def test_an_address_to_write_to_is_no_works(page: str) -> None:
    assert sites(page) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A complaint was filed by workers at Rowan Apparel Honduras (RAH).",
         ("Rowan Apparel Honduras", "HN")),
        ("The Hanselo Vietnam factory was closed for a week.", ("Hanselo Vietnam factory", "VN")),
        ("The assessment at Sunrise Apparel in Phnom Penh found unpaid overtime.",
         ("Sunrise Apparel", "KH")),
        ("We heard from workers at Rising Garments, a supplier in Jordan.",
         ("Rising Garments", "JO")),
        ("Norton Bearing Ltd manufactures bearings in Guelph, Canada.",
         ("Norton Bearing Ltd", "CA")),
        ("Arbetare vid Pamuk Tekstil i Izmir, Turkiet, saknar kontrakt.", ("Pamuk Tekstil", "TR")),
    ],
)  # fmt: skip
def test_a_works_is_told_where_it_is_spoken_of(sentence: str, told: tuple[str, str]) -> None:
    assert sites(sentence) == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Vietnam factory was closed for a week.",
        "Employers must not discriminate on the basis of race, national origin or religion.",
        "Ingen får diskrimineras på grund av etniskt ursprung, kön eller ålder.",
    ],
)
def test_a_land_before_factory_and_the_origin_of_people_name_no_works(sentence: str) -> None:
    assert [name for name, _ in sites(sentence) if name] == []
    assert claims(sentence, "ORIGIN.MATERIAL") == []
