"""What was taken out, sought in vain, below a bound or has no place is denied; not its reverse."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

GROUP, SUBSTANCE, CERT = "CHEM.GROUP", "CHEM.SUBSTANCE", "CERT"

TAKEN_OUT = [
    ("Vi slängde ut ftalaterna ur ytterslangen 2019.\n", GROUP),
    ("Ftalaterna har slängts ut ur slangen.\n", GROUP),
    ("PFAS kastades ut ur vaxet i fjol.\n", GROUP),
    ("Bromerade flamskyddsmedel byggdes bort i förra generationen.\n", GROUP),
    ("Tiuramer lämnade blandningen 2020.\n", GROUP),
    ("Kadmium plockades ur pigmentet 2012.\n", SUBSTANCE),
    ("Blyet är bortbytt mot vismut.\n", SUBSTANCE),
    ("Kadmium utgått 2017.\n", SUBSTANCE),
    ("Kvicksilver har städats bort ur mätarna.\n", SUBSTANCE),
    ("Bisfenol A slapp vi när lacken byttes.\n", SUBSTANCE),
    ("Formaldehyd mönstrades ut 2016.\n", SUBSTANCE),
    ("Ett vax har trängt ut PFAS.\n", GROUP),
    ("The phthalates were thrown out of the recipe in 2019.\n", GROUP),
    ("Phthalates have left the recipe.\n", GROUP),
    ("Lead left the alloy in 2015.\n", SUBSTANCE),
    ("Printed without delay, PFAS having been expelled in 2022.\n", GROUP),
    ("A paraffin has taken the place of the PFAS.\n", GROUP),
    ("Brominated flame retardants are a closed chapter.\n", GROUP),
    ("Mercury was thrown away with the old meters.\n", SUBSTANCE),
    ("PFAS made way for a wax in 2021.\n", GROUP),
    ("Lead is out of the alloy.\n", SUBSTANCE),
    ("Formaldehyde was pulled from the recipe in 2016.\n", SUBSTANCE),
    ("Silicone oil has ousted PFAS in the coating.\n", GROUP),
]
IN_VAIN = [
    ("Kadmium letade labbet förgäves efter.\n", SUBSTANCE),
    ("Bly letade vi efter, inget hittades.\n", SUBSTANCE),
    ("Kadmium: nolla.\n", SUBSTANCE),
    ("PAH gav blankt.\n", GROUP),
    ("Kadmium: för lite för att mätas.\n", SUBSTANCE),
    ("The lab searched in vain for cadmium.\n", SUBSTANCE),
    ("Cadmium gave a blank.\n", SUBSTANCE),
    ("Cadmium n/d at 5 mg/kg.\n", SUBSTANCE),
    ("Cadmium came back clean.\n", SUBSTANCE),
    ("Cadmium: too low to measure.\n", SUBSTANCE),
    ("Cadmium escaped detection.\n", SUBSTANCE),
]
BELOW = [
    ("Bly: färre än 5 mg/kg.\n", SUBSTANCE),
    ("Bly: lägre än 5 mg/kg.\n", SUBSTANCE),
    ("Bly, inget över 5 mg/kg.\n", SUBSTANCE),
    ("Bly: underskrider 5 mg/kg.\n", SUBSTANCE),
    ("Lead: beneath 5 mg/kg.\n", SUBSTANCE),
    ("Lead lay underneath 5 mg/kg.\n", SUBSTANCE),
    ("Lead: fewer than 5 mg/kg.\n", SUBSTANCE),
    ("Lead, nowhere above 5 mg/kg.\n", SUBSTANCE),
    ("Lead falls short of 5 mg/kg.\n", SUBSTANCE),
]
NO_PLACE = [
    ("PFAS plays no part in the coating.\n", GROUP),
    ("PFAS has no business in a napkin.\n", GROUP),
    ("PFAS forms no part of the recipe.\n", GROUP),
    ("The coating skips PFAS.\n", GROUP),
    ("PFAS är främmande för vår process.\n", GROUP),
    ("PFAS-frågan faller.\n", GROUP),
    ("Beläggningen slipper PFAS.\n", GROUP),
]
TAKEN_AWAY = [
    ("The mill had its GOTS taken away in May.\n", CERT),
    ("GOTS: struck off by the certifier.\n", CERT),
    ("FSC-numret tillhör konkurrenten.\n", CERT),
    ("SA8000 har dragits in.\n", CERT),
]


@pytest.mark.parametrize(("page", "topic"), [*TAKEN_OUT, *IN_VAIN, *BELOW, *NO_PLACE, *TAKEN_AWAY])
def test_what_was_removed_or_not_found_is_denied(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


AND_SO_ON = [
    ("Cadmium was sought and not recovered.\n", SUBSTANCE),
    ("Phthalates make no sense in this polymer and have no place in it.\n", GROUP),
    ("Bly sökt och ej återfunnet.\n", SUBSTANCE),
    ("Skin sensitisation was assessed and not assigned.\n", "CHEM.HAZARD"),
]


@pytest.mark.parametrize(("page", "topic"), AND_SO_ON)
def test_a_denial_behind_and_is_of_what_was_looked_for_or_removed(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


ROWS = [
    "Ämne | CAS | Resultat, mg/kg\nBly | 7439-92-1 | ej spårat, LOQ 0,01\n",
    "Substance | CAS | Result, mg/kg\nLead | 7439-92-1 | n/d\n",
    "Del | Ämne | CAS | Anmärkning\nCell | Kadmium | 7440-43-9 | utgått 2017\n",
    "Part | Substance | CAS | Note\nSeal | Cadmium | 7440-43-9 | removed in 2017\n",
]


@pytest.mark.parametrize("page", ROWS)
def test_a_cell_that_tells_of_removal_or_no_finding_denies_its_row(page: str) -> None:
    assert stances(page, SUBSTANCE) == ["denied"]


STILL_THERE = [
    ("Lead was taken out for testing and measured at 12 mg/kg.\n", SUBSTANCE),
    ("The sample with lead left the lab on Monday.\n", SUBSTANCE),
    ("Phthalates leave the hose over time.\n", GROUP),
    ("Phthalates went into the hose.\n", GROUP),
    ("PFAS replaces the wax in the coating.\n", GROUP),
    ("PVC has ousted rubber in the hose.\n", GROUP),
    ("Phthalates have left marks on the varnish.\n", GROUP),
    ("Provet med bly lämnade labbet i måndags.\n", SUBSTANCE),
    ("PFAS tog över efter vaxet.\n", GROUP),
    ("Ftalaterna slipper vi inte i slangen.\n", GROUP),
    ("Bly söktes och återfanns, 12 mg/kg.\n", SUBSTANCE),
    ("Blyet sitter kvar, ute ur synhåll.\n", SUBSTANCE),
    ("PVC lämnade fläckar på golvet.\n", GROUP),
]


@pytest.mark.parametrize(("page", "topic"), STILL_THERE)
def test_what_left_a_place_or_took_another_s_is_there(page: str, topic: str) -> None:
    assert set(stances(page, topic)) == {"affirmed"}


NOT_FREE = [
    "Att slangen är PVC-fri stämmer inte.\n",
    "PVC-fri är slangen inte.\n",
    "En ftalatfri slang är den ändå inte.\n",
    "Uppgiften att slangen är ftalatfri är fel.\n",
    "Slangen är långt ifrån ftalatfri.\n",
    "Halogen-free it is not.\n",
    "That the hose is phthalate-free is not correct.\n",
    "It is wrong to call the hose phthalate-free.\n",
    "The hose is anything but phthalate-free.\n",
    "The hose cannot be sold as phthalate-free.\n",
]


@pytest.mark.parametrize("page", NOT_FREE)
def test_what_is_not_free_of_it_holds_it(page: str) -> None:
    assert stances(page, GROUP) == ["affirmed"]


FREE = [
    "Slangen är PVC-fri och priset är inte högt.\n",
    "The hose is phthalate-free and the label is not new.\n",
    "Ftalatfri slang; fel mått är levererat.\n",
]


@pytest.mark.parametrize("page", FREE)
def test_a_denial_of_something_else_leaves_it_free(page: str) -> None:
    assert stances(page, GROUP)[:1] == ["denied"]
