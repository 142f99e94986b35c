"""Claims about conditions of work: by words, by words together, by the heading they are under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from nlp.matching import Hit
from nlp.passages import Draft, Passage
from nlp.rules import Rule, rulebook
from nlp.text import has_verb
from nlp.units import ROW

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
# A cell that only tells the state or the date of an action says nothing of the conditions.
_STATE = re.compile(
    r"(?:klar|closed|open|öppen|stängd|pågår|ongoing|done|försenad|ej påbörjad|in progress|omgående"
    r"|immediate|major|minor|critical|hög|låg|medel|high|low|medium|yes|no|ja|nej|n/a|-|pending)\b"
    r"[^|]{0,24}|[\d\s.,:/%-]+(?:days?|dagar)?|\d{1,2} \w{3,9}(?: \d{4})?"
)
_FOLLOWS = re.compile(
    r"(?:it|they|he|she|this|these|both|all but|two of|three of|of these|its|their"
    r"|then?|one of them"
    r"|the others?|den|det|de|dessa|båda|hon|han|två av|tre av|av dessa|samtliga av"
    r"|tjugo av|ingen av"
    r" dem|alla är|the same|afterwards|since then)\b"
)
_LIKELIHOOD = re.compile(r"sannolikhet|likelihood|probability")
_RATED = re.compile(r"\brating\b|betyg|\bgrade\b(?!.*finding)")


@lru_cache(maxsize=1)
def _frames() -> Mapping[str, list[Rule]]:
    """Rules that need several sets, by the members of their first group."""
    found: dict[str, list[Rule]] = {}
    for rule in rulebook().of("topic"):
        for name in rule.all[0] if rule.all else ():
            found.setdefault(name, []).append(rule)
    return found


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of each part that speaks of it."""
    if passage.unit.section or not (_about_work(passage) or passage.earlier or passage.unit.header):
        return
    if passage.asked or passage.taught:
        return
    if passage.unit.kind == ROW:
        yield from _row(passage)
        return
    under = _under(passage)
    found = list(_part(passage, passage.start, passage.end, under))
    yield from found or _doubted(passage, under) or _followed(passage)


def _about_work(passage: Passage) -> bool:
    """Could any rule hold: a topic's word, the first set of a frame, a doubt under a heading?"""
    return bool({"topic", "cue"} & passage.kinds or _frames().keys() & passage.names)


def _under(passage: Passage) -> frozenset[str]:
    """The topics of the heading, else of the document's title: there weak words count."""
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    return frozenset(
        heads or {hit.rule.name for hit in passage.title_hits if hit.rule.kind == "head"}
    )


_Evidence = list[tuple[Rule, list[Hit]]]


def _part(passage: Passage, start: int, end: int, under: frozenset[str]) -> Iterator[Draft]:
    """The drafts of [start, end): a topic whose clauses each have a thing and a verb, apart."""
    evidence: dict[str, list[tuple[Rule, list[Hit]]]] = {}
    for rule, hits in _evidence(passage, start, end, under):
        evidence.setdefault(rule.name, []).append((rule, hits))
    evidence = {
        topic: found
        for topic, found in evidence.items()
        if not _only_title(passage, found) and not _another(topic, evidence)
    }
    for topic, found in evidence.items():
        for kind in _kinds(topic, found):
            for group in _apart(passage, start, end, kind):
                yield _draft(passage, topic, group, start, end)


def _kinds(topic: str, found: _Evidence) -> list[_Evidence]:
    """Forced labour by its indicators: "no forced or prison labour" is two facts."""
    if topic != "LAB.FORCED":
        return [found]
    kinds: dict[str, _Evidence] = {}
    for rule, hits in found:
        kinds.setdefault(rule.value.get("indicator", ""), []).append((rule, hits))
    return list(kinds.values())


def _only_title(passage: Passage, found: _Evidence) -> bool:
    """One weak word under nothing but the document's title is too little."""
    if any(rule.weight == "strong" for rule, _ in found):
        return False
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    return not heads and len({hit.start for _, hits in found for hit in hits}) < 2


def _another(topic: str, evidence: Mapping[str, _Evidence]) -> bool:
    """Pay for overtime is a claim of wages; hours and unions named in it are not their own."""
    stronger = "LAB.WAGE" if topic in ("LAB.HOURS", "LAB.UNION") else ""
    if stronger not in evidence:
        return False
    theirs = [hit for _, hits in evidence[stronger] for hit in hits]
    return all(
        any(other.start <= hit.start and hit.end <= other.end for other in theirs)
        for _, hits in evidence[topic]
        for hit in hits
    )


def _apart(
    passage: Passage, start: int, end: int, found: list[tuple[Rule, list[Hit]]]
) -> list[list[tuple[Rule, list[Hit]]]]:
    """The evidence by clause, where at least two clauses have strong evidence and a verb."""
    inside = [c for c in passage.clauses if c[0] >= start and c[1] <= end]
    own: list[list[tuple[Rule, list[Hit]]]] = []
    rest: list[tuple[Rule, list[Hit]]] = []
    whole = list(found)
    for a, b in inside:
        mine = [one for one in whole if all(a <= hit.start < b for hit in one[1])]
        if any(rule.weight == "strong" for rule, _ in mine) and has_verb(passage.view.lower, a, b):
            own.append(mine)
        else:
            rest.extend(mine)
    taken = [id(one) for mine in own for one in mine]
    rest = [one for one in whole if id(one) not in taken]
    if len(own) < 2:
        return [whole]
    own[0].extend(one for one in rest if one[1][0].start < own[1][0][1][0].start)
    return own


