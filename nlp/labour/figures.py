"""Hours of a week and ages of people, as a clause states them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.labour.counts import COUNT, SPELT, number_of
from nlp.labour.lengths import period_of

# Nothing is counted behind a figure but weeks, and it is no share.
_BARE = (
    r"(?=$|[.,;)](?!\d)| (?:a|per|in|i|om|during|under|for|because|last|and|och|but|men|before"
    r"|före|including|inclusive|inklusive)\b)"
    r"(?! (?:per ?cent|i procent))"
)
_HOURS = re.compile(
    rf"\b({COUNT})(?:[.,]\d)?\s*-?\s*(?:(?:working|work) )?(?:tim\b|timm\w*|hours?\b|h\b)"
    r"|(?:som mest|maximum(?: being)?|up to|upp till|most|hours are|hours up to"
    r"|(?:normal|ordinary|regular|standard) hours(?: of work)?:?"
    r"|genomsnitt)\s+(\d{2,3})\b(?! %)"
    # "Peak: 63 (May)", "The average in June was 47": nothing is counted behind the figure.
    r"|\b(?:peak|snittet?|(?:weekly )?average)\b[^\d|;.]{0,24}\s(\d{2,3})(?=$|[.,;)](?!\d)| \()"
    # "Hours averaged 63 a week", "may not exceed 60 in any week", "highest 68"
    r"|\b(?:peak(?:ed|s)? at|averaged|capped at|limited to|exceed(?:ed|s|ing)?"
    r"|surpass(?:ed|es|ing)?|reached"
    r"|highest(?: was| figure)?|topp(?:ade|ar)? på|snittade på|låg på|översteg|överstiga|överstiger"
    rf"|högsta (?:notering(?:en)?|värde(?:t)?|siffra(?:n)?)(?: var| är)?) (\d{{2,3}}){_BARE}"
    r"|(?<![\d.,:/-])(\d{2,3}) (?:a|per|in an?y?|in one|i|om|as (?:the )?highest)"
    r" (?:week\b|veckan\b|vecka\b|figure\b)"
)
# Of an age that reaches to another, "16-17 years", "14 and under", the first is meant.
_REACHES = r"(?:(?:\s?-\s?| (?:to|and|or|och|eller|till) )(?:1[0-9]|2[0-5]))?"
# Behind an age no unit stands, and no month: "18 May 2024", but "nobody under 18 may".
_NO_UNIT = (
    r"(?![\d.,/:-]*\d|\s*(?:%|per\b|hours|tim|kl\b|of |av |out|people|workers|personer|arbetare"
    r"|january|march|april|may(?! [a-z])|june|july|januari|mars|maj|juni|juli))"
)
_YOUNG = (
    r"(?:(?:boys?|girls?|lads?|cousins?|brothers?|sisters?|sons?|daughters?|trainees?|interns?"
    r"|apprentices?|students?|pupils?|workers?|persons?|youths?|adolescents|minors?|teenagers?"
    r"|child|children|helpers?|pojk(?:e|en|ar|arna)|flick(?:a|an|or|orna)|lärling(?:en|ar|arna)?"
    r"|\w*praktikant(?:en|er|erna)?|\w*elev(?:en|er|erna)?|ungdom(?:en|ar|arna)?|unga|barn(?:et|en)?"
    r"|personer|arbetare)(?: \w+)??"
    r" (?:of|aged|between|at|from|is|are|was|were|på|är|var|mellan|om))"
)
_AGES = re.compile(
    rf"\b(1[0-9]|2[0-5]){_REACHES}[- ]?(?:år\w*|years?\b|year-old\w*)"
    r"|(?:\b(?:age of|ages? (?:of|from)|aged|ages?:?|under|below|over|than|was|about|age is|is"
    r"|at least|minimum(?: age:?)?|turned|reached|före|över|fyll(?:t|da|er)|ålder:?|minimiålder:?"
    rf"|between|mellan|lägst|minst)|\b{_YOUNG}) (1[0-9]){_REACHES}\b{_NO_UNIT}"
    r"|\b(?:youngest|yngst[ea]?)\b(?: \w+){0,2}?:? ([1-3]\d)\b(?![.,]\d|\s*%)"
    r"|\b(?:must be|have to be|måste vara|ska vara|are|är) (1[0-9])\b(?= (?:or|and|eller|och) "
    r"(?:older|over|above|äldre|över)| (?:at the youngest|som yngst))"
)
_SPELT_AGE = re.compile(rf"\b{_YOUNG} ({SPELT})(?! (?:hour|tim|day|dag|month|månad))")
_NUMBER = re.compile(rf"\b{SPELT}")
_CHILDREN = range(6, 19)  # years of somebody who is told of as young
_TEENS = range(13, 19)  # years: an age that words alone tell
# Figures behind which no word says what they count, where the topic is known from elsewhere.
_BARE_AGE = re.compile(
    r"(?<![\d.,/:-])(1[2-9])(?![\d/:%-]|[.,]\d|\s*(?:%|hours?|tim\w*|h\b|per\b|of\b|av\b|kl\b"
    r"|workers?|people|personer|arbetare|jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec))"
)
_BARE_HOURS = re.compile(
    r"(?<![\d.,/:-])(\d{2,3})(?![\d/:%-]|[.,]\d{2}|\s*(?:%|per ?cent|procent|workers?|people"
    r"|av\b|of\b|arbetare|anställda|personer|days|dagar|records?|jan|feb|mar|apr|ma[jy]|jun|jul"
    r"|aug|sep|o[kc]t|nov|dec))"
)
_TENS = {
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "fyrtio": "40",
    "fyrtioåtta": "48", "femtio": "50", "sextio": "60", "sjuttio": "70", "åttio": "80",
}  # fmt: skip
LEAST, MOST = 20, 120  # hours of a week that anybody could mean
_DAILY = re.compile(r"per dag|a day|per day|om dagen|inom 24|dagligen|daily")
_WEEKLY = re.compile(r"vecka|week")
_A_DAY = r"(?:(?: ?/ ?| (?:per|a|om|i) )(?:dag(?:en)?|day)\b| dagligen| daily)"
_OF_DAY = re.compile(rf"\b{COUNT}(?:[.,]\d)?[ -]?(?:timmar|tim|hours?|h){_A_DAY}")
# "Tio timmar om dagen, sex dagar i veckan", "12-hour shifts on six days"
_DAYS = re.compile(
    rf"\b(?P<hours>{COUNT})[ -]?(?:(?:timmar|tim|hours?|h){_A_DAY}|hour (?:shifts?|days?)"
    rf"|timmars(?:skift|pass|dagar))[^.;|\d]{{0,14}}?\b(?P<days>[5-7]|fem|sex|sju|five|six|seven)"
    r" (?:dagar|days)(?! (?:off|lediga|semester|on end|in a row|i rad|i sträck))"
)


def figure_of(topic: str, clause: str, *, bare: bool = False) -> dict[str, str]:
    """The hours or the age a clause tells; `bare` figures too, where the topic is known."""
    hours = age = ""
    if topic == "LAB.HOURS":
        hours = _hours_of(clause) or (_unsaid_hours_of(clause) if bare else "")
    if topic == "LAB.CHILD":
        age = _age_of(clause) or (_unsaid_age_of(clause) if bare else "")
    return {key: word for key, word in (("hours_per_week", hours), ("age", age)) if word}


def _hours_of(clause: str) -> str:
    """The hours of a week a clause states, the highest; "" without one."""
    whole = clause
    if _DAILY.search(clause) and not _WEEKLY.search(clause):
        # "Elva timmar per dag, alltså 66 timmar": what is told of a day is no week's.
        clause = _OF_DAY.sub("", clause)
    told = (match for match in _HOURS.finditer(clause) if not _is_of(clause, match, _LONG))
    figures = [_figure(clause, match) for match in told]
    figures = [figure for figure in figures if LEAST <= figure <= MOST]
    return f"{max(figures):g}" if figures else _days_of(whole)


_TENTH = re.compile(r"[.,](\d)(?!\d)")


def _figure(clause: str, match: re.Match[str]) -> float:
    """The number that a match tells, with the decimal behind it: a week of 37.5 hours."""
    group = next(one for one, word in enumerate(match.groups(), 1) if word)
    tenth = _TENTH.match(clause, match.end(group))
    return (number_of(match[group]) or 0) + (int(tenth[1]) / 10 if tenth else 0)


def _days_of(clause: str) -> str:
    """The hours of a week of so many days of so many hours; "" where they are not told."""
    found = _DAYS.search(clause)
    hours = (number_of(found["hours"]) or 0) * (number_of(found["days"]) or 0) if found else 0
    return str(hours) if LEAST <= hours <= MOST else ""


_LONG = ("month", "year")


def _is_of(clause: str, match: re.Match[str], periods: Sequence[str]) -> bool:
    return period_of(clause, *match.span()) in periods


def without_hours_of(clause: str, *periods: str) -> str:
    """`clause` without its hours of `periods` ("month", "year"): no bound of a week judges them."""
    return _HOURS.sub(lambda match: "" if _is_of(clause, match, periods) else match[0], clause)


def _age_of(clause: str) -> str:
    """The age a clause states, in figures or else in words the lowest; "" without one."""
    if match := _AGES.search(clause):
        return str(next(filter(None, match.groups())))
    if (match := _SPELT_AGE.search(clause)) and (age := number_of(match[1]) or 0) in _CHILDREN:
        return str(age)
    spelt = {number_of(word) for word in _NUMBER.findall(clause)}
    return next((str(age) for age in _TEENS if age in spelt), "")


def _unsaid_hours_of(clause: str) -> str:
    """The highest figure of a clause on hours that may be hours of a week, or such words; or ""."""
    spelt = next((n for word, n in _TENS.items() if re.search(rf"\b{word}\b", clause)), "")
    told = (match for match in _BARE_HOURS.finditer(clause) if not _is_of(clause, match, _LONG))
    figures = [int(match[1]) for match in told]
    figures = [figure for figure in figures if LEAST < figure < MOST]
    return spelt or (str(max(figures)) if figures else "")


def _unsaid_age_of(clause: str) -> str:
    """The first figure of a clause on children that may be an age; "" without one."""
    found = _BARE_AGE.search(clause)
    return found[1] if found else ""
