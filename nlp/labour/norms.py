"""What conventions and codes set for hours of work and for ages, and which figures go beyond."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import nan

from nlp.labour.figures import MOST
from nlp.rules import Rulebook, per_book

_OLDEST, _LONGEST = 30, 100  # years and hours up to which figures are looked for by themselves


def norm(name: str) -> float:
    """The figure of a norm; where no pack tells it NaN, which compares with nothing."""
    return _norms().get(name, nan)


@per_book
def _norms(book: Rulebook) -> dict[str, int]:
    return {one.name: one.figure for one in book.norms}


@per_book
def grown(book: Rulebook) -> re.Pattern[str]:
    """ "18 years and older", "over 18": the people told of are no children."""
    adult = _figures(book, "adult_age", end=_OLDEST)
    return re.compile(
        rf"\b(?:{adult})\b.{{0,16}}(?:older|over|above|äldre|minimum)"
        rf"|(?:over|above|över|fyllt|fyllda) (?:{adult.partition('|')[0]})"
    )


@per_book
def peak(book: Rulebook) -> re.Pattern[str]:
    """The week of the longest hours, told without the word hours behind its figure."""
    longer = _figures(book, "longest_week", above=1, end=_LONGEST)
    return re.compile(
        r"(?:peak\w*|maximum|longest|highest|at most|up to|högst|längsta|som mest"
        rf"|toppa\w*)\b[^|]{{0,40}}?\b(?:{longer})\b(?! ?%)"
    )


@per_book
def long_hours(book: Rulebook) -> re.Pattern[str]:
    """As many hours as the longest week, or more."""
    return re.compile(rf"\b(?:{_figures(book, 'longest_week', end=MOST)})\b\s*(?:tim|hours|h\b)")


@per_book
def lax(book: Rulebook) -> re.Pattern[str]:
    """Hours or an age that no rule may allow: "70 hours", "13 år", "the age of 12"."""
    longer = _figures(book, "longest_week", above=1, end=90)
    years, ages = _below(book, "working_age", 12), _below(book, "working_age", 10)
    return re.compile(rf"\b(?:(?:{longer}) (?:timmar|hours)|(?:{years}) år|age of (?:{ages}))\b")


def _figures(book: Rulebook, name: str, *, above: int = 0, end: int) -> str:
    """A pattern of the whole figures from a norm, or `above` it, up to `end`, exclusive."""
    return _any_of(range(one.figure + above, end) for one in book.norms if one.name == name)


def _below(book: Rulebook, name: str, first: int) -> str:
    """A pattern of the whole figures from `first` up to a norm, exclusive."""
    return _any_of(range(first, one.figure) for one in book.norms if one.name == name)


def _any_of(found: Iterable[range]) -> str:
    return "|".join(str(figure) for figures in found for figure in figures) or "(?!)"
