"""Signs of forced labour told by no name: threats, deception, isolation, conditions."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(page: str) -> list[tuple[str, str, str, str]]:
    """Topic, sign, stance and bearing of a page's claims on forced labour and its neighbours."""
    return [
        (claim.topic, claim.value.get("indicator", ""), claim.stance, claim.bearing)
        for claim in nlp.find_claims([page], today=TODAY)
    ]


SIGNS = [
    ("Managers intimidate the workers.", "threats", "affirmed", "risk"),
    ("Supervisors threaten workers who refuse overtime.", "threats", "affirmed", "risk"),
    ("No worker has been threatened.", "threats", "denied", "support"),
    ("Workers must not be threatened.", "threats", "required", "support"),
    ("Workers may have been threatened by the guards.", "threats", "hedged", "risk"),
    ("Arbetsledarna hotar arbetare som vägrar övertid.", "threats", "affirmed", "risk"),
    ("Ingen arbetare har hotats.", "threats", "denied", "support"),
    ("Arbetare får inte hotas.", "threats", "required", "support"),
    ("Arbetare kan ha hotats av vakterna.", "threats", "hedged", "risk"),
    ("Recruiters lied to the workers about the job.", "deception", "affirmed", "risk"),
    ("Workers were promised higher wages than they are paid.", "deception", "affirmed", "risk"),
    ("We found no deception of workers in recruitment.", "deception", "denied", "support"),
    ("Workers shall not be deceived about their terms.", "deception", "required", "support"),
    ("Workers may have been misled about the nature of the job.", "deception", "hedged", "risk"),
    ("Arbetarna lurades om lönen.", "deception", "affirmed", "risk"),
    ("Arbetarna blev lovade högre lön än de får.", "deception", "affirmed", "risk"),
    ("Ingen arbetare har vilseletts om sina villkor.", "deception", "denied", "support"),
    ("Arbetare får inte vilseledas om sina villkor.", "deception", "required", "support"),
    ("Arbetarna kan ha blivit vilseledda om arbetet.", "deception", "hedged", "risk"),
    ("Workers are isolated from the outside world.", "isolation", "affirmed", "risk"),
    ("Workers' mobile phones are taken away.", "isolation", "affirmed", "risk"),
    ("Workers have no contact with their families.", "isolation", "affirmed", "risk"),
    ("Workers are not allowed to contact their families.", "isolation", "affirmed", "risk"),
    ("Workers are not isolated from their families.", "isolation", "denied", "support"),
    ("Workers must not be isolated from their families.", "isolation", "required", "support"),
    ("It is possible that workers are kept isolated.", "isolation", "hedged", "risk"),
    ("Arbetarna isoleras från omvärlden.", "isolation", "affirmed", "risk"),
    ("Arbetarnas mobiltelefoner tas ifrån dem.", "isolation", "affirmed", "risk"),
    ("Arbetarna får inte ha kontakt med sina familjer.", "isolation", "affirmed", "risk"),
    ("Arbetarna hålls inte isolerade från sina familjer.", "isolation", "denied", "support"),
    ("Arbetstagare får inte hållas isolerade.", "isolation", "required", "support"),
    ("Arbetarna kan ha hållits isolerade.", "isolation", "hedged", "risk"),
    ("Living conditions at the camp are degrading.", "abusive_conditions", "affirmed", "risk"),
    ("Inhumane working conditions were not found.", "abusive_conditions", "denied", "support"),
    ("Abusive working conditions are prohibited.", "abusive_conditions", "required", "support"),
    ("Working conditions may be abusive.", "abusive_conditions", "hedged", "risk"),
    ("Arbetarna har omänskliga boendeförhållanden.", "abusive_conditions", "affirmed", "risk"),
    ("Ovärdiga arbetsförhållanden har inte påträffats.", "abusive_conditions", "denied", "support"),
    ("Omänskliga arbetsförhållanden får inte förekomma.", "abusive_conditions", "required",
     "support"),
    ("Arbetsförhållandena kan vara omänskliga.", "abusive_conditions", "hedged", "risk"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "sign", "stance", "bearing"), SIGNS)
def test_a_sign_of_forced_labour_is_told_by_its_own_name(
    sentence: str, sign: str, stance: str, bearing: str
) -> None:
    assert told(f"{sentence}\n") == [("LAB.FORCED", sign, stance, bearing)]


@pytest.mark.parametrize(
    "page",
    ["Workers are threatened with deportation.\n", "Papperslösa arbetare hotas med polisen.\n"],
)
def test_a_threat_with_the_police_or_the_border_uses_a_weak_position(page: str) -> None:
    assert told(page) == [("LAB.FORCED", "abuse_of_vulnerability", "affirmed", "risk")]


VIOLENCE = [
    ("Physical or sexual violence is not tolerated.\n", "required", "support"),
    ("Some workers fear violence from their supervisors.\n", "affirmed", "risk"),
    ("No physical violence was found.\n", "denied", "support"),
    ("Fysiskt eller sexuellt våld tolereras inte.\n", "required", "support"),
    ("Två kvinnor berättade om sexuella övergrepp på lagret.\n", "affirmed", "risk"),
    ("Fysiskt våld har inte förekommit.\n", "denied", "support"),
]


@pytest.mark.parametrize(("page", "stance", "bearing"), VIOLENCE)
def test_violence_is_told_as_harassment(page: str, stance: str, bearing: str) -> None:
    assert told(page) == [("LAB.DISCRIMINATION", "", stance, bearing)]


@pytest.mark.parametrize(
    "page",
    [
        "Hot och trakasserier är förbjudna.\n",
        "Trakasserier är förbjudna på arbetsplatsen.\n",
        "Mobbning förbjuds i alla former.\n",
    ],
)
def test_an_ill_that_is_banned_is_a_rule(page: str) -> None:
    assert told(page) == [("LAB.DISCRIMINATION", "", "required", "support")]


def test_who_is_banned_from_meeting_is_kept_from_it() -> None:
    assert told("Fackmöten är förbjudna.\n") == [("LAB.UNION", "", "affirmed", "risk")]


@pytest.mark.parametrize(
    "page",
    [
        "The contracts that workers signed at home were replaced on arrival.\n",
        "Avtalen som arbetarna skrev på hemma byttes ut vid ankomsten.\n",
    ],
)
def test_a_contract_exchanged_on_arrival_is_a_risk(page: str) -> None:
    assert told(page) == [("LAB.CONTRACT", "", "affirmed", "risk")]


@pytest.mark.parametrize(
    "page",
    [
        "The species is threatened by climate change, workers on the estate say.\n",
        "Arbetarnas jobb hotas av nedläggning.\n",
        "The auditors were misled by double records of workers.\n",
        "Kunderna lurades av reklamen som arbetarna delade ut.\n",
        "Workers may not use mobile phones on the production floor.\n",
        "Ingen hindras från att kontakta facket.\n",
    ],
)
def test_other_threats_tricks_and_phones_are_no_sign(page: str) -> None:
    signs = {sign for _, sign, _, _ in told(page)}
    assert not signs & {"threats", "deception", "isolation"}
