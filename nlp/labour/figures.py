"""Hours of a week and ages of people, as a clause states them."""

from __future__ import annotations

import re

_HOURS = re.compile(
    r"\b(\d{2,3})(?:[.,]\d)?\s*-?\s*(?:tim\b|timm\w*|hours?\b|h\b)"
    r"|(?:som mest|maximum(?: being)?|up to|upp till|most|hours are|hours up to"
    r"|genomsnitt)\s+(\d{2,3})\b(?! %)"
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
_DAILY = re.compile(r"per dag|a day|per day|om dagen|inom 24|dagligen|daily")
_WEEKLY = re.compile(r"vecka|week")


def hours_of(clause: str) -> str:
    """The hours of a week a clause states, the highest; "" without one."""
    if _DAILY.search(clause) and not _WEEKLY.search(clause):
        return ""
    figures = [int(next(filter(None, match.groups()))) for match in _HOURS.finditer(clause)]
    figures = [figure for figure in figures if 20 <= figure <= 120]
    return str(max(figures)) if figures else ""


def age_of(clause: str) -> str:
    """The age a clause states, in figures or in words; "" without one."""
    for match in _AGES.finditer(clause):
        return str(next(filter(None, match.groups())))
    return next(
        (digits for word, digits in _SPELT.items() if re.search(rf"\b{word}\b", clause)), ""
    )
