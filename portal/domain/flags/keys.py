"""The keys of a flag's value: which belong to a topic, and what a person may write in each."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from portal.domain.answers import country_codes, country_names
from portal.domain.flags.values import CODE_NAMES
from portal.domain.flags.vocabulary import Topic
from portal.domain.written import (
    BACKWARDS,
    CHOOSE,
    backwards,
    each_taken,
    figure,
    line,
    partial_date,
    short_line,
)
from portal.errors import Invalid
from portal.texts import LANGUAGES, N_, translate


class Key(StrEnum):
    """What a value can tell of a fact."""

    NAME = "name"
    CAS = "cas"
    EC = "ec"
    PCT_MIN = "pct_min"
    PCT_MAX = "pct_max"
    AMOUNT = "amount"
    UNIT = "unit"
    LIST = "list"
    DATE = "date"
    GROUP = "group"
    H_CODE = "h_code"
    INDICATOR = "indicator"
    AGE = "age"
    HOURS = "hours_per_week"
    SITE = "site"
    MATERIAL = "material"
    COUNTRY = "country"
    MODEL = "model"
    MINERAL = "mineral"
    STANDARD = "standard"
    NUMBER = "number"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    GRADE = "grade"


_SUBSTANCE: Final = (Key.NAME, Key.CAS, Key.EC, Key.PCT_MIN, Key.PCT_MAX, Key.AMOUNT, Key.UNIT)
_CERTIFICATE: Final = (Key.STANDARD, Key.NUMBER, Key.VALID_FROM, Key.VALID_TO, Key.GRADE)
_KEYS: Final[Mapping[Topic, tuple[Key, ...]]] = {
    Topic.CHEM_SUBSTANCE: _SUBSTANCE,
    Topic.CHEM_LIST: (Key.LIST, Key.DATE),
    Topic.CHEM_GROUP: (Key.GROUP,),
    Topic.CHEM_HAZARD: (Key.H_CODE,),
    Topic.LAB_FORCED: (Key.INDICATOR,),
    Topic.LAB_CHILD: (Key.AGE,),
    Topic.LAB_HOURS: (Key.HOURS,),
    Topic.ORIGIN_COUNTRY: (Key.COUNTRY,),
    Topic.ORIGIN_SITE: (Key.SITE, Key.COUNTRY),
    Topic.ORIGIN_MATERIAL: (Key.MATERIAL, Key.COUNTRY, Key.MODEL),
    Topic.ORIGIN_MINERALS: (Key.MINERAL,),
    Topic.CERT: _CERTIFICATE,
}
KEYS: Final[Mapping[Topic, tuple[Key, ...]]] = MappingProxyType(
    {topic: _KEYS.get(topic, ()) for topic in Topic}
)
"""Of each topic the keys that its value can have, in the order in which they are asked for."""

DATE_KEYS: Final = frozenset({Key.DATE, Key.VALID_FROM, Key.VALID_TO})
FIGURE_KEYS: Final = frozenset({Key.PCT_MIN, Key.PCT_MAX, Key.AMOUNT, Key.AGE, Key.HOURS})
UNITS: Final = (
    "mg/kg", "µg/kg", "µg/g", "g/kg", "ppm", "ppb", "mg", "mg/l", "mg/m³", "µg/m²", "µg/cm²/week",
)  # fmt: skip
OLDEST: Final = 120  # years
WEEK: Final = 7 * 24  # hours

_CAS: Final = re.compile(r"([0-9]{2,7})-([0-9]{2})-([0-9])")
_EC: Final = re.compile(r"([0-9]{3})-([0-9]{3})-([0-9])")
# The small letters of the statement tell "is suspected of it" from "may": f from F, d from D.
_HAZARD: Final = re.compile(r"[Hh]([2-4][0-9]{2}(?:i|[FfDd]{1,2})?)")
_HAZARD_EU: Final = re.compile(r"EUH[0-9]{3}A?")
_REGION: Final = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")
# How dashes are printed, or come out of a scan.
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))

NO_CAS: Final = N_("Write the CAS number with its two hyphens, such as 117-81-7.")
CAS_FAILS: Final = N_(
    "This CAS number cannot be right: its last digit does not fit the others. Compare it with the"
    " paper."
)
NO_EC: Final = N_("Write the EC number with its two hyphens, such as 204-211-0.")
EC_FAILS: Final = N_(
    "This EC number cannot be right: its last digit does not fit the others. Compare it with the"
    " paper."
)
NO_SHARE: Final = N_("Write a share from 0 to 100 per cent.")
NO_AMOUNT: Final = N_("Write 0 or more.")
NO_AGE: Final = N_("Write the age in whole years, from 0 to 120.")
NO_HOURS: Final = N_("Write the hours of one week, from 0 to 168.")
NO_HAZARD: Final = N_("Write the code of the hazard statement, such as H350, H360FD or EUH208.")
NO_COUNTRY: Final = N_(
    "The country was not recognised. Write its name in full, its two letters, or a region such as"
    " CN-XJ."
)
BELOW: Final = N_("The upper bound cannot be below the lower.")
NO_UNIT: Final = N_("Choose the unit of the amount.")
UNIT_ALONE: Final = N_("Write the amount that the unit belongs to.")


def checked(topic: Topic, written: Mapping[str, object]) -> dict[str, str]:
    """What a person wrote in the fields of a topic, each in its one form; empty ones left out.

    Raises Invalid whose ``fields`` carry the keys.
    """
    said, faults = each_taken(KEYS[topic], lambda key: _checked(key, written.get(key, "")))
    value = {key.value: text for key, text in said.items() if text}
    faults = _together(value) | faults
    if faults:
        raise Invalid(faults)
    return value


def _checked(key: Key, written: object) -> str:
    if key in DATE_KEYS:
        return partial_date(key, written)
    text = short_line(key, written)
    return _CHECKS.get(key, _as_written)(key, text) if text else ""


def _together(value: Mapping[str, str]) -> dict[str, str]:
    """What is wrong between fields that are right by themselves."""
    faults: dict[str, str] = {}
    if Decimal(value.get(Key.PCT_MIN, "0")) > Decimal(value.get(Key.PCT_MAX, "100")):
        faults[Key.PCT_MAX.value] = BELOW
    if backwards(value.get(Key.VALID_FROM, ""), value.get(Key.VALID_TO, "")):
        faults[Key.VALID_TO.value] = BACKWARDS
    if Key.AMOUNT in value and Key.UNIT not in value:
        faults[Key.UNIT.value] = NO_UNIT
    if Key.UNIT in value and Key.AMOUNT not in value:
        faults[Key.AMOUNT.value] = UNIT_ALONE
    return faults


def _as_written(_key: Key, text: str) -> str:
    return text


def _code(key: Key, text: str) -> str:
    if text not in CODE_NAMES[key]:
        raise Invalid({key: CHOOSE})
    return text


def _unit(key: Key, text: str) -> str:
    if text not in UNITS:
        raise Invalid({key: CHOOSE})
    return text


def _cas(key: Key, text: str) -> str:
    """The last digit is the sum of the others, each times its place from the right, modulo 10."""
    match = _CAS.fullmatch(_joined(text))
    if match is None:
        raise Invalid({key: NO_CAS})
    digits = [int(digit) for digit in match[1] + match[2]]
    if sum(n * digit for n, digit in enumerate(reversed(digits), start=1)) % 10 != int(match[3]):
        raise Invalid({key: CAS_FAILS})
    return match[0]


def _ec(key: Key, text: str) -> str:
    """The last digit is the sum of the others, each times its place, modulo 11; 10 is written 1."""
    match = _EC.fullmatch(_joined(text))
    if match is None:
        raise Invalid({key: NO_EC})
    digits = [int(digit) for digit in match[1] + match[2]]
    rest = sum(n * digit for n, digit in enumerate(digits, start=1)) % 11
    if int(match[3]) != (1 if rest == 10 else rest):
        raise Invalid({key: EC_FAILS})
    return match[0]


def _joined(text: str) -> str:
    return "".join(text.translate(_DASHES).split())


def _share(key: Key, text: str) -> str:
    share = figure(key, text.replace("%", ""))
    if not 0 <= share <= 100:
        raise Invalid({key: NO_SHARE})
    return _plain(share)


def _amount(key: Key, text: str) -> str:
    amount = figure(key, text)
    if amount < 0:
        raise Invalid({key: NO_AMOUNT})
    return _plain(amount)


def _age(key: Key, text: str) -> str:
    age = figure(key, text)
    if not 0 <= age <= OLDEST or age != age.to_integral_value():
        raise Invalid({key: NO_AGE})
    return str(int(age))


def _hours(key: Key, text: str) -> str:
    hours = figure(key, text)
    if not 0 <= hours <= WEEK:
        raise Invalid({key: NO_HOURS})
    return _plain(hours)


def _plain(number: Decimal) -> str:
    """With the decimals that were written: 0.010 tells more than 0.01."""
    return format(number.copy_abs() if number == 0 else number, "f")


def _hazard(key: Key, text: str) -> str:
    code = "".join(text.split())
    if _HAZARD_EU.fullmatch(code.upper()):
        return code.upper()
    match = _HAZARD.fullmatch(code)
    if match is None:
        raise Invalid({key: NO_HAZARD})
    return "H" + match[1]


def _country(key: Key, text: str) -> str:
    region = _REGION.fullmatch(_joined(text).upper())
    if region and region[1] in country_names("en"):
        return region[0]
    codes = tuple(country_codes(text))
    if len(codes) != 1 or codes[0] not in country_names("en"):
        raise Invalid({key: NO_COUNTRY})
    return codes[0]


def _material(_key: Key, text: str) -> str:
    """The code of a material that has a name in either language; another as it is written."""
    words = line(text.replace("_", " ")).casefold()
    return _materials().get(words, "_".join(words.split()))


@cache
def _materials() -> Mapping[str, str]:
    return {
        translate(language, name).casefold(): code
        for language in LANGUAGES
        for code, name in CODE_NAMES[Key.MATERIAL].items()
    }


_CHECKS: Final[Mapping[Key, Callable[[Key, str], str]]] = {
    Key.CAS: _cas,
    Key.EC: _ec,
    Key.PCT_MIN: _share,
    Key.PCT_MAX: _share,
    Key.AMOUNT: _amount,
    Key.UNIT: _unit,
    Key.AGE: _age,
    Key.HOURS: _hours,
    Key.H_CODE: _hazard,
    Key.COUNTRY: _country,
    Key.MATERIAL: _material,
    **dict.fromkeys((Key.LIST, Key.GROUP, Key.INDICATOR, Key.MODEL, Key.MINERAL), _code),
}
