"""How long and how often: hours of a month, days of work on end, notice, pay that is late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.labour.counts import COUNT, number_of

# Swedish parts "i veckan", of each week, from "i år", which is this year.
_EACH = r"(?:/|\b(?:per|an?|each|every|in an?|varje|under en) |\b(?:i|om) (?=\w+(?:en|et|an)\b))"
_UNITS = {
    "day": r"day|shift|dag(?:en)?|dygn(?:et)?|skift",
    "week": r"(?:working |calendar )?week|(?:arbets)?vecka(?:n)?",
    "month": r"(?:calendar )?month|(?:kalender)?månad(?:en)?|mån",
    "year": r"(?:calendar )?year|annum|(?:kalender)?år(?:et)?",
}
# "100 hours of overtime a month": what may stand between the figure and its period.
_WITH = (
    r"(?: (?:of|in|total|overtime|extra|additional|more|work(?:ed)?|on average|övertid|arbetstid"
    r"|arbete|mertid|mer|totalt|i (?:genom)?snitt))*"
)
_PERIODS = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_BEHIND = re.compile(rf"{_WITH} ?{_EACH}(?:{_PERIODS})\b")
_OFTEN = "|".join(
    f"(?P<{name}_>{words})"
    for name, words in {
        "day": r"daily|dagligen|daglig\w*",
        "week": r"weekly|veckovis|week|vecka",
        "month": r"monthly|månads\w+|månatlig\w*",
        "year": r"annual(?:ly)?|yearly|årlig\w*|årsövertid",
    }.items()
)
_BEFORE = re.compile(rf"{_EACH}(?:{_PERIODS})\b|\b(?:{_OFTEN})\b")
_APART = re.compile(r"[,;:|(](?= )|[|(]")
_SPAN = 60  # characters before a figure within which its period is told
_HOURS = re.compile(rf"\b({COUNT})(?:[.,]\d+)?[ -]?(?:tim\b|timm\w*|hours?\b|h\b)")
_LONGEST = {"day": 24, "month": 400, "year": 4000}  # hours that anybody could mean


def period_of(clause: str, start: int, end: int) -> str:
    """The period that the figure at [start, end) is told for: "day" to "year"; "" if unsaid."""
    if behind := _BEHIND.match(clause, end):
        return behind.lastgroup or ""
    before = _APART.split(clause[max(0, start - _SPAN) : start])[-1]
    told = [match.lastgroup or "" for match in _BEFORE.finditer(before)]
    return told[-1].rstrip("_") if told else ""


def hours_by_period(clause: str) -> dict[str, str]:
    """The most hours a clause tells of a day, a month and a year: `hours_per_day` and so on.

    Those of a week are read by `nlp.labour.figures`.
    """
    most: dict[str, int] = {}
    for match in _HOURS.finditer(clause):
        period, hours = period_of(clause, *match.span()), number_of(match[1])
        if hours and hours <= _LONGEST.get(period, 0):
            most[period] = max(hours, most.get(period, 0))
    return {f"hours_per_{period}": str(hours) for period, hours in most.items()}


_OFF = (
    r"(?:rest days?|days? (?:off|of rest|free)|(?:full |whole )?free days?|weekly rest days?"
    r"|(?:hel |hela )?(?:ledig|fri)a? dag(?:ar)?|vilodag(?:ar)?|fridag(?:ar)?|dag(?:ar)?s? (?:ledig"
    r"\w*|vila)|dag(?:ar)? fri\w*)"
)
_A_WEEK = (
    r"(?:a|per|each|every|in (?:each|every|a)|in|i|varje|om|på) "
    r"(?:week|seven(?: days)?|7(?: days)?|veckan?|sju(?: dagar)?)\b"
)
_RESTS = re.compile(
    rf"\b({COUNT}) {_OFF} (?:\w+ )?{_A_WEEK}"
    rf"|\b({COUNT}) (?:day|dag) (?:in|av|på|i|of) (?:every )?(?:seven|7|sju)\b"
    rf"|(?:ledig\w*|free|off) ({COUNT}) (?:day|dag)(?:s|ar)? {_A_WEEK}"
)
_WORKDAYS = re.compile(
    rf"\b({COUNT}) (?:days?|dagar) {_A_WEEK}"
    rf"|\b({COUNT})[- ]day (?:working |work )?weeks?\b"
    r"|\b(sex|sju|fem)dagars(?:vecka|veckor)\b"
)
_RUN = re.compile(
    rf"\b({COUNT}) (?:\w+ )?(?:days|dagar)(?: of work| arbete)? (?:in a row|on end|running"
    r"|straight"
    r"|in succession|without (?:an? |any )?(?:\w+ )?(?:rest|day off|break|free day)"
    r"|i rad|i sträck|i följd|i ett kör|utan (?:en |någon )?(?:vila|ledig\w*|vilodag"
    r"|avbrott|uppehåll))"
    rf"|\b({COUNT}) (?:consecutive|straight|successive|unbroken|sammanhängande) (?:\w+ )?"
    r"(?:days|(?:arbets)?dagar)\b"
)
_WEEK = 7
_LONGEST_RUN = 99  # days: more are no run of work that a clause tells


def days_of_work(clause: str) -> dict[str, str]:
    """Days of work and of rest in a week, and days of work on end, where a clause tells them.

    The keys are `days_per_week`, `rest_days_per_week` and `days_in_a_row`.
    """
    rests = _counted(_RESTS, clause)
    runs = [days for days in _counted(_RUN, clause) if _WEEK <= days <= _LONGEST_RUN]
    workdays = [days for days in _counted(_WORKDAYS, clause) if 1 < days <= _WEEK]
    found = {
        "days_per_week": 0 if rests else max(workdays, default=0),
        "rest_days_per_week": min((days for days in rests if days < _WEEK), default=0),
        "days_in_a_row": max(runs, default=0),
    }
    return {key: str(days) for key, days in found.items() if days}


def _counted(pattern: re.Pattern[str], clause: str) -> list[int]:
    told = (next(filter(None, match.groups())) for match in pattern.finditer(clause))
    return [number for word in told if (number := number_of(word))]


_LENGTH = (
    rf"({COUNT})[ -]((?:calendar |working )?(?:days?|weeks?|months?)|dag(?:ar)?s?"
    r"|veck(?:a|or)s?|månad(?:er)?s?)"
)
_NOTICE = re.compile(
    rf"\b{_LENGTH}'?s?'? (?:written )?(?:notice|uppsägning\w*|varsel)"
    rf"|(?:notice(?: period)?|uppsägningstid\w*|varsel)(?: (?:of|is|was|on|på|är|om|var|med))+"
    rf" {_LENGTH}\b"
)
_OVERDUE = re.compile(
    rf"\b{_LENGTH} (?:too )?(?:late|för sent|sent|försen\w*|overdue|in arrears)"
    rf"|(?:late by|delayed (?:by|for)|försen\w* (?:med|i)|dröjde(?: i)?|waited|väntat(?: i)?"
    rf"|väntade(?: i)?|vänta(?: i)?|unpaid for|not (?:been )?paid (?:for|in)"
    rf"|without (?:pay|wages) for"
    rf"|obetal\w+ i|utan lön i|inte (?:fått|betalats?)(?: ut)?(?: \w+)? i)"
    rf" {_LENGTH}\b"
)
_DURATION = {"d": "D", "w": "W", "v": "W", "m": "M"}  # by the first letter of its unit
_LEAVING = re.compile(r"quit|resign|leav|terminat|dismiss|notice period|uppsäg|säg\w* upp|slut")


def notice(clause: str) -> str:
    """The notice of leaving a clause tells, as an ISO 8601 duration: "P30D"; "" without one."""
    if not _LEAVING.search(clause):
        return ""
    return next(_durations(_NOTICE, clause), "")


def overdue(clause: str) -> str:
    """For how long a clause says pay is late or missing, as such a duration; "" without one."""
    return next(_durations(_OVERDUE, clause), "")


def _durations(pattern: re.Pattern[str], clause: str) -> Iterator[str]:
    for match in pattern.finditer(clause):
        count, unit = list(filter(None, match.groups()))[:2]
        if number := number_of(count):
            yield f"P{number}{_DURATION[unit.split()[-1][0]]}"
