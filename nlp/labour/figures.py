"""Hours of a week and ages of people, as a clause states them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.labour.counts import COUNT, number_of
from nlp.labour.lengths import period_of

_HOURS = re.compile(
    rf"\b({COUNT})(?:[.,]\d)?\s*-?\s*(?:tim\b|timm\w*|hours?\b|h\b)"
    r"|(?:som mest|maximum(?: being)?|up to|upp till|most|hours are|hours up to"
    r"|genomsnitt)\s+(\d{2,3})\b(?! %)"
    # "Peak: 63 (May)", "The average in June was 47": nothing is counted behind the figure.
    r"|\b(?:peak|snittet?|(?:weekly )?average)\b[^\d|;.]{0,24}\s(\d{2,3})(?=$|[.,;)](?!\d)| \()"
)
_AGES = re.compile(
    r"\b(1[0-9]|2[0-5])[- ]?(?:år\w*|years?\b|year-old\w*)"
    r"|(?:age of|aged|ages|under|below|over|than|was|about|age is|is|at least|minimum)\s+(1[0-9])\b"
    r"(?![.,]\d|\s*(?:%|per|hours|of |out|january|march|april|may|june|july))"
)
_SPELT = {
    "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "tretton": "13", "fjorton": "14", "femton": "15", "sexton": "16",
    "sjutton": "17", "arton": "18",
}  # fmt: skip
# Figures behind which no word says what they count, where the topic is known from elsewhere.
_BARE_AGE = re.compile(
    r"(?<![\d.,/:-])(1[2-9])(?![\d/:%-]|[.,]\d|\s*(?:%|hours?|tim\w*|h\b|per\b|of\b|av\b|kl\b"
    r"|workers?|people|personer|arbetare|jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec))"
)
_BARE_HOURS = re.compile(
    r"(?<![\d.,/:-])(\d{2,3})(?![\d/:%-]|[.,]\d{2}|\s*(?:%|per ?cent|procent|workers?|people"
    r"|av\b|of\b"
    r"|arbetare|anställda|personer|days|dagar|records?|jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep"
    r"|o[kc]t"
    r"|nov|dec))"
)
_TENS = {
    "forty": "40", "forty-eight": "48", "fifty": "50", "sixty": "60", "seventy": "70",
    "eighty": "80", "fyrtio": "40", "fyrtioåtta": "48", "femtio": "50", "sextio": "60",
    "sjuttio": "70", "åttio": "80",
}  # fmt: skip
_LEAST, _MOST = 20, 120  # hours of a week that anybody could mean
_DAILY = re.compile(r"per dag|a day|per day|om dagen|inom 24|dagligen|daily")
_WEEKLY = re.compile(r"vecka|week")


def hours_of(clause: str) -> str:
    """The hours of a week a clause states, the highest; "" without one."""
    if _DAILY.search(clause) and not _WEEKLY.search(clause):
        return ""
    told = (match for match in _HOURS.finditer(clause) if not _is_of(clause, match, _LONG))
    figures = [number_of(next(filter(None, match.groups()))) or 0 for match in told]
    figures = [figure for figure in figures if _LEAST <= figure <= _MOST]
    return str(max(figures)) if figures else ""


_LONG = ("month", "year")


def _is_of(clause: str, match: re.Match[str], periods: Sequence[str]) -> bool:
    return period_of(clause, *match.span()) in periods


def without_hours_of(clause: str, *periods: str) -> str:
    """`clause` without its hours of months or years, which no bound of a week judges."""
    return _HOURS.sub(lambda match: "" if _is_of(clause, match, periods) else match[0], clause)


def age_of(clause: str) -> str:
    """The age a clause states, in figures or in words; "" without one."""
    for match in _AGES.finditer(clause):
        return str(next(filter(None, match.groups())))
    return next(
        (digits for word, digits in _SPELT.items() if re.search(rf"\b{word}\b", clause)), ""
    )


def unsaid_hours_of(clause: str) -> str:
    """The highest figure of a clause on hours that may be hours of a week, or such words; or ""."""
    spelt = next((n for word, n in _TENS.items() if re.search(rf"\b{word}\b", clause)), "")
    told = (match for match in _BARE_HOURS.finditer(clause) if not _is_of(clause, match, _LONG))
    figures = [int(match[1]) for match in told]
    figures = [figure for figure in figures if _LEAST < figure < _MOST]
    return spelt or (str(max(figures)) if figures else "")


def unsaid_age_of(clause: str) -> str:
    """The first figure of a clause on children that may be an age; "" without one."""
    found = _BARE_AGE.search(clause)
    return found[1] if found else ""
