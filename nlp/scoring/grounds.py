"""What a claim rests on, as numbers that a score is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from nlp.claims import Claim
from nlp.identifiers import cas_numbers
from nlp.layout.lines import ITEM, ROW
from nlp.passages import Draft, Passage

_FAR = 80  # characters between a cue and its thing beyond which the link is weak


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim with the passage and the draft that it was made of.

    `spot` is the number of the passage among those of its page that claim something or are
    listened to; `quality` how well the page was read (0 to 1); `chance` how likely the claim is
    where no rule made it, but the classifier alone.
    """

    claim: Claim
    passage: Passage
    draft: Draft
    spot: int
    quality: float = 1.0
    chance: float | None = None


FEATURES = (
    *("weak", "row", "item", "sheet", "headed", "silent heading", "swedish"),
    *("affirmed", "denied", "required", "uncued", "far cue", "mixed cues"),
    *("no anchor", "length", "whole", "company", "values", "cas", "wrong number", "unread"),
    *("CHEM", "LAB", "ORIGIN"),
)
"""The features of `measured`, in order."""


def measured(ground: Ground, company: int) -> list[float]:
    """The features of a claim; `company` is how many claims its passage makes."""
    return [float(one) for one in _measured(ground, company)]


def _measured(ground: Ground, company: int) -> Iterator[float]:
    claim, passage, draft = ground.claim, ground.passage, ground.draft
    unit = passage.unit
    yield draft.weight == "weak"
    yield unit.kind == ROW
    yield unit.kind == ITEM
    yield unit.section > 0
    yield any(hit.rule.name == draft.topic for hit in passage.head_hits)
    yield not passage.head_hits
    yield passage.language == "sv"
    yield from _stance(ground)
    yield not draft.anchors
    yield log1p(draft.end - draft.start) / 5
    yield (draft.end - draft.start) >= 0.9 * (unit.end - unit.start)
    yield log1p(company - 1)
    yield len(draft.value)
    yield "cas" in draft.value
    yield any(
        not checks for _, _, _, checks in cas_numbers(passage.view.text, draft.start, draft.end)
    )
    yield 1 - ground.quality
    yield from (claim.topic.startswith(room) for room in ("CHEM", "LAB", "ORIGIN"))


def _stance(ground: Ground) -> Iterator[float]:
    """How sure the stance is: its kind, its cue, how far that stands, whether others speak too."""
    claim, passage, draft = ground.claim, ground.passage, ground.draft
    yield claim.stance == "affirmed"
    yield claim.stance == "denied"
    yield claim.stance == "required"
    yield claim.stance != "affirmed" and not claim.cues
    first = min((start for start, _ in draft.anchors), default=draft.start)
    there = passage.view.span(first, first + 1)[0] if passage.view.text else 0
    yield any(abs(start - there) > _FAR for start, _ in claim.cues)
    inside = [hit for hit in passage.of("cue") if draft.start <= hit.start < draft.end]
    yield len({hit.rule.name for hit in inside}) > 1
