"""Substances and groups named in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp import identifiers, values
from nlp.chemicals import limits
from nlp.chemicals.context import needs_context
from nlp.chemicals.figures import figure_of
from nlp.chemicals.things import SUBSTANCE, Thing, things
from nlp.chemicals.verdicts import verdict
from nlp.passages import Draft, Passage

_MEASURED = re.compile(r"mg/kg|ppm|µg|ppb|\bloq|påvis|detect|\bprov\b|sample|uppmätt|measured")
_HOLDS = re.compile(
    r"innehåll\w*|contain\w*|ingår|(?:is|are) added|tillsätts|up to|upp till|composition"
    r"|sammansättning|konserver\w*"
    r"|preserv\w*"
)
_ANSWERED_NO = re.compile(
    r"(?::| -)\s*(?:nej|no|none|inga|ej|not used|används inte)\b(?! (?:to our|såvitt|enligt))"
)
# "ftalat- och PVC-fritt": the last word of the list says it of all.
_SHARED_FREE = re.compile(
    r"-?(?:[-,]? ?(?:\w+-)?,? (?:och|eller|and|or|samt) |-, )[^.;]{0,40}?(?:fri|fritt|fria|-free)\b"
)


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each substance and group of each clause."""
    seen: set[tuple[str, int]] = set()
    for thing in things(passage, passage.start, passage.end):
        key = (str(sorted(thing.value.items())), passage.clause_of(thing.start)[0])
        if key not in seen and (draft := told_of(passage, thing)):
            seen.add(key)
            yield draft


def told_of(passage: Passage, thing: Thing) -> Draft | None:
    """What the clause of a thing says of it; None where it names it and tells no content."""
    lists = [(hit.start, hit.end) for hit in passage.of("list")]
    if any(a <= thing.start < b for a, b in lists) or _mined(passage, thing):
        return None
    if (
        needs_context(passage, thing)
        or _at_work(passage, thing)
        or _of_group(passage, thing)
        or is_material(passage, thing)
    ):
        return None
    start, end = passage.clause_of(thing.start)
    if _only_named(passage, thing, start, end) or _is_label(passage, thing):
        return None
    if thing.topic != SUBSTANCE and (member := _exemplified(passage, thing, end)):
        if passage.view.text[thing.end : member.start].isspace():
            return None  # "preserved with the biocide BIT": told of the substance alone
        end = thing.end
    return _drafted(passage, thing, start, max(_answered(passage, end), thing.end))


def _exemplified(passage: Passage, group: Thing, end: int) -> Thing | None:
    """The substance named right behind its group: "a flame retardant, TCPP (13674-84-5)"."""
    following = next((one for one in things(passage, group.end, end) if one.number), None)
    if following is None or not _NAMING.fullmatch(passage.view.text, group.end, following.start):
        return None
    return following


_NAMING = re.compile(r"(?:,? (?:namely |nämligen |the |ett |av typen )?)?")


def _answered(passage: Passage, end: int) -> int:
    """The end of a clause; with the next where a colon stands before a figure of its own."""
    if passage.view.text[end : end + 1] != ":":
        return end
    following = next((clause for clause in passage.clauses if clause[0] >= end), None)
    if following is None or following[1] - following[0] > _SHORT:
        return end
    named = {hit.rule.kind for hit in passage.within(*following)} & {"substance", "group"}
    figures = any(one.unit for one in values.amounts(passage.view.text, *following))
    answers = figures or _SAYS_NO.match(passage.view.lower, following[0])
    return following[1] if answers and not named else end


_SAYS_NO = re.compile(
    r"(?:not|never) (?:used|added|contained|present|found)|(?:används|tillsätts|ingår|förekommer)"
    r" (?:inte|ej|aldrig)"
)


def _is_label(passage: Passage, thing: Thing) -> bool:
    """ "PFAS: the cloth is free of PFAS": a key, whose thing is told behind its colon again."""
    start, _ = passage.clause_of(thing.start)
    if start != thing.start or passage.view.text[thing.end : thing.end + 1] != ":":
        return False
    behind = things(passage, thing.end, passage.end)
    return any(one.value == thing.value or one.rule == thing.rule for one in behind)


_SHORT = 60  # characters of an answer behind a colon


