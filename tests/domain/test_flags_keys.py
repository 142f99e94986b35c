"""What a person may write in the fields of a topic, and what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.flags import CODE_NAMES, KEYS, UNITS, Key, Topic
from portal.domain.flags.keys import checked
from portal.errors import Invalid

OWN = {key: topic for topic in Topic for key in KEYS[topic]}


def said(key: str, written: object, **more: object) -> str:
    return checked(OWN[Key(key)], {key: written, **more})[key]


def fault(key: str, written: object, **more: object) -> str:
    with pytest.raises(Invalid) as refused:
        checked(OWN[Key(key)], {key: written, **more})
    assert set(refused.value.fields) == {key}
    return refused.value.fields[key]


CLEAN = (
    ("cas", "117-81-7", "117-81-7"),
    ("cas", " 117 – 81 – 7 ", "117-81-7"),
    ("ec", "204-211-0", "204-211-0"),
    ("ec", "232-475-7", "232-475-7"),
    ("pct_min", "0,010 %", "0.010"),
    ("pct_max", "100", "100"),
    ("age", "15", "15"),
    ("hours_per_week", "37,5", "37.5"),
    ("h_code", "h 361fd", "H361fd"),
    ("h_code", "euh201a", "EUH201A"),
    ("country", "Vietnam", "VN"),
    ("country", "sydkorea", "KR"),
    ("country", "se", "SE"),
    ("country", "cn-xj", "CN-XJ"),
    ("material", "Palm  oil", "palm_oil"),
    ("material", "Bomull", "cotton"),
    ("material", "Torkad tång", "torkad_tång"),
    ("standard", "  OEKO-TEX   Standard 100 ", "OEKO-TEX Standard 100"),
    ("valid_to", {"year": "2026", "month": "3", "day": "1"}, "2026-03-01"),
    ("valid_to", {"year": "2026", "month": "3", "day": ""}, "2026-03"),
    ("date", "2024-06-27", "2024-06-27"),
)


@pytest.mark.parametrize(("key", "written", "kept"), CLEAN)
def test_what_is_written_is_kept_in_one_form(key: str, written: object, kept: str) -> None:
    assert said(key, written) == kept


WRONG = (
    ("cas", "117-81-8", "last digit"),
    ("cas", "117817", "two hyphens"),
    ("ec", "204-211-1", "last digit"),
    ("ec", "20-4211-0", "two hyphens"),
    ("pct_min", "101", "0 to 100"),
    ("pct_max", "-1", "0 to 100"),
    ("pct_max", "a little", "in figures"),
    ("age", "15.5", "whole years"),
    ("age", "121", "whole years"),
    ("hours_per_week", "169", "0 to 168"),
    ("h_code", "350", "H350"),
    ("h_code", "H360XX", "H350"),
    ("country", "Atlantis", "not recognised"),
    ("country", "ZZ-XJ", "not recognised"),
    ("country", "Sweden, Norway", "not recognised"),
    ("group", "sweets", "alternatives"),
    ("model", "identity preserved", "alternatives"),
    ("standard", "x" * 301, "300"),
    ("valid_to", {"year": "2026", "month": "13", "day": "1"}, "no date"),
    ("valid_to", {"year": "", "month": "3", "day": "1"}, "its year"),
    ("date", "26-01-01", "four figures"),
)


@pytest.mark.parametrize(("key", "written", "told"), WRONG)
def test_what_cannot_be_is_told_at_its_field(key: str, written: object, told: str) -> None:
    assert told in fault(key, written)


def test_fields_that_do_not_go_together_are_told() -> None:
    assert "lower" in fault("pct_max", "1", pct_min="2")
    assert "first" in fault("valid_to", "2025", valid_from="2026-02-01")
    with pytest.raises(Invalid) as refused:
        checked(Topic.CHEM_SUBSTANCE, {"amount": "2"})
    assert set(refused.value.fields) == {"unit"}
    with pytest.raises(Invalid) as refused:
        checked(Topic.CHEM_SUBSTANCE, {"unit": "mg/kg"})
    assert set(refused.value.fields) == {"amount"}
    assert said("amount", "0,010", unit="mg/kg") == "0.010"


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        checked(Topic.CHEM_SUBSTANCE, {"cas": "1", "ec": "1", "pct_max": "200"})
    assert set(refused.value.fields) == {"cas", "ec", "pct_max"}


def test_fields_of_other_topics_and_empty_ones_are_left_out() -> None:
    written = {"cas": "117-81-7", "indicator": "deposit", "age": "", "name": "  "}
    assert checked(Topic.CHEM_SUBSTANCE, written) == {"cas": "117-81-7"}
    assert checked(Topic.LAB_WAGE, written) == {}


@given(st.sampled_from(list(Topic)), st.dictionaries(st.sampled_from(list(Key)), st.text()))
def test_whatever_is_written_is_kept_or_told(topic: Topic, written: dict[str, object]) -> None:
    value: dict[str, str] = {}
    faults: dict[str, str] = {}
    try:
        value = checked(topic, written)
    except Invalid as problem:
        faults = problem.fields
    assert set(faults) <= set(KEYS[topic])
    assert set(value) <= set(KEYS[topic])
    assert all(value.values())
    # What is kept can be written again, and is the same.
    assert checked(topic, value) == value


@given(st.integers(10, 9_999_999), st.integers(0, 99), st.integers(0, 9))
def test_one_last_digit_in_ten_makes_a_cas_number(first: int, second: int, last: int) -> None:
    fits = []
    for digit in range(10):
        number = f"{first}-{second:02}-{digit}"
        try:
            fits.append(said("cas", number) == number)
        except Invalid:
            fits.append(False)
    assert sum(fits) == 1


def test_every_code_that_is_offered_is_taken() -> None:
    offered = {key: codes for key, codes in CODE_NAMES.items() if key in OWN}
    for key, codes in offered.items():
        assert {said(key, code) for code in codes} == set(codes)
    assert {
        checked(Topic.CHEM_SUBSTANCE, {"amount": "1", "unit": u})["unit"] for u in UNITS
    } == set(UNITS)
