"""A figure against its limit: that of the text where it names one, else one of the packs."""

from __future__ import annotations

import re
from datetime import date

from nlp.packs.entries import Limit
from nlp.rules import Rulebook, per_book
from nlp.values import Amount, amounts

_WITHIN = re.compile(
    r"complies|(?:below|under) (?:the )?[\d.,]+ ?\S{1,8} (?:action|limit|guide|threshold|reference)"
    r"|uppfyll\w*|klarar|under gräns\w*|under riktvärd\w*|below the limit|within the limit"
    r"|godkän\w*|\bpass\b|underskrid\w*|understig\w*|en femtedel av gräns\w*|limit \d"
)
_ABOVE = re.compile(
    r"above the limit|exceeds?\b|exceeding|över gräns\w*|överskrid\w*|överstig\w*|underkän\w*|fail"
    r"|over the limit|does not comply"
)
_PER_MILLION = {"mg/kg": 1.0, "ppm": 1.0, "µg/g": 1.0, "µg/kg": 0.001, "ppb": 0.001, "%": 10_000.0}


def per_million(amount: str, unit: str) -> float | None:
    """The amount in mg/kg; None where the unit is no share of weight."""
    factor = _PER_MILLION.get(unit)
    try:
        return float(amount) * factor if factor else None
    except ValueError:
        return None


def told(words: str) -> str:
    """`risk` or `support` where the words themselves say above or below the limit."""
    if _ABOVE.search(words):
        return "risk"
    return "support" if _WITHIN.search(words) else ""


_NUMBER = r"\d[\d ]*(?:[.,]\d+)*"
_STATED = re.compile(
    r"(?:(?:gräns\w*|limit\w*|riktvärde\w*|tak(?:et)?|max\w*|högst|tillåt\w*|krav\w*|thresholds?"
    r"|against|mot|specifi\w+|requirement\w*|require[sd]?|ceiling\w*|benchmark\w*|allow\w*"
    r"|permit\w*|accept\w*|godtar|medger|bar|cap)(?: \([^)]{1,30}\))?"
    r"(?: (?:är|is|are|being|of|på|for|för|enligt|för märkning|för barn|for babies|av|a|an|the|only"
    r"|bara|at|most|up|to|upp|till|om|den|value|values|level|\w+ limit|\w+ gräns|tillåtna"
    r"|limit is))*:? ?[<≤]? ?"
    rf"(?P<figure>{_NUMBER})"
    rf"|(?P<before>{_NUMBER}) ?(?:%|mg/kg|µg/kg|ppm|µg/cm²?2?/w\w+)? "
    r"(?:is (?:the limit|allowed|permitted)|permitted|allowed|är (?:tillåtet|gränsen)|tillåts))"
    r"(?! ?%? ?(?:of|av)\b)"
)


def stated(figure: Amount, words: str, *, english: bool = False) -> str:
    """`risk` or `support` by a limit that words behind the figure give."""
    found = _STATED.search(words)
    if not found:
        return ""
    at = found.start("figure") if found["figure"] else found.start("before")
    limit = next(amounts(words, at, len(words), english=english), None)
    return against(figure, figure.unit, limit, figure.unit) if limit else ""


def against(figure: Amount, unit: str, limit: Amount, limits_unit: str) -> str:
    """`risk` or `support` by a limit, each in the unit given where it tells none of its own.

    "" where the one cannot be told in the unit of the other.
    """
    own = figure.unit or unit
    limits_own = limit.unit or limits_unit or own
    if own == limits_own:
        return "risk" if float(figure.high) >= float(limit.high) else "support"
    found, allowed = per_million(figure.high, own), per_million(limit.high, limits_own)
    if found is None or allowed is None:
        return ""
    return "risk" if found >= allowed else "support"


@per_book
def _by_cas(book: Rulebook) -> dict[str, list[Limit]]:
    """The limits of each CAS number, and under "" those of every substance without its own."""
    found: dict[str, list[Limit]] = {}
    for one in book.limits:
        for cas in one.cas or ("",):
            found.setdefault(cas, []).append(one)
    return found


def allowed(cas: str, on: date) -> float | None:
    """The strictest limit in mg/kg that the packs have of a substance on a day, or of all."""
    for each in (cas, ""):
        if standing := [one.mg_per_kg for one in _by_cas().get(each, ()) if one.holds(on)]:
            return min(standing)
    return None


def judged(figure: Amount, unit: str, cas: str, words: str, *, on: date) -> str:
    """`risk` at or above the limit of that day, `support` below it; "" where none compares."""
    if by_words := told(words):
        return by_words
    share = per_million(figure.high, figure.unit or unit)
    limit = allowed(cas, on)
    if share is None or limit is None:
        return ""
    return "risk" if share >= limit else "support"
