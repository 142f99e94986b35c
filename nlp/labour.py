"""Claims about conditions of work, by words, by pairs of words, and by what a passage stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.rules import Rule, rulebook
from nlp.units import ROW

_HOURS = re.compile(
    r"\b(\d{2,3})(?:[.,]\d)?\s*-?\s*(?:tim\w*|hours?|h\b)|(?:som mest|maximum being"
    r"|up to|upp till|most)\s+(\d{2,3})\b|(?:hours up to)\s+(\d{2,3})"
)
_AGES = re.compile(
    r"\b(1[0-9]|2[0-5])[- ]?(?:år\w*|years?|year)\b|(?:age of|aged|under|below|over"
    r"|was|about|minimum age is|age is|is)\s+(1[0-9]|2[0-5])\b(?![.,]\d|\s*(?:%|per"
    r"|hours|march|april|may|june|july))"
)
_SPELT = {"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
          "tretton": "13", "fjorton": "14", "femton": "15", "sexton": "16", "sjutton": "17", "arton": "18"}  # fmt: skip


@lru_cache(maxsize=1)
def _frames() -> dict[str, list[Rule]]:
    """Rules that need several sets, by the first set of each."""
    found: dict[str, list[Rule]] = {}
    for rule in rulebook().of("topic"):
        for name in rule.all[0] if rule.all else ():
            found.setdefault(name, []).append(rule)
    return found


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of each clause that speaks of it."""
    if passage.asked or passage.unit.section or passage.taught:
        return
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    titles = {hit.rule.name for hit in passage.title_hits if hit.rule.kind == "head"}
    for start, end in _parts(passage):
        found: dict[str, tuple[Rule, list[Hit]]] = {}
        for rule, hits in _evidence(
            passage, start, end, heads, titles - heads if not heads else set()
        ):
            if rule.name.startswith("LAB.") and (
                rule.name not in found or _better(rule, found[rule.name][0])
            ):
                earlier = found[rule.name][1] if rule.name in found else []
                found[rule.name] = (rule, hits + earlier)
        for topic, (rule, hits) in found.items():
            first, last = _trimmed_span(passage, start, end, hits)
            yield _draft(passage, topic, rule, hits, first, last)


def _better(rule: Rule, other: Rule) -> bool:
    def rank(one: Rule) -> tuple[bool, bool]:
        return (bool(one.value), one.weight == "strong")

    return rank(rule) > rank(other)


def _parts(passage: Passage) -> list[tuple[int, int]]:
    """Columns of a row apart; a sentence whole, unless more than one clause has its own thing."""
    if passage.unit.kind == ROW:
        return passage.clauses
    return [(passage.start, passage.end)]


def _evidence(
    passage: Passage, start: int, end: int, heads: set[str], titles: set[str]
) -> Iterator[tuple[Rule, list[Hit]]]:
    hits = [hit for hit in passage.within(start, end) if hit.language in ("any", passage.language)]
    sets: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.rule.kind == "set":
            sets.setdefault(hit.rule.name, []).append(hit)
    for hit in hits:
        rule = hit.rule
        if rule.kind != "topic" or any(name in sets for name in rule.unless):
            continue
        if rule.weight == "strong" or rule.name in heads or rule.name in titles:
            yield rule, [hit]
    for name in sets:
        for rule in _frames().get(name, ()):
            if any(other in sets for other in rule.unless):
                continue
            groups = [
                [hit for member in group for hit in sets.get(member, ())] for group in rule.all
            ]
            if all(groups) and _apart(groups):
                yield rule, [group[0] for group in groups]


def _apart(groups: list[list[Hit]]) -> bool:
    """Do the groups of a frame rest on different words?"""
    spans = {(hit.start, hit.end) for group in groups for hit in group}
    return len(spans) >= len(groups)


def _trimmed_span(passage: Passage, start: int, end: int, hits: list[Hit]) -> tuple[int, int]:
    """The clauses from the first to the last hit."""
    inside = [c for c in passage.clauses if c[0] >= start and c[1] <= end]
    touched = [c for c in inside if any(c[0] <= hit.start < c[1] for hit in hits)]
    if not touched:
        return start, end
    return touched[0][0], touched[-1][1]


def _draft(
    passage: Passage, topic: str, rule: Rule, hits: list[Hit], start: int, end: int
) -> Draft:
    value = dict(rule.value)
    clause = passage.view.lower[start:end]
    if topic == "LAB.HOURS" and (hours := _hours(clause)):
        value["hours_per_week"] = hours
    if topic == "LAB.CHILD" and (age := _age(clause)):
        value["age"] = age
    anchors = tuple((hit.start, hit.end) for hit in hits)
    return Draft(
        topic, start, end, anchors, rule.id, rule.pack, value, tone=rule.tone, weight=rule.weight
    )


def _hours(clause: str) -> str:
    """The hours of a week a clause states, the highest; "" without one."""
    if re.search(r"per dag|a day|per day|om dagen|inom 24", clause) and not re.search(
        r"vecka|week", clause
    ):
        return ""
    figures = [int(next(filter(None, match.groups()))) for match in _HOURS.finditer(clause)]
    figures = [figure for figure in figures if 20 <= figure <= 120]
    return str(max(figures)) if figures else ""


def _age(clause: str) -> str:
    for match in _AGES.finditer(clause):
        return str(next(filter(None, match.groups())))
    return next(
        (digits for word, digits in _SPELT.items() if re.search(rf"\b{word}\b", clause)), ""
    )
