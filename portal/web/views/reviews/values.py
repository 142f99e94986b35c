"""What a flag's value holds, as names and values in the person's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from portal.domain.answers import country_name
from portal.domain.days import last_day
from portal.domain.flags import CODE_NAMES, code_name
from portal.texts import N_, duration, exact_number, money, partial_day, translate

_FIGURE: Final = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")

VALUE_NAMES: Final[Mapping[str, str]] = {
    "name": N_("Substance"),
    "cas": N_("CAS number"),
    "ec": N_("EC number"),
    "amount": N_("Amount"),
    "list": N_("List"),
    "group": N_("Substance group"),
    "h_code": N_("Hazard statement"),
    "indicator": N_("Sign of forced labour"),
    "age": N_("Age"),
    "hours_per_week": N_("Hours a week"),
    "hours_per_day": N_("Hours a day"),
    "hours_per_month": N_("Hours a month"),
    "hours_per_year": N_("Hours a year"),
    "days_per_week": N_("Working days a week"),
    "rest_days_per_week": N_("Rest days a week"),
    "days_in_a_row": N_("Days of work in a row"),
    "wage": N_("Pay"),
    "wage_floor": N_("Minimum or living wage"),
    "overdue": N_("Pay late or missing for"),
    "notice": N_("Notice"),
    "operations": N_("Whose operations"),
    "country": N_("Country"),
    "site": N_("Site"),
    "material": N_("Material"),
    "model": N_("Chain of custody"),
    "mineral": N_("Mineral"),
    "standard": N_("Standard"),
    "number": N_("Number"),
    "date": N_("Date"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid to"),
    "grade": N_("Grade"),
}

OWN_WORDS: Final = frozenset({"name", "site", "grade"})
"""Values that stand as the paper has them, in its language."""

PER_NAMES: Final[Mapping[str, str]] = {
    "hour": N_("an hour"),
    "day": N_("a day"),
    "week": N_("a week"),
    "month": N_("a month"),
    "year": N_("a year"),
    "piece": N_("apiece"),
    "kg": N_("a kilogram"),
}
"""For how long, or for how much, a sum of pay is given."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a flag's value tells. ``own``: it stands in the paper's words."""

    name: str
    value: str
    own: bool = False


def facts(value: Mapping[str, str], language: str) -> tuple[Told, ...]:
    """The normalised fact as names and values, such as CAS number and 117-81-7."""
    given = [(name, value[name]) for name in VALUE_NAMES if value.get(name)]
    if "name" in value and value["name"] == value.get("cas"):
        given = [pair for pair in given if pair[0] != "name"]
    lines = [
        Told(
            translate(language, VALUE_NAMES[name]),
            _value(name, word, value, language),
            name in OWN_WORDS,
        )
        for name, word in given
    ]
    share = _share(value, language)
    return (*lines, Told(translate(language, N_("Share")), share)) if share else tuple(lines)


def _value(name: str, word: str, value: Mapping[str, str], language: str) -> str:
    if name == "country":
        return country_name(word, language)
    if name.startswith("hours_"):
        return _figure(word, language)
    if name == "amount":
        return f"{_figure(word, language)} {value.get('unit', '')}".strip()
    if name in ("wage", "wage_floor"):
        return _pay(name, value, language)
    if name in ("overdue", "notice"):
        return duration(word, language)
    if name in ("date", "valid_from", "valid_to") and last_day(word):
        return partial_day(word, language)
    if name in CODE_NAMES:
        return translate(language, code_name(name, word))
    return word


def _pay(name: str, value: Mapping[str, str], language: str) -> str:
    """A sum of money, or from which to which, with its currency and for how long it is paid."""
    ends = [value[name], value.get("wage_max", "") if name == "wage" else ""]
    figures = "–".join(
        money(Decimal(end), language) if _FIGURE.fullmatch(end) else end for end in ends if end
    )
    told = [figures, value.get("currency", "")]
    if per := PER_NAMES.get(value.get("per", "")):
        told.append(translate(language, per))
    return " ".join(filter(None, told))


def _share(value: Mapping[str, str], language: str) -> str:
    """The share by weight: one number, a range, or an upper bound."""
    ends = [_figure(value[name], language) for name in ("pct_min", "pct_max") if value.get(name)]
    if not ends:
        return ""
    if "pct_min" not in value:
        return f"≤ {ends[0]}\N{NO-BREAK SPACE}%"
    if "pct_max" not in value:
        return f"≥ {ends[0]}\N{NO-BREAK SPACE}%"
    return "–".join(dict.fromkeys(ends)) + "\N{NO-BREAK SPACE}%"


def _figure(value: str, language: str) -> str:
    """A figure with every decimal it was read with, and the language's own separators."""
    return exact_number(Decimal(value), language) if _FIGURE.fullmatch(value) else value
