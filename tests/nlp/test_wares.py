"""Rows with prices, lists of people and talk of forms claim nothing; what stands by them does."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

SILENT = [
    "What we offer\n\nService | Unit | Price\nTest for phthalates, eight | sample | 74\n",
    "Vad vi gör\n\nTjänst | Enhet | Pris\nAzofärger, 24 aminer | prov | 940\n",
    "What we offer\n\nService | Unit | Price\nGrievance hotline, set-up | year | 900\n",
    "Vad vi gör\n\nTjänst | Enhet | Pris\nArbete, övertid lördag | 6 h | 6 255\n",
    "Who to ask\n\nTask | Name | Phone\nQuestions on phthalates | Ann Lead | 555 0101\n",
    "Vem gör vad\n\nUppgift | Namn | Telefon\nKemikaliefrågor | Folke Bly | 555 01 02\n",
    "FAKTURA 4411        Fakturadatum 2025-06-11\n\nÖvertid debiteras med 900 kr.\n",
    "INVOICE 4411        Date 11 June 2025\n\nOvertime is charged at 90 pounds.\n",
    "The drop-down for phthalates is too long for a telephone.\n",
    "Blanketten om konfliktmineral går inte att öppna hos oss.\n",
    "The section on dormitories will be merged with the one on fire.\n",
    "Ftalaterna slås ihop i mallen, så att raden får plats.\n",
    '3. "Do you employ children?" invites one answer only.\n',
    '"Har ni barnarbete?" ger bara ett svar.\n',
    "Your question on PFAS has been passed on to the technical manager.\n",
    "Din fråga om PFAS har jag lagt vidare till tekniska avdelningen.\n",
    "I saw that you asked for working hours.\n",
    "Jag såg också att ni bett om arbetstider.\n",
    "Ordet hemarbete missförstås ofta.\n",
    "The term child labour is often misunderstood.\n",
    "The cushion is sold in a shade named arsenic.\n",
    "En grön nyans som vi kallar arsenik dominerar i år.\n",
    "Complaints about the form itself were mostly on its colour.\n",
    "Klagomål om personuppgifter lämnas till myndigheten.\n",
    "We sell union nuts and union tees in brass.\n",
    "Den obetalda fakturan möttes med hot om inkasso.\n",
]


@pytest.mark.parametrize("page", SILENT)
def test_what_is_sold_reached_or_filled_in_claims_nothing(page: str) -> None:
    assert topics(page) == set()


CLAIMED = [
    ("Our range\n\nProduct | Unit | Price\nHand cream, paraben-free | tube | 74\n", "CHEM.GROUP"),
    ("Sortiment\n\nVara | Enhet | Pris\nHandskar, innehåller latex | ask | 94\n", "CHEM.GROUP"),
    ("Results\n\nTest | Sample | Result\nPhthalates | Glove | not detected\n", "CHEM.GROUP"),
    ("Löner\n\nBrist | Åtgärd\nÖvertid betalas inte ut | Betalas i maj\n", "LAB.WAGE"),
    (
        "Sites\n\nFactory | Town | Country | Phone\nBanting Works | Banting | Malaysia | 555\n",
        "ORIGIN.SITE",
    ),
    ("INVOICE 4411        Date 11 June 2025\n\nTrays. Made in Vietnam.\n", "ORIGIN.COUNTRY"),
    ("Audit 4411        Date 11 June 2025\n\nOvertime exceeds 20 hours.\n", "LAB.HOURS"),
    ("In the questionnaire the mill says that it employs no children.\n", "LAB.CHILD"),
    ("Enkäten visar att arbetarna har betalat förmedlingsavgifter.\n", "LAB.FEES"),
    ("The section on dormitories found that the exits were locked.\n", "LAB.SAFETY"),
    ('Asked "Do you employ children?", the mill says that it does.\n', "LAB.CHILD"),
    ("You asked for working hours, and they reach 70 a week.\n", "LAB.HOURS"),
    ("Ni frågade om arbetstider: de når 70 timmar i veckan.\n", "LAB.HOURS"),
    ("Your question on PFAS: the jacket contains PFAS.\n", "CHEM.GROUP"),
    ("The word of the workers is that passports are kept.\n", "LAB.FORCED"),
    ("All shades are free from lead.\n", "CHEM.SUBSTANCE"),
    ("Alla kulörer är fria från bly.\n", "CHEM.SUBSTANCE"),
    ("The red shades are coloured with lead chromate.\n", "CHEM.SUBSTANCE"),
    ("Kadmium används i de gula kulörerna.\n", "CHEM.SUBSTANCE"),
    ("Customer bulletin 4\n\nThe new hose contains no PFAS.\n", "CHEM.GROUP"),
    ("Handbok för leverantörer\n\nBarnarbete får inte förekomma.\n", "LAB.CHILD"),
    ("Site rules\n\nNobody may work more than 60 hours a week.\n", "LAB.HOURS"),
    ("The green shade contains arsenic.\n", "CHEM.SUBSTANCE"),
    ("Den gröna nyansen innehåller arsenik.\n", "CHEM.SUBSTANCE"),
    ("Complaints about the foreman were settled within a week.\n", "LAB.GRIEVANCE"),
    ("Klagomål om förmannen utreddes inom en vecka.\n", "LAB.GRIEVANCE"),
    ("The tool is too long and contains phthalates.\n", "CHEM.GROUP"),
    ("The union was met at the mill, and it had called no strike.\n", "LAB.UNION"),
    ("Den obetalda övertiden möttes med hot om avsked.\n", "LAB.FORCED"),
    ("Our workers in the US are members of a union.\n", "LAB.UNION"),
]


@pytest.mark.parametrize(("page", "topic"), CLAIMED)
def test_what_goods_hold_and_people_meet_is_claimed_beside_them(page: str, topic: str) -> None:
    assert topic in topics(page)


@pytest.mark.parametrize("land", ["the US", "Brazil"])
def test_a_country_by_its_letters_is_not_the_firm(land: str) -> None:
    assert topics(f"Country note 9\n\nCotton comes from {land} and India.\n") == set()


@pytest.mark.parametrize("who", ["us", "our growers"])
def test_the_firm_by_its_pronoun_is(who: str) -> None:
    assert topics(f"Country note 9\n\nThe cotton bought by {who} comes from India.\n")


@pytest.mark.parametrize(
    "heads", ["Finding | Action | Cost | Due", "Brist | Åtgärd | Belopp | Klart"]
)
def test_a_plan_of_action_that_tells_its_costs_is_no_price_list(heads: str) -> None:
    rows = "Fire exit blocked by pallets | Way cleared on 3 May | 200 | done"
    assert "LAB.SAFETY" in topics(f"{heads}\n{rows}")