def _only_named(passage: Passage, thing: Thing, start: int, end: int) -> bool:
    """A substance of which a hazard, a list's scope or an origin is told, and no content."""
    if thing.value.get("group") == "hazardous_chemicals":
        beside = {hit.rule.kind for hit in passage.within(start, end)}
        return "list" in beside or not _GENERAL.search(passage.view.lower, start, end)
    if passage.unit.kind == "item" or _HOLDS.search(passage.view.lower, start, end):
        return False
    inside = passage.within(start, end)
    kinds = {hit.rule.kind for hit in inside}
    if thing.topic == SUBSTANCE and "hazard" in kinds and not thing.number:
        return True
    if _classed(passage, thing) or (thing.topic == SUBSTANCE and _sourced(passage, start, end)):
        return True
    if "list" in kinds and _SCOPE.search(passage.view.lower, start, end):
        return True
    raw = not thing.suffix and any(
        hit.rule.kind == "material" and hit.start <= thing.start < hit.end for hit in inside
    )
    return raw and any(hit.rule.id.startswith("country") for hit in inside)


# "Butadiene comes from Korea": where a substance is bought, and not where it is held.
_FROM = re.compile(
    r"\b(?:kommer|köps|comes?|sourced|bought|hämtas|importeras) (?:in )?(?:från|from)\b"
)


def _sourced(passage: Passage, start: int, end: int) -> bool:
    placed = any(hit.rule.kind == "country" for hit in passage.within(start, end))
    return placed and bool(_FROM.search(passage.view.lower, start, end))


# "Nickel: Skin Sens. 1, H317": how a substance is classed, and not where it is.
_CODED = re.compile(
    r"[^.;|\n]{0,24}[:,]? ?(?:[A-Z][a-z]+\.? )+[\w.]*\s?\d?[A-C]?[,;]? ?\(?H[2-4]\d\d"
)


def _classed(passage: Passage, thing: Thing) -> bool:
    if thing.topic != SUBSTANCE or thing.number or passage.unit.section:
        return False
    return (
        bool(_CODED.match(passage.view.text, thing.end))
        and figure_of(passage, thing, *passage.clause_of(thing.start)) is None
    )


_GENERAL = re.compile(r"\bfri\b|fria? från|fritt|utan|\bfree\b|without|innehåll\w*|contain\w*")
_SCOPE = re.compile(
    r"omfattas|subject to|regulated|reglera\w*|governed|restricted under|listed (?:in|on)|upptag\w*"
    r"|\b(?:is|are|står|är|finns) (?:also |även )?(?:on|på|an?|ett|in)\b|tillståndsplikt\w*"
    r"|appl(?:y|ies)|appears? in|lyder under|itself an?\b"
)


def _mined(passage: Passage, thing: Thing) -> bool:
    """A metal spoken of as a mineral, with its smelters and mines, is no chemical content."""
    around = passage.names | {hit.rule.name for hit in passage.head_hits}
    return bool({"minecontext", "smelter", "3tg"} & around) and any(
        hit.start == thing.start for hit in passage.of("mineral")
    )


# Of what stands in a workshop, and of what happened there, nothing is told of the goods.
_AT_WORK = re.compile(
    r"\b(?:alarms?|leaks?|leaked|smell\w*|fumes|drums?|cylinders?|exposure|exponering|handled"
    r"|handling|grind"
    r"|weld|soldering|hanterade?s?|läck\w*|larm\w*|lukta\w*|hospital|sjukhus\w*|short-term limit"
    r"|emergency|response plan|masks?|readings|compound room|bath next|vårdades|dusting"
    r"|scarred|burns?|burnt|technician|brännskad\w*|tål|tåliga?|withstands?|resistant to|wip(?:e"
    r"|ed)"
    r"|disinfect(?:ed|ion) with|desinficeras|ytdesinfektion|avtorkning|avtorkas|stains?)\b"
)


def _at_work(passage: Passage, thing: Thing) -> bool:
    if thing.topic != SUBSTANCE or thing.number or passage.unit.section:
        return False
    start, end = passage.clause_of(thing.start)
    told = _HOLDS.search(passage.view.lower, start, end)
    return bool(_AT_WORK.search(passage.view.lower, start, end)) and not told


def _of_group(passage: Passage, thing: Thing) -> bool:
    """One of the members that brackets name behind their group: "organotins (DBT, TBT)"."""
    text = passage.view.lower
    opened = text.rfind("(", passage.start, thing.start)
    if thing.topic != SUBSTANCE or thing.number or opened < 0 or ")" in text[opened : thing.start]:
        return False
    return any(
        hit.rule.kind == "group" and 0 <= opened - hit.end <= _BRACKET
        for hit in passage.within(passage.start, opened)
    )


