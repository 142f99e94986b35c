"""What denies, forbids or counts one thing and stands beside another that it leaves as it is."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

BESIDE = [
    ("CERT", "The spinning mill has been through a SMETA audit, the ginning plants have not."),
    ("CERT", "Huvudfabriken är SA8000-certifierad, underleverantörerna är det inte."),
    ("CERT", "The plant holds ISO 45001, the warehouse has not applied."),
    ("LAB.HOURS", "They worked 51 hours in May, not a minute over in June."),
    ("LAB.HOURS", "Veckan är 48 timmar i packningen, inte en minut mer på kontoret."),
    ("LAB.SAFETY", "Guards are in place on all presses, the ear muffs have not been handed out."),
    ("LAB.SAFETY", "Skydd sitter på alla pressar, hörselkåporna har inte delats ut."),
    ("ORIGIN.MATERIAL", "The pine is from Podlasie, nothing is felled across the border."),
    ("ORIGIN.MATERIAL", "Bomullen odlas i Turkiet, ingenting köps från Kina."),
    ("ORIGIN.COUNTRY", "The chairs are made in Lithuania, nothing is assembled in Sweden."),
    ("LAB.UNION", "There is a union at the Pune plant, the Chennai plant does not have one."),
    ("CHEM.SUBSTANCE", "The alloy contains lead, the label does not say so."),
    ("CHEM.GROUP", "The membrane contains PFAS, the lining does not."),
]


@pytest.mark.parametrize(("topic", "page"), BESIDE)
def test_a_clause_with_a_subject_of_its_own_denies_nothing_before_it(topic: str, page: str) -> None:
    assert "affirmed" in stances(page, topic)


BACK = [
    ("CHEM.SUBSTANCE", "Bly söktes i varje parti, inget hittades."),
    ("CHEM.GROUP", "Phthalates, heavy metals and PFAS are not used in the products."),
    ("CHEM.GROUP", "Ftalater, tungmetaller och PFAS ingår inte i produkterna."),
    ("LAB.CHILD", "Child labour, which we take seriously, has not been found."),
    ("LAB.CONTRACT", "As regards written contracts, most of the pickers do not have one."),
    ("LAB.CHILD", "We asked about child labour, and no one had seen any."),
    ("CERT", "Fabriken ansökte om SA8000, något certifikat utfärdades inte."),
    ("CERT", "To ISO 14001: we have no certificate."),
]


@pytest.mark.parametrize(("topic", "page"), BACK)
def test_a_clause_that_goes_on_about_the_thing_denies_it(topic: str, page: str) -> None:
    assert "denied" in stances(page, topic)


DONE_WITH = [
    ("CHEM.SUBSTANCE", "DecaBDE was abolished in 2018."),
    ("CHEM.SUBSTANCE", "Bisphenol A as antioxidant of the resin was stopped in 2016."),
    ("CHEM.SUBSTANCE", "Kvicksilver avskaffades i mätarna 2004."),
    ("CHEM.SUBSTANCE", "The can lining is BPA-NI."),
    ("CHEM.SUBSTANCE", "Lead is strictly excluded from the alloy."),
    ("CHEM.GROUP", "The last glue with chlorinated solvents was delisted in 2021."),
    ("CHEM.GROUP", "Parabens have been out of our assortment since 2015."),
    ("CHEM.GROUP", "In 2024 we completed the removal of PFAS from all upholstery."),
    ("CHEM.GROUP", "Tiuramer har leverantören lämnat helt."),
    ("CHEM.GROUP", "Ftalater upphörde vi med 2019."),
    ("CHEM.GROUP", "Azo dyes which may release the listed amines are not present in our products."),
    ("CHEM.GROUP", "Azofärger som kan avge förbjudna arylaminer köps inte in."),
    ("CHEM.GROUP", "The tubing is non-PVC and sterile."),
    ("CHEM.GROUP", "PAH in the sole are below the limits of detection."),
    ("LAB.FORCED", "Deposits are a thing of the past."),
    ("LAB.FEES", "Recruitment fees are a thing of the past."),
    ("LAB.WAGE", "Fines for late arrival have been abolished."),
    ("ORIGIN.MATERIAL", "Cobalt of Congolese origin is contractually excluded from these cells."),
    ("LAB.SAFETY", "The blade guard of the saw had been taken off."),
    ("LAB.SAFETY", "Nödstoppet var bortkopplat på två pressar."),
    ("LAB.SAFETY", "Fläkten i limningen var avstängd."),
    ("LAB.GRIEVANCE", "Formuläret för klagomål finns varken på portugisiska eller tamil."),
]


@pytest.mark.parametrize(("topic", "page"), DONE_WITH)
def test_what_was_done_away_with_is_denied(topic: str, page: str) -> None:
    assert stances(page, topic) == ["denied"]


IN_ROWS = [
    ("CHEM.GROUP", "Lacken till leksaker är halogenfri | OK", "denied"),
    ("CHEM.GROUP", "7 | Offsetfärg | vegetabilisk, mineraloljefri | ej klassad", "denied"),
    ("LAB.SAFETY", "Dödsfall: 0.", "denied"),
    ("LAB.SAFETY", "Fatal accidents: 0", "denied"),
    ("LAB.SAFETY", "Dödsfall | 0 | 0", "denied"),
    ("LAB.CHILD", "Barnarbete | 0 av 11 | 0", "denied"),
    ("LAB.GRIEVANCE", "Complaints in 2023: 0", "denied"),
    ("LAB.SAFETY", "Lost-time accidents | 3 | 0", "affirmed"),
    ("LAB.SAFETY", "Olyckor med frånvaro: 3", "affirmed"),
    ("CERT", "Allrent Blå | ej klassificerad | Svanen 2026 0312 t.o.m. 2027-06-30", "affirmed"),
    ("CERT", "Wall paint 5 | not classified | EU Ecolabel SE/044/015", "affirmed"),
    ("CERT", "Muggar: inga PFAS, vattenbaserad barriär; FSC-märkta.", "affirmed"),
    ("CERT", "The Nordic Swan licence 5026 0311 covers the unscented wipes.", "affirmed"),
    ("CERT", "SA8000 | no", "denied"),
]


@pytest.mark.parametrize(("topic", "page", "stance"), IN_ROWS)
def test_a_row_or_a_count_is_read_as_it_answers(topic: str, page: str, stance: str) -> None:
    assert stances(page, topic) == [stance]


def test_a_statement_put_to_who_answers_n_is_denied_and_its_remark_is_not() -> None:
    page = "C10 A union is present | N | Comment: two elected representatives"
    found = stances(page, "LAB.UNION")
    assert found[0] == "denied"
    assert "denied" not in found[1:]


LAID_DOWN = [
    ("CHEM.SUBSTANCE", "Lead in the powder coating must be under 90 ppm."),
    ("CHEM.SUBSTANCE", "Blyhalten ska ligga under 90 ppm."),
    ("CHEM.HAZARD", "New products must not be classified H350."),
    ("CHEM.HAZARD", "Produkter med H350 får inte köpas in."),
    ("LAB.HOURS", "Upp till 66 timmar per vecka kan godkännas under högst åtta veckor."),
    ("LAB.HOURS", "Up to 66 hours a week may be approved for at most eight weeks."),
    ("LAB.CHILD", "Suppliers are contractually bound to exclude child labour."),
    ("LAB.DISCRIMINATION", "Harassment leads to dismissal."),
    ("LAB.DISCRIMINATION", "Trakasserier leder till uppsägning."),
    ("LAB.DISCRIMINATION", "Vi tolererar inga trakasserier."),
]


@pytest.mark.parametrize(("topic", "page"), LAID_DOWN)
def test_a_rule_without_its_usual_words_is_required(topic: str, page: str) -> None:
    assert stances(page, topic) == ["required"]


LIMITS = [
    ("Chemicals policy for suppliers", "Substance | CAS | Limit", "Formaldehyde", "required"),
    ("Inköpspolicy", "Ämne | CAS-nr | Gräns", "Formaldehyd", "required"),
    ("Test report", "Substance | CAS | Result", "Formaldehyde", "affirmed"),
]


@pytest.mark.parametrize(("title", "heads", "name", "stance"), LIMITS)
def test_a_row_of_limits_tells_nothing_of_a_product(
    title: str, heads: str, name: str, stance: str
) -> None:
    page = f"{title}\n\n{heads}\n{name} | 50-00-0 | 75 mg/kg\n"
    assert stances(page, "CHEM.SUBSTANCE") == [stance]


def test_a_limit_beside_a_result_is_no_rule() -> None:
    page = "Test report\n\nSubstance | Limit mg/kg | Result mg/kg\nLead | 90 | < 2\n"
    assert stances(page, "CHEM.SUBSTANCE") == ["denied"]


def test_a_questionnaire_on_a_code_of_conduct_lays_nothing_down() -> None:
    told = "\n\nEmergency exits are checked every Monday.\n"
    asked = stances("Supplier code of conduct - questionnaire 2025" + told, "LAB.SAFETY")
    assert asked == ["affirmed"]
    assert stances("Supplier code of conduct" + told, "LAB.SAFETY") == ["required"]


HELD_BACK = [
    "Workers are not allowed to leave the dormitory at night.",
    "No worker is allowed to leave the compound at night.",
]


@pytest.mark.parametrize("page", HELD_BACK)
def test_who_may_not_leave_is_held_back(page: str) -> None:
    assert stances(page, "LAB.FORCED") == ["affirmed"]


def test_overtime_that_is_not_seldom_worked_is_worked() -> None:
    page = "I augusti var arbetsveckorna inte sällan 75 timmar långa."
    assert stances(page, "LAB.HOURS") == ["affirmed"]
