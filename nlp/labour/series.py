"""Topics named one after the other: "forced labour, child labour, wages and working hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nlp.labour.evidence import Evidence
from nlp.matching import Hit
from nlp.passages import Passage
from nlp.verbs import has_predicate

_MANY = 3  # topics, and words for them, that make a series, in which each is named for itself
# What stands between two members: a mark that parts them, and no sentence's end.
_JOINT = re.compile(r"[^.:|]*(?:[,;/&]|\b(?:and|or|och|eller|samt)\b)[^.:|]*")
_PARTING = re.compile(r";(?=\s)")
_MARK = re.compile(r"[,;.:|]")
_JOINT_MAX = 60  # characters, in which one more member may be named that is no topic


def told_apart(passage: Passage) -> list[tuple[int, int]]:
    """The parts of a passage that semicolons list, three or more; else all of it as one."""
    lower, start = passage.view.lower, passage.start
    marks = [found.start() for found in _PARTING.finditer(lower, start, passage.end)]
    if len(marks) < _MANY - 1:
        return [(start, passage.end)]
    return list(zip((start, *(mark + 1 for mark in marks)), (*marks, passage.end), strict=True))


def parted(passage: Passage, start: int, end: int) -> bool:
    """Is [start, end) only a part of a passage, told apart from the others by semicolons?"""
    lower = passage.view.lower
    return ";" in (lower[end : end + 1], lower[max(passage.start, start - 1) : start])


@dataclass(slots=True)
class _Series:
    start: int
    end: int
    topics: set[str] = field(default_factory=set)
    words: int = 1


def named_together(
    passage: Passage, evidence: Mapping[str, Evidence]
) -> dict[str, tuple[int, int] | None]:
    """The topics of each series, and [start, end) of its clauses; None where they are told apart
    by semicolons."""
    if len(evidence) < _MANY:
        return {}
    found: dict[str, tuple[int, int] | None] = {}
    for series in _series(passage, evidence):
        if len(series.topics) >= _MANY <= series.words:
            found |= dict.fromkeys(series.topics, _clauses(passage, series))
    return found


def _clauses(passage: Passage, series: _Series) -> tuple[int, int] | None:
    if ";" in passage.view.lower[series.start : series.end]:
        return None
    start, _ = passage.clause_of(series.start)
    _, end = passage.clause_of(series.end - 1)
    return start, end


def _series(passage: Passage, evidence: Mapping[str, Evidence]) -> Iterator[_Series]:
    lower = passage.view.lower
    named = sorted(
        (*span, topic)
        for topic, found in evidence.items()
        for rule, hits in found
        if rule.weight == "strong"
        for span in _members(lower, hits)
    )
    series: _Series | None = None
    for start, end, topic in named:
        if series and start >= series.end:
            if _is_joint(lower, series.end, start):
                series.words += 1
            else:
                yield series
                series = None
        series = series or _Series(start, end)
        series.topics.add(topic)
        series.end = max(series.end, end)
    if series:
        yield series


def _members(lower: str, hits: list[Hit]) -> list[tuple[int, int]]:
    """The words of a rule: one member of a series, unless a mark parts them."""
    start, end = min(hit.start for hit in hits), max(hit.end for hit in hits)
    if _MARK.search(lower, start, end):
        return [(hit.start, hit.end) for hit in hits]
    return [(start, end)]


def _is_joint(lower: str, start: int, end: int) -> bool:
    """Do the words between two topics go on with a series: "wages, leave, and overtime"?"""
    if end - start > _JOINT_MAX or not _JOINT.fullmatch(lower, start, end):
        return False
    return not has_predicate(lower, start, end)
