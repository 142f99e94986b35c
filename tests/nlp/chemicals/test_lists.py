"""Regulated lists met, broken, named by edition, entered, answered in a row or to a question."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)
Told = list[tuple[str, str, str, str]]


def told(page: str) -> Told:
    """Stance, bearing, list and edition of the claims about lists."""
    return [
        (c.stance, c.bearing, c.value.get("list", ""), c.value.get("date", ""))
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic == "CHEM.LIST"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sängen klarar bilaga XVII.", ("affirmed", "support", "annex_xvii", "")),
        ("Skåpet uppfyller RoHS. Det är grönt.", ("affirmed", "support", "rohs", "")),
        ("Our toys satisfy the entries of Annex XVII.", ("affirmed", "support", "annex_xvii", "")),
        ("Bordet klarar inte RoHS.", ("denied", "risk", "rohs", "")),
        ("Plåten strider mot POPs-förordningen.", ("affirmed", "risk", "pops", "")),
        ("The clips comply with entry 27.", ("affirmed", "support", "annex_xvii", "")),
        ("Handtaget underkänns mot bilaga XVII.", ("denied", "risk", "annex_xvii", "")),
        (
            "The Candidate List of 14 June 2023 was used.",
            ("affirmed", "neutral", "svhc", "2023-06-14"),
        ),
        (
            "Melamine is on the Candidate List since 17 January 2023.",
            ("affirmed", "risk", "svhc", "2023-01-17"),
        ),
        ("The hose is SVHC-free.", ("denied", "support", "svhc", "")),
        (
            "No substance requiring authorisation is used.",
            ("denied", "support", "annex_xiv", ""),
        ),
    ],
)
def test_what_a_sentence_says_of_a_list(sentence: str, expected: tuple[str, str, str, str]) -> None:
    assert told(f"About the goods.\n\n{sentence}\n") == [expected]


def test_a_substance_that_is_only_said_to_be_listed_is_no_content() -> None:
    page = "Melamine is on the Candidate List since 17 January 2023.\n"
    topics = [c.topic for c in nlp.find_claims([page], today=TODAY)]
    assert topics == ["CHEM.LIST"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Rattle | REACH Annex XVII | PASS", ("affirmed", "support", "annex_xvii", "")),
        ("Pram grip | REACH Annex XVII entry 50 | FAIL", ("denied", "risk", "annex_xvii", "")),
        (
            "Quilt | Candidate List of 25 June 2025 | none above 0.1 %",
            ("denied", "support", "svhc", "2025-06-25"),
        ),
    ],
)
def test_a_verdict_in_a_later_cell_is_that_of_the_list(
    row: str, expected: tuple[str, str, str, str]
) -> None:
    assert told(f"Item | Requirement | Verdict\n{row}\n") == [expected]


@pytest.mark.parametrize(
    ("page", "stance"),
    [
        ("7. SVHC in the goods?\nNone above 0.1 % w/w.\n", "denied"),
        ("7. Kandidatämnen?\nJa, i en artikel.\n", "affirmed"),
        ("7. Kandidatämnen?\nTroligen inte, enligt tillverkaren.\n", "hedged"),
    ],
)
def test_an_answer_is_about_what_the_question_names(page: str, stance: str) -> None:
    assert [(one[0], one[2]) for one in told(page)] == [(stance, "svhc")]


def test_a_group_asked_for_is_answered() -> None:
    claims = nlp.find_claims(["C4 PFAS in the masks?   No, tested in June.\n"], today=TODAY)
    assert [(c.topic, c.stance, dict(c.value)) for c in claims] == [
        ("CHEM.GROUP", "denied", {"group": "pfas"})
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm is not listed on the stock exchange.",
        "Work is given to a household workshop not listed in the site profile.",
    ],
)
def test_firms_and_sites_that_are_not_listed_are_on_no_list_of_substances(sentence: str) -> None:
    assert told(sentence) == []


def test_a_page_that_was_recognised_is_read_as_it_was_printed() -> None:
    page = (
        "CERTlFlCATE 2O24\n\nThe artic1es comp1y with REACH Annex XVll, tested on 3O April 2O24.\n"
        "Ca1cium is not tested. Diisobuty1 phtha1ate, 84-69-5: < O.1 mg/kg.\n"
    )
    claims = nlp.find_claims([page], today=TODAY)
    assert [(c.topic, c.value.get("date"), c.value.get("amount")) for c in claims] == [
        ("CHEM.LIST", "2024-04-30", None),
        ("CHEM.SUBSTANCE", None, "0.1"),
    ]


def test_the_list_of_a_day_is_the_one_named_before() -> None:
    page = (
        "Kandidatämnen redovisas här.\n\nHyllan är av trä. "
        "Kontrollen avser listan från 21 januari 2025.\n"
    )
    assert ("affirmed", "neutral", "svhc", "2025-01-21") in told(page)


@pytest.mark.parametrize(
    "sentence",
    [
        "PFOS och PFOA är förbjudna enligt POPs-förordningen.",
        "Formaldehyde is banned in EU cosmetics.",
        "REACH Annex XVII, entry 47, limits chromium VI in leather.",
    ],
)
def test_what_a_law_says_of_all_goods_is_no_claim(sentence: str) -> None:
    claims = nlp.find_claims([f"About the law.\n\n{sentence}\n"], today=TODAY)
    assert [c.topic for c in claims if c.topic.startswith("CHEM")] == []


def test_how_a_substance_is_classed_is_no_content() -> None:
    claims = nlp.find_claims(["Of the parts above.\n\nNickel: Skin Sens. 1, H317.\n"], today=TODAY)
    assert [c.topic for c in claims] == ["CHEM.HAZARD"]


OF_ALL = [
    "Article 33 of REACH requires suppliers of articles to tell of Candidate List substances.",
    "Any importer of articles shall notify ECHA where a Candidate List substance is present.",
    "ECHA publishes the Candidate List twice a year.",
    "Enligt artikel 33 ska en leverantör lämna uppgift om ämnen på kandidatförteckningen.",
    "Importörer av varor är skyldiga att anmäla kandidatämnen till Echa.",
    "The SVHC screening was requested and performed according to:",
    "The SVHC results may not represent those of another article.",
]


@pytest.mark.parametrize("sentence", OF_ALL)
def test_what_is_asked_of_every_maker_is_no_claim(sentence: str) -> None:
    claims = nlp.find_claims([f"Remarks.\n\n{sentence}\n"], today=TODAY)
    assert [c.topic for c in claims if c.topic == "CHEM.LIST"] == []


def test_a_laboratory_that_finds_none_of_a_list_denies_it() -> None:
    page = "ID | Part | Substances | Result (%)\n7 | Lid | All of the Candidate List | ND\n"
    assert [one[:3] for one in told(page)] == [("denied", "support", "svhc")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Candidate List: the lid holds nothing that is on the Candidate List.",
        "Kandidatförteckningen: locket innehåller inget ämne på kandidatförteckningen.",
    ],
)
def test_a_list_that_is_key_and_answer_is_told_once(sentence: str) -> None:
    assert [one[:3] for one in told(f"About the lid.\n\n{sentence}\n")] == [
        ("denied", "support", "svhc")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "None of the SVHCs are present above what each condition of restriction sets.",
        "Inget av kandidatämnena ingår i locket utöver villkoret för begränsning.",
    ],
)
def test_a_condition_named_beside_an_absence_is_no_duty(sentence: str) -> None:
    assert [one[0] for one in told(f"About the lid.\n\n{sentence}\n")] == ["denied"]


def test_a_list_named_over_several_lines_is_named_once() -> None:
    page = (
        "Report\n\n(i) Two hundred and thirty-three substances in the Candidate List of\n\n"
        "substances of very high concern, checked by\n\nthe laboratory on 23 January 2024.\n"
    )
    assert len(told(page)) == 1
