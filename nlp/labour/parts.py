"""Drafts of one part of a passage: a sentence, or a cell of a row."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.labour.evidence import Evidence, another, apart, holding, kinds, only_title
from nlp.labour.figures import age_of, hours_of
from nlp.passages import Draft, Passage

PACK = "labour"


def under(passage: Passage) -> frozenset[str]:
    """The topics of the heading, else of the document's title: there weak words count."""
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    return frozenset(
        heads or {hit.rule.name for hit in passage.title_hits if hit.rule.kind == "head"}
    )


def read(passage: Passage, start: int, end: int, under: frozenset[str]) -> Iterator[Draft]:
    """The drafts of [start, end): a topic whose clauses each have a thing and a verb, apart."""
    evidence: dict[str, Evidence] = {}
    for rule, hits in holding(passage, start, end, under):
        evidence.setdefault(rule.name, []).append((rule, hits))
    words = passage.view.lower[start:end]
    evidence = {
        topic: found
        for topic, found in evidence.items()
        if not only_title(passage, found) and not another(topic, evidence, words)
    }
    for topic, found in evidence.items():
        for kind in kinds(topic, found):
            for group in apart(passage, start, end, kind):
                yield _draft(passage, topic, group, start, end)


def _draft(passage: Passage, topic: str, found: Evidence, start: int, end: int) -> Draft:
    rule = max((one for one, _ in found), key=lambda one: (bool(one.value), one.weight == "strong"))
    hits = [hit for _, group in found for hit in group]
    touched = [c for c in passage.clauses if any(c[0] <= hit.start < c[1] for hit in hits)]
    if touched:
        start, end = max(start, touched[0][0]), min(end, touched[-1][1])
    value = dict(rule.value)
    clause = passage.view.lower[start:end]
    if topic == "LAB.HOURS" and (hours := hours_of(clause)):
        value["hours_per_week"] = hours
    if topic == "LAB.CHILD" and (age := age_of(clause)):
        value["age"] = age
    anchors = tuple(sorted({(hit.start, hit.end) for hit in hits}))
    tone = next((one.tone for one, _ in found if one.tone != "plain"), rule.tone)
    return Draft(
        topic, start, end, anchors, rule.id, rule.pack, value, tone=tone, weight=rule.weight
    )


def goes_on(topic: str, start: int, end: int) -> Draft:
    """What goes on about a topic without a word of its own."""
    return Draft(topic, start, end, (), "labour.goes_on", PACK, weight="weak", tone="good")
