"""Small words that turn a claim round, or only seem to: of whom, of which case, in what way."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

TURNED = [
    ("The rugs were woven without child labour.\n", "LAB.CHILD", "denied"),
    ("Varorna är tillverkade utan tvångsarbete.\n", "LAB.FORCED", "denied"),
    ("The mill was audited without findings on forced labour.\n", "LAB.FORCED", "denied"),
    ("Children work at the mill without any age check.\n", "LAB.CHILD", "affirmed"),
    ("Grinders were observed without goggles or masks.\n", "LAB.SAFETY", "denied"),
    ("Två svetsare sågs utan skyddsglasögon.\n", "LAB.SAFETY", "denied"),
    ("Two packers were found without contracts.\n", "LAB.CONTRACT", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), TURNED)
def test_without_denies_the_ill_and_what_people_were_seen_to_lack(
    page: str, topic: str, stance: str
) -> None:
    assert stances(page, topic) == [stance]


IN_A_CASE = [
    ("Meals are charged on days when the worker does not eat here.\n", "LAB.WAGE", "affirmed"),
    ("Boende dras från lönen även när arbetaren inte bor där.\n", "LAB.WAGE", "affirmed"),
    ("Wages are reduced if targets are not met.\n", "LAB.WAGE", "affirmed"),
    ("Passports are kept if the worker has not paid the fee.\n", "LAB.FORCED", "affirmed"),
    ("Biocides are added when the tank is not emptied in a week.\n", "CHEM.GROUP", "affirmed"),
    ("When orders fall, wages are not paid.\n", "LAB.WAGE", "denied"),
    ("Overtime is not paid when orders are late.\n", "LAB.WAGE", "denied"),
    ("Phthalates are not used when the hose is made for food.\n", "CHEM.GROUP", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), IN_A_CASE)
def test_what_is_denied_of_a_case_is_not_denied_of_what_happens_then(
    page: str, topic: str, stance: str
) -> None:
    assert stances(page, topic) == [stance]


IN_A_WAY = [
    ("Wages are paid by bank transfer, not in cash.\n", "LAB.WAGE", "affirmed"),
    ("Lönen betalas via bank, inte kontant.\n", "LAB.WAGE", "affirmed"),
    ("Lönen betalas den 25 varje månad, aldrig sent.\n", "LAB.WAGE", "affirmed"),
    ("Wages have never been late since 2021.\n", "LAB.WAGE", "affirmed"),
    ("Klagomålslådan hänger vid toaletterna, inte vid kontoret.\n", "LAB.GRIEVANCE", "affirmed"),
    ("Du behöver inte uppge ditt namn när du klagar.\n", "LAB.GRIEVANCE", "affirmed"),
    ("Minimum wage is not paid in the cutting room.\n", "LAB.WAGE", "denied"),
    ("Complaints are not answered.\n", "LAB.GRIEVANCE", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), IN_A_WAY)
def test_how_a_thing_is_not_done_tells_that_it_is_done(page: str, topic: str, stance: str) -> None:
    assert stances(page, topic) == [stance]


TOLD_OFF = [
    ("Supervisors warned workers not to join the union.\n", "LAB.UNION", "affirmed"),
    ("Cheferna uppmanade de anställda att inte gå med i facket.\n", "LAB.UNION", "affirmed"),
    ("Workers were told not to use the complaint line.\n", "LAB.GRIEVANCE", "affirmed"),
    ("The workers have not formed a union.\n", "LAB.UNION", "denied"),
    ("Facket har inte fått tillträde.\n", "LAB.UNION", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), TOLD_OFF)
def test_who_is_told_not_to_join_is_hindered(page: str, topic: str, stance: str) -> None:
    assert stances(page, topic) == [stance]


CHEMICALS = [
    ("REACH Annex XIV: contains no substance(s) listed.\n", "CHEM.LIST", "denied"),
    ("Kandidatförteckningen: innehåller inga upptagna ämnen.\n", "CHEM.LIST", "denied"),
    ("RoHS: complies, no exemptions used.\n", "CHEM.LIST", "affirmed"),
    ("Formaldehyde was measured in May and none was found.\n", "CHEM.SUBSTANCE", "denied"),
    ("Ftalater analyserades och inget hittades.\n", "CHEM.GROUP", "denied"),
    ("Lead was analysed and 120 mg/kg was found.\n", "CHEM.SUBSTANCE", "affirmed"),
    ("Hexavalent chromium | negative\n", "CHEM.SUBSTANCE", "denied"),
    ("Duken, som såldes som ftalatfri, visade sig innehålla ftalater.\n", "CHEM.GROUP", "affirmed"),
    ("The bottle was sold as BPA-free and tests proved it.\n", "CHEM.SUBSTANCE", "denied"),
    ("Phthalates detected, not quantified.\n", "CHEM.GROUP", "affirmed"),
    ("PFAS upphörde att användas 2022.\n", "CHEM.GROUP", "denied"),
    ("Bomull från Xinjiang slutade vi köpa 2020.\n", "ORIGIN.MATERIAL", "denied"),
    ("Fibrerna är undantagna från klassificering som Carc. 2.\n", "CHEM.HAZARD", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), CHEMICALS)
def test_what_a_product_holds_is_told_by_what_was_found(page: str, topic: str, stance: str) -> None:
    assert set(stances(page, topic)) == {stance}


PAPERS = [
    ("REACH test | report ABC-24-1234, SVHC not detected\n", "CERT", "affirmed"),
    ("The SMETA audit of May 2025 had not reported any of the points.\n", "CERT", "affirmed"),
    ("The audit did not find a valid ISO 14001 certificate.\n", "CERT", "denied"),
    ("The factory holds no SA8000 certificate.\n", "CERT", "denied"),
    ("Our CMRT lists 88 smelters, none of them non-conformant.\n", "ORIGIN.MINERALS", "affirmed"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), PAPERS)
def test_a_paper_is_there_whatever_it_did_not_find(page: str, topic: str, stance: str) -> None:
    assert stances(page, topic) == [stance]
