"""What asks, bids, explains or lays down claims nothing; what states the same words does."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

LEFT_TO_OTHERS = [
    "Attendees: the union steward, the safety officer\n",
    "Närvarande: skyddsombudet, fackklubbens ordförande\n",
    "State the phthalates that the product contains.\n",
    "Ange vilka ftalater produkten innehåller.\n",
    "Phthalates above the limit – yes or no\n",
    "Things you may report, for example:\n- passports are kept by the employer\n",
    "Frågor som hör hit:\n- passen hålls inne av arbetsgivaren\n",
    "4. Ord och begrepp\n\nBarnarbete: den som inte har fyllt 15 år arbetar.\n",
]


@pytest.mark.parametrize("page", LEFT_TO_OTHERS)
def test_what_is_left_for_others_to_say_claims_nothing(page: str) -> None:
    assert topics(page) == set()


BIDDEN = """
Describe how you prevent child labour at your suppliers.
Wear safety shoes and a vest at the gate.
Never mix chlorine with acid.
Do not sand old paint that may contain lead.
Beskriv hur ni förebygger barnarbete.
Bifoga intyg om att varan är fri från ftalater.
Använd aldrig lösningsmedel som aceton.
True or false: a deposit is always forced labour.
Sant eller falskt: deposition är tvångsarbete.
"""


@pytest.mark.parametrize("line", BIDDEN.strip().splitlines())
def test_what_the_reader_is_bidden_to_do_claims_nothing(line: str) -> None:
    assert topics(f"{line}\n") == set()


LAID_DOWN = """
Convention No. 105 deals with forced labour.
The Employer Pays Principle says that no worker should pay a recruitment fee.
Section 54 of the Modern Slavery Act asks companies to report.
Entry 52 of Annex XVII concerns phthalates in toys.
ILO:s konvention nr 190 handlar om våld och trakasserier.
Enligt konvention nr 138 är den lägsta åldern 15 år.
OECD räknar varje ämne med en perfluorerad kolkedja som PFAS.
Malaysia's minimum age is 15.
Kinas lägsta ålder för arbete är 16 år.
Under Indian law persons of 14 to 18 count as adolescents.
Etiopien har ingen lagstadgad minimilön.
I Danmark är PFAS förbjudet i livsmedelspapper.
"""


@pytest.mark.parametrize("line", LAID_DOWN.strip().splitlines())
def test_what_an_act_or_a_country_lays_down_claims_nothing(line: str) -> None:
    assert topics(f"{line}\n") == set()


EXPLAINED = """
A smelter is the point where ore becomes metal.
Modern slavery is a hidden crime.
PFAS är ett samlingsord för tusentals ämnen.
Repressalie är varje straff mot den som klagat.
"""


@pytest.mark.parametrize("line", EXPLAINED.strip().splitlines())
def test_what_a_word_means_claims_nothing(line: str) -> None:
    assert topics(f"{line}\n") == set()


OF_GUESTS = ["Visitors need boots and a helmet.\n", "Chauffören ska ha hjälm och skyddsskor.\n"]


@pytest.mark.parametrize("page", OF_GUESTS)
def test_what_a_guest_wears_is_no_condition_of_work(page: str) -> None:
    assert topics(page) == set()


def test_what_stands_under_care_or_what_the_law_says_claims_nothing() -> None:
    assert topics("5. Care\nThe frame tolerates bleach with chlorine.\n") == set()
    assert topics("2. Vad lagen säger\nBly begränsas till 0,1 %.\n") == set()


STATED = [
    ("Visitors saw that the workers had no helmets.\n", "LAB.SAFETY"),
    ("Malaysia's minimum wage is paid to all.\n", "LAB.WAGE"),
    ("Our code bans prison labour.\n", "LAB.FORCED"),
    ("Annex XVII is met.\n", "CHEM.LIST"),
    ("Vi uppfyller bilaga XVII.\n", "CHEM.LIST"),
    ("A union is active in the plant.\n", "LAB.UNION"),
    ("State-imposed labour has been found at the mill.\n", "LAB.FORCED"),
    ("Passports are kept by the employer.\n", "LAB.FORCED"),
    ("Produkten innehåller ftalater.\n", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), STATED)
def test_the_same_words_claim_where_they_are_stated(page: str, topic: str) -> None:
    assert topics(page) == {topic}
