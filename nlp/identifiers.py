"""Numbers that name a substance, with their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CAS = re.compile(r"(?<![\d-])(\d{2,7})\s?-\s?(\d{2})\s?-\s?(\d)(?![\d-])")
_EC = re.compile(r"(?<![\d-])([1-9]\d{2})\s?-\s?(\d{3})\s?-\s?(\d)(?![\d-])")


def is_cas(number: str) -> bool:
    """Does the last digit of a CAS number check the others, weighed from the right?"""
    digits = number.replace("-", "")
    weighed = sum(weight * int(digit) for weight, digit in enumerate(reversed(digits[:-1]), 1))
    return weighed % 10 == int(digits[-1])


def is_ec(number: str) -> bool:
    """Does the last digit of an EC number check the others? A remainder of 10 is written 1."""
    digits = number.replace("-", "")
    remainder = sum(weight * int(digit) for weight, digit in enumerate(digits[:-1], 1)) % 11
    return (1 if remainder == 10 else remainder) == int(digits[-1])


def cas_numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """Start, end, number and whether it checks, of all that is written like a CAS number."""
    for match in _CAS.finditer(text, start, end):
        number = "-".join(match.groups())
        if not _is_date(match):
            yield match.start(), match.end(), number, is_cas(number)


def ec_numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """The same for EC numbers."""
    for match in _EC.finditer(text, start, end):
        number = "-".join(match.groups())
        yield match.start(), match.end(), number, is_ec(number)


def _is_date(match: re.Match[str]) -> bool:
    year, month, _ = match.groups()
    return len(year) == 4 and year[:2] in ("19", "20") and 1 <= int(month) <= 12