def _evidence(
    passage: Passage, start: int, end: int, under: frozenset[str]
) -> Iterator[tuple[Rule, list[Hit]]]:
    hits = [hit for hit in passage.within(start, end) if hit.language in ("any", passage.language)]
    sets: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.rule.kind == "set":
            sets.setdefault(hit.rule.name, []).append(hit)
    for hit in hits:
        rule = hit.rule
        if (
            rule.kind != "topic"
            or not rule.name.startswith("LAB.")
            or sets.keys() & set(rule.unless)
        ):
            continue
        if rule.weight == "strong" or rule.name in under:
            yield rule, [hit]
    for name in list(sets):
        for rule in _frames().get(name, ()):
            groups = [
                [hit for member in group for hit in sets.get(member, ())] for group in rule.all
            ]
            if all(groups) and not sets.keys() & set(rule.unless) and _different(groups):
                yield rule, [group[0] for group in groups]


def _different(groups: list[list[Hit]]) -> bool:
    """Do the groups of a frame rest on different words?"""
    return len({(hit.start, hit.end) for group in groups for hit in group}) >= len(groups)


def _draft(
    passage: Passage, topic: str, found: list[tuple[Rule, list[Hit]]], start: int, end: int
) -> Draft:
    rule = max((one for one, _ in found), key=lambda one: (bool(one.value), one.weight == "strong"))
    hits = [hit for _, group in found for hit in group]
    touched = [c for c in passage.clauses if any(c[0] <= hit.start < c[1] for hit in hits)]
    if touched:
        start, end = max(start, touched[0][0]), min(end, touched[-1][1])
    value = dict(rule.value)
    clause = passage.view.lower[start:end]
    if topic == "LAB.HOURS" and (hours := _hours(clause)):
        value["hours_per_week"] = hours
    if topic == "LAB.CHILD" and (age := _age(clause)):
        value["age"] = age
    anchors = tuple(sorted({(hit.start, hit.end) for hit in hits}))
    tone = next((one.tone for one, _ in found if one.tone != "plain"), rule.tone)
    return Draft(
        topic, start, end, anchors, rule.id, rule.pack, value, tone=tone, weight=rule.weight
    )


def _hours(clause: str) -> str:
    """The hours of a week a clause states, the highest; "" without one."""
    if _DAILY.search(clause) and not _WEEKLY.search(clause):
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


# --- rows -----------------------------------------------------------------------------------


def _row(passage: Passage) -> Iterator[Draft]:
    """Findings and actions: each cell a part; what one cell is about, the next ones go on about."""
    heads = " ".join(passage.columns)
    if _RATED.search(heads) and len(passage.unit.cells) == 2:
        return
    about = frozenset[str]()
    count = 0
    for a, b in passage.clauses:
        cell = passage.view.lower[a:b]
        if _STATE.fullmatch(cell) or b - a < 6:
            continue
        found = list(_part(passage, a, b, about or _under(passage)))
        found = _most_likely(found, about)
        if _LIKELIHOOD.search(heads):
            found = [replace(draft, stance="hedged", bearing="risk") for draft in found]
        if not found and about and len(cell.split()) > 1:
            found = [_goes_on(topic, a, b) for topic in sorted(about)[:1]]
        yield from found
        count += len(found)
        about = about or frozenset(draft.topic for draft in found)
    if not count:
        yield from _measured(passage)


def _most_likely(found: list[Draft], about: frozenset[str]) -> list[Draft]:
    """In a row about one topic, a cell's other topics count only where the row's own is absent."""
    same = [draft for draft in found if draft.topic in about]
    return same or found


def _goes_on(topic: str, start: int, end: int) -> Draft:
    return Draft(
        topic, start, end, (), "labour.goes_on", "labour 0.1.0", weight="weak", tone="good"
    )


def _measured(passage: Passage) -> Iterator[Draft]:
    """A row of figures under heads that name a topic: "Line | Net pay | Living wage"."""
    header = passage.unit.header
    if not header or len(passage.unit.cells) != len(header) or not re.search(r"\d", passage.lower):
        return
    hits = [h for h in passage.head_hits if header[0][0] <= h.start and h.end <= header[-1][1]]
    for hit in hits:
        if (
            hit.rule.kind == "topic"
            and hit.rule.weight == "strong"
            and hit.rule.name.startswith("LAB.")
        ):
            low = re.findall(r"(\d{2,3})\s*%", passage.lower)
            bad = bool(low) and int(low[-1]) < 100
            yield Draft(
                hit.rule.name, passage.start, passage.end, (), hit.rule.id, hit.rule.pack,
                tone="bad" if bad else "good", stance="affirmed", weight="weak",
            )  # fmt: skip
            return


# --- sentences that go on --------------------------------------------------------------------


_UNKNOWN = frozenset(("cue.unknown", "cue.untested", "cue.exclude"))


def _doubted(passage: Passage, under: frozenset[str]) -> list[Draft]:
    """Under a heading: "How it is at the subcontractors has not been examined"."""
    heads = sorted({hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"} & under)
    cued = any(
        cue.rule.id in _UNKNOWN and cue.language in ("any", passage.language)
        for cue in passage.of("cue")
    )
    if len(heads) != 1 or not cued:
        return []
    return [_goes_on(heads[0], passage.start, passage.end)]


def _followed(passage: Passage) -> Iterator[Draft]:
    """A sentence that goes on about what the one before it claimed ("Both are remedied")."""
    if not _FOLLOWS.match(passage.lower) or not ({"good", "bad", "measure"} & passage.names):
        return
    for topic in passage.earlier:
        if topic.startswith("LAB."):
            yield _goes_on(topic, passage.start, passage.end)
            return
