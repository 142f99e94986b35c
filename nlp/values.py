"""Figures in a text: amounts with unit, shares of weight, dates; decimal comma and point."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_NUMBER = r"\d{1,3}(?:[ \u00a0'’]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"
_BENEATH = (
    "lägre än|färre än|underskrider|underskridit|underskred|inte över|ej över|inget över"
    "|ingenting över|ingenstans över|beneath|underneath|lower than|fewer than|smaller than"
    "|not above|not over|nothing above|nothing over|nowhere above|nowhere over"
    "|falls short of|fall short of"
)
_BOUND = (
    r"<\s?=?|≤|>\s?=?|≥|mindre än|under|högst|max\.?|upp till|upp ti11|below"
    r"|understiger|understeg|(?:does|do|did) not exceed|not exceeding|överstiger (?:inte|ej)"
    rf"|{_BENEATH}|less than|up to|at most|maximum|not more than|minst|at least|over|över|more than"
)
_UNIT = (
    r"%|vikt-?%|viktprocent|vikt-procent|procent|per ?cent|w/w|wt-?%|mg/kg|µg/kg"
    r"|µg/g|ug/kg|ug/g|ppm|ppb|mg/l|mg/m3|mg/m³|µg/m2|µg/m²"
    r"|µg/cm2/vecka|µg/cm2/week|µg/cm²/week|µg/cm²/vecka|µg/cm2|µg/cm²|mg\b(?!/)|g/kg"
)
_AMOUNT = re.compile(
    rf"(?P<bound>{_BOUND})?\s*(?<![\w.,-])(?P<low>{_NUMBER})(?:\s*%?\s*(?:-|~|till|to)\s*(?P<bound2><\s?=?|≤)?\s*(?P<high>{_NUMBER}))?\s*(?P<unit>{_UNIT})?(?![\w-])",
    re.IGNORECASE,
)
_PERCENT = frozenset(
    [
        "%",
        "vikt%",
        "vikt-%",
        "viktprocent",
        "vikt-procent",
        "procent",
        "percent",
        "per cent",
        "w/w",
        "wt%",
        "wt-%",
    ]
)
_UPPER = frozenset(
    (
        "<",
        "≤",
        "mindre än",
        "under",
        "högst",
        "max",
        "upp till",
        "below",
        "less than",
        *_BENEATH.split("|"),
        "understiger",
        "understeg",
        "does not exceed",
        "do not exceed",
        "did not exceed",
        "not exceeding",
        "överstiger inte",
        "överstiger ej",
        "up to",
        "at most",
        "maximum",
        "not more than",
    )
)
_UNITS = {
    "ug/kg": "µg/kg", "ug/g": "µg/g", "µg/cm2/vecka": "µg/cm²/week", "µg/cm2/week": "µg/cm²/week",
    "µg/cm²/vecka": "µg/cm²/week", "mg/m3": "mg/m³", "µg/cm2": "µg/cm²", "µg/m2": "µg/m²",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure at [start, end); `low` and `high` are the same where one is given."""

    start: int
    end: int
    low: str
    high: str
    bound: str
    unit: str

    @property
    def percent(self) -> bool:
        """Is it a share of weight in per cent?"""
        return self.unit == "%"

    @property
    def upper(self) -> bool:
        """Is it an upper bound?"""
        return self.bound in _UPPER

    def values(self, unit: str = "") -> dict[str, str]:
        """The keys of the contract: shares as pct_min and pct_max, else amount and unit."""
        unit = self.unit or unit
        if unit == "%":
            if self.upper:
                return {"pct_max": self.high}
            return {"pct_min": self.low, "pct_max": self.high}
        return {"amount": self.high, "unit": unit} if unit else {}


def amounts(text: str, start: int, end: int, *, english: bool = False) -> Iterator[Amount]:
    """Every figure of text[start:end] in order; in English a comma may part thousands."""
    for match in _AMOUNT.finditer(text, start, end):
        low = number(match["low"], english=english)
        high = number(match["high"], english=english) if match["high"] else low
        bound = re.sub(r"[\s.=]+$", "", (match["bound"] or "").lower())
        yield Amount(match.start(), match.end(), low, high, bound, unit_of(match["unit"] or ""))


def unit_of(written: str) -> str:
    """The contract's name of a unit; "" when it is none."""
    written = written.lower().strip()
    if written.replace(" ", "") in _PERCENT:
        return "%"
    return _UNITS.get(written, written)


def unit_in(words: str) -> str:
    """The unit a heading names ("Resultat, mg/kg"), or ""."""
    found = re.search(rf"(?<![a-zåäö])(?:{_UNIT})", words, re.IGNORECASE)
    return unit_of(found.group()) if found else ""


# "1,700" in English, "1,250,000" in either language; "0,010" is a decimal everywhere.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")


def number(written: str, *, english: bool = False) -> str:
    """Digits with a decimal point, as written otherwise: "0,010" gives "0.010"."""
    if (english or written.count(",") > 1) and _THOUSANDS.fullmatch(written):
        return written.replace(",", "")
    return re.sub(r"[ \u00a0'’]", "", written).replace(",", ".")


_MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "januari january jan", "februari february feb", "mars march mar", "april apr",
            "maj may", "juni june jun", "juli july jul", "augusti august aug",
            "september sept sep", "oktober october okt oct",
            "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_LAST_MONTH = 12
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<iso>\b(?:19|20)\d\d(?P<sep>[-./])\d\d(?P=sep)\d\d\b)"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|:e)?(?:\s+of)?[\s-]+(?P<month>{_MONTH})\b\.?(?:[,-]?\s*(?P<year>(?:19|20)\d\d))?\b"
    rf"|\b(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d\d)\b"
    rf"|\b(?P<d3>\d{{1,2}})(?P<sep3>[-./])(?P<m3>\d{{1,2}})(?:(?P=sep3)|(?<=\d)[ -](?=20\d\d))"
    rf"(?P<y3>(?:19|20)\d\d)\b"
    rf"|\b(?P<d5>\d{{1,2}})(?P<sep5>[./])(?P<m5>\d{{1,2}})(?P=sep5)(?P<y5>\d\d)\b(?![./]?\d)"
    rf"|\b(?P<month4>{_MONTH})\.?,?\s+(?P<year4>(?:19|20)\d\d)\b(?![-./]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date at [start, end)."""

    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A date at [start, end), as exact as its words: "2025-04-30", "2025-04" or "2025"."""

    start: int
    end: int
    iso: str


def days(text: str, start: int, end: int, *, near: date) -> Iterator[Day]:
    """The dates of text[start:end]; one without a year is the last such day before `near`."""
    for match in _DATE.finditer(text, start, end):
        found = _day(match, near)
        if found:
            yield Day(match.start(), match.end(), found)


def moments(text: str, start: int, end: int) -> Iterator[Moment]:
    """The dates of text[start:end] that have a year.

    Of figures divided by strokes or dashes, where either may be the month, the year is sure.
    """
    for match in _DATE.finditer(text, start, end):
        if found := _moment(match):
            yield Moment(match.start(), match.end(), found)


_SHORT = re.compile(
    r"(?<![\w.,/-])(?:(?P<year>\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<one>\d{1,2})(?P<sep>[./])(?P<two>\d{1,2})(?P=sep)(?P<year2>\d\d))(?![\w/]|[.,-]\d)"
)
_SHORT_YEARS = range(10, 50)  # of this century; others are days or long ago


def short_moments(text: str, *, years_first: bool) -> Iterator[Moment]:
    """The dates of a text whose years have two figures; whoever asks knows that they are dates.

    "24-03-05" only where years come first, as in Swedish; of "5/3/24" the year alone is sure.
    """
    for match in _SHORT.finditer(text):
        if found := _short(match, years_first=years_first):
            yield Moment(match.start(), match.end(), found)


def _short(match: re.Match[str], *, years_first: bool) -> str:
    written = int(match["year"] or match["year2"])
    if written not in _SHORT_YEARS or (match["year"] and not years_first):
        return ""
    year = 2000 + written
    if match["year"]:
        found = _made(year, int(match["month"]), int(match["day"]))
        return found.isoformat() if found else ""
    one, two = int(match["one"]), int(match["two"])
    if match["sep"] == "/" and _either(one, two):
        return str(year)
    found = _made(year, two, one) or (_made(year, one, two) if match["sep"] == "/" else None)
    return found.isoformat() if found else ""


_PERIOD = re.compile(
    rf"\b(?:(?:the )?end of|last day of|slutet av|utgången av|sista)\s+(?:dagen i\s+)?"
    rf"(?:(?P<month>{_MONTH})\.?\s+)?(?P<year>20\d\d)\b"
    rf"|\bårsskiftet\s+(?P<turn>20\d\d)\b"
    rf"|(?<!\d )(?<!\d\. )\b(?P<month2>{_MONTH})\.?,?\s+(?P<year2>20\d\d)\b(?![-./]\d)"
    rf"|(?:till och med|t\.?\s?o\.?\s?m\.?|\btom|until|through"
    rf"|giltig\w* till|gäller till|valid (?:to|till)|valid:)\s+(?P<year3>20\d\d)\b(?![-./]?\d)",
    re.IGNORECASE,
)


def period_ends(text: str, start: int, end: int) -> Iterator[Day]:
    """The last day of each month or year in text[start:end] that is named without a day."""
    for match in _PERIOD.finditer(text, start, end):
        year = match["year"] or match["year2"] or match["year3"] or match["turn"]
        month = match["month"] or match["month2"]
        number = _MONTHS[month.lower()] if month else _LAST_MONTH
        day = _made(int(year), number, monthrange(int(year), number)[1])
        if day:
            yield Day(match.start(), match.end(), day)


def _moment(match: re.Match[str]) -> str:
    if match["year4"]:
        return f"{match['year4']}-{_MONTHS[match['month4'].lower()]:02}"
    if match["d3"] and match["sep3"] != "." and _either(int(match["d3"]), int(match["m3"])):
        return match["y3"]
    if match["d5"]:
        return ""
    if match["day"] and not match["year"]:
        return ""
    found = _day(match, date.min)
    return found.isoformat() if found else ""


def _either(first: int, second: int) -> bool:
    """May each of two figures be the month?"""
    return first != second and max(first, second) <= _LAST_MONTH


def _day(match: re.Match[str], near: date) -> date | None:
    if match["iso"]:
        return _made(*re.split(r"[-./]", match["iso"]))
    if match["d3"]:
        found = _made(match["y3"], match["m3"], match["d3"])
        return found or _made(match["y3"], match["d3"], match["m3"])
    if match["d5"]:
        year = f"20{match['y5']}"
        return _made(year, match["m5"], match["d5"]) or _made(year, match["d5"], match["m5"])
    if match["year4"]:
        return None
    month = _MONTHS[(match["month"] or match["month2"]).lower()]
    day, year = match["day"] or match["day2"], match["year"] or match["year2"]
    if year:
        return _made(year, month, day)
    found = _made(near.year, month, day)
    return found if found is None or found <= near else _made(near.year - 1, month, day)


def _made(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
