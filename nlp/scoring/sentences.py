"""What a small linear classifier hears in the sentences of a page: one head for each topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from nlp.layout.text import View
from nlp.layout.units import Unit
from nlp.matching import Hit
from nlp.scoring.hashing import number, numbers_of, places

SIZE = 1 << 18
"""Places in the table of features, shared by words, rules and surroundings."""
_AROUND = 0.5  # how much what stands around a sentence weighs beside its own words
_NAMED = frozenset(("set", "topic", "cue", "head", "list", "group", "mineral"))
# Of other kinds it counts that something was found, not which substance or country.
_MANNER = "manner"  # tells what is not listened to at all
_UNHEARD = frozenset(("spoken",))  # packs of common words, which the classifier hears as words
_HEADING, _LEAD, _COLUMN, _BEFORE = (
    number(room) for room in ("heading ", "lead ", "column ", "before ")
)  # what keeps the words around a sentence apart from its own

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A unit that is listened to, the unit before it, and what the rules found in it."""

    unit: Unit
    before: Unit | None
    hits: Sequence[Hit]


@dataclass(frozen=True, slots=True)
class Heard:
    """Sentences as features: places in the table, the weight of each, where a sentence begins."""

    places: NDArray[np.int64]
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)


def silence() -> Heard:
    """Nothing was said."""
    none = np.zeros(0, dtype=np.int64)
    return Heard(none, none.astype(np.float32), none)


def heard(view: View, spoken: Iterable[Spoken]) -> Heard:
    """The features of units of one page, in order. A page is heard at once: that is quicker."""
    return made(_parts(view, one) for one in spoken)


def made(sentences: Iterable[Iterable[tuple[float, Sequence[int]]]]) -> Heard:
    """Sentences of parts: each a weight and the numbers that share it. None is without a part."""
    numbers: list[int] = []
    weights: list[float] = []
    lengths: list[int] = []
    starts: list[int] = []
    for parts in sentences:
        starts.append(len(numbers))
        for weight, part in parts:
            numbers.extend(part)
            # Parts of one length each, so that a long sentence weighs no more than a short one.
            weights.append(weight / sqrt(len(part)))
            lengths.append(len(part))
    return Heard(
        places(np.array(numbers, dtype=np.uint32), SIZE),
        np.repeat(np.array(weights, dtype=np.float32), lengths),
        np.array(starts, dtype=np.int64),
    )


def _parts(view: View, one: Spoken) -> Iterable[tuple[float, Sequence[int]]]:
    """The numbers of a unit with their weights: its words, its rules, what stands around it."""
    unit, lower = one.unit, view.lower
    # A kind stands in every unit, so that none is without features.
    yield _AROUND, (number(f"kind {unit.kind}"), number(f"section {unit.section}"))
    if own := numbers_of(lower[unit.start : unit.end]):
        yield 1.0, own
    if names := {name_of(hit) for hit in one.hits if _is_listened_to(hit)}:
        yield 1.0, sorted(number(name) for name in names)
    around = [(_HEADING, unit.heading.lower())]
    if unit.lead:
        around.append((_LEAD, lower[slice(*unit.lead)]))
    if unit.header:
        around.append((_COLUMN, lower[unit.header[0][0] : unit.header[-1][1]]))
    if one.before is not None:
        around.append((_BEFORE, lower[one.before.start : one.before.end]))
    for room, words in around:
        if found := numbers_of(words):
            yield _AROUND, [word ^ room for word in found]


def _is_listened_to(hit: Hit) -> bool:
    return hit.rule.kind != _MANNER and hit.rule.pack not in _UNHEARD


def name_of(hit: Hit) -> str:
    """What a hit counts as: its kind, and its name where kinds of it tell different things."""
    return f"{hit.rule.kind} {hit.rule.name if hit.rule.kind in _NAMED else ''}"


@dataclass(frozen=True, slots=True)
class Heads:
    """One linear head for each of `names`: the topics in their order, then what else is heard.

    `table` holds small whole numbers, a row a place.
    """

    names: tuple[str, ...]
    table: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    def margins(self, sentences: Heard) -> Numbers:
        """How strongly each head speaks for each sentence: shape (sentences, names)."""
        if not len(sentences):
            return np.zeros((0, len(self.names)))
        rows = self.table[sentences.places] * sentences.weights[:, None]
        sums: Numbers = np.add.reduceat(rows, sentences.starts).astype(np.float64)
        return sums * self.scale + self.bias
