"""Whose operations a statement on work is about: the firm's own, its suppliers', or the chain's."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def whose(*pages: str, kind: str | None = None) -> list[tuple[str, str]]:
    """Topic and operations ("" where unsaid) of the claims about work, in order."""
    claims = nlp.find_claims(pages, today=TODAY, kind=kind)
    return [
        (claim.topic, claim.value.get("operations", ""))
        for claim in claims
        if claim.topic.startswith("LAB.")
    ]


SAID = [
    ("Our employees are paid at least the minimum wage.\n", "LAB.WAGE", "own"),
    ("There is no forced labour in our own operations.\n", "LAB.FORCED", "own"),
    ("Våra anställda har skriftliga avtal.\n", "LAB.CONTRACT", "own"),
    ("Hos oss arbetar inga minderåriga.\n", "LAB.CHILD", "own"),
    ("Our suppliers do not use child labour.\n", "LAB.CHILD", "first_tier"),
    ("Migrants at tier 1 factories had paid recruitment fees.\n", "LAB.FEES", "first_tier"),
    ("Leverantörerna behåller inte arbetarnas pass.\n", "LAB.FORCED", "first_tier"),
    ("Hos en leverantör var nödutgången låst.\n", "LAB.SAFETY", "first_tier"),
    ("At two tier 2 spinning mills workers had paid recruitment fees.\n", "LAB.FEES", "chain"),
    ("There is a risk of forced labour in the cotton supply chain.\n", "LAB.FORCED", "chain"),
    ("Tier 2 suppliers do not use child labour.\n", "LAB.CHILD", "chain"),
    ("Hos underleverantörerna förekommer barnarbete.\n", "LAB.CHILD", "chain"),
    ("I råvaruledet ser vi en risk för tvångsarbete.\n", "LAB.FORCED", "chain"),
    ("Workers are paid on time.\n", "LAB.WAGE", ""),
    ("Lönen betalas ut i tid.\n", "LAB.WAGE", ""),
]


@pytest.mark.parametrize(("page", "topic", "operations"), SAID)
def test_whose_operations_is_told_where_the_words_tell_it(
    page: str, topic: str, operations: str
) -> None:
    assert whose(page) == [(topic, operations)]


@pytest.mark.parametrize(
    "page",
    [
        "Neither our employees nor our suppliers use child labour.\n",
        "Slavery is banned within our operations and supply chain.\n",
        "Varken våra anställda eller våra leverantörer har betalat avgifter för jobbet.\n",
    ],
)
def test_where_two_are_named_at_once_it_is_left_open(page: str) -> None:
    assert {operations for _, operations in whose(page)} == {""}


def test_each_clause_has_its_own() -> None:
    page = "Our employees have written contracts, but our suppliers use child labour.\n"
    assert whose(page) == [("LAB.CONTRACT", "own"), ("LAB.CHILD", "first_tier")]


def test_suppliers_in_the_supply_chain_are_suppliers() -> None:
    page = "Suppliers in our supply chain shall not use child labour.\n"
    assert whose(page) == [("LAB.CHILD", "first_tier")]


@pytest.mark.parametrize(
    ("page", "operations"),
    [
        ("We visited a tier 2 dye house. The workers there had paid recruitment fees.\n", "chain"),
        ("Vi besökte tre leverantörer. Där betalas lönen för sent.\n", "first_tier"),
        ("We visited a tier 2 dye house. Child labour was not found.\n", ""),
        ("We visited a tier 2 dye house.\n\nThe workers there had paid recruitment fees.\n", ""),
    ],
)
def test_a_sentence_that_goes_on_about_a_place_is_about_that_place(
    page: str, operations: str
) -> None:
    assert [one for _, one in whose(page)] == [operations]


@pytest.mark.parametrize(
    ("page", "operations"),
    [
        ("Våra medarbetare\n\nTre olyckor med frånvaro inträffade under året.\n", "own"),
        ("4.4 Suppliers\n\nWages were paid late at a mill.\n", "first_tier"),
        ("Underleverantörer\n\nÖvertiden översteg 60 timmar i veckan.\n", "chain"),
        ("Supply chain\n\nWages were paid late at a mill.\n", ""),
    ],
)
def test_a_heading_tells_it_where_it_names_a_place(page: str, operations: str) -> None:
    assert [one for _, one in whose(page)] == [operations]


def test_items_of_a_list_have_that_of_its_lead_in() -> None:
    page = "Our suppliers must:\n- pay at least the minimum wage\n- keep no passports\n"
    assert {operations for _, operations in whose(page)} == {"first_tier"}


def test_a_row_has_that_of_the_words_in_it() -> None:
    page = "Risk | Level\nChild labour at tier 2 | high\n"
    assert whose(page) == [("LAB.CHILD", "chain")]


@pytest.mark.parametrize(
    ("page", "kind", "operations"),
    [
        ("SMETA audit report\nSite: Lotus Ltd\n\nWages were paid on time.\n", None, "own"),
        ("Revisionsrapport\nFabrik: Lotus AB\n\nLönen betalas ut i tid.\n", None, "own"),
        ("Summary\n\nWages were paid on time.\n", "audit_bsci", "own"),
        ("SMETA audit report\n\nA supplier of boxes pays wages late.\n", None, "first_tier"),
        ("Letter\n\nWages were paid on time.\n", "letter", ""),
    ],
)
def test_an_audit_is_of_the_operations_it_saw(page: str, kind: str | None, operations: str) -> None:
    assert [one for _, one in whose(page, kind=kind)] == [operations]


@pytest.mark.parametrize(
    "page",
    [
        "Supplier code of conduct\n\nNo child labour may be used.\n",
        "Uppförandekod för leverantörer\n\nBarnarbete får inte förekomma.\n",
        "Code of conduct\n\nThe supplier shall not use child labour.\n",
    ],
)
def test_a_code_for_suppliers_is_about_suppliers(page: str) -> None:
    assert whose(page) == [("LAB.CHILD", "first_tier")]


@pytest.mark.parametrize(
    "page",
    [
        "Child labour is named in the Supply Chain Act report.\n",
        "Fråga 3. Finns underleverantörer?\nSkriftliga avtal finns på arbetarens språk.\n",
        "Avtal och underleverantörer\n\nSkriftliga avtal finns på arbetarens språk.\n",
    ],
)
def test_a_name_or_a_question_tells_of_nobodys_operations(page: str) -> None:
    assert all(operations == "" for _, operations in whose(page))


def test_only_claims_about_work_have_it() -> None:
    page = "Our suppliers say that the fabric contains no phthalates.\n"
    claims = nlp.find_claims([page], today=TODAY)
    assert claims
    assert all("operations" not in claim.value for claim in claims)


def test_it_moves_no_score() -> None:
    scores = [
        [claim.score for claim in nlp.find_claims([page], today=TODAY)]
        for page in ("Wages were paid late.\n", "Letter\n\nWages were paid late.\n")
    ]
    told = nlp.find_claims(["Wages were paid late.\n"], today=TODAY, kind="audit_bsci")
    assert told[0].value["operations"] == "own"
    assert [claim.score for claim in told] == scores[0]