_BRACKET = 14  # characters between a group and the bracket of its members: "compounds"
_METALS = frozenset(("7440-48-4", "7429-90-5", "7440-50-8", "14808-60-7", "7440-31-5", "7440-57-5"))
_CONTENT = re.compile(
    r"\b(?:release\w*|compounds?|förening\w*|migrat\w*|halt\w*|avg[ei]v\w*|svhc|cas|detect\w*"
    r"|påvis\w*"
    r"|(?:no|inget|inga|ingen|without|utan) (?:\w+ )?(?:cobalt|kobolt|copper|koppar|aluminium))\b"
)


def is_material(passage: Passage, thing: Thing) -> bool:
    """A metal that goods are made of, unless its content or release is told."""
    if thing.number or thing.suffix or thing.value.get("cas") not in _METALS:
        return False
    start, end = passage.clause_of(thing.start)
    return not (
        _CONTENT.search(passage.view.lower, start, end) or figure_of(passage, thing, start, end)
    )


_UNQUANTIFIED = re.compile(r"[^,;.|]{0,40}[<≤] ?(?:lo[qd]|rl|mdl)\b")  # "PFOA: <LOQ"


def _drafted(passage: Passage, thing: Thing, start: int, end: int) -> Draft:
    value, bearing = dict(thing.value), ""
    figure = figure_of(passage, thing, start, end)
    stance = _told_stance(passage, thing, figure, (start, end))
    if figure and thing.topic == SUBSTANCE:
        value |= figure.values()
    if figure and (not figure.upper or figure.unit != "%"):
        bearing = _weighed(passage, thing, figure)
    if thing.topic == SUBSTANCE:
        for first, _, number, valid in identifiers.ec_numbers(passage.view.text, thing.start, end):
            if valid and first - thing.end < 12:
                value["ec"] = number
    shared = _SHARED_FREE.match(passage.view.lower, thing.end, end)
    default = "denied" if thing.suffix == "free" or shared else ""
    return replace(
        _draft_of(thing, (start, end), value), stance=stance, default=default,
        bearing="" if stance or default else bearing,
    )  # fmt: skip


def _told_stance(
    passage: Passage, thing: Thing, figure: values.Amount | None, clause: tuple[int, int]
) -> str:
    """The stance that a "no" behind the thing, a bound or a verdict gives; "" for none."""
    start, end = clause
    lower = passage.view.lower
    if _ANSWERED_NO.search(lower, thing.end, end) or _UNQUANTIFIED.match(lower, thing.end, end):
        return "denied"
    if figure and _is_bound(passage, figure, lower[start:end]):
        return "denied"
    found = verdict(lower[start : thing.start], lower[thing.end : end])
    return "" if found == "denied" and figure else found


def _draft_of(thing: Thing, span: tuple[int, int], value: dict[str, str]) -> Draft:
    return Draft(
        thing.topic, *span, ((thing.start, thing.end),), thing.rule, thing.pack, value,
        tone="bad" if thing.listed else "plain",
    )  # fmt: skip


def _is_bound(passage: Passage, figure: values.Amount, clause: str) -> bool:
    """Is the figure an upper bound of a measurement, and so an absence?"""
    if not figure.upper or figure.bound in ("up to", "upp till", "at most", "högst"):
        return False
    if passage.unit.section == 3 or _HOLDS.search(clause):
        return False
    small = figure.unit == "%" and float(figure.high) <= _TRACE
    return figure.unit != "%" or small or bool(_MEASURED.search(passage.lower))


_TRACE = 0.1  # per cent: what is told to be below it is told to be absent, and no ingredient


def _weighed(passage: Passage, thing: Thing, figure: values.Amount) -> str:
    if passage.unit.section:
        return ""
    behind = passage.view.lower[figure.end : min(passage.end, figure.end + _NEAR)]
    if by_text := limits.stated(figure, behind, english=passage.language == "en"):
        return by_text
    if not thing.listed or thing.topic != SUBSTANCE:
        return limits.told(passage.lower)
    return limits.judged(figure, "", thing.value.get("cas", ""), passage.lower)


_NEAR = 60  # characters behind a figure in which its limit stands
