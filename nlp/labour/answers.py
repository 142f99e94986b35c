"""Answers to a question about work that stands before them: "Do you keep passports? No."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.labour import parts
from nlp.labour.counts import COUNT
from nlp.labour.lacks import missed
from nlp.lines import SENTENCE
from nlp.passages import Draft, Passage, question_before
from nlp.stance.answers import verdict
from nlp.verbs import has_predicate

_COUNTED = re.compile(rf"{COUNT}(?::| (?:\w+ ){{0,2}}(?:in|i|during|under|this|last)\b)")


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of the question, where the passage opens with its answer."""
    question = _question(passage)
    if question is None:
        return
    asked = passage.view.lower[question.start : question.end]
    answer = verdict(passage.lower.removeprefix("a: "), asked)
    if answer is None:
        return
    start, end = passage.clause_of(passage.start)
    drafts = list(parts.read(question, question.start, question.end, parts.under(passage)))
    topics = {draft.topic for draft in drafts}
    for draft in drafts:
        if draft.topic == "LAB.WAGE" and "LAB.FEES" in topics:
            continue  # "Do workers pay fees?" asks of the fees alone
        absent = missed(draft.topic, asked)
        bearing = absent if answer.absent else "support" if absent == "risk" else "risk"
        yield replace(
            draft, start=start, end=end, anchors=(), stance=answer.stance,
            bearing="risk" if answer.stance == "hedged" else bearing,
        )  # fmt: skip


_LEAST_AGE = re.compile(r"minimum|lowest|youngest|lägsta|minsta|yngst")
_AGE = re.compile(r"(?:from |från |at least |minst )?\d{2}(?: years?(?: old)?| år)?\.?")


def told(passage: Passage) -> Iterator[Draft]:
    """What is told right behind a question on one topic, in words that name no topic."""
    question = _question(passage)
    if question is None:
        return
    start, end = passage.start, passage.end
    drafts = list(parts.read(question, question.start, question.end, parts.under(passage)))
    if len({draft.topic for draft in drafts}) != 1:
        return
    asked, draft = drafts[0], parts.goes_on(passage, drafts[0].topic, start, end)
    aged = asked.topic == "LAB.CHILD" and _AGE.fullmatch(passage.lower.strip())
    if aged and _LEAST_AGE.search(question.lower):
        yield replace(draft, default="required")
    elif has_predicate(passage.view.lower, start, end) or _COUNTED.match(passage.lower):
        yield replace(draft, tone=asked.tone)


def _question(passage: Passage) -> Passage | None:
    """The question right before the passage, with those on its line before it."""
    span = question_before(passage)
    if span is None or passage.page_hits is None:
        return None
    start, end = span
    line = passage.view.text.rfind("\n", 0, start) + 1
    if passage.view.text[line:start].rstrip().endswith("?"):
        start = line
    unit = replace(passage.unit, start=start, end=end, kind=SENTENCE)
    return replace(passage, unit=unit, hits=passage.page_hits.between(start, end))
