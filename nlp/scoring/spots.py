"""A topic at one place of a page, as numbers: what is heard there, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from nlp.claims import TOPICS
from nlp.layout.lines import ITEM, ROW
from nlp.passages import Passage
from nlp.scoring.sentences import Numbers

_BOUND = 6.0  # margins beyond it say nothing more
_STRONGEST = 3  # sentences of a page that tell how much it is of a topic
AROUND = 22
"""How many numbers `around` tells."""

Places = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Spots and topics, as numbers, of one length."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage that claims something or is listened to, as one beside others of its page.

    `claimed` are the topics that rules claim in it, `headed` those that its heading names, as
    numbers in `TOPICS`; `open` tells whether it is listened to.
    """

    claimed: tuple[int, ...]
    headed: tuple[int, ...]
    open: bool
    shape: tuple[float, float, float, float]


def spot(passage: Passage, claimed: Sequence[str], *, listened: bool) -> Spot:
    """The passage in which rules claim the topics `claimed`."""
    unit = passage.unit
    heads = {hit.rule.name for hit in passage.head_hits if hit.rule.kind == "head"}
    return Spot(
        tuple(sorted({TOPICS.index(topic) for topic in claimed})),
        tuple(sorted(TOPICS.index(name) for name in heads if name in TOPICS)),
        listened,
        (unit.kind == ROW, unit.kind == ITEM, unit.section > 0, log1p(len(passage.words.split()))),
    )


def around(margins: Numbers, spots: Sequence[Spot], places: Places) -> Numbers:
    """What tells of topics at spots of one page: shape (places, `AROUND`).

    The topic's own margin and its strongest rival's; its margins at the two spots before and
    behind, and whether rules claim it there; whether the heading names it; how likely it is on the
    page at the middle and at the most, how much of the page claims it, and how long that is: on a
    page of a line or two nothing can stand around; the spot's shape and how many topics rules claim
    there; how much it sounds like a risk, and like a support.
    """
    of = len(TOPICS)
    heard = np.clip(margins, -_BOUND, _BOUND)
    own, ruled = heard[:, :of], _marked([one.claimed for one in spots])
    likely = 1 / (1 + np.exp(-own))
    shapes = np.array([one.shape for one in spots], dtype=np.float64).reshape(len(spots), 4)
    columns = [
        own,
        _rivals(own),
        *(_moved(own, by, -_BOUND) for by in (1, -1, 2, -2)),
        *(_moved(ruled, by, 0.0) for by in (1, -1, 2, -2)),
        _marked([one.headed for one in spots]),
        likely.mean(axis=0),
        np.sort(likely, axis=0)[-_STRONGEST:].mean(axis=0),
        ruled.mean(axis=0),
        np.array([log1p(len(spots))]),
        *shapes.T[:, :, None],
        ruled.sum(axis=1)[:, None],
        *heard[:, of : of + 2].T[:, :, None],
    ]
    return np.stack([np.broadcast_to(column, own.shape)[places] for column in columns], axis=1)


def crossed(rows: Numbers, topics: NDArray[np.intp]) -> Numbers:
    """Rows with the products of each two of their numbers, and with their topic.

    A sum of these can tell what a number is worth beside another: a weak word of the classifier
    much where the lines around are of the topic, and little where a rival is as strong.
    """
    first, second = np.triu_indices(rows.shape[1])
    return np.hstack([rows, rows[:, first] * rows[:, second], np.eye(len(TOPICS))[topics]])


def width(numbers: int) -> int:
    """How many numbers `crossed` makes of rows of so many."""
    return numbers + numbers * (numbers + 1) // 2 + len(TOPICS)


def _marked(places: Sequence[Sequence[int]]) -> Numbers:
    found = np.zeros((len(places), len(TOPICS)))
    for number, topics in enumerate(places):
        found[number, list(topics)] = 1.0
    return found


def _rivals(own: Numbers) -> Numbers:
    """For each topic the strongest margin of another one."""
    second, best = np.sort(own, axis=1)[:, -2:].T[:, :, None]
    rivals: Numbers = np.where(own >= best, second, best)
    return rivals


def _moved(rows: Numbers, by: int, edge: float) -> Numbers:
    """The rows of the spot that stands `by` spots before each, `edge` where there is none."""
    found = np.full_like(rows, edge)
    if 0 < by < len(rows):
        found[by:] = rows[:-by]
    elif 0 < -by < len(rows):
        found[:by] = rows[-by:]
    return found
