"""The kind of page its title tells: what it says is read accordingly."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.genres import GUIDE, GUIDED, LESSON, TRADE
from nlp.layout.lines import CAPTION
from nlp.pipeline import find_claims, read_pages

TODAY = date(2026, 4, 1)


def genres(*pages: str) -> list[str]:
    """The genre of each page."""
    return [page.genre for page in read_pages(pages, today=TODAY)]


TITLES = [
    ("ORDER CONFIRMATION No. 118\nTrays, 40 pcs\n", TRADE),
    ("Följesedel 2025-17\nHandskar, 20 askar\n", TRADE),
    ("Spring courses 2026\nForced labour and how to see it. One day.\n", LESSON),
    ("Ordlista\nPFAS: högfluorerade ämnen.\n", LESSON),
    ("Så fyller du i svarsbilagan\nSvara på alla frågor.\n", GUIDE),
    ("NORDIC STORES\nGuide for suppliers, part 2\nThe dock opens at six.\n", GUIDE),
    ("CERTIFICATE OF INSURANCE\nExcess: 2,500 pounds\n", GUIDE),
    ("Tilldelningsbeslut\nFem anbud kom in.\n", GUIDE),
    ("WORKSHEET 4: METALS\nMercury is liquid.\n", LESSON),
    ("Country profile: Vietnam\n\nThe minimum wage rose.\n", LESSON),
    ("Branschblad 2: handskar\n\nLatex kan ge allergi.\n", LESSON),
    ("METODBLAD 9 – ftalater\nProvet löses i hexan.\n", LESSON),
    ("Privacy and cookies\nComplaints go to the authority.\n", GUIDE),
    ("Garantivillkor för hushållsmaskiner\nDepositionen är 60 kr.\n", GUIDE),
    ("VI SÖKER EN INKÖPARE\nDu svarar på frågor om barnarbete.\n", LESSON),
    ("Prislista 12, gäller från 1 mars\nMutter, 4 kr\n", TRADE),
    ("Trade price list 12, carriage free\nUnion nut, 4.10\n", TRADE),
    ("Audit report\nFoundry, Ludhiana\nNo child was seen.\n", ""),
    ("Method and results\nLead was found in two of nine samples.\n", ""),
    ("Så söker vi efter barnarbete\nIngen under 15 år arbetar hos oss.\n", ""),
    ("Våra löner, gäller från 1 mars\nAlla får minimilön.\n", ""),
    ("Our privacy at work\nNo passports are kept.\n", ""),
    ("Our workers had a training course in May.\n", ""),
]


@pytest.mark.parametrize(("page", "genre"), TITLES)
def test_the_title_of_a_page_tells_its_genre(page: str, genre: str) -> None:
    assert genres(page) == [genre]


def test_a_numbered_section_goes_on_in_the_genre_of_the_page_before() -> None:
    pages = ["Guide for suppliers\n1. Orders\nConfirm them.\n", "2. Docks\nThey open at six.\n"]
    assert genres(*pages) == [GUIDE, GUIDED]


def test_a_page_with_a_title_of_its_own_does_not() -> None:
    pages = ["Guide for suppliers\nConfirm orders.\n", "CERTIFICATE\nHolder: Mill Ltd.\n"]
    assert genres(*pages) == [GUIDE, ""]


def test_a_heading_inside_a_report_makes_no_lesson_of_it() -> None:
    pages = ["Report\nThe mill was seen.\n", "7. Glossary\nPay: the wage.\n8. Pay\nIt is late.\n"]
    assert genres(*pages) == ["", ""]


def test_a_page_of_other_centuries_is_a_lesson() -> None:
    page = "The weavers' street\nIn 1874 the mill had 412 looms. Children came in 1833.\n"
    assert genres(page) == [LESSON]


LESSONS = [
    "Newsletter, week 41\n\nForced labour was found on three farms.\n",
    "Utbildningar hösten 2026\n\nTvångsarbete, barnarbete och löner i leveranskedjan.\n",
]


LESSONS += [
    "Vacancy: buyer\n\nYou brief others on forced labour in cotton.\n",
    "Platsannons: inköpare\n\nDu svarar på frågor om barnarbete och löner.\n",
    "Country note 4: Freedonia\n\nUnions are weak. Fourteen is the general minimum age.\n",
    "Landprofil: Atlantis\n\nMånga barn arbetar i jordbruket. Minimilönen är 90 dollar.\n",
    "Worksheet 6: metals\n\nCadmium gives a yellow pigment. Mercury was found in thermometers.\n",
    "Instuderingsblad, kemi\n\nFtalater gör plasten mjuk. Bly användes i rör.\n",
    "Reading list\n\nM. Ash: Child labour in the mills.\n",
    "Studiecirkel, träff 3\n\nStrejken bröts och lönerna sänktes.\n",
]


@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_claims_nothing_of_its_own_accord(page: str) -> None:
    assert find_claims([page], today=TODAY) == []


OF_ITS_OWN = [
    ("Newsletter, week 41\n\nWe have no child labour in our mills.\n", "LAB.CHILD"),
    ("Landprofil: Atlantis\n\nVi anlitar ingen under 15 år i vår fabrik.\n", "LAB.CHILD"),
    ("Country note 4: Freedonia\n\nOur workers are members of a union.\n", "LAB.UNION"),
    ("Branschblad 2: handskar\n\nVåra handskar innehåller latex.\n", "CHEM.GROUP"),
    ("Warranty and returns\n\nWorkers must be at least 15 years old.\n", "LAB.CHILD"),
    ("Garantivillkor\n\nVarorna är fria från ftalater.\n", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), OF_ITS_OWN)
def test_what_a_lesson_or_guide_says_of_its_own_firm_is_claimed(page: str, topic: str) -> None:
    assert {claim.topic for claim in find_claims([page], today=TODAY)} == {topic}


GUIDES = [
    "Welcome, visitors\n\nFirst-aid boxes hang at dock 3. Hydrofluoric acid burns the skin.\n",
    "BLANKETT\nLägsta ålder: ........ år\nTillverkningsland: ..............\n",
    "Anvisningar till anbudsgivaren\n\nMervärde ges om handskarna är fria från ftalater.\n",
]


GUIDES += [
    "Privacy and cookies\n\nComplaints about personal data go to the authority.\n",
    "Integritet och säkerhet\n\nKlagomål om personuppgifter lämnas till dataskyddsombudet.\n",
    "Warranty and returns\n\nLoan machines carry a deposit of 60 pounds.\n",
    "Garantivillkor\n\nFör lånemaskiner tas en deposition om 600 kr.\n",
]


@pytest.mark.parametrize("page", GUIDES)
def test_a_guide_tells_the_reader_and_claims_nothing(page: str) -> None:
    assert find_claims([page], today=TODAY) == []


def test_what_a_guide_says_of_workers_is_claimed() -> None:
    page = "Supplier guide\n\nWorkers must be at least 15 years old.\n"
    assert {claim.topic for claim in find_claims([page], today=TODAY)} == {"LAB.CHILD"}


TRADES = [
    "INVOICE 4410\n\nTotal to pay 1,680 EUR. Late payment is charged at 8 %.\n",
    "Orderbekräftelse\n\nAtt betala 21 675 kr. Betalningsvillkor 30 dagar.\n",
]


@pytest.mark.parametrize("page", TRADES)
def test_money_in_a_paper_of_trade_is_no_wage(page: str) -> None:
    assert find_claims([page], today=TODAY) == []


def test_the_origin_in_a_paper_of_trade_is_claimed() -> None:
    page = "INVOICE 4410\n\nTrays, 40 pcs. Made in Vietnam.\n"
    assert {claim.topic for claim in find_claims([page], today=TODAY)} == {"ORIGIN.COUNTRY"}


CONTENTS = (
    "CONTENTS\n\n4.1  No forced labour .................... 19\n"
    "4.2  Phthalate-free products ............. 20\n"
)


def kinds(page: str) -> list[str]:
    """The kinds of a page's units."""
    (read,) = read_pages([page], today=TODAY)
    return [unit.kind for unit in read.units]


