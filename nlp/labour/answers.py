"""Answers to a question about work that stands before them: "Do you keep passports? No."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlp.labour import parts
from nlp.labour.lacks import missed
from nlp.lines import SENTENCE
from nlp.passages import Draft, Passage, question_before
from nlp.stance.answers import verdict


def read(passage: Passage) -> Iterator[Draft]:
    """One draft for each topic of the question, where the passage opens with its answer."""
    answer = verdict(passage.lower.removeprefix("a: "))
    question = _question(passage)
    if answer is None or question is None:
        return
    start, end = passage.clause_of(passage.start)
    asked = passage.view.lower[question.start : question.end]
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


def _question(passage: Passage) -> Passage | None:
    """The question right before the passage, with what was found in it."""
    span = question_before(passage)
    if span is None or passage.page_hits is None:
        return None
    start, end = span
    unit = replace(passage.unit, start=start, end=end, kind=SENTENCE)
    return replace(passage, unit=unit, hits=passage.page_hits.between(start, end))
