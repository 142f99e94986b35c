"""Where goods and materials come from, told in the ways that lists, letters and tables tell it."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.claims import Claim
from nlp.pipeline import read_pages

COUNTRY, MATERIAL, SITE = "ORIGIN.COUNTRY", "ORIGIN.MATERIAL", "ORIGIN.SITE"


def _told(page: str, topic: str) -> list[Claim]:
    """The claims of one topic that the rules alone make."""
    read = read_pages([page], today=date(2025, 6, 1))
    return [g.claim for one in read for g in one.grounds if g.claim.topic == topic]


def _countries(page: str, topic: str) -> list[str]:
    return [claim.value.get("country", "") for claim in _told(page, topic)]


@pytest.mark.parametrize(
    ("page", "country"),
    [
        ("Hinges: Austria.", "AT"),
        ("Gångjärn: Österrike.", "AT"),
        ("The handles and knobs are Danish.", "DK"),
        ("Skruvarna är spanska.", "ES"),
        ("The lampshades are blown in Slovenia.", "SI"),
        ("Skärmarna strängsprutas i Lettland.", "LV"),
    ],
)
def test_a_country_of_a_part_is_told_by_a_key_an_adjective_or_a_process(
    page: str, country: str
) -> None:
    assert _countries(page, COUNTRY) == [country]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("The lids contain Norwegian and Chilean pulp.", [("NO", "pulp"), ("CL", "pulp")]),
        ("Hyllan görs av finsk björk.", [("FI", "birch")]),
        ("Estnisk björk används inte.", [("EE", "birch")]),
        ("The wool is Uruguayan.", [("UY", "wool")]),
    ],
)
def test_a_material_takes_the_adjectives_before_it(page: str, told: list[tuple[str, str]]) -> None:
    claims = _told(page, MATERIAL)
    assert sorted((c.value["country"], c.value["material"]) for c in claims) == sorted(told)


@pytest.mark.parametrize(
    "page",
    [
        "Varifrån sillen kommer framgår inte.",
        "The origin of the granite has not been traced.",
        "Vaniljens ursprung är hemligt.",
    ],
)
def test_an_origin_nobody_tells_is_hedged_and_a_risk(page: str) -> None:
    (claim,) = _told(page, MATERIAL)
    assert (claim.stance, claim.bearing) == ("hedged", "risk")


def test_a_model_of_custody_needs_no_material_beside_it() -> None:
    page = "The oak comes from Croatia.\n\nThe rest is sold under a mass balance programme.\n"
    (claim,) = [claim for claim in _told(page, MATERIAL) if "model" in claim.value]
    assert dict(claim.value) == {"material": "oak", "model": "mass_balance"}


@pytest.mark.parametrize(
    ("page", "site"),
    [
        ("Lådorna limmas av Björkdalen Snickeri i Hönsaryd.", "Björkdalen Snickeri"),
        ("The trays are pressed by Alder Valley Moulding in Oakbridge.", "Alder Valley Moulding"),
        ("Site covered: Ostrava Steel Furniture, Ostrava, Czechia", "Ostrava Steel Furniture"),
        ("Granskad enhet: Alento Confecções, Braga, Portugal", "Alento Confecções"),
    ],
)
def test_a_maker_by_name_is_a_site_in_a_town_no_pack_knows_too(page: str, site: str) -> None:
    (claim,) = _told(page, SITE)
    assert claim.value["site"] == site
    assert _told(page, COUNTRY) == []


def test_a_row_of_firm_and_town_is_a_site_under_any_heads() -> None:
    page = "Steg   Bolag   Ort   Personal\nVävning   Lino Baltica UAB   Alytus, Litauen   80\n"
    (claim,) = _told(page, SITE)
    assert dict(claim.value) == {"country": "LT", "site": "Lino Baltica UAB"}


@pytest.mark.parametrize(
    "page",
    [
        "Forty workers come from Nepal and India.",
        "Den medföljande handboken är skriven på tyska.",
        "The manager of the factory in Pune has left.",
        "Kontakt: Malmö.",
        "Notices were printed in Bengali and English.",
    ],
)
def test_people_languages_and_towns_in_passing_are_no_origin(page: str) -> None:
    assert _told(page, COUNTRY) == []
    assert _told(page, MATERIAL) == []
