"""Lists as of a day, and what the packs know beside a claim's words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp.memberships import SHOWN, growth
from nlp.rules import rulebook

TODAY = date(2026, 11, 27)
DEHP, PFOA = "117-81-7", "335-67-1"


def lists(cas: str, on: date) -> dict[str, date | None]:
    return {found.list: found.since for found in nlp.memberships(cas, on=on)}


def test_a_substance_is_on_a_list_from_its_day_on() -> None:
    day = date(2008, 10, 28)
    assert lists(DEHP, day)["svhc"] == day
    assert "svhc" not in lists(DEHP, day - timedelta(days=1))
    assert lists(DEHP, TODAY)["rohs"] == date(2019, 7, 22)
    assert "rohs" not in lists(DEHP, date(2019, 7, 21))


def test_each_list_is_known_by_a_member() -> None:
    found = {name for cas in (DEHP, PFOA, "115-32-2", "71-43-2") for name in lists(cas, TODAY)}
    assert found == set(SHOWN)


def test_a_membership_names_the_version_of_its_pack() -> None:
    labels = {pack.label for pack in rulebook().packs}
    assert {found.pack for found in nlp.memberships(DEHP, on=TODAY)} <= labels


@pytest.mark.parametrize("cas", ["64-17-5", "", "no number"])
def test_what_is_on_no_list_has_no_membership(cas: str) -> None:
    assert nlp.memberships(cas, on=TODAY) == ()


def test_entries_added_after_a_day_are_counted_as_the_publisher_counts() -> None:
    # 211 entries in January 2021, 253 in February 2026, by the publisher's own figures.
    grown = growth("svhc", after=date(2021, 1, 19), on=TODAY)
    assert grown is not None
    assert (grown.added, grown.until) == (42, date(2026, 2, 4))
    whole = growth("svhc", after=date(2000, 1, 1), on=TODAY)
    assert whole is not None
    assert whole.added == 253


@given(
    st.dates(date(2005, 1, 1), TODAY), st.dates(date(2005, 1, 1), TODAY),
    st.sampled_from([DEHP, PFOA, "7440-43-9", "50-00-0"]),
)  # fmt: skip
def test_what_was_on_a_list_stays_while_no_entry_has_ended(one: date, two: date, cas: str) -> None:
    early, late = min(one, two), max(one, two)
    ended = {"cmr"}  # a classification may be replaced by another
    assert lists(cas, early).keys() - ended <= lists(cas, late).keys()
    grown = [growth("svhc", after=day, on=TODAY) for day in (early, late)]
    assert grown[0] is not None
    assert grown[1] is not None
    assert grown[0].added >= grown[1].added


def test_a_list_of_an_earlier_day_tells_how_it_has_grown() -> None:
    value = {"list": "svhc", "date": "2021-01-19"}
    (hint,) = nlp.hints("CHEM.LIST", value, "", denied=True, today=TODAY)
    assert (hint["kind"], hint["added"], hint["until"]) == ("older_list", "42", "2026-02-04")


@pytest.mark.parametrize(
    "value",
    [
        {"list": "svhc", "date": "2026-02-04"},
        {"list": "mrsl", "date": "2021-01-19"},
        {"list": "svhc", "date": "spring"},
        {"list": "svhc"},
    ],
)
def test_a_list_that_has_not_grown_as_far_as_is_known_tells_nothing(value: dict[str, str]) -> None:
    assert nlp.hints("CHEM.LIST", value, "", denied=True, today=TODAY) == ()


def test_a_substance_tells_its_lists_and_those_it_came_to_after_the_paper() -> None:
    of = date(2012, 1, 1)
    told = nlp.hints("CHEM.SUBSTANCE", {"cas": PFOA}, "", denied=False, today=TODAY, of=of)
    by_list = {hint["list"]: hint for hint in told}
    assert by_list["svhc"]["since"] == "2013-06-20"
    assert by_list["svhc"]["of"] == "2012-01-01"
    # The classification in force may have taken the place of an older one.
    assert "of" not in by_list["cmr"]
    later = nlp.hints(
        "CHEM.SUBSTANCE", {"cas": PFOA}, "", denied=False, today=TODAY, of=date(2024, 1, 1)
    )
    assert all("of" not in hint for hint in later)


@pytest.mark.parametrize(
    ("topic", "value", "quote", "good"),
    [
        ("ORIGIN.MATERIAL", {"material": "cotton", "country": "CN-XJ"}, "", "Cotton"),
        ("ORIGIN.COUNTRY", {"country": "PK"}, "Kirurgiska instrument från Pakistan",
         "Surgical Instruments"),
        ("ORIGIN.SITE", {"country": "MY", "site": "X"}, "Nitrile gloves: X, Malaysia",
         "Rubber Gloves"),
    ],
)  # fmt: skip
def test_a_good_of_a_country_on_the_list_is_told_with_its_year(
    topic: str, value: dict[str, str], quote: str, good: str
) -> None:
    told = nlp.hints(topic, value, quote, denied=False, today=TODAY)
    assert good in {hint["good"] for hint in told}
    assert {(hint["kind"], hint["year"]) for hint in told} == {("goods", "2019")}
    assert nlp.hints(topic, value, quote, denied=True, today=TODAY) == ()


@pytest.mark.parametrize(
    ("topic", "value", "quote"),
    [
        ("ORIGIN.MATERIAL", {"material": "cotton", "country": "SE"}, "Cotton"),
        ("ORIGIN.MATERIAL", {"material": "steel", "country": "PK"}, "Steel from Pakistan"),
        ("ORIGIN.MATERIAL", {"country": "CN"}, "from China"),
        ("ORIGIN.COUNTRY", {}, "gloves"),
        ("LAB.CHILD", {"country": "CN", "material": "cotton"}, "Cotton"),
    ],
)
def test_what_is_not_on_the_list_is_told_nothing_of(
    topic: str, value: dict[str, str], quote: str
) -> None:
    assert nlp.hints(topic, value, quote, denied=False, today=TODAY) == ()


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("Intyg\nUtfärdad: 2021-03-04\nReviderad: 2022-05-06", date(2022, 5, 6)),
        ("Declaration\nIssued: 2031-01-01", None),
        ("Nothing here", None),
    ],
)
def test_the_day_of_a_document_is_the_last_it_tells_of_itself(page: str, day: date | None) -> None:
    assert nlp.document_day([page], today=TODAY) == day


def test_no_pages_have_no_day() -> None:
    assert nlp.document_day([], today=TODAY) is None
