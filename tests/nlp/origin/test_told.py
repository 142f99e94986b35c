"""Where goods and materials come from, told in the ways that lists, letters and tables tell it."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.claims import Claim
from nlp.pipeline import read_pages

COUNTRY, MATERIAL, SITE = "ORIGIN.COUNTRY", "ORIGIN.MATERIAL", "ORIGIN.SITE"
MINERALS = "ORIGIN.MINERALS"


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


@pytest.mark.parametrize(
    ("page", "site", "country"),
    [
        (
            "The largest factory is Green Delta Knit in Gazipur, Bangladesh.",
            "Green Delta Knit",
            "BD",
        ),
        ("Lamporna görs av Cixi Bright Lamp i Cixi, Kina.", "Cixi Bright Lamp", "CN"),
        ("Organisation: Salem Loom Works, Erode, India", "Salem Loom Works", "IN"),
        ("Shelves: Boswell Timber (Pvt) Ltd, Plot 4, Kandy, Sri Lanka", "", "LK"),
        ("Frames are bent at Halden Tube Kolding, Denmark.", "Halden Tube Kolding", "DK"),
        ("Fabriken heter Alba Tex SRL och ligger i Iași, Rumänien.", "Alba Tex SRL", "RO"),
        ("Cups are fired at the Oakham works, England.", "Oakham works", "GB"),
        ("The audit took place at Merbau Panel Sdn Bhd in Ipoh.", "Merbau Panel Sdn Bhd", "MY"),
    ],
)
def test_a_firm_before_its_place_is_a_site(page: str, site: str, country: str) -> None:
    (claim,) = _told(page, SITE)
    assert claim.value["site"] == (site or "Boswell Timber (Pvt) Ltd")
    assert claim.value["country"] == country
    assert _told(page, COUNTRY) == []


@pytest.mark.parametrize(
    "page",
    [
        "Head office: Kestrel House Ltd, Leeds, United Kingdom",
        "Laboratorium: Nordanå Analys, Borås",
        "Bank: First Harbour Bank, Karachi, Pakistan",
        "Återförsäljare: Städ & Hem, Luleå",
        "Venue: Congress Centre West, Malmö",
        "Chairs come from Tamil Nadu and Kerala in India.",
        "The plant in Karur has a new manager.",
    ],
)
def test_offices_laboratories_banks_and_bare_places_are_no_sites(page: str) -> None:
    assert _told(page, SITE) == []


def test_two_firms_behind_one_key_are_two_sites() -> None:
    page = "Sites: Perai Panel Works, Perai, Malaysia and Batam Mould Works, Batam, Indonesia"
    told = [(claim.value["site"], claim.value["country"]) for claim in _told(page, SITE)]
    assert told == [("Perai Panel Works", "MY"), ("Batam Mould Works", "ID")]
    assert _told(page, COUNTRY) == []


@pytest.mark.parametrize(
    ("page", "country"),
    [("The lids are moulded in lndonesia.", "ID"), ("Locken pressas i Ita1ien.", "IT")],
)
def test_a_letter_that_a_scan_mistakes_hides_no_country(page: str, country: str) -> None:
    assert _countries(page, COUNTRY) == [country]


def test_whom_a_complaint_may_be_told_to_is_no_withheld_site() -> None:
    assert _told("Namnet får inte lämnas ut till fabriken.", SITE) == []


def test_rows_of_makers_name_the_maker_alone_and_those_withheld() -> None:
    page = (
        "Steg | Namn | Ort | Land\n"
        "1 | Sömnad, Limmared Stitch Lda | Braga | Portugal\n"
        "2 | Foshan Neo Foam | Foshan | Kina\n"
        "3 | Okänd | - | -\n"
    )
    told = [(c.value.get("site"), c.value.get("country"), c.stance) for c in _told(page, SITE)]
    assert told == [
        ("Limmared Stitch Lda", "PT", "affirmed"),
        ("Foshan Neo Foam", "CN", "affirmed"),
        (None, None, "hedged"),
    ]


def test_rows_of_pay_are_no_lists_of_sites() -> None:
    page = "Fabrik | Lägsta lön | Levnadslön\nHat Yai Rubber, Thailand | 9 900 THB | 13 200\n"
    assert _told(page, SITE) == []
    assert _told(page, COUNTRY) == []


@pytest.mark.parametrize(
    ("page", "countries"),
    [
        ("Lamps are made in Spain, shades in Italy and cords in Turkey.", ["ES", "IT", "TR"]),
        ("The bags are sewn in Taiwan, China.", ["TW"]),
        ("Knivarna slipas i Solingen.", ["DE"]),
        ("The trays are moulded in Nantong.", ["CN"]),
        ("The cables are assembled in the US.", ["US"]),
        ("Stolarna är kosovanska.", ["XK"]),
        ("Made in P. R. China.", ["CN"]),
        ("The felt is produced in Hunan.", ["CN-HN"]),
    ],
)
def test_places_by_many_names_tell_their_country(page: str, countries: list[str]) -> None:
    assert _countries(page, COUNTRY) == countries


@pytest.mark.parametrize(
    "page",
    ["The blades are polish and bright.", "Made for us by hand.", "Reading made easy."],
)
def test_words_that_are_places_only_with_a_capital_are_none_without(page: str) -> None:
    assert _told(page, COUNTRY) == []


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("The figs are grown in Anatolia and the raisins in Iran.", [("IR", "raisin")]),
        ("Tulips: the Netherlands.", [("NL", "tulip")]),
        ("Limfärgen görs av kaolin från England.", [("GB", "kaolin")]),
        ("Granen kommer från norsk och finsk skog.", [("NO", "spruce"), ("FI", "spruce")]),
        ("Chile accounts for most of the copper.", [("CL", "copper")]),
        ("Oats of Canadian origin are not used.", [("CA", "oats")]),
        ("Zeoliten bryts i Slovakien.", [("SK", "zeoliten")]),
    ],
)
def test_raw_materials_come_from_woods_mines_and_farms(
    page: str, told: list[tuple[str, str]]
) -> None:
    claims = _told(page, MATERIAL)
    found = [(c.value["country"], c.value["material"]) for c in claims]
    assert all(one in found for one in told)


def test_a_sentence_goes_on_about_the_material_before_it() -> None:
    page = "The rubber is from Thailand. A share may be Burmese.\n"
    told = [(c.value["country"], c.value["material"]) for c in _told(page, MATERIAL)]
    assert told[0] == ("TH", "natural_rubber")
    page = "Marmorn kommer från Italien. Numera bryts den i Grekland.\n"
    told = [(c.value["country"], c.value["material"]) for c in _told(page, MATERIAL)]
    assert told == [("IT", "marble"), ("GR", "marble")]


def test_a_row_of_a_material_no_pack_names_has_its_place_and_its_model() -> None:
    page = "Del | Träslag | Ursprung | Modell\nRibba | pärlträ | Ungern | massbalans\n"
    told = [dict(claim.value) for claim in _told(page, MATERIAL)]
    assert {"material": "pärlträ", "model": "mass_balance"} in told
    assert {"material": "pärlträ", "country": "HU"} in told


@pytest.mark.parametrize(
    ("page", "mineral"),
    [
        ("The origin of the cobalt in the cells is not known.", "cobalt"),
        ("Guldets ursprung har inte kunnat spåras.", "gold"),
        ("Fyra tennsmältverk är inte granskade.", "tin"),
        ("Suppliers shall exercise due diligence on mica.", "mica"),
        ("Del | Metall | Används?\nKondensator | tantal | ja\n", "tantalum"),
    ],
)
def test_minerals_are_claimed_by_smelters_sources_and_tables(page: str, mineral: str) -> None:
    (claim,) = _told(page, MINERALS)
    assert claim.value["mineral"] == mineral
    assert _told(page, MATERIAL) == []


def test_answers_to_an_inquiry_are_of_its_minerals() -> None:
    page = "CONFLICT MINERALS REPORT\n\nAnswers came from 40 of 44 suppliers.\n"
    (claim,) = _told(page, MINERALS)
    assert claim.value["mineral"] == "3tg"


@pytest.mark.parametrize(
    ("page", "minerals"),
    [
        ("The boards hold tin, tantalum, tungsten and gold, traced to smelters.", ["3tg"]),
        ("Korten innehåller tenn, tantal, volfram och guld från smältverk.", ["3tg"]),
        (
            "The boards hold tin, cobalt and gold, all traced to smelters.",
            ["cobalt", "gold", "tin"],
        ),
    ],
)
def test_all_the_conflict_minerals_of_the_pack_are_one_claim(
    page: str, minerals: list[str]
) -> None:
    assert sorted(claim.value["mineral"] for claim in _told(page, MINERALS)) == minerals


def test_people_at_a_pit_are_no_claim_about_its_mineral() -> None:
    assert _told("Children may be working at small cobalt mines.", MINERALS) == []


@pytest.mark.parametrize(
    ("page", "countries"),
    [
        ("ORIGIN\n\nMade in Ireland. Lids from stock are not included.\n", ["IE"]),
        ("Husking is carried out in Ghana.", ["GH"]),
        ("Torkningen sker i Chile.", ["CL"]),
        ("The goods originate in Jordan.", ["JO"]),
        ("Origin\n\nBuckles are bought from Taiwan.\n", ["TW"]),
        ("Country of manufacture: Slovakia", ["SK"]),
        ("Del | Land | Underlag\nSnöre | Polen | faktura\n", ["PL"]),
        ("Land för slutmontering? | Laos (sladdar), Japan (kort)\n", ["LA", "JP"]),
        ("Where our products are made\n\nVietnam      34%\nIndia      12%\n", ["VN", "IN"]),
    ],
)
def test_a_country_is_told_by_processes_purchases_answers_and_shares(
    page: str, countries: list[str]
) -> None:
    assert _countries(page, COUNTRY) == countries


@pytest.mark.parametrize(
    "page",
    [
        "Repairs are carried out in Leeds.",
        "Reparationer görs i Borås.",
        "Kontor\n\nMöten görs i Lund.\n",
        "The plant in Pune employs ninety people under 25.",
        "The manual is translated into Spanish.",
        "Process | Place\nDesign | Bergen\n",
        "Arbetsplats | Lön\nSömnad, Polen | 4 100 zloty\n",
    ],
)
def test_repairs_offices_designs_and_pay_are_no_origin(page: str) -> None:
    assert _told(page, COUNTRY) == []


@pytest.mark.parametrize(
    "page",
    [
        "Country of manufacture of the clock: not disclosed by the trader.",
        "Tillverkningslandet skiftar mellan partierna.",
        "2. Origin\n\nLids: Poland.\nHinges: depends on the order.\n",
        "Del | Land\nKnapp | vet ej\n",
        'Ursprung för dragkedjan anges som "Asien".',
    ],
)
def test_a_country_nobody_tells_is_hedged(page: str) -> None:
    claim = _told(page, COUNTRY)[-1]
    assert (claim.stance, claim.bearing, dict(claim.value)) == ("hedged", "risk", {})


def test_cells_that_tell_a_step_each_are_claims_of_their_own() -> None:
    page = "Vest | knitted in Peru | dyed in Chile\nCoat | woven in Italy | sewn in Albania\n"
    assert _countries(page, COUNTRY)[-2:] == ["IT", "AL"]


def test_a_part_from_a_nameless_maker_is_told_by_its_country() -> None:
    page = "Del | Tillverkare | Land\nSladd | ej namngiven | Thailand\n"
    (claim,) = _told(page, COUNTRY)
    assert (claim.value["country"], claim.stance) == ("TH", "affirmed")
    assert _told(page, SITE) == []


@pytest.mark.parametrize(
    ("page", "topic", "value"),
    [
        (
            "Fråga | Svar | Underlag\nVar monteras lampan? | Ungern | faktura\n",
            COUNTRY,
            {"country": "HU"},
        ),
        (
            "Fråga | Svar | Underlag\nVarifrån kommer bomullen? | Benin | intyg\n",
            MATERIAL,
            {"country": "BJ", "material": "cotton"},
        ),
    ],
)
def test_a_form_with_heads_is_answered_too(page: str, topic: str, value: dict[str, str]) -> None:
    (claim,) = _told(page, topic)
    assert dict(claim.value) == value


def test_the_same_work_by_us_is_a_site_with_a_town_and_a_country_without() -> None:
    assert _countries("Locken gjuts av oss i Sverige.", COUNTRY) == ["SE"]
    head = "BERGA PLAST AB\n\n"
    (claim,) = _told(head + "Montering och packning görs av oss i Tibro, Sverige.\n", SITE)
    assert claim.value["country"] == "SE"


def test_an_oil_refinery_is_no_smelter() -> None:
    assert _told("Bitumenet kommer från ett raffinaderi i Estland.", MINERALS) == []


def test_an_address_in_its_own_column_is_no_name() -> None:
    page = "Namn | Adress | Land\nAnka Garn JSC | Sanayi Park 3, Denizli | Turkiet\n"
    (claim,) = _told(page, SITE)
    assert claim.value["site"] == "Anka Garn JSC"
