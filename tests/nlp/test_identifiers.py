"""Check digits of CAS and EC numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.identifiers import cas_numbers, ec_numbers, is_cas, is_ec
from nlp.rules import rulebook


@pytest.mark.parametrize("number", ["117-81-7", "7439-92-1", "50-00-0", "335-67-1", "108-88-3"])
def test_a_right_cas_number_checks(number: str) -> None:
    assert is_cas(number)


@pytest.mark.parametrize("number", ["117-81-9", "7439-92-2", "50-00-1"])
def test_a_wrong_cas_number_does_not(number: str) -> None:
    assert not is_cas(number)


def test_a_remainder_of_ten_is_written_one() -> None:
    assert is_ec("204-211-0")
    assert not is_ec("204-211-1")
    tens = [n for n in range(200_000, 201_000) if _remainder(n) == 10]
    assert tens
    assert all(is_ec(f"{n // 1000}-{n % 1000:03}-1") for n in tens)


def _remainder(six: int) -> int:
    return sum(weight * int(digit) for weight, digit in enumerate(str(six), 1)) % 11


@given(st.integers(min_value=10_000, max_value=999_999_999))
def test_just_one_last_digit_checks(number: int) -> None:
    body = str(number)
    right = [d for d in range(10) if is_cas(f"{body[:-2]}-{body[-2:]}-{d}")]
    assert len(right) == 1


def test_numbers_are_found_with_blanks_and_broken_lines() -> None:
    text = "DEHP 117 - 81-\n7 och 204-211-0, daterat 2024-05-17"
    assert [found[2:] for found in cas_numbers(text, 0, len(text))] == [("117-81-7", True)]
    assert [found[2:] for found in ec_numbers(text, 0, len(text))] == [("204-211-0", True)]


def test_every_cas_number_of_the_packs_checks() -> None:
    named = [rule.name for rule in rulebook().of("substance") if rule.name[0].isdigit()]
    named += [cas for entry in rulebook().entries for cas in entry.cas]
    assert len(named) > 5_000
    assert [name for name in named if not is_cas(name)] == []
