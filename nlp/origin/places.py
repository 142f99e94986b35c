"""Countries, regions and towns in a passage, and which of them are of people."""

from __future__ import annotations

import re

from nlp.matching import Hit, outermost
from nlp.passages import Passage


def places(passage: Passage, start: int, end: int, *, cities: bool = False) -> list[Hit]:
    """Countries and regions in [start, end), each once; towns and provinces too where asked for.

    A region stands for its country: "Xinjiang, China" is CN-XJ.
    """
    first: dict[str, Hit] = {}
    for hit in named(passage, start, end, cities=cities):
        there = first.setdefault(hit.rule.name, hit)
        if hit.rule.weight == "strong" and there.rule.weight == "weak":
            first[hit.rule.name] = hit  # "Gdynia, Poland": the country tells, not the town
    kept = list(first.values())
    regions = {hit.rule.name[:2] for hit in kept if "-" in hit.rule.name}
    return [hit for hit in kept if "-" in hit.rule.name or hit.rule.name not in regions]


def named(passage: Passage, start: int, end: int, *, cities: bool = False) -> list[Hit]:
    """Every place named in [start, end), also those that name one country twice."""
    kept: list[Hit] = []
    for hit in outermost(passage.of("country")):  # "Rhode Island" is no Iceland
        if hit.start < start or hit.end > end or not reads_as_name(passage, hit):
            continue
        if _LAW.match(passage.view.text, hit.end):
            continue
        if hit.rule.weight == "weak" and (not cities or is_demonym(hit)):
            continue
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


# "the UK Modern Slavery Act", "US Department of Labor": a law or an authority, and no place.
_LAW = re.compile(
    r"(?:['’]s)? (?:(?:[A-Z][\w-]+|in|of|and|the) ){0,6}?(?:Act|Bill|Law|Government|Department"
    r"|Ministry|Embassy|Congress|Parliament|Customs|Chamber|Council|Agency|Commission|government"
    r"|legislation|authorit(?:y|ies)|laws?|regulations?|dollars?)\b(?! (?:of|in) [A-Z]\w+,)"
)


def reads_as_name(passage: Passage, hit: Hit) -> bool:
    """Is it written as a name? "the US" has its capital within."""
    return not passage.view.text[hit.start : hit.end].islower()


def is_demonym(hit: Hit) -> bool:
    """Is it a word for what is of a country: "Chinese", "kinesisk"?"""
    return hit.rule.id.startswith("demonym")


# What is said of people's homes and languages is no origin of goods.
_PEOPLE = re.compile(
    r"\b(?:workers?|workforce|whom|recruits?|employees?|staff|migrants?|people|women|men|guards?"
    r"|agents?|laws?|language|translated|written|speak\w*"
    r"|arbetar(?:e|na)\w*|anställda|personal\w*|kvinnor\w*|män\b|vakter\w*"
    r"|agent\w*|lag\w*|\w*språk\w*"
    r"|översatt\w*)\b"
)
_IS = re.compile(
    r"\b(?:is|are|was|were|är|var)\s"
    r"(?:(?!not\b|no\b|inte\b|ej\b|in\b|på\b|by\b|i\b)[\w-]+(?:,| och| and)?\s){0,3}$"
)
_CLOSED = re.compile(
    r"\w*\s*(?:$|[.,;]|\b(?:och|and|or|eller|origin|säger|says|products?|produkt(?:er)?)\b)"
)


def nations(passage: Passage, start: int, end: int) -> list[Hit]:
    """Adjectives that are what the clause says of its goods: "the castors are Chinese"."""
    if _PEOPLE.search(passage.view.lower, start, end):
        return []
    return [
        hit
        for hit in adjectives(passage, start, end)
        if _IS.search(passage.view.lower, max(start, hit.start - 50), hit.start)
        and _CLOSED.match(passage.view.lower, hit.end, end)
    ]


# "Four in five come from Nepal", "60 from Cambodia", "hälften är från Polen": of a workforce.
_COUNTED = re.compile(
    r"\s*(?:and |och |of (?:whom|them) |av (?:dem|dessa) )?(?:another |ytterligare )?"
    r"(?:[\w-]+ (?:out of|in|on|av) (?:ten|four|five|three|tio|fyra|fem|tre|\d+)|\d[\d ,]*|most"
    r"|many"
    r"|several|half|de flesta|hälften|flera|många|några)(?: of (?:them|these)| av dem)?"
    r"(?: (?:are|were|come|came|hail|stem|kommer|kom|är|var))? (?:from|från) "
)