def test_a_leader_to_a_page_or_to_nothing_is_a_line_apart_and_one_to_an_answer_is_not() -> None:
    assert find_claims([CONTENTS], today=TODAY) == []
    assert kinds("Youngest worker: ........ years\n") == [CAPTION]
    assert CAPTION not in kinds("Youngest worker: ........ a girl of 16 at the press\n")


@pytest.mark.parametrize(
    "line",
    [
        "Tvångsarbete – se ILO 29",
        '"Forced labour" and "child labour" are used as in ILO conventions 29 and 138.',
        "PFAS are substances containing at least one fully fluorinated carbon atom.",
        "PFAS är ämnen där minst en kolatom är helt fluorerad.",
        "PFOA and PFOS are listed as persistent organic pollutants under the Convention.",
        "The method does not distinguish between PFAS and inorganic fluoride.",
        "Metoden skiljer inte mellan PFAS och oorganisk fluor.",
        "Under the Labour Code overtime shall not exceed 40 hours per month.",
    ],
)
def test_what_words_methods_and_acts_mean_is_no_claim(line: str) -> None:
    assert not find_claims(["We make trays in two sizes for hospitals.\n\n" + line], today=TODAY)


def test_an_appendix_of_terms_explains_them() -> None:
    page = (
        "Appendix A - Key terms used\nDebt bondage: a person is forced to work to pay off a debt.\n"
    )
    assert not find_claims([page], today=TODAY)
