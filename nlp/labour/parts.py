"""Drafts of one part of a passage: a sentence, or a cell of a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlp.labour.aftersales import of_goods
from nlp.labour.evidence import (
    Evidence,
    another,
    apart,
    beside,
    holding,
    kinds,
    only_title,
    speaks_of_slavery,
    tells_overtime,
)
from nlp.labour.figures import figure_of
from nlp.labour.passing import in_passing
from nlp.labour.series import named_together, parted
from nlp.passages import Draft, Passage

PACK = "labour"
_THE_ACT = "lab.forced.theact"  # which act is meant its page tells


def under(passage: Passage) -> frozenset[str]:
    """The topics of the heading, else of the document's title: there weak words count."""
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    return frozenset(
        heads or {hit.rule.name for hit in passage.title_hits if hit.rule.kind == "head"}
    )


def read(passage: Passage, start: int, end: int, under: frozenset[str]) -> Iterator[Draft]:
    """The drafts of [start, end): a topic whose clauses each have a thing and a verb, apart."""
    evidence = _gathered(passage, start, end, under)
    words = passage.view.lower[start:end]
    whole = parted(passage, start, end)
    named = _gathered(passage, passage.start, passage.end, under) if whole else evidence
    each = named_together(passage, named)
    evidence = {
        topic: found
        for topic, found in evidence.items()
        if topic in each
        or not (
            only_title(passage, found)
            or another(topic, evidence, words)
            or beside(passage, topic, evidence)
            or (topic == "LAB.GRIEVANCE" and of_goods(passage, found))
            or in_passing(topic, evidence, passage.view.lower, start, end)
        )
    }
    drafts = [
        _draft(passage, topic, group, start, end)
        for topic, found in evidence.items()
        for kind in kinds(topic, found)
        for group in ([kind] if each.get(topic) else apart(passage, start, end, kind))
    ]
    drafts = [_over(draft, each.get(draft.topic)) for draft in drafts]
    for draft in drafts:
        if draft.topic in each or not any(_yields(draft, other, words) for other in drafts):
            yield draft


def _gathered(passage: Passage, start: int, end: int, under: frozenset[str]) -> dict[str, Evidence]:
    """What speaks for each topic in [start, end)."""
    evidence: dict[str, Evidence] = {}
    for rule, hits in holding(passage, start, end, under):
        if rule.id != _THE_ACT or speaks_of_slavery(passage):
            evidence.setdefault(rule.name, []).append((rule, hits))
    return evidence


def _over(draft: Draft, clauses: tuple[int, int] | None) -> Draft:
    """A draft over all the clauses of the series in which its topic is named."""
    if clauses is None:
        return draft
    start, end = clauses
    return replace(draft, start=min(draft.start, start), end=max(draft.end, end))


# Beside which topics, in the very same words, a topic is hardly ever a fact of its own: pay that
# a broker takes is a fee, a day labourer who is a child is child labour.
_YIELDS = {
    "LAB.CONTRACT": ("LAB.CHILD", "LAB.FORCED", "LAB.FEES", "LAB.HOURS", "LAB.WAGE"),
    "LAB.DISCRIMINATION": ("LAB.FORCED", "LAB.FEES"),
    "LAB.FORCED": ("LAB.GRIEVANCE",),
    "LAB.HOURS": (
        "LAB.DISCRIMINATION", "LAB.FORCED", "LAB.GRIEVANCE", "LAB.SAFETY", "LAB.UNION", "LAB.WAGE",
    ),
    "LAB.SAFETY": ("LAB.CHILD", "LAB.DISCRIMINATION", "LAB.FEES", "LAB.FORCED", "LAB.WAGE"),
    "LAB.UNION": ("LAB.GRIEVANCE",),
    "LAB.WAGE": ("LAB.DISCRIMINATION", "LAB.FEES", "LAB.FORCED", "LAB.UNION"),
}  # fmt: skip


def _yields(draft: Draft, other: Draft, words: str) -> bool:
    """Is a draft only part of what another one tells? Pay that ties a worker is both."""
    if other.topic not in _YIELDS.get(draft.topic, ()) or other.weight != "strong":
        return False
    if draft.topic == "LAB.WAGE" and other.value.get("indicator") == "wages_withheld":
        return False
    if draft.topic == "LAB.HOURS" and tells_overtime(words):
        return False
    return draft.start < other.end and other.start < draft.end


def _draft(passage: Passage, topic: str, found: Evidence, start: int, end: int) -> Draft:
    rule = max((one for one, _ in found), key=lambda one: (bool(one.value), one.weight == "strong"))
    hits = [hit for _, group in found for hit in group]
    touched = [c for c in passage.clauses if any(c[0] <= hit.start < c[1] for hit in hits)]
    if touched:
        start, end = max(start, touched[0][0]), min(end, touched[-1][1])
    value = {**rule.value, **figure_of(topic, passage.view.lower[start:end])}
    anchors = tuple(sorted({(hit.start, hit.end) for hit in hits}))
    tone = next((one.tone for one, _ in found if one.tone != "plain"), rule.tone)
    return Draft(
        topic, start, end, anchors, rule.id, rule.pack, value, tone=tone, weight=rule.weight
    )


def goes_on(passage: Passage, topic: str, start: int, end: int) -> Draft:
    """What goes on about a topic without a word of its own."""
    value = figure_of(topic, passage.view.lower[start:end], bare=True)
    return Draft(topic, start, end, (), "labour.goes_on", PACK, value, weight="weak", tone="good")
