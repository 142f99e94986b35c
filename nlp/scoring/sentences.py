"""What a small linear classifier hears in a sentence: one head for each topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.matching import Hit
from nlp.scoring.hashing import Places, of_letters, of_names, of_words
from nlp.text import View
from nlp.units import Unit

SIZE = 1 << 16
"""Places in the table of features, shared by words, letters and surroundings."""
_AROUND = 0.5  # how much what stands around a sentence weighs beside its own words
_NAMED = frozenset(("set", "topic", "cue", "head", "list", "group", "mineral"))
# Of other kinds it counts that something was found, not which substance or country.

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence as features: places in the table, and the weight of each."""

    places: Places
    weights: Numbers


def heard(view: View, unit: Unit, before: Unit | None, hits: Iterable[Hit]) -> Heard:
    """The features of a unit: words, letters, what rules found, what it stands under and behind."""
    lower = view.lower[unit.start : unit.end]
    around = [
        of_words(unit.heading.lower(), SIZE, room="heading "),
        of_names([f"kind {unit.kind}", f"section {unit.section}"], SIZE),
    ]
    if unit.lead:
        around.append(of_words(view.lower[slice(*unit.lead)], SIZE, room="lead "))
    if unit.header:
        head = view.lower[unit.header[0][0] : unit.header[-1][1]]
        around.append(of_words(head, SIZE, room="column "))
    if before is not None:
        around.append(of_words(view.lower[before.start : before.end], SIZE, room="before "))
    names = {f"{h.rule.kind} {h.rule.name if h.rule.kind in _NAMED else ''}" for h in hits}
    own = (of_words(lower, SIZE), of_letters(lower, SIZE), of_names(names, SIZE))
    return joined([(places, 1.0) for places in own] + [(places, _AROUND) for places in around])


def joined(parts: list[tuple[Places, float]]) -> Heard:
    """Parts of one length each, so that a long sentence weighs no more than a short one."""
    kept = [(places, weight) for places, weight in parts if len(places)]
    if not kept:
        return Heard(np.zeros(0, dtype=np.int64), np.zeros(0))
    return Heard(
        np.concatenate([places for places, _ in kept]),
        np.concatenate([np.full(len(p), weight / np.sqrt(len(p))) for p, weight in kept]),
    )


@dataclass(frozen=True, slots=True)
class Heads:
    """One linear head for each of `names`. `table` holds small whole numbers, a row a place."""

    names: tuple[str, ...]
    table: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    def margins(self, sentence: Heard) -> Numbers:
        """How strongly each head speaks for a sentence; 0 is undecided."""
        rows = self.table[sentence.places].astype(np.float64)
        found: Numbers = sentence.weights @ rows * self.scale + self.bias
        return found
