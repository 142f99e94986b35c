"""The question that stands right before a passage, as a passage of its own."""

from __future__ import annotations

from dataclasses import replace

from nlp.layout.lines import SENTENCE
from nlp.passages import Passage

_GAP = 4  # characters between a question and its answer


def question_before(passage: Passage) -> tuple[int, int] | None:
    """[start, end) of the question that stands right before a passage, as its heading; or None."""
    heading, text = passage.unit.heading, passage.view.text
    first = max(0, passage.start - len(heading) - _GAP)
    before = text[first : passage.start].rstrip()
    if not heading.endswith("?") or not before.endswith(heading):
        return None
    end = first + len(before)
    return end - len(heading), end


def question_of(passage: Passage) -> Passage | None:
    """The question right before the passage, with those on its line before it; or None."""
    span = question_before(passage)
    if span is None or passage.page_hits is None:
        return None
    start, end = span
    line = passage.view.text.rfind("\n", 0, start) + 1
    if passage.view.text[line:start].rstrip().endswith("?"):
        start = line
    unit = replace(passage.unit, start=start, end=end, kind=SENTENCE)
    return replace(passage, unit=unit, hits=passage.page_hits.between(start, end))