def of_people(passage: Passage, start: int, place: Hit) -> bool:
    """ "workers from Nepal", "our team in Poland": where somebody comes from or is posted."""
    if counts_people(passage, start, place.start):
        return True
    if _TEAM.search(passage.view.lower, max(start, place.start - 60), place.start):
        return True
    before = passage.view.lower[max(start, place.start - 40) : place.start]
    return bool(re.search(r"\b(?:from|från)\s", before)) and bool(
        _PEOPLE.search(passage.view.lower, start, place.start)
    )


_TEAM = re.compile(
    r"\b(?:teams?|colleagues?|staff|auditors?|inspectors?|buyers?|kolleg(?:a|or|er)|teamet"
    r"|revisor\w*|inspektör\w*|inköpare\w*|medarbetare\w*|representat\w*)"
    r"\s(?:based |located )?(?:in|i|at|on site in)"
    r"\s(?:the )?$"
)


def is_left(passage: Passage, start: int, place: Hit) -> bool:
    """ "We moved our production from China to Portugal": where it is made no more."""
    return bool(_MOVED_FROM.search(passage.view.lower, start, place.start))


_MOVED_FROM = re.compile(
    r"\b(?:mov(?:ed|ing)|relocat(?:ed|ing)|shift(?:ed|ing)|flytta\w*) [^.;]{0,50}?(?:from|från) $"
)


def counts_people(passage: Passage, start: int, end: int) -> bool:
    """Does [start, end) begin with how many come from somewhere, and go on about no goods?"""
    if not _COUNTED.match(passage.view.lower, start, end):
        return False
    goods = any(topic.startswith("ORIGIN.") for topic in passage.earlier)
    return not goods or bool(_PEOPLE.search(passage.lower))


def adjectives(passage: Passage, start: int, end: int) -> list[Hit]:
    """Words like "kinesisk" and "Chinese" in [start, end)."""
    return [
        hit
        for hit in passage.of("country")
        if start <= hit.start < end and is_demonym(hit)
        and not _LAW.match(passage.view.text, hit.end)
        and passage.in_language(hit)
        and (hit.language == "sv" or reads_as_name(passage, hit))
    ]  # fmt: skip


_OFFICE = re.compile(
    r"\b(?:headquarter\w*|(?:head )?offices?|stores|shops|huvudkontor\w*|kontor\w*|butiker|säte)"
    r" (?:\w+ )?(?:in|at|i) [^.;:()]{0,24}$"
)


def of_offices(passage: Passage, start: int, place: Hit) -> bool:
    """ "Maintains its headquarters in Graz": where a firm sits or sells, and makes nothing."""
    before = max(start, place.start - 60)
    return bool(_OFFICE.search(passage.view.lower, before, place.start))


# "in Tampere", "at the works, Tampere", but not "Tampere Group is ...": a firm's own name.
_POINTED = re.compile(
    r"(?:\b(?:in|at|near|from|of|outside|around|to|by|and|or|i|på|vid|nära|från|till|hos|utanför"
    r"|av|och|eller|inom)|[,(:/&-])\s?(?:the )?$"
)
_WORKS = re.compile(
    r"[\w-]* (?:factor|plant|mill|works|site|fabrik|anläggning|verkstad|bruk|has\b|make|made\b)"
)


def is_pointed_at(passage: Passage, start: int, place: Hit) -> bool:
    """Is a town told as the place of something, and no part of a name?"""
    before = _POINTED.search(passage.view.lower, max(start, place.start - 12), place.start)
    return bool(before or _WORKS.match(passage.view.lower, place.end))


# "from this region", "därifrån": the place that was named last.
_THERE = re.compile(
    r"\b(?:this|that|the same) (?:region|country|area|province)\b|\bfrom there\b"
    r"|\b(?:den här|denna|samma) (?:region\w*|provins\w*)\b|\b(?:detta|samma) land\b|\bdärifrån\b"
)


def pointed_at(passage: Passage, start: int, end: int) -> list[Hit]:
    """The place before a passage that [start, end) points at; a region's before its country's."""
    there = _THERE.search(passage.view.lower, start, end)
    if there is None:
        return []
    lands = [hit for hit in passage.hits_before if hit.rule.kind == "country"]
    part = not there.group().endswith(("country", "land"))
    parts = [hit for hit in lands if "-" in hit.rule.name] if part else []
    return (parts or lands)[-1:]
